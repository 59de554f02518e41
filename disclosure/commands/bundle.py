"""All files of a run, beside its JSON: one pass over the rows, however many there are."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from disclosure.audit.reporting import junit
from disclosure.audit.reporting.chat import one_line
from disclosure.audit.reporting.lines import HEAD, Line, line
from disclosure.audit.reporting.page import page
from disclosure.audit.reporting.picture import Point
from disclosure.audit.reporting.sheets import Page, sheets
from disclosure.audit.standing import Standing, standing_of

NAMES = ("fetch.csv", "fetch.xlsx", "fetch.html", "junit.xml", "summary.txt")
_MOST = 5_000
"""So many addresses stand in the workbook and on the page; a longer list helps nobody."""
_FORMULA = re.compile(r"[=+\-@\t\r]")


def write_bundle(
    folder: Path,
    head: Mapping[str, Any],
    rows: Iterable[str],
    workbook: Callable[[Sequence[Page]], bytes],
    trend: Sequence[Point] = (),
) -> list[Line]:
    """Write NAMES into the folder; gives back what is not simply well, as far as it is listed.

    `rows`: the rows of the report as JSON, one at a time.
    """
    today = dt.date.fromisoformat(head["today"])
    folder.mkdir(parents=True, exist_ok=True)
    listed, left_out = _tables(folder, head, rows)
    (folder / "fetch.xlsx").write_bytes(workbook(sheets(head, listed, left_out, today)))
    text = page(head, listed, left_out, today, trend)
    _write(folder / "fetch.html", text)
    _write(folder / "summary.txt", one_line(head) + "\n")
    return listed


def _tables(folder: Path, head: Mapping[str, Any], rows: Iterable[str]) -> tuple[list[Line], int]:
    """The CSV and the JUnit file, row by row; what is not well is kept for the rest."""
    listed: list[Line] = []
    left_out = 0
    sound: dict[str, Any] = {"encoding": "utf-8", "errors": "replace", "newline": ""}
    with (
        (folder / "fetch.csv").open("w", **sound) as table,
        (folder / "junit.xml").open("w", **sound) as cases,
    ):
        table.write("\ufeff")  # without it Excel takes the file for GBK
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(HEAD)
        cases.write(junit.opening(head))
        for text in rows:
            row = json.loads(text)
            row["standing"] = standing_of(row).value
            one = line(row)
            writer.writerow(map(_harmless, one))
            cases.write(junit.case(row, one))
            if row["standing"] not in (Standing.OK, Standing.UNCHECKED):
                if len(listed) < _MOST:
                    listed.append(one)
                else:
                    left_out += 1
        cases.write(junit.closing(head))
    return listed, left_out


def _harmless(cell: object) -> object:
    """What a foreign page says must not run as a formula in somebody's spreadsheet."""
    if isinstance(cell, str) and _FORMULA.match(cell):
        return "'" + cell
    return cell.replace("\0", "") if isinstance(cell, str) else cell


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)
