"""The working days on which the demo bureau signs and publishes."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from functools import cache

import chinese_calendar

FIRST, LAST = dt.date(2010, 1, 4), dt.date(2026, 6, 30)
"""The demo bureau's life. It ends on a fixed day, so that no date is ever in the future."""


@cache
def _working_days() -> tuple[dt.date, ...]:
    span = (FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    return tuple(day for day in span if chinese_calendar.is_workday(day))


def working(day: dt.date) -> dt.date:
    """That day if it is a working day, else the next one (the last of all at the end)."""
    days = _working_days()
    return days[min(bisect_left(days, day), len(days) - 1)]


def later(day: dt.date, count: int) -> dt.date:
    """The working day `count` working days on."""
    days = _working_days()
    return days[min(bisect_left(days, day) + count, len(days) - 1)]


def earlier(day: dt.date, count: int) -> dt.date:
    """The working day `count` working days back (the first of all at the beginning)."""
    days = _working_days()
    return days[max(bisect_left(days, day) - count, 0)]


def chinese(day: dt.date) -> str:
    """2020年12月28日, without leading zeros (GB/T 9704-2012)."""
    return f"{day.year}年{day.month}月{day.day}日"
