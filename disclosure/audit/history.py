"""What earlier runs saw, in SQLite: first failure, last success, failures in a row, changes.

    runs       one row a run, added and ended, never rewritten
    addresses  what was asked for: address, as written, expectation
    sights     what an answer looked like, once however often it was seen
    results    one row a run and address

Nothing but the two end columns of a run is ever updated, so a run that is killed leaves
whole results of an unended run. Rows are written in short transactions (WAL, with patience),
so that two runs at once wait for each other for milliseconds and lose nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.history import Row
from disclosure.audit.finding import Finding
from disclosure.audit.history_file import opened
from disclosure.audit.history_row import Asking, asking_of, key_of, sight_of, sound
from disclosure.audit.past import NOTHING_KNOWN, Past, Seen, Step, changed
from disclosure.audit.standing import standing
from disclosure.audit.verdict import Verdict

_MANY, _SOON = 500, 0.5
"""So many rows, or so many seconds, make a transaction."""
_RESUME = 24 * 3600
"""Seconds for which a run can be the continuation of another."""
_STEPS = (
    "SELECT r.run, runs.root, r.at, r.verdict, r.reason, r.evidence, r.seconds, s.seen"
    " FROM results r JOIN runs ON runs.id = r.run LEFT JOIN sights s ON s.key = r.sight"
    " WHERE r.address = ? AND NOT runs.void ORDER BY r.run DESC"
)
_Waiting = tuple[tuple[bytes, *Asking], tuple[bytes, str] | None, tuple[Any, ...]]
"""Rows for the three tables."""


class Ended(NamedTuple):
    """One run of the trend."""

    id: int
    sort: str
    source: str
    started: dt.datetime
    outcome: Mapping[str, Any]
    """Exit code, whether it can be trusted, and counts by verdict and by standing."""


class History:
    """The file, opened. For a run: `begin`, then `known` and `take`, then `end`."""

    def __init__(self, path: Path, trust: float = 0) -> None:
        self.path, self.trust = path, trust
        self._run = self._root = 0
        self._waiting: list[_Waiting] = []
        self._written = 0.0
        self._base = opened(path)

    def __enter__(self) -> History:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(sqlite3.Error):
            self.flush()
        self._base.close()

    # one run

    def begin(self, sort: str, digest: str, source: str, *, resumed: bool = False) -> None:
        """A new run; `resumed`: it goes on where an interrupted one of the same list stopped,
        so the two together count as one when failures in a row are counted."""
        now = time.time()
        with self._writing():
            root = 0
            if resumed:
                known = self._base.execute(
                    "SELECT root FROM runs WHERE list = ? AND started > ? ORDER BY id DESC LIMIT 1",
                    (digest, now - _RESUME),
                ).fetchone()
                root = known[0] if known else 0
            cursor = self._base.execute(
                "INSERT INTO runs (root, sort, list, source, started) VALUES (?, ?, ?, ?, ?)",
                (root, sort, digest, source, now),
            )
            self._run = int(cursor.lastrowid or 0)
            self._root = root or self._run
            if not root:
                self._base.execute("UPDATE runs SET root = id WHERE id = ?", (self._run,))

    def known(self, one: Asked) -> Row | None:
        """The last row, if it was a success that is still trusted; a failure never is."""
        if not self.trust:
            return None
        last = next(self._steps(key_of(*asking_of(one))), None)
        if last is None or last.verdict is not Verdict.OK or last.age() > self.trust * 86400:
            return None
        row = Finding("", one.url, one.written, "", one.parents).as_dict()
        seen = dict(last.seen or {})
        note = seen.pop("note", "")
        row |= {"department": one.department, "standing": "ok", "trusted": last.at}
        if note:
            row["note"] = note
        if seen:
            row["seen"] = seen | {"seconds": last.seconds, "at": last.at}
        return row

    def take(self, one: Asked, row: Row) -> Row:
        """Remember a conclusion; gives it back with what the past adds to it."""
        verdict = Verdict(row["verdict"])
        if verdict is Verdict.UNCHECKED:
            return {**row, "standing": standing(verdict, 0, seen=False).value}
        asking = asking_of(one)
        key = key_of(*asking)
        seen, at, seconds = sight_of(row)
        sight = (key_of(seen), seen) if seen is not None else None
        result = (
            key, self._run, at, verdict.value, row["reason"], sound(row["evidence"]), seconds,
            sight[0] if sight is not None else None,
        )  # fmt: skip
        past = self.past(key, verdict, at)
        self._waiting.append(((key, *asking), sight, result))
        if len(self._waiting) >= _MANY or time.monotonic() - self._written > _SOON:
            self.flush()
        found = dict(row)
        found["standing"] = standing(verdict, past.broken, seen="seen" in row).value
        memory = past.as_dict()
        if past.before is not None and past.before.seen is not None and seen is not None:
            memory |= changed(past.before.seen, json.loads(seen))
        if memory:
            found["history"] = memory
        return found

    def restore(self, one: Asked, row: Row) -> None:
        """A conclusion of the interrupted run that this one continues, unless it is known: the
        last ones before a kill reach the journal but not always this file."""
        last = next(self._steps(key_of(*asking_of(one))), None)
        if last is None or last.at != (row.get("seen") or {}).get("at", last.at):
            self.take(one, row)

    def flush(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        add, rows = "INSERT OR IGNORE INTO {} VALUES ({})", self._waiting
        sights = [sight for _, sight, _ in rows if sight is not None]
        with self._writing():
            many = self._base.executemany
            many(add.format("addresses", "?, ?, ?, ?"), [address for address, _, _ in rows])
            many(add.format("sights", "?, ?"), sights)
            many(add.format("results", "?, ?, ?, ?, ?, ?, ?, ?"), [result for *_, result in rows])
        self._waiting.clear()
        self._written = time.monotonic()

    def end(self, outcome: Mapping[str, Any], *, void: bool = False) -> None:
        """The run is over. `void`: our own network was down, so nothing it saw counts."""
        self.flush()
        text = json.dumps(outcome, ensure_ascii=False)
        with self._writing():
            self._base.execute(
                "UPDATE runs SET ended = ?, outcome = ?, void = ? WHERE id = ?",
                (time.time(), text, void, self._run),
            )

    # looking back

    def past(self, key: bytes, verdict: Verdict, at: str) -> Past:
        """What this conclusion means after what is remembered."""
        past, root = NOTHING_KNOWN.after(verdict, at), self._root
        for step in self._steps(key):
            if past.before is None:
                past = past._replace(before=step)
            if step.verdict is Verdict.OK:
                return past._replace(last_success=step.at)
            if verdict is Verdict.OK:
                return past
            past = past.preceded(step, same_run=step.root == root)
            root = step.root
        return past

    def askings(self, url: str) -> list[Asking]:
        """The ways in which an address was asked for."""
        rows = self._base.execute(
            "SELECT url, written, expect FROM addresses WHERE url = ? OR written = ?", (url, url)
        )
        return sorted((one[0], one[1], one[2]) for one in rows)

    def steps(self, asking: Asking) -> list[Step]:
        """Everything remembered of an address, latest first."""
        return list(self._steps(key_of(*asking)))

    def ended(self, most: int = 60, sort: str = "") -> list[Ended]:
        """The last runs that came to an end, oldest first."""
        rows = self._base.execute(
            "SELECT id, sort, source, started, outcome FROM runs WHERE outcome IS NOT NULL"
            " AND (? = '' OR sort = ?) ORDER BY id DESC LIMIT ?",
            (sort, sort, most),
        ).fetchall()
        return [
            Ended(run, sort, source, dt.datetime.fromtimestamp(at).astimezone(), json.loads(text))
            for run, sort, source, at, text in reversed(rows)
        ]

    # below

    def _steps(self, key: bytes) -> Iterator[Step]:
        rows = self._base.execute(_STEPS, (key,))
        for run, root, at, verdict, reason, evidence, seconds, seen in rows:
            sight: Seen | None = json.loads(seen) if seen is not None else None
            yield Step(run, root, at, Verdict(verdict), reason, evidence, seconds, sight)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, whole or not at all."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")
