"""Fixtures: the demo and the bureau's own site, and pages that complain by themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from browser.desk import Desk, Opener, launched
from browser.serving import HERE, ROOT, Site, build, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The fictional bureau: every state, attachments, versions. Its papers reach into 2024."""
    folder = build(ROOT / "examples/demo", "2026-06-30", tmp_path_factory.mktemp("demo") / "site")
    with serving(folder) as site:
        yield site


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The bureau's own data."""
    folder = build(ROOT / "data", "2021-07-01", tmp_path_factory.mktemp("real") / "site")
    with serving(folder) as site:
        yield site


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with launched(playwright) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[Desk]:
    one = Desk(browser)
    yield one
    one.close()


@pytest.fixture
def open_page(desk: Desk) -> Iterator[Opener]:
    """Open pages of a given size; afterwards none may have erred or called another host."""
    yield desk.open
    assert desk.clear() == []
