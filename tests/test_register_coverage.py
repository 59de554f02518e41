"""Entries, editions and whole registers in the count of what is public."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.coverage import Coverage
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.registers import REGISTERS
from disclosure.vocabulary import State
from planting import Fault, all_of, edit, remove

APPROVALS = "registers/approvals.csv"

HOLLOW = remove("texts/register-2021.md")
"""Without its text the only document of n001.1 does not count."""
CLAIM = edit(APPROVALS, "10,工作日,m1.1,审批科,是", "10,工作日,m1.1;n001.1,审批科,是")
UNCONFIRMED = edit(APPROVALS, "10,工作日,m1.1,审批科,是", "10,工作日,n001.1,审批科,否")
EDITION = edit("editions.csv", "2021-05-21,是,是,", "2021-05-21,是,是,n001.1")

STATES: list[tuple[str, Fault, str, State]] = [
    ("a confirmed entry publishes", all_of(HOLLOW, CLAIM), "n001.1", State.PUBLISHED),
    ("an unconfirmed one is to be confirmed", all_of(HOLLOW, UNCONFIRMED), "n001.1",
     State.UNCONFIRMED),
    ("a published document stands above it", UNCONFIRMED, "n001.1", State.PUBLISHED),
    ("a higher document stands above it",
     edit(APPROVALS, "10,工作日,m1.1,审批科,是", "10,工作日,n001.2,审批科,否"), "n001.2",
     State.BY_HIGHER),
    ("a confirmed entry stands above a higher document",
     edit(APPROVALS, "10,工作日,m1.1,审批科,是", "10,工作日,n001.2,审批科,是"), "n001.2",
     State.PUBLISHED),
    ("an entry that ended does not count",
     all_of(HOLLOW, edit(APPROVALS, ",,审批科,是", ",n001.1,审批科,是")), "n001.1", State.MISSING),
    ("a zero list publishes", all_of(HOLLOW, EDITION), "n001.1", State.PUBLISHED),
    ("an unconfirmed zero list is to be confirmed",
     all_of(HOLLOW, edit("editions.csv", "2021-05-21,是,是,", ",否,是,n001.1")), "n001.1",
     State.UNCONFIRMED),
    ("an edition of an empty register gives nothing",
     all_of(HOLLOW, edit("editions.csv", "2021-05-21,是,是,", "2021-05-21,是,否,n001.1")),
     "n001.1", State.MISSING),
    ("an edition with confirmed rows publishes",
     all_of(HOLLOW, edit("editions.csv", "2021-03-02,是,否,", "2021-03-02,是,否,n001.1")),
     "n001.1", State.PUBLISHED),
    ("an unconfirmed edition is to be confirmed",
     all_of(HOLLOW, edit("editions.csv", "2021-03-02,是,否,", ",否,否,n001.1")),
     "n001.1", State.UNCONFIRMED),
    ("what is offline stays so", CLAIM, "m1.1", State.OFFLINE),
]  # fmt: skip


@pytest.mark.parametrize(("why", "change", "material", "state"), STATES)
def test_entries_and_editions_support_materials(
    tiny: Path, why: str, change: Fault, material: str, state: State
) -> None:
    change(tiny)
    assert Coverage(load_catalogue(tiny))[material].state is state, why


def test_a_status_names_what_supports_it(tiny: Path) -> None:
    all_of(HOLLOW, CLAIM, EDITION)(tiny)
    status = Coverage(load_catalogue(tiny))["n001.1"]
    assert [one.id for one in status.entries] == ["licence-a"]
    assert [one.register for one in status.editions] == ["intermediaries"]
    assert status.registers == ("intermediaries", "approvals")


def test_records_serve_the_year_of_their_date(tiny: Path) -> None:
    for year in (2020, 2021):
        path = tiny / f"registers/decisions/{year}.csv"
        header, row = path.read_text(encoding="utf-8").splitlines()
        path.write_text(f"{header},satisfies\n{row},p01.1\n", encoding="utf-8")
    status = Coverage(load_catalogue(tiny))["p01.1"]
    assert status.state is State.PARTIAL and status.years_done == (2020, 2021)


def test_registers_of_an_indicator_say_how_far_they_are(catalogue: Catalogue) -> None:
    coverage = Coverage(catalogue)
    (approvals,) = coverage.registers_of(catalogue.indicators["n001"])
    assert approvals.state is State.PUBLISHED and approvals.rows == approvals.confirmed == 2
    shared = coverage.registers_of(catalogue.indicators["n002"])
    assert shared == (approvals,), "a merged cell has the registers of its neighbour"
    assert coverage.registers["intermediaries"].zero
    assert coverage.registers["powers"].state is State.MISSING


def test_a_register_is_partly_confirmed(tiny: Path) -> None:
    UNCONFIRMED(tiny)
    assert Coverage(load_catalogue(tiny)).registers["approvals"].state is State.PARTIAL


def test_every_searched_indicator_says_what_is_public(real: Catalogue) -> None:
    """Each of the 39 has materials or registers, and every one of them has a state."""
    coverage = Coverage(real)
    searched = [one for one in real.framework.indicators if one.searched]
    assert len(searched) == 39
    silent = [one.id for one in searched if not (coverage.of(one) or coverage.registers_of(one))]
    assert silent == ["minus-1"], "a deduction asks for nothing to be shown"
    assert coverage.state(real.indicators["minus-1"]) is State.NOT_APPLICABLE


def test_registers_name_indicators_that_exist(real: Catalogue) -> None:
    named = {indicator for one in REGISTERS for indicator in one.indicators}
    assert named <= real.indicators.keys()
    searched = {one.id for one in real.framework.indicators if one.searched}
    assert {"n001", "n007", "n057"} <= named & searched
