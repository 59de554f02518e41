"""Ids that must exist and ids that must be unique, said in one way for every table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from disclosure.load.source import Report
from disclosure.load.table import Row
from disclosure.problem import closest

MOST_COMPARED = 300_000
"""Ids that are compared in search of hints, in all: that is a few seconds, then it is enough."""


def must_exist(
    report: Report, row: Row[Any], column: str, given: str, known: Collection[str]
) -> bool:
    """Report a reference to what is not there; whether it is there."""
    if given in known:
        return True
    hint = nearest(report, column, given, known)
    report.add("R02", row.file, f"“{given}”", row=row.row, column=column, hint=hint)
    return False


def nearest(report: Report, column: str, given: str, known: Collection[str]) -> str:
    """The hint for a wrong id, sought once: the same slip often stands in thousands of rows."""
    key = (column, given)
    if key not in report.hints:
        report.compared += len(known)
        if report.compared > MOST_COMPARED:
            return ""
        report.hints[key] = closest(given, known)
    return report.hints[key]


def must_be_unique(rows: Sequence[Row[Any]], report: Report) -> None:
    """Report each row whose id an earlier row has."""
    seen: dict[str, Row[Any]] = {}
    for row in rows:
        first = seen.setdefault(row.value.id, row)
        if first is not row:
            report.add(
                "R01", row.file, f"“{row.value.id}”", row=row.row, column="编号(id)",
                hint=f"第一次出现在 {first.file.name} 第 {first.row} 行",
            )  # fmt: skip
