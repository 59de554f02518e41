"""What is remembered of one address, and what it means for the newest conclusion. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from disclosure.audit.verdict import Verdict

Seen = Mapping[str, Any]
"""`seen` of a row of the report, without its times."""
_WATCHED = ("title", "sha256")


class Step(NamedTuple):
    """One result of an earlier run."""

    run: int
    root: int
    """The run that it continued; its own number where it continued none."""
    at: str
    verdict: Verdict
    reason: str
    evidence: str
    seconds: float | None
    seen: Seen | None

    def age(self) -> float:
        """Seconds since then."""
        return (dt.datetime.now().astimezone() - _moment(self.at)).total_seconds()


class Past(NamedTuple):
    """Memory of an address as of its newest result."""

    failures: int = 0
    """Runs in a row that were not ok, the newest included."""
    broken: int = 0
    """Runs in a row that found it broken, the newest included."""
    first_failure: str = ""
    last_success: str = ""
    before: Step | None = None
    """The result before the newest."""
    unbroken: bool = True
    """Whether every result counted so far was broken."""

    def after(self, verdict: Verdict, at: str) -> Past:
        """With nothing before it."""
        if verdict is Verdict.OK:
            return self
        broken = verdict is Verdict.BROKEN
        return self._replace(failures=1, broken=int(broken), first_failure=at, unbroken=broken)

    def preceded(self, step: Step, *, same_run: bool) -> Past:
        """With one more failure further back; an interrupted run and its rest are one run."""
        unbroken = self.unbroken and step.verdict is Verdict.BROKEN
        more = 0 if same_run else 1
        return self._replace(
            failures=self.failures + more,
            broken=self.broken + (more if unbroken else 0),
            first_failure=step.at,
            unbroken=unbroken,
        )

    def as_dict(self) -> dict[str, Any]:
        """For the row of the report; nothing where there is nothing to say."""
        if not self.failures:
            return {}
        return {
            "failures": self.failures,
            "first_failure": self.first_failure,
            "last_success": self.last_success,
        }


NOTHING_KNOWN = Past()


def changed(before: Seen, now: Seen) -> dict[str, Any]:
    """What of an address changed since the last time: title, hash, chain; each old and new."""
    found: dict[str, list[Any]] = {}
    if before.get("size") or now.get("size"):
        for name in _WATCHED:
            if before.get(name) != now.get(name):
                found[name] = [before.get(name, ""), now.get(name, "")]
    chains = [[hop["url"] for hop in one.get("chain", ())] for one in (before, now)]
    if chains[0] != chains[1]:
        found["chain"] = chains
    return {"changed": found} if found else {}


def _moment(at: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(at)
    except ValueError:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
    return moment if moment.tzinfo else moment.astimezone()
