"""The last run of `audit fetch` over the data, for the page 链接核验.

Like the last report (`last`), the file is an input of the build: its path comes from
DISCLOSURE_LINKS, by default `audit-report/fetch/links.json` if that exists.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure.audit.reasons import REASONS
from disclosure.audit.reporting.picture import Point
from disclosure.audit.standing import Standing
from disclosure.audit.verdict import Reason

FILE = "links.json"
DEFAULT = Path("audit-report") / "fetch" / FILE


@dataclass(frozen=True)
class OpenFault:
    """One official address that is not well."""

    url: str
    """Empty where the address itself is the fault."""
    standing: Standing
    reason: Reason
    department: str
    since: dt.date | None
    failures: int

    def age(self, today: dt.date) -> int | None:
        """Days since the first failure."""
        return max(0, (today - self.since).days) if self.since else None


@dataclass(frozen=True)
class LastLinks:
    """What the last run concluded about official addresses."""

    site: str
    date: dt.date
    trusted: bool
    standings: Mapping[Standing, int]
    trend: tuple[Point, ...]
    faults: tuple[OpenFault, ...]

    @property
    def total(self) -> int:
        return sum(self.standings.values())


def links_path() -> Path:
    """Where the file of the last run is expected."""
    return Path(os.environ.get("DISCLOSURE_LINKS", DEFAULT))


def read_links(path: Path) -> LastLinks | None:
    """The last run, or None when there is no file that can be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return LastLinks(
            site=told["site"],
            date=dt.date.fromisoformat(told["today"]),
            trusted=told["trusted"],
            standings={one: int(told["standings"][one.value]) for one in Standing},
            trend=tuple(Point(str(one["day"]), dict(one["counts"])) for one in told["trend"]),
            faults=tuple(
                OpenFault(
                    url=str(one["url"]),
                    standing=Standing(one["standing"]),
                    reason=REASONS[one["reason"]],
                    department=str(one["department"]),
                    since=dt.date.fromisoformat(one["since"]) if one["since"] else None,
                    failures=int(one["failures"]),
                )
                for one in told["faults"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
