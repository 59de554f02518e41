"""Catalogue -> pages: what pages there are, and what stands on each. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from disclosure.audit.last import LastAudit
from disclosure.audit.last_links import LastLinks
from disclosure.model import Catalogue
from disclosure.pages.desk import Desk
from disclosure.pages.page import Page, shorten
from disclosure.pages.plan import (
    departed,
    enforcement,
    entries,
    groups,
    home,
    indicators,
    items,
    links,
    progress,
    registers,
    service,
)


def plan(
    catalogue: Catalogue,
    today: dt.date,
    last: LastAudit | None = None,
    last_links: LastLinks | None = None,
) -> tuple[Page, ...]:
    """Every page of the site, home first; titles and descriptions are unique.

    `last` is the last audit of this site, `last_links` the last look at official addresses,
    where there was one.
    """
    desk = Desk(catalogue, today, last)
    pages = (
        home.page(desk),
        *indicators.pages(desk),
        *groups.pages(desk),
        *items.pages(desk),
        *registers.pages(desk),
        *enforcement.pages(desk),
        *entries.pages(desk),
        *progress.pages(desk),
        *service.pages(desk),
        links.page(desk, last_links, today),
        *departed.pages(desk),
    )
    return tuple(_distinct(pages))


def _distinct(pages: Iterable[Page]) -> Iterator[Page]:
    """Data decides titles, so two may be equal: the later one is told apart by its id."""
    titles: set[str] = set()
    descriptions: set[str] = set()
    for page in pages:
        if page.title in titles:
            page = page._replace(title=f"{page.title}（{_name(page)}）")
        if page.description in descriptions:
            name = _name(page)
            cut = shorten(page.description, 120 - len(name) - 2)
            page = page._replace(description=f"{cut}（{name}）")
        titles.add(page.title)
        descriptions.add(page.description)
        yield page


def _name(page: Page) -> str:
    """The last step of its address."""
    return page.address.rstrip("/").rpartition("/")[2]
