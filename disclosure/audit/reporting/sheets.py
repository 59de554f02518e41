"""The sheets of a workbook by department; who writes it is not decided here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from disclosure.audit.reporting.lines import HEAD, NOBODY, Line, age
from disclosure.audit.standing import Standing

Cell = str | int | dt.date | None
_COLUMNS = (
    "standing", "url", "problem", "evidence", "fix", "since", "well", "failures", "said",
    "changed", "parents", "title", "status", "reason",
)  # fmt: skip
_WIDTHS = (10, 50, 16, 40, 44, 12, 12, 8, 30, 12, 24, 30, 8, 16, 12, 20)
_DATES = ("since", "well")


class Page(NamedTuple):
    """One sheet."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]


def sheets(
    head: Mapping[str, Any], lines: Sequence[Line], left_out: int, today: dt.date
) -> list[Page]:
    """An overview, then one sheet a department with what it has to mend, oldest first."""
    by_department: dict[str, list[Line]] = {}
    for one in sorted(lines, key=lambda one: (one.since or "9999", one.url)):
        by_department.setdefault(one.department, []).append(one)
    names = sorted(by_department, key=lambda name: (name == NOBODY, name))
    found = [_overview(head, by_department, names, left_out)]
    taken: set[str] = {found[0].name.casefold()}
    titles = [getattr(HEAD, name) for name in _COLUMNS]
    for name in names:
        rows = [_row(one, today) for one in by_department[name]]
        shown = _named(name, taken)
        columns = [*titles, "已有天数", "改好日期", "经办人"]
        found.append(Page(shown, columns, rows, (*_WIDTHS[:14], 10, 12, 12)))
    return found


def _named(name: str, taken: set[str]) -> str:
    """Excel wants names of 31 letters that differ by more than case."""
    for number in range(1, 1000):
        shown = name[:27] + (f" {number}" if number > 1 else "")
        if shown.casefold() not in taken:
            break
    taken.add(shown.casefold())
    return shown


def _row(one: Line, today: dt.date) -> list[Cell]:
    """Two columns are left for those who mend."""
    cells: list[Cell] = []
    for name in _COLUMNS:
        value = getattr(one, name)
        if name in _DATES:
            cells.append(dt.date.fromisoformat(value) if value else None)
        elif name == "failures":
            cells.append(value or None)
        else:
            cells.append(value)
    return [*cells, age(one, today), None, None]


def _overview(
    head: Mapping[str, Any],
    by_department: Mapping[str, Sequence[Line]],
    names: Sequence[str],
    left_out: int,
) -> Page:
    shown = [one for one in Standing if one not in (Standing.OK, Standing.UNCHECKED)]
    rows: list[list[Cell]] = []
    for name in names:
        several = by_department[name]
        counts: list[Cell] = [sum(x.standing == one.label for x in several) for one in shown]
        oldest = min((x.since for x in several if x.since), default="")
        rows.append([name, *counts, dt.date.fromisoformat(oldest) if oldest else None])
    total: list[Cell] = [head["standings"][one.value] for one in shown]
    rows.append(["合计", *total, None])
    for words in (
        f"核验日期 {head['today']}，共 {sum(head['standings'].values())} 个网址，"
        f"通 {head['standings']['ok']}，未检 {head['standings']['unchecked']}。",
        *(f"不可信：{one}" for one in head["distrust"]),
        *([f"另有 {left_out} 个网址没有列入，看 CSV 可知全部。"] if left_out else []),
    ):
        rows.append([words])
    columns = ["责任科室", *(one.label for one in shown), "最早的失败"]
    return Page("合计", columns, rows, (40, *(10 for _ in shown), 12))
