"""How many entries of a register are in force, by kind and by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure.pages.columns import columns
from disclosure.registers import Entry, Register
from disclosure.registers.paging import Part


@dataclass(frozen=True)
class Totals:
    """How many entries of a register are in force."""

    kinds: tuple[str, ...]
    years: tuple[int | None, ...]
    counts: Mapping[tuple[str, int | None], int]
    by_kind: Mapping[str, int]
    by_year: Mapping[int | None, int]
    where: Mapping[tuple[str, int | None], Part]
    """The part that each figure leads to, if there is one."""
    dated: bool
    kinded: bool
    title: str
    """Of the column that groups it."""


def totals(register: Register, rows: Sequence[Entry], parts: Sequence[Part]) -> Totals | None:
    """How many are in force by kind and year; each figure leads to its part, if there is one."""
    if not (register.model.kinds_by or register.model.dated_by) or not rows:
        return None
    counts = Counter((one.kind, one.year) for one in rows)
    where = {(part.kind, part.year): part for part in parts}
    # A part without rows in force is still a page to be reached.
    pairs = counts.keys() | where.keys()
    kinds = list(dict.fromkeys([*(one.kind for one in rows), *(kind for kind, _ in where)]))
    years = sorted({year for _, year in pairs}, key=lambda year: year or 9999)
    return Totals(
        kinds=tuple(kinds),
        years=tuple(years),
        counts=counts,
        by_kind=Counter(one.kind for one in rows),
        by_year=Counter(one.year for one in rows),
        where=where,
        dated=bool(register.model.dated_by),
        kinded=bool(register.model.kinds_by),
        title=named_column(register),
    )


def named_column(register: Register) -> str:
    """The title of the column that groups it."""
    name = register.model.kinds_by
    return next((one.title for one in columns(register) if one.name == name), "类别")
