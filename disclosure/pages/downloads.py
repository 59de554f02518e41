"""Registers as files: CSV and XLSX for people, JSON for programs, a script for the table.

CSV and XLSX hold the rows in force; JSON holds every version, the columns and the changes.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from disclosure.model import Catalogue
from disclosure.pages.columns import (
    BESIDE,
    Column,
    arranged,
    columns,
    filled,
    named,
    shown,
    text,
    texts,
)
from disclosure.pages.permanent import permanent
from disclosure.pages.standing import word
from disclosure.pages.workbook import Cell, Sheet, workbook
from disclosure.registers import REGISTERS
from disclosure.registers.base import Entry, Register
from disclosure.registers.standing import standing

FORMATS = {"xlsx": "Excel 工作簿", "csv": "CSV", "json": "JSON"}
"""What each file is called, by its suffix."""

# A spreadsheet that opens a CSV rounds long numbers and drops leading zeros; a tab in front
# makes them text, as banks' statements do. A quote in front keeps a text from being a formula.
_MANGLED = re.compile(r"0\d+|\d{12,}")
_FORMULA = re.compile(r"[=+@]|-(?!\d)")


def file_address(register: Register, suffix: str) -> str:
    """Where a register's file stands; permanent."""
    return f"{register.address}{register.slug}.{suffix}"


def script_address(register: Register) -> str:
    """Where the rows of its searchable table stand."""
    return f"assets/registers/{register.slug}.js"


def files(catalogue: Catalogue, today: dt.date) -> Mapping[str, str | bytes]:
    """Every file of every register that has entries, by address."""
    found: dict[str, str | bytes] = {}
    for register in REGISTERS:
        if not catalogue.entries_of(register.slug):
            continue
        rows = catalogue.current(register.slug, today)
        found[file_address(register, "csv")] = csv_text(register, rows)
        found[file_address(register, "xlsx")] = xlsx(catalogue, register, rows)
        found[file_address(register, "json")] = json_text(catalogue, register)
        found[script_address(register)] = script(register, rows)
    return found


def csv_text(register: Register, rows: Sequence[Entry]) -> str:
    """The rows in force; with a BOM, without which a Chinese Excel reads GBK."""
    target = io.StringIO()
    writer = csv.writer(target)
    every = (named(register, "id"), *columns(register), *_beside(register))
    writer.writerow([one.title for one in every])
    for entry in rows:
        writer.writerow([_safe(cell) for cell in texts(every, entry)])
    return "\ufeff" + target.getvalue()


def _beside(register: Register) -> tuple[Column, ...]:
    return tuple(named(register, name) for name in BESIDE)


def _safe(cell: str) -> str:
    if cell[:1].isdecimal():
        return "\t" + cell if _MANGLED.fullmatch(cell) else cell
    return "'" + cell if _FORMULA.match(cell) else cell


def xlsx(catalogue: Catalogue, register: Register, rows: Sequence[Entry]) -> bytes:
    """The rows in force, and what the columns mean."""
    own = columns(register)
    every = (named(register, "id"), *own, *_beside(register))
    head = [one.title for one in every]
    first = Sheet(register.title, head, _cells(every, rows), [_width(one) for one in every])
    meaning = Sheet(
        "栏目说明",
        ["栏目", "含义", "示例", "是否必填", "出处"],
        [
            *_facts(catalogue, register),
            *(
                (one.title, one.meaning, one.example, "必填" if one.must else "", one.source)
                for one in own
            ),
        ],
        [18, 44, 30, 10, 44],
    )
    return workbook([first, meaning])


def _facts(catalogue: Catalogue, register: Register) -> Iterator[tuple[str, ...]]:
    """What the file is and where it comes from, above the columns' meaning."""
    bureau = catalogue.bureau
    banner = "示例，虚构单位" if bureau.example else ""
    for name, told in (
        ("清单", f"{bureau.name}{register.title}"),
        ("情况", word(standing(catalogue, register, bureau.revised))),
        ("数据版本", f"第{bureau.edition}版，修订日期 {bureau.revised}"),
        ("网址", permanent(bureau, register.address)),
        ("注意", banner),
    ):
        if told:
            yield (name, told, "", "", "")


def _cells(every: Sequence[Column], rows: Sequence[Entry]) -> Iterator[tuple[Cell, ...]]:
    names = [one.name for one in every]
    for entry in rows:
        yield tuple([_cell(getattr(entry, name)) for name in names])


def _cell(value: Any) -> Cell:
    if type(value) is str:  # as most of them are
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | dt.date):
        return text(value)
    return value


def _width(one: Column) -> int:
    """Wide enough for the title and the example, within reason."""
    return min(max(2 * len(one.title) + 2, 2 * len(one.example), 10), 48)


def json_text(catalogue: Catalogue, register: Register) -> str:
    """Everything of the register: columns, all versions, changes."""
    every = columns(register)
    bureau = catalogue.bureau
    state = standing(catalogue, register, bureau.revised)
    whole = {
        "title": register.title,
        "publisher": bureau.name,
        "example": bureau.example,
        "address": permanent(bureau, register.address),
        "state": state.state.value,
        "standing": word(state),
        "published": text(state.edition.published if state.edition else None),
        "edition": bureau.edition,
        "revised": text(bureau.revised),
        "basis": register.basis,
        "columns": [
            {
                "name": one.name,
                "title": one.title,
                "meaning": one.meaning,
                "source": one.source,
                "required": one.must,
            }
            for one in every
        ],
        "rows": [_object(every, entry) for entry in catalogue.entries_of(register.slug)],
        "changes": [
            {"entry": c.entry, "date": text(c.date), "kind": c.kind, "basis": c.basis}
            for c in catalogue.changes_of(register.slug)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _object(every: Sequence[Column], entry: Entry) -> dict[str, str | bool]:
    """A version of an entry; what is not known is left out."""
    names = (*(one.name for one in every), *BESIDE)
    cells = {name: text(getattr(entry, name)) for name in names}
    known = {name: cell for name, cell in cells.items() if cell}
    return {"id": entry.id, **known, "confirmed": entry.confirmed}


def script(register: Register, rows: Sequence[Entry]) -> str:
    """The rows for the searchable table: a script, as a page on a disk cannot fetch JSON."""
    table = shown(register, rows)
    every = [one for one in arranged(register, table) if one in table or filled(one, rows)]
    every.append(named(register, "confirmed"))
    whole = {
        "columns": [[one.name, one.title, one.number] for one in every],
        "shown": len(table),
        "rows": [_line(every, entry) for entry in rows],
    }
    data = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return f"window.disclosureRegister={data.replace('<', chr(92) + 'u003c')};\n"


def _line(every: Sequence[Column], entry: Entry) -> list[str]:
    """An entry for the searchable table: what it is called stands first."""
    year = str(entry.year or "")
    return [entry.id, entry.kind, year, entry.title, *texts(every[1:], entry)]
