"""CSV to checked rows: one model declares the columns, this reads and names every fault."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from disclosure.dates import PartialDate
from disclosure.load.cells import Cells, Column
from disclosure.load.source import MAX_CELL, Report, read_text
from disclosure.load.wording import column_label, explain
from disclosure.problem import closest
from disclosure.record import Record

R = TypeVar("R", bound=Record)

_LONG = 500
"""Lines of a table from which it pays to look cells up."""
_SEVERAL = 500
"""Lines that are looked up together."""


@dataclass(frozen=True, slots=True)
class Row(Generic[R]):
    """A checked row and where it stands; `row` counts as Excel does, the header being 1."""

    file: Path
    row: int
    value: R
    name: str = ""
    """What stands for the value where it was found by its cells."""


def read_table(path: Path, model: type[R], report: Report) -> list[Row[R]]:
    """Every sound row; what is unsound is reported and left out."""
    text = read_text(path, report)
    if text is None:
        return []
    lines = _records(path, text, report)
    header = next(lines, (1, []))[1]
    if not _check_header(path, header, model, report):
        return []
    columns = {name: Column.of(model, name) for name in model.model_fields}
    reader = _Reader(path, header, report, model, columns)
    long = text.count("\n") > _LONG and Cells.fit(model, header)
    known = Cells(model, header, columns) if long else None
    rows: list[Row[R]] = []
    while several := [*islice(lines, _SEVERAL)]:
        found = [cells for _, cells in several]
        values = known.rows(found) if known else repeat(None)
        names = known.names(found) if known else repeat("")
        for (number, cells), value, name in zip(several, values, names, strict=False):
            if value is None and any(cell and not cell.isspace() for cell in cells):
                value = reader.row(number, cells)
            if value is not None:
                rows.append(Row(path, number, value, name))
    return rows


def _records(path: Path, text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(_lines(text), strict=True)
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


def _lines(text: str) -> Iterator[str]:
    """Line by line: a StringIO would be another copy of the text, at four bytes a letter."""
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


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


@dataclass
class _Reader(Generic[R]):
    """Checks the rows of one table."""

    path: Path
    header: list[str]
    report: Report
    model: type[R]
    columns: Mapping[str, Column]

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
            if cell and not cell.isspace() and name in self.columns
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
        label = self.columns[name].label if name in self.columns else name
        self.report.add(code, self.path, found, row=number, column=label, hint=hint)

    def _mangled(self, number: int, given: Mapping[str, str]) -> set[str]:
        """Columns that a spreadsheet has spoilt."""
        spoilt = {
            name: found for name in given if (found := self.columns[name].spoilt(given[name]))
        }
        for name, found in spoilt.items():
            self._add("V04", number, name, found)
        return set(spoilt)

    def _straighten(self, number: int, given: dict[str, str]) -> None:
        """Read full-width digits in codes as plain ones, with a note."""
        for name, cell in given.items():
            if (plain := self.columns[name].straight(cell)) != cell:
                given[name] = plain
                self._add("V06", number, name, f"“{cell}”", f"可写成 {plain}")

    def _days(self, number: int, given: dict[str, str], reported: set[str]) -> set[str]:
        """Read a day however it is typed; columns with anything else.

        pydantic would take a bare number for seconds since 1970.
        """
        wrong = set()
        for name, cell in given.items():
            if self.columns[name].whole(cell) or name in reported:
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
        for name, cell in given.items():
            if self.columns[name].dated and (date := getattr(value, name).iso) != cell:
                self._add("V06", number, name, f"“{cell}”", f"可写成 {date}")
