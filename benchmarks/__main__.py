"""make bench: everything measured in one run; results.json, RESULTS.md and the pictures.

BENCH_LARGE=1   50,000 records as well
BENCH_SLOW=1    stock MkDocs and Zensical above 2,000 records as well
BENCH_SIZES     other sizes, such as "100,200", for a try
BENCH_RUNS      runs of each (3)
BENCH_LINKS=0   without the hard links, which take nine minutes; their table is LINKS.md
BENCH_OUT       where the results go (a try must not replace the committed ones)
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks import link_corpus, peers
from benchmarks.again import measure_again
from benchmarks.builds import measure_builds, say
from benchmarks.content import write_data
from benchmarks.engines import build_only
from benchmarks.findability import measure_findability
from benchmarks.measure import Failed, run
from benchmarks.peers import ROOT
from benchmarks.picture import draw
from benchmarks.report import markdown
from benchmarks.search import measure_search
from benchmarks.search_peers import RECORDS as PEER_RECORDS
from benchmarks.search_peers import measure_peers
from benchmarks.serving import measure_serving, missing
from benchmarks.trees import measure_trees
from benchmarks.weights import measure_weights

SIZES = (500, 2_000, 10_000)
LARGE = 50_000
ROOM = 3_000_000_000
"""Bytes that the memory file system must have free."""


def main() -> int:
    started = time.monotonic()
    flags = {name: os.environ.get(f"BENCH_{name}", "") for name in ("LARGE", "SLOW", "SIZES")}
    runs = int(os.environ.get("BENCH_RUNS") or 3)
    sizes = [int(one) for one in flags["SIZES"].split(",") if one] or [*SIZES]
    if flags["LARGE"] == "1":
        sizes.append(LARGE)
    failed = peers.install()
    shelf = _shelf()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=shelf) as folder:
        work = Path(folder)
        results = _measure(work, sizes, runs, slow=flags["SLOW"] == "1")
    results["machine"]["in_memory"] = shelf is not None
    results["missing"] += _missing(failed)
    out = os.environ.get("BENCH_OUT")
    _write(results, Path(out) if out else None)
    if os.environ.get("BENCH_LINKS", "1") == "1":
        link_corpus.main()
    say(f"用时 {(time.monotonic() - started) / 60:.1f} 分钟。")
    return 0


def _measure(work: Path, sizes: list[int], runs: int, *, slow: bool) -> dict[str, Any]:
    results: dict[str, Any] = {
        "date": dt.date.today().isoformat(),
        "runs": runs,
        "machine": _machine(),
        "versions": peers.versions(),
    }
    say("生成网站：")
    results["builds"], results["checks"] = measure_builds(work, sizes, runs, slow=slow)
    middle = max((size for size in sizes if size < LARGE), default=sizes[0])
    results |= {"trees": [], "serving": [], "weights": [], "missing": []}
    try:
        say("改一行以后：")
        results["again"] = measure_again(work, middle, runs)
        say("核对链接：")
        results["trees"] = measure_trees(work, middle, runs)
        say("发布和重量：")
        sites = _sites(work, middle)
        results["weights"] = measure_weights(sites)
        say("检索：")
        results["findability"] = measure_findability(
            work / "large" / f"data-full-{middle}", [*sites.values()][-1]
        )
        results["search"] = measure_search(work, [middle, *(one for one in sizes if one == LARGE)])
        results["search_peers"] = measure_peers(work / "peers", min(middle, PEER_RECORDS))
        results["serving"] = measure_serving([*sites.values()][-1], work / "nginx")
    except (Failed, OSError, ValueError, subprocess.SubprocessError) as failure:
        # What was measured before it, for minutes, is kept.
        say(f"  没有测完：{failure}")
        results["missing"].append(f"没有测完：{failure}")
    return results


def _sites(work: Path, items: int) -> dict[str, Path]:
    """The bureau's own site, the demo's, and a large one."""
    data = write_data(work / "large", ROOT / "data", items, "full")
    sources = {
        "本单位": ROOT / "data",
        "示例": ROOT / "examples" / "demo",
        f"示例 {items:,} 件": data,
    }
    sites = {}
    for number, (label, source) in enumerate(sources.items()):
        job = build_only(source, work / f"site-{number}")
        run(job.command, job.cwd)
        sites[label] = job.out
    return sites


def _shelf() -> Path | None:
    """A memory file system with room, or None for the ordinary temporary folder."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > ROOM:
        return memory
    return None


def _machine() -> dict[str, Any]:
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"model name\s*:\s*(.+)", info)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": os.cpu_count(),
        "processor": model.group(1).strip() if model else platform.machine(),
        "memory_gb": round(memory / 2**30),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def _missing(failed: str) -> list[str]:
    """What was not measured, and why."""
    found = []
    if failed:
        found.append(f"有的同类程序没有装上，没有测：{failed}")
    if absent := missing():
        found.append(f"没有安装 {'、'.join(absent)}，没有测发布。")
    return found


def _write(results: dict[str, Any], out: Path | None) -> None:
    here = out or ROOT / "benchmarks"
    pictures = out or ROOT / "pictures"
    for folder in (here, pictures):
        folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, ensure_ascii=False, indent=1) + "\n"
    (here / "results.json").write_text(text, encoding="utf-8")
    (here / "RESULTS.md").write_text(markdown(results), encoding="utf-8")
    note = f"{results['machine']['cores']} 核，{results['date']}，对数坐标，越低越快"
    for name, variant, title in (
        ("bench-time", "bare", "生成网站用多少秒（每件只有事实和链接）"),
        ("bench-time-full", "full", "生成网站用多少秒（有正文和附件）"),
    ):
        picture = draw(results["builds"], variant, title, note)
        (pictures / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
