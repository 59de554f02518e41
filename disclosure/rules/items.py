"""What an item states about itself must be possible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from disclosure.model import Catalogue, Item
from disclosure.problem import CODES, Place, Problem


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Problem]:
    """Dates in a possible order and never in the future; addresses that can be opened."""
    for item in catalogue.items:
        yield from _dates(item, _place(catalogue, item, "发布日期(published)"), today)
        yield from _address(item, _place(catalogue, item, "官方网址(url)"))


def _dates(item: Item, place: Place, today: dt.date) -> Iterator[Problem]:
    if item.published is None:
        return
    if item.issued is not None and item.issued.first > item.published.last:
        found = f"成文 {item.issued}，发布 {item.published}"
        yield Problem(CODES["I01"], place, found)
    if item.published.first > today:
        yield Problem(CODES["I02"], place, f"发布 {item.published}，今天是 {today}")


def _address(item: Item, place: Place) -> Iterator[Problem]:
    if not item.url:
        return
    try:
        parts = urlsplit(item.url)
        sound = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        sound = False
    if not sound or any(c.isspace() for c in item.url):
        yield Problem(CODES["I03"], place, f"“{item.url[:80]}”")


def _place(catalogue: Catalogue, item: Item, column: str) -> Place:
    file, row = catalogue.origins[item.address]
    return Place(file, row, column)
