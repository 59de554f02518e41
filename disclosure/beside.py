"""Work done by a child process while this one goes on.

The child is a fork: it has everything that there is at that moment and hands back a result.
Where that is not safe (another thread runs, a system cannot fork), the work is done when its
result is asked for.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class ChildFailed(Exception):
    """The child ended without a result; what it said stands on the standard error."""


class Beside(Generic[T]):
    """`result` waits for what `work` gives; `stop` leaves nothing running.

    `become`: a command that the child turns into when its work is done, which frees all that it
    had of this process; its end is waited for as well.
    """

    def __init__(self, work: Callable[[], T], *, nice: int = 0, become: Sequence[str] = ()) -> None:
        self._work, self._become = work, become
        self._child, self._answer = 0, -1
        self._found: list[T] = []
        if threading.active_count() > 1 or not hasattr(os, "fork"):
            return
        sys.stdout.flush()
        sys.stderr.flush()
        self._answer, answering = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._answer)
            os._exit(self._in_child(answering, nice))
        os.close(answering)

    def _in_child(self, answering: int, nice: int) -> int:
        try:
            os.setsid()  # so that what it starts can be stopped with it
            os.nice(nice)
            with os.fdopen(answering, "wb") as pipe:
                pickle.dump(self._work(), pipe, pickle.HIGHEST_PROTOCOL)
            if self._become:
                os.execv(self._become[0], list(self._become))
        except BaseException:  # whatever it is, the parent must learn of it
            traceback.print_exc()
            return 1
        return 0

    def result(self) -> T:
        """The same whenever it is asked for; raises ChildFailed."""
        if not self._found:
            self._found.append(self._wait() if self._child else self._alone())
        return self._found[0]

    def _wait(self) -> T:
        answer, self._answer = self._answer, -1
        with os.fdopen(answer, "rb") as pipe:
            data = pipe.read()
        child, self._child = self._child, 0
        _, status = os.waitpid(child, 0)
        if status:
            raise ChildFailed
        found: T = pickle.loads(data)
        return found

    def _alone(self) -> T:
        try:
            found = self._work()
            if self._become:
                subprocess.run(self._become, check=True)
            return found
        except Exception:
            traceback.print_exc()
            raise ChildFailed from None

    def stop(self) -> None:
        """End it, whatever has happened."""
        if self._child:
            child, self._child = self._child, 0
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child, signal.SIGKILL)
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        if self._answer >= 0:
            os.close(self._answer)
            self._answer = -1

    def __enter__(self) -> Beside[T]:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
