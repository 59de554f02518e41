"""Plain text, CSV and Markdown: nothing is hidden in them; what is found can be covered."""

from __future__ import annotations

import csv
import io

from disclosure.privacy.clean.cover import UNCOVERABLE, cover, covered
from disclosure.privacy.finding import Finding
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.read.text import decode, read
from disclosure.privacy.table import table_findings


def clean(suffix: str, data: bytes, style: NameStyle | None) -> tuple[bytes, list[str]]:
    text = decode(data)
    if style is None:
        return data, []
    fresh = (
        _table(suffix, data, style)
        if suffix in ("csv", "tsv")
        else _lines(suffix, data, text, style)
    )
    return fresh.encode("utf-8"), ["遮盖了找到的内容"] if fresh != text else []


def _lines(suffix: str, data: bytes, text: str, style: NameStyle) -> str:
    """Running text; names in its tables are covered cell by cell."""
    text = cover(text.replace("\r\n", "\n"), style)
    for table in read(suffix, data).tables:
        for row, column, one in table_findings(table):
            cell = table.rows[row][column]
            if one.kind not in UNCOVERABLE:
                text = text.replace(cell, covered(cell, [one], style))
    return text


def _table(suffix: str, data: bytes, style: NameStyle) -> str:
    content = read(suffix, data)
    if not content.tables:
        return cover(decode(data), style)
    table = content.tables[0]
    found: dict[tuple[int, int], list[Finding]] = {}
    for row, column, one in table_findings(table):
        found.setdefault((row, column), []).append(one)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", delimiter="\t" if suffix == "tsv" else ",")
    for number, cells in enumerate(table.rows):
        writer.writerow(
            [covered(cell, found.get((number, c), ()), style) for c, cell in cells.items()]
        )
    return out.getvalue()
