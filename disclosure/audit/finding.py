"""One result about one address; the row of every report."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """What was concluded about an address. Without a code the address is ok."""

    code: str
    url: str
    """Absolute, with the fragment."""
    href: str = ""
    """As written; empty where the finding is about the page itself."""
    evidence: str = ""
    parents: tuple[str, ...] = ()
    """Every page (URL) and data row (file:row) that carries the address."""

    @property
    def reason(self) -> Reason | None:
        return REASONS[self.code] if self.code else None

    @property
    def verdict(self) -> Verdict:
        return REASONS[self.code].verdict if self.code else Verdict.OK

    def as_dict(self) -> dict[str, object]:
        """The row of the JSON report."""
        reason = self.reason
        row: dict[str, object] = {
            "url": self.url,
            "href": self.href,
            "verdict": self.verdict.value,
            "reason": self.code,
            "evidence": self.evidence,
            "parents": self.parents,
        }
        if reason is not None and self.verdict is not Verdict.UNCHECKED:
            row |= {"title": reason.title, "fix": reason.fix}
        return row
