"""Rows -> the report in the foundation's shape, without holding the rows."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from disclosure.audit.fetch.history import Row
from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import BROKEN, CLEAN, DISTRUST, PERSON
from disclosure.audit.standing import URGENCY, Standing, standing_of
from disclosure.audit.verdict import Verdict
from disclosure.audit.wording import describe

_SHOWN = 50
_CONCLUSION = {
    CLEAN: "结论：通过。",
    BROKEN: "结论：有断开的网址，须改正。",
    PERSON: "结论：没有断开的网址，有几处需要人工确认。",
    DISTRUST: "结论：这次核验没有做完或不可信，不能作为依据。",
}
_BESIDE = {
    Standing.RED: "连续两次断开或写法有误",
    Standing.RECHECK: "第一次打不开、待复核",
    Standing.CONFIRMED: "人工已确认",
    Standing.WAIVED: "已豁免",
}


@dataclass
class Summary:
    """What a run comes to; told of every row once."""

    today: dt.date
    source: str
    """What was looked at: a list, a page, or the data."""
    asked: int = 0
    patient: bool = False
    """Whether a broken address alarms only when a second run in a row finds it so."""
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    standings: Counter[Standing] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[Standing, Finding]] = field(default_factory=list)
    """The worst few, for people."""
    departments: Counter[str] = field(default_factory=Counter)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    offline: bool = False
    """Whether nothing could be reached at all."""
    extra: dict[str, Any] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        verdict = Verdict(row["verdict"])
        self.verdicts[verdict] += 1
        at_hand = standing_of(row)
        self.standings[at_hand] += 1
        if row["reason"]:
            self.reasons[row["reason"]] += 1
            if REASONS[row["reason"]].distrust:
                self.doubts.append(
                    f"{REASONS[row['reason']].title}：{row['url']} {row['evidence']}"
                )
            if row.get("department"):
                self.departments[row["department"]] += 1
            if at_hand.open and len(self.faults) < 4 * _SHOWN:
                found = Finding(
                    row["reason"], row["url"], row["href"], row["evidence"], tuple(row["parents"])
                )
                self.faults.append((at_hand, found))

    @property
    def exit_code(self) -> int:
        if self.doubts:
            return DISTRUST
        first = self.standings[Standing.RECHECK]
        if self.standings[Standing.RED] or (first and not self.patient):
            return BROKEN
        return PERSON if first or self.standings[Standing.PERSON] else CLEAN

    def head(self) -> dict[str, Any]:
        return {
            "audit": "fetch",
            "today": self.today.isoformat(),
            "site": self.source,
            "trusted": not self.doubts,
            "exit": self.exit_code,
            "distrust": self.doubts,
            "notes": self.notes,
            "pages": self.asked,
            "links": self.asked,
            "counts": {one.value: self.verdicts[one] for one in Verdict},
            "standings": {one.value: self.standings[one] for one in Standing},
            "reasons": {code: self.reasons[code] for code in REASONS if self.reasons[code]},
            "departments": dict(self.departments.most_common()),
            **self.extra,
        }

    def json(self, lines: Iterable[str]) -> Iterator[str]:
        """The report in pieces, one row a line, rows in the order of the list."""
        head = json.dumps(self.head(), ensure_ascii=False, indent=1)
        yield head[:-2] + ',\n "results": ['
        separator = "\n"
        for line in lines:
            yield separator + line
            separator = ",\n"
        yield "\n]}\n"

    def sentences(self) -> Iterator[str]:
        """What a person reads."""
        ordered = sorted(self.faults, key=lambda one: URGENCY.index(one[0]))
        for at_hand, one in ordered[:_SHOWN]:
            yield describe(one).replace(one.verdict.label, at_hand.label, 1)
        faults = sum(self.standings[one] for one in Standing if one.open)
        if faults > _SHOWN:
            yield f"……还有 {faults - min(_SHOWN, len(ordered))} 个网址，看报告可知全部。"
        for doubt in self.doubts:
            yield f"不可信：{doubt}"
        for note in self.notes:
            yield f"说明：{note}"
        waiting = self.verdicts[Verdict.BLOCKED] + self.verdicts[Verdict.SUSPECT]
        yield (
            f"可达：看了 {self.asked} 个网址，通 {self.verdicts[Verdict.OK]}，"
            f"断 {self.verdicts[Verdict.BROKEN]}，待人工 {waiting}"
            f"（被拦 {self.verdicts[Verdict.BLOCKED]}，存疑 {self.verdicts[Verdict.SUSPECT]}），"
            f"未检 {self.verdicts[Verdict.UNCHECKED]}。"
        )
        if told := [(one, n) for one in _BESIDE if (n := self.standings[one])]:
            yield "其中：" + "，".join(f"{_BESIDE[one]} {n}" for one, n in told) + "。"
        yield _CONCLUSION[self.exit_code]
