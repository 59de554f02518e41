"""All registers of a demo, in one go."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.demo.agenda import Agenda
from disclosure.demo.dice import Dice
from disclosure.demo.draft import Draft
from disclosure.demo.registers import (
    before,
    decisions,
    major,
    market,
    matters,
    openness,
    reports,
    rulemaking,
    services,
    statistics,
)
from disclosure.demo.registers.shelf import Shelf

_APART = 1_000_003
"""Keeps this stream of chance apart from that of the documents."""


def fill(agenda: Agenda, drafts: Sequence[Draft], count: int, seed: int) -> Shelf:
    """Every register, with `count` decisions; the documents are registered already."""
    shelf, dice = Shelf(agenda), Dice(seed + _APART)
    matters.put(shelf)
    services.put(shelf)
    market.put(shelf, dice)
    before.put(shelf)
    found = decisions.cases(drafts, count, dice)
    decisions.put(shelf, found)
    statistics.put(shelf, found)
    statistics.put_cases(shelf, found)
    major.put(shelf, drafts)
    rules = rulemaking.put(shelf, drafts, dice)
    openness.put(shelf, dice)
    reports.put(shelf, drafts, found, rules, dice)
    return shelf
