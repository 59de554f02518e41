"""Pour the record pages: every group's stencil over its pages, shared out over the cores.

Their links are read on the way, so that the build can refuse a dead one without reading
back what it has just written.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import traceback
from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from disclosure.audit.observe.documents import Reader, Seen, merged
from disclosure.pages.page import Page
from disclosure.pages.stencil import Group, Stencil, group, values
from disclosure.site import Site

Moulds = Callable[[bool], Mapping[Group, Stencil | None] | None]
"""The moulds once they are there, else None; with True it waits for them."""

_ALONE = 500
"""Up to so many pages a second process costs more than it saves."""
_SHEAF = 64
"""Pages that a process takes at a time."""


class PressFailed(Exception):
    """A process that was writing pages ended early; the output is incomplete."""


class NoMould(Exception):
    """The theme fits no mould for a group of pages."""


class Press:
    """Writes every page below `target`: `start`, then `finish` gives what they link to.

    A second process begins at once and goes on while this one still has other work; both
    take sheaves of pages from one pipe until it is empty, so neither waits for the other.
    It forks where that is safe (one thread, a system that can).
    """

    def __init__(self, site: Site, pages: Sequence[Page], target: Path, moulds: Moulds) -> None:
        self._site, self._pages, self._target, self._moulds = site, pages, target, moulds
        self._queue, self._answer, self._child = -1, -1, 0

    def start(self) -> None:
        count = -(-len(self._pages) // _SHEAF)
        self._queue, filling = os.pipe()
        with os.fdopen(filling, "wb") as pipe:
            pipe.write(array("H", range(count)).tobytes())  # 2 bytes each: 64 kB hold 2 M pages
        if len(self._pages) <= _ALONE or threading.active_count() > 1 or not hasattr(os, "fork"):
            return
        sys.stdout.flush()
        sys.stderr.flush()
        self._answer, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._answer)
            self._in_child(writing)
        os.close(writing)

    def finish(self) -> Seen:
        """Write what is left, and wait for the other process."""
        mine = self._work()
        if not self._child:
            return mine
        with os.fdopen(self._answer, "rb") as pipe:
            self._answer = -1
            answer = pipe.read()
        child, self._child = self._child, 0
        _, status = os.waitpid(child, 0)
        if status:
            raise PressFailed("写网页的进程中途结束")
        return merged(mine, pickle.loads(answer))

    def stop(self) -> None:
        """Leave nothing running, whatever has happened."""
        if self._child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
        for pipe in (self._queue, self._answer):
            if pipe >= 0:
                os.close(pipe)

    def _work(self) -> Seen:
        writer = _Writer(self._site, self._target, self._moulds)
        while taken := os.read(self._queue, 2):
            first = int.from_bytes(taken, sys.byteorder) * _SHEAF
            for number, page in enumerate(self._pages[first : first + _SHEAF], first):
                writer.write(number, page)
        return writer.finish()

    def _in_child(self, answer: int) -> NoReturn:
        """Write, answer and leave without running the parent's exit handlers."""
        status = 1
        try:
            seen = self._work()
            with os.fdopen(answer, "wb") as pipe:
                pickle.dump(seen, pipe, pickle.HIGHEST_PROTOCOL)
            status = 0
        except BaseException:  # whatever it is, the parent must learn of it
            traceback.print_exc()
        finally:
            os._exit(status)


def press(site: Site, pages: Sequence[Page], target: Path, moulds: Moulds) -> Seen:
    """All at once, where there is nothing else to do meanwhile."""
    work = Press(site, pages, target, moulds)
    try:
        work.start()
        return work.finish()
    finally:
        work.stop()


class _Writer:
    """Writes pages; those that are ready before the moulds are wait for them."""

    def __init__(self, site: Site, target: Path, moulds: Moulds) -> None:
        self.site = site
        self.base = f"{target}/"
        self.ask = moulds
        self.moulds: Mapping[Group, Stencil | None] | None = None
        self.waiting: list[tuple[Page, str]] = []
        self.made: set[str] = set()
        self.reader = Reader(site.base_url)

    def write(self, number: int, page: Page) -> None:
        body = self.site.body(page)
        # The group's first page, made by MkDocs, is read whole; of its siblings only the
        # body can hold a link that it does not.
        self.reader.part(number, f"{page.address}index.html", body)
        if self.moulds is None:
            self.waiting.append((page, body))
            self.moulds = self.ask(False)
        else:
            self.catch_up()
            self.pour(page, body)

    def finish(self) -> Seen:
        if self.waiting and self.moulds is None:
            self.moulds = self.ask(True)
        self.catch_up()
        return self.reader.seen()

    def catch_up(self) -> None:
        for page, body in self.waiting:
            self.pour(page, body)
        self.waiting.clear()

    def pour(self, page: Page, body: str) -> None:
        assert self.moulds is not None
        stencil = self.moulds[group(page)]
        if stencil is None:
            raise NoMould(page.kind)
        folder = self.base + page.address
        parent = folder.rstrip("/").rpartition("/")[0]
        if parent not in self.made:
            os.makedirs(parent, exist_ok=True)
            self.made.add(parent)
        with contextlib.suppress(FileExistsError):  # page 2 of a list may come before page 1
            os.mkdir(folder)
        url = self.site.base_url + page.address
        html = stencil.pour(values(page, url, self.site.head(page), body))
        with open(folder + "index.html", "wb", buffering=0) as file:
            file.write(html)
