"""Working days: weekends, festivals, exchanged days, and years nobody has announced."""

from __future__ import annotations

import datetime as dt

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.workdays import (
    OutsideCalendar,
    add_months,
    add_working_days,
    known_years,
    working_days,
)

DAY = dt.date.fromisoformat
DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2021-04-06", 1, "2021-04-07"),
        ("2021-04-06", 7, "2021-04-15"),  # over a weekend
        ("2021-09-30", 5, "2021-10-13"),  # National Day, and Saturday 10-09 worked
        ("2021-02-10", 1, "2021-02-18"),  # Spring Festival
        ("2021-04-25", 5, "2021-04-30"),  # a Sunday that was worked
        ("2020-01-23", 2, "2020-02-04"),  # the festival of 2020, which was lengthened
        ("2021-05-01", 1, "2021-05-06"),  # from a holiday
    ],
)
def test_known_spans(start: str, count: int, end: str) -> None:
    assert add_working_days(DAY(start), count) == DAY(end)
    assert working_days(DAY(start), DAY(end)) == count


@given(DAYS, st.integers(1, 60))
def test_it_agrees_with_counting_day_by_day(start: dt.date, count: int) -> None:
    day, left = start, count
    while left:
        day += dt.timedelta(days=1)
        left -= chinese_calendar.is_workday(day)
    assert add_working_days(start, count) == day
    assert working_days(start, day) == count
    assert working_days(day, start) == -count


@pytest.mark.parametrize("year", [known_years()[0] - 1, known_years()[1] + 1])
def test_nothing_is_guessed_outside_the_calendar(year: int) -> None:
    with pytest.raises(OutsideCalendar, match=str(year)):
        add_working_days(dt.date(year, 6, 1), 5)
    with pytest.raises(OutsideCalendar):
        working_days(dt.date(2020, 6, 1), dt.date(year, 6, 1))


def test_a_limit_that_runs_out_of_the_calendar() -> None:
    last = known_years()[1]
    with pytest.raises(OutsideCalendar, match=str(last + 1)):
        add_working_days(dt.date(last, 12, 30), 20)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [("2021-01-31", 1, "2021-02-28"), ("2020-02-29", 12, "2021-02-28"), ("2021-11-30", 3, "2022-02-28"),
     ("2021-12-15", 1, "2022-01-15")],
)  # fmt: skip
def test_months(start: str, count: int, end: str) -> None:
    assert add_months(DAY(start), count) == DAY(end)
