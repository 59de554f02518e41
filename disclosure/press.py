"""Pour the record pages: every group's stencil over its pages, shared out over the cores."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path

from disclosure.pages import Page
from disclosure.pages.stencil import Stencil, values
from disclosure.site import Site

Batch = Sequence[tuple[Stencil, Page]]

_ALONE = 500
"""Up to so many pages a second process costs more than it saves."""


class PressFailed(Exception):
    """A process that was writing pages ended early; the output is incomplete."""


def press(site: Site, batch: Batch, target: Path) -> None:
    """Write every page of the batch below `target`.

    Forks where that is safe (one thread, a system that can); the halves are interleaved so
    that long and short pages spread evenly.
    """
    if len(batch) <= _ALONE or threading.active_count() > 1 or not hasattr(os, "fork"):
        _write(site, batch, target)
        return
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _in_child(site, batch[1::2], target)
    _write(site, batch[0::2], target)
    _, status = os.waitpid(child, 0)
    if status:
        raise PressFailed("写网页的进程中途结束")


def _in_child(site: Site, batch: Batch, target: Path) -> None:
    """Write and leave without running the parent's exit handlers."""
    status = 1
    try:
        _write(site, batch, target)
        status = 0
    except BaseException:  # whatever it is, the parent must learn of it
        traceback.print_exc()
    finally:
        os._exit(status)


def _write(site: Site, batch: Batch, target: Path) -> None:
    made: set[str] = set()
    base = f"{target}/"
    for stencil, page in batch:
        folder = base + page.address
        parent = folder.rstrip("/").rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with contextlib.suppress(FileExistsError):  # page 2 of a list may come before page 1
            os.mkdir(folder)
        html = poured(site, stencil, page)
        with open(folder + "index.html", "wb") as file:
            file.write(html.encode())


def poured(site: Site, stencil: Stencil, page: Page) -> str:
    """One whole page."""
    return stencil.pour(values(page, site.base_url + page.address, site.body(page)))
