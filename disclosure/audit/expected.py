"""Catalogue -> what the heads of its pages must say, as far as the data know it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from disclosure.model import Catalogue
from disclosure.publication import Publication, Subject


@dataclass(frozen=True)
class Identity:
    """Who publishes the site; blank where the bureau has not said it."""

    name: str
    domain: str
    code: str
    """网站标识码."""
    revised: dt.date
    """Nothing on the site can be newer than its data."""


@dataclass(frozen=True)
class Content:
    """What the head of a content page must say.

    Each field holds the values that are right. There are several where the version that is
    shown depends on the day; blank means that the data do not know it.
    """

    titles: frozenset[str]
    published: frozenset[str]
    """Days, as YYYY-MM-DD."""
    sources: frozenset[str]
    changed: dt.date


def identity(catalogue: Catalogue) -> Identity:
    bureau = catalogue.bureau
    return Identity(bureau.site_name, bureau.domain, bureau.site_id, bureau.revised)


def contents(catalogue: Catalogue) -> Mapping[str, Content]:
    """Of every document and entry, by its address."""
    publication = Publication(catalogue)
    found = {item.address: _content(publication, item, (item,)) for item in catalogue.items}
    for slug in catalogue.entries:
        for entry in catalogue.latest(slug):
            versions = catalogue.versions(slug, entry.id)
            found[entry.address] = _content(publication, entry, versions)
    return found


def _content(publication: Publication, newest: Subject, versions: Iterable[Subject]) -> Content:
    versions = tuple(versions)
    days = [publication.published(one) for one in versions]
    return Content(
        frozenset(one.title for one in versions),
        frozenset(day.isoformat() if day else "" for day in days),
        frozenset(map(publication.source, versions)),
        publication.changed(newest),
    )
