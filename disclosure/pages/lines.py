"""The lines of lists: an indicator, an item, a register as a list shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.coverage import Tally
from disclosure.framework import Chapter, Indicator, Section
from disclosure.model import Department, Item
from disclosure.pages.columns import Column
from disclosure.pages.standing import word
from disclosure.registers import Entry, Register
from disclosure.registers.standing import Standing
from disclosure.vocabulary import Kind, State


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator as lists show it; its departments also come from a merged cell."""

    indicator: Indicator
    chapter: Chapter
    section: Section
    state: State
    tally: Tally
    departments: tuple[Department, ...]


class ItemLine(NamedTuple):
    """An item as lists show it; `places` says where it can be read, empty means nowhere."""

    item: Item
    places: tuple[str, ...]


@dataclass(frozen=True)
class KindGroup:
    """Items of one kind, oldest first."""

    kind: Kind
    lines: tuple[ItemLine, ...]


@dataclass(frozen=True)
class RegisterLine:
    """A register as lists show it."""

    standing: Standing
    current: tuple[Entry, ...]
    """Entries in force."""
    columns: tuple[Column, ...]
    """Those of its table."""
    changed: dt.date

    @property
    def register(self) -> Register:
        return self.standing.register

    @property
    def count(self) -> int:
        return len(self.current)

    @property
    def word(self) -> str:
        """How far it is, in a few words."""
        return word(self.standing)
