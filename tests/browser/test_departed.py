"""Addresses whose contents are elsewhere or gone: what a reader sees who has kept them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.desk import PHONE, WIDE, Opener
from browser.probes import EVERYWHERE, faults
from browser.serving import ROOT, Site
from disclosure.departures import Redirect, Tombstone, page_of
from disclosure.load import load_catalogue

DEMO = load_catalogue(ROOT / "examples" / "demo")
MOVED = [one for _, one in DEMO.departures.every() if isinstance(one, Redirect)]
GONE = [one for _, one in DEMO.departures.every() if isinstance(one, Tombstone)]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("disk") / "site"
    command = f"build --offline --data examples/demo --today 2026-06-30 --site {folder}"
    subprocess.run([sys.executable, "-m", "disclosure.cli", *command.split()], cwd=ROOT, check=True)
    yield folder


def test_a_moved_page_leads_on(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + MOVED[0].address[1:])
    page.wait_for_url(demo.url + MOVED[0].to[1:])
    expect(page.locator("h1")).to_have_text(DEMO.departed_title(MOVED[0]))


def test_a_moved_page_leads_on_without_script_and_from_a_disk(
    demo: Site, disk: Path, open_page: Opener
) -> None:
    page = open_page(demo.url + MOVED[0].address[1:], script=False)
    page.wait_for_url(demo.url + MOVED[0].to[1:])
    page = open_page((disk / MOVED[0].address[1:] / "index.html").as_uri())
    page.wait_for_url((disk / MOVED[0].to[1:] / "index.html").as_uri())


def test_a_moved_file_answers_under_its_own_name(demo: Site, open_page: Opener) -> None:
    """Any web server sends who asks for the file to the folder of that name; the page there
    leads to the file. Chromium downloads a PDF, so only the way is looked at."""
    page = open_page(demo.url + "about/")
    answer = page.request.get(demo.url + MOVED[1].address[1:])
    assert answer.url == demo.url + page_of(MOVED[1].address)
    assert f'content="0; url=../../../{MOVED[1].to[1:]}"' in answer.text()


@pytest.mark.parametrize("one", GONE, ids=[one.how.slug for one in GONE])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "desktop"])
def test_a_tombstone_says_why(
    demo: Site, open_page: Opener, one: Tombstone, size: tuple[int, int]
) -> None:
    page = open_page(demo.url + page_of(one.address), size)
    main = page.locator("main")
    expect(main.locator("h1")).to_have_text(DEMO.departed_title(one))
    expect(main).to_contain_text(f"已{one.how}")
    expect(main).to_contain_text(one.reason)
    assert main.get_by_role("link", name="检索").count() == 1
    assert faults(page, *EVERYWHERE) == {}
    if one.to:
        main.locator(f'a[href$="{one.to[1:]}"]').click()
        page.wait_for_url(demo.url + one.to[1:])
