"""The whole site as values: read the data once, then pages, assets, attachments and chrome.

Both ways to write a site (MkDocs through hooks/, and `disclosure build --pages`) use this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disclosure.audit.last import Check, LastAudit, read_last, report_path
from disclosure.audit.last_links import LastLinks, links_path, read_links
from disclosure.keys import Keys
from disclosure.load import DataError, load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.assets import assets
from disclosure.pages.metadata import Heads
from disclosure.pages.page import Page
from disclosure.pages.permanent import permanent
from disclosure.pages.plan import plan
from disclosure.pages.render import render
from disclosure.problem import Problem, Severity

if TYPE_CHECKING:
    from disclosure.checks import Known


def refuse(errors: list[Problem]) -> None:
    """Raise DataError where there are any."""
    if errors:
        raise DataError(errors)


@dataclass(frozen=True)
class Site:
    """A catalogue on a day, seen as a site."""

    data: Path
    catalogue: Catalogue
    today: dt.date
    last: LastAudit | None = None
    """The last audit of this very site."""
    last_links: LastLinks | None = None
    """The last look at the official addresses of this very site."""
    offline: bool = False
    """Whether internal hrefs name files, so that the tree opens from a disk."""

    @classmethod
    def read(
        cls, data: Path, today: dt.date, audit: Path | None = None, *, offline: bool = False
    ) -> Site:
        """Load and check `data`; raises DataError when anything stated is wrong.

        `audit`: the report of its last audit (default: where DISCLOSURE_AUDIT says).
        """
        site = cls.load(data, today, audit, offline=offline)
        refuse(site.errors())
        return site

    @classmethod
    def load(
        cls, data: Path, today: dt.date, audit: Path | None = None, *, offline: bool = False
    ) -> Site:
        """The same without the checks, for who makes them beside other work."""
        catalogue = load_catalogue(data)
        last = read_last(audit or report_path())
        if last is not None and last.site != permanent(catalogue.bureau, ""):
            last = None
        links = read_links(links_path())
        if links is not None and links.site != permanent(catalogue.bureau, ""):
            links = None
        return cls(data, catalogue, today, last, links, offline)

    def errors(self, sound: Known = lambda _: False) -> list[Problem]:
        """What is stated and wrong: with it nothing is published. `sound` rows are known to
        hold nothing private."""
        # Imported where it runs, most often a process beside the one that plans the pages.
        from disclosure.checks import every_problem

        found = every_problem(self.catalogue, self.data, self.today, sound=sound)
        return [problem for problem in found if problem.severity is Severity.ERROR]

    @property
    def base_url(self) -> str:
        """Where the site is published, with a final slash."""
        return permanent(self.catalogue.bureau, "")

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page of the catalogue by address; the home page is ''."""
        pages = plan(self.catalogue, self.today, self.last, self.last_links)
        return {page.address: page for page in pages}

    @cached_property
    def assets(self) -> Mapping[str, str | bytes]:
        """Generated files that pages load, by address."""
        return assets(self.catalogue, self.today)

    @cached_property
    def attachments(self) -> Mapping[str, Path]:
        """The items' files, by address."""
        return {
            one.address: self.data / "files" / one.item / one.name
            for files in self.catalogue.attachments.values()
            for one in files
        }

    @property
    def chrome(self) -> dict[str, Any]:
        """What header and footer need, as `config.extra`."""
        return {"bureau": self.catalogue.bureau}

    @cached_property
    def _heads(self) -> Heads:
        return Heads(self.catalogue.bureau, self.catalogue, offline=self.offline)

    def head(self, page: Page) -> str:
        """The tags of the page's head that are its own, as HTML."""
        return self._heads.of(page)

    def keys(self) -> Keys:
        """What makes the keys of its pages; as long as the site is there."""
        catalogue = self.catalogue
        items = catalogue.items if catalogue.names else ()
        return Keys((one, catalogue.names[one.id]) for one in items if one.id in catalogue.names)

    def key(self, page: Page, given: Mapping[str, Any], keys: Keys) -> str:
        """The key of a page that is `given` this."""
        return keys.of(page, given, self._heads.facts(page), self.check(page))

    def meta(self, page: Page) -> dict[str, Any]:
        """What the theme needs to know of the page, as MkDocs' metadata."""
        return {
            "title": page.title,
            "description": page.description,
            "kind": page.kind,
            "hide": ["navigation", "toc", "path", "footer"],
        }

    def body(self, page: Page) -> str:
        return render(page, self.catalogue.bureau, self.check(page), offline=self.offline)

    def check(self, page: Page) -> Check | None:
        """What the last audit concluded about the page."""
        return self.last.check(page.address) if self.last else None

    def lastmod(self, address: str) -> dt.date:
        """When the page last changed according to the data, never according to the clock."""
        page = self.pages.get(address)
        return page.lastmod if page else self.catalogue.bureau.revised
