"""disclosure check: every problem of every file at once, and what is public so far."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from disclosure.bureau import Bureau
from disclosure.checks import every_problem
from disclosure.commands import Misuse, Say, write_json
from disclosure.coverage import Coverage
from disclosure.load import load
from disclosure.model import Catalogue
from disclosure.problem import Problem, Severity, in_report_order
from disclosure.rules.release import identity
from disclosure.rules.selfcheck import NORM, Health, SelfCheck, self_check
from disclosure.vocabulary import State

_SHOWN = 50


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "check",
        parents=[common],
        help="检查数据，一次列出全部问题",
        description="检查数据文件夹，一次列出全部问题：文件、行、列、发现了什么、怎么改。",
        epilog="退出码：0 没有错误；1 有错误（加 --strict 时警告也算，"
        "加 --self-check 时单项否决也算）；64 用法有误。",
    )
    parser.add_argument("--strict", action="store_true", help="有警告也不通过")
    parser.add_argument(
        "--release", action="store_true", help="按正式发布检查：待填、未公开也算错误"
    )
    parser.add_argument(
        "--self-check",
        action="store_true",
        help="再按国办秘函〔2019〕19号自查：超期和空白的栏目、没有日期和日期可疑的页面",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    if not options.data.is_dir():
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    loaded = load(options.data)
    problems = list(loaded.problems)
    if loaded.catalogue is not None:
        problems += every_problem(
            loaded.catalogue, options.data, options.today, for_release=options.release
        )
    ordered = in_report_order(problems)
    report(ordered, say)
    counts = Counter(problem.severity for problem in ordered)
    summary = coverage_summary(loaded.catalogue) if loaded.catalogue else {}
    if loaded.catalogue is not None:
        say(coverage_line(loaded.catalogue))
        say(identity_line(loaded.catalogue.bureau))
    checked = self_checked(loaded.catalogue, options, say)
    write_json(
        options.json,
        {
            "problems": [problem.as_dict() for problem in ordered],
            "counts": {severity.value: counts[severity] for severity in Severity},
            "coverage": summary,
            **({"self_check": checked.as_dict()} if checked else {}),
        },
    )
    failed = counts[Severity.ERROR] or (options.strict and counts[Severity.WARNING])
    return 1 if failed or (checked and checked.vetoes) else 0


def self_checked(
    catalogue: Catalogue | None, options: argparse.Namespace, say: Say
) -> SelfCheck | None:
    """The self-check, said and handed back, where it is asked for and the data can be read."""
    if catalogue is None or not options.self_check:
        return None
    checked = self_check(catalogue, options.today)
    say(f"自查（{NORM}，{checked.day}）：")
    for health in (Health.STALE, Health.EMPTY):
        columns = checked.of(health)
        say(f"{health}的栏目 {len(columns)} 个" + ("：" if columns else "。"))
        for column in columns:
            say(f"  {column}")
    for title, doubts in (("没有日期的页面", checked.dateless), ("日期可疑", checked.doubtful)):
        say(f"{title} {len(doubts)} 处" + ("：" if doubts else "。"))
        for doubt in doubts[:_SHOWN]:
            say(f"  {doubt.kind}　{doubt.place}　{doubt.found}")
    say(f"单项否决：{'；'.join(checked.vetoes) or '无'}。")
    return checked


def report(problems: tuple[Problem, ...], say: Say) -> None:
    """Say every problem (the first fifty whole) and the totals."""
    for problem in problems[:_SHOWN]:
        say(str(problem))
    if len(problems) > _SHOWN:
        say(f"……还有 {len(problems) - _SHOWN} 个问题，用 --json 文件名 可看全部。")
    counts = Counter(problem.severity for problem in problems)
    totals = "，".join(f"{severity.label} {counts[severity]}" for severity in Severity)
    say(f"检查完毕：{totals}。")


def coverage_summary(catalogue: Catalogue) -> dict[str, Any]:
    """Counts of states and of blanks, for `--json`."""
    tally = Coverage(catalogue).tally()
    return {
        "indicators": len(catalogue.indicators),
        "materials": tally.total,
        "due": tally.due,
        "public": tally.public,
        "states": {state.value: tally.by_state[state] for state in State},
        "items": len(catalogue.items),
        "readable": sum(catalogue.readable(item) for item in catalogue.items),
        "unverified": len(catalogue.unverified),
    }


def identity_line(bureau: Bureau) -> str:
    """One note on what bureau.yaml still leaves blank."""
    blanks = [problem.place.column for problem in identity(bureau)]
    return f"待填：{'、'.join(blanks)}（bureau.yaml）。" if blanks else "待填：无。"


def coverage_line(catalogue: Catalogue) -> str:
    """One sentence: how much of what must be public is."""
    tally = Coverage(catalogue).tally()
    return (
        f"公开情况：应公开材料 {tally.due} 份，"
        + "，".join(f"{s.value} {tally.by_state[s]}" for s in State if s.counted)
        + f"；不计入：{'，'.join(f'{s.value} {tally.by_state[s]}' for s in State if not s.counted)}。"
    )
