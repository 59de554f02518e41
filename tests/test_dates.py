"""Partial dates: what people type means the same, and nothing is rounded."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.dates import PartialDate

ACCEPTED = [
    ("2020-12-28", "2020-12-28", "2020年12月28日"),
    ("2020年12月28日", "2020-12-28", "2020年12月28日"),
    ("2020/1/2", "2020-01-02", "2020年1月2日"),
    ("2020.1.2", "2020-01-02", "2020年1月2日"),
    ("２０２０-０１-０２", "2020-01-02", "2020年1月2日"),
    ("2018-06", "2018-06", "2018年6月"),
    ("2018年6月", "2018-06", "2018年6月"),
    ("2018", "2018", "2018年"),
    ("2018年", "2018", "2018年"),
]

REFUSED = ["", "2021-02-30", "2021-13", "20201228", "2020-12-28 08:00", "44193", "去年", "0000"]


@pytest.mark.parametrize(("text", "iso", "chinese"), ACCEPTED)
def test_accepted(text: str, iso: str, chinese: str) -> None:
    date = PartialDate.parse(text)
    assert (date.iso, date.chinese) == (iso, chinese)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
partials = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.integers(1, 3),
)


@given(partials)
def test_round_trips(date: PartialDate) -> None:
    assert PartialDate.parse(date.iso) == date
    assert PartialDate.parse(date.chinese) == date
    assert date.first <= date.last


@given(partials, partials)
def test_order_agrees_with_days(one: PartialDate, other: PartialDate) -> None:
    if one.last < other.first:
        assert one < other
