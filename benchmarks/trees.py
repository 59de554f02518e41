"""The tree check beside lychee (offline) and LinkChecker, on the same built site.

lychee looks at the same files, fragments included. LinkChecker speaks HTTP: it is given 500
pages of the site on a loopback server and fetches them and whatever they link to.
"""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.builds import say, summary
from benchmarks.content import write_data
from benchmarks.engines import build_only
from benchmarks.measure import Failed, Run, run
from benchmarks.peers import PYTHON, ROOT, lychee
from disclosure.audit.observe.serve import served

SAMPLE = 500
CHANGED = 10
_SETTINGS = "[checking]\nmaxrequestspersecond=100000\ntimeout=30\n"


def measure_trees(work: Path, items: int, runs: int) -> list[dict[str, Any]]:
    """The bare site of `items` records, checked by each program in turn."""
    folder = work / "trees"
    data = write_data(folder, ROOT / "data", items, "bare")
    job = build_only(data, folder / "site")
    run(job.command, job.cwd)
    pages = sum(1 for _ in job.out.rglob("*.html"))
    programs: dict[str, tuple[str, int, list[Run]]] = {
        "own": ("disclosure audit tree", pages, []),
        "own-again": ("disclosure audit tree（没有变化）", pages, []),
        "own-changed": (f"disclosure audit tree（改了 {CHANGED} 页）", pages, []),
    }
    if lychee():
        programs["lychee"] = ("lychee --offline", pages, [])
    for _ in range(runs):
        # What it remembers lies where it is started, so a new folder is a first look.
        with tempfile.TemporaryDirectory(dir=work) as place:
            programs["own"][2].append(_own(job.out, Path(place)))
            programs["own-again"][2].append(_own(job.out, Path(place)))
            change(job.out, CHANGED)
            programs["own-changed"][2].append(_own(job.out, Path(place)))
        if "lychee" in programs:
            programs["lychee"][2].append(_lychee(job.out))
    try:
        programs["linkchecker"] = (
            f"LinkChecker（抽 {SAMPLE} 页）",
            SAMPLE,
            [_crawl(job.out, work)],
        )
    except Failed as failure:
        say(f"  LinkChecker：没有完成，{failure}")
    results = []
    for key, (name, looked, taken) in programs.items():
        result = {"program": key, "name": name, "items": items, "pages": looked, **summary(taken)}
        result["links"] = _links(key, taken[0].said)
        result["pages_per_second"] = round(looked / result["wall"])
        say(f"  {name}：{result['wall']:.2f} 秒")
        results.append(result)
    return results


def _own(site: Path, place: Path) -> Run:
    command = [PYTHON, "-m", "disclosure.cli", "audit", "tree", str(site)]
    return run(command, place, accept=(0, 1, 2))


def change(site: Path, count: int) -> None:
    """Add a paragraph to so many pages."""
    pages = sorted(site.rglob("index.html"))
    for file in pages[:: max(1, len(pages) // count)][:count]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</body>", "<p>又及。</p></body>", 1), encoding="utf-8")


def _lychee(site: Path) -> Run:
    command = [str(lychee()), "--offline", "--no-progress", "--include-fragments=anchor-only"]
    command += ["--root-dir", str(site), "--index-files", "index.html", str(site)]
    return run(command, site, accept=(0, 2))


def _crawl(site: Path, work: Path) -> Run:
    """LinkChecker on a sample, started with its own pauses off. As root it becomes nobody."""
    files = {path.relative_to(site).as_posix(): 0 for path in site.rglob("*") if path.is_file()}
    addresses = sorted(name.removesuffix("index.html") for name in files if name.endswith("x.html"))
    sample = random.Random(1).sample(addresses, min(SAMPLE, len(addresses)))
    settings = work / "linkcheckerrc"
    settings.write_text(_SETTINGS, encoding="utf-8")
    work.chmod(0o755)
    command = [PYTHON, "-m", "linkcheck", "--config", str(settings), "--stdin", "--no-status"]
    command += ["--no-robots", "--recursion-level", "1", "--threads", "5", "--output", "text"]
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(work))
    words = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "no_proxy": "127.0.0.1"}
    with served(site, files) as base:
        starts = "\n".join(base + address for address in sample)
        return run(command, work, own | words, accept=(0, 1), given=starts)


def _links(program: str, said: str) -> int | None:
    """How many links it says it looked at."""
    pattern = {
        "own": r"([\d,]+) 处链接",
        "own-again": r"([\d,]+) 处链接",
        "own-changed": r"([\d,]+) 处链接",
        "lychee": r"([\d,]+) Total",
        "linkchecker": r"([\d,]+) links",
    }[program]
    found = re.search(pattern, said)
    return int(found.group(1).replace(",", "")) if found else None
