"""The columns of a register as pages and downloads show them, and their cells as text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from disclosure.registers.base import Entry, Register

SHOWN = 6
"""Columns of a table: as many as a desk's screen holds; an entry's page has them all."""

_LONG = 100
"""More rows than these leave out one column: a page must stay light on a phone (12 kB)."""

_SAMPLE = 300
"""Rows that tell whether a column is mostly filled."""

_BLANK = (None, "", ())
_DOCUMENT = re.compile(r"(^|_)items?$")

BESIDE = ("valid_from", "valid_to", "confirmed", "source", "note")
"""Columns of every register that a download carries besides the register's own."""


@dataclass(frozen=True)
class Column:
    """One column, as declared."""

    name: str
    title: str
    meaning: str
    example: str
    source: str
    must: bool
    """Whether the norm wants it filled in every row."""
    number: bool
    """Whether it is ordered by size, not by letters."""
    document: bool
    """Whether it holds ids of documents (items.csv)."""


@cache
def columns(register: Register) -> tuple[Column, ...]:
    """The register's own columns, in the order of its table."""
    return tuple(_column(name, field) for name, field in register.columns.items())


@cache
def named(register: Register, name: str) -> Column:
    """A column that every register has (its number, its period)."""
    return _column(name, register.model.model_fields[name])


def shown(register: Register, rows: Sequence[Entry]) -> tuple[Column, ...]:
    """The columns of its table: name, kind, what must be there and is, date.

    One that no row fills is left out; the page says which of those should be filled.
    """
    model = register.model
    heads = {model.named_by: 0, model.kinds_by: 1, model.dated_by: 9}
    sample = rows[:_SAMPLE]

    def rank(one: Column) -> tuple[int, bool, bool]:
        cells = [getattr(row, one.name) for row in sample]
        there = sum(cell not in _BLANK for cell in cells)
        # A long code or a yes tells a reader of a table little.
        dry = one.name.endswith("code") or any(isinstance(cell, bool) for cell in cells)
        return heads.get(one.name, 2), dry or 2 * there < len(sample), not one.must

    known = [one for one in columns(register) if not sample or filled(one, sample)]
    ranked = sorted(known, key=rank)
    last = [one for one in ranked if one.name == model.dated_by]
    others = [one for one in ranked if one not in last]
    room = SHOWN - (len(rows) > _LONG) - len(last)
    return (*others[:room], *last)


def arranged(register: Register, first: Sequence[Column]) -> tuple[Column, ...]:
    """All its columns, those of the table first."""
    return (*first, *(one for one in columns(register) if one not in first))


def wanting(register: Register, rows: Sequence[Entry]) -> tuple[Column, ...]:
    """The columns that the norm wants filled and that no row has."""
    return tuple(one for one in columns(register) if one.must and not filled(one, rows))


def filled(column: Column, rows: Sequence[Entry]) -> bool:
    """Whether any row has something in the column."""
    return any(getattr(row, column.name) not in _BLANK for row in rows)


def text(value: Any) -> str:
    """A cell as people read it; what is not known is empty."""
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(text(one) for one in value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def texts(every: Iterable[Column], entry: Entry) -> list[str]:
    """Some cells of an entry."""
    return [text(getattr(entry, one.name)) for one in every]


def _column(name: str, field: Any) -> Column:
    extra = field.json_schema_extra or {}
    kinds = {field.annotation, *get_args(field.annotation)}
    return Column(
        name=name,
        title=field.title,
        meaning=field.description or "",
        example=text((field.examples or [""])[0]),
        source=extra.get("source", ""),
        must=bool(extra.get("must")),
        number=bool(kinds & {int, float, Decimal}),
        document=_DOCUMENT.search(name) is not None and bool not in kinds,
    )
