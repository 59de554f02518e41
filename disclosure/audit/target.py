"""核验目标: what must resolve, and what must stand there. Plain values, made by `targets`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


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


class Sort(StrEnum):
    """What a target is."""

    PAGE = "page"
    FILE = "file"
    OFFICIAL = "official"


@dataclass(frozen=True)
class Target:
    """核验目标."""

    sort: Sort
    address: str
    """From the site's root; of an official page its whole URL."""
    title: str
    why: str
    words: tuple[str, ...] = ()
    first: str = ""
    """The list's first page, on numbered pages that continue it."""
    sha256: str = ""
    departed: bool = False
    """Whether it only answers for an address whose contents are elsewhere, or gone."""
    to: str | None = None
    """Where such a page leads by itself."""
    origin: str = ""
    """The data row that states it, as file:row."""
    content: Content | None = None
    """What its head must say, of a page about one document or entry."""


@dataclass(frozen=True)
class Targets:
    """Everything that must resolve."""

    all: tuple[Target, ...]
    identity: Identity | None = None
    """Who publishes; without it the heads of pages are not judged."""

    @cached_property
    def pages(self) -> Mapping[str, Target]:
        return {one.address: one for one in self.all if one.sort is Sort.PAGE}

    @cached_property
    def files(self) -> Mapping[str, Target]:
        return {one.address: one for one in self.all if one.sort is Sort.FILE}

    @property
    def official(self) -> Iterator[Target]:
        return (one for one in self.all if one.sort is Sort.OFFICIAL)
