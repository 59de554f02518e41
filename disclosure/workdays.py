"""Working days in China, and the last lawful day of a time limit.

The State Council announces each year's holidays and exchanged working days; `chinesecalendar`
carries the announcements. Outside its years nothing is guessed: `OutsideCalendar` is raised.
The day a period starts from is not counted (民法典第201条).
"""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_right
from functools import cache

from chinese_calendar import constants


class OutsideCalendar(ValueError):
    """A day of a year whose holidays are not known."""

    def __init__(self, day: dt.date) -> None:
        self.day = day
        first, last = known_years()
        super().__init__(f"{day.year}年不在工作日历之内（{first}—{last}年）")


@cache
def known_years() -> tuple[int, int]:
    """The first and last year whose holidays are known."""
    years = {day.year for day in constants.holidays}
    return min(years), max(years)


def working_days(after: dt.date, until: dt.date) -> int:
    """How many working days lie after one day and up to another (negative if before)."""
    days = _working_days()
    _known(after)
    _known(until)
    return bisect_right(days, until) - bisect_right(days, after)


def add_working_days(start: dt.date, count: int) -> dt.date:
    """The working day that is `count` working days after a day."""
    _known(start)
    days = _working_days()
    index = bisect_right(days, start) + count - 1
    if not 0 <= index < len(days):
        raise OutsideCalendar(start.replace(year=known_years()[1] + 1, day=1))
    return days[index]


def add_months(start: dt.date, count: int) -> dt.date:
    """The same day `count` months on, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _known(day: dt.date) -> None:
    first, last = known_years()
    if not first <= day.year <= last:
        raise OutsideCalendar(day)


@cache
def _working_days() -> tuple[dt.date, ...]:
    first, last = known_years()
    start = dt.date(first, 1, 1)
    span = (start + dt.timedelta(days=n) for n in range((dt.date(last, 12, 31) - start).days + 1))
    # chinese_calendar.is_workday asks for the first and last known day each time.
    return tuple(
        day
        for day in span
        if day in constants.workdays or (day.weekday() < 5 and day not in constants.holidays)
    )
