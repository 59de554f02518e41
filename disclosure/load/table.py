"""CSV to checked rows: one model declares the columns, this reads and names every fault."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from disclosure.dates import PartialDate
from disclosure.load.source import MAX_CELL, Report, read_text
from disclosure.load.wording import column_label, explain
from disclosure.problem import closest
from disclosure.record import Record

R = TypeVar("R", bound=Record)

_MANGLED = re.compile(r"[+-]?\d(\.\d+)?[Ee]\+\d+")
_LOST_ZEROS = re.compile(r"\d{1,8}/(19|20)\d{2}-\d+|[0-9A-Z]+/(19|20)\d{2}-\d{1,4}")
_DAY = re.compile(r"(19|20)\d{2}-\d{2}-\d{2}")
_SERIAL = re.compile(r"[2-9]\d{4}(\.\d+)?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_CODED = ("id", "number", "index", "years", "satisfies", "basis_of", "replaced_by")


@dataclass(frozen=True)
class Row(Generic[R]):
    """A checked row and where it stands; `row` counts as Excel does, the header being 1."""

    file: Path
    row: int
    value: R


def read_table(path: Path, model: type[R], report: Report) -> list[Row[R]]:
    """Every sound row; what is unsound is reported and left out."""
    text = read_text(path, report)
    if text is None:
        return []
    lines = _records(path, text, report)
    header = next(lines, (1, []))[1]
    if not _check_header(path, header, model, report):
        return []
    reader = _Reader(path, header, model, report, Columns.of(model))
    rows: list[Row[R]] = []
    for number, cells in lines:
        if any(cell and not cell.isspace() for cell in cells):
            value = reader.row(number, cells)
            if value is not None:
                rows.append(Row(path, number, value))
    return rows


def _records(path: Path, text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            code = "F07" if "field larger" in str(error) else "F05"
            found = "有单元格超过 10 万字" if code == "F07" else "引号不成对，或有控制字符"
            report.add(code, path, found, row=number)
            return


def _check_header(path: Path, header: list[str], model: type[Record], report: Report) -> bool:
    names = [name.strip() for name in header]
    known = model.model_fields
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            report.add("C03", path, f"“{name}”出现 {names.count(name)} 次", row=1)
        if name not in known:
            found = f"“{name}”" if name else "有一列没有列名"
            report.add("C01", path, found, row=1, hint=_known_column(name, model))
    for name, field in known.items():
        if field.is_required() and name not in names:
            report.add("C02", path, f"没有 {column_label(model, name)} 列", row=1)
    header[:] = names
    return all(not f.is_required() or n in names for n, f in known.items()) and (
        len(set(names)) == len(names)
    )


def _known_column(name: str, model: type[Record]) -> str:
    titles = {field.title or key: key for key, field in model.model_fields.items()}
    if name in titles:
        return f"这一列的列名应写成“{titles[name]}”"
    return closest(name, model.model_fields)


@dataclass(frozen=True)
class Columns:
    """What a model says of its columns, worked out once a table."""

    labels: Mapping[str, str]
    dates: frozenset[str]
    """Dates as documents state them, perhaps only a year."""
    days: frozenset[str]
    """Dates that must be known to the day."""

    @classmethod
    def of(cls, model: type[Record]) -> Columns:
        fields = model.model_fields
        return cls(
            {name: column_label(model, name) for name in fields},
            frozenset(n for n, field in fields.items() if "PartialDate" in str(field.annotation)),
            frozenset(n for n, field in fields.items() if "datetime.date" in str(field.annotation)),
        )


@dataclass
class _Reader(Generic[R]):
    """Checks the rows of one table."""

    path: Path
    header: list[str]
    model: type[R]
    report: Report
    columns: Columns

    def row(self, number: int, cells: list[str]) -> R | None:
        """The checked row, or None after naming what is wrong with it."""
        if len(cells) > len(self.header):
            extra = "、".join(c for c in cells[len(self.header) :] if c.strip()) or "空单元格"
            found = f"多出 {len(cells) - len(self.header)} 格：{extra[:60]}"
            self.report.add("C04", self.path, found, row=number)
            return None
        given = {
            name: cell.strip()
            for name, cell in zip(self.header, cells, strict=False)
            if cell and not cell.isspace() and name in self.columns.labels
        }
        reported = self._mangled(number, given)
        self._straighten(number, given)
        reported |= self._days(number, given, reported)
        try:
            value = self.model.model_validate(given)
        except ValidationError as error:
            self._explain(number, error, reported)
            return None
        if reported:
            return None
        self._note_dates(number, given, value)
        return value

    def _add(self, code: str, number: int, name: str, found: str, hint: str = "") -> None:
        label = self.columns.labels.get(name, name)
        self.report.add(code, self.path, found, row=number, column=label, hint=hint)

    def _mangled(self, number: int, given: Mapping[str, str]) -> set[str]:
        """Columns that a spreadsheet has spoilt. The lost value cannot be guessed."""
        spoilt = {}
        for name, cell in given.items():
            if "+" in cell and _MANGLED.fullmatch(cell):
                spoilt[name] = f"“{cell}”是科学计数"
        if (cell := given.get("index", "")) and _LOST_ZEROS.fullmatch(cell):
            spoilt["index"] = f"“{cell}”的位数不足，疑丢了零"
        for name in self.columns.dates | self.columns.days:
            if (cell := given.get(name, "")) and _SERIAL.fullmatch(cell):
                spoilt[name] = f"“{cell}”是表格软件的日期序号"
        for name, found in spoilt.items():
            self._add("V04", number, name, found)
        return set(spoilt)

    def _straighten(self, number: int, given: dict[str, str]) -> None:
        """Read full-width digits in codes as plain ones, with a note."""
        for name in _CODED:
            cell = given.get(name, "")
            if not cell.isascii() and (plain := cell.translate(_FULL_WIDTH)) != cell:
                given[name] = plain
                self._add("V06", number, name, f"“{cell}”", f"可写成 {plain}")

    def _days(self, number: int, given: dict[str, str], reported: set[str]) -> set[str]:
        """Read a day however it is typed; columns with anything else.

        pydantic would take a bare number for seconds since 1970.
        """
        wrong = set()
        for name in self.columns.days:
            cell = given.get(name, "")
            if not cell or _DAY.fullmatch(cell) or name in reported:
                continue
            try:
                date = PartialDate.parse(cell)
            except ValueError:
                date = None
            if date is None or date.day is None:
                hint = "这里要写到日" if date else ""
                self._add("V03", number, name, f"“{cell[:60]}”", hint)
                wrong.add(name)
            else:
                given[name] = date.iso
                self._add("V06", number, name, f"“{cell}”", f"可写成 {date.iso}")
        return wrong

    def _explain(self, number: int, error: ValidationError, reported: set[str]) -> None:
        for detail in error.errors():
            name = str(detail["loc"][0])
            if name not in reported:
                code, found, hint = explain(detail, self.model)
                self._add(code, number, name, found, hint)

    def _note_dates(self, number: int, given: Mapping[str, str], value: R) -> None:
        for name in self.columns.dates:
            date: PartialDate | None = getattr(value, name)
            if date is not None and given[name] != date.iso:
                self._add("V06", number, name, f"“{given[name]}”", f"可写成 {date.iso}")
