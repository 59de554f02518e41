"""disclosure audit fetch: are the official addresses there, and do they say what they should?"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from disclosure.audit.fetch.asking import Asked, read_list
from disclosure.audit.fetch.charset import decode
from disclosure.audit.fetch.official import official
from disclosure.audit.fetch.report import Summary
from disclosure.audit.history_file import HistoryError
from disclosure.audit.observe.fetch.journal import Journal
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.report import CLEAN, DISTRUST, PERSON
from disclosure.commands import Misuse, Say, keeping, write_pieces
from disclosure.commands.keeping import Keeping
from disclosure.load import DataError, load_catalogue
from disclosure.pages.permanent import permanent

_FREELY = 32
"""Requests at once to a host when --rate 0 asks for no consideration."""


def add_to(group: Any, exits: str) -> None:
    """Register below `disclosure audit`."""
    parser = group.add_parser(
        "fetch",
        help="核验站外网址：官方网址、名单里的网址，或某个网页上的全部链接",
        description="逐个打开网址（每个一次 GET，按主机限速），看是否打得开、是不是原来的内容。"
        "不给名单时，看数据里的全部官方网址。",
        epilog=exits,
    )
    kept: dict[str, Any] = {"default": argparse.SUPPRESS}
    parser.add_argument(
        "--list", type=Path, metavar="文件",
        help="名单：CSV（列 url，可有 expect、department）或每行一个网址的文本；"
        "expect 是应有的标题、文号、文字，或文件的 SHA-256",
    )  # fmt: skip
    parser.add_argument("--page", metavar="网址", help="看这个网页上的全部链接")
    parser.add_argument("--report", type=Path, metavar="文件夹", **kept,
                        help="报告写到哪里（默认 audit-report/fetch）")  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="文件", **kept,
                        help="把结果写成 JSON；- 表示标准输出")  # fmt: skip
    parser.add_argument("--data", type=Path, metavar="文件夹", **kept, help="数据文件夹")
    parser.add_argument("--ca", type=Path, metavar="文件", help="另外信任的根证书（PEM）")
    _add_limits(parser)
    keeping.add_options(parser)
    parser.set_defaults(run=run)


def _add_limits(parser: Any) -> None:
    usual = Limits()
    for name, kind, metavar, words in (
        ("rate", float, "秒", f"同一主机两次请求至少相隔几秒（默认 {usual.rate:g}；0 不限）"),
        ("concurrency", int, "个", f"同一主机同时几个请求（默认 {usual.concurrency}；不限速时 {_FREELY}）"),
        ("total", int, "个", f"全部主机合计同时几个请求（默认 {usual.total}）"),
        ("timeout", float, "秒", f"一次请求最多多少秒（默认 {usual.timeout:g}）"),
        ("retries", int, "次", f"连接失败、429、5xx 时重试几次（默认 {usual.retries}），最后还有第二轮"),
        ("patience", float, "秒", f"对方要求等待（Retry-After）时最多等几秒（默认 {usual.patience:g}）"),
        ("max-size", float, "MB", f"文件超过多大就不读完（默认 {usual.max_size // 2**20}）"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, metavar=metavar, help=words)


def run(options: argparse.Namespace, say: Say) -> int:
    # Here, not above: every other command would wait for the network client to be imported.
    from disclosure.audit.observe.fetch.run import NoPage

    limits = limits_of(options)
    if options.ca is not None and not options.ca.is_file():
        raise Misuse(f"没有找到证书文件 {options.ca}")
    try:
        wanted, source = _wanted(options, limits)
    except DataError as error:
        say(f"{error}\n数据有错误，无从得知有哪些官方网址，不能核验。")
        return DISTRUST
    except NoPage as error:
        say(f"没有看：{error}")
        return DISTRUST
    folder = options.report or Path("audit-report") / "fetch"
    summary = Summary(options.today, source)
    try:
        kept = Keeping(options, limits, folder, summary)
        _fetch(wanted, limits, Journal(folder / "fetch.journal", wanted), kept, say)
    except (OSError, HistoryError) as error:
        say(f"核验没有完成，报告不全：{error}")
        return DISTRUST
    for sentence in summary.sentences():
        say(sentence)
    say(f"报告：{folder / 'fetch.html'}，同一文件夹里还有 JSON、CSV、XLSX 和 JUnit。")
    if kept.undelivered:
        say(f"通知没有送到 {options.webhook}：{kept.undelivered}。")
        return PERSON if summary.exit_code == CLEAN else summary.exit_code
    return summary.exit_code


def _fetch(wanted: list[Asked], limits: Limits, journal: Journal, kept: Keeping, say: Say) -> None:
    from disclosure.audit.observe.fetch.run import fetch

    screen = sys.stderr if sys.stderr.isatty() else None
    options, summary = kept.options, kept.summary
    with kept.run(wanted, journal):
        fetch(wanted, limits, options.ca, journal, kept, summary, say, screen)
    for place in (kept.folder / "fetch.json", options.json):
        write_pieces(place, summary.json(journal.lines()))
    journal.close(finished=not summary.doubts)


def limits_of(options: argparse.Namespace) -> Limits:
    """The limits that the options ask for."""
    names = ("rate", "concurrency", "total", "timeout", "retries", "patience")
    given = {name: getattr(options, name) for name in names}
    for name, value in given.items():
        least = 0 if name in ("rate", "retries", "patience") else 0.001
        if value is not None and value < least:
            raise Misuse(f"--{name} 不能是 {value:g}")
    limits = replace(
        Limits(), **{name: value for name, value in given.items() if value is not None}
    )
    if options.rate == 0 and options.concurrency is None:
        limits = replace(limits, concurrency=_FREELY)
    if options.max_size is not None:
        limits = replace(limits, max_size=int(options.max_size * 2**20))
    return limits


def _wanted(options: argparse.Namespace, limits: Limits) -> tuple[list[Asked], str]:
    """What to look at, and what the report calls it."""
    if options.list is not None and options.page is not None:
        raise Misuse("--list 和 --page 只能给一个")
    if options.list is not None:
        try:
            data = options.list.read_bytes()
        except OSError as error:
            raise Misuse(f"名单 {options.list} 读不了：{error.strerror or error}") from None
        return read_list(decode(data)[0], options.list.name), str(options.list)
    if options.page is not None:
        from disclosure.audit.observe.fetch.run import links_of

        return links_of(options.page, limits, options.ca), options.page
    if not options.data.is_dir():
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    catalogue = load_catalogue(options.data)
    return official(catalogue), permanent(catalogue.bureau, "")
