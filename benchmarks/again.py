"""Building again: one row edited, then the build and the tree audit that follow."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.builds import say, summary
from benchmarks.content import write_data
from benchmarks.engines import build_only
from benchmarks.measure import Run, run
from benchmarks.peers import PYTHON, ROOT

_PAUSE = 3
"""Seconds between an edit and the last look: what is younger than two is compared by its bytes."""
_STARTS = {
    "build": "import disclosure.cli, disclosure.commands.build, disclosure.making,"
    " disclosure.again.build",
    "audit": "import disclosure.cli, disclosure.commands.audit_tree",
}


def measure_again(work: Path, items: int, runs: int) -> list[dict[str, Any]]:
    """Whole, then `runs` edits; beside them processes that only import what these import."""
    folder = work / "again"
    data = write_data(folder, ROOT / "data", items, "bare")
    job = build_only(data, folder / "site")
    audit = [PYTHON, "-m", "disclosure.cli", "audit", "tree", str(job.out)]
    # Its memory lies where it is started, and its site is named alike everywhere.
    place = work / "again-place"
    place.mkdir()
    taken: dict[str, list[Run]] = {"whole": [run(job.command, job.cwd)], "first": []}
    taken |= {"build": [], "audit": [], "build-start": [], "audit-start": []}
    taken["first"].append(run(audit, place))
    for number in range(runs + 1):
        time.sleep(_PAUSE)
        _edit(data / "items.csv", number)
        build = run(job.command, job.cwd)
        time.sleep(_PAUSE)
        looked = run(audit, place)
        if number:  # the first was a warming up: the audit remembers files younger than two seconds
            taken["build"].append(build)
            taken["audit"].append(looked)
        for key, code in _STARTS.items():
            taken[f"{key}-start"].append(run([PYTHON, "-c", code], ROOT))
    results = {key: summary(one) for key, one in taken.items()}
    own = sum(results[key]["wall"] - results[f"{key}-start"]["wall"] for key in _STARTS)
    say(f"  改一行以后，生成和核对，除去启动：{own:.2f} 秒")
    return [{"what": key, "items": items, **one} for key, one in results.items()]


def _edit(path: Path, number: int) -> None:
    """Another title for one row in the middle."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = list(reader.fieldnames or ()), list(reader)
    rows[len(rows) // 2]["title"] += f"（改{number}）"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


_NAMES = {
    "whole": "整个生成",
    "first": "第一次核对（`audit tree`）",
    "build": "改了一行，再生成",
    "audit": "接着再核对",
}


def lines(found: list[dict[str, Any]]) -> Iterator[str]:
    """The table of the report."""
    by_key = {one["what"]: one for one in found}
    yield (
        f"{found[0]['items']:,} 件公开事项，没有正文和附件。改 `items.csv` 里的一行标题，"
        "再生成、再核对；得到的和从空文件夹生成的逐字节相同（`tests/test_again.py`）。"
        "“除去启动”：减去只装入同样模块的进程所用的时间。\n"
    )
    yield "| 做什么 | 时间（秒） | 处理器（秒） | 内存（MB） | 除去启动（秒） |"
    yield "|---|---|---|---|---|"
    total = 0.0
    for key, name in _NAMES.items():
        one = by_key[key]
        start = by_key["audit-start" if key in ("first", "audit") else "build-start"]["wall"]
        total += one["wall"] - start if key in _STARTS else 0
        cost = f"{one['wall']:.2f} | {one['cpu']:.2f} | {one['memory']:,.0f}"
        yield f"| {name} | {cost} | {one['wall'] - start:.2f} |"
    yield f"\n改一行以后，再生成加再核对，除去启动共 {total:.2f} 秒。"
