"""The last report, for pages that show 最近核验: when, and what was concluded.

The report file is an input of the build: its path comes from DISCLOSURE_AUDIT, by default
`audit-report/site/tree.json` if that exists. Without it every page says 未核验.

    last = read_last(path)          # None when there is no report
    last.check("items/plan-2020/")  # Check(date, Verdict.OK), or None when it was not looked at
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from urllib.parse import unquote

from disclosure.audit.reasons import REASONS
from disclosure.audit.report import WORST
from disclosure.audit.verdict import Reason, Verdict

DEFAULT = Path("audit-report") / "site" / "tree.json"


@dataclass(frozen=True)
class Fault:
    """One result that is not ok, as the page 核验 lists it."""

    address: str
    verdict: Verdict
    reason: Reason
    evidence: str


class Check(NamedTuple):
    """What was concluded about one address, and when."""

    date: dt.date
    verdict: Verdict


@dataclass(frozen=True)
class LastAudit:
    """What the last audit concluded about each address."""

    site: str
    """Base address of the site that was audited."""
    date: dt.date
    trusted: bool
    reachable: Mapping[str, int]
    """可达: how many targets there were (`targets`) and how many had each verdict."""
    faults: tuple[Fault, ...]
    """What did not resolve, or waits for a person."""
    verdicts: Mapping[str, Verdict]
    """Address from the site's root (an official page: its URL) -> worst verdict."""

    def check(self, address: str) -> Check | None:
        """The conclusion about an address; None when it was not looked at."""
        verdict = self.verdicts.get(address)
        return Check(self.date, verdict) if verdict else None


def report_folder(site: Path) -> Path:
    """Where the report of a site goes unless told otherwise; one folder a site."""
    return Path("audit-report") / site.resolve().name


def report_path() -> Path:
    """Where the last report is expected."""
    return Path(os.environ.get("DISCLOSURE_AUDIT", DEFAULT))


def read_last(path: Path) -> LastAudit | None:
    """The last audit, or None when there is no report that can be read."""
    try:
        with path.open(encoding="utf-8") as file:
            head = _head(file)
            base: str = head["site"]
            verdicts: dict[str, Verdict] = {}
            faults = []
            for line in file:
                if not line.startswith("{"):
                    break
                row = json.loads(line.rstrip(",\n"))
                url = row["url"].partition("#")[0]
                address = unquote(url[len(base) :]) if url.startswith(base) else url
                verdict = Verdict(row["verdict"])
                known = verdicts.get(address, Verdict.OK)
                verdicts[address] = min(known, verdict, key=WORST.index)
                if verdict not in (Verdict.OK, Verdict.UNCHECKED):
                    faults.append(Fault(address, verdict, REASONS[row["reason"]], row["evidence"]))
        return LastAudit(
            site=base,
            date=dt.date.fromisoformat(head["today"]),
            trusted=head["trusted"],
            reachable=head["reachable"],
            faults=tuple(faults),
            verdicts=verdicts,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _head(file: TextIO) -> dict[str, Any]:
    """What stands before the rows. The report has one row a line, so that a large one
    is never held whole."""
    lines: list[str] = []
    for line in file:
        lines.append(line)
        if line.rstrip().endswith('"results": ['):
            break
    head: dict[str, Any] = json.loads("".join(lines) + "]}")
    return head
