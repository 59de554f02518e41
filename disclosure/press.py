"""Pour the record pages: every group's stencil over its pages, shared out over the cores.

Their links are read on the way, so that the build can refuse a dead one without reading
back what it has just written. A page that stands already, made of the same, is left alone.
"""

from __future__ import annotations

import contextlib
import os
import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.audit.address import Where
from disclosure.audit.observe.documents import Reader, Seen, merged
from disclosure.beside import Beside, ChildFailed
from disclosure.keys import Keys
from disclosure.pages.page import Page
from disclosure.pages.stencil import Group, Stencil, group, values
from disclosure.site import Site

Moulds = Callable[[bool], Mapping[Group, Stencil | None] | None]
"""The moulds once they are there, else None; with True it waits for them."""

_ALONE = 500
"""Up to so many pages a second process costs more than it saves."""
_MANY = 4000
"""The same where they are only to be compared with what stands, for each needs its key."""
_SHEAF = 32
"""Pages that a process takes at a time."""


class PressFailed(Exception):
    """A process that was writing pages ended early; the output is incomplete."""


class NoMould(Exception):
    """The theme fits no mould for a group of pages."""


@dataclass
class Poured:
    """What the press did."""

    seen: Seen
    """Links and anchors of the pages that it wrote."""
    keys: dict[str, str] = field(default_factory=dict)
    """Every page's key by the path of its file."""
    wrote: list[str] = field(default_factory=list)
    """The paths of the pages that it wrote."""

    def join(self, other: Poured) -> Poured:
        return Poured(
            merged(self.seen, other.seen), self.keys | other.keys, self.wrote + other.wrote
        )


class Press:
    """Writes every page below `target`: `start`, then `finish` says what it did.

    Where there is much to write, a second process begins at once and goes on while this one
    still has other work; both take sheaves of pages from one pipe until it is empty, so neither
    waits for the other.
    """

    def __init__(
        self,
        site: Site,
        pages: Sequence[Page],
        target: Path,
        moulds: Moulds,
        standing: Mapping[str, str] | None = None,
        keys: Keys | None = None,
    ) -> None:
        """`standing`: the keys of the pages that stand in `target` already, by path; `keys`:
        what makes keys, where it knows something of the site already."""
        self._site, self._pages, self._target, self._moulds = site, pages, target, moulds
        self._standing, self._keys = standing or {}, keys or site.keys()
        self._queue = -1
        self._other: Beside[Poured] | None = None

    def start(self) -> None:
        count = -(-len(self._pages) // _SHEAF)
        self._queue, filling = os.pipe()
        with os.fdopen(filling, "wb") as pipe:
            pipe.write(array("H", range(count)).tobytes())  # 2 bytes each: 64 kB hold 1 M pages
        if len(self._pages) - len(self._standing) > _ALONE or len(self._pages) > _MANY:
            self._other = Beside(self._work)

    def finish(self) -> Poured:
        """Write what is left, and wait for the other process."""
        mine = self._work(helped=True)
        if self._other is None:
            return mine
        try:
            return mine.join(self._other.result())
        except ChildFailed:
            raise PressFailed("写网页的进程中途结束") from None

    def stop(self) -> None:
        """Leave nothing running, whatever has happened."""
        if self._other:
            self._other.stop()
        if self._queue >= 0:
            os.close(self._queue)

    def _work(self, helped: bool = False) -> Poured:
        writer = _Writer(self._site, self._target, self._moulds, self._standing, self._keys)
        while taken := os.read(self._queue, 2):
            if helped and self._other is None and len(writer.wrote) > _ALONE:
                self._other = Beside(self._work)  # more has changed than was to be expected
            first = int.from_bytes(taken, sys.byteorder) * _SHEAF
            writer.write(first, self._pages[first : first + _SHEAF])
        return writer.finish()


def press(site: Site, pages: Sequence[Page], target: Path, moulds: Moulds) -> Poured:
    """All at once, where there is nothing else to do meanwhile."""
    work = Press(site, pages, target, moulds)
    try:
        work.start()
        return work.finish()
    finally:
        work.stop()


class _Writer:
    """Writes pages; those that are ready before the moulds are wait for them."""

    def __init__(
        self,
        site: Site,
        target: Path,
        moulds: Moulds,
        standing: Mapping[str, str],
        keys: Keys,
    ) -> None:
        self.site = site
        self.base = f"{target}/"
        self.ask = moulds
        self.moulds: Mapping[Group, Stencil | None] | None = None
        self.waiting: list[tuple[Page, str, str]] = []
        self.made: set[str] = set()
        self.reader = Reader(site.base_url)
        self.standing = standing
        self.keys = keys
        self.poured: dict[str, str] = {}
        self.wrote: list[str] = []

    def write(self, first: int, sheaf: Sequence[Page]) -> None:
        """Write some pages, numbered from `first`, step by step: a processor that does one thing
        over and over is a sixth quicker than one that does all there is to do page by page."""
        given = [page.given() for page in sheaf]
        paths = [f"{page.address}index.html" for page in sheaf]
        keys = [
            self.site.key(page, values, self.keys)
            for page, values in zip(sheaf, given, strict=True)
        ]
        self.poured.update(zip(paths, keys, strict=True))
        changed = [at for at, path in enumerate(paths) if self.standing.get(path) != keys[at]]
        self.wrote += [paths[at] for at in changed]
        pages = [sheaf[at].filled(given[at]) for at in changed]
        heads = [self.site.head(page) for page in pages]
        bodies = [self.site.body(page) for page in pages]
        for at, body in zip(changed, bodies, strict=True):
            # The group's first page, made by MkDocs, is read whole; of its siblings only the
            # body can hold a link that it does not.
            self.reader.part(first + at, paths[at], body)
        self.waiting += zip(pages, heads, bodies, strict=True)
        if self.moulds is None:
            self.moulds = self.ask(False)
        if self.moulds is not None:
            self.catch_up()

    def finish(self) -> Poured:
        if self.waiting and self.moulds is None:
            self.moulds = self.ask(True)
        self.catch_up()
        return Poured(self.doubtful(self.reader.seen()), self.poured, self.wrote)

    def doubtful(self, seen: Seen) -> Seen:
        """Without the links that can only be good: those to a page of the site, which is written
        or the build fails. What is left is little to hand over and to judge."""
        pages = self.site.pages
        links = {
            link: ways
            for link, ways in seen.links.items()
            if link.where is not Where.INSIDE
            or link.fragment
            or link.reason
            or link.address not in pages
        }
        return seen._replace(links=links)

    def catch_up(self) -> None:
        for page, head, body in self.waiting:
            self.pour(page, head, body)
        self.waiting.clear()

    def pour(self, page: Page, head: str, body: str) -> None:
        assert self.moulds is not None
        stencil = self.moulds.get(group(page))
        if stencil is None:
            raise NoMould(page.kind)
        folder = self.base + page.address
        parent = folder.rstrip("/").rpartition("/")[0]
        if parent not in self.made:
            os.makedirs(parent, exist_ok=True)
            self.made.add(parent)
        with contextlib.suppress(FileExistsError):  # page 2 of a list may come before page 1
            os.mkdir(folder)
        url = self.site.base_url + page.canonical
        html = stencil.pour(values(page, url, head, body))
        path = folder + "index.html"
        if self.standing:
            # What stands may be the same file as the live site's: it is left, never written to.
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            os.write(file, html)
        finally:
            os.close(file)
