"""How fast the tree check is: 10,000 pages with 600,000 links, wall time and peak memory.

    python -m benchmarks.audit_tree [--pages N] [--links N] [--runs N]

Makes a site in a temporary folder (pages of about 10 kB in three depths, chrome links,
anchors, a sitemap), then runs `disclosure audit tree` on it as a user would: the first
time, with nothing changed since, and with ten pages changed. Memory is the
largest sum of resident sizes of the process and its children, sampled every 20 ms.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.trees import change

SETTLING = 3
"""Seconds until the audit trusts the times of files that have just been written."""
BASE = "https://bench.example/"
CHROME = ("", "indicators/", "items/", "directory/", "progress/", "guide/", "search/", "about/")
PARAGRAPH = "<p>各科室应当按照方案要求，逐项上报材料，并对材料的真实性、完整性负责。</p>\n"


def build(root: Path, pages: int, links: int) -> int:
    """Write the site; returns how many links it has."""
    chance = random.Random(1)
    addresses = [f"{part}" for part in CHROME]
    addresses += [f"items/kinds/k{n}/" for n in range(20)]
    addresses += [f"items/i{n:05d}/" for n in range(pages - len(addresses))]
    per_page = links // pages
    total = 0
    for number, address in enumerate(addresses):
        up = "../" * address.count("/") or "./"
        heads = [f"{up}{part}" if part else up for part in CHROME] * 2
        styles = [f"{up}assets/s{n}.css" for n in range(4)]
        own = [f"#s{n}" for n in range(6)]
        near = addresses[max(0, number - 3) : number] + addresses[number + 1 : number + 4]
        body = [f"{up}{one}" for one in near if one]
        free = per_page - len(heads) - len(styles) - len(own) - len(body) - 1
        body += [f"{up}{one or ''}" for one in chance.choices(addresses, k=free)]
        total += len(heads) + len(styles) + len(own) + len(body) + 1
        path = root / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(address, heads, styles, own, body), encoding="utf-8")
    assets = root / "assets"
    assets.mkdir()
    for n in range(4):
        (assets / f"s{n}.css").write_text("body{color:#000}\n" * 200, encoding="utf-8")
    locations = "".join(f"<url><loc>{BASE}{one}</loc></url>" for one in addresses)
    (root / "sitemap.xml").write_text(f"<urlset>{locations}</urlset>", encoding="utf-8")
    return total


def page(address: str, heads: list[str], styles: list[str], own: list[str], body: list[str]) -> str:
    """One page, with about as much text and as many elements as a real one."""
    nav = "".join(f'<li class="md-nav__item"><a href="{href}">栏目</a></li>' for href in heads)
    rows = "".join(
        f'<tr><td data-label="名称"><a class="item" href="{href}">事项</a></td>'
        f'<td data-label="日期">2020年12月28日</td><td class="state">已公开</td></tr>'
        for href in body
    )
    toc = "".join(f'<li><a href="{href}">小节</a></li>' for href in own)
    sections = "".join(
        f'<section><h2 id="s{n}">小节</h2>{PARAGRAPH * 4}</section>' for n in range(6)
    )
    sheets = "".join(f'<link rel="stylesheet" href="{href}">' for href in styles)
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{address}</title>'
        f'<link rel="canonical" href="{BASE}{address}">{sheets}</head><body><header>'
        f"<nav><ul>{nav}</ul></nav></header><main><article><h1>{address}</h1><ul>{toc}</ul>"
        f"<table>{rows}</table>{sections}</article></main></body></html>\n"
    )


def measure(folder: Path, place: Path) -> tuple[float, float, str]:
    """Seconds, peak MB, and what the audit said. What it remembers lies in `place`."""
    command = [sys.executable, "-m", "disclosure.cli", "audit", "tree", str(folder)]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=place
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(0.02)
    elapsed = time.perf_counter() - started
    assert process.stdout is not None
    return elapsed, peak, process.stdout.read()


def _show(what: str, folder: Path, place: Path) -> None:
    seconds, peak, said = measure(folder, place)
    print(f"{what:10} {seconds:.2f} s, {peak:.0f} MB: {said.splitlines()[-2]}")


def resident(pid: int) -> float:
    """Resident MB of a process and its children, shared pages counted twice."""
    total = 0
    for one in [pid, *children(pid)]:
        try:
            pages = int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
        total += pages * os.sysconf("SC_PAGE_SIZE")
    return total / 1e6


def children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--links", type=int, default=600_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        links = build(Path(folder), options.pages, options.links)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.html"))
        print(f"{options.pages} pages, {links} links, {size / 1e6:.0f} MB")
        time.sleep(SETTLING)
        for _ in range(options.runs):
            with tempfile.TemporaryDirectory() as place:
                _show("first", Path(folder), Path(place))
                _show("again", Path(folder), Path(place))
                change(Path(folder), 10)
                _show("10 changed", Path(folder), Path(place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
