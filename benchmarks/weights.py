"""What a visitor's browser has to fetch: gzip bytes of the page and of all that it loads.

First visit: the page with every style sheet, script and icon it names, and what the style
sheets name in turn. After: the page alone, the rest being in the browser's cache. Attachments
and pages behind links are not loaded. Level 6, as publishing/nginx.conf compresses.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

FIRST, AFTER, AFTER_LARGE = 90_000, 12_000, 40_000
_LARGE = ("indicators/", "directory/")
_LOADED = (
    ('link[rel~="stylesheet"]', "href"),
    ('link[rel~="icon"]', "href"),
    ('link[rel~="preload"]', "href"),
    ("script[src]", "src"),
    ("img[src]", "src"),
)
_IN_SHEET = re.compile(r"""url\(["']?([^"')]+)""")


def measure_weights(sites: dict[str, Path]) -> list[dict[str, Any]]:
    """The kinds of pages of every site, with the heaviest of each kind."""
    found = []
    for label, site in sites.items():
        for name, address in _pages(site):
            page = site / address / "index.html"
            first = weight(page) + sum(weight(site / one) for one in loads(site, address))
            after = weight(page)
            limit = AFTER_LARGE if address in _LARGE else AFTER
            over = _over(name, first, after, limit)
            found.append(
                {
                    "site": label,
                    "page": name,
                    "address": address,
                    "first": first,
                    "after": after,
                    "over": over,
                }
            )
    return found


def _over(name: str, first: int, after: int, limit: int) -> bool:
    """The search page loads its index: it has no limit of its own and is only shown."""
    return name != "检索" and (first > FIRST or after > limit)


def _pages(site: Path) -> list[tuple[str, str]]:
    """Name and address of each page to weigh."""
    records = [
        f"items/{path.parent.name}/"
        for path in (site / "items").glob("*/index.html")
        if path.parent.name not in ("kinds", "years")
    ]
    by_weight = sorted(records, key=lambda one: (weight(site / one / "index.html"), one))
    lists = [
        path.parent.relative_to(site).as_posix() + "/"
        for part in ("kinds", "years")
        for path in (site / "items" / part).rglob("index.html")
    ]
    heaviest = max(lists, key=lambda one: weight(site / one / "index.html"))
    return [
        *_registers(site),
        ("首页", ""),
        ("事项（居中）", by_weight[len(by_weight) // 2]),
        ("事项（最重）", by_weight[-1]),
        ("事项列表（最重）", heaviest),
        ("指标体系", "indicators/"),
        ("检索目录", "directory/"),
        ("检索", "search/"),
    ]


def _registers(site: Path) -> list[tuple[str, str]]:
    """The heaviest register and entry; what the searchable table loads on demand is not here."""

    def heaviest(pattern: str) -> str:
        found = (site / "registers").glob(f"{pattern}/index.html")
        path = max(found, key=weight)
        return path.parent.relative_to(site).as_posix() + "/"

    if not any((site / "registers").glob("*/*/index.html")):
        return []
    return [
        ("公开清单", "registers/"),
        ("清单（最重）", heaviest("*")),
        ("清单条目（最重）", heaviest("*/*")),
    ]


def loads(site: Path, address: str) -> set[str]:
    """Every file of the site that the page makes a browser fetch."""
    page = LexborHTMLParser((site / address / "index.html").read_bytes())
    found: set[str] = set()
    for selector, attribute in _LOADED:
        for node in page.css(selector):
            _take(site, address, node.attributes.get(attribute) or "", found)
    for sheet in [one for one in found if one.endswith(".css")]:
        for written in _IN_SHEET.findall((site / sheet).read_text(encoding="utf-8")):
            _take(site, sheet, written, found)
    return found


def _take(site: Path, address: str, written: str, found: set[str]) -> None:
    if not written or written.startswith("data:"):
        return
    target = urlsplit(urljoin(f"https://site.example/{address}", written))
    path = target.path.lstrip("/")
    if target.netloc != "site.example" or not (site / path).is_file():
        raise FileNotFoundError(f"{address}: {written}")
    found.add(path)


@cache
def weight(path: Path) -> int:
    """Bytes of a file after gzip."""
    return len(gzip.compress(path.read_bytes(), 6))
