"""How far a register is: what a person may expect to find on its page.

未公开 no rows and nothing declared (本清单待发布)      待核定 compiled from public law
部分公开 some rows are confirmed                         已公开 every row, or 零清单
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.registers.base import Edition, Entry, Register
from disclosure.registers.holdings import Holdings
from disclosure.vocabulary import State


@dataclass(frozen=True)
class Standing:
    """One register with its state and what supports it."""

    register: Register
    edition: Edition | None
    """The newest edition."""
    rows: int
    """Entries that have not ended."""
    confirmed: int
    """Those of them that the bureau has confirmed."""

    @property
    def zero(self) -> bool:
        """Whether the bureau declares that it has no such matter."""
        return not self.rows and self.edition is not None and self.edition.zero

    @property
    def state(self) -> State:
        if self.zero:
            assert self.edition is not None
            return State.PUBLISHED if self.edition.confirmed else State.UNCONFIRMED
        if not self.rows:
            return State.MISSING
        if not self.confirmed:
            return State.UNCONFIRMED
        return State.PUBLISHED if self.confirmed == self.rows else State.PARTIAL


def standing(holdings: Holdings, register: Register, day: dt.date) -> Standing:
    """The state of a register on a day."""
    rows = [one for one in holdings.latest(register.slug) if lasting(one, day)]
    confirmed = sum(one.confirmed for one in rows)
    return Standing(register, holdings.edition(register.slug), len(rows), confirmed)


def lasting(entry: Entry, day: dt.date) -> bool:
    """Whether an entry counts: in force or to come, or a record of something dated."""
    return bool(entry.dated_by) or entry.valid_to is None or entry.valid_to >= day


def supports(holdings: Holdings, edition: Edition) -> bool:
    """Whether an edition has anything to show: rows, or the statement that there are none."""
    return edition.zero or bool(holdings.entries_of(edition.register))


def bears(holdings: Holdings, edition: Edition) -> bool:
    """Whether an edition publishes: the bureau confirmed it, and at least one of its rows."""
    rows = holdings.entries_of(edition.register)
    return edition.confirmed and (any(one.confirmed for one in rows) if rows else edition.zero)
