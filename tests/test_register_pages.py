"""Registers as pages and files: nothing left out, nothing claimed, nothing injected."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import urljoin

import pytest
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from disclosure.model import Catalogue
from disclosure.pages.assets import assets
from disclosure.pages.columns import columns, text
from disclosure.pages.page import Page
from disclosure.pages.plan import plan
from disclosure.pages.render import render
from disclosure.pages.standing import COMPILED, PENDING, ZERO
from disclosure.pages.workbook import Sheet, sound, workbook
from disclosure.registers import REGISTERS, Entry, Stage, register
from disclosure.registers.enforcement_words import EIGHT_OBJECTS, DecisionType
from planting import TODAY

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://site.example/"
HOSTILE = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>=1+1"


def tree(page: Page, catalogue: Catalogue) -> HTMLParser:
    return HTMLParser(render(page, catalogue.bureau))


def planned(catalogue: Catalogue) -> Mapping[str, Page]:
    return {page.address: page for page in plan(catalogue, TODAY)}


def flat(text: str) -> str:
    return "".join(text.split())


def links(page: Page, catalogue: Catalogue) -> set[str]:
    """Addresses of the site that a page links to."""
    found = tree(page, catalogue).css("a[href]")
    full = (urljoin(SITE + page.address, one.attributes["href"] or "") for one in found)
    return {re.split("[#?]", one.removeprefix(SITE))[0] for one in full if one.startswith(SITE)}


@pytest.fixture(scope="module")
def long(catalogue: Catalogue) -> Catalogue:
    """A register too long for one sheet: 950 decisions of two years and three types."""
    model = catalogue.entries_of("decisions")[0]
    rows = []
    for number in range(950):
        decided = dt.date(2019 + number % 2, 1, 1) + dt.timedelta(days=number // 4)
        kind = list(DecisionType)[(number // 2) % 3]
        told = {
            "id": f"d-{number:04d}",
            "type": kind,
            "decided": decided,
            "name": f"决定第{number}号",
        }
        rows.append(model.model_copy(update=told))
    return replace(catalogue, entries={"decisions": tuple(rows)})


@pytest.mark.parametrize("slug", [one.slug for one in REGISTERS])
def test_a_register_says_what_it_is_and_what_its_columns_mean(
    slug: str, catalogue: Catalogue, real: Catalogue
) -> None:
    one = register(slug)
    for data in (catalogue, real):
        body = flat(tree(planned(data)[one.address], data).text())
        assert flat(one.title) in body and flat(one.about) in body
        for basis in one.basis:
            assert flat(basis) in body
        for column in columns(one):
            for told in (column.title, column.meaning, column.source):
                assert flat(told) in body, (slug, column.name)


def test_a_register_says_how_far_it_is(catalogue: Catalogue, real: Catalogue) -> None:
    def said(data: Catalogue, slug: str) -> str:
        page = tree(planned(data)[f"registers/{slug}/"], data)
        return page.css_first(".standing").text() + page.css_first(".standing b").text()

    assert PENDING in said(catalogue, "powers")
    assert "2021-03-02 发布" in said(catalogue, "approvals")
    assert ZERO in said(catalogue, "intermediaries")
    assert "待" not in said(catalogue, "intermediaries")
    assert COMPILED in said(real, "powers")
    assert ZERO in said(real, "intermediaries") and "待本单位核定" in said(real, "intermediaries")
    assert PENDING in said(real, "decisions")


def test_what_the_bureau_has_not_confirmed_says_so_everywhere(
    catalogue: Catalogue, real: Catalogue
) -> None:
    for data in (catalogue, real):
        pages = planned(data)
        for one in REGISTERS:
            for entry in data.latest(one.slug):
                body = render(pages[entry.address], data.bureau)
                assert (COMPILED in body) is not entry.confirmed, entry.address
    files = assets(real, TODAY)
    powers = list(csv.DictReader(io.StringIO(str(files["registers/powers/powers.csv"])[1:])))
    assert powers and {row["本单位核定"] for row in powers} == {"否"}
    rows = json.loads(files["registers/powers/powers.json"])["rows"]
    assert {row["confirmed"] for row in rows} == {False}
    assert "本单位核定" in str(files["assets/registers/powers.js"])


def test_an_entry_shows_every_column_or_says_that_it_is_blank(real: Catalogue) -> None:
    pages = planned(real)
    for one in REGISTERS:
        for entry in real.latest(one.slug):
            shown = real.shown(entry, TODAY)
            page = tree(pages[entry.address], real)
            cells = {
                node.css_first("dt").text(): node.css_first("dd").text()
                for node in page.css(".cells > div")
            }
            for column in columns(one):
                cell = text(getattr(shown, column.name))
                if column.document:
                    continue
                if cell or column.must:
                    assert cells[column.title] == (cell or "待填"), entry.address
                else:
                    assert column.title in page.css_first(".cells + .aside").text()


def test_an_entry_shows_its_versions_and_changes(catalogue: Catalogue) -> None:
    page = tree(planned(catalogue)["registers/approvals/licence-a/"], catalogue)
    lines = [node.text() for node in page.css(".versions > li")]
    assert len(lines) == 3
    assert "承诺时限：20 → 10" in lines[0] and "本页所示" in lines[0]
    assert "2019-01-01 至 2020-12-31" in lines[1]
    assert "变更" in lines[2] and "示例司〔2020〕9号" in lines[2]
    assert "10" in page.css_first(".cells").text()


def test_an_ended_entry_stays_and_says_so(catalogue: Catalogue) -> None:
    pages = planned(catalogue)
    assert "2020-12-31 终止" in render(pages["registers/approvals/licence-b/"], catalogue.bureau)
    front = tree(pages["registers/approvals/"], catalogue)
    ended = front.css("tr.ended")
    assert [node.css_first("a").text() for node in ended] == ["示例乙证审批"]
    assert "2 项" in front.css_first(".facts dd").text()
    assert "示例乙证审批" not in str(assets(catalogue, TODAY)["registers/approvals/approvals.csv"])


def test_a_long_register_is_split_and_nothing_is_lost(long: Catalogue) -> None:
    pages = planned(long)
    sheets = [
        page for address, page in pages.items() if address.startswith("registers/decisions/list/")
    ]
    seen: list[str] = []
    for page in sheets:
        rows = tree(page, long).css("table.register tbody tr")
        assert 0 < len(rows) <= 200
        seen += [row.css_first("a").attributes["href"] or "" for row in rows]
    assert len(seen) == len(set(seen)) == 950
    front = tree(pages["registers/decisions/"], long)
    assert len(front.css("table.register tbody tr")) == 20
    figures = front.css("table.crossed tbody tr")
    total = [int(cell.text()) for cell in figures[-1].css("td")]
    assert total[-1] == sum(total[:-1]) == 950
    reached = links(pages["registers/decisions/"], long)
    firsts = {page.address for page in sheets if page.filled().context["sheet"].number == 1}
    assert len(firsts) == 6 and firsts <= reached


def test_a_figure_of_the_totals_leads_to_as_many_rows(long: Catalogue) -> None:
    pages = planned(long)
    for link in tree(pages["registers/decisions/"], long).css("table.crossed td a"):
        number = int(re.match(r"\d+", link.text())[0])  # type: ignore[index]
        where = urljoin(SITE + "registers/decisions/", link.attributes["href"] or "")
        page = pages[where.removeprefix(SITE)]
        assert len(page.filled().context["sheet"].part.rows) == number


def test_powers_are_two_clicks_from_home_and_one_from_its_indicator(real: Catalogue) -> None:
    pages = planned(real)
    assert "registers/" in links(pages[""], real)
    assert "registers/powers/" in links(pages["registers/"], real)
    assert "registers/powers/" in links(pages["indicators/n007/"], real)
    assert "registers/powers/" in links(pages["directory/"], real)


def test_every_register_and_stage_is_linked_from_the_overview(catalogue: Catalogue) -> None:
    reached = links(planned(catalogue)["registers/"], catalogue)
    assert {one.address for one in REGISTERS} | {one.address for one in Stage} <= reached


def test_stages_name_their_registers_and_the_eight_objects(real: Catalogue) -> None:
    pages = planned(real)
    for stage in Stage:
        page = pages[stage.address]
        wanted = {one.address for one in REGISTERS if one.stage is stage}
        assert wanted and wanted <= links(page, real)
    rows = tree(pages[Stage.BEFORE.address], real).css("#objects + table tbody tr")
    assert [row.css_first("td").text() for row in rows] == [one.value for one in EIGHT_OBJECTS]
    states = {row.css_first("td").text(): row.css_first(".state").text() for row in rows}
    counts = {row.css_first("td").text(): row.css("td")[1].text() for row in rows}
    assert all((states[name] == "未公开") == (count == "0 项") for name, count in counts.items())


def hostile(catalogue: Catalogue) -> Catalogue:
    def spoiled(entry: Entry) -> Entry:
        told = {"name": entry.title + HOSTILE, "basis": HOSTILE, "source": HOSTILE, "note": HOSTILE}
        return entry.model_copy(update=told)

    entries = {slug: tuple(map(spoiled, rows)) for slug, rows in catalogue.entries.items()}
    return replace(catalogue, entries=entries)


def test_data_never_injects_markup(catalogue: Catalogue) -> None:
    spoiled = hostile(catalogue)
    for page in plan(spoiled, TODAY):
        body = tree(page, spoiled)
        assert not body.css("img"), page.address
        for script in body.css("script"):
            assert not script.text() and (script.attributes["src"] or "").endswith(".js")
        for node in body.css("*"):
            assert not any(name.startswith("on") for name in node.attributes), page.address
            assert "style" not in node.attributes, page.address
    for address, content in assets(spoiled, TODAY).items():
        if address.endswith(".js"):
            assert "<" not in str(content), address


def test_a_csv_opens_right_and_reads_back(catalogue: Catalogue) -> None:
    spoiled = hostile(catalogue)
    content = assets(spoiled, TODAY)["registers/approvals/approvals.csv"]
    assert isinstance(content, str) and content.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(content[1:])))
    current = spoiled.current("approvals", TODAY)
    assert [row["编号"] for row in rows] == [one.id for one in current]
    for row, entry in zip(rows, current, strict=True):
        for column in columns(register("approvals")):
            assert row[column.title].strip("\t") == text(getattr(entry, column.name))
    assert rows[0]["基本编码"] == "\t000100001000"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("000112015000", "\t000112015000"),
        ("110000000000000000", "\t110000000000000000"),
        ("007", "\t007"),
        ("20", "20"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-x", "'-x"),
        ("-3", "-3"),
        ("0393-1234", "0393-1234"),
        ("2021-05-20", "2021-05-20"),
    ],
)
def test_a_spreadsheet_neither_rounds_nor_runs_a_cell(
    cell: str, written: str, catalogue: Catalogue
) -> None:
    entry = catalogue.current("approvals", TODAY)[0].model_copy(update={"basis": cell})
    spoiled = replace(catalogue, entries={"approvals": (entry,)})
    content = str(assets(spoiled, TODAY)["registers/approvals/approvals.csv"])
    assert next(csv.DictReader(io.StringIO(content[1:])))["设定依据"] == written


def cells(content: bytes, sheet: int = 0) -> list[list[object]]:
    """The rows of a workbook as another library reads them, every column present."""
    book = load_workbook(io.BytesIO(content))
    rows = book.worksheets[sheet].iter_rows()
    found = []
    for row in rows:
        assert all(cell.data_type != "f" for cell in row), "a formula"
        found.append([cell.value if cell.value is not None else "" for cell in row])
    return found


def test_a_workbook_has_the_rows_and_what_the_columns_mean(catalogue: Catalogue) -> None:
    spoiled = hostile(catalogue)
    content = assets(spoiled, TODAY)["registers/approvals/approvals.xlsx"]
    assert isinstance(content, bytes)
    rows = cells(content)
    every = columns(register("approvals"))
    assert rows[0][1 : len(every) + 1] == [one.title for one in every]
    current = spoiled.current("approvals", TODAY)
    assert [row[0] for row in rows[1:]] == [one.id for one in current]
    for row, entry in zip(rows[1:], current, strict=True):
        assert [str(one) for one in row[1:20]] == [
            sound(text(getattr(entry, one.name))) for one in every
        ][:19]
    meanings = {row[0]: row[1] for row in cells(content, 1)}
    assert all(meanings[one.title] == one.meaning for one in every)


def test_a_workbook_is_the_same_bytes_again() -> None:
    sheet = Sheet("表", ["甲", "乙"], [["a", 1]], [10, 10])
    first, second = workbook([sheet]), workbook([sheet])
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_cells_of_a_workbook_keep_their_kind() -> None:
    values = ["0012", 20, Decimal("0.5"), dt.date(2021, 7, 1), None, "", " a\x00\n", "<&>"]
    content = workbook([Sheet("a/b?[c]", [f"c{n}" for n in range(8)], [values])])
    day = dt.datetime(2021, 7, 1)
    assert cells(content)[1] == ["0012", 20, 0.5, day, "", "", " a\n", "<&>"]
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert b'name="abc"' in file.read("xl/workbook.xml")


def test_json_holds_every_version_and_change(catalogue: Catalogue) -> None:
    whole = json.loads(assets(catalogue, TODAY)["registers/approvals/approvals.json"])
    assert [row["id"] for row in whole["rows"]].count("licence-a") == 2
    assert {row["promised_days"] for row in whole["rows"] if row["id"] == "licence-a"} == {
        "20",
        "10",
    }
    assert [one["kind"] for one in whole["changes"]] == ["变更", "取消", "新增"]
    assert [one["title"] for one in whole["columns"]] == [
        one.title for one in columns(register("approvals"))
    ]


def test_the_searchable_table_holds_all_rows_in_force(catalogue: Catalogue) -> None:
    script = str(assets(catalogue, TODAY)["assets/registers/approvals.js"])
    start, end = "window.disclosureRegister=", ";\n"
    assert script.startswith(start) and script.endswith(end)
    whole = json.loads(script.removeprefix(start).removesuffix(end))
    assert [row[0] for row in whole["rows"]] == ["licence-a", "licence-c"]
    assert {len(row) for row in whole["rows"]} == {len(whole["columns"]) + 3}
    assert whole["columns"][0][:2] == ["name", "事项名称"]
    assert 1 < whole["shown"] <= 6


def test_an_empty_register_has_no_files_and_loads_no_script(catalogue: Catalogue) -> None:
    assert not [one for one in assets(catalogue, TODAY) if "powers" in one]
    page = tree(planned(catalogue)["registers/powers/"], catalogue)
    assert not page.css("script") and not page.css("[data-register]")


def test_only_the_pages_of_registers_load_the_table(real: Catalogue) -> None:
    for page in plan(real, TODAY):
        body = render(page, real.bureau)
        if page.kind != "register":
            assert "registers.js" not in body and "datatables" not in body, page.address


def test_the_library_is_on_the_site_with_its_licence(real: Catalogue) -> None:
    form = tree(planned(real)["registers/powers/"], real).css_first("[data-register]")
    for name in ("data-library", "data-saver"):
        where = urljoin(SITE + "registers/powers/", form.attributes[name] or "")
        assert (ROOT / "docs" / where.removeprefix(SITE)).is_file()
    folder = ROOT / "docs/javascripts/vendor"
    assert "MIT License" in (folder / "datatables.LICENSE.txt").read_text(encoding="utf-8")
    head = (folder / "datatables.min.js").read_text(encoding="utf-8")[:200]
    assert head.startswith("/*! DataTables 3.")
