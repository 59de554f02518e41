"""Pages of Debian's Chromium, watched for what a reader cannot see."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Response

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 900)
PHONE = (375, 740)
PATIENCE = 10_000
"""Milliseconds that anything in a page may take."""


@contextmanager
def launched(driver: Playwright, *flags: str) -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "没有找到 chromium，请运行 scripts/browser.py"
    chromium = driver.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
    yield chromium
    chromium.close()


@dataclass
class Watch:
    """What a page did that a reader cannot see: errors, and calls to other hosts."""

    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", lambda said: self._console(said.type, said.text))
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("request", lambda request: self._request(request.url))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        context.on("response", self._response)

    def _failed(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # which only says that the reader went on
            self.faults.append(f"failed: {url} {why}")

    def _response(self, response: Response) -> None:
        # A wrong address answers 404, as it should; what a page loads must be there.
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.status}: {response.url}")

    def _console(self, kind: str, text: str) -> None:
        # Chromium repeats every 404 here; `_response` tells which of them matter.
        if kind in ("error", "warning") and "404" not in text:
            self.faults.append(f"console: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "file://", "data:", "about:")):
            self.faults.append(f"third party: {url}")


class Desk:
    """Pages by size and script, used again by the next test: a new one costs a process."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.watch = Watch()
        self._pages: dict[tuple[tuple[int, int], bool], list[Page]] = {}
        self._contexts: dict[tuple[tuple[int, int], bool], BrowserContext] = {}
        self._taken: list[Page] = []

    def open(self, url: str, size: tuple[int, int] = WIDE, *, script: bool = True) -> Page:
        """A page of that size at that address; none that this test already holds."""
        pages = self._pages.setdefault((size, script), [])
        free = [page for page in pages if page not in self._taken]
        page = free[0] if free else self._context(size, script).new_page()
        if not free:
            pages.append(page)
        self._taken.append(page)
        page.goto(url)
        return page

    def _context(self, size: tuple[int, int], script: bool) -> BrowserContext:
        if (size, script) not in self._contexts:
            context = self.browser.new_context(
                viewport={"width": size[0], "height": size[1]}, java_script_enabled=script
            )
            context.set_default_timeout(PATIENCE)
            self.watch.follow(context)
            self._contexts[size, script] = context
        return self._contexts[size, script]

    def clear(self) -> list[str]:
        """Put the pages back as they were; what they did wrong since."""
        for page in self._taken:
            page.emulate_media(media="screen")
            page.goto("about:blank")
        self._taken.clear()
        faults, self.watch.faults[:] = list(self.watch.faults), []
        return faults

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()


Opener = Callable[..., Page]
