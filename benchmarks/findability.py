"""Is everything found on a large site? The proof, timed: `disclosure audit findability`.

python -m benchmarks.findability DATA SITE
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.peers import ROOT


def measure_findability(data: Path, site: Path) -> dict[str, Any]:
    """What was asked and found, and how long the whole of it took."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "proof.json"
        asked = ["audit", "findability", "--data", data, "--site", site, "--json", answer]
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "disclosure.cli", *map(str, asked)],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        seconds = time.perf_counter() - started
        if not answer.is_file():
            raise ValueError(done.stdout + done.stderr)
        report = json.loads(answer.read_text(encoding="utf-8"))
    return {
        "records": report["pages"],
        "queries": report["links"],
        "seconds": round(seconds, 1),
        "exit": done.returncode,
        "reasons": report["reasons"],
        "sorts": report.get("findability", {}),
    }


def lines(result: dict[str, Any]) -> Iterator[str]:
    """The table for people."""
    yield "| 检索什么 | 次数 | 符合 | 占比 | 要求 |"
    yield "|---|---:|---:|---:|---:|"
    for name, one in result["sorts"].items():
        # 100% only where nothing is missing.
        share = int(one["found"] / one["asked"] * 1000) / 10 if one["asked"] else 100
        yield f"| {name} | {one['asked']:,} | {one['found']:,} | {share:g}% | {one['required']:.0%} |"
    yield (
        f"\n公开事项和清单条目 {result['records']:,} 个，在 Chromium 里检索 {result['queries']:,} 次，"
        f"连同启动浏览器和逐页核对共 {result['seconds']:g} 秒。"
        "“符合”：应找到的在前三条；几个页面同名时，排在最前的恰好是它们；不该有结果的没有结果。"
    )


if __name__ == "__main__":
    measured = measure_findability(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    print("\n".join(lines(measured)))
    sys.exit(measured["exit"])
