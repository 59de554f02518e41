"""Work in a child: its result, its failure, and that nothing is left running."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path

import pytest

from disclosure.beside import Beside, ChildFailed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing to fork there")


def fail() -> None:
    raise ValueError("planted")


def test_the_result_is_the_childs() -> None:
    with Beside(os.getpid) as work:
        assert work.result() != os.getpid()
        assert work.result() == work.result()


def test_a_large_result_does_not_block() -> None:
    with Beside(lambda: b"x" * 10_000_000) as work:
        assert len(work.result()) == 10_000_000


def test_a_failure_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with Beside(fail) as work, pytest.raises(ChildFailed):
        work.result()
    assert "planted" in capfd.readouterr().err


def test_a_child_that_is_killed_is_a_failure() -> None:
    with Beside(lambda: os.kill(os.getpid(), 9)) as work, pytest.raises(ChildFailed):
        work.result()


def test_nothing_is_left_running(tmp_path: Path) -> None:
    """Not even what the child has started."""
    note = tmp_path / "note"

    def work() -> None:
        subprocess.run(["sh", "-c", f"sleep 1; touch {note}"])

    started = time.monotonic()
    with Beside(work):
        time.sleep(0.2)
    assert time.monotonic() - started < 1
    time.sleep(1.2)
    assert not note.exists()


def test_beside_another_thread_it_is_done_here() -> None:
    """A fork would carry that thread's locks with it, and never their release."""
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with Beside(os.getpid) as work:
            assert work.result() == os.getpid()
        with Beside(fail) as work, pytest.raises(ChildFailed):
            work.result()
    finally:
        over.set()
        other.join()


@pytest.mark.parametrize("command, ends", [("exit 0", True), ("exit 3", False)])
def test_the_child_may_become_another_program(command: str, ends: bool, tmp_path: Path) -> None:
    note = tmp_path / "note"
    with Beside(lambda: 7, become=["/bin/sh", "-c", f"sleep 0.2; touch {note}; {command}"]) as work:
        if ends:
            assert work.result() == 7
        else:
            with pytest.raises(ChildFailed):
                work.result()
    assert note.exists()
