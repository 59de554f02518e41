"""disclosure audit: does every target resolve, and is what must be public public?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.audit.last import report_folder
from disclosure.audit.observe.worker import WorkerDied
from disclosure.audit.report import DISTRUST, Report
from disclosure.audit.run import audit_site, audit_tree
from disclosure.audit.targets import Targets, targets
from disclosure.audit.wording import junit, sentences
from disclosure.commands import Misuse, Say, capture, fetch, findability, history, write_pieces
from disclosure.coverage import Coverage
from disclosure.load import DataError, load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.permanent import permanent
from disclosure.vocabulary import State

_EXITS = "退出码：0 通过；1 有断开的网址；2 需人工确认；3 核验本身不可信；64 用法有误。"
_MEMORY = "observed.json"
"""What was seen the last time; in the folder of the report."""
_DONE = (State.PUBLISHED, State.BY_HIGHER)


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "audit",
        parents=[common],
        help="核验网站：该有的都有吗，都打得开吗",
        description="按数据核验生成好的网站：每个应有的页面、附件、链接和锚点是否可达，"
        "应公开的材料是否齐备。",
        epilog=_EXITS,
    )
    parser.add_argument(
        "--site", type=Path, default=Path("site"), metavar="文件夹", help="网站（默认 site）"
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="文件夹",
        help="报告写到哪里（默认 audit-report/网站文件夹名）",
    )
    parser.add_argument(
        "--second-opinion",
        action="store_true",
        help="再请 LinkChecker 看一遍（2000 页以上抽查），两次结论不同的列出来",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="在网站的副本里随机埋下各种毛病，看核验能不能全部找到",
    )
    parser.set_defaults(run=run)
    group = parser.add_subparsers(
        title="只做一项", metavar="", dest="audit", parser_class=type(parser)
    )
    _add_tree(group)
    fetch.add_to(group, _EXITS)
    history.add_to(group)
    capture.add_to(group)
    findability.add_to(group, _EXITS)


def _add_tree(group: Any) -> None:
    parser = group.add_parser(
        "tree",
        help="核验任何一个生成好的网站文件夹，不需要数据",
        description="核验任何一个生成好的网站文件夹，不需要数据；只列出不通的，并给出合计。",
        epilog=_EXITS,
    )
    parser.add_argument("folder", type=Path, metavar="文件夹", help="网站文件夹")
    parser.add_argument(
        "--base",
        default="",
        metavar="网址",
        help="网站发布的网址（默认从页面的 canonical 推断）",
    )
    parser.add_argument(
        "--json",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="文件",
        help="把结果写成 JSON；- 表示标准输出",
    )
    parser.set_defaults(run=run_tree)


def run(options: argparse.Namespace, say: Say) -> int:
    _require(options.site, "没有找到网站文件夹 {}，请先生成网站，或用 --site 指明")
    _require(options.data, "没有找到数据文件夹 {}")
    folder = options.report or report_folder(options.site)
    try:
        report = _audit(options, folder / _MEMORY)
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


def run_tree(options: argparse.Namespace, say: Say) -> int:
    _require(options.folder, "没有找到文件夹 {}")
    if options.base and not options.base.startswith(("http://", "https://")):
        raise Misuse("--base 须是完整的 http 或 https 网址")
    try:
        memory = report_folder(options.folder) / _MEMORY
        report = audit_tree(options.folder, options.base, options.today, memory)
        write_pieces(options.json, report.json())
    except (WorkerDied, OSError) as error:
        say(f"核验没有完成，报告不全：{error}")
        return DISTRUST
    for sentence in sentences(report):
        say(sentence)
    return report.exit_code


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


def _require(folder: Path, message: str) -> None:
    if not folder.is_dir():
        raise Misuse(message.format(folder))
