"""Pure rules: (Catalogue, today) -> Iterator[Problem]; one module a subject.

A rule never reads the clock or the disk and cites its norm in the table of codes. What is
stated and wrong is a problem; what is absent is coverage, and only `release` objects to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.model import Catalogue
from disclosure.problem import Problem
from disclosure.rules import items, release

__all__ = ["check"]


def check(catalogue: Catalogue, today: dt.date, *, for_release: bool = False) -> Iterator[Problem]:
    """Every rule over the catalogue; with `for_release` also what may not be absent."""
    yield from items.check(catalogue, today)
    if for_release:
        yield from release.check(catalogue)
