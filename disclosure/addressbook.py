"""addresses.csv as it is written: rows are only ever added, never changed or taken away."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable

from disclosure.atlas import public
from disclosure.departures import Published
from disclosure.model import Catalogue

HEADER = tuple(Published.model_fields)
Row = tuple[str, str, str]
"""Address, title and day, as in the file."""


def fresh(catalogue: Catalogue, day: dt.date) -> list[Row]:
    """A row for everything that is public and not recorded yet, in order of address."""
    found = ((f"/{address}", title) for address, title in public(catalogue))
    since = day.isoformat()
    return sorted(
        (address, " ".join(title.split()), since)
        for address, title in found
        if address not in catalogue.addresses
    )


def extended(text: str, rows: Iterable[Row]) -> str:
    """The file's text with more rows; an empty text becomes a file with its header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if not text.strip():
        text = ""
        writer.writerow(HEADER)
    writer.writerows(rows)
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{out.getvalue()}"
