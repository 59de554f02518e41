"""Clocks: which row is in force, when a limit runs out, and what it is called."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure import clocks
from disclosure.clocks import Clocks
from disclosure.load import load_catalogue
from disclosure.registers.clocks import Clock
from rules.workshop import ROOT

DAY = dt.date.fromisoformat


@pytest.fixture(scope="module")
def table() -> Clocks:
    return Clocks(load_catalogue(ROOT / "data").clocks)


def _clock(limit: str, unit: str) -> Clock:
    return Clock.model_validate(
        {"id": "x", "area": "a", "event": "b", "limit": limit, "unit": unit, "basis": "c",
         "in_force_from": "2000"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "limit", "basis"),
    [("2021-12-31", "10", "河南省法律援助条例"), ("2022-01-01", "7", "法律援助法")],
)
def test_a_day_finds_the_norm_of_its_time(table: Clocks, day: str, limit: str, basis: str) -> None:
    clock = table.at("legal-aid-review", DAY(day))
    assert clock is not None and clock.limit == limit and basis in clock.basis


def test_before_any_norm_there_is_no_clock(table: Clocks) -> None:
    assert table.at("publicity-licence-penalty", DAY("2018-12-04")) is None
    assert table.at("normative-consultation", DAY("2022-01-01")) is None
    assert table.at("normative-consultation", DAY("2021-12-31")) is not None, "known by the year"
    assert "no-such-clock" not in table


@pytest.mark.parametrize(
    ("limit", "unit", "start", "last"),
    [("20", "日", "2021-02-01", "2021-02-21"), ("7", "工作日", "2021-04-06", "2021-04-15"),
     ("6", "月", "2021-08-31", "2022-02-28"), ("2", "年", "2020-02-29", "2022-02-28")],
)  # fmt: skip
def test_when_a_limit_runs_out(limit: str, unit: str, start: str, last: str) -> None:
    clock, day, end = _clock(limit, unit), DAY(start), DAY(last)
    assert clocks.after(clock, day) == end
    assert clocks.late(clock, day, end) == ""
    assert f"最迟 {last}" in clocks.late(clock, day, end + dt.timedelta(days=1))
    assert clocks.early(clock, day, end) == ""
    assert clocks.early(clock, day, end - dt.timedelta(days=1))


def test_a_span_has_two_ends() -> None:
    clock, start = _clock("5–15", "工作日"), DAY("2021-03-01")
    good = [clocks.outside(clock, start, DAY(day)) for day in ("2021-03-08", "2021-03-22")]
    assert good == ["", ""]
    assert clocks.outside(clock, start, DAY("2021-03-05"))
    assert clocks.outside(clock, start, DAY("2021-03-23"))


def test_how_people_say_it() -> None:
    assert clocks.limit(_clock("7", "工作日")) == "7 个工作日"
    assert clocks.limit(_clock("01-31", "每年日期")) == "每年1月31日"
    assert clocks.limit(_clock("30", "日")) == "30 日"
    assert clocks.due(_clock("03-31", "每年日期"), 2021) == DAY("2021-03-31")
    with pytest.raises(ValueError, match="days"):
        clocks.after(_clock("5", "小时"), DAY("2021-01-04"))
