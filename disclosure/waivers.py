"""waivers.yaml: faults of other people's sites that are put up with for a time, and why.

A waiver silences what cannot be mended here and now; a confirmation says that a person has
looked where a guard keeps programs out. Both carry a date, so that neither is for ever.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import Annotated

from pydantic import Field

from disclosure.record import Record, Text


class _Excepted(Record):
    """An address, or a pattern in which * stands for anything."""

    address: Text = Field(title="网址或模式")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(".*".join(map(re.escape, self.address.split("*"))), re.DOTALL)

    def matches(self, url: str) -> bool:
        return self.address == url or ("*" in self.address and bool(self._pattern.fullmatch(url)))


class Waiver(_Excepted):
    """A fault that is put up with until a day (that day included)."""

    reason: Text = Field(title="理由")
    who: Text = Field(title="负责人或科室")
    until: dt.date = Field(title="有效期至")

    def holds(self, today: dt.date) -> bool:
        return today <= self.until


class Confirmation(_Excepted):
    """A person has opened the address and seen what should be there."""

    who: Text = Field(title="核对人或科室")
    day: dt.date = Field(title="核对日期")
    saw: Text = Field(title="看到的内容")

    def age(self, today: dt.date) -> int:
        return (today - self.day).days


class Waivers(Record):
    """The file; a data folder may have none."""

    waivers: tuple[Waiver, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    confirmed_for: Annotated[int, Field(ge=1, le=366)] = 90
    """Days for which a confirmation holds."""

    def fresh(self, one: Confirmation, today: dt.date) -> bool:
        return 0 <= one.age(today) <= self.confirmed_for

    def waiver(self, url: str, today: dt.date) -> Waiver | None:
        """The waiver that holds for an address."""
        return next((one for one in self.waivers if one.holds(today) and one.matches(url)), None)

    def confirmation(self, url: str) -> Confirmation | None:
        """The latest confirmation of an address, however old."""
        found = [one for one in self.confirmations if one.matches(url)]
        return max(found, key=lambda one: one.day, default=None)
