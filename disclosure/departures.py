"""redirects.yaml: where contents went whose public address is no longer theirs.

An address once published is kept by others: in bookmarks, on paper, in search engines and in
evaluators' records. So it answers for ever: with its contents, with the way to where they are
now, or with the reason why they are gone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import Field

from disclosure.record import Record, Text
from disclosure.vocabulary import Departure

ADDRESS = r"^/([A-Za-z0-9][A-Za-z0-9._-]*/)*([A-Za-z0-9][A-Za-z0-9._-]*)?$"
"""From the site's root, with the slash; a page ends in a slash, a file does not."""
Address = Annotated[str, Field(pattern=ADDRESS)]


class Published(Record):
    """One row of addresses.csv: an address that has been public, and since when."""

    address: Address = Field(title="网址")
    title: Text = Field(title="名称")
    since: dt.date = Field(title="登记日期")


class Recorded(NamedTuple):
    """A row of addresses.csv, kept small: there is one for every page and file."""

    title: str
    row: int


class Redirect(Record):
    """The same contents under another address."""

    address: Address = Field(title="原网址")
    to: Address = Field(title="现网址")
    day: dt.date = Field(title="日期")


class Tombstone(Record):
    """Contents that are gone, and why."""

    address: Address = Field(title="原网址")
    how: Departure = Field(title="去向")
    reason: Text = Field(title="原因")
    day: dt.date = Field(title="日期")
    to: Address | None = Field(default=None, title="相关网址")
    """What to read instead."""
    title: str = Field(default="", title="名称")
    """Instead of the recorded one, where that should not be read any more."""


class Departures(Record):
    """The file; a data folder may have none."""

    redirects: tuple[Redirect, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()

    def every(self) -> Iterator[tuple[str, Redirect | Tombstone]]:
        """Each with the key of its place in the file: redirects/0, tombstones/3."""
        yield from ((f"redirects/{n}", one) for n, one in enumerate(self.redirects))
        yield from ((f"tombstones/{n}", one) for n, one in enumerate(self.tombstones))


def page_of(address: str) -> str:
    """The page, from the site's root, that answers for an address: `/files/a/b.pdf` becomes a
    folder of that name, to which every web server leads who asks for the file."""
    return address.strip("/") + "/"
