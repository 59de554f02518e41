"""States of materials: a table of what must come out, and the totals add up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.coverage import Coverage
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.vocabulary import State
from planting import Fault, edit

EXPECTED = {
    "n001.1": State.PUBLISHED,
    "n001.2": State.BY_HIGHER,
    "p01.1": State.PARTIAL,
    "p01.2": State.CLOSED,
    "m1.1": State.OFFLINE,
    "plus-1.1": State.NOT_APPLICABLE,
}


def test_every_material_has_the_expected_state(catalogue: Catalogue) -> None:
    assert {one.material.id: one.state for one in Coverage(catalogue).all()} == EXPECTED


def together(*faults: Fault) -> Fault:
    def fault(data: Path) -> None:
        for one in faults:
            one(data)

    return fault


CHANGES: list[tuple[str, Fault, str, State]] = [
    ("no text, attachment or address: hollow, does not count",
     lambda data: (data / "texts/register-2021.md").unlink(), "n001.1", State.MISSING),
    ("a higher document without an address does not count",
     edit("items.csv", "https://www.example.org/law", ""), "n001.2", State.MISSING),
    ("a higher document in force only after the assessed years does not count",
     edit("items.csv", "2019-04-23,,2019-04-23", "2022-04-23,,2022-04-23"),
     "n001.2", State.MISSING),
    (
        "a higher document replaced before the assessed years does not count",
        together(
            edit("items.csv", "已修改,law-a-2019,,n001", "已修改,law-a-2019,n001.2,n001"),
            edit("items.csv", ",第三条,,,,,,H", ",第三条,,,,https://www.example.org/old,,H"),
            edit("items.csv", "2019-04-23,,2019-04-23,有效,,n001.2", "2019-04-23,,2018,有效,,"),
        ),
        "n001.2",
        State.MISSING,
    ),
    (
        "a higher document not yet in force in the year it serves does not count",
        edit("items.csv", "n001;m1,第五条;第六条,,", "n001;m1,第五条;第六条,2018,"),
        "n001.2",
        State.MISSING,
    ),
    (
        "a higher document replaced within the assessed years still counts",
        together(
            edit("items.csv", "已修改,law-a-2019,,n001", "已修改,law-a-2019,n001.2,n001"),
            edit("items.csv", ",第三条,,,,,,H", ",第三条,,,,https://www.example.org/old,,H"),
            edit("items.csv", "有效,,n001.2", "有效,,"),
        ),
        "n001.2",
        State.BY_HIGHER,
    ),
    ("a repealed higher document whose end is unknown does not count",
     edit("items.csv", "2019-04-23,有效", "2019-04-23,废止"), "n001.2", State.MISSING),
    ("every year is served",
     edit("items.csv", ",2020,办公室", ",2019;2020;2021,办公室"), "p01.1", State.PUBLISHED),
    ("no item at all", edit("items.csv", ",p01.1,", ",,"), "p01.1", State.MISSING),
]  # fmt: skip


@pytest.mark.parametrize(("why", "change", "material", "state"), CHANGES)
def test_a_change_of_data_changes_the_state(
    tiny: Path, why: str, change: Callable[[Path], None], material: str, state: State
) -> None:
    change(tiny)
    assert Coverage(load_catalogue(tiny))[material].state is state, why


def test_a_shared_cell_gives_its_materials_to_both(catalogue: Catalogue) -> None:
    coverage = Coverage(catalogue)
    shared = coverage.of(catalogue.indicators["n002"])
    assert [one.material.id for one in shared] == ["n001.1", "n001.2"]


def test_totals_add_up_and_show_zero_as_zero(real: Catalogue) -> None:
    coverage = Coverage(real)
    tally = coverage.tally()
    assert set(tally.by_state) == set(State)
    assert tally.total == len(real.materials) == 252
    by_series = coverage.group(lambda one: [one.series.value])
    assert sum(group.total for group in by_series.values()) == 252
    assert sum(group.public for group in by_series.values()) == tally.public


def test_the_real_plan_is_public_but_only_for_its_year(real: Catalogue) -> None:
    status = Coverage(real)["p22.1"]
    assert status.state is State.PARTIAL
    assert status.years_done == (2021,)
