"""Registers: read without script, sorted, filtered and saved with it, from a server and a disk."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from browser.desk import PHONE, WIDE, Opener
from browser.probes import EVERYWHERE, faults
from browser.serving import ROOT, Site, policy, serving
from disclosure.pages.columns import columns
from disclosure.pages.search import normalise
from disclosure.registers import register

POWERS = "registers/powers/"
DAY = "2021-07-01"


def current() -> list[dict[str, str]]:
    """The powers in force on the day of the build, from the data file."""
    with (ROOT / "data/registers/powers.csv").open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if row["valid_from"] <= DAY and (not row["valid_to"] or row["valid_to"] >= DAY)
        ]


ROWS = current()
PENALTIES = [row for row in ROWS if row["type"] == "行政处罚"]


def holds(row: dict[str, str], word: str) -> bool:
    return any(word in normalise(row[one.name]) for one in columns(register("powers")))


def finder(page: Page, name: str) -> str:
    return f"[data-register] [name={name}]"


def opened(page: Page) -> Page:
    page.get_by_role("button", name="打开全部数据表").click()
    expect(page.locator("[data-whole]")).to_be_visible()
    return page


def saved(page: Page, suffix: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-save={suffix}]").click()
    assert download.value.suggested_filename == f"powers-view.{suffix}"
    return download.value.path().read_bytes()


def test_without_script_every_row_can_be_read(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + POWERS, script=False)
    expect(page.locator("[data-register]")).to_be_hidden()
    expect(page.locator("[data-whole]")).to_be_hidden()
    names = page.locator("table.register tbody tr:not(.ended) td.lead a").all_text_contents()
    assert sorted(names) == sorted(row["name"] for row in ROWS)
    for suffix in ("xlsx", "csv", "json"):
        href = page.locator(f"#downloads + ul a[href$='.{suffix}']").get_attribute("href")
        assert page.request.get(real.url + POWERS + f"powers.{suffix}").status == 200, href


def test_the_library_and_the_rows_are_fetched_only_when_asked_for(
    real: Site, open_page: Opener
) -> None:
    page = open_page(real.url + POWERS)
    loaded = "performance.getEntriesByType('resource').map((one) => one.name)"
    before = page.evaluate(loaded)
    assert not [one for one in before if "datatables" in one or "/registers/powers.js" in one]
    opened(page)
    after = page.evaluate(loaded)
    assert [one for one in after if "datatables" in one]
    assert [one for one in after if one.endswith("assets/registers/powers.js")]


def test_all_rows_can_be_searched_and_filtered_and_the_address_repeats_it(
    real: Site, open_page: Opener
) -> None:
    page = opened(open_page(real.url + POWERS))
    count = page.locator("[data-found]")
    expect(count).to_have_text(f"共 {len(ROWS)} 项")
    page.locator(finder(page, "kind")).select_option("行政处罚")
    expect(count).to_have_text(f"符合条件 {len(PENALTIES)} 项，共 {len(ROWS)} 项")
    # Any column may hold it; brackets and spaces make no difference.
    wanted = [row for row in PENALTIES if holds(row, "律师法第47")]
    page.locator(finder(page, "q")).fill("律师法 第（47")
    expect(count).to_have_text(f"符合条件 {len(wanted)} 项，共 {len(ROWS)} 项")
    assert wanted
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"q": ["律师法 第（47"], "kind": ["行政处罚"]}
    again = open_page(page.url)
    expect(again.locator("[data-found]")).to_have_text(
        f"符合条件 {len(wanted)} 项，共 {len(ROWS)} 项"
    )
    again.get_by_role("button", name="清除条件").click()
    expect(again.locator("[data-static]")).to_be_visible()
    expect(again.locator("[data-whole]")).to_be_hidden()
    assert again.url == real.url + POWERS


def test_a_row_leads_to_its_entry(real: Site, open_page: Opener) -> None:
    page = opened(open_page(real.url + POWERS))
    page.locator("[data-table] tbody tr td.lead a").first.click()
    page.wait_for_url("**/registers/powers/*/")
    assert page.locator("h1").text_content() in {row["name"] for row in ROWS}


@pytest.mark.parametrize("how", ["head", "choice"])
def test_rows_are_sorted_by_head_and_by_choice(how: str, real: Site, open_page: Opener) -> None:
    page = opened(open_page(real.url + POWERS))
    if how == "head":
        page.locator("[data-table] thead th").nth(1).click()
    else:
        page.locator(finder(page, "sort")).select_option(label="权力类型，从小到大")
    expect(page.locator("[data-table] th").nth(1)).to_have_attribute("aria-sort", "ascending")
    types = page.locator("[data-table] tbody tr td:nth-child(2)").all_text_contents()
    collated = page.evaluate("(words) => words.toSorted(new Intl.Collator('zh-CN').compare)", types)
    assert types == collated and len(set(types)) > 1
    assert parse_qs(urlsplit(page.url).query)["sort"] == ["1-asc"]


def test_the_keyboard_sorts_and_pages(real: Site, open_page: Opener) -> None:
    page = opened(open_page(real.url + POWERS))
    first = page.locator("[data-table] tbody tr").first.text_content()
    page.locator("[data-table] thead [role=button]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-table] th").first).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="下一页").or_(page.get_by_label("下一页")).first.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-table] tbody tr").first.text_content() != first


def test_what_is_shown_can_be_saved(real: Site, open_page: Opener) -> None:
    page = opened(open_page(real.url + POWERS))
    page.locator(finder(page, "kind")).select_option("行政处罚")
    page.locator("[data-whole] summary").click()
    page.locator("[data-columns]").get_by_label("救济途径").check()
    heads = [one.strip() for one in page.locator("[data-table] thead th").all_text_contents()]
    content = saved(page, "csv").decode("utf-8")
    assert content.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(content[1:])))
    assert list(rows[0])[:-1] == heads and "救济途径" in heads
    assert {row["本单位核定"] for row in rows} == {"否"}
    assert sorted(row["事项名称"] for row in rows) == sorted(row["name"] for row in PENALTIES)
    assert {row["救济途径"] for row in rows} == {row["remedy"] for row in PENALTIES}
    whole = json.loads(saved(page, "json"))
    assert [row["name"] for row in whole["rows"]] == [row["事项名称"] for row in rows]
    with zipfile.ZipFile(io.BytesIO(saved(page, "xlsx"))) as file:
        assert file.testzip() is None
        sheet = ElementTree.fromstring(file.read("xl/sheet1.xml"))
    names = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    lines = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{names}row")]
    assert lines == [list(rows[0]), *(list(row.values()) for row in rows)]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_open_table_is_sound(size: tuple[int, int], real: Site, open_page: Opener) -> None:
    page = opened(open_page(real.url + POWERS, size))
    page.locator("[data-whole] summary").click()
    assert faults(page, *EVERYWHERE) == {}
    if size == PHONE:
        row = page.locator("[data-table] tbody tr").first
        labels = row.locator("td").evaluate_all("all => all.map((one) => one.dataset.label)")
        assert labels[:3] == ["事项名称", "权力类型", "法律依据"]


def test_the_table_opens_under_the_published_policy(real: Site, open_page: Opener) -> None:
    """The desk's watch reports whatever the policy forbids."""
    with serving(real.folder, policy()) as guarded:
        page = open_page(guarded.url + POWERS)
        opened(page).locator(finder(page, "q")).fill("律师")
        expect(page.locator("[data-found]")).to_contain_text("符合条件")
        page.goto("about:blank")


def test_a_failed_fetch_leaves_the_paged_table(real: Site, open_page: Opener) -> None:
    page = open_page("about:blank")
    # An empty answer, not a refused one: the watch would count that as a fault of the page.
    page.route("**/assets/registers/powers.js", lambda route: route.fulfill(body=""))
    try:
        page.goto(real.url + POWERS)
        page.get_by_role("button", name="打开全部数据表").click()
        expect(page.locator("[data-found]")).to_contain_text("没有打开")
        expect(page.locator("[data-static]")).to_be_visible()
    finally:
        page.unroute("**/assets/registers/powers.js")


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The bureau's own data as a tree that opens from a disk."""
    folder = tmp_path_factory.mktemp("disk") / "site"
    command = f"build --data {ROOT / 'data'} --today {DAY} --offline --site {folder}"
    subprocess.run([sys.executable, "-m", "disclosure.cli", *command.split()], cwd=ROOT, check=True)
    yield folder


def test_the_table_works_from_a_disk(disk: Path, open_page: Opener) -> None:
    page = open_page((disk / POWERS / "index.html").as_uri())
    opened(page).locator(finder(page, "kind")).select_option("行政处罚")
    expect(page.locator("[data-found]")).to_contain_text(f"符合条件 {len(PENALTIES)} 项")
    page.locator("[data-table] tbody tr td.lead a").first.click()
    page.wait_for_url("**/registers/powers/*/index.html")
    assert page.locator("h1").text_content() in {row["name"] for row in PENALTIES}
