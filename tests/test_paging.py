"""Sheets of registers have addresses for good; the atlas and the audit's targets name them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

from disclosure.atlas import atlas, downloads
from disclosure.audit.target import Sort
from disclosure.audit.targets import targets
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.registers import REGISTERS, Entry, register
from disclosure.registers.paging import ROWS, in_order, sheets
from planting import edit

APPROVALS = "registers/approvals.csv"


def decisions(catalogue: Catalogue, number: int) -> list[Entry]:
    """Many decisions of two kinds and three years (one undated)."""
    one = catalogue.entries_of("decisions")[0]
    kinds = list(type(one.type))[:2]  # type: ignore[attr-defined]
    return [
        one.model_copy(
            update={
                "id": f"copy-{n:05d}",
                "type": kinds[n % 2],
                "decided": None if n == 0 else dt.date(2019 + n % 3, 1 + n % 12, 1 + n % 28),
            }
        )
        for n in range(number)
    ]


def test_a_short_register_is_one_page(catalogue: Catalogue) -> None:
    (sheet,) = sheets(register("approvals"), catalogue.latest("approvals"))
    assert sheet.address == "registers/approvals/" and sheet.title == "行政审批事项清单"
    assert [one.id for one in sheet.rows] == ["licence-a", "licence-b", "licence-c"]
    (empty,) = sheets(register("powers"), ())
    assert empty.address == "registers/powers/" and not empty.rows


def test_a_long_register_is_split_by_kind_and_year(catalogue: Catalogue) -> None:
    rows = decisions(catalogue, 2000)
    front, *rest = sheets(register("decisions"), rows)
    assert front.address == "registers/decisions/" and not front.rows
    assert sum(len(part.rows) for part in front.parts) == 2000
    assert [part.address for part in front.parts] == [
        f"registers/decisions/list/{kind}-{year}/"
        for kind in ("licence", "penalty")
        for year in ("2019", "2020", "2021", "undated")
        if (kind, year) != ("penalty", "undated")
    ]
    assert {sheet.address for sheet in rest} >= {
        "registers/decisions/list/licence-2019/",
        "registers/decisions/list/licence-2019/2/",
    }
    assert len({sheet.address for sheet in rest}) == len(rest)
    assert len({sheet.title for sheet in (front, *rest)}) == len(rest) + 1
    assert max(len(sheet.rows) for sheet in rest) == ROWS
    shown = [entry for sheet in rest for entry in sheet.rows]
    assert sorted(one.id for one in shown) == [one.id for one in rows]
    for sheet in rest:
        assert sheet.part is not None
        assert sheet.rows == sheet.part.rows[sheet.start : sheet.start + ROWS]
        assert {(one.kind, one.year) for one in sheet.rows} == {(sheet.part.kind, sheet.part.year)}
        dates = [one.date for one in sheet.rows if one.date]
        assert dates == sorted(dates)


def test_a_long_register_without_kinds_is_numbered(catalogue: Catalogue) -> None:
    one = register("intermediaries").model.model_validate(
        {"id": "x", "name": "示例服务", "confirmed": "是"}
    )
    rows = [one.model_copy(update={"id": f"x-{n:03d}"}) for n in range(401)]
    found = sheets(register("intermediaries"), rows)
    assert [sheet.address for sheet in found] == [
        "registers/intermediaries/",
        "registers/intermediaries/list/2/",
        "registers/intermediaries/list/3/",
    ]
    assert [len(sheet.rows) for sheet in found] == [200, 200, 1]


def test_growth_moves_no_address(catalogue: Catalogue) -> None:
    """A later record never takes an address away, nor moves an earlier one's sheet."""
    one = register("decisions")
    rows = in_order(decisions(catalogue, 3000))
    dated = sorted((row for row in rows if row.date), key=lambda row: (str(row.date), row.id))
    before = {s.address: s.rows for s in sheets(one, dated[:2000])}
    after = {s.address: s.rows for s in sheets(one, dated)}
    assert before.keys() <= after.keys()
    assert all(after[address][: len(old)] == old for address, old in before.items())


def test_kinds_make_addresses_that_cannot_collide(catalogue: Catalogue) -> None:
    """Words of a vocabulary give distinct ASCII steps, none of them a bare number."""
    from disclosure.registers.paging import kinds_of

    for one in REGISTERS:
        slugs = [kind.name.lower() for kind in kinds_of(one)]
        assert len(set(slugs)) == len(slugs) and "unsorted" not in slugs
        assert all(slug.isascii() and not slug.isdigit() for slug in slugs)


# The atlas and the audit's targets


def test_the_atlas_lists_registers_entries_and_stages(catalogue: Catalogue) -> None:
    pages = {one.address: one for one in atlas(catalogue)}
    assert set(pages) >= {one.address for one in REGISTERS}
    assert set(pages) >= {"registers/", "enforcement/before/", "enforcement/after/"}
    assert "执法决定公示" in pages["enforcement/after/"].words
    assert pages["registers/approvals/"].words[0] == "示例甲证审批"
    assert pages["registers/approvals/licence-c/"].title == '示例丙证 <b>&"审批"'


def test_a_title_that_depends_on_the_day_is_not_demanded(tiny: Path) -> None:
    edit(APPROVALS, "a,2021-01-01,,示例甲证审批", "a,2021-01-01,,示例甲证核准")(tiny)
    pages = {one.address: one for one in atlas(load_catalogue(tiny))}
    entry = pages["registers/approvals/licence-a/"]
    assert entry.title == "" and entry.words == ("示例甲证审批", "示例甲证核准")
    assert "示例甲证审批" not in pages["registers/approvals/"].words


def test_sheets_of_a_long_register_are_one_place(catalogue: Catalogue) -> None:
    many = dataclasses.replace(catalogue, entries={"decisions": tuple(decisions(catalogue, 900))})
    pages = {one.address: one for one in atlas(many)}
    sheet = pages["registers/decisions/list/penalty-2020/"]
    assert sheet.first == "registers/decisions/"
    assert "行政处罚 2020年" in pages["registers/decisions/"].words


def test_downloads_are_files_of_filled_registers(catalogue: Catalogue) -> None:
    files = targets(catalogue).files
    wanted = {address for address, _ in downloads(catalogue)}
    assert wanted == {
        f"registers/{slug}/{slug}.{form}"
        for slug in ("approvals", "decisions")
        for form in ("csv", "xlsx", "json")
    }
    assert wanted <= files.keys()
    origins = [one.origin for one in targets(catalogue).all if one.sort is Sort.PAGE]
    assert f"{APPROVALS}:2" in origins
