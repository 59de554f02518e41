"""A kind of problem: its severity, its wording for people, its norm and the norm's period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is; errors stop a build, warnings stop only `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "警告", "note": "提示"}[self.value]


@dataclass(frozen=True)
class Code:
    """One kind of problem: its wording for people, the fix, and the norm it comes from."""

    code: str
    title: str
    severity: Severity
    meaning: str
    fix: str
    norm: str = ""
    since: dt.date | None = None
    """First day of the norm: an object of an earlier date is not judged by it."""
    until: dt.date | None = None
    """Last day of the norm."""
    clocks: tuple[str, ...] = ()
    """Rows of data/norms/deadlines.csv that give the limit; each carries its own period."""

    def governs(self, day: dt.date) -> bool:
        """Whether the norm was in force on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def period(self) -> str:
        """The period in force as people say it; empty where the norm has always held."""
        first = f"{self.since}起" if self.since else ""
        return f"{first}{'，' if first and self.until else ''}{f'至{self.until}' if self.until else ''}"


def table(codes: Iterable[Code]) -> Mapping[str, Code]:
    """Codes by their letters and digits; the same code twice is a slip of ours."""
    found: dict[str, Code] = {}
    for code in codes:
        assert code.code not in found, code.code
        found[code.code] = code
    return found
