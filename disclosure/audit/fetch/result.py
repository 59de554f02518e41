"""One row of the report: a Finding, and what was seen that led to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.sighting import Sighting, Sign
from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Verdict

_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Result:
    """What was concluded about one asked address."""

    asked: Asked
    signs: tuple[Sign, ...]
    seen: Sighting | None = None

    @property
    def finding(self) -> Finding:
        code, evidence = self.signs[0] if self.signs else ("", "")
        return Finding(code, self.asked.url, self.asked.written, evidence, self.asked.parents)

    def as_dict(self) -> dict[str, Any]:
        row = self.finding.as_dict()
        row["department"] = self.asked.department
        seen = self.seen
        redirected = seen is not None and seen.redirected
        reason = REASONS[self.signs[0].code] if self.signs else None
        if reason is not None and reason.verdict is not Verdict.UNCHECKED and redirected:
            row["fix"] = reason.redirected or reason.fix
        if len(self.signs) > 1:
            row["also"] = [
                {"reason": code, "title": REASONS[code].title, "evidence": evidence}
                for code, evidence in self.signs[1:]
            ]
        if seen is not None:
            if reason is None and redirected and seen.hops[1].how in ("301", "308"):
                row["note"] = f"已永久转到 {seen.final}，建议把链接换成新网址。"
            row["seen"] = as_seen(seen)
        return row


def as_seen(seen: Sighting) -> dict[str, Any]:
    """The evidence: status, chain, title, excerpt, hash, time."""
    page = seen.page
    return {
        "status": seen.status,
        "chain": [{"url": hop.url, "status": hop.status, "how": hop.how} for hop in seen.hops],
        "type": seen.headers.get("content-type", ""),
        "size": seen.size,
        "sha256": seen.sha256,
        "title": page.title[:200] if page is not None else "",
        "excerpt": page.text[:_EXCERPT] if page is not None else "",
        "seconds": round(seen.seconds, 3),
        "at": seen.at,
        "tries": seen.tries,
    }
