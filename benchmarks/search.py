"""Is the search quick and light? Its index in headless Chromium, at 10,000 records and more.

python -m benchmarks.search            10,000 records; BENCH_LARGE=1 adds 50,000

    ready     from the page's load to the first answer the index can give (tier one)
    query     one query of tier one, all rows, in the page
    index     gzip bytes of the index, as publishing/nginx.conf compresses
    full text bytes fetched by the first query that asks Pagefind
"""

from __future__ import annotations

import datetime as dt
import functools
import gzip
import http.server
import os
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.content import write_data
from benchmarks.engines import build_only
from benchmarks.measure import run
from benchmarks.peers import ROOT
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.assets import assets
from disclosure.pages.plan import plan
from disclosure.pages.render import render

SIZE, LARGE = 10_000, 50_000
TODAY = dt.date(2026, 6, 30)
BUDGET = {SIZE: {"ready": 300, "index": 500_000}, LARGE: {"ready": 1000, "index": 2_500_000}}
"""Milliseconds, bytes."""
QUERY, FULL_TEXT = 50, 1_000_000
_RUNS = 5
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_SAMPLE = 40


def measure_search(work: Path, sizes: Sequence[int]) -> list[dict[str, Any]]:
    """One row a size; the full text where the whole site is built (the first size)."""
    found = []
    with browser() as chromium:
        for items in sizes:
            folder = work / f"search-{items}"
            data = write_data(folder, ROOT / "data", items, "full")
            catalogue = load_catalogue(data)
            site = bare_site(catalogue, folder / "bare")
            row = {"items": items, **_index(chromium, site, catalogue)}
            if items == sizes[0]:
                row |= _full_text(chromium, data, folder)
            found.append(row)
            shutil.rmtree(folder)
    return found


def bare_site(catalogue: Catalogue, folder: Path) -> Path:
    """The search page without its chrome, its scripts and the index: all that tier one is."""
    shutil.copytree(ROOT / "docs" / "javascripts", folder / "javascripts")
    page = next(one for one in plan(catalogue, TODAY) if one.address == "search/")
    body = (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">{render(page, catalogue.bureau)}'
    )
    made = {"search/index.html": body, "favicon.ico": "", **assets(catalogue, TODAY)}
    for address, content in made.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def queries(catalogue: Catalogue, sample: int = _SAMPLE) -> dict[str, list[tuple[str, str]]]:
    """Kinds of queries, each with what is typed and the address that is meant."""
    chance = random.Random(1)
    titles = [item.title for item in catalogue.items]
    alone = [one for one in catalogue.items if titles.count(one.title) == 1]
    chosen = chance.sample(alone, min(sample, len(alone)))
    numbered = chance.sample([one for one in alone if one.number], sample)
    kinds: dict[str, list[tuple[str, str]]] = {
        "完整标题": [(one.title, one.address) for one in chosen],
        "文号": [(one.number, one.address) for one in numbered],
        "标题中间几个字": [],
        "两个词": [],
        "指标编号": [
            (f"第{one.number}项", one.address)
            for one in catalogue.framework.indicators
            if one.number.isdigit()
        ][:sample],
    }
    joined = "\n".join(titles)
    for one in chosen:
        if part := _inner(one.title, joined, chance):
            kinds["标题中间几个字"].append((part, one.address))
            kinds["两个词"].append((f"{part[:2]} {part[2:]}", one.address))
    return kinds


def _inner(title: str, joined: str, chance: random.Random) -> str:
    """4 to 8 letters from inside the title that no other title has."""
    starts = [*range(1, len(title) - 8)]
    chance.shuffle(starts)
    for start in starts:
        for length in range(4, 9):
            part = title[start : start + length]
            if part.isalnum() and joined.count(part) == 1:
                return part
    return ""


@contextmanager
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        raise OSError("没有找到 chromium")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=[*_FLAGS])
        yield chromium
        chromium.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def watched(page: Page) -> list[Response]:
    """Every answer that the page gets, as it gets them."""
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    return found


def fetched(responses: Sequence[Response], word: str = "") -> int:
    """Bytes of the answers as a server that compresses sends them."""
    total = 0
    for one in responses:
        if word in one.url and one.ok:
            body = one.body()
            total += min(len(body), len(gzip.compress(body, 6)))
    return total


def _index(chromium: Browser, site: Path, catalogue: Catalogue) -> dict[str, Any]:
    shards = [*(site / "assets").glob("search-*.js")]
    every = [query for kind in queries(catalogue).values() for query, _ in kind]
    ready = []
    with served(site) as url:
        for _ in range(_RUNS):
            page = chromium.new_context().new_page()
            page.goto(f"{url}search/")
            ready.append(_ready(page))
            times: list[float] = page.evaluate(_TIMED, every)
            page.context.close()
    return {
        "index": sum(len(gzip.compress(path.read_bytes(), 6)) for path in shards),
        "shards": len(shards),
        "ready": median(ready),
        "query": median(times),
        "slowest": quantiles(times, n=20)[-1],
        "queries": len(every),
    }


_TIMED = """queries => queries.map((query) => {
  const started = performance.now();
  disclosureSearch(query);
  return performance.now() - started;
})"""


def _ready(page: Page) -> float:
    """Milliseconds after the page was loaded; before that nobody could have typed.

    Counted from the parsing of the page, not from the load event: deferred scripts run before it.
    """
    found: float = page.evaluate("""() => {
      const [ready] = performance.getEntriesByName("disclosure-search-ready");
      const [page] = performance.getEntriesByType("navigation");
      return ready.startTime - page.domInteractive;
    }""")
    return found


def _full_text(chromium: Browser, data: Path, folder: Path) -> dict[str, Any]:
    """The first full-text query of a fresh browser, on the whole site."""
    job = build_only(data, folder / "whole")
    run(job.command, job.cwd)
    taken = []
    with served(job.out) as url:
        for query in ("陈述、申辩", "未按规定保管业务档案", "行政复议"):
            page = chromium.new_context().new_page()
            responses = watched(page)
            page.goto(f"{url}search/?q={query}")
            page.wait_for_selector("#results:not([aria-busy]) .snippet")
            page.wait_for_load_state("networkidle")
            taken.append(fetched(responses, "/pagefind/") + fetched(responses, "fulltext.json"))
            page.context.close()
    size = sum(path.stat().st_size for path in (job.out / "pagefind").rglob("*") if path.is_file())
    return {"first_full_text": max(taken), "full_text_size": size}


def lines(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The table for people."""
    yield "| 记录 | 索引（gzip） | 可以检索（毫秒） | 一次检索，中位数（毫秒） | 最慢 5%（毫秒） | 第一次查正文（kB） |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for row in rows:
        text = f"{row['first_full_text'] / 1000:,.0f}" if "first_full_text" in row else "—"
        yield (
            f"| {row['items']:,} | {row['index'] / 1000:,.0f} kB，{row['shards']} 片 | "
            f"{row['ready']:,.0f} | {row['query']:.1f} | {row['slowest']:.1f} | {text} |"
        )
    yield (
        f"\n要求：{SIZE:,} 条时索引 ≤ 500 kB，可以检索 ≤ 300 毫秒，一次检索 ≤ {QUERY} 毫秒，"
        f"第一次查正文 ≤ 1000 kB；{LARGE:,} 条时索引 ≤ 2500 kB，可以检索 ≤ 1000 毫秒。"
        f"{'全部达到。' if not over(rows) else '没有达到：' + '；'.join(over(rows)) + '。'}"
        "“可以检索”从网页读完算起，到第一次检索能得到结果；在无界面的 Chromium 里测，取 5 次的中位数。"
    )


def over(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Budgets that were not kept."""
    found = []
    for row in rows:
        limits = {**BUDGET.get(row["items"], {}), "query": QUERY, "first_full_text": FULL_TEXT}
        for name, limit in limits.items():
            if row.get(name, 0) > limit:
                found.append(f"{row['items']:,} 条 {name} {row[name]:,.0f} > {limit:,}")
    return found


if __name__ == "__main__":
    sizes = [SIZE, LARGE] if os.environ.get("BENCH_LARGE") == "1" else [SIZE]
    shelf = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench-", dir=shelf) as temporary:
        measured = measure_search(Path(temporary), sizes)
    print("\n".join(lines(measured)))
    sys.exit(1 if over(measured) else 0)
