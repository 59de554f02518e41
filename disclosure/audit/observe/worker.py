"""A second process for reading documents: a pickled Job on standard input, Seen on output.

A plain program rather than a fork of the caller: it starts without the caller's memory,
works the same on every system, and cannot deadlock on the caller's threads.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from disclosure.audit.observe.documents import Reader, Seen


class Job(NamedTuple):
    """What one process reads: numbered documents, the words some of them must show, and
    whether the heads of pages are wanted."""

    root: str
    base_url: str
    documents: list[tuple[int, str, tuple[str, ...]]]
    heads: bool


class WorkerDied(Exception):
    """A reading process ended without a result; nothing can be concluded."""


def observe(job: Job) -> Seen:
    """Read every document of a job from the disk."""
    root, reader = Path(job.root), Reader(job.base_url)
    for number, path, words in job.documents:
        data = (root / path).read_bytes()
        if path.lower().endswith(".css"):
            reader.style_sheet(number, path, data)
        else:
            reader.page(number, path, data, words, job.heads)
    return reader.seen()


def start(job: Job) -> subprocess.Popen[bytes]:
    """Begin reading `job` in another process."""
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part)},
    )
    assert process.stdin is not None
    pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.close()
    return process


def finish(process: subprocess.Popen[bytes]) -> Seen:
    """Wait for a process started by `start` and take its result."""
    assert process.stdout is not None
    with process.stdout as output:
        try:
            seen = pickle.load(output)
        except (EOFError, pickle.UnpicklingError):
            seen = None
    if process.wait() or not isinstance(seen, Seen):
        raise WorkerDied(f"观测进程中途结束（{process.returncode}）")
    return seen


if __name__ == "__main__":
    gc.disable()  # what is made here stays
    pickle.dump(observe(pickle.load(sys.stdin.buffer)), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
