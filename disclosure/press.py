"""Pour the record pages: every group's stencil over its pages, shared out over the cores.

Their links are read on the way, so that the build can refuse a dead one without reading
back what it has just written.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from disclosure.audit.observe.documents import Reader, Seen, merged
from disclosure.pages.page import Page
from disclosure.pages.stencil import Group, Stencil, group, values
from disclosure.site import Site

Numbered = Sequence[tuple[int, Page]]
Moulds = Callable[[bool], Mapping[Group, Stencil | None] | None]
"""The moulds once they are there, else None; with True it waits for them."""

_ALONE = 500
"""Up to so many pages a second process costs more than it saves."""


class PressFailed(Exception):
    """A process that was writing pages ended early; the output is incomplete."""


class NoMould(Exception):
    """The theme fits no mould for a group of pages."""


def press(site: Site, pages: Sequence[Page], target: Path, moulds: Moulds) -> Seen:
    """Write every page below `target`; what its links are, read on the way.

    Forks where that is safe (one thread, a system that can); the halves are interleaved so
    that long and short pages spread evenly.
    """
    numbered = list(enumerate(pages))
    if len(pages) <= _ALONE or threading.active_count() > 1 or not hasattr(os, "fork"):
        return _Press(site, target, moulds).write(numbered)
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _in_child(_Press(site, target, moulds), numbered[1::2], writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        mine = _Press(site, target, moulds).write(numbered[0::2])
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise PressFailed("写网页的进程中途结束")
    return merged(mine, pickle.loads(answer))


def _in_child(press: _Press, numbered: Numbered, answer: int) -> NoReturn:
    """Write, answer and leave without running the parent's exit handlers."""
    status = 1
    try:
        seen = press.write(numbered)
        with os.fdopen(answer, "wb") as pipe:
            pickle.dump(seen, pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    except BaseException:  # whatever it is, the parent must learn of it
        traceback.print_exc()
    finally:
        os._exit(status)


class _Press:
    """Writes pages; those that are ready before the moulds are wait for them."""

    def __init__(self, site: Site, target: Path, moulds: Moulds) -> None:
        self.site = site
        self.base = f"{target}/"
        self.ask = moulds
        self.moulds: Mapping[Group, Stencil | None] | None = None
        self.made: set[str] = set()
        self.reader = Reader(site.base_url)

    def write(self, numbered: Numbered) -> Seen:
        waiting: list[tuple[Page, str]] = []
        for number, page in numbered:
            body = self.site.body(page)
            # The group's first page, made by MkDocs, is read whole; of its siblings only the
            # body can hold a link that it does not.
            self.reader.part(number, f"{page.address}index.html", body)
            if self.moulds is None:
                waiting.append((page, body))
                self.moulds = self.ask(False)
                continue
            if waiting:
                self.pour_all(waiting)
            self.pour(page, body)
        if waiting and self.moulds is None:
            self.moulds = self.ask(True)
        self.pour_all(waiting)
        return self.reader.seen()

    def pour_all(self, waiting: list[tuple[Page, str]]) -> None:
        for page, body in waiting:
            self.pour(page, body)
        waiting.clear()

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
        html = stencil.pour(values(page, self.site.base_url + page.address, body))
        with open(folder + "index.html", "wb", buffering=0) as file:
            file.write(html)
