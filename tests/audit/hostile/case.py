"""One address and what is true of it."""

from __future__ import annotations

from typing import NamedTuple

from hostile import answers as a
from hostile.server import Script

TITLE = "关于印发行政执法三项制度实施方案的通知"
OK, BROKEN, BLOCKED, SUSPECT = "ok", "broken", "blocked", "suspect"
GOOD = a.article(TITLE)


class Case(NamedTuple):
    """An address as the list has it, and the truth."""

    name: str
    written: str
    verdict: str
    reason: str = ""
    script: Script | None = None
    expect: str = ""


def case(
    path: str, verdict: str, reason: str, script: Script | None, expect: str = "", suffix: str = ""
) -> Case:
    """A path of the main host."""
    return Case(path, "{main}/" + path + suffix, verdict, reason, script, expect)
