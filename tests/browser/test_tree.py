"""The tree of indicators: filtered by each field, cited by its address, whole without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.desk import Opener
from browser.serving import ROOT, Site


def shown(page: Page) -> list[str]:
    """The ids of the indicators that are shown."""
    ids: list[str] = page.locator(".leaf-body > a").evaluate_all(
        "links => links.filter((link) => link.checkVisibility())"
        ".map((link) => link.getAttribute('href').split('/').at(-2))"
    )
    return ids


def plan(data: Path) -> list[dict[str, Any]]:
    """The indicators as the data file has them, each with its chapter's id."""
    with (data / "indicators.yaml").open(encoding="utf-8") as file:
        chapters = yaml.safe_load(file)["chapters"]
    return [
        one | {"chapter": chapter["id"]}
        for chapter in chapters
        for section in chapter["sections"]
        for one in section["indicators"]
    ]


INDICATORS = plan(ROOT / "data")
WANTED = {
    "chapter": ("p2", [i["id"] for i in INDICATORS if i["chapter"] == "p2"]),
    "method": ("web-search", [i["id"] for i in INDICATORS if "网络检索" in i["methods"]]),
    "series": ("municipal", ["m1", "m2", "m3", "m5"]),
    "text": ("行政复议", [i["id"] for i in INDICATORS if "行政复议" in i["text"] + i["short"]]),
}


def choose(page: Page, name: str, value: str) -> None:
    field = page.locator(f'[data-filters] [name="{name}"]')
    if name == "text":
        field.fill(value)
    else:
        field.select_option(value)


@pytest.mark.parametrize("name", WANTED)
def test_a_field_filters_and_its_address_repeats_it(
    name: str, real: Site, open_page: Opener
) -> None:
    value, wanted = WANTED[name]
    page = open_page(real.url + "indicators/")
    assert shown(page) == [one["id"] for one in INDICATORS]
    choose(page, name, value)
    assert shown(page) == wanted
    expect(page.locator("[data-count]")).to_have_text(f"符合条件 {len(wanted)} 项，共 125 项")
    again = open_page(page.url)
    assert shown(again) == wanted
    expect(again.locator(f'[data-filters] [name="{name}"]')).to_have_value(value)


@pytest.mark.parametrize("name", ["department", "state"])
def test_every_choice_of_a_field_leaves_what_bears_it(
    name: str, real: Site, open_page: Opener
) -> None:
    page = open_page(real.url + "indicators/")
    choices = page.locator(f'[data-filters] [name="{name}"] option').all()
    assert len(choices) > 2
    for choice in choices[1:]:
        choose(page, name, choice.get_attribute("value") or "")
        marks = page.locator(".leaf:visible").evaluate_all(
            f"leaves => leaves.map((leaf) => leaf.dataset.{name}.split(' '))"
        )
        assert marks, choice.text_content()
        assert all(choice.get_attribute("value") in mark for mark in marks)
        if name == "state":
            words = page.locator(".leaf:visible .leaf-state").all_text_contents()
            assert set(words) == {choice.text_content()}


def test_fields_together_narrow_and_reset_widens(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "indicators/?method=web-search&chapter=4")
    both = shown(page)
    assert both and set(both) < set(WANTED["method"][1])
    expect(page.locator(".tree-chapter:visible")).to_have_count(1)
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(".leaf:visible")).to_have_count(125)
    assert page.url == real.url + "indicators/"


def test_nothing_left_is_said(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "indicators/?series=municipal&method=web-search")
    assert shown(page) == []
    expect(page.locator("[data-none]")).to_be_visible()


def test_without_script_the_whole_tree_stands_there(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "indicators/?method=web-search", script=False)
    assert len(shown(page)) == 125
    expect(page.locator("[data-filters]")).to_be_hidden()
    expect(page.locator("[data-none]")).to_be_hidden()
