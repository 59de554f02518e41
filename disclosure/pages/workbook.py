"""A workbook (XLSX) in memory: the same rows give the same bytes, on any machine and day.

Text stays text, so that a code of 31 digits is not rounded and a leading zero not lost, and
nothing is ever a formula. Dates and numbers are real ones.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Cell = str | int | float | Decimal | dt.date | None

_OPTIONS = {
    "in_memory": True,
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_MADE = dt.datetime(1980, 1, 1)  # of every workbook: the day it was made must not change its bytes
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
"""Characters that a cell can hold."""
_MARKS = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, a head that stays in sight, and rows of cells."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()
    """Of the columns, in letters of the head's type."""


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    from xlsxwriter import Workbook  # not before it is needed: it takes as long as 200 pages

    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        look: dict[str, Any] = {"font_name": "宋体", "valign": "top", "text_wrap": True}
        text = book.add_format({**look, "num_format": "@"})
        head = book.add_format({**look, "num_format": "@", "bold": True})
        date = book.add_format({**look, "num_format": "yyyy-mm-dd"})
        number = book.add_format(look)
        for one in sheets:
            page = book.add_worksheet(_MARKS.sub("", one.name)[:31])
            page.freeze_panes(1, 0)
            for column, width in enumerate(one.widths):
                page.set_column(column, column, width)
            for column, name in enumerate(one.head):
                page.write_string(0, column, name, head)
            count = 0
            for count, row in enumerate(one.rows, 1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        if value:
                            page.write_string(count, column, sound(value), text)
                    elif isinstance(value, dt.date):
                        page.write_datetime(count, column, value, date)
                    elif value is not None:
                        page.write_number(count, column, value, number)
            page.autofilter(0, 0, count, len(one.head) - 1)
    return target.getvalue()


def sound(text: str) -> str:
    """What a cell can hold of a text."""
    return _FORBIDDEN.sub("", text)[:_LONGEST]
