"""What every planner works from: the catalogue, its coverage, and the lines of its lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from disclosure.audit.last import LastAudit
from disclosure.coverage import Coverage, MaterialStatus, Tally
from disclosure.framework import Chapter, Indicator, Section
from disclosure.model import Catalogue, Item, in_order
from disclosure.pages.columns import shown
from disclosure.pages.lines import IndicatorLine, ItemLine, KindGroup, RegisterLine
from disclosure.publication import Publication
from disclosure.registers.standing import Standing
from disclosure.vocabulary import Kind, Level, Method

_END = 3
"""Letters by which a document's number is looked up."""


class Desk:
    """The catalogue laid out for planning pages."""

    def __init__(self, catalogue: Catalogue, today: dt.date, last: LastAudit | None = None) -> None:
        self.catalogue = catalogue
        self.last = last
        self.coverage = Coverage(catalogue)
        self.today = today
        self.publication = Publication(catalogue)

    @property
    def lastmod(self) -> dt.date:
        """Of pages that show how far the whole is: when the data were last revised."""
        return self.catalogue.bureau.revised

    def changed(self, indicators: Iterable[Indicator]) -> dt.date:
        """When a page about some indicators last changed."""
        return max((self._changed[one.id] for one in indicators), default=self.lastmod)

    @cached_property
    def _changed(self) -> Mapping[str, dt.date]:
        """The day of the last thing that answers or grounds each indicator, its registers too."""
        return {
            key: max(self._days(line.indicator), default=self.lastmod)
            for key, line in self.lines.items()
        }

    def _days(self, one: Indicator) -> Iterator[dt.date]:
        changed = self.publication.changed
        yield from map(changed, self.catalogue.grounding(one))
        for status in self.coverage.of(one):
            yield from map(changed, status.items)
            yield from map(changed, status.entries)
        for line in self.registers_of[one.id]:
            yield line.changed

    @cached_property
    def lines(self) -> Mapping[str, IndicatorLine]:
        """Every indicator's line by id, in the document's order."""
        return {
            one.id: self._line(one, chapter, section)
            for chapter in self.catalogue.framework.chapters
            for section in chapter.sections
            for one in section.indicators
        }

    def _line(self, one: Indicator, chapter: Chapter, section: Section) -> IndicatorLine:
        return IndicatorLine(
            one,
            chapter,
            section,
            self.coverage.state(one),
            self.coverage.tally(self.coverage.of(one)),
            self.catalogue.departments_of(one),
        )

    @cached_property
    def registers(self) -> Mapping[str, RegisterLine]:
        """Every register's line by slug."""
        return {slug: self._register_line(one) for slug, one in self.coverage.registers.items()}

    def _register_line(self, found: Standing) -> RegisterLine:
        current = self.catalogue.current(found.register.slug, self.today)
        return RegisterLine(
            found,
            current,
            shown(found.register, current),
            self.publication.register(found.register),
        )

    @cached_property
    def registers_of(self) -> Mapping[str, tuple[RegisterLine, ...]]:
        """The registers that an indicator asks for, by its id."""
        return {
            key: tuple(
                self.registers[one.register.slug]
                for one in self.coverage.registers_of(line.indicator)
            )
            for key, line in self.lines.items()
        }

    def cited(self, basis: str) -> Item | None:
        """The item whose number a citation bears."""
        ends = {basis[at : at + n] for n in range(1, _END + 1) for at in range(len(basis))}
        places = (place for end in ends for place in self._ends.get(end, ()))
        found = min((one for one in places if self._numbered[one][0] in basis), default=-1)
        return self._numbered[found][1] if found >= 0 else None

    @cached_property
    def _numbered(self) -> Sequence[tuple[str, Item]]:
        """Items by their numbers."""
        return [*{item.number: item for item in self.catalogue.items if item.number}.items()]

    @cached_property
    def _ends(self) -> Mapping[str, list[int]]:
        """By how a number ends, the places of those that end so: of thousands few can be meant."""
        found: dict[str, list[int]] = {}
        for place, (number, _) in enumerate(self._numbered):
            found.setdefault(number[-_END:], []).append(place)
        return found

    def methods_of(self, indicator: Indicator) -> tuple[Method, ...]:
        """Its own methods, or those of the row whose merged cell it shares.

        Counts go by what a row prints (39 rows print 网络检索), so only the indicator's own
        page and the method's remark use this.
        """
        if indicator.methods or not indicator.shares:
            return indicator.methods
        return self.methods_of(self.catalogue.indicators[indicator.shares])

    @cached_property
    def methods(self) -> tuple[Method, ...]:
        """The methods that the plan prints, in the vocabulary's order."""
        used = {method for one in self.catalogue.framework.indicators for method in one.methods}
        return tuple(method for method in Method if method in used)

    def statuses(self, indicators: Iterable[Indicator]) -> tuple[MaterialStatus, ...]:
        """The materials of some indicators, each once although cells may be shared."""
        found = {s.material.id: s for one in indicators for s in self.coverage.of(one)}
        return tuple(found.values())

    def tally(self, indicators: Iterable[Indicator]) -> Tally:
        return self.coverage.tally(self.statuses(indicators))

    def item_line(self, item: Item) -> ItemLine:
        places = []
        if item.id in self.catalogue.texts:
            places.append("本站全文")
        if self.catalogue.attachments.get(item.id):
            places.append("附件")
        if item.url:
            places.append("官方网址")
        return ItemLine(item, tuple(places))

    def item_lines(self, items: Iterable[Item]) -> tuple[ItemLine, ...]:
        return tuple(self.item_line(item) for item in in_order(items))

    @cached_property
    def every_line(self) -> tuple[ItemLine, ...]:
        """The lines of all items, oldest first."""
        return self.item_lines(self.catalogue.items)

    def by_kind(self, items: Iterable[Item]) -> tuple[KindGroup, ...]:
        """Grouped by kind in the vocabulary's order, oldest first within a kind."""
        return grouped(self.item_lines(items))

    def satisfying(self, indicator: Indicator) -> tuple[Item, ...]:
        """Readable items that satisfy any of its materials, each once."""
        found = (item for status in self.coverage.of(indicator) for item in status.items)
        return in_order({i.id: i for i in found if self.catalogue.readable(i)}.values())

    def deadlines(
        self, statuses: Iterable[MaterialStatus]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each deadline with the numbers of the public materials that are due by it."""
        found: dict[str, list[str]] = {}
        for one in statuses:
            if one.state.counted:
                due = self.catalogue.plans[one.material.id].due
                found.setdefault(due, []).append(one.indicator.display(one.material))
        return tuple((due, tuple(numbers)) for due, numbers in found.items())

    @cached_property
    def readable(self) -> tuple[Item, ...]:
        """Items that a person can read here or follow to."""
        return tuple(item for item in self.catalogue.items if self.catalogue.readable(item))

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The bureau's own readable items, newest first."""
        mine = [item for item in self.readable if item.level is Level.BUREAU]
        return tuple(reversed(in_order(mine)))

    def years(self, items: Iterable[Item]) -> Mapping[int, int]:
        """How many of the items serve each year of the assessment; zero is zero."""
        counts = dict.fromkeys(self.catalogue.framework.span, 0)
        for item in items:
            for year in item.served_years:
                if year in counts:
                    counts[year] += 1
        return counts


def grouped(lines: Iterable[ItemLine]) -> tuple[KindGroup, ...]:
    """Lines by kind, in the vocabulary's order."""
    found: dict[Kind, list[ItemLine]] = {}
    for line in lines:
        found.setdefault(line.item.kind, []).append(line)
    return tuple(KindGroup(kind, tuple(found[kind])) for kind in Kind if kind in found)


def heading(chapter: Chapter) -> str:
    """A chapter's heading as the plan prints it: 一、政府职能…, （一）服务型…"""
    return f"{chapter.number}{'' if chapter.number.startswith('（') else '、'}{chapter.title}"


def section_heading(section: Section) -> str:
    """A section's heading as the plan prints it: 1. 行政审批…, （1）严格落实…"""
    return f"{section.number}{' ' if section.number.endswith('.') else ''}{section.title}"


def section_anchor(section: Section) -> str:
    return f"section-{section.id}"
