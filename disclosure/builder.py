"""Build the site: MkDocs makes its share in its own process while this one reads the data.

this process                         MkDocs
────────────                         ──────
imports; read and check the data     starts, compiles the theme's templates
plan; hand over the leads ─────────▶ makes the leads and the hand-written pages
render record pages (two cores)      cuts the moulds
pour ◀────────────────────────────── hands the moulds back
refuse dead links; swap

A build that follows another does less and needs no MkDocs (`again/`). Here is only what decides
between the two; what they work with is imported when MkDocs is under way.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

from disclosure.again.keeping import keeping
from disclosure.again.surroundings import surroundings
from disclosure.handover import MkDocs
from disclosure.job import Job, Refused

__all__ = ["Refused", "build"]


def build(
    data: Path,
    today: dt.date,
    target: Path,
    *,
    offline: bool = False,
    held: list[object] | None = None,
) -> str:
    """Build beside `target` and swap it in; what there is to say of it.

    `held` takes what a caller that ends with the build need not have taken apart.
    Raises Refused and leaves `target` as it was when anything is wrong.
    """
    job = Job.of(data, today, target, offline, [] if held is None else held)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _uncollected(ends=held is not None), keeping(target) as kept:
        around = surroundings(data, offline) if kept else ""
        if kept and kept.ledger(around).is_file() and target.is_dir():
            from disclosure import making

            said = making.again(job, kept, around)
            if said is not None:
                return said
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
            fresh = Path(folder) / "site"
            mkdocs = MkDocs(fresh, fresh.parent, job.env)
            try:
                from disclosure import making

                return making.whole(job, kept, around, mkdocs, fresh)
            finally:
                mkdocs.stop()


@contextlib.contextmanager
def _uncollected(*, ends: bool) -> Iterator[None]:
    """Importing and reading make many objects, and nearly all of them stay: nothing for a
    collector, not even afterwards where the process `ends` with the build."""
    gc.disable()
    try:
        yield
    finally:
        if not ends:
            gc.unfreeze()
            gc.enable()
