"""What can be wrong: a problem has a code, a place, what was found, and how to mend it.

The table of codes is the page /problems/. Severity follows the confidence of the norm
(H may be an error, M a warning, L a note). What is absent is coverage and becomes a problem
only for a release.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.problem_codes import CODES
from disclosure.problem_codes.base import Code, Severity

__all__ = ["CODES", "Code", "Place", "Problem", "Severity", "closest", "in_report_order"]


@dataclass(frozen=True, order=True)
class Place:
    """Where: file, row as Excel counts it (in YAML the line), and column as 文号(number)."""

    file: str
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(f"第 {self.row} 行")
        if self.column:
            parts.append(self.column)
        return "，".join(parts)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong at one place."""

    code: Code
    place: Place
    found: str
    hint: str = ""
    lowered: Severity | None = None
    """Where the norm at hand is less certain than the code's own, how bad it then is."""

    @property
    def fix(self) -> str:
        """How to mend it: the particular hint where there is one, then the general way."""
        return f"{self.hint}。{self.code.fix}" if self.hint else self.code.fix

    @property
    def severity(self) -> Severity:
        return self.lowered or self.code.severity

    def __str__(self) -> str:
        norm = f"（依据：{self.code.norm}）" if self.code.norm else ""
        return (
            f"{self.severity.label} {self.code.code} {self.code.title}\n"
            f"  位置：{self.place}\n  发现：{self.found}\n  改法：{self.fix}{norm}"
        )

    def as_dict(self) -> dict[str, object]:
        """The row of `--json`."""
        return {
            "code": self.code.code,
            "severity": self.severity.value,
            "title": self.code.title,
            "file": self.place.file,
            "row": self.place.row,
            "column": self.place.column,
            "found": self.found,
            "fix": self.fix,
            "norm": self.code.norm,
        }


def closest(word: str, words: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return f"最接近的是“{near[0]}”" if near else ""


def in_report_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors first, then by file, row and column."""
    rank = list(Severity)
    return tuple(
        sorted(
            problems,
            key=lambda p: (
                rank.index(p.severity), p.place.file, p.place.row or 0, p.place.column,
                p.code.code,
            ),
        )
    )  # fmt: skip
