"""A self-check as inspectors make it (国办秘函〔2019〕19号): stale and empty columns, dates.

It is a report for the people who keep the site, not a rule: a column that has not been updated
is no fault of a row. How often a column must be updated comes from the table of clocks.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from disclosure import clocks
from disclosure.coverage import Coverage
from disclosure.model import Catalogue, Item
from disclosure.rules.inspection import Inspection
from disclosure.rules.timing import check as late
from disclosure.vocabulary import Kind, Level, State

NORM = "国办秘函〔2019〕19号"
_STALE_VETO, _EMPTY_VETO = 5, 5
"""单项否决: five columns not updated, or five blank ones."""
_CROWD = 10
"""As many documents on one day are worth a look: dates entered in bulk."""

_CYCLES = (
    ("工作动态", (Kind.NEWS,), "website-news-update"),
    ("通知公告", (Kind.NOTICE, Kind.CONSULTATION), "website-notice-update"),
    ("政策文件", (Kind.NORMATIVE_DOCUMENT, Kind.INTERPRETATION), "website-notice-update"),
    ("规划计划", (Kind.WORK_PLAN,), "website-plan-update"),
)
"""Columns that must be updated within a time, and the clock that says how soon."""


class Health(StrEnum):
    """How a column is."""

    FRESH = "正常"
    STALE = "超期未更新"
    EMPTY = "空白"


@dataclass(frozen=True)
class Column:
    """One column of the site: when it was last updated, and by when it should have been."""

    title: str
    address: str
    count: int
    updated: dt.date | None
    limit: str
    due: dt.date | None
    health: Health

    def __str__(self) -> str:
        if self.health is Health.EMPTY:
            return f"{self.title}：空白"
        last = self.updated.isoformat() if self.updated else "没有日期"
        limit = f"，每 {self.limit} 至少更新一次" if self.limit else ""
        return f"{self.title}：{self.health}，{self.count} 条，最近更新 {last}{limit}"


@dataclass(frozen=True)
class Doubt:
    """One page whose date an inspector would question."""

    kind: str
    place: str
    found: str


@dataclass(frozen=True)
class SelfCheck:
    """The report."""

    day: dt.date
    columns: tuple[Column, ...]
    dateless: tuple[Doubt, ...]
    doubtful: tuple[Doubt, ...]

    def of(self, health: Health) -> tuple[Column, ...]:
        return tuple(one for one in self.columns if one.health is health)

    @property
    def vetoes(self) -> tuple[str, ...]:
        """Reasons for which an inspector would stop right there."""
        stale, empty = len(self.of(Health.STALE)), len(self.of(Health.EMPTY))
        forged = [one for one in self.doubtful if one.kind == _FORGED]
        found = [
            (stale >= _STALE_VETO, f"{stale} 个栏目超期未更新（{_STALE_VETO} 个即单项否决）"),
            (empty >= _EMPTY_VETO, f"{empty} 个栏目空白（{_EMPTY_VETO} 个即单项否决）"),
            (bool(forged), f"{len(forged)} 处日期疑似伪造（1 处即单项否决）"),
        ]
        return tuple(reason for true, reason in found if true)

    def as_dict(self) -> dict[str, object]:
        """The report of `--json`."""
        return {
            "norm": NORM,
            "day": self.day.isoformat(),
            "vetoes": list(self.vetoes),
            "columns": [
                {
                    "title": one.title,
                    "address": one.address,
                    "count": one.count,
                    "updated": one.updated.isoformat() if one.updated else None,
                    "limit": one.limit,
                    "due": one.due.isoformat() if one.due else None,
                    "health": one.health.value,
                }
                for one in self.columns
            ],
            "dateless": [vars(one) for one in self.dateless],
            "doubtful": [vars(one) for one in self.doubtful],
        }


_FORGED, _CROWDED, _LATE = "疑似伪造日期", "同日集中发布", "公开滞后"


def self_check(catalogue: Catalogue, today: dt.date) -> SelfCheck:
    """Columns, pages without a date, and dates that an inspector would question."""
    inspection = Inspection(catalogue, today)
    own = [one for one in catalogue.items if one.level is Level.BUREAU]
    dateless = [
        Doubt("没有日期", one.address, one.title) for one in catalogue.items if not one.date
    ]
    return SelfCheck(
        day=today,
        columns=(*_cycled(inspection, own), *_registers(catalogue)),
        dateless=tuple(dateless),
        doubtful=tuple(_doubtful(inspection, own)),
    )


def _cycled(inspection: Inspection, own: list[Item]) -> Iterator[Column]:
    yield _column("首页", "", own, "website-home-update", inspection)
    for title, kinds, clock_id in _CYCLES:
        items = [one for one in own if one.kind in kinds]
        address = f"items/kinds/{kinds[0].slug}/"
        yield _column(title, address, items, clock_id, inspection)


def _column(
    title: str, address: str, items: list[Item], clock_id: str, inspection: Inspection
) -> Column:
    days = [one.published.last for one in items if one.published is not None]
    updated = max((day for day in days if day <= inspection.today), default=None)
    clock = inspection.clocks.at(clock_id, inspection.today)
    limit = clocks.limit(clock) if clock else ""
    due = clocks.after(clock, updated) if clock and updated else None
    stale = clock is not None and (due is None or due < inspection.today)
    health = Health.EMPTY if not items else Health.STALE if stale else Health.FRESH
    return Column(title, address, len(items), updated, limit, due, health)


def _registers(catalogue: Catalogue) -> Iterator[Column]:
    """Registers are columns without a cycle: only a blank one is at fault."""
    for one in Coverage(catalogue).registers.values():
        updated = one.edition.published if one.edition else None
        health = Health.EMPTY if one.state is State.MISSING else Health.FRESH
        register = one.register
        yield Column(register.title, register.address, one.rows, updated, "", None, health)


def _doubtful(inspection: Inspection, own: list[Item]) -> Iterator[Doubt]:
    for one in own:
        if one.published is None:
            continue
        if one.published.first > inspection.today:
            yield Doubt(_FORGED, one.address, f"发布 {one.published}，在将来")
        elif one.issued is not None and one.issued.first > one.published.last:
            yield Doubt(_FORGED, one.address, f"成文 {one.issued}，发布 {one.published}")
    crowded = Counter(one.published.iso for one in own if one.published and one.published.day)
    for day, number in sorted(crowded.items()):
        if number >= _CROWD:
            yield Doubt(_CROWDED, "items/", f"{day} 一天发布 {number} 件")
    for problem in late(inspection):
        yield Doubt(_LATE, f"{problem.place.file} 第 {problem.place.row} 行", problem.found)
