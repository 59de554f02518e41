"""Registers: the overview, and the sheets of each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from disclosure.pages.columns import Column, columns, text, wanting
from disclosure.pages.desk import Desk
from disclosure.pages.downloads import FORMATS, file_address, script_address
from disclosure.pages.lines import RegisterLine
from disclosure.pages.page import HOME, Crumb, Page, shorten
from disclosure.pages.permanent import permanent, qr
from disclosure.pages.plan.totals import totals
from disclosure.pages.standing import sentence
from disclosure.registers import Entry, Register, Stage
from disclosure.registers.paging import Sheet, in_order, sheets
from disclosure.vocabulary import State

OVERVIEW: Crumb = ("公开清单", "registers/")
_GROUPS = (("enforcement", "行政执法公示"), ("lists", "其他清单"))
LATEST = 20
"""Entries on the way into a long register: its newest."""
_LONGEST = 80
"""Letters of a table's cell; the entry's page has the whole text."""


@dataclass(frozen=True)
class EntryLine:
    """A row of a register's table."""

    entry: Entry
    cells: tuple[tuple[Column, str], ...]
    """All but the first, which is its name."""
    mark: str
    """Why it is not in force; empty when it is."""


@dataclass(frozen=True)
class _Event:
    """Something that happened to a register: an edition, an adjustment."""

    date: dt.date
    kind: str
    title: str
    address: str
    told: tuple[str, ...]


def pages(desk: Desk) -> Iterator[Page]:
    yield _overview(desk, tuple(desk.registers.values()))
    for line in desk.registers.values():
        for sheet in sheets(line.register, desk.catalogue.latest(line.register.slug)):
            yield _sheet(desk, line, sheet)


def _overview(desk: Desk, lines: Sequence[RegisterLine]) -> Page:
    count = sum(line.count for line in lines)
    states = Counter(line.standing.state for line in lines)
    return Page(
        address=OVERVIEW[1],
        title=OVERVIEW[0],
        description=f"{desk.catalogue.bureau.name}应当公开的{len(lines)}种清单，目前列有{count}项，"
        "可以查找、筛选和下载。",
        kind="registers",
        template="registers.html",
        lastmod=max(line.changed for line in lines),
        context={
            "groups": [
                ("enforcement", [line for line in lines if line.register.stage]),
                ("lists", [line for line in lines if line.register.stage is None]),
            ],
            "count": len(lines),
            "entry_count": count,
            "states": {one: states[one] for one in State if states[one]},
            "stages": list(Stage),
            "titles": dict(_GROUPS),
        },
        crumbs=(HOME,),
        toc=_GROUPS,
    )


def _sheet(desk: Desk, line: RegisterLine, sheet: Sheet) -> Page:
    register = sheet.register
    front = sheet.address == register.address
    up = () if front else ((register.title, register.address),)
    return Page(
        address=sheet.address,
        title=sheet.title,
        description=_describe(line, sheet),
        kind="register",
        template="register.html" if front else "register_sheet.html",
        lastmod=line.changed if front else desk.publication.latest(sheet.rows),
        subject=register,
        crumbs=(HOME, OVERVIEW, *up),
        toc=_toc(desk, sheet) if front else (),
        later=partial(_front if front else _rest, desk, line, sheet),
    )


def _describe(line: RegisterLine, sheet: Sheet) -> str:
    if sheet.part and sheet.address != line.register.address:
        return shorten(f"{sheet.title}，共{len(sheet.part.rows)}项，按时间先后排列。")
    count = f"，现有{line.count}项" if line.count else ""
    return shorten(f"{line.register.title}{count}：{line.register.about}{line.word}。")


def _toc(desk: Desk, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    register = sheet.register
    holds = bool(desk.catalogue.entries_of(register.slug))
    grouped = bool(register.model.kinds_by or register.model.dated_by)
    return (
        *((("totals", "分类统计"),) if holds and grouped else ()),
        ("rows", f"最近{LATEST}项" if sheet.parts else "清单内容"),
        *((("downloads", "下载"),) if holds else ()),
        ("columns", "栏目说明"),
        ("changes", "调整记录"),
    )


def _front(desk: Desk, line: RegisterLine, sheet: Sheet) -> Mapping[str, Any]:
    """A register's own page: everything about it, and its rows or the way to them."""
    register = sheet.register
    catalogue = desk.catalogue
    holds = bool(catalogue.entries_of(register.slug))
    address = permanent(catalogue.bureau, register.address)
    rows = newest(line.current) if sheet.parts else sheet.rows
    indicators = [desk.lines[one] for one in register.indicators if one in desk.lines]
    return {
        **_table(desk, line, sheet, rows),
        "sentence": sentence(line.standing),
        "basis": [(one, desk.cited(one)) for one in register.basis],
        "indicators": indicators,
        "answerable": tuple(dict.fromkeys(d for one in indicators for d in one.departments)),
        "deadlines": desk.deadlines(desk.statuses(one.indicator for one in indicators)),
        "meanings": columns(register),
        "wanting": wanting(register, line.current) if line.current else (),
        "totals": totals(register, in_order(line.current), sheet.parts),
        "files": _files(register) if holds else (),
        "changes": _changes(desk, register),
        "permanent": address,
        "settled": bool(catalogue.bureau.base_url),
        "qr": qr,
        "qr_title": f"{register.title}的二维码",
    }


def _rest(desk: Desk, line: RegisterLine, sheet: Sheet) -> Mapping[str, Any]:
    """A further sheet: rows only."""
    return _table(desk, line, sheet, sheet.rows)


def _table(desk: Desk, line: RegisterLine, sheet: Sheet, rows: Sequence[Entry]) -> dict[str, Any]:
    register = sheet.register
    first = sheet.part.address if sheet.part else register.address
    stem = sheet.part.stem if sheet.part else register.address
    return {
        "line": line,
        "register": register,
        "sheet": sheet,
        "lines": [_entry_line(desk, line.columns, one) for one in rows],
        "numbered": [(n, first if n == 1 else f"{stem}{n}/") for n in range(1, sheet.count + 1)],
        "rows_address": script_address(register),
    }


def _entry_line(desk: Desk, shown_columns: Sequence[Column], latest: Entry) -> EntryLine:
    entry = desk.catalogue.shown(latest, desk.today)
    cells = [(one, shorten(text(getattr(entry, one.name)), _LONGEST)) for one in shown_columns[1:]]
    return EntryLine(entry, tuple(cells), ended(entry, desk))


def ended(entry: Entry, desk: Desk) -> str:
    """Why an entry is not in force today; empty when it is."""
    if entry.current(desk.today):
        return ""
    if entry.valid_from and entry.valid_from > desk.today:
        return f"{entry.valid_from} 起有效"
    return f"{entry.valid_to} 终止"


def newest(rows: Sequence[Entry]) -> tuple[Entry, ...]:
    """The newest entries of a series, newest first."""
    dated = sorted(rows, key=lambda one: (str(one.date or one.year or ""), one.id), reverse=True)
    return tuple(dated[:LATEST])


def _files(register: Register) -> list[tuple[str, str]]:
    return [(told, file_address(register, suffix)) for suffix, told in FORMATS.items()]


def _changes(desk: Desk, register: Register) -> list[_Event]:
    """Editions and adjustments, newest first."""
    catalogue = desk.catalogue
    found = [
        _Event(one.published, "发布", register.title, "", (one.basis, one.note))
        for one in catalogue.editions_of(register.slug)
        if one.published and one.confirmed
    ]
    for change in catalogue.changes_of(register.slug):
        latest = catalogue.versions(register.slug, change.entry)[-1]
        told = (change.basis, change.note)
        found.append(_Event(change.date, change.kind, latest.title, latest.address, told))
    return sorted(found, key=lambda one: one.date, reverse=True)
