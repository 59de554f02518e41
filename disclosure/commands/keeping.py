"""What a run of `audit fetch` keeps and leaves: history, what people said, reports, a message."""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.history import Row
from disclosure.audit.fetch.report import Summary
from disclosure.audit.history import History
from disclosure.audit.last_links import FILE as LINKS
from disclosure.audit.observe.fetch.journal import Journal
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.reporting.chat import one_line
from disclosure.audit.reporting.lines import Line
from disclosure.audit.reporting.picture import Point
from disclosure.audit.reporting.public import public
from disclosure.audit.reporting.sheets import Page
from disclosure.audit.standing import standing_of
from disclosure.audit.waivers import Spoken
from disclosure.commands import Misuse, day, write_json
from disclosure.commands.bundle import write_bundle
from disclosure.load.source import Report
from disclosure.load.waivers import read_waivers
from disclosure.waivers import Waivers

FILE = "audit.sqlite"
"""In the folder of the report unless --history says otherwise."""
SECRET = "DISCLOSURE_WEBHOOK_SECRET"
_TREND = 40
_TOLD = 100
"""Open faults that a message carries at most."""


def add_options(parser: Any) -> None:
    parser.add_argument(
        "--today", type=day, metavar="日期", default=argparse.SUPPRESS,
        help="按哪一天判断豁免和人工确认（默认今天）",
    )  # fmt: skip
    parser.add_argument(
        "--history", type=Path, metavar="文件",
        help=f"历次结果记在哪里（SQLite；默认报告文件夹里的 {FILE}）",
    )  # fmt: skip
    parser.add_argument(
        "--trust", type=float, default=0.0, metavar="天",
        help="几天之内看过是通的，这次不再看（默认 0，每次都看）；不通的每次都看",
    )  # fmt: skip
    parser.add_argument(
        "--confirmed", action="store_true",
        help="连续两次断开才算断，第一次只算待复核（不给名单和网页时总是这样）",
    )  # fmt: skip
    parser.add_argument(
        "--self-test", action="store_true", default=argparse.SUPPRESS,
        help="先在本机起一个小网站，埋下各种毛病，看核验能不能全部找到；找不全的，这次核验不可信",
    )  # fmt: skip
    parser.add_argument(
        "--webhook", metavar="网址",
        help=f"看完把结果发到这个网址（JSON，用环境变量 {SECRET} 里的密钥签名）",
    )  # fmt: skip


class Keeping:
    """The History of a run: the file's memory, and what people said on top of it."""

    def __init__(
        self, options: argparse.Namespace, limits: Limits, folder: Path, summary: Summary
    ) -> None:
        if options.trust < 0:
            raise Misuse(f"--trust 不能是 {options.trust:g}")
        if options.webhook and not os.environ.get(SECRET):
            raise Misuse(f"--webhook 需要密钥，请设置环境变量 {SECRET}")
        self.options, self.limits, self.folder, self.summary = options, limits, folder, summary
        self.sort = "list" if options.list else "page" if options.page else "data"
        summary.patient = options.confirmed or self.sort == "data"
        self.history = History(options.history or folder / FILE, options.trust)
        self.spoken = Spoken(self._waivers(), options.today)
        self.forgetful = False
        """Whether the history failed on the way."""
        self.undelivered = ""
        """Why nobody got the message."""

    def _waivers(self) -> Waivers:
        report = Report(self.options.data)
        found, _ = read_waivers(self.options.data, report)
        if found is None:
            self.summary.notes.append("waivers.yaml 有错误，豁免和人工确认没有采用。")
        return found or Waivers()

    def known(self, one: Asked) -> Row | None:
        return self.history.known(one)

    def take(self, one: Asked, row: Row) -> Row:
        return self.spoken.mark(self._remembered(one, row))

    def _remembered(self, one: Asked, row: Row) -> Row:
        """A disk that is full must not end the run, but nobody may rely on the memory of it."""
        if not self.forgetful:
            try:
                return self.history.take(one, row)
            except sqlite3.Error as error:
                self.forgetful = True
                self.summary.doubts.append(f"历史记录写不进去：{error}")
        return {**row, "standing": standing_of(row).value}

    @contextmanager
    def run(self, wanted: Sequence[Asked], journal: Journal) -> Iterator[None]:
        """One run, from begin to end of the history."""
        with self.history:
            self.history.begin(
                self.sort, journal.digest, self.summary.source, resumed=journal.continues
            )
            left = (one for one in wanted if journal.has(one))
            for one, text in zip(left, journal.lines(), strict=True):
                self.history.restore(one, json.loads(text))
            if self.options.self_test:
                self._prove()
            yield
            if self.sort == "data":
                self.summary.notes += self.spoken.notes(one.url for one in wanted)
            head = self.summary.head()
            kept = ("exit", "trusted", "counts", "standings", "reasons", "departments")
            outcome = {name: head[name] for name in kept}
            self.history.end(outcome, void=self.summary.offline)
            lines = self._bundle(head, journal)
        self._tell(head, lines)

    def _prove(self) -> None:
        """Planted faults on loopback, before anything else is believed."""
        from disclosure.audit.observe.fetch.selftest import self_test

        self_test().tell(self.summary)

    def _bundle(self, head: Mapping[str, Any], journal: Journal) -> list[Line]:
        runs = [one for one in self.history.ended(sort=self.sort) if one.source == head["site"]]
        trend = [
            Point(one.started.date().isoformat(), one.outcome["standings"])
            for one in runs
            if one.outcome["trusted"]
        ]
        lines = write_bundle(self.folder, head, journal.lines(), _workbook, trend[-_TREND:])
        if self.sort == "data":
            write_json(self.folder / LINKS, public(head, lines, trend[-_TREND:]))
        return lines

    def _tell(self, head: Mapping[str, Any], lines: Sequence[Line]) -> None:
        if not self.options.webhook:
            return
        from disclosure.audit.observe.webhook import deliver

        told = [one for one in lines if one.standing in ("断", "待复核", "待人工")]
        body = {
            "event": "audit.fetch",
            "text": one_line(head),
            **{name: value for name, value in head.items() if name != "notes"},
            "faults": [
                {
                    name: getattr(one, name)
                    for name in ("standing", "url", "department", "problem", "evidence", "fix")
                }
                | {"since": one.since, "failures": one.failures}
                for one in told[:_TOLD]
            ],
            "more": max(0, len(told) - _TOLD),
        }
        secret = os.environ[SECRET].encode()
        failure = deliver(self.options.webhook, body, secret, self.options.ca)
        if failure:
            self.undelivered = failure


def _workbook(pages: Sequence[Page]) -> bytes:
    from disclosure.pages.workbook import Sheet, workbook

    return workbook([Sheet(*one) for one in pages])
