"""Catalogue -> cases: what a person types, and what must be among the first results."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from disclosure.audit.findability.places import Places
from disclosure.audit.findability.runs import plain, runs, without_punctuation
from disclosure.framework import Indicator
from disclosure.model import Catalogue
from disclosure.registers import REGISTERS, Entry, Register
from disclosure.vocabulary import Series

FIRST = 3
"""A target must be among so many results."""


class Sort(StrEnum):
    """What is typed."""

    TITLE = "标题"
    NUMBER = "文号或编码"
    INDEX = "索引号"
    PLAIN = "去掉标点的标题"
    RUN = "标题中间的几个字"
    INDICATOR = "指标编号"
    QUERY = "评估人员的问法"
    NOTHING = "不该有结果的词"


SHARES: Mapping[Sort, float] = dict.fromkeys(Sort, 1.0) | {Sort.RUN: 0.98}
"""Of each sort, how many must succeed."""


@dataclass(frozen=True, slots=True)
class Case:
    """One query. Without targets it must find nothing."""

    sort: Sort
    query: str
    targets: tuple[str, ...] = ()
    """Addresses; one of them must be among the first results."""
    together: bool = False
    """Several pages bear what is typed: exactly they must come first."""
    also: frozenset[str] = frozenset()
    """Pages of which it is another name; they may stand among them."""
    public: bool = True
    """Whether anything that holds what is asked for has been published."""
    hidden: str = ""
    """The one page that must not be found; without it, none may be."""


@dataclass(frozen=True)
class Named:
    """An item or an entry by all that it is called."""

    address: str
    titles: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    index: str = ""


@dataclass
class Bearers:
    """Who bears a name."""

    pages: dict[str, dict[str, None]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)
    """Of which page it is another name."""

    def add(self, name: str, address: str) -> None:
        self.pages.setdefault(plain(name), {})[address] = None

    def add_other(self, name: str, address: str) -> None:
        self.others.setdefault(plain(name), set()).add(address)

    def case(self, sort: Sort, name: str, query: str = "") -> Case:
        targets = tuple(self.pages[plain(name)])
        also = frozenset(self.others.get(plain(name), set()) - {*targets})
        return Case(sort, query or name, targets, len(targets) > 1, also)


def cases(
    catalogue: Catalogue, today: dt.date, *, sample: int = 0, seed: int = 1
) -> tuple[Case, ...]:
    """Every case, each query once; of items and entries only a `sample` where one is given."""
    everything = tuple(named(catalogue, today))
    chosen = everything
    if sample and sample < len(everything):
        chosen = tuple(random.Random(seed).sample(everything, sample))
    found = (
        *_names(catalogue, everything, chosen, seed),
        *_indicators(catalogue),
        *_queries(catalogue),
        *_nothing(catalogue),
    )
    return tuple({(one.sort, one.query, one.targets): one for one in found}.values())


def named(catalogue: Catalogue, today: dt.date) -> Iterator[Named]:
    """Every item and every entry of a register."""
    for item in catalogue.items:
        numbers = (item.number,) if item.number else ()
        yield Named(item.address, (item.title,), numbers, item.index)
    for register in REGISTERS:
        columns = numbered(register)
        for latest in catalogue.latest(register.slug):
            versions = catalogue.versions(register.slug, latest.id)
            titles = tuple(dict.fromkeys(one.title for one in versions))
            shown = catalogue.shown(latest, today)
            yield Named(latest.address, titles, _numbers(shown, columns))


_NUMBER = re.compile(r"(编码|文号|文书号|许可编号|备案登记号|执法证号)$")


def numbered(register: Register) -> tuple[str, ...]:
    """Columns with a number of the entry itself, not of the one it is about."""
    return tuple(
        name for name, one in register.columns.items() if _NUMBER.search(str(one.title or ""))
    )


def _numbers(entry: Entry, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(number) for c in columns if (number := getattr(entry, c))))


def _names(
    catalogue: Catalogue, everything: Iterable[Named], chosen: Iterable[Named], seed: int
) -> Iterator[Case]:
    titles, numbers = _bearers(catalogue, everything)
    parts = runs({*titles.pages, *titles.others}, seed)
    for one in chosen:
        for title in one.titles:
            yield titles.case(Sort.TITLE, title)
            if (bare := without_punctuation(title)) != title:
                yield titles.case(Sort.PLAIN, title, bare)
            if part := parts.get(plain(title)):
                targets = tuple(titles.pages[plain(title)])
                yield Case(Sort.RUN, part, targets)
        for number in one.numbers:
            yield numbers.case(Sort.NUMBER, number)
        if one.index:
            yield numbers.case(Sort.INDEX, one.index)


def _bearers(catalogue: Catalogue, everything: Iterable[Named]) -> tuple[Bearers, Bearers]:
    titles, numbers = Bearers(), Bearers()
    framework = catalogue.framework
    for indicator in framework.indicators:
        titles.add(indicator.title, indicator.address)
    for chapter in framework.chapters:
        titles.add(chapter.title, chapter.address)
    for register in REGISTERS:
        titles.add(register.title, register.address)
        for name in register.synonyms:
            titles.add_other(name, register.address)
    for department in catalogue.departments:
        titles.add(department.title, department.address)
        for name in department.aliases:
            titles.add_other(name, department.address)
    for named in everything:
        for title in named.titles:
            titles.add(title, named.address)
        for number in (*named.numbers, named.index):
            if number:
                numbers.add(number, named.address)
    return titles, numbers


def _indicators(catalogue: Catalogue) -> Iterator[Case]:
    for one in catalogue.framework.indicators:
        if one.searched:
            for query in spoken(one):
                yield Case(Sort.INDICATOR, query, (one.address,))


def spoken(one: Indicator) -> tuple[str, ...]:
    """An indicator's number as evaluators type it: 第54项, 54; 第（17）项, （17）; 减分项1."""
    if one.series in (Series.BONUS, Series.DEDUCTION):
        return (f"{one.series.label}{one.number}",)
    return (f"第{one.number}项", one.number)


def _queries(catalogue: Catalogue) -> Iterator[Case]:
    places = Places(catalogue)
    for key, several in catalogue.queries.indicators.items():
        indicator = catalogue.indicators[key]
        for ask in several:
            holders = places.holders(indicator, ask)
            targets = (indicator.address, *holders)
            public = not ask.finds or places.published(indicator, ask)
            for query in ask.typed(catalogue.bureau.name):
                yield Case(Sort.QUERY, query, tuple(dict.fromkeys(targets)), public=public)


def _nothing(catalogue: Catalogue) -> Iterator[Case]:
    """Nonsense; and what was withheld: by its title others like it may be found, not itself."""
    for query in catalogue.queries.nothing:
        yield Case(Sort.NOTHING, query)
    for item in catalogue.unverified:
        yield Case(Sort.NOTHING, item.title, hidden=item.address)
        yield Case(Sort.NOTHING, item.id)
