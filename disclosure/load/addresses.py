"""addresses.csv and redirects.yaml: what has been public, and where it went."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

from disclosure.departures import ADDRESS, Departures, Published, Recorded, page_of
from disclosure.load.source import Report
from disclosure.load.table import read_table
from disclosure.load.tree import check_tree, read_tree

RECORD = "addresses.csv"
REDIRECTS = "redirects.yaml"
PARTS = ("redirects", "tombstones")
HEADER = [*Published.model_fields]
_ADDRESSES = re.compile(rf"({ADDRESS[1:-1]}\n)*")


def read_addresses(root: Path, report: Report) -> dict[str, Recorded]:
    """The record by address; a data folder may have none, or one with only a header."""
    path = root / RECORD
    if not path.exists():
        return {}
    if (sound := _sound(path)) is not None:
        return sound
    found: dict[str, Recorded] = {}
    for row in read_table(path, Published, report):
        known = found.setdefault(row.value.address, Recorded(row.value.title, row.row))
        if known.row != row.row:
            report.add("R01", path, f"“{row.value.address}”", row=row.row, column="网址(address)")
    return found


def _sound(path: Path) -> dict[str, Recorded] | None:
    """The record as `disclosure addresses record` writes it; None where anything is unusual.

    It has a row for every page and file of the site, so it is read at once, not cell by cell.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        addresses, titles, days = zip(*rows, strict=True) if rows else ((), (), ())
        for day in {*days}:
            dt.date.fromisoformat(day)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError):
        return None
    if header != HEADER or not all(titles):
        return None
    if not _ADDRESSES.fullmatch("\n".join((*addresses, ""))):
        return None
    places = range(2, len(rows) + 2)
    found = dict(zip(addresses, map(Recorded, titles, places), strict=True))
    return found if len(found) == len(rows) else None


def read_departures(root: Path, report: Report) -> tuple[Departures | None, dict[str, int]]:
    """The file and the line of each field (`redirects/0/to`); a data folder may have none."""
    path = root / REDIRECTS
    if not path.exists():
        return Departures(), {}
    tree = read_tree(path, report)
    if tree is None:
        return None, {}
    data = tree.data or {}
    if isinstance(data, dict):  # a part without entries may be left blank
        data = {key: () if key in PARTS and value == "" else value for key, value in data.items()}
    found = check_tree(path, tree, data, Departures, report)
    if found is None:
        return None, {}
    lines, known = {}, set[str]()
    for key, one in found.every():
        part, n = key.split("/")
        for name in type(one).model_fields:
            lines[f"{key}/{name}"] = tree.line((part, int(n), name))
        if page_of(one.address) in known:
            row = lines[f"{key}/address"]
            report.add("R01", path, f"“{one.address}”", row=row, column="address")
        known.add(page_of(one.address))
    return found, lines
