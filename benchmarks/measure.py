"""One command, measured: wall time, processor time, and the peak memory of all its processes.

Processor time is what the kernel charged to the process and every descendant it waited for.
Memory is the largest sum of proportional set sizes (a page shared by two processes counts
once), sampled every 50 ms; where the system tells no proportional size, resident size.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
LIMIT = 1200
"""Seconds after which a run is ended; no figure is taken from it."""


class Failed(Exception):
    """The command did not end well; the message is the end of what it said."""


@dataclass(frozen=True)
class Run:
    """What one run cost."""

    wall: float
    cpu: float
    memory: float
    said: str = ""

    def figures(self) -> dict[str, float]:
        return {
            "wall": round(self.wall, 3),
            "cpu": round(self.cpu, 3),
            "memory": round(self.memory, 1),
        }


def run(
    command: Sequence[str | Path],
    cwd: Path,
    env: Mapping[str, str] | None = None,
    accept: Sequence[int] = (0,),
    given: str = "",
) -> Run:
    """Run the command to its end; `accept` are the exit codes that count as success."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as stdin:
        stdin.write(given.encode())
        stdin.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=stdin,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = _Sampler(process.pid)
        killer = threading.Timer(LIMIT, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        killer.cancel()
        code = process.returncode = os.waitstatus_to_exitcode(status)
        memory = sampler.stop()
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if code not in accept:
        raise Failed(f"{Path(command[0]).name} 退出码 {code}：{text[-800:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, memory / 1e6, text)


class _Sampler(threading.Thread):
    """Watches a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._peak, self._over = pid, 0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self._over.is_set():
            self._peak = max(self._peak, sum(map(_memory, _family(self._pid))))
            self._over.wait(_EVERY)

    def stop(self) -> float:
        self._over.set()
        self.join()
        return float(self._peak)


def _family(pid: int) -> list[int]:
    """The process and all its descendants."""
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                queue += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _memory(pid: int) -> int:
    """Bytes of one process; 0 once it is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
