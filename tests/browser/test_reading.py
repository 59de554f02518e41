"""Keyboard, paper, a wrong address, and a browser without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.desk import PHONE, Opener
from browser.kinds import PAGES
from browser.probes import PROBES
from browser.serving import Site

ACTIVE = "document.activeElement"


@pytest.mark.parametrize("name", ["home", "indicator", "item", "search", "about", "lost"])
def test_the_first_stop_skips_to_the_text(name: str, demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + PAGES[name])
    page.keyboard.press("Tab")
    assert page.evaluate(f"{ACTIVE}.textContent.trim()") == "跳到正文"
    assert page.evaluate(f"{ACTIVE}.getBoundingClientRect().top >= 0")
    assert page.evaluate(f"Number(getComputedStyle({ACTIVE}).opacity)") == 1
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('h1').compareDocumentPosition({ACTIVE})") & 4
    assert page.evaluate(f"!!{ACTIVE}.closest('.md-main, footer')")


@pytest.mark.parametrize("size", [(1280, 900), PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["home", "filtered", "indicator", "directory"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    name: str, size: tuple[int, int], demo: Site, open_page: Opener
) -> None:
    page = open_page(demo.url + PAGES[name], size)
    page.evaluate(PROBES)
    stops = "a[href], button, input, select, summary"
    wanted = page.evaluate(
        f"[...document.querySelectorAll('{stops}')].filter((e) => e.checkVisibility()"
        " && e.tabIndex >= 0).length"
    )
    faults = []
    for _ in range(min(wanted, 60)):
        page.keyboard.press("Tab")
        fault = page.evaluate(FOCUS)
        if fault:
            faults.append(fault)
    assert faults == []
    assert wanted > 10


FOCUS = """
(() => {
  const element = document.activeElement;
  const name = element.tagName + " " + element.textContent.trim().slice(0, 20);
  if (element === document.body) return "nowhere";
  const frame = element.matches(".find input, .site-find input") ? element.form : element;
  const style = getComputedStyle(frame);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return name + ": no outline";
  const box = frame.getBoundingClientRect();
  if (!box.width || box.bottom < 0 || box.top > innerHeight) return name + ": out of sight";
  const line = probes.colour(style.outlineColor);
  const around = frame.parentElement;
  const worst = Math.min(...probes.grounds(around).map((below) => probes.ratio(line, below)));
  return worst < 3 ? `${name}: outline ${worst.toFixed(2)} < 3` : "";
})()
"""


def test_the_search_box_can_be_left_again(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "indicators/")
    page.focus("#site-find")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{ACTIVE}.tagName") == "BUTTON"


def test_an_indicator_on_paper(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + PAGES["indicator"])
    code = page.locator(".qr svg")
    chrome = [".site-nav", ".site-find", ".site-footer__links", ".neighbours", ".crumbs", ".button"]
    expect(code).to_be_hidden()
    for part in chrome:
        expect(page.locator(part).first).to_be_visible()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    assert page.locator(".qr svg").bounding_box()["width"] > 80  # type: ignore[index]
    for part in chrome:
        expect(page.locator(part).first).to_be_hidden()
    for part in ("h1", ".official blockquote", ".materials", ".cite .address", ".md-banner"):
        expect(page.locator(part).first).to_be_visible()


def test_the_directory_on_paper_keeps_its_documents(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "directory/")
    expect(page.locator(".entry > .qr").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".entry")).to_have_count(39)
    expect(page.locator(".entry .documents a").first).to_be_visible()
    codes = page.locator(".entry > .qr svg")
    expect(codes).to_have_count(39)
    expect(codes.last).to_be_visible()
    expect(page.locator(".entry-address").first).to_have_text(re.compile("^https://.*/indicators/"))
    expect(page.locator(".site-nav")).to_be_hidden()


def test_the_print_button_prints(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "directory/")
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed === true")


@pytest.mark.parametrize("address", ["no/such/page/", "indicators/n999/", "a/b/c/d/e.html"])
def test_a_wrong_address_still_leads_on(address: str, demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + address)
    assert page.locator("h1").text_content() == "没有找到这一页"
    hrefs = page.locator("a[href]").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    links = {href for href in hrefs if not href.startswith("#")}
    assert len(links) > 8
    for href in links:
        assert href.startswith("/"), href
        assert page.request.get(demo.url.rstrip("/") + href).status == 200, href
    ground = "getComputedStyle(document.querySelector('.site-header')).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 52, 92)", "the stylesheets did not load"
    page.locator("main .find input").fill("第54项")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator("#results a").first.get_attribute("href") == "../indicators/n054/"


def test_the_server_says_that_it_is_not_there(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url)
    assert page.request.get(demo.url + "no/such/page/").status == 404


@pytest.mark.parametrize("name", ["home", "indicator", "item", "directory", "progress"])
def test_without_script_nothing_is_lost(name: str, demo: Site, open_page: Opener) -> None:
    def words(page: Page) -> str:
        return "".join(page.locator("main").inner_text().split())

    plain = open_page(demo.url + PAGES[name], script=False)
    alive = open_page(demo.url + PAGES[name])
    expect(plain.locator("[data-print]:visible")).to_have_count(0)
    assert words(plain) == words(alive).replace("打印本页", "")


def test_a_closed_list_opens_by_keyboard(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "directory/", script=False)
    box = page.locator("details.grounds").first
    expect(box.locator(".documents").first).to_be_hidden()
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(box.locator(".documents").first).to_be_visible()
