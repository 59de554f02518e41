"""On which pages a register's rows stand. Pages and the audit's atlas both ask here.

    registers/<slug>/                          the whole register, or the way into its parts
    registers/<slug>/list/<kind>-<year>/       a part; list/<kind>/ or list/<year>/ where the
    registers/<slug>/list/<kind>-<year>/2/     register has only the one; further sheets numbered
    registers/<slug>/list/2/                   a long register without kinds and years

What is paged is every entry once, ended ones included: so the addresses follow from the data
and not from the day, and none dies because an item was cancelled. `list/` keeps the addresses
of sheets apart from those of entries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import get_args

from disclosure.registers.base import Entry, Register

ROWS = 200
"""Rows of one sheet."""

_UNSORTED, _UNDATED = "unsorted", "undated"


@dataclass(frozen=True)
class Part:
    """The rows of a long register that share a kind and a year."""

    slug: str
    """Last step of its address; empty for a register that has neither kinds nor years."""
    title: str
    kind: str
    year: int | None
    rows: tuple[Entry, ...]
    register: Register

    @property
    def address(self) -> str:
        """Where its first sheet stands."""
        return f"{self.register.address}list/{self.slug}/" if self.slug else self.register.address

    @property
    def stem(self) -> str:
        """What the addresses of its further sheets begin with."""
        return self.address if self.slug else f"{self.register.address}list/"


@dataclass(frozen=True)
class Sheet:
    """One page with rows of a register."""

    register: Register
    address: str
    title: str
    rows: tuple[Entry, ...]
    part: Part | None = None
    """What it shows a piece of; None on the way into the parts."""
    number: int = 1
    count: int = 1
    """Which of how many sheets of its part."""
    start: int = 0
    """Rows of its part that stand on earlier sheets."""
    parts: tuple[Part, ...] = ()
    """Where to go from the way in."""


def sheets(register: Register, rows: Sequence[Entry]) -> tuple[Sheet, ...]:
    """Every sheet of a register whose entries are `rows`; the first is at its own address."""
    ordered = in_order(rows)
    if len(ordered) <= ROWS or not (kinds_of(register) or register.model.dated_by):
        return tuple(_numbered(Part("", "", "", None, ordered, register)))
    parts = _parts(register, ordered)
    front = Sheet(register, register.address, register.title, (), parts=parts)
    return (front, *(sheet for part in parts for sheet in _numbered(part)))


def in_order(rows: Sequence[Entry]) -> tuple[Entry, ...]:
    """By kind as the vocabulary orders them, oldest first, undated last; ties by id."""
    used = {kind for kind in map(_kind, rows) if kind is not None}
    words = next((type(kind) for kind in used), None)
    ranks = {kind: rank for rank, kind in enumerate(words or ())}

    def key(entry: Entry) -> tuple[int, str, int, dt.date, str]:
        kind = _kind(entry)
        rank = len(ranks) if kind is None else ranks[kind]
        return rank, entry.kind, entry.year or 9999, entry.date or dt.date.max, entry.id

    return tuple(sorted(rows, key=key))


def kinds_of(register: Register) -> tuple[Enum, ...]:
    """Its kinds, if they are a closed vocabulary: free words make no permanent address."""
    name = register.model.kinds_by
    annotation = register.model.model_fields[name].annotation if name else None
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, Enum):
            return tuple(one)
    return ()


def _kind(entry: Entry) -> Enum | None:
    value = getattr(entry, entry.kinds_by) if entry.kinds_by else None
    return value if isinstance(value, Enum) else None


def _parts(register: Register, ordered: Sequence[Entry]) -> tuple[Part, ...]:
    groups: dict[tuple[Enum | None, int | None], list[Entry]] = {}
    for entry in ordered:
        groups.setdefault((_kind(entry), entry.year), []).append(entry)
    found = []
    for (kind, year), rows in groups.items():
        steps, names = [], []
        if kinds_of(register):
            steps.append(kind.name.lower().replace("_", "-") if kind else _UNSORTED)
            names.append(str(kind) if kind else "未分类")
        if register.model.dated_by:
            steps.append(str(year or _UNDATED))
            names.append(f"{year}年" if year else "日期未载明")
        title = " ".join(names)
        part = Part("-".join(steps), title, str(kind or ""), year, tuple(rows), register)
        found.append(part)
    return tuple(found)


def _numbered(part: Part) -> Iterator[Sheet]:
    count = -(-len(part.rows) // ROWS) or 1
    name = f"{part.register.title}：{part.title}" if part.title else part.register.title
    for number in range(1, count + 1):
        start = (number - 1) * ROWS
        yield Sheet(
            register=part.register,
            address=part.address if number == 1 else f"{part.stem}{number}/",
            title=name if number == 1 else f"{name}（第{number}页）",
            rows=part.rows[start : start + ROWS],
            part=part,
            number=number,
            count=count,
            start=start,
        )
