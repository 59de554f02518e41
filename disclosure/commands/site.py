"""disclosure site: check, build, and end with what was built and what is missing."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import Any

from disclosure.audit.last import read_last, report_folder
from disclosure.audit.report import BROKEN, DISTRUST
from disclosure.checks import every_problem
from disclosure.commands import Say, audit, write_json
from disclosure.commands.build import build
from disclosure.commands.check import report
from disclosure.coverage import Coverage
from disclosure.load import load
from disclosure.privacy.allow import read_policy
from disclosure.privacy.scan import scan_paths
from disclosure.problem import Severity, in_report_order
from disclosure.rules.release import identity
from disclosure.site import Site
from disclosure.vocabulary import State

_PYTHON = "py" if os.name == "nt" else "python3"

_SHOWN = 20


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "site",
        parents=[common],
        help="检查数据、生成网站并核验",
        description="检查数据、生成网站、核验网站，最后说明生成了什么、公开了什么、还缺什么。",
        epilog="退出码：0 通过；1 有错误或有断开的网址；3 核验本身不可信；64 用法有误。",
    )
    parser.add_argument(
        "--site",
        type=Path,
        default=Path("site"),
        metavar="文件夹",
        help="网站写到哪里（默认 site）",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    started = time.monotonic()
    loaded = load(options.data)
    problems = list(loaded.problems)
    if loaded.catalogue is not None:
        problems += every_problem(loaded.catalogue, options.data, options.today)
    report(in_report_order(problems), say)
    if loaded.catalogue is None or any(p.severity is Severity.ERROR for p in problems):
        say(f"数据有错误，没有生成网站；{options.site} 保持原样。")
        write_json(options.json, {"exit": 1, "problems": [one.as_dict() for one in problems]})
        return 1
    shown = read_last(report_folder(options.site) / "tree.json")
    if code := build(options.data, options.today, options.site, say):
        return code
    verdict = audited(options, say)
    if verdict in (BROKEN, DISTRUST):
        return verdict
    if private(options, say):
        return 1
    # Once more, so that every page shows what this audit concluded about it.
    if shown != read_last(report_folder(options.site) / "tree.json") and (
        code := build(options.data, options.today, options.site, say)
    ):
        return code
    site = Site(options.data, loaded.catalogue, options.today)
    for line in closing(site, options.site, time.monotonic() - started):
        say(line)
    return 0


def private(options: argparse.Namespace, say: Say) -> bool:
    """Whether the pages as built say anything that must not be published.

    The data were scanned before; this looks at what a reader is really shown.
    """
    found = scan_paths(sorted(options.site.rglob("*.html")), read_policy(options.data))
    serious = [one for one in found.findings if one.kind.severity is Severity.ERROR]
    for one in serious[:_SHOWN]:
        say(str(one))
    say(f"隐私：查了 {found.files} 页，不得公开的内容 {len(serious)} 处。")
    if serious:
        say(f"{options.site} 不要发布；先改数据或手写的网页，再重新生成。")
    return bool(serious)


def audited(options: argparse.Namespace, say: Say) -> int:
    """Audit what was built, with a second opinion and planted faults; the audit's exit code."""
    return audit.run(
        argparse.Namespace(
            site=options.site,
            data=options.data,
            today=options.today,
            json=options.json,
            report=None,
            second_opinion=True,
            self_test=True,
        ),
        say,
    )


def closing(site: Site, target: Path, seconds: float) -> list[str]:
    """Five lines: what was built, what is public, what is missing, identity, how to open it."""
    catalogue = site.catalogue
    tally = Coverage(catalogue).tally()
    readable = sum(catalogue.readable(item) for item in catalogue.items)
    states = tally.by_state
    blanks = list(identity(catalogue.bureau))
    return [
        f"生成：{len(site.pages)} 页，{len(catalogue.indicators)} 项指标，"
        f"{len(catalogue.items)} 件公开事项和依据，用时 {seconds:.1f} 秒。",
        f"公开：应公开材料 {tally.due} 份，已公开 {states[State.PUBLISHED]}，"
        f"部分公开 {states[State.PARTIAL]}，以上级文件落实 {states[State.BY_HIGHER]}；"
        f"可直接阅读的文件 {readable} 件。",
        f"缺少：未公开 {states[State.MISSING]} 份，待核定 {states[State.UNCONFIRMED]} 份；"
        f"清单见网站“公开进展”页。",
        f"待填：单位信息 {len(blanks)} 处（bureau.yaml）；填好之前不能正式发布。"
        if blanks
        else "待填：无。",
        f"打开：{_PYTHON} -m http.server -d {target} 8000，再访问 http://127.0.0.1:8000/ 。",
    ]
