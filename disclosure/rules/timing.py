"""Publication in time: twenty working days from signing, whatever the document."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.clocks import late
from disclosure.problem import Problem
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Kind, Level

_OWN_CLOCK = frozenset({Kind.DECISION, Kind.BUDGET})
"""Kinds whose publication another clock governs."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """政府信息公开条例第26条: from forming or changing to publishing."""
    for item in inspection.catalogue.items:
        if item.level is not Level.BUREAU or item.kind in _OWN_CLOCK:
            continue
        if not (item.issued and item.published and item.issued.day and item.published.day):
            continue
        span = (item.issued.first, item.published.first)
        if span[0] <= span[1]:
            yield from inspection.judge("T01", item, "published", span, late)
