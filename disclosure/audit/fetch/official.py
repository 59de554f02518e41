"""Every official address of the data: of items, and of the entries of registers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.audit.fetch.asking import Asked, asked, merged
from disclosure.audit.fetch.expect import Expectation
from disclosure.audit.fetch.written import private
from disclosure.model import Catalogue, Item
from disclosure.registers import Entry

ADDRESSES = {"url", "online", "website"}
"""Columns of registers that hold web addresses, beside those whose names end in `_url`."""
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_APART = re.compile(r"[\s；]+(?=https?://)", re.IGNORECASE)


def official(catalogue: Catalogue) -> list[Asked]:
    """The page of an item must show its title or its number; that of an entry (a service
    hall, an institution) has words of its own."""
    base = catalogue.bureau.base_url
    public = not base or not private(base)
    return merged((*_items(catalogue, public), *_entries(catalogue, public)))


def _items(catalogue: Catalogue, public: bool) -> Iterator[Asked]:
    for item in catalogue.items:
        if item.url:
            origin = catalogue.origins.get(item.address)
            expect = Expectation(tuple(one for one in (item.title, item.number) if one))
            department = item.department or _answering(catalogue, item)
            yield asked(item.url, _row(origin), expect, department, public)


def _answering(catalogue: Catalogue, item: Item) -> str:
    """Who answers for an item that does not say: the departments of what it satisfies."""
    found: dict[str, None] = {}
    for material in item.satisfies:
        if material in catalogue.materials:
            indicator, _ = catalogue.materials[material]
            found.update((one.name, None) for one in catalogue.departments_of(indicator))
    return "、".join(found)


def _entries(catalogue: Catalogue, public: bool) -> Iterator[Asked]:
    for slug, entries in catalogue.entries.items():
        newest = set(map(id, catalogue.latest(slug)))
        for entry in entries:
            if entry.valid_to is not None and id(entry) not in newest:
                continue  # a version that a newer one has replaced: history, not an offer
            origin = catalogue.entry_origins.get((slug, entry.id, entry.valid_from))
            for url in addresses(entry):
                yield asked(url, _row(origin), department=entry.department, public=public)


def addresses(entry: Entry) -> Iterator[str]:
    """What stands in its columns for addresses, and every other cell that is one."""
    for name, value in entry:
        if isinstance(value, str) and value.strip():
            named = name in ADDRESSES or name.endswith("_url")
            if named or _ADDRESS.fullmatch(value.strip()):
                yield from _APART.split(value.strip())


def _row(origin: tuple[str, int] | None) -> tuple[str, ...]:
    return (f"{origin[0]}:{origin[1]}",) if origin else ()
