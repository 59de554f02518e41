"""Every kind of page, wide, on a phone, and on a phone with letters twice the size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from browser.desk import PHONE, WIDE, Opener, launched
from browser.kinds import KINDS, PAGES, REAL
from browser.probes import EVERYWHERE, TARGET, faults
from browser.serving import ROOT, Site
from disclosure.site import Site as Catalogued


def test_every_kind_of_page_is_among_them() -> None:
    site = Catalogued.read(ROOT / "examples/demo", dt.date(2026, 6, 30))
    kinds = {page.kind: {p.address for p in site.pages.values() if p.kind == page.kind}
             for page in site.pages.values()}  # fmt: skip
    assert set(kinds) == set(KINDS)
    assert [kind for kind, address in KINDS.items() if address not in kinds[kind]] == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound(name: str, size: tuple[int, int], demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + PAGES[name], size)
    found = faults(page, *EVERYWHERE)
    if size == PHONE:
        page.evaluate("document.querySelectorAll('details').forEach((box) => (box.open = true))")
        small = page.evaluate(f"probes.targets({TARGET})")
        found |= {"targets": small} if small else {}
        found |= faults(page, "overflow", "contrast")
    assert found == {}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", REAL)
def test_page_of_the_bureau_is_sound(
    name: str, size: tuple[int, int], real: Site, open_page: Opener
) -> None:
    page = open_page(real.url + REAL[name], size)
    assert faults(page, *EVERYWHERE) == {}


@pytest.fixture(scope="module")
def magnified(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose reader set letters twice the usual size."""
    with launched(playwright, "--blink-settings=defaultFontSize=32") as browser:
        yield browser


@pytest.mark.parametrize("site", ["demo", "real"])
def test_letters_twice_the_size_still_fit_a_phone(
    site: str, magnified: Browser, request: pytest.FixtureRequest
) -> None:
    served: Site = request.getfixturevalue(site)
    context = magnified.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    found: dict[str, dict[str, list[str]]] = {}
    for name, address in (PAGES if site == "demo" else REAL).items():
        page.goto(served.url + address)
        wide = faults(page, "overflow", "cutOff")
        found |= {name: wide} if wide else {}
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    context.close()
    assert size >= 20, "the letters did not grow"
    assert found == {}
