"""What of a run may be shown to anybody: counts, the trend, open faults by department.

No evidence, no names of people, no places in data files, no internal address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from disclosure.audit.reporting.lines import Line
from disclosure.audit.reporting.picture import Point
from disclosure.audit.standing import Standing

_OPEN = {one.label: one.value for one in Standing if one.open}
_HIDDEN = {"leak", "malformed", "odd-form", "contact-syntax"}
"""The address itself is the fault, and may tell what nobody outside should read."""


def public(
    head: Mapping[str, Any], lines: Sequence[Line], trend: Sequence[Point]
) -> dict[str, Any]:
    """The file from which the page 链接核验 is made."""
    faults = [
        {
            "url": "" if one.reason in _HIDDEN else one.url,
            "standing": _OPEN[one.standing],
            "reason": one.reason,
            "department": one.department,
            "since": one.since,
            "failures": one.failures,
        }
        for one in lines
        if one.standing in _OPEN
    ]
    return {
        "site": head["site"],
        "today": head["today"],
        "trusted": head["trusted"],
        "standings": dict(head["standings"]),
        "trend": [{"day": one.day, "counts": dict(one.counts)} for one in trend],
        "faults": faults,
    }
