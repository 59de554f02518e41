"""What is put in the registers, and the files that it becomes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from disclosure.demo.agenda import Agenda
from disclosure.demo.tables import SOURCE, table
from disclosure.registers import REGISTERS, Change, Edition, Register

Row = dict[str, Any]
"""One version of an entry; a column left out is blank."""

FOLDER_ABOVE = 500
"""A longer register that is a series is parted into a file a year."""
_LAST = (
    "valid_from", "valid_to", "satisfies", "department", "confirmed", "confidence", "source",
    "note",
)  # fmt: skip


class Shelf:
    """The registers while they are filled."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.editions: list[Row] = []
        self.changes: list[Row] = []

    def put(self, slug: str, entry_id: str, department: str = "", **cells: Any) -> Row:
        """An entry; `department` is a word of the department's name."""
        row = {"id": entry_id, "confirmed": True, "confidence": "H", "source": SOURCE, **cells}
        if department:
            row["department"] = self.agenda.named(department)
        self.rows[slug].append(row)
        return row

    def amend(self, slug: str, row: Row, day: dt.date, basis: str, **cells: Any) -> Row:
        """变更: the version ends on the eve of a day, and another opens under the same id."""
        row["valid_to"] = day - dt.timedelta(days=1)
        fresh = {**row, "valid_from": day, "valid_to": None, **cells}
        self.rows[slug].append(fresh)
        self.change(slug, row["id"], day, "变更", basis)
        return fresh

    def begin(self, slug: str, row: Row, day: dt.date, basis: str) -> None:
        """新增: the entry begins on a day."""
        row["valid_from"] = day
        self.change(slug, row["id"], day, "新增", basis)

    def end(self, slug: str, row: Row, day: dt.date, kind: str, basis: str) -> None:
        """取消 or 下放: the last day of the entry is the eve of a day."""
        row["valid_to"] = day - dt.timedelta(days=1)
        self.change(slug, row["id"], day, kind, basis)

    def change(self, slug: str, entry: str, day: dt.date, kind: str, basis: str) -> None:
        self.changes.append(
            {"slug": slug, "entry": entry, "date": day, "kind": kind, "basis": basis}
        )

    def edition(self, slug: str, published: dt.date, *satisfies: str, **cells: Any) -> None:
        """An edition as the bureau published it; it serves only what the agenda lets it."""
        served = [one for one in satisfies if self.agenda.allows(one, published.year)]
        row = {"slug": slug, "published": published, "confirmed": True, "zero": False}
        self.editions.append({**row, "satisfies": served, **cells})

    def files(self) -> dict[str, bytes]:
        """Every file by its name in the data folder."""
        files = {
            "editions.csv": table(tuple(Edition.model_fields), self.editions),
            "changes.csv": table(tuple(Change.model_fields), self.changes),
        }
        for register in REGISTERS:
            columns = ("id", *register.columns, *_LAST)
            for name, rows in _parted(register, self.rows[register.slug]).items():
                rows.sort(key=lambda row: (row["id"], row.get("valid_from") or dt.date.min))
                files[f"registers/{name}.csv"] = table(columns, rows)
        return files


def _parted(register: Register, rows: list[Row]) -> Mapping[str, list[Row]]:
    dated_by = register.model.dated_by
    if not dated_by or len(rows) <= FOLDER_ABOVE:
        return {register.slug: rows}
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        day = row[dated_by]
        parts[f"{register.slug}/{day.year if isinstance(day, dt.date) else day}"].append(row)
    return parts
