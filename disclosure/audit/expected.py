"""Catalogue -> what the heads of its pages must say, as far as the data know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.audit.target import Content, Identity
from disclosure.model import Catalogue
from disclosure.publication import Publication, Subject


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
