"""Rows as scripts that a browser loads: compact, one for the pages and one for each many records.

A script, not JSON, because nothing can be fetched on `file://`. Each shard is whole in itself:
columns joined by line ends, and lists of what repeats (departments, words, sorts) that the
rows point into. `docs/javascripts/search-index.js` reads them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclosure.pages.search.row import Row

RECORDS = 10_000
"""Records of one shard."""


def address(part: int) -> str:
    """Where a shard stands; part 0 has the pages."""
    return f"assets/search-{part}.js"


def count(records: int) -> int:
    """How many shards there are for so many records."""
    return 1 + -(-records // RECORDS)


def scripts(
    pages: Sequence[Row], records: Sequence[Row], common: Mapping[str, Any]
) -> dict[str, str]:
    """Every shard by its address; the first also bears what all of them need."""
    total = count(len(records))
    found = {address(0): _script({"part": 0, "parts": total, **common, **_columns(pages)})}
    for part in range(1, total):
        rows = records[(part - 1) * RECORDS : part * RECORDS]
        found[address(part)] = _script({"part": part, **_columns(rows)})
    return found


def _script(shard: Mapping[str, Any]) -> str:
    data = json.dumps(shard, ensure_ascii=False, separators=(",", ":"))
    # "</script" cannot occur in a .js file's parse, but keep it safe to inline as well.
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(self.disclosureIndex=self.disclosureIndex||[]).push({safe});\n"


def _columns(rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "titles": "\n".join([_flat(row.title) for row in rows]),
        "dates": "\n".join([row.date for row in rows]),
        "names": "\n".join([_joined(row.names) for row in rows]),
        "aliases": {str(n): _joined(row.aliases) for n, row in enumerate(rows) if row.aliases},
        "addresses": _addresses(rows),
        "sorts": _coded(row.sort for row in rows),
        "words": _coded(row.words for row in rows),
        "departments": _coded("\t".join(row.departments) for row in rows),
        "indicators": _coded(" ".join(row.indicators) for row in rows),
    }


def _joined(cells: Sequence[str]) -> str:
    """The cells of one line."""
    return "\t".join([_flat(cell) for cell in cells])


def _flat(cell: str) -> str:
    """A cell whose white space cannot be taken for the end of a cell or line."""
    return " ".join(cell.split())


def _addresses(rows: Sequence[Row]) -> dict[str, Any]:
    """Folder and last step: most addresses differ in the latter alone."""
    split = [row.address.rstrip("/").rpartition("/") for row in rows]
    folders = _coded(folder + slash for folder, slash, _ in split)
    return {"folders": folders, "steps": "\n".join(step for _, _, step in split)}


def _coded(values: Iterable[str]) -> dict[str, Any]:
    """The distinct values, and which of them each row has."""
    order: dict[str, int] = {}
    codes = [order.setdefault(value, len(order)) for value in values]
    return {"values": list(order), "codes": codes}
