"""Pure rules: (Catalogue, today) -> Iterator[Problem]; one module a subject.

A rule never reads the clock or the disk and cites its norm in the table of codes. What is
stated and wrong is a problem; what is absent is coverage, and only `release` objects to it.
Limits come from the table of clocks; a rule judges only what dates from its norm's period.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.model import Catalogue
from disclosure.problem import CODES, Place, Problem
from disclosure.rules import (
    addresses,
    citations,
    decisions,
    documents,
    items,
    lifecycles,
    official_codes,
    registers,
    release,
    reports,
    statements,
    statistics,
    timing,
    waivers,
    wording,
)
from disclosure.rules.inspection import Inspection, Rule

__all__ = ["RULES", "check"]

RULES: tuple[Rule, ...] = (
    documents.check,
    statements.check,
    wording.check,
    citations.check,
    timing.check,
    registers.check,
    official_codes.check,
    decisions.check,
    statistics.check,
    reports.check,
    lifecycles.check,
    waivers.check,
    addresses.check,
)


def check(catalogue: Catalogue, today: dt.date, *, for_release: bool = False) -> Iterator[Problem]:
    """Every rule over the catalogue; with `for_release` also what may not be absent."""
    yield from items.check(catalogue, today)
    inspection = Inspection(catalogue, today)
    for rule in RULES:
        yield from rule(inspection)
    if for_release:
        yield from release.check(inspection)
    for clock_id, code in inspection.missing.items():
        place = Place("norms/deadlines.csv", None, "编号(id)")
        yield Problem(CODES["T09"], place, f"“{clock_id}”（规则 {code} 没有执行）")
