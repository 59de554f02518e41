"""Cells and tables as the data folder has them: UTF-8, LF, dates in ISO, 是 and 否."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SOURCE = "示例数据，纯属虚构"
"""Where every row of the demo comes from."""


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A CSV of the named columns; a column that a row leaves out is blank."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def cell(value: object) -> str:
    """A value as a person types it into a table."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return ";".join(map(cell, value))
    return str(value)
