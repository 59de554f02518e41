"""A demo bureau whose official addresses are those that a test wants."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from disclosure.audit.fetch.official import ADDRESSES
from disclosure.cli import main


def bureau(data: Path, base_url: str, items: int = 60) -> None:
    """Without any address, and published on a private host, where private ones are no leak."""
    assert main(["demo", str(data), "--items", str(items), "--framework", "data"]) == 0
    for file in (data / "items.csv", *sorted((data / "registers").glob("*.csv"))):
        for column in ADDRESSES:
            addressed(file, column, {})
    settings = data / "bureau.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^base_url:.*$", f"base_url: {base_url}", text), "utf-8")


def addressed(file: Path, column: str, urls: Mapping[int, str]) -> list[dict[str, str]]:
    """Rewrite one column, if there is one: these addresses in these rows, none in the others."""
    with file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    if not rows or column not in rows[0]:
        return rows
    for number, row in enumerate(rows):
        row[column] = urls.get(number, "")
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return rows
