"""Search as people type: titles, numbers in any bracket, indicator numbers, several words."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.desk import PHONE, Opener
from browser.serving import Site

PLAN = "../items/plan-2020/"
INDICATOR = "../indicators/n054/"

FIRST = {
    "法治政府建设示范市创建工作方案的通知": PLAN,
    "濮司〔2020〕50号": PLAN,
    "濮司[2020]50号": PLAN,
    "濮司［2020］50 号": PLAN,
    "濮司（２０２０）５０号": PLAN,
    "plan-2020": PLAN,
    "PLAN-2020": PLAN,
    "第54项": INDICATOR,
    "第 54 项": INDICATOR,
    "指标54": INDICATOR,
    "54": INDICATOR,
    "５４": INDICATOR,
    "n054": INDICATOR,
    "54.1": INDICATOR,
    "行政执法信息主动公开": INDICATOR,
    "（22）": "../indicators/p22/",
    "(22)": "../indicators/p22/",
    "★1": "../indicators/m1/",
    "法制仲裁科": "../departments/legal-affairs-arbitration/",
    "网络检索目录": "../directory/",
}
"""What is typed, and where the first result must lead."""


def asked(site: Site, query: str) -> str:
    return f"{site.url}search/?q={quote(query)}"


def addresses(page: Page) -> list[str]:
    """Where the results lead, first to last."""
    links: list[str] = page.locator("#results a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    return links


def test_the_first_result_is_what_was_meant(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "search/")
    found = {}
    for query in FIRST:
        page.fill("#find", query)
        page.keyboard.press("Enter")
        found[query] = next(iter(addresses(page)), "")
    assert found == FIRST


def test_part_of_a_title_is_enough(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "政许可"))
    titles = page.locator("#results a").all_text_contents()
    assert "中华人民共和国行政许可法" in titles
    expect(page.locator("[data-result-count]")).to_have_text(f"“政许可”找到 {len(titles)} 条")


def test_several_words_must_all_occur(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "河南省 规范性文件"))
    both = set(addresses(page))
    assert both
    for word in ("河南省", "规范性文件"):
        page.goto(asked(real, word))
        assert both < set(addresses(page))
    page.goto(asked(real, "河南省 法律援助 放不到一起的词"))
    assert addresses(page) == []


def test_nothing_found_says_so_and_helps(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "龘龘龘"))
    expect(page.locator("[data-no-results]")).to_be_visible()
    expect(page.locator("[data-result-count]")).to_have_text("“龘龘龘”找到 0 条")
    expect(page.locator("[data-search-doors]")).to_be_visible()


def test_results_leave_no_such_message(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "54"))
    expect(page.locator("[data-no-results]")).to_be_hidden()


def test_what_is_typed_stays_text(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "<img src=x onerror=document.title='被改'>"))
    assert page.title() != "被改"
    assert page.locator("[data-result-count] img").count() == 0


def test_the_address_carries_the_query_and_back_returns(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "第54项"))
    expect(page.locator("#find")).to_have_value("第54项")
    page.fill("#find", "★1")
    page.get_by_role("search").nth(1).get_by_role("button").click()
    assert page.url == asked(real, "★1")
    page.go_back()
    expect(page.locator("#find")).to_have_value("第54项")
    assert addresses(page)[0] == INDICATOR


@pytest.mark.parametrize("address", ["", "indicators/n001/", "items/plan-2020/", "about/"])
def test_enter_in_the_header_searches(address: str, real: Site, open_page: Opener) -> None:
    page = open_page(real.url + address)
    page.fill("#site-find", "第54项")
    page.press("#site-find", "Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("#results a").first.click()
    page.wait_for_url(real.url + "indicators/n054/")


def test_a_phone_reaches_the_search_from_every_page(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "indicators/n001/", PHONE)
    expect(page.locator("#site-find")).to_be_hidden()
    page.locator(".site-find-link").click()
    page.wait_for_url(real.url + "search/")
    expect(page.locator("#find")).to_be_visible()


def test_the_examples_on_the_home_page_find_something(real: Site, open_page: Opener) -> None:
    page = open_page(real.url)
    tries = [link.get_attribute("href") for link in page.locator(".tries a").all()]
    assert len(tries) >= 3
    for href in tries:
        page.goto(f"{real.url}{href}")
        assert addresses(page), href


def test_it_works_from_a_disk(real: Site, open_page: Opener) -> None:
    start = (real.folder / "search" / "index.html").as_uri()
    page = open_page(f"{start}?q={quote('濮司[2020]50号')}")
    assert addresses(page) == [f"{PLAN}index.html"]
    page.fill("#find", "第54项")
    page.keyboard.press("Enter")
    page.locator("#results a").first.click()
    expect(page.locator("h1")).to_have_text("行政执法信息主动公开")
    assert page.url == (real.folder / "indicators" / "n054" / "index.html").as_uri()


def test_without_script_the_doors_are_open(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "search/", script=False)
    expect(page.locator("noscript .warning")).to_be_visible()
    doors = page.locator("[data-search-doors] a")
    for address in (
        "../directory/",
        "../indicators/",
        "../items/kinds/law/",
        "../items/years/2020/",
    ):
        expect(doors.and_(page.locator(f'[href="{address}"]'))).to_be_visible()
    doors.first.click()
    page.wait_for_url(real.url + "directory/")
