"""A page before it is rendered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from disclosure.model import Item
    from disclosure.registers import Entry, Register
    from disclosure.vocabulary import Kind

Crumb = tuple[str, str]
"""A title and an address (or an address with an anchor)."""

HOME: Crumb = ("首页", "")
DEPARTED = "departed"
"""Kind of the pages that only answer for an address: neither in the sitemap nor in the search."""


class Page(NamedTuple):
    """One page of the site: where it is, what it is called, and what its template needs."""

    address: str
    """From the site's root: "" is home, "indicators/n001/" an indicator. ASCII, permanent."""
    title: str
    """Unique over the site; becomes <title>."""
    description: str
    """Unique plain text of at most 120 characters."""
    kind: str
    """Page kind: home, tree, chapter, indicator, item, …"""
    template: str
    lastmod: dt.date
    """From data, never from the clock."""
    context: Mapping[str, Any] = {}
    subject: Item | Entry | Register | Kind | None = None
    """What it is about: one document or entry, or the register or kind that it lists."""
    crumbs: tuple[Crumb, ...] = ()
    """The way from home down to the page above this one."""
    toc: tuple[tuple[str, str], ...] = ()
    """Id and title of each h2; the template takes its headings from here."""
    leads_to: str | None = None
    """Address to which the page leads by itself, where its contents are."""
    later: Callable[[], Mapping[str, Any]] | None = None
    """Gives `context`, of a record page only when it is its turn."""
    contents: Callable[[Mapping[str, Any]], tuple[tuple[str, str], ...]] | None = None
    """Gives `toc` from the context, where that is costly (a text to render)."""

    @property
    def listed(self) -> bool:
        """Whether engines are told of it."""
        return self.kind != DEPARTED

    @property
    def canonical(self) -> str:
        """The address by which its contents are to be known."""
        return self.address if self.leads_to is None else self.leads_to

    def given(self) -> Mapping[str, Any]:
        """What its template is given: values, nothing rendered."""
        return self.context if self.later is None else self.later()

    def filled(self, given: Mapping[str, Any] | None = None) -> Page:
        """The page with everything its template needs; `given`, where that is known."""
        context = self.given() if given is None else given
        toc = self.toc if self.contents is None else self.contents(context)
        return self._replace(context=context, later=None, toc=toc, contents=None)


def shorten(text: str, limit: int = 120) -> str:
    """Plain text on one line, cut with an ellipsis where it is longer than the limit."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
