"""disclosure addresses record: write down every public address, so that none can be lost."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from disclosure.addressbook import extended, fresh
from disclosure.checks import every_problem
from disclosure.commands import Misuse, Say, write_json
from disclosure.commands.check import report
from disclosure.load import load
from disclosure.load.addresses import RECORD
from disclosure.load.source import Report, read_text
from disclosure.problem import Severity, in_report_order

_SHOWN = 5


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "addresses",
        help="登记公开过的网址，保证以后不会消失",
        description="网址一经公开就不能消失：addresses.csv 登记每一个公开过的网址，"
        "disclosure check 发现哪个没有了又没有写明去向，就是错误。",
    )
    group = parser.add_subparsers(
        title="命令", metavar="命令", dest="addresses", required=True, parser_class=type(parser)
    )
    record = group.add_parser(
        "record",
        parents=[common],
        help="把现在公开的网址补登到 addresses.csv",
        description="把现在公开的每个网页、附件和下载文件的网址补登到数据文件夹的 addresses.csv。"
        "只增加，不改动已有的行。网站每次发布以后运行。",
        epilog="退出码：0 已登记（没有新网址也是）；1 数据有错误，没有登记；64 用法有误。",
    )
    record.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    if not options.data.is_dir():
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    loaded = load(options.data)
    problems = list(loaded.problems)
    if loaded.catalogue is not None:
        problems += every_problem(loaded.catalogue, options.data, options.today)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if loaded.catalogue is None or errors:
        report(in_report_order(errors), say)
        say("数据有错误，没有登记；addresses.csv 保持原样。")
        write_json(options.json, {"exit": 1, "problems": [one.as_dict() for one in errors]})
        return 1
    rows = fresh(loaded.catalogue, options.today)
    if rows:
        _append(options.data, rows)
    known = len(loaded.catalogue.addresses) + len(rows)
    said = f"新登记 {len(rows)} 个网址" if rows else "没有新的网址要登记"
    say(f"{said}，addresses.csv 共有 {known} 个。")
    for address, title, _ in rows[:_SHOWN]:
        say(f"  {address}　{title}")
    if len(rows) > _SHOWN:
        say(f"  ……其余 {len(rows) - _SHOWN} 个见文件末尾。")
    write_json(options.json, {"exit": 0, "recorded": [row[0] for row in rows], "known": known})
    return 0


def _append(data: Path, rows: list[tuple[str, str, str]]) -> None:
    """The whole file beside the old one, then in its place: never half a row."""
    path = data / RECORD
    text = read_text(path, Report(data)) if path.exists() else ""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(extended(text or "", rows), encoding="utf-8", newline="\n")
        os.replace(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise Misuse(f"{path} 写不进去：{error.strerror or error}；请先关闭打开它的程序") from None
