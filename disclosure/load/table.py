"""CSV to checked rows: one model declares the columns, this reads and names every fault."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
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
    rows: list[Row[R]] = []
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        value = _row(path, number, header, cells, model, report)
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


def _row(
    path: Path, number: int, header: list[str], cells: list[str], model: type[R], report: Report
) -> R | None:
    if len(cells) > len(header):
        extra = "、".join(cell for cell in cells[len(header) :] if cell.strip()) or "空单元格"
        report.add("C04", path, f"多出 {len(cells) - len(header)} 格：{extra[:60]}", row=number)
        return None
    given = {
        name: cell.strip()
        for name, cell in zip(header, cells, strict=False)
        if cell.strip() and name in model.model_fields
    }
    before = len(report.problems)
    for name, cell in given.items():
        column = column_label(model, name)
        if found := _mangled(name, cell, model):
            report.add("V04", path, found, row=number, column=column)
        if name in _CODED and (plain := cell.translate(_FULL_WIDTH)) != cell:
            given[name] = plain
            report.add("V06", path, f"“{cell}”", row=number, column=column, hint=f"可写成 {plain}")
    try:
        value = model.model_validate(given)
    except ValidationError as error:
        for detail in error.errors():
            name = str(detail["loc"][0])
            if any(p.code.code == "V04" and p.place.column == column_label(model, name)
                   for p in report.problems[before:]):  # fmt: skip
                continue
            code, found, hint = explain(detail, model)
            report.add(code, path, found, row=number, column=column_label(model, name), hint=hint)
        return None
    if any(p.code.code == "V04" for p in report.problems[before:]):
        return None
    _note_forms(path, number, given, value, report)
    return value


def _mangled(name: str, cell: str, model: type[Record]) -> str:
    """What a spreadsheet did to a code, or nothing. The lost value cannot be guessed."""
    if _MANGLED.fullmatch(cell):
        return f"“{cell}”是科学计数"
    if name == "index" and _LOST_ZEROS.fullmatch(cell):
        return f"“{cell}”的位数不足，疑丢了零"
    field = model.model_fields[name]
    if "PartialDate" in str(field.annotation) and re.fullmatch(r"[2-9]\d{4}(\.\d+)?", cell):
        return f"“{cell}”是表格软件的日期序号"
    return ""


def _note_forms(
    path: Path, number: int, given: Mapping[str, str], value: Record, report: Report
) -> None:
    for name, cell in given.items():
        date = getattr(value, name)
        if isinstance(date, PartialDate) and unicodedata.normalize("NFKC", cell) != date.iso:
            report.add(
                "V06", path, f"“{cell}”", row=number,
                column=column_label(type(value), name), hint=f"可写成 {date.iso}",
            )  # fmt: skip
