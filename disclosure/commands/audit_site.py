"""disclosure audit itself: the built site against everything that the data demand."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.audit.junit import junit
from disclosure.audit.last import report_folder
from disclosure.audit.observe.worker import WorkerDied
from disclosure.audit.report import DISTRUST, Report
from disclosure.audit.run import audit_site
from disclosure.audit.target import Targets
from disclosure.audit.targets import targets
from disclosure.audit.wording import sentences
from disclosure.commands import Say, write_pieces
from disclosure.commands.audit import MEMORY, require
from disclosure.coverage import Coverage
from disclosure.load import DataError, load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.permanent import permanent
from disclosure.vocabulary import State

_DONE = (State.PUBLISHED, State.BY_HIGHER)


def run(options: argparse.Namespace, say: Say) -> int:
    require(options.site, "没有找到网站文件夹 {}，请先生成网站，或用 --site 指明")
    require(options.data, "没有找到数据文件夹 {}")
    folder = options.report or report_folder(options.site)
    try:
        report = _audit(options, folder / MEMORY)
        write_pieces(folder / "tree.json", report.json())
        write_pieces(folder / "junit.xml", junit(report))
        write_pieces(options.json, report.json())
    except DataError as error:
        say(f"{error}\n数据有错误，无从得知应有哪些页面，不能核验。")
        return DISTRUST
    except (WorkerDied, OSError) as error:
        say(f"核验没有完成，报告不全：{error}")
        return DISTRUST
    for sentence in sentences(report):
        say(sentence)
    say(f"报告：{folder / 'tree.json'}（全部目标）、{folder / 'junit.xml'}。")
    return report.exit_code


def _audit(options: argparse.Namespace, memory: Path) -> Report:
    return audit_site(
        options.site,
        *_expected(options.data),
        options.today,
        memory=memory,
        second_opinion=options.second_opinion,
        plant=options.self_test,
    )


def _expected(data: Path) -> tuple[Targets, str, dict[str, Any]]:
    """All that an audit needs of the data; the rest of a large catalogue can be forgotten."""
    catalogue = load_catalogue(data)
    return targets(catalogue), permanent(catalogue.bureau, ""), complete(catalogue)


def complete(catalogue: Catalogue) -> dict[str, Any]:
    """齐备: of the 网络检索 indicators and of the 网上公开 materials, how many are public."""
    coverage = Coverage(catalogue)
    tally = coverage.tally()
    searched = [one for one in catalogue.framework.indicators if one.searched]
    states = [coverage.state(one) for one in searched]
    return {
        "searched": {
            "indicators": len(searched),
            "public": sum(state in _DONE for state in states),
            "states": {state.value: states.count(state) for state in State},
        },
        "materials": {
            "due": tally.due,
            "public": tally.public,
            "states": {state.value: tally.by_state[state] for state in State},
        },
    }
