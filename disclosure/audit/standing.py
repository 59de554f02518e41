"""What a verdict amounts to, with memory and with what people have said: the word on reports.

The verdict of a row is what was seen this time. A slow official site fails once and is well
an hour later, so only the second failed run in a row is red; what a person has looked at,
or has put up with until a day, alarms nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from disclosure.audit.verdict import Verdict

CONFIRM = 2
"""Failed runs in a row until a broken address is red."""


class Standing(StrEnum):
    """处置."""

    OK = "ok"
    RED = "red"
    RECHECK = "recheck"
    PERSON = "person"
    CONFIRMED = "confirmed"
    WAIVED = "waived"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """The word people read."""
        return _LABELS[self]

    @property
    def open(self) -> bool:
        """Whether somebody has to do something about it."""
        return self in (Standing.RED, Standing.RECHECK, Standing.PERSON)


_LABELS = {
    Standing.OK: "通",
    Standing.RED: "断",
    Standing.RECHECK: "待复核",
    Standing.PERSON: "待人工",
    Standing.CONFIRMED: "人工已确认",
    Standing.WAIVED: "已豁免",
    Standing.UNCHECKED: "未检",
}

URGENCY = tuple(Standing)[1:]
"""What is not well, in the order of reports."""


def standing_of(row: Mapping[str, Any]) -> Standing:
    """Of a row of the report; without memory a broken address is broken."""
    return Standing(row.get("standing") or standing(Verdict(row["verdict"]), CONFIRM, seen=True))


def standing(verdict: Verdict, broken_runs: int, *, seen: bool) -> Standing:
    """`broken_runs`: runs in a row that found it broken, this one included. What is wrong with
    the address as written is wrong at once: nobody had to be `seen` for that."""
    match verdict:
        case Verdict.OK:
            return Standing.OK
        case Verdict.BROKEN:
            return Standing.RED if broken_runs >= CONFIRM or not seen else Standing.RECHECK
        case Verdict.BLOCKED | Verdict.SUSPECT:
            return Standing.PERSON
        case _:
            return Standing.UNCHECKED
