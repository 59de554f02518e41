"""Builds side by side: every engine on the same content, runs interleaved, the median taken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.content import VARIANTS, read, write_data
from benchmarks.engines import Job, jobs
from benchmarks.measure import Failed, Run, run
from benchmarks.peers import PYTHON, ROOT

SLOW_ABOVE = 2000

Result = dict[str, Any]


def say(text: str) -> None:
    print(text, flush=True)


def measure_builds(
    work: Path, sizes: Sequence[int], runs: int, *, slow: bool
) -> tuple[list[Result], list[Result]]:
    """Builds of every size and variant, and `disclosure check` of the full data."""
    builds: list[Result] = []
    checks: list[Result] = []
    for items in sizes:
        for variant in VARIANTS:
            folder = work / f"{variant}-{items}"
            data = write_data(folder, ROOT / "data", items, variant)
            wanted = [
                job
                for job in jobs(data, read(data), folder)
                if slow or not job.slow or items <= SLOW_ABOVE
            ]
            say(f"  {items} 件，{'有' if variant == 'full' else '没有'}正文和附件")
            builds += [
                {"variant": variant, "items": items, **one} for one in compare(wanted, items, runs)
            ]
            if variant == "full":
                checks.append(_check(data, items, runs))
            shutil.rmtree(folder)
    return builds, checks


def compare(wanted: Sequence[Job], items: int, runs: int) -> Iterator[Result]:
    """Each engine in turn, then again: what disturbs the machine disturbs all of them alike."""
    taken: dict[str, list[Run]] = {job.key: [] for job in wanted}
    pages: dict[str, Result] = {}
    failed: dict[str, str] = {}
    for number in range(runs):
        for job in wanted:
            if job.key in failed:
                continue
            _clear(job)
            try:
                taken[job.key].append(run(job.command, job.cwd, job.env))
                if number == 0:
                    pages[job.key] = weigh(job.out, items)
            except Failed as failure:
                failed[job.key] = str(failure)
                say(f"    {job.name}：没有完成，{failure}")
    for job in wanted:
        _clear(job)
        if job.key in failed:
            yield {"engine": job.key, "name": job.name, "failed": failed[job.key]}
            continue
        result = {"engine": job.key, "name": job.name, **summary(taken[job.key])}
        result |= pages[job.key]
        result["pages_per_second"] = round(result["pages"] / result["wall"])
        say(f"    {job.name}：{result['wall']:.2f} 秒")
        yield result


def _clear(job: Job) -> None:
    """Every run starts from nothing."""
    for folder in filter(None, (job.out, job.leaves)):
        shutil.rmtree(folder, ignore_errors=True)


def summary(taken: Sequence[Run]) -> Result:
    """The median of each figure, and every run."""
    figures = [one.figures() for one in taken]
    found: Result = {
        name: round(median(one[name] for one in figures), 3) for name in ("wall", "cpu", "memory")
    }
    return found | {"runs": figures}


def weigh(out: Path, items: int) -> Result:
    """Pages, bytes in all, and the mean bytes of a record page; every record must be there."""
    pages = total = records = record_bytes = 0
    for folder, _, names in os.walk(out):
        for name in names:
            size = os.path.getsize(os.path.join(folder, name))
            total += size
            pages += name.endswith(".html")
            where = Path(folder).relative_to(out).parts
            if name == "index.html" and len(where) == 2 and where[0] == "items":
                records += where[1] not in ("kinds", "years")
                record_bytes += size * (where[1] not in ("kinds", "years"))
    if records != items:
        raise Failed(f"应有 {items} 个事项页，生成了 {records} 个")
    return {"pages": pages, "bytes": total, "record_bytes": round(record_bytes / records)}


def _check(data: Path, items: int, runs: int) -> Result:
    """`disclosure check` of the data; 1 is an answer too."""
    command = [PYTHON, "-m", "disclosure.cli", "check", "--data", str(data)]
    taken = [run(command, ROOT, accept=(0, 1)) for _ in range(runs)]
    result = {"items": items, **summary(taken)}
    say(f"    检查数据：{result['wall']:.2f} 秒")
    return result
