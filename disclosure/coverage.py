"""How much of what must be public is public: every material gets exactly one state.

A material's state follows from its audience (materials.csv) and from the items, entries and
editions of registers that satisfy it. An item counts only if a person can read it (text,
attachment or official address); a document with none of the three is a ground, not a
publication. A row of a register counts as published only if the bureau has confirmed it;
what was compiled from public law is 待核定 where nothing better stands. Zero is counted as
zero, and a register declared empty (零清单) is a published one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from disclosure.framework import Indicator, Material
from disclosure.model import Catalogue, Item
from disclosure.registers import REGISTERS
from disclosure.registers.base import Edition, Entry
from disclosure.registers.standing import Standing, bears, lasting, standing, supports
from disclosure.vocabulary import Audience, Level, State, Validity

_OUTSIDE = {
    Audience.OFFLINE: State.OFFLINE,
    Audience.CLOSED: State.CLOSED,
    Audience.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


@dataclass(frozen=True)
class MaterialStatus:
    """One material of one indicator, with its state and what supports it."""

    indicator: Indicator
    material: Material
    state: State
    items: tuple[Item, ...]
    years_done: tuple[int, ...]
    years_due: tuple[int, ...]
    entries: tuple[Entry, ...] = ()
    """Rows of registers that claim to satisfy it, confirmed or not."""
    editions: tuple[Edition, ...] = ()
    """Whole registers that do."""

    @property
    def registers(self) -> tuple[str, ...]:
        """Slugs of the registers that have a part in it."""
        whole = [one.register for one in self.editions]
        return tuple(dict.fromkeys([*whole, *(one.register for one in self.entries)]))


@dataclass(frozen=True)
class Tally:
    """How many materials are in each state; every state is present, zero as zero."""

    by_state: Mapping[State, int]

    @property
    def due(self) -> int:
        """Materials that must be public."""
        return sum(number for state, number in self.by_state.items() if state.counted)

    @property
    def public(self) -> int:
        """Materials that are public: by the bureau itself or by a higher level's document."""
        return self.by_state[State.PUBLISHED] + self.by_state[State.BY_HIGHER]

    @property
    def total(self) -> int:
        return sum(self.by_state.values())


class Coverage:
    """The state of every material of a catalogue, and totals by any field."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._by_material = {
            material.id: _status(catalogue, indicator, material)
            for indicator, material in catalogue.materials.values()
        }

        day = catalogue.bureau.revised
        self.registers = {one.slug: standing(catalogue, one, day) for one in REGISTERS}
        """How far each register is, on the day the data were last revised."""

    def __getitem__(self, material_id: str) -> MaterialStatus:
        return self._by_material[material_id]

    def all(self) -> tuple[MaterialStatus, ...]:
        """Every material once, in the document's order."""
        return tuple(self._by_material.values())

    def of(self, indicator: Indicator) -> tuple[MaterialStatus, ...]:
        """An indicator's materials (those of the shared cell where it has none)."""
        return tuple(self[m.id] for m in self.catalogue.materials_of(indicator))

    def registers_of(self, indicator: Indicator) -> tuple[Standing, ...]:
        """How far each register is that an indicator asks for."""
        wanted = {indicator.id, indicator.shares} - {""}
        return tuple(
            one for one in self.registers.values() if wanted & set(one.register.indicators)
        )

    def state(self, indicator: Indicator) -> State:
        """The indicator's state: the materials' common state, else 部分公开."""
        states = {one.state for one in self.of(indicator)}
        counted = {state for state in states if state.counted}
        if not counted:
            return min(states, key=list(State).index, default=State.NOT_APPLICABLE)
        if counted <= {State.PUBLISHED, State.BY_HIGHER}:
            return State.PUBLISHED if State.PUBLISHED in counted else State.BY_HIGHER
        if counted & {State.PUBLISHED, State.PARTIAL, State.BY_HIGHER}:
            return State.PARTIAL
        return State.UNCONFIRMED if State.UNCONFIRMED in counted else State.MISSING

    def tally(self, statuses: Iterable[MaterialStatus] | None = None) -> Tally:
        """Count states; without an argument over all materials."""
        counts = dict.fromkeys(State, 0)
        for one in self.all() if statuses is None else statuses:
            counts[one.state] += 1
        return Tally(counts)

    def group(self, field: Callable[[Indicator], Iterable[str]]) -> dict[str, Tally]:
        """Totals by any field of the indicator; a material counts once under each value."""
        groups: dict[str, dict[str, MaterialStatus]] = {}
        for indicator in self.catalogue.framework.indicators:
            for key in field(indicator):
                group = groups.setdefault(key, {})
                group.update({one.material.id: one for one in self.of(indicator)})
        return {key: self.tally(group.values()) for key, group in groups.items()}


def _status(catalogue: Catalogue, indicator: Indicator, material: Material) -> MaterialStatus:
    plan = catalogue.plans[material.id]
    due = tuple(catalogue.framework.span) if plan.every_year else ()
    support = _Support.of(catalogue, material)
    done: tuple[int, ...] = ()
    if plan.audience is not Audience.PUBLIC:
        state = _OUTSIDE[plan.audience]
    else:
        done = tuple(year for year in due if year in support.years)
        state = support.state(every_year_served=len(done) == len(due))
    return MaterialStatus(
        indicator, material, state, support.items, done, due, support.entries, support.editions
    )


@dataclass(frozen=True)
class _Support:
    """What there is for one material."""

    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    editions: tuple[Edition, ...]
    own: bool
    """Whether the bureau itself has published anything."""
    higher: bool
    years: frozenset[int]
    """Years served by what the bureau has published."""

    @classmethod
    def of(cls, catalogue: Catalogue, material: Material) -> _Support:
        day = catalogue.bureau.revised
        items = catalogue.satisfying(material.id)
        entries = tuple(e for e in catalogue.supporting(material.id) if lasting(e, day))
        editions = tuple(e for e in catalogue.editions_for(material.id) if supports(catalogue, e))
        own = [one for one in items if one.level is Level.BUREAU and catalogue.readable(one)]
        rows = [one for one in entries if one.confirmed]
        whole = [one for one in editions if bears(catalogue, one)]
        years = {year for one in own for year in one.served_years}
        years |= {year for one in rows if (year := _year(one)) is not None}
        years |= {one.published.year for one in whole if one.published}
        higher = any(_stands_in(catalogue, one) for one in items)
        public = bool(own or rows or whole)
        return cls(items, entries, editions, public, higher, frozenset(years))

    def state(self, *, every_year_served: bool) -> State:
        if self.own:
            return State.PUBLISHED if every_year_served else State.PARTIAL
        if self.higher:
            return State.BY_HIGHER
        return State.UNCONFIRMED if self.entries or self.editions else State.MISSING


def _year(entry: Entry) -> int | None:
    """The year a row serves: of its date, else of its start; a row states no other."""
    if entry.dated_by:
        return entry.year
    return entry.valid_from.year if entry.valid_from else None


def _stands_in(catalogue: Catalogue, item: Item) -> bool:
    """Whether a higher level's document may stand in for the bureau's own (附件1 一.3).

    It must be readable, and this version must have been in force in a year that it serves:
    the years it states, else the assessed ones.
    """
    if item.level is Level.BUREAU or not catalogue.readable(item):
        return False
    years = item.years or tuple(catalogue.framework.span)
    start = item.effective or item.date
    if start is None or start.first.year > max(years):
        return False
    successor = catalogue.items_by_id.get(item.replaced_by)
    ended = successor and (successor.effective or successor.date)
    if ended:
        return ended.last.year >= min(years)
    return item.validity in (Validity.VALID, Validity.AMENDED)
