"""This search, the theme's own, and Pagefind alone: the same records, the same queries.

python -m benchmarks.search_peers [RECORDS]        2,000 by default

Each is asked in its own page, by its own program and as it comes: the theme's worker with the
index that stock MkDocs builds; Pagefind with its own interface's calls over all pages of our
site. A query is a hit when the page that is meant is among the first three.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Response

from benchmarks import themed
from benchmarks.content import read, write_data
from benchmarks.engines import build_only
from benchmarks.measure import run
from benchmarks.peers import PYTHON, ROOT, pagefind
from benchmarks.search import browser, fetched, queries, served, watched
from disclosure.load import load_catalogue

RECORDS = 2_000
_SAMPLE = 25
_FIRST = 3
_PATIENCE = 120_000

_OURS = "async (query) => (await disclosureSearchFull(query)).slice(0, 3)"
_OURS_READY = "typeof disclosureSearchFull === 'function'"

_THEME_SETUP = """async () => {
  const base = location.origin + location.pathname;
  const worker = new Worker(base + WORKER);
  const heard = (type) => new Promise((resolve) => worker.addEventListener("message", function hear({ data }) {
    if (data.type === type) { worker.removeEventListener("message", hear); resolve(data.data); }
  }));
  const index = await (await fetch(base + "search/search_index.json")).json();
  const ready = heard(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  window.themeSearch = async (query) => {
    const answer = heard(3);
    worker.postMessage({ type: 2, data: query });
    return (await answer).items.slice(0, 3).map((pages) => pages[0].location.split("#")[0]);
  };
}"""
_THEME = "async (query) => await themeSearch(query)"

_PAGEFIND_SETUP = """async () => {
  window.alone = await import(location.origin + "/pagefind/pagefind.js");
  await alone.init();
}"""
_PAGEFIND = """async (query) => {
  const answer = await alone.search(query);
  const pages = await Promise.all(answer.results.slice(0, 3).map((one) => one.data()));
  return pages.map((page) => page.url.replace(/^[/]/, ""));
}"""


@dataclass(frozen=True)
class Searcher:
    """One search, ready to be asked."""

    name: str
    site: Path
    start: str
    """Page, from the site's root."""
    setup: str
    """What makes it ready; empty where the page does that itself."""
    ready: str
    ask: str
    size: int
    """Bytes of its index on the server."""


def measure_peers(work: Path, records: int = RECORDS) -> list[dict[str, Any]]:
    data = write_data(work, ROOT / "data", records, "full")
    kinds = queries(load_catalogue(data), _SAMPLE)
    makers: tuple[Callable[[Path, Path], Searcher], ...] = (_own, _theme, _pagefind)
    searchers = [maker(data, work) for maker in makers]
    with browser() as chromium:
        return [{"items": records, **_measure(chromium, one, kinds)} for one in searchers]


def _own(data: Path, work: Path) -> Searcher:
    job = build_only(data, work / "own")
    run(job.command, job.cwd)
    size = _size(job.out, "assets/search-*", "pagefind/**/*")
    return Searcher("本项目", job.out, "search/", "", _OURS_READY, _OURS, size)


def _theme(data: Path, work: Path) -> Searcher:
    folder = work / "themed"
    config = themed.write(read(data), folder)
    site = work / "mkdocs"
    command = [PYTHON, "-m", "mkdocs", "build", "-q", "-f", config, "-d", site]
    run(command, folder, {"NO_MKDOCS_2_WARNING": "1"})
    worker = next(site.glob("assets/javascripts/workers/search.*.min.js"))
    setup = _THEME_SETUP.replace("WORKER", f'"{worker.relative_to(site).as_posix()}"')
    size = _size(site, "search/search_index.json")
    return Searcher("Material 主题自带的检索", site, "", setup, "true", _THEME, size)


def _pagefind(data: Path, work: Path) -> Searcher:
    """Over our own pages, all of them, by the program that knows Chinese words."""
    program = pagefind()
    if program is None:
        raise OSError("没有安装 pagefind_bin_extended")
    site = work / "alone"
    site.mkdir()
    (site / "index.html").write_text('<!doctype html><html lang="zh-CN">', encoding="utf-8")
    own = build_only(data, work / "own").out
    command = [program, "--site", own, "--output-path", site / "pagefind", "--silent"]
    run(command, work)
    size = _size(site, "pagefind/**/*")
    return Searcher(
        "只用 Pagefind（自带中文分词的版本）", site, "", _PAGEFIND_SETUP, "true", _PAGEFIND, size
    )


def _size(site: Path, *patterns: str) -> int:
    return sum(
        path.stat().st_size for pattern in patterns for path in site.glob(pattern) if path.is_file()
    )


def _measure(
    chromium: Browser, one: Searcher, kinds: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, Any]:
    page = chromium.new_context().new_page()
    page.set_default_timeout(_PATIENCE)
    responses = watched(page)
    hits: dict[str, str] = {}
    times = []
    with served(one.site) as url:
        page.goto(url + one.start)
        started = time.perf_counter()
        if one.setup:
            page.evaluate(one.setup)
        page.wait_for_function(one.ready)
        ready = time.perf_counter() - started
        first = next(query for query, _ in kinds["标题中间几个字"])
        page.evaluate(one.ask, first)
        loaded = fetched([answer for answer in responses if not _shell(answer)])
        for kind, asked in kinds.items():
            found = 0
            for query, address in asked:
                started = time.perf_counter()
                answers = page.evaluate(one.ask, query)
                times.append(time.perf_counter() - started)
                found += address in answers[:_FIRST]
            hits[kind] = f"{found}/{len(asked)}"
    page.context.close()
    return {
        "name": one.name,
        "size": one.size,
        "loaded": loaded,
        "ready": ready * 1000,
        "query": median(times) * 1000,
        "hits": hits,
    }


def _shell(answer: Response) -> bool:
    """The page itself and its looks, which are there without any search."""
    path = answer.url.partition("?")[0]
    return path.endswith((".css", ".svg", ".ico", "/", "bundle.min.js")) or "/bundle." in path


def lines(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The table for people."""
    kinds = list(rows[0]["hits"])
    yield (
        "| 检索 | 服务器上的索引（kB） | 第一次检索要下载（kB，gzip） | 准备（毫秒） "
        f"| 一次检索（毫秒） | {' | '.join(kinds)} |"
    )
    yield f"|---|---:|---:|---:|---:|{'---:|' * len(kinds)}"
    for row in rows:
        yield (
            f"| {row['name']} | {row['size'] / 1000:,.0f} | {row['loaded'] / 1000:,.0f} | "
            f"{row['ready']:,.0f} | {row['query']:,.1f} | {' | '.join(row['hits'].values())} |"
        )
    yield (
        f"\n同一批 {rows[0]['items']:,} 件公开事项，同样的检索；前三条里有应找到的那一页才算。"
        "“准备”从打开检索页算起；“一次检索”含查正文，取中位数。主题的检索只有事项页和列表页，"
        "各指标页的内容相同，文字以它自己的网页为准；Pagefind 直接索引本项目生成的全部网页。"
    )


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    shelf = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench-", dir=shelf) as temporary:
        measured = measure_peers(Path(temporary), wanted)
    print("\n".join(lines(measured)))
