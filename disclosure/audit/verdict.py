"""Verdict and reason: the words of every result.

A verdict is one of five words everywhere. A reason says why; all are declared in `reasons`,
and each one has a fault planted for it, so that a self-test can prove that it would be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """结论."""

    OK = "ok"
    BROKEN = "broken"
    BLOCKED = "blocked"
    SUSPECT = "suspect"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """The word people read; blocked and suspect both wait for a person."""
        return _LABELS[self]


_LABELS = {
    Verdict.OK: "通",
    Verdict.BROKEN: "断",
    Verdict.BLOCKED: "待人工",
    Verdict.SUSPECT: "待人工",
    Verdict.UNCHECKED: "未检",
}


@dataclass(frozen=True)
class Reason:
    """Why a result is not simply ok."""

    code: str
    verdict: Verdict
    title: str
    meaning: str
    fix: str
    redirected: str = ""
    """The fix where the address itself redirects; empty where it is the same."""
    distrust: bool = False
    """Whether the audit as a whole cannot be trusted while this stands (exit code 3)."""
