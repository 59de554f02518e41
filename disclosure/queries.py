"""What evaluators type, and what they must then find (data/queries.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from disclosure.record import Record, Text
from disclosure.vocabulary import Kind

BUREAU = "{bureau}"
"""Stands for the bureau's name in a query."""

KINDS = {f"items/kinds/{kind.slug}/*": kind for kind in Kind}
"""How `finds` names every document of a kind."""


class Ask(Record):
    """Several ways to ask for one thing, and where it is."""

    ask: Annotated[tuple[Text, ...], Field(min_length=1)]
    finds: tuple[Text, ...] = ()
    """Materials, registers (`powers`, with entries `powers/*`), addresses of columns,
    every document of a kind (`items/kinds/decision/*`)."""
    year: Annotated[int, Field(ge=1949, le=2100)] | None = None

    def typed(self, bureau: str) -> Iterator[str]:
        """Every query as it is typed: with the bureau's name, run on after it, and without."""
        for query in self.ask:
            yield query.replace(BUREAU, bureau)
            if BUREAU in query:
                yield query.replace(f"{BUREAU} ", bureau).replace(BUREAU, bureau)
                yield " ".join(query.replace(BUREAU, " ").split())


class Queries(Record):
    """Queries by indicator, and queries that must find nothing."""

    indicators: Mapping[str, tuple[Ask, ...]] = {}
    nothing: tuple[Text, ...] = ()
