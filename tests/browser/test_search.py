"""Search as people type: titles, numbers in any bracket, indicator numbers, several words."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.desk import PHONE, Opener
from browser.probes import EVERYWHERE, TARGET, faults
from browser.serving import Site, policy, serving
from disclosure.fulltext import executable

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
    "權責清單": "../registers/powers/",
    "权力清单": "../registers/powers/",
    "濮阳市司法局 权责清单": "../registers/powers/",
    "濮阳市司法局权责清单公示": "../registers/powers/",
    "双随机抽查事项清单": "../registers/inspections/",
    "2020年行政处罚决定": "../registers/decisions/",
    "涉企收费清单": "../registers/enterprise-charges/",
    "重大行政决策听证": "../registers/procedures/",
    "濮阳市司法局": "../",
}
"""What is typed, and where the first result must lead."""


def asked(site: Site, query: str, **more: str) -> str:
    filters = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return f"{site.url}search/?q={quote(query)}{filters}"


def settled(page: Page) -> Page:
    """The page when the full text has answered, too."""
    expect(page.locator("#results:not([aria-busy])")).to_be_attached()
    return page


def addresses(page: Page) -> list[str]:
    """Where the results lead, first to last."""
    links: list[str] = (
        settled(page)
        .locator("#results a")
        .evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    )
    return links


def every(page: Page, query: str, **filters: str) -> list[str]:
    """What the first tier finds, without showing it."""
    found: list[str] = page.evaluate("([q, f]) => disclosureSearch(q, f)", [query, filters])
    return found


def test_the_first_result_is_what_was_meant(real: Site, open_page: Opener) -> None:
    page = open_page(real.url + "search/")
    found = {}
    for query in FIRST:
        page.fill("#find", query)
        page.keyboard.press("Enter")
        found[query] = next(iter(addresses(page)), "")
    assert found == FIRST


def test_the_page_shows_what_the_function_finds(real: Site, open_page: Opener) -> None:
    """A proof that asks the function has asked the page."""
    page = open_page(real.url + "search/")
    for query in (*FIRST, "行政 2020", "条例", "办法 2016"):
        page.goto(asked(real, query))
        first = [f"../{address}" for address in every(page, query)]
        assert addresses(page)[: len(first)] == first[:20], query
        whole: list[str] = page.evaluate("q => disclosureSearchFull(q)", query)
        assert addresses(page) == [f"../{address}" for address in whole][:20], query


def test_part_of_a_title_is_enough(real: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(real, "政许可")))
    titles = page.locator("#results a").all_text_contents()
    assert "中华人民共和国行政许可法" in titles
    found = page.evaluate("disclosureSearchFull('政许可').then((all) => all.length)")
    expect(page.locator("[data-result-count]")).to_have_text(f"“政许可”找到 {found} 条")
    marks = page.locator("#results a", has_text="中华人民共和国行政许可法").locator("mark")
    assert marks.all_text_contents()[0] == "政许可"


def test_more_results_can_be_shown(real: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(real, "行政")))
    expect(page.locator("#results > li")).to_have_count(20)
    page.locator("[data-more]").click()
    expect(page.locator("#results > li")).to_have_count(40)
    expect(page.locator("#results > li:nth-child(21) a")).to_be_focused()


def test_several_words_must_all_occur(real: Site, open_page: Opener) -> None:
    page = open_page(asked(real, "河南省 规范性文件"))
    both = set(every(page, "河南省 规范性文件"))
    assert both
    for word in ("河南省", "规范性文件"):
        assert both < set(every(page, word))
    page.goto(asked(real, "河南省 法律援助 放不到一起的词"))
    assert addresses(page) == []


def test_what_has_most_of_the_words_comes_after_and_is_told_apart(
    real: Site, open_page: Opener
) -> None:
    page = settled(open_page(asked(real, "行政审批中介服务清单")))
    assert "../indicators/n003/" in addresses(page)[:3]
    told = page.locator("[data-result-count]")
    expect(told).to_contain_text("都只是相近")
    page.goto(asked(real, "濮司〔2020〕50号"))
    settled(page)
    expect(told).not_to_contain_text("相近")


def test_nothing_found_says_so_and_helps(real: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(real, "龘龘龘")))
    expect(page.locator("[data-no-results]")).to_be_visible()
    expect(page.locator("[data-result-count]")).to_have_text("“龘龘龘”找到 0 条")
    expect(page.locator("[data-search-doors]")).to_be_visible()
    expect(page.locator("[data-near]")).to_be_hidden()


def test_what_comes_near_is_offered_apart(real: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(real, "规范性文件管理暂行规程细则附录")))
    assert addresses(page) == []
    near = page.locator("[data-near] a")
    expect(near.first).to_be_visible()
    assert "规范性文件" in near.first.inner_text()


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


def test_filters_narrow_and_stand_in_the_address(demo: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(demo, "工作")))
    whole = every(page, "工作")
    page.locator("select[name=kind]").select_option("工作方案")
    assert f"&kind={quote('工作方案')}" in page.url
    kept = addresses(page)
    assert 0 < len(kept) < len(whole)
    assert set(page.locator("#results .result-sort").all_text_contents()) == {"工作方案"}
    page.reload()
    assert addresses(page) == kept
    page.locator("select[name=year]").select_option("2020")
    dates = page.locator("#results .result-date").all_text_contents()
    assert dates and all(date.startswith("2020") for date in dates)
    expect(page.locator("[data-result-count]")).to_contain_text("种类“工作方案”，年份“2020”")
    page.go_back()
    expect(page.locator("select[name=year]")).to_have_value("")
    page.locator("[data-clear]").click()
    expect(page.locator("select[name=kind]")).to_have_value("")
    assert "kind" not in page.url


@pytest.mark.parametrize(
    ("name", "value"), [("dept", "法制仲裁科"), ("indicator", "n054"), ("kind", "三级指标")]
)
def test_a_filter_alone_lists_all_it_lets_through(
    name: str, value: str, real: Site, open_page: Opener
) -> None:
    page = settled(open_page(asked(real, "", **{name: value})))
    assert len(addresses(page)) == min(20, len(every(page, "", **{name: value}))) > 0
    expect(page.locator(f"select[name={name}]")).to_have_value(value)


def test_a_filter_that_leaves_nothing_can_be_taken_away(real: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(real, "第54项", year="1999")))
    assert addresses(page) == []
    expect(page.locator("[data-unfiltered]")).to_contain_text("不加筛选有")
    page.get_by_role("button", name="去掉筛选").click()
    assert addresses(page)[0] == INDICATOR
    assert page.url == asked(real, "第54项")


# ---- Suggestions ----------------------------------------------------------------------------


def typed(page: Page, box: str, text: str) -> Page:
    page.locator(box).press_sequentially(text)
    expect(page.locator("[role=listbox]:visible [role=option]").first).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("address", "box"), [("items/plan-2020/", "#site-find"), ("", "#home-find")]
)
def test_suggestions_are_a_list_that_the_keyboard_walks(
    address: str, box: str, real: Site, open_page: Opener
) -> None:
    page = typed(open_page(real.url + address), box, "权责清单")
    field = page.locator(box)
    expect(field).to_have_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    first = page.locator("[role=option]").first
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("Escape")
    expect(page.locator("[role=listbox]:visible")).to_have_count(0)
    expect(field).to_have_value("权责清单")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "registers/powers/")


def test_enter_without_a_choice_still_searches(real: Site, open_page: Opener) -> None:
    page = typed(open_page(real.url + "about/"), "#site-find", "第54项")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert addresses(page)[0] == INDICATOR


def test_a_suggestion_can_be_touched_on_a_phone(real: Site, open_page: Opener) -> None:
    page = typed(open_page(real.url, PHONE), "#home-find", "54")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    box = page.locator("[role=listbox]:visible").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    page.locator("[role=option]").first.click()
    page.wait_for_url(real.url + "indicators/n054/")


def test_suggestions_work_from_a_disk(real: Site, open_page: Opener) -> None:
    page = open_page((real.folder / "about" / "index.html").as_uri())
    typed(page, "#site-find", "第54项").keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators/n054/index.html")


# ---- Full text ------------------------------------------------------------------------------

full_text = pytest.mark.skipif(executable() is None, reason="没有安装 pagefind")


@full_text
def test_words_inside_a_text_are_found_after_titles(demo: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(demo, "不服本决定")))
    assert every(page, "不服本决定") == []
    links = addresses(page)
    assert links and all("decision" in link or "registers/" in link for link in links)
    expect(page.locator("#results .snippet").first).to_contain_text("如不服本决定")
    expect(page.locator("#results .snippet mark").first).to_have_text("不服本决定")


@full_text
def test_tiers_merge_without_repeating_a_page(demo: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(demo, "行政处罚")))
    whole: list[str] = page.evaluate("disclosureSearchFull('行政处罚')")
    first = every(page, "行政处罚")
    assert len(whole) == len(set(whole)) > len(first)
    assert whole[: len(first)] == first
    expect(page.locator("[data-result-count]")).to_contain_text(f"找到 {len(whole)} 条")


def test_results_on_a_phone_suit_a_thumb(demo: Site, open_page: Opener) -> None:
    page = settled(open_page(asked(demo, "行政处罚"), PHONE))
    expect(page.locator(".search-filters")).to_be_visible()
    assert faults(page, *EVERYWHERE) == {}
    assert page.evaluate(f"probes.targets({TARGET})") == []


@full_text
def test_words_of_title_and_text_are_joined(demo: Site, open_page: Opener) -> None:
    """One word stands in titles only, the other in texts only."""
    page = settled(open_page(asked(demo, "行政处罚决定 不服本决定")))
    assert every(page, "行政处罚决定 不服本决定") == []
    assert addresses(page)


@full_text
def test_full_text_runs_under_the_published_policy(demo: Site, open_page: Opener) -> None:
    """The desk's watch reports whatever the policy forbids."""
    with serving(demo.folder, policy()) as guarded:
        page = open_page(asked(guarded, "不服本决定"))
        assert addresses(page)
        page.goto("about:blank")


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
