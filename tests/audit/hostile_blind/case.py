"""One address and the truth about it."""

from __future__ import annotations

from dataclasses import dataclass

OK, BROKEN, BLOCKED, SUSPECT = "ok", "broken", "blocked", "suspect"


@dataclass(frozen=True)
class Case:
    """An address as it stands in a list, and what must be concluded."""

    name: str
    url: str
    """Exactly as listed: spaces, backslashes and all."""
    verdict: str
    cause: str
    expect: str = ""
    also: tuple[str, ...] = ()
    """Other verdicts that are equally true: where two things are wrong at once, or where a
    person would be asked either way. Never ok for a fault that must be seen."""
    reasons: tuple[str, ...] = ()
    """Reason codes that would fit, where a declared one does."""

    @property
    def good(self) -> bool:
        """Whether a person who opens it finds what was promised."""
        return self.verdict == OK

    @property
    def accepted(self) -> tuple[str, ...]:
        return (self.verdict, *self.also)
