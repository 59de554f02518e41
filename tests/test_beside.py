"""Work in a child: its result, its failure, and that nothing is left running.

Each runs in a process of its own: the workers of pytest-xdist have threads, and beside another
thread nothing forks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from disclosure.beside import Beside, ChildFailed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing to fork there")

_BEGINNING = """
import os, subprocess, sys, time
from disclosure.beside import Beside, ChildFailed

def failed(work):
    try:
        work.result()
    except ChildFailed:
        return True
    return False

def fail():
    raise ValueError("planted")
"""


def said(script: str) -> str:
    """What a script says on both streams; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + textwrap.dedent(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_the_result_is_the_childs() -> None:
    assert (
        said("""
        with Beside(os.getpid) as work:
            print(work.result() != os.getpid(), work.result() == work.result())
    """)
        == "True True\n"
    )


def test_a_large_result_does_not_block() -> None:
    assert (
        said("""
        with Beside(lambda: b"x" * 10_000_000) as work:
            print(len(work.result()))
    """)
        == "10000000\n"
    )


def test_a_failure_is_told() -> None:
    told = said("""
        with Beside(fail) as work:
            print(failed(work))
    """)
    assert told.endswith("True\n") and "planted" in told


def test_a_child_that_is_killed_is_a_failure() -> None:
    assert (
        said("""
        with Beside(lambda: os.kill(os.getpid(), 9)) as work:
            print(failed(work))
    """)
        == "True\n"
    )


def test_nothing_is_left_running(tmp_path: Path) -> None:
    """Not even what the child has started."""
    note = tmp_path / "note"
    started = time.monotonic()
    said(f"""
        with Beside(lambda: subprocess.run(["sh", "-c", "sleep 4; touch {note}"])):
            time.sleep(0.3)
    """)
    assert time.monotonic() - started < 4
    time.sleep(4)
    assert not note.exists()


@pytest.mark.parametrize("command, failed", [("exit 0", False), ("exit 3", True)])
def test_the_child_may_become_another_program(command: str, failed: bool, tmp_path: Path) -> None:
    note = tmp_path / "note"
    told = said(f"""
        become = ["/bin/sh", "-c", "sleep 0.2; touch {note}; {command}"]
        with Beside(lambda: 7, become=become) as work:
            print(failed(work))
    """)
    assert told == f"{failed}\n" and note.exists()


def test_beside_another_thread_it_is_done_here() -> None:
    """A fork would carry that thread's locks with it, and never their release."""

    def fail() -> None:
        raise ValueError("planted")

    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with Beside(os.getpid) as work:
            assert work.result() == os.getpid()
        with Beside(fail) as broken, pytest.raises(ChildFailed):
            broken.result()
        with Beside(os.getpid, become=["/bin/false"]) as ended, pytest.raises(ChildFailed):
            ended.result()
    finally:
        over.set()
        other.join()
