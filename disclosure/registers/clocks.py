"""期限: the clocks that rules and pages read (data/norms/deadlines.csv)."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from disclosure.dates import PartialDate
from disclosure.record import Record, Slug, Text
from disclosure.registers.words import ClockBound, ClockUnit
from disclosure.vocabulary import Confidence


class Clock(Record):
    """A limit set by a norm. Rows with one id are the same clock under successive norms;
    their periods in force do not overlap, so (id, day) names one row."""

    id: Slug = Field(title="编号", examples=["penalty-decision"])
    area: Text = Field(title="领域", examples=["行政处罚"])
    event: Text = Field(title="事项", examples=["作出处罚决定"])
    limit: str = Field(
        default="",
        title="期限",
        description="只写数；区间写 5–15，每年日期写 01-31，日期写全",
        examples=["90"],
    )
    unit: ClockUnit | None = Field(default=None, title="单位", examples=["日"])
    bound: ClockBound | None = Field(default=None, title="性质", examples=["上限"])
    start: str = Field(default="", title="起算点", examples=["立案"])
    basis: Text = Field(title="依据", examples=["行政处罚法(2021)第60条"])
    in_force_from: PartialDate = Field(title="施行日期", examples=["2021-07-15"])
    in_force_to: PartialDate | None = Field(default=None, title="失效日期", examples=["2021-07-14"])
    confidence: Confidence = Field(default=Confidence.HIGH, title="可信度")
    source: str = Field(default="", title="来源")
    note: str = Field(default="", title="备注")

    def in_force(self, day: dt.date) -> bool:
        """Whether the norm was in force on a day; of a period known by year, the whole year."""
        ended = self.in_force_to is not None and self.in_force_to.last < day
        return self.in_force_from.first <= day and not ended

    @property
    def days(self) -> int | None:
        """The limit as a whole number, where it is one."""
        return int(self.limit) if self.limit.isdecimal() else None

    @property
    def span(self) -> tuple[int, int] | None:
        """The two ends of a limit of the form 5–15."""
        low, _, high = self.limit.partition("–")
        return (int(low), int(high)) if low.isdecimal() and high.isdecimal() else None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """The month and the day of a date that returns every year."""
        month, _, day = self.limit.partition("-")
        return (int(month), int(day)) if len(self.limit) == 5 and day.isdecimal() else None
