"""Findings -> the report: every target and every fault, two verdicts, counts, exit code."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Verdict

CLEAN, BROKEN, PERSON, DISTRUST = 0, 1, 2, 3
WORST = (Verdict.BROKEN, Verdict.BLOCKED, Verdict.SUSPECT, Verdict.UNCHECKED, Verdict.OK)
_WORSE = {verdict: number for number, verdict in enumerate(WORST)}


@dataclass(frozen=True)
class Report:
    """One audit: what was looked at, what was concluded."""

    sort: str
    """site (against the catalogue), tree (a folder by itself) or findability (its search)."""
    base_url: str
    today: dt.date
    pages: int
    links: int
    findings: tuple[Finding, ...]
    fine: int = 0
    """How many addresses are ok and not among the findings: a folder by itself lists only
    what is not ok."""
    targets: tuple[str, ...] = ()
    """The URL of every target; each must be among the findings."""
    complete: Mapping[str, Any] = field(default_factory=dict)
    """齐备: how much of what must be public is."""
    notes: tuple[str, ...] = ()
    """What was sampled or left out, in words."""
    doubts: tuple[str, ...] = ()
    """Why the audit itself cannot be trusted, beyond its findings."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What second opinion and self-test have to say."""

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows have each verdict; every verdict is present, zero as zero."""
        found = Counter(finding.verdict for finding in self.findings)
        found[Verdict.OK] += self.fine
        return {verdict.value: found[verdict] for verdict in Verdict}

    @cached_property
    def reasons(self) -> dict[str, int]:
        found = Counter(finding.code for finding in self.findings if finding.code)
        return {code: found[code] for code in REASONS if found[code]}

    @cached_property
    def by_target(self) -> dict[str, Verdict]:
        """The worst verdict about each target itself."""
        worst = dict.fromkeys(self.targets, Verdict.OK)
        for finding in self.findings:
            url = finding.url.partition("#")[0]
            if url in worst:
                worst[url] = min(worst[url], finding.verdict, key=_WORSE.__getitem__)
        return worst

    @cached_property
    def reachable(self) -> dict[str, int]:
        """可达: targets by verdict."""
        found = Counter(self.by_target.values())
        return {"targets": len(self.targets)} | {one.value: found[one] for one in Verdict}

    @property
    def distrust(self) -> tuple[str, ...]:
        """Every reason not to trust this audit."""
        doubted = [
            f"{REASONS[one.code].title}：{one.evidence}"
            for one in self.findings
            if one.code and REASONS[one.code].distrust
        ]
        return (*self.doubts, *doubted)

    @property
    def exit_code(self) -> int:
        if self.distrust:
            return DISTRUST
        if self.counts[Verdict.BROKEN]:
            return BROKEN
        return PERSON if self.counts[Verdict.BLOCKED] + self.counts[Verdict.SUSPECT] else CLEAN

    def json(self) -> Iterator[str]:
        """The JSON text in pieces, one row a line: a large site is never held as one string."""
        head: dict[str, Any] = {
            "audit": self.sort,
            "today": self.today.isoformat(),
            "site": self.base_url,
            "trusted": not self.distrust,
            "exit": self.exit_code,
            "distrust": self.distrust,
            "notes": self.notes,
            "pages": self.pages,
            "links": self.links,
            "counts": self.counts,
            "reasons": self.reasons,
        }
        if self.sort == "site":
            head |= {"reachable": self.reachable, "complete": self.complete}
        head |= self.extra
        yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "results": ['
        separator = "\n"
        for row in self.findings:
            yield separator + json.dumps(row.as_dict(), ensure_ascii=False)
            separator = ",\n"
        yield "\n]}\n"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then by reason, address and href."""
    return tuple(
        sorted(findings, key=lambda one: (_RANKS[one.code], one.url, one.href)),
    )


_RANKS = {"": len(REASONS)} | {
    code: number
    for number, code in enumerate(
        sorted(REASONS, key=lambda code: WORST.index(REASONS[code].verdict))
    )
}
"""Codes in the order of reports; what is ok has none."""
