"""What a page's head says of it: the page tags of 国办发〔2017〕47号, then what it is for engines.

every page       SiteName, SiteDomain, SiteIDCode          (overrides/main.html, from bureau.yaml)
column pages     ColumnName, ColumnDescription, ColumnKeywords, ColumnType
content pages    ColumnName, ColumnType, ArticleTitle, PubDate, ContentSource, Keywords, Url

A content page is about one document or one entry of a register; every other page is a column.
The norm wants PubDate as YYYY-MM-DD HH:MM. The data know days, so the time is 00:00; where they
know no day there is no tag, and the audit counts those. The optional Description is the page's
`description`: HTML reads names without regard to case and allows only one. Author and Image are
left out, for the data have neither.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from disclosure.bureau import Bureau
from disclosure.model import Catalogue, Item
from disclosure.pages.offline import to_file
from disclosure.pages.page import DEPARTED, Page
from disclosure.pages.permanent import permanent
from disclosure.pages.render import relative
from disclosure.pages.shown import shown
from disclosure.pages.structured import Statements
from disclosure.publication import Publication
from disclosure.registers import Entry, Register
from disclosure.vocabulary import ColumnType, Kind

_CATALOGUE = ColumnType.DISCLOSURE_CATALOGUE
_PAGES = {
    "home": ColumnType.HOME,
    "guide": ColumnType.DISCLOSURE_GUIDE,
    "requirements": ColumnType.POLICY,
    "progress": ColumnType.DATA,
    "audit": ColumnType.DATA,
    "problems": ColumnType.OVERVIEW,
    DEPARTED: ColumnType.OVERVIEW,
    "": ColumnType.OVERVIEW,
}
"""By kind of page; hand-written ones have none. All others list what must be public."""
_REGISTERS = {
    "approvals": ColumnType.SERVICES,
    "public-services": ColumnType.SERVICES,
    "certificates": ColumnType.SERVICES,
    "intermediaries": ColumnType.SERVICES,
    "institutions": ColumnType.SERVICES,
    "powers": ColumnType.FUNCTIONS,
    "enforcement": ColumnType.FUNCTIONS,
    "statistics": ColumnType.DATA,
    "normative": ColumnType.POLICY,
    "channels": ColumnType.COMPLAINTS,
}
_KINDS = {
    Kind.LAW: ColumnType.POLICY,
    Kind.ADMINISTRATIVE_REGULATION: ColumnType.POLICY,
    Kind.STATE_COUNCIL_DOCUMENT: ColumnType.POLICY,
    Kind.PARTY_DOCUMENT: ColumnType.POLICY,
    Kind.DEPARTMENT_RULE: ColumnType.POLICY,
    Kind.LOCAL_REGULATION: ColumnType.POLICY,
    Kind.LOCAL_RULE: ColumnType.POLICY,
    Kind.NORMATIVE_DOCUMENT: ColumnType.POLICY,
    Kind.STANDARD: ColumnType.POLICY,
    Kind.WORK_PLAN: ColumnType.POLICY,
    Kind.NOTICE: ColumnType.NEWS,
    Kind.CONSULTATION: ColumnType.CONSULTATION,
    Kind.INTERPRETATION: ColumnType.INTERPRETATION,
    Kind.GUIDE: ColumnType.SERVICES,
    Kind.NEWS: ColumnType.NEWS,
}


class Facts(NamedTuple):
    """What the head of a content page says that does not stand in the page itself."""

    subject: Item | Entry
    published: dt.date | None
    source: str


class Heads:
    """Makes the heads of a site's pages; hand-written ones need no catalogue."""

    def __init__(
        self, bureau: Bureau, catalogue: Catalogue | None = None, *, offline: bool = False
    ) -> None:
        held = [slug for slug, rows in catalogue.entries.items() if rows] if catalogue else []
        self._bureau = bureau.name
        self._offline = offline
        self._base = shown(permanent(bureau, ""))
        self._publication = Publication(catalogue) if catalogue else None
        self._statements = Statements(bureau, frozenset(held))

    def of(self, page: Page) -> str:
        """The tags of one page and its statement for engines, as HTML."""
        if page.leads_to is not None:
            return self._onward(page.address, page.leads_to)
        facts = self.facts(page)
        return facts if isinstance(facts, str) else self._content(page, facts)

    def facts(self, page: Page) -> Facts | str:
        """What a head is made of besides the page and the bureau; of a column, the head itself."""
        subject, publication = page.subject, self._publication
        if publication is None or not isinstance(subject, (Item, Entry)):
            return self._column(page)
        return Facts(subject, publication.published(subject), publication.source(subject))

    def _content(self, page: Page, facts: Facts) -> str:
        subject, published, source = facts
        if isinstance(subject, Item):
            sort = _KINDS.get(subject.kind, _CATALOGUE)
            keywords: Iterable[str] = subject.keywords or (subject.kind.value,)
        else:
            sort = _REGISTERS.get(subject.register, _CATALOGUE)
            keywords = (page.crumbs[-1][0], subject.kind)
        dated = f'<meta name="PubDate" content="{published} 00:00">\n' if published else ""
        sourced = f'<meta name="ContentSource" content="{shown(source)}">\n' if source else ""
        return (
            f'<meta name="ColumnName" content="{shown(page.crumbs[-1][0])}">\n'
            f'<meta name="ColumnType" content="{sort.value}">\n'
            f'<meta name="ArticleTitle" content="{shown(subject.title)}">\n'
            f"{dated}{sourced}"
            f'<meta name="Keywords" content="{_listed(keywords)}">\n'
            f'<meta name="Url" content="{self._base}{page.address}">\n'
            f"{self._statements.of(page, published)}"
        )

    def _onward(self, address: str, to: str) -> str:
        """What makes a browser go where the contents are; engines take it for a redirect."""
        href = relative(address, to)
        href = to_file(href) if self._offline else href
        return f'<meta http-equiv="refresh" content="0; url={shown(href)}">\n'

    def _column(self, page: Page) -> str:
        name, sort = _named(page)
        return (
            f'<meta name="ColumnName" content="{shown(name)}">\n'
            f'<meta name="ColumnDescription" content="{shown(page.description)}">\n'
            f'<meta name="ColumnKeywords" content="{_listed(self._keywords(page))}">\n'
            f'<meta name="ColumnType" content="{sort.value}">\n'
            f"{self._statements.of(page)}"
        )

    def _keywords(self, page: Page) -> Iterable[str]:
        """Its own name, what else people call it, the columns above it, and the bureau."""
        yield from page.title.split("：")
        if isinstance(page.subject, Register):
            yield from page.subject.synonyms
        yield from (name for name, _ in reversed(page.crumbs[1:]))
        yield self._bureau


def _named(page: Page) -> tuple[str, ColumnType]:
    """A column's name and type; the pages of one list are one column."""
    subject = page.subject
    if isinstance(subject, Register):
        return subject.title, _REGISTERS.get(subject.slug, _CATALOGUE)
    if isinstance(subject, Kind):
        return subject.value, _KINDS.get(subject, _CATALOGUE)
    sort = _PAGES.get(page.kind, _CATALOGUE)
    return sort.value if page.kind == "home" else page.title, sort


def _listed(words: Iterable[str]) -> str:
    """Several in one tag, each once; a comma inside a word would part it."""
    parts = (one.replace(",", "、").replace("，", "、") for one in words if one)
    return shown(",".join(dict.fromkeys(parts)))
