"""Reading the clocks of data/norms/deadlines.csv: which is in force, and whether it was kept.

A limit, its unit, its starting point and its period are data. Here is only what the words
上限, 下限, 提前量, 区间, 等待, 周期 and 截止 mean for two days. The day a period starts from is
not counted, and a period in days is not stretched over a holiday: no norm here says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from disclosure.registers.clocks import Clock
from disclosure.registers.words import ClockUnit
from disclosure.workdays import add_months, add_working_days, working_days


class Clocks:
    """The table of clocks, by id and day."""

    def __init__(self, rows: Iterable[Clock]) -> None:
        self._rows: dict[str, list[Clock]] = {}
        for row in rows:
            self._rows.setdefault(row.id, []).append(row)

    def __contains__(self, clock_id: str) -> bool:
        return clock_id in self._rows

    def in_words(self, clock_id: str) -> tuple[str, ...]:
        """Each row of a clock as people say it: limit, basis, period in force."""
        return tuple(
            f"{limit(row)}：{row.basis}，{row.in_force_from}起"
            + (f"，至{row.in_force_to}" if row.in_force_to else "")
            for row in self._rows.get(clock_id, ())
        )

    def at(self, clock_id: str, day: dt.date) -> Clock | None:
        """The row of a clock that was in force on a day."""
        rows = self._rows.get(clock_id, ())
        return next((row for row in rows if row.in_force(day)), None)


def limit(clock: Clock) -> str:
    """7 个工作日, 30 日, 每年 01-31: the limit as people say it."""
    if clock.unit is ClockUnit.DAY_OF_YEAR and (date := clock.month_day):
        return f"每年{date[0]}月{date[1]}日"
    counted = "个" if clock.unit in (ClockUnit.WORKING_DAYS, ClockUnit.MONTHS) else ""
    return f"{clock.limit} {counted}{clock.unit or ''}"


def after(clock: Clock, start: dt.date, count: int | None = None) -> dt.date:
    """The day on which a limit that starts on a day runs out."""
    number = clock.days if count is None else count
    assert number is not None, clock.id
    match clock.unit:
        case ClockUnit.WORKING_DAYS:
            return add_working_days(start, number)
        case ClockUnit.MONTHS:
            return add_months(start, number)
        case ClockUnit.YEARS:
            return add_months(start, 12 * number)
        case ClockUnit.DAYS:
            return start + dt.timedelta(days=number)
        case _:
            raise ValueError(f"{clock.id} is not counted in days")


def due(clock: Clock, year: int) -> dt.date:
    """The day of a year by which something returns every year."""
    assert clock.month_day is not None, clock.id
    return dt.date(year, *clock.month_day)


def new_year(year: int) -> dt.date:
    """The day whose norm governs what falls due in a year."""
    return dt.date(year, 1, 1)


def took(clock: Clock, start: dt.date, end: dt.date) -> str:
    """How long it was from one day to another, in the clock's own unit where that is a day."""
    if clock.unit is ClockUnit.WORKING_DAYS:
        return f"用了 {working_days(start, end)} 个工作日"
    return f"用了 {(end - start).days} 日"


def late(clock: Clock, start: dt.date, end: dt.date) -> str:
    """What is wrong if a thing was to be done within the limit; empty if it was."""
    last = after(clock, start)
    if end <= last:
        return ""
    return f"{start} 起算，{end} 完成，{took(clock, start, end)}，限 {limit(clock)}（最迟 {last}）"


def early(clock: Clock, start: dt.date, end: dt.date) -> str:
    """What is wrong if the limit is the least that must lie between two days."""
    first = after(clock, start)
    if end >= first:
        return ""
    return f"{start} 至 {end}，{took(clock, start, end)}，不少于 {limit(clock)}（最早 {first}）"


def outside(clock: Clock, start: dt.date, end: dt.date) -> str:
    """What is wrong if a thing was to take neither less nor more than a span."""
    assert clock.span is not None, clock.id
    low, high = clock.span
    if after(clock, start, low) <= end <= after(clock, start, high):
        return ""
    return f"{start} 至 {end}，{took(clock, start, end)}，应为 {limit(clock)}"
