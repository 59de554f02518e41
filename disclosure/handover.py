"""Work handed between the building process and MkDocs' own, so that both cores are busy.

The builder reads the data while MkDocs starts; the leads go to MkDocs by its standard input,
the moulds come back in a file. Only processes of one build exchange these, so pickle is safe.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:  # MkDocs is started before these are imported
    from disclosure.leads import Leads
    from disclosure.pages.stencil import Group, Stencil

_ANSWER = "DISCLOSURE_MOULDS"
_PAUSE = 0.003
"""Seconds between looks for the answer."""

Moulds: TypeAlias = "Mapping[Group, Stencil | None]"
"""None where the theme does not fit a mould."""


class MkDocsFailed(Exception):
    """MkDocs ended without an answer; the message is what it said."""


def expected() -> bool:
    """In MkDocs: whether it was started by a builder, which hands leads over."""
    return _ANSWER in os.environ


def receive() -> Leads | None:
    """In MkDocs: the leads, or None where MkDocs was not started by a builder."""
    if not expected():
        return None
    return cast("Leads", pickle.load(sys.stdin.buffer))


def answer(moulds: Moulds) -> None:
    """In MkDocs: give the moulds back, when everything else is written."""
    path = Path(os.environ[_ANSWER])
    partial = path.with_suffix(".partial")
    partial.write_bytes(pickle.dumps(moulds, pickle.HIGHEST_PROTOCOL))
    partial.rename(path)


class MkDocs:
    """MkDocs at work in a process of its own, in the builder's eyes."""

    def __init__(self, target: Path, workplace: Path, env: Mapping[str, str]) -> None:
        self._answer = workplace / "moulds"
        self._failed = workplace / "failed"
        self._output: IO[bytes] = (workplace / "said").open("w+b")
        self._builder = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(target)],
            env={**env, _ANSWER: str(self._answer)},
            stdin=subprocess.PIPE,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def send(self, leads: Leads) -> None:
        assert self._process.stdin
        try:
            pickle.dump(leads, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.close()
        except BrokenPipeError:
            self._fail()

    def moulds(self, wait: bool) -> Moulds | None:
        """The moulds, if they are there. May also be asked by a process forked from the builder."""
        while not self._answer.exists():
            if os.getpid() != self._builder:
                if self._failed.exists() or os.getppid() != self._builder:
                    raise MkDocsFailed("")
            elif self._process.poll() is not None and not self._answer.exists():
                self._fail()
            if not wait:
                return None
            time.sleep(_PAUSE)
        moulds: Moulds = pickle.loads(self._answer.read_bytes())
        return moulds

    def finish(self) -> str:
        """Wait for its end; what it said (warnings)."""
        if self._process.wait():
            self._fail()
        return self._said()

    def stop(self) -> None:
        """Stop it, whatever it does."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._output.close()

    def _fail(self) -> None:
        self._failed.touch()
        self._process.wait()
        raise MkDocsFailed(self._said())

    def _said(self) -> str:
        self._output.seek(0)
        return self._output.read().decode("utf-8", "replace")
