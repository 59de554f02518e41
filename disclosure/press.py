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
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from disclosure.audit.observe.documents import Reader, Seen, merged
from disclosure.pages import Page
from disclosure.pages.stencil import Stencil, values
from disclosure.site import Site

Batch = Sequence[tuple[Stencil, Page]]
Numbered = Sequence[tuple[int, tuple[Stencil, Page]]]

_ALONE = 500
"""Up to so many pages a second process costs more than it saves."""


class PressFailed(Exception):
    """A process that was writing pages ended early; the output is incomplete."""


def press(site: Site, batch: Batch, target: Path) -> Seen:
    """Write every page of the batch below `target`; what its links are, read on the way.

    Forks where that is safe (one thread, a system that can); the halves are interleaved so
    that long and short pages spread evenly.
    """
    numbered = list(enumerate(batch))
    if len(batch) <= _ALONE or threading.active_count() > 1 or not hasattr(os, "fork"):
        return _write(site, numbered, target)
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _in_child(site, numbered[1::2], target, writing)
    os.close(writing)
    mine = _write(site, numbered[0::2], target)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise PressFailed("写网页的进程中途结束")
    return merged(mine, pickle.loads(answer))


def _in_child(site: Site, numbered: Numbered, target: Path, answer: int) -> NoReturn:
    """Write, answer and leave without running the parent's exit handlers."""
    status = 1
    try:
        seen = _write(site, numbered, target)
        with os.fdopen(answer, "wb") as pipe:
            pickle.dump(seen, pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    except BaseException:  # whatever it is, the parent must learn of it
        traceback.print_exc()
    finally:
        os._exit(status)


def _write(site: Site, numbered: Numbered, target: Path) -> Seen:
    reader = Reader(site.base_url)
    made: set[str] = set()
    base = f"{target}/"
    for number, (stencil, page) in numbered:
        folder = base + page.address
        parent = folder.rstrip("/").rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with contextlib.suppress(FileExistsError):  # page 2 of a list may come before page 1
            os.mkdir(folder)
        body = site.body(page)
        html = poured(site, stencil, page, body)
        with open(folder + "index.html", "wb") as file:
            file.write(html.encode())
        # The group's first page, made by MkDocs, is read whole; of its siblings only the
        # body can hold a link that it does not.
        reader.part(number, f"{page.address}index.html", body.encode())
    return reader.seen()


def poured(site: Site, stencil: Stencil, page: Page, body: str) -> str:
    """One whole page."""
    return stencil.pour(values(page, site.base_url + page.address, body))
