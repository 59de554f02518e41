"""The seam for what is remembered between runs.

A History may spare an address that was found well a short time ago (`known`), and is told of
every conclusion (`take`), to which it may add what it remembers. `Forgetful` is the one for runs without memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from disclosure.audit.fetch.asking import Asked

Row = Mapping[str, Any]
"""A row of the report, as JSON has it."""


class History(Protocol):
    """What is remembered of earlier runs."""

    def known(self, one: Asked) -> Row | None:
        """A row that still holds, so that the address need not be asked for again."""

    def take(self, one: Asked, row: Row) -> Row:
        """Remember a conclusion of this run; gives back the row with what memory adds to it."""


class Forgetful:
    """Knows nothing, remembers nothing."""

    def known(self, one: Asked) -> Row | None:
        return None

    def take(self, one: Asked, row: Row) -> Row:
        return row
