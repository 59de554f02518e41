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
                worst[url] = min(worst[url], finding.verdict, key=WORST.index)
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

    def rows(self) -> Iterator[Finding]:
        """The rows of the report; a folder by itself lists only what is not ok."""
        if self.sort == "tree":
            return (one for one in self.findings if one.verdict is not Verdict.OK)
        return iter(self.findings)

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
        for row in self.rows():
            yield separator + json.dumps(row.as_dict(), ensure_ascii=False)
            separator = ",\n"
        yield "\n]}\n"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then by reason, address and href."""
    codes = list(REASONS)
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                WORST.index(one.verdict),
                codes.index(one.code) if one.code else -1,
                one.url,
                one.href,
            ),
        )
    )
