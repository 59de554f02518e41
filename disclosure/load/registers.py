"""data/registers, editions.csv, changes.csv and norms/deadlines.csv: bytes to checked rows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from disclosure.load.source import Report
from disclosure.load.table import Row, read_table
from disclosure.load.wording import column_label
from disclosure.problem import closest
from disclosure.record import Record
from disclosure.registers import REGISTERS, register
from disclosure.registers.base import Change, Edition, Entry, Register
from disclosure.registers.clocks import Clock
from disclosure.registers.holdings import Key
from disclosure.registers.laws import Law

R = TypeVar("R", bound=Record)

_YEAR_FILE = re.compile(r"\d{4}\.csv")
SLUGS = tuple(one.slug for one in REGISTERS)
"""Every register there can be."""


@dataclass
class RegisterParts:
    """What was read of registers, before references are checked."""

    entries: dict[str, list[Row[Entry]]] = field(default_factory=dict)
    editions: list[Row[Edition]] = field(default_factory=list)
    changes: list[Row[Change]] = field(default_factory=list)
    clocks: list[Row[Clock]] = field(default_factory=list)
    laws: list[Row[Law]] = field(default_factory=list)

    def origins(self, root: Path) -> Mapping[Key, tuple[str, int]]:
        """File (relative to the data folder) and row of every version."""
        found: dict[Key, tuple[str, int]] = {}
        for slug, rows in self.entries.items():
            names = {path: path.relative_to(root).as_posix() for path in {r.file for r in rows}}
            for row in rows:
                found[slug, row.value.id, row.value.valid_from] = (names[row.file], row.row)
        return found


def read_registers(root: Path, report: Report) -> RegisterParts:
    """Every sound row of every register; a data folder may have none."""
    parts = RegisterParts(
        editions=_optional(root / "editions.csv", Edition, report),
        changes=_optional(root / "changes.csv", Change, report),
        clocks=_optional(root / "norms" / "deadlines.csv", Clock, report),
        laws=_optional(root / "norms" / "laws.csv", Law, report),
    )
    for one, path in _files(root / "registers", report):
        rows = read_table(path, one.model, report)
        parts.entries.setdefault(one.slug, []).extend(rows)
        if path.parent.name == one.slug:
            _misplaced(path, rows, report)
    return parts


def _optional(path: Path, model: type[R], report: Report) -> list[Row[R]]:
    return read_table(path, model, report) if path.exists() else []


def _files(folder: Path, report: Report) -> Iterator[tuple[Register, Path]]:
    """The files of registers in order of name; what is none is reported."""
    for path in _inside(folder):
        slug = path.name if path.is_dir() else path.name.removesuffix(".csv")
        if slug not in SLUGS or not (path.is_dir() or path.suffix == ".csv"):
            report.add("E01", path, f"“{path.name}”", hint=closest(slug, SLUGS))
        elif path.is_file():
            yield register(slug), path
        else:
            for inner in _inside(path):
                if _YEAR_FILE.fullmatch(inner.name) and inner.is_file():
                    yield register(slug), inner
                else:
                    hint = f"{path.name} 文件夹里只放 2021.csv 这样的文件"
                    report.add("E01", inner, f"“{inner.name}”", hint=hint)


def _inside(folder: Path) -> list[Path]:
    """What stands in a folder, hidden files aside: systems leave those everywhere."""
    names = sorted(os.listdir(folder)) if folder.is_dir() else []
    return [folder / name for name in names if not name.startswith(".")]


def _misplaced(path: Path, rows: Sequence[Row[Entry]], report: Report) -> None:
    year = int(path.stem)
    for row in rows:
        entry = row.value
        if entry.dated_by and entry.year not in (year, None):
            label = column_label(type(entry), entry.dated_by)
            report.add("E04", path, f"{entry.year}年", row=row.row, column=label)
