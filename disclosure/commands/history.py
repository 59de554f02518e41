"""disclosure audit history URL, disclosure audit trend: what earlier runs of `audit fetch` saw."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from disclosure.audit.history import Ended, History
from disclosure.audit.history_file import HistoryError
from disclosure.audit.history_row import Asking
from disclosure.audit.past import Step, changed
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import CLEAN, DISTRUST
from disclosure.audit.reporting.picture import Point, picture
from disclosure.audit.standing import Standing
from disclosure.commands import Misuse, Say, write_json, write_pieces

_DEFAULT = Path("audit-report") / "fetch" / "audit.sqlite"
_CHANGED = {"title": "网页标题", "sha256": "内容（SHA-256）", "chain": "跳转"}


def add_to(group: Any) -> None:
    """Register below `disclosure audit`."""
    kept: dict[str, Any] = {"default": argparse.SUPPRESS}
    one = group.add_parser(
        "history",
        help="一个网址历次核验的结果：何时起不通，何时还是通的，变了什么",
        description="从历史记录里列出一个网址历次核验的结果，最近的在前。",
        epilog="退出码：0 有记录；3 没有记录或打不开；64 用法有误。",
    )
    one.add_argument("url", metavar="网址", help="网址，照名单或数据里的写法")
    many = group.add_parser(
        "trend",
        help="历次核验的结果怎样变化",
        description="列出历次核验的合计，最早的在前。",
        epilog="退出码：0 有记录；3 没有记录或打不开；64 用法有误。",
    )
    many.add_argument("--last", type=int, default=20, metavar="次", help="列出几次（默认 20）")
    many.add_argument("--sort", choices=("data", "list", "page"), default="",
                      help="只看哪一种：data 数据里的官方网址，list 名单，page 网页")  # fmt: skip
    many.add_argument("--picture", type=Path, metavar="文件", help="把变化画成图（SVG）")
    for parser, run in ((one, run_history), (many, run_trend)):
        parser.add_argument("--history", type=Path, default=_DEFAULT, metavar="文件",
                            help=f"历史记录（默认 {_DEFAULT}）")  # fmt: skip
        parser.add_argument("--json", type=Path, metavar="文件", **kept,
                            help="把结果写成 JSON；- 表示标准输出")  # fmt: skip
        parser.set_defaults(run=run)


def run_history(options: argparse.Namespace, say: Say) -> int:
    found: list[tuple[Asking, list[Step]]] = []
    try:
        with _opened(options.history) as history:
            found = [(one, history.steps(one)) for one in history.askings(options.url)]
    except HistoryError as error:
        say(f"{error}。")
        return DISTRUST
    for asking, steps in found:
        for sentence in _told(asking, steps):
            say(sentence)
    write_json(options.json, [_as_dict(asking, steps) for asking, steps in found])
    if not any(steps for _, steps in found):
        say(f"没有 {options.url} 的记录。")
        return DISTRUST
    return CLEAN


def run_trend(options: argparse.Namespace, say: Say) -> int:
    if options.last < 1:
        raise Misuse("--last 至少是 1")
    try:
        with _opened(options.history) as history:
            runs = history.ended(options.last, options.sort)
    except HistoryError as error:
        say(f"{error}。")
        return DISTRUST
    for one in runs:
        counts = one.outcome["standings"]
        said = "，".join(f"{s.label} {counts[s]}" for s in Standing if counts[s] or s == "ok")
        doubt = "" if one.outcome["trusted"] else "（没有做完或不可信）"
        say(f"{one.started:%Y-%m-%d %H:%M} {one.source}：{said}{doubt}")
    write_json(options.json, [_run_as_dict(one) for one in runs])
    if options.picture is not None:
        points = [Point(f"{one.started:%Y-%m-%d}", one.outcome["standings"]) for one in runs]
        write_pieces(options.picture, [picture(points)])
    if not runs:
        say("还没有核验记录。")
        return DISTRUST
    return CLEAN


def _opened(path: Path) -> History:
    if not path.is_file():
        raise Misuse(f"没有找到历史记录 {path}，请用 --history 指明")
    return History(path)


def _told(asking: Asking, steps: list[Step]) -> Iterator[str]:
    url, written, expect = asking
    yield url + (f"（写作 {written}）" if written != url else "")
    if expect.strip("\x1f"):
        yield f"  应含：{expect.strip(chr(31)).replace(chr(31), '” 或 “')}"
    for n, one in enumerate(steps):
        reason = REASONS.get(one.reason)
        words = f"{reason.title}：{one.evidence}" if reason else "正常"
        yield f"  {one.at[:19].replace('T', ' ')} {one.verdict.label} {words}"
        if n + 1 < len(steps) and one.seen is not None and steps[n + 1].seen is not None:
            for name, (old, new) in _changes(steps[n + 1], one).items():
                yield f"    {_CHANGED[name]}变了：{_short(old)} → {_short(new)}"


def _changes(before: Step, now: Step) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = changed(before.seen or {}, now.seen or {}).get("changed", {})
    return found


def _short(value: object) -> str:
    text = " → ".join(value) if isinstance(value, list) else str(value)
    return (text if len(text) <= 60 else text[:59] + "…") or "（空）"


def _as_dict(asking: Asking, steps: list[Step]) -> dict[str, Any]:
    return {
        "url": asking[0],
        "href": asking[1],
        "results": [
            {
                "run": one.run,
                "at": one.at,
                "verdict": one.verdict.value,
                "reason": one.reason,
                "evidence": one.evidence,
                "seen": one.seen,
            }
            for one in steps
        ],
    }


def _run_as_dict(one: Ended) -> dict[str, Any]:
    return {
        "run": one.id,
        "sort": one.sort,
        "site": one.source,
        "started": one.started.isoformat(timespec="seconds"),
        **one.outcome,
    }
