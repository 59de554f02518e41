"""Everything that is checked before anything is published: the rules, and what must stay private."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from disclosure.model import Catalogue
from disclosure.privacy.catalogue import Known, problems, rows
from disclosure.problem import Problem
from disclosure.rules import check

__all__ = ["Known", "every_problem", "rows"]

_WORKPLACE = Path("audit-report")


def every_problem(
    catalogue: Catalogue,
    data: Path,
    today: dt.date,
    *,
    for_release: bool = False,
    sound: Known = lambda _: False,
) -> Iterator[Problem]:
    """What the rules find, then private data and secrets in rows, texts and attachments.

    What was found in a file is remembered by its hash, so that only new files are scanned;
    of the rows only those are that are not known to be `sound`.
    """
    yield from check(catalogue, today, for_release=for_release)
    cache = _WORKPLACE / f"privacy-{data.resolve().name}.json"
    yield from problems(catalogue, data, cache, sound)
