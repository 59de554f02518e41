"""The registers of a catalogue as they stand: entries with their versions, editions, changes.

rows of one id = versions of one entry; which of them is shown depends on the day, which
of them exist does not
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from disclosure.registers.base import Change, Edition, Entry
from disclosure.registers.clocks import Clock
from disclosure.registers.laws import Law

Key = tuple[str, str, dt.date | None]
"""Register, id and valid_from: what tells one version from all others."""


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """What the registers hold; the catalogue is one."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """All versions of all entries by register, in file order."""
    editions: tuple[Edition, ...] = ()
    changes: tuple[Change, ...] = ()
    clocks: tuple[Clock, ...] = ()
    laws: tuple[Law, ...] = ()
    entry_origins: Mapping[Key, tuple[str, int]] = field(default_factory=dict)
    """File and row of each version."""

    def entries_of(self, slug: str) -> tuple[Entry, ...]:
        """Every version in a register."""
        return self.entries.get(slug, ())

    def current(self, slug: str, today: dt.date) -> tuple[Entry, ...]:
        """The rows of a register that are in force on a day."""
        return tuple(one for one in self.entries_of(slug) if one.current(today))

    def latest(self, slug: str) -> tuple[Entry, ...]:
        """Every entry once, by its newest version, whatever the day."""
        return tuple(versions[-1] for versions in self._versions.get(slug, {}).values())

    def versions(self, slug: str, entry_id: str) -> tuple[Entry, ...]:
        """All versions of an entry, oldest first."""
        return self._versions.get(slug, {}).get(entry_id, ())

    def shown(self, entry: Entry, today: dt.date) -> Entry:
        """The version of an entry in force on a day, else the last that was, else the first."""
        versions = self.versions(entry.register, entry.id)
        begun = [one for one in versions if one.valid_from is None or one.valid_from <= today]
        return begun[-1] if begun else versions[0]

    def edition(self, slug: str) -> Edition | None:
        """The newest edition of a register; one without a date is yet to be published."""
        return max(self.editions_of(slug), key=_published, default=None)

    def editions_of(self, slug: str) -> tuple[Edition, ...]:
        """The editions of a register, oldest first."""
        return tuple(sorted((e for e in self.editions if e.register == slug), key=_published))

    def changes_of(self, slug: str, entry_id: str = "") -> tuple[Change, ...]:
        """Adjustments of a register, or of one entry, oldest first."""
        found = self._changes.get(slug, ())
        return tuple(one for one in found if one.entry == entry_id) if entry_id else found

    def supporting(self, material_id: str) -> tuple[Entry, ...]:
        """Entries that claim to satisfy a material, by their newest version that does."""
        return self._supporting.get(material_id, ())

    def editions_for(self, material_id: str) -> tuple[Edition, ...]:
        """Editions that claim to satisfy a material, oldest first."""
        return tuple(
            sorted((e for e in self.editions if material_id in e.satisfies), key=_published)
        )

    @cached_property
    def _versions(self) -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
        return {slug: _by_id(rows) for slug, rows in self.entries.items()}

    @cached_property
    def _supporting(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, dict[tuple[str, str], Entry]] = {}
        for versions in self._versions.values():
            for chain in versions.values():
                for entry in chain:
                    for material in entry.satisfies:
                        found.setdefault(material, {})[entry.register, entry.id] = entry
        return {material: tuple(entries.values()) for material, entries in found.items()}

    @cached_property
    def _changes(self) -> Mapping[str, tuple[Change, ...]]:
        found: dict[str, list[Change]] = {}
        for change in sorted(self.changes, key=lambda one: (one.date, one.entry)):
            found.setdefault(change.register, []).append(change)
        return {slug: tuple(changes) for slug, changes in found.items()}


def _published(edition: Edition) -> tuple[bool, dt.date]:
    return edition.published is None, edition.published or dt.date.max


def _by_id(rows: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in rows:
        found.setdefault(entry.id, []).append(entry)
    return {key: in_time(versions) for key, versions in found.items()}


def in_time(versions: list[Entry]) -> tuple[Entry, ...]:
    """Versions of one entry, oldest first."""
    if len(versions) == 1:
        return (versions[0],)
    return tuple(sorted(versions, key=lambda one: one.valid_from or dt.date.min))
