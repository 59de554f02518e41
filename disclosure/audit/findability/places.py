"""Where that is which an evaluator asks for: registers, their parts and entries, items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from disclosure.framework import Indicator
from disclosure.model import Catalogue
from disclosure.queries import KINDS, Ask
from disclosure.registers import REGISTERS, Entry
from disclosure.registers.paging import Sheet, sheets
from disclosure.vocabulary import Kind

_REGISTERS = {one.slug: one for one in REGISTERS}
_ENTRIES = "/*"


class Places:
    """Resolves what `finds` of queries.yaml says to addresses."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def holders(self, indicator: Indicator, ask: Ask) -> tuple[str, ...]:
        """Every page that answers, besides the indicator's own."""
        return tuple(
            place for name in self._names(indicator, ask) for place in self._all(name, ask)
        )

    def published(self, indicator: Indicator, ask: Ask) -> bool:
        """Whether there is more than an empty list: an item, an entry, a page of its own."""
        for name in self._names(indicator, ask):
            slug = name.removesuffix(_ENTRIES)
            if slug in _REGISTERS:
                if next(self._entries(slug, ask.year), None):
                    return True
            elif next(self._all(name, ask), None):
                return True
        return False

    def _names(self, indicator: Indicator, ask: Ask) -> tuple[str, ...]:
        return ask.finds or tuple(m.id for m in self.catalogue.materials_of(indicator))

    def _all(self, name: str, ask: Ask) -> Iterator[str]:
        slug = name.removesuffix(_ENTRIES)
        if slug in _REGISTERS:
            yield from self._sheets(slug, ask.year)
            if slug != name:
                yield from (one.address for one in self._entries(slug, ask.year))
        elif name in self.catalogue.materials:
            yield from self._satisfying(name, ask.year)
        elif name in KINDS:
            yield from self._of_kind(KINDS[name], ask.year)
        else:
            yield name

    def _entries(self, slug: str, year: int | None) -> Iterator[Entry]:
        latest = self.catalogue.latest(slug)
        return (one for one in latest if year is None or one.year == year)

    def _of_kind(self, kind: Kind, year: int | None) -> Iterator[str]:
        for item in self.catalogue.items:
            if item.kind is kind and (year is None or year in item.served_years):
                yield item.address

    def _satisfying(self, material: str, year: int | None) -> Iterator[str]:
        for item in self.catalogue.satisfying(material):
            if year is None or year in item.served_years:
                yield item.address
        for entry in self.catalogue.supporting(material):
            if year is None or entry.year == year:
                yield entry.address

    def _sheets(self, slug: str, year: int | None) -> Iterator[str]:
        for sheet in self._pages[slug]:
            part = sheet.part.year if sheet.part else None
            if year is None or part == year or sheet.address == sheet.register.address:
                yield sheet.address

    @cached_property
    def _pages(self) -> dict[str, tuple[Sheet, ...]]:
        return {one.slug: sheets(one, self.catalogue.latest(one.slug)) for one in REGISTERS}
