"""What MkDocs itself has to make of a site, as plain values that can be handed to its process.

MkDocs makes its hand-written pages and the first page of every group: the leads. Everything
else is poured into the moulds that these give (`pages/stencil.py`, `press.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from disclosure.pages.stencil import Group, group

if TYPE_CHECKING:  # MkDocs' process unpickles leads and needs little else
    from disclosure.bureau import Bureau
    from disclosure.keys import Keys
    from disclosure.pages.page import Page
    from disclosure.site import Site


@dataclass(frozen=True)
class Lead:
    """One page, ready to be dressed by the theme."""

    address: str
    title: str
    description: str
    kind: str
    lastmod: str
    meta: Mapping[str, Any]
    head: str
    """The tags of its head that are its own."""
    toc: tuple[tuple[str, str], ...]
    body: str
    url: str
    """By which it is to be known."""
    key: str
    """What it is made of (`keys`)."""

    @classmethod
    def of(cls, site: Site, page: Page, keys: Keys) -> Lead:
        given = page.given()
        key = site.key(page, given, keys)
        page = page.filled(given)
        return cls(
            address=page.address,
            title=page.title,
            description=page.description,
            kind=page.kind,
            lastmod=page.lastmod.isoformat(),
            meta=site.meta(page),
            head=site.head(page),
            toc=page.toc,
            body=site.body(page),
            url=site.base_url + page.canonical,
            key=key,
        )


@dataclass(frozen=True)
class Leads:
    """The whole of MkDocs' share in a site."""

    site_name: str
    base_url: str
    offline: bool
    chrome: Mapping[str, Any]
    pages: Mapping[str, Lead]
    assets: Mapping[str, str | bytes]
    attachments: Mapping[str, str]
    """Source file by address."""
    dates: Mapping[str, str]
    """When each page of the sitemap last changed."""
    revised: str
    """The same for hand-written pages."""

    @classmethod
    def of(cls, site: Site) -> Leads:
        first, keys = leading(site.pages.values()), site.keys()
        return cls(
            site_name=site.catalogue.bureau.site_name,
            base_url=site.base_url,
            offline=site.offline,
            chrome=site.chrome,
            pages={address: Lead.of(site, page, keys) for address, page in first.items()},
            assets=site.assets,
            attachments={address: str(path) for address, path in site.attachments.items()},
            dates={
                page.address: page.lastmod.isoformat()
                for page in site.pages.values()
                if page.listed
            },
            revised=site.catalogue.bureau.revised.isoformat(),
        )

    def by_hand(self, address: str, title: str, description: str) -> str:
        """The head of a hand-written page."""
        from disclosure.pages.metadata import Heads
        from disclosure.pages.page import HOME, Page

        bureau: Bureau = self.chrome["bureau"]
        page = Page(address, title, description, "", "", bureau.revised, crumbs=(HOME,))
        return Heads(bureau).of(page)

    def lastmod(self, address: str) -> str:
        return self.dates.get(address, self.revised)


def leading(pages: Iterable[Page]) -> dict[str, Page]:
    """The first page of every group, by address."""
    first: dict[Group, Page] = {}
    for page in pages:
        first.setdefault(group(page), page)
    return {page.address: page for page in first.values()}
