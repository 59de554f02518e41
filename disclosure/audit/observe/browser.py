"""A real browser that searches the built site: in one page for many queries, or as a person does.

The fast way asks the search page's own functions without loading it again; the slow way opens
/search/?q=… and reads the list. Playwright is needed only here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from disclosure.audit.observe.serve import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = "search/"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 30_000
"""Milliseconds that one page may take."""
_BATCH = 200
"""Queries of one call into the page."""

_ASK = """batch => batch.map(([query, first]) => {
  const found = disclosureSearch(query);
  return [found.slice(0, first), found.length];
})"""
_ASK_FULLY = "query => disclosureSearchFull(query)"
_READY = "() => [typeof disclosureSearch, typeof disclosureSearchFull].every(t => t === 'function')"
_SETTLED = """() => document.querySelector('#results:not([aria-busy])')
  && document.querySelector('[data-result-count]')?.textContent.trim()"""
_SHOWN = """() => [
  [...document.querySelectorAll('#results > li')].map(row => row.querySelector('a').href),
  [...document.querySelectorAll('[data-no-results]')].some(help => help.offsetHeight > 0
    && help.innerText.trim().length > 10),
]"""


class NoBrowser(Exception):
    """There is none to drive; the message says what to install."""


class NoSearch(Exception):
    """The site's search page cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found."""

    first: tuple[str, ...]
    """Addresses from the site's root, as many as were asked for."""
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What the result page shows for a query."""

    addresses: tuple[str, ...]
    helps: bool
    """Whether it says, in words that can be seen, that nothing was found."""


class Searcher:
    """A browser at the search page of a site."""

    def __init__(self, page: Page, root: str) -> None:
        self._page, self._root = page, root
        self._fast = False
        """Whether the page stands at the search without a query."""

    def ask(self, wanted: Sequence[tuple[str, int]]) -> Iterator[Answer]:
        """Queries, each with how many of its results are wanted; by titles and numbers alone."""
        self._stand()
        for start in range(0, len(wanted), _BATCH):
            batch = [list(one) for one in wanted[start : start + _BATCH]]
            for first, total in self._run(_ASK, batch):
                yield Answer(tuple(first), total)

    def ask_fully(self, query: str) -> Answer:
        """All that the page finds in the end, full text included."""
        self._stand()
        found = tuple(self._run(_ASK_FULLY, query))
        return Answer(found, len(found))

    def look(self, query: str) -> Shown:
        """What a person sees who opens the result page."""
        self._fast = False
        self._open(f"{PAGE}?q={quote(query)}")
        links, helps = self._run(_SHOWN, settled=True)
        return Shown(tuple(link.removeprefix(self._root) for link in links), helps)

    def _stand(self) -> None:
        if not self._fast:
            self._open(PAGE)
            if not self._run(_READY):
                raise NoSearch("检索页的脚本没有运行")
            self._fast = True

    def _open(self, address: str) -> None:
        from playwright.sync_api import Error

        try:
            answer = self._page.goto(urljoin(self._root, address), wait_until="load")
        except Error as error:
            raise NoSearch(f"检索页打不开：{_first_line(error)}") from None
        if answer is None or not answer.ok:
            raise NoSearch(f"检索页打不开：{answer.status if answer else '没有回答'}")

    def _run(self, script: str, given: Any = None, *, settled: bool = False) -> Any:
        from playwright.sync_api import Error

        try:
            if settled:
                self._page.wait_for_function(_SETTLED)
            return self._page.evaluate(script, given)
        except Error as error:
            raise NoSearch(f"检索页的脚本出错：{_first_line(error)}") from None


class Chromium:
    """A browser that has been started."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @contextmanager
    def at(self, site: Path) -> Iterator[Searcher]:
        """A searcher at a built site, which is served meanwhile."""
        files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        with served(site, files) as root:
            context = self._browser.new_context()
            context.set_default_timeout(_PATIENCE)
            try:
                yield Searcher(context.new_page(), root)
            finally:
                context.close()


@contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser that can search."""
    with launched() as browser:
        yield Chromium(browser)


@contextmanager
def launched() -> Iterator[Browser]:
    """Debian's Chromium, or the one that Playwright brought."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoBrowser("没有安装 playwright，请运行 pip install playwright") from None
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=list(_FLAGS))
        except Error as error:
            said = _first_line(error)
            raise NoBrowser(f"浏览器启动不了，请安装 chromium：{said}") from None
        try:
            yield browser
        finally:
            browser.close()


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
