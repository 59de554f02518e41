"""What has been concluded, on disk at once: an interrupted run leaves it, the next resumes.

A file of rows, one a line after its number, below a first line that says which list they
belong to. Rows are read back by their place, so that a long list is never held in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.history import Row
from disclosure.audit.verdict import Verdict

FRESH = 24 * 3600
"""Seconds for which an interrupted run can be resumed."""


class Journal:
    """The rows of one run, by the number of the asked address."""

    def __init__(self, path: Path, asked: Sequence[Asked]) -> None:
        self.path = path
        self.numbers = {(one.written, one.url, one.expect): n for n, one in enumerate(asked)}
        self.places = array("q", [-1]) * len(asked)
        self._asked = asked
        self.resumed = 0
        """How many rows an interrupted run left."""
        digest = hashlib.sha256()
        for one in asked:
            digest.update(repr((one.written, one.url, one.expect, one.parents)).encode())
        self.digest = digest.hexdigest()
        """Of the list."""
        self.continues = False
        """Whether an interrupted run of the same list left its journal, if only failures."""
        self._head = {"list": self.digest}
        path.parent.mkdir(parents=True, exist_ok=True)
        self._resume()

    def _resume(self) -> None:
        """Keep what an interrupted run of the same list found well; everything else is dropped."""
        fresh = self.path.with_suffix(f".{os.getpid()}")
        self._file = fresh.open("w+b")
        self._end = 0
        self._line(json.dumps(self._head | {"started": time.time()}))
        for number, row in self._left():
            self.write(number, row)
            self.resumed += 1
        self._file.close()  # Windows moves no open file
        fresh.replace(self.path)
        self._file = self.path.open("r+b")
        self._file.seek(self._end)

    def _left(self) -> Iterator[tuple[int, Row]]:
        try:
            with self.path.open(encoding="utf-8") as file:
                head = json.loads(file.readline())
                if head["list"] != self._head["list"] or time.time() - head["started"] > FRESH:
                    return
                self.continues = True
                for line in file:
                    number, _, text = line.partition(" ")
                    row = json.loads(text)
                    known = 0 <= int(number) < len(self._asked)
                    if known and row["verdict"] not in (Verdict.BROKEN, Verdict.UNCHECKED):
                        yield int(number), row
        except (OSError, ValueError, KeyError, TypeError):
            return  # no journal, or one that was cut off: what came before it has been kept

    def number(self, one: Asked) -> int:
        return self.numbers[one.written, one.url, one.expect]

    def has(self, one: Asked) -> bool:
        return self.places[self.number(one)] >= 0

    def write(self, number: int, row: Row) -> None:
        self.places[number] = self._end
        self._line(f"{number} {json.dumps(row, ensure_ascii=False)}")

    def _line(self, text: str) -> None:
        line = text.encode("utf-8", "backslashreplace") + b"\n"
        self._file.seek(self._end)  # somebody may be reading `lines`
        self._file.write(line)
        self._file.flush()
        self._end += len(line)

    def lines(self) -> Iterator[str]:
        """Every row as JSON, in the order of the list."""
        # Our own file, not what stands under the name: another run may have begun a new one.
        for place in self.places:
            if place >= 0:
                self._file.seek(place)
                yield self._file.readline().partition(b" ")[2].decode("utf-8").rstrip("\n")
        self._file.seek(self._end)

    def close(self, *, finished: bool) -> None:
        """A finished run needs no journal: the report has everything."""
        ours = os.fstat(self._file.fileno())
        self._file.close()
        with contextlib.suppress(FileNotFoundError):
            if finished and os.path.samestat(ours, self.path.stat()):
                self.path.unlink()
