"""Tier one of the search: an index of every page's titles and numbers, scanned in the browser.

    rows       the catalogue as rows        shards   rows as scripts
    doors      the pages among them         normal   how texts are compared
    fulltext   what tier two (Pagefind) reads

The other half is `docs/javascripts/search-*.js`: index, reading, engine, page, suggest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from disclosure.model import Catalogue
from disclosure.pages.search import shards
from disclosure.pages.search.normal import KEPT, exact, normalise
from disclosure.pages.search.row import Row
from disclosure.pages.search.rows import pages, records
from disclosure.pages.search.traditional import PAIRS

__all__ = ["FULL_TEXT", "Row", "exact", "normalise", "rows", "scripts", "shard_addresses"]

FULL_TEXT = "assets/search-fulltext.json"
"""Where the page looks for the parts of tier two; an empty list where there is none."""


def rows(catalogue: Catalogue, today: dt.date) -> tuple[Row, ...]:
    """Everything that can be found, in the order of equal results."""
    return (*pages(catalogue), *records(catalogue, today))


def scripts(catalogue: Catalogue, today: dt.date) -> Mapping[str, str]:
    """The index by the addresses of its shards."""
    bureau = catalogue.bureau
    own = (bureau.site_name, bureau.name, bureau.short_name, *bureau.aliases)
    common = {
        "own": sorted({*own}, key=lambda name: (-len(name), name)),
        "synonyms": {key: list(forms) for key, forms in catalogue.synonyms.words.items()},
        "weak": list(catalogue.synonyms.weak),
        "kept": KEPT,
        "traditional": PAIRS,
    }
    return shards.scripts(pages(catalogue), records(catalogue, today), common)


def shard_addresses(catalogue: Catalogue) -> tuple[str, ...]:
    """The scripts that the search page loads."""
    entries = sum(len(catalogue.latest(slug)) for slug in catalogue.entries)
    return tuple(map(shards.address, range(shards.count(len(catalogue.items) + entries))))
