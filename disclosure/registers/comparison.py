"""Two editions of a register side by side: what came, what went, what changed, on what basis.

An edition is the rows in force on a day; of a series, such as decisions, those dated by then.
The rows say what is different; changes.csv says why. An adjustment that is recorded but left
no trace in the rows is said too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from disclosure.registers.base import Change, Entry, Register
from disclosure.registers.holdings import Holdings

_ALSO = ("department", "confirmed")
"""Housekeeping columns whose change concerns the public."""


@dataclass(frozen=True)
class Cell:
    """One column that two versions fill differently."""

    name: str
    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """One entry that is not the same on both days."""

    entry: Entry
    """As it stands on the later day; of one that ended, as it last stood."""
    cells: tuple[Cell, ...] = ()
    changes: tuple[Change, ...] = ()
    """Adjustments recorded for it after the first day and up to the second."""

    @property
    def basis(self) -> tuple[str, ...]:
        """Why, as recorded; empty if nobody recorded it."""
        return tuple(dict.fromkeys(one.basis for one in self.changes if one.basis))


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two days, by id."""

    register: Register
    before: dt.date
    after: dt.date
    counts: tuple[int, int]
    """Rows in force on either day."""
    added: tuple[Difference, ...]
    ended: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    unseen: tuple[Change, ...]
    """Recorded between the days, yet the rows are the same on both."""
    timeless: int
    """Rows that state no start, so that they count as in force on any day."""

    @property
    def same(self) -> bool:
        return not (self.added or self.ended or self.changed or self.unseen)


def compare(holdings: Holdings, register: Register, before: dt.date, after: dt.date) -> Comparison:
    """The editions of two days, compared entry by entry."""
    old = _edition(holdings, register, before)
    new = _edition(holdings, register, after)
    recorded: dict[str, list[Change]] = {}
    for change in holdings.changes_of(register.slug):
        if before < change.date <= after:
            recorded.setdefault(change.entry, []).append(change)

    def difference(entry: Entry, cells: tuple[Cell, ...] = ()) -> Difference:
        return Difference(entry, cells, tuple(recorded.pop(entry.id, ())))

    added = tuple(difference(new[key]) for key in sorted(new.keys() - old.keys()))
    ended = tuple(difference(old[key]) for key in sorted(old.keys() - new.keys()))
    columns = {**register.columns, **{name: register.model.model_fields[name] for name in _ALSO}}
    kept = sorted(old.keys() & new.keys())
    cells = {key: different_cells(old[key], new[key], columns) for key in kept}
    changed = tuple(difference(new[key], found) for key, found in cells.items() if found)
    unseen = tuple(change for key in sorted(recorded) for change in recorded[key])
    counts = (len(old), len(new))
    timeless = sum(one.valid_from is None and not one.year for one in new.values())
    return Comparison(register, before, after, counts, added, ended, changed, unseen, timeless)


def _edition(holdings: Holdings, register: Register, day: dt.date) -> Mapping[str, Entry]:
    """The rows of a register as they stood on a day, by id."""
    rows = holdings.current(register.slug, day)
    return {one.id: one for one in rows if _made_by(one, day)}


def _made_by(entry: Entry, day: dt.date) -> bool:
    """Whether a record was there on a day; rows of a standing register always were."""
    if entry.date is not None:
        return entry.date <= day
    return entry.year is None or entry.year <= day.year


def different_cells(before: Entry, after: Entry, columns: Mapping[str, Any]) -> tuple[Cell, ...]:
    """The columns that two versions fill differently, in the order of the table."""
    if before is after:
        return ()
    return tuple(
        Cell(name, column.title or name, in_words(old), in_words(new))
        for name, column in columns.items()
        if (old := getattr(before, name)) != (new := getattr(after, name))
    )


def in_words(value: object) -> str:
    """A cell's value as people read it; empty for a blank one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(in_words(one) for one in value)
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value.value) if isinstance(value, Enum) else str(value)
