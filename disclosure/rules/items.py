"""What an item states about itself must be possible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from disclosure.dates import PartialDate
from disclosure.model import Catalogue, Item
from disclosure.problem import CODES, Place, Problem


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Problem]:
    """Dates in a possible order and never in the future; addresses that can be opened."""
    for item in catalogue.items:
        if item.published is not None:
            for code, found in _dates(item.issued, item.published, today):
                yield Problem(CODES[code], _place(catalogue, item, "发布日期(published)"), found)
        if item.url and not _opens(item.url):
            place = _place(catalogue, item, "官方网址(url)")
            yield Problem(CODES["I03"], place, f"“{item.url[:80]}”")


def _dates(
    issued: PartialDate | None, published: PartialDate, today: dt.date
) -> Iterator[tuple[str, str]]:
    first = published.first
    if issued is not None and issued.first > first and issued.first > published.last:
        yield "I01", f"成文 {issued}，发布 {published}"
    if first > today:
        yield "I02", f"发布 {published}，今天是 {today}"


def _opens(url: str) -> bool:
    """Whether a browser can make anything of an address."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return False
    return named and url.split() == [url]


def _place(catalogue: Catalogue, item: Item, column: str) -> Place:
    file, row = catalogue.origins[item.address]
    return Place(file, row, column)
