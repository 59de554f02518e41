"""A page an entry: all its columns, its versions, its changes, and what it serves.

There may be tens of thousands, so what is common to a register is prepared once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from disclosure.model import Item
from disclosure.pages.columns import Column, columns, text
from disclosure.pages.desk import Desk
from disclosure.pages.lines import IndicatorLine, RegisterLine
from disclosure.pages.page import HOME, Crumb, Page, shorten
from disclosure.pages.permanent import permanent
from disclosure.pages.plan.items import TRUST
from disclosure.pages.plan.registers import OVERVIEW, ended
from disclosure.pages.standing import COMPILED
from disclosure.registers import Change, Entry, Register
from disclosure.registers.comparison import Cell, different_cells

_TOC = (
    ("indicators", "对应指标"),
    ("source", "来源和核对情况"),
    ("versions", "历次版本和调整"),
)


@dataclass(frozen=True)
class _Common:
    """What the pages of one register share."""

    line: RegisterLine
    columns: tuple[tuple[str, str, bool], ...]
    """Title, name and whether it must be filled."""
    documents: tuple[Column, ...]
    indicators: tuple[IndicatorLine, ...]
    changes: Mapping[str, Sequence[Change]]
    """Adjustments by entry, newest first."""
    crumbs: tuple[Crumb, ...]


def pages(desk: Desk) -> Iterator[Page]:
    for line in desk.registers.values():
        register = line.register
        latest = desk.catalogue.latest(register.slug)
        if not latest:
            continue
        common = _common(desk, line)
        names = Counter(one.title for one in latest)
        for one in latest:
            yield _page(desk, common, desk.catalogue.shown(one, desk.today), names)


def _common(desk: Desk, line: RegisterLine) -> _Common:
    register = line.register
    every = columns(register)
    changes: dict[str, list[Change]] = {}
    for change in reversed(desk.catalogue.changes_of(register.slug)):
        changes.setdefault(change.entry, []).append(change)
    return _Common(
        line,
        tuple((one.title, one.name, one.must) for one in every if not one.document),
        tuple(one for one in every if one.document),
        tuple(desk.lines[one] for one in register.indicators if one in desk.lines),
        changes,
        (HOME, OVERVIEW, (register.title, register.address)),
    )


def _page(desk: Desk, common: _Common, entry: Entry, names: Counter[str]) -> Page:
    register = common.line.register
    number = str(getattr(entry, "number", ""))
    alone = names[entry.title] == 1
    told = register.title if alone else number or entry.id
    kind = f"，{entry.kind}" if entry.kind else ""
    when = f"，{entry.date or entry.year}" if entry.date or entry.year else ""
    return Page(
        address=entry.address,
        title=f"{entry.title}（{told}）",
        description=shorten(f"{register.title}：{entry.title}{kind}{when}。编号 {entry.id}。"),
        kind="entry",
        template="entry.html",
        lastmod=desk.publication.changed(entry),
        subject=entry,
        crumbs=common.crumbs,
        later=partial(_details, desk, common, entry, "" if alone else number),
        contents=_toc,
    )


def _details(desk: Desk, common: _Common, entry: Entry, number: str) -> Mapping[str, Any]:
    """`number` tells it from other entries of the same name."""
    catalogue = desk.catalogue
    register = common.line.register
    versions = catalogue.versions(register.slug, entry.id)
    changes = common.changes.get(entry.id, ())
    known, blank = [], []
    for title, name, must in common.columns:
        if (cell := text(getattr(entry, name))) or must:
            known.append((title, cell))
        else:
            blank.append(title)
    return {
        "entry": entry,
        "name": f"{entry.title}（{number}）" if number else entry.title,
        "register": register,
        "cells": known,
        "documents": [found for one in common.documents if (found := _documents(desk, one, entry))],
        "blank": "、".join(blank),
        "mark": ended(entry, desk),
        "compiled": COMPILED,
        "serves": [
            (*catalogue.materials[key], desk.coverage[key].state) for key in entry.satisfies
        ],
        "indicators": common.indicators,
        "department": catalogue.department(entry.department) if entry.department else None,
        "trust": TRUST[entry.confidence],
        "permanent": permanent(catalogue.bureau, entry.address),
        "history": _history(register, versions) if len(versions) > 1 else (),
        "changes": changes,
    }


def _toc(context: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return _TOC if context["history"] or context["changes"] else _TOC[:-1]


def _documents(desk: Desk, column: Column, entry: Entry) -> tuple[str, tuple[Item, ...]] | None:
    """The documents that a cell names by their ids, under its title."""
    value = getattr(entry, column.name)
    ids = (value,) if isinstance(value, str) else value
    by_id = desk.catalogue.items_by_id
    found = tuple(by_id[one] for one in ids if one in by_id)
    return (column.title, found) if found else None


def _history(register: Register, versions: Sequence[Entry]) -> list[tuple[Entry, tuple[Cell, ...]]]:
    """Every version, newest first, with what it changed."""
    columns_of = {**register.columns}
    pairs = [(versions[0], ())] + [
        (newer, different_cells(older, newer, columns_of)) for older, newer in pairwise(versions)
    ]
    return pairs[::-1]
