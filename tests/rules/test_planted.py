"""Three faults a rule, at seeded places of a lawful catalogue: those are found, and no other."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from typing import Any

import pytest

from disclosure.departures import Departures
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.problem import Problem
from disclosure.problem_codes import RULE_CODES
from disclosure.rules import check
from rules.copies import Copy
from rules.planters import PLANTERS, TODAY, Planter
from rules.workshop import ROOT, Workshop

PLACES = 3
NOT_IN_ROWS = {"T08", "T09"}
"""A day outside the calendar and a clock that is missing are no fault of a row."""


def _whole(catalogue: Catalogue) -> Catalogue:
    """With the norms' tables, should a data folder not bring its own; and without the record
    of addresses, which every row that a planter adds or removes would contradict."""
    real = load_catalogue(ROOT / "data")
    return dataclasses.replace(
        catalogue,
        clocks=catalogue.clocks or real.clocks,
        laws=catalogue.laws or real.laws,
        addresses={},
        departures=Departures(),
    )


@pytest.fixture(scope="module")
def demo() -> Catalogue:
    return _whole(load_catalogue(ROOT / "examples" / "demo"))


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return Workshop().catalogue()


def _rows(copy: Copy, planter: Planter) -> list[Any]:
    rows = copy.items if planter.where == "items" else copy.rows.get(planter.where, [])
    return [one for one in rows if planter.fits(one, copy)]


CLONED = {"major-decisions", "normative"}
"""Registers in which a lawful row may stand twice, should a demo have too few of a kind."""


def _next_year(copy: Copy, report: Any, later: int) -> None:
    """A series goes on: the same report again, so many years later."""
    day = report.published.replace(year=report.published.year + later)
    copy.add(report, for_year=report.for_year + later, published=day)


def _plant(catalogue: Catalogue, planter: Planter, seed: int) -> tuple[list[Problem], list[Any]]:
    """Plant at three places, one after the other, each where it still fits."""
    copy, dice, spoilt = Copy(catalogue), random.Random(f"{planter.code}-{seed}"), list[Any]()
    if planter.where in CLONED and (fitting := _rows(copy, planter)):
        for _ in range(PLACES - len(fitting)):
            copy.add(fitting[0])
    if planter.code == "S12" and (fitting := _rows(copy, planter)):
        # The norm is young: there has been one report under it.
        for later in range(1, PLACES - len(fitting) + 1):
            _next_year(copy, fitting[-1], later)
    while len(spoilt) < PLACES:
        apart = [one for one in _rows(copy, planter) if one.id not in {o.id for o in spoilt}]
        if planter.elsewhere:
            apart = [one for one in apart if "-again" not in one.id]
        if not apart:
            break
        one = dice.choice(apart)
        planter.spoil(one, copy)
        spoilt.append(one)
    return list(check(copy.rebuilt(), TODAY)), [(copy.place(one), one) for one in spoilt]


def _verify(catalogue: Catalogue, planter: Planter, least: int) -> None:
    found, spoilt = _plant(catalogue, planter, seed=1)
    if not spoilt and not least:
        pytest.skip(f"no place for {planter.code}")
    assert len(spoilt) >= least, f"only {len(spoilt)} places"
    codes = Counter(problem.code.code for problem in found)
    assert codes == {planter.code: len(spoilt)}, [str(problem) for problem in found]
    if not planter.elsewhere:
        places = sorted(place for place, _ in spoilt)
        seen = sorted((p.place.file, p.place.row) for p in found)
        texts = sorted(f"texts/{one.id}.md" for _, one in spoilt)
        assert seen == places or [file for file, _ in seen] == texts


def test_the_demo_is_lawful(demo: Catalogue) -> None:
    assert [str(problem) for problem in check(demo, TODAY)] == []


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.code)
def test_in_the_demo(demo: Catalogue, planter: Planter) -> None:
    _verify(demo, planter, PLACES)


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.code)
def test_in_the_workshop(small: Catalogue, planter: Planter) -> None:
    _verify(small, planter, 0)


def test_every_rule_has_a_planter() -> None:
    rules = {code for code in RULE_CODES if code[0] not in "PL"} - NOT_IN_ROWS
    planted = [planter.code for planter in PLANTERS]
    assert rules <= set(planted) and len(planted) == len(set(planted))
