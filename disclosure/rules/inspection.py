"""One run of the rules: where things stand in the data, and the day on which they are judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache

from disclosure.clocks import Clocks
from disclosure.model import Catalogue, Item
from disclosure.problem import CODES, Place, Problem, Severity
from disclosure.record import Record
from disclosure.registers.base import Entry
from disclosure.registers.clocks import Clock
from disclosure.vocabulary import Confidence
from disclosure.workdays import OutsideCalendar

Judge = Callable[[Clock, dt.date, dt.date], str]
"""Whether a clock was kept between two days: what is wrong, or nothing."""

_AT_MOST = {Confidence.MEDIUM: Severity.WARNING, Confidence.LOW: Severity.NOTE}


class Inspection:
    """What every rule is given: the catalogue, today, the clocks, and how to report."""

    def __init__(self, catalogue: Catalogue, today: dt.date) -> None:
        self.catalogue = catalogue
        self.today = today
        self.clocks = Clocks(catalogue.clocks)
        self.missing: dict[str, str] = {}
        """Clocks that a rule needed and the table lacks, with the code of the rule."""
        self._clock_of: dict[tuple[str, dt.date], Clock | None] = {}

    def found(
        self,
        code: str,
        thing: Item | Entry,
        column: str,
        found: str,
        hint: str = "",
        lowered: Severity | None = None,
    ) -> Problem:
        """A problem at a column of the row that states a thing."""
        return Problem(CODES[code], self.place(thing, column), found, hint, lowered)

    def place(self, thing: Item | Entry, column: str) -> Place:
        if isinstance(thing, Entry):
            file, row = self.catalogue.entry_origins[thing.register, thing.id, thing.valid_from]
        else:
            file, row = self.catalogue.origins[thing.address]
        return Place(file, row, label(type(thing), column))

    def in_text(self, code: str, item: Item, offset: int, found: str, hint: str = "") -> Problem:
        """A problem at a place of an item's text."""
        line = self.catalogue.texts[item.id].count("\n", 0, offset) + 1
        return Problem(CODES[code], Place(f"texts/{item.id}.md", line), found, hint)

    def clock(self, code: str, day: dt.date) -> Clock | None:
        """The first of a rule's clocks that was in force on a day; each day is sought once."""
        if (code, day) not in self._clock_of:
            self._clock_of[code, day] = self._clock(code, day)
        return self._clock_of[code, day]

    def _clock(self, code: str, day: dt.date) -> Clock | None:
        for clock_id in CODES[code].clocks:
            if clock_id not in self.clocks:
                self.missing.setdefault(clock_id, code)
            elif clock := self.clocks.at(clock_id, day):
                return clock
        return None

    def judge(
        self,
        code: str,
        thing: Item | Entry,
        column: str,
        span: tuple[dt.date | None, dt.date | None],
        judge: Judge,
    ) -> Iterator[Problem]:
        """Whether the clock in force on the first day was kept, where both days are known."""
        start, end = span
        if start is None or end is None:
            return
        clock = self.clock(code, start)
        if clock is None:
            return
        try:
            fault = judge(clock, start, end)
        except OutsideCalendar as outside:
            yield self.found("T08", thing, column, f"{start} 至 {end}：{outside}")
            return
        if fault:
            hint = "" if clock.basis in CODES[code].norm else f"按{clock.basis}"
            yield self.found(code, thing, column, fault, hint, certain(clock.confidence))


def certain(confidence: Confidence) -> Severity | None:
    """How bad a breach of an uncertain norm can be at most; None if it is certain."""
    return _AT_MOST.get(confidence)


Rule = Callable[[Inspection], Iterator[Problem]]
"""A rule yields what it finds wrong."""


@cache
def label(model: type[Record], column: str) -> str:
    """文号(number): the Chinese title with the English name of the column."""
    field = model.model_fields.get(column)
    return f"{field.title}({column})" if field is not None and field.title else column
