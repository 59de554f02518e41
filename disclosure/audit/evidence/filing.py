"""What to capture, and where it is filed: a folder an indicator, in order of year."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from disclosure.audit.fetch.asking import Asked, asked, read_list
from disclosure.audit.fetch.expect import Expectation
from disclosure.audit.fetch.official import addresses
from disclosure.framework import Indicator
from disclosure.model import Catalogue, Item

NO_INDICATOR = "999 未对应指标"
_UNDATED = "无日期"
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\ud800-\udfff]+')
_TITLE, _FOLDER = 30, 48


@dataclass(frozen=True)
class Place:
    """Where copies of a capture are filed."""

    folder: str
    stem: str
    """What the names of the files begin with."""
    indicator: str = ""
    """As a person says it: 国家指标 1."""
    year: str = ""


@dataclass(frozen=True)
class Wanted:
    """One address to capture."""

    asked: Asked
    title: str
    places: tuple[Place, ...]

    @property
    def url(self) -> str:
        return self.asked.url


@dataclass(frozen=True)
class _Filed:
    """One address for one indicator, before the folder is in order."""

    asked: Asked
    title: str
    folder: str
    indicator: str
    year: str

    @property
    def order(self) -> tuple[bool, bool, str, str, str]:
        """Our own page first, then by year, the undated last."""
        own = not self.year
        return not own, self.year == _UNDATED, self.year, self.title, self.asked.url


def official(catalogue: Catalogue, base: str) -> list[Wanted]:
    """Every official address of the data, and our own page of each 网络检索 indicator."""
    return _in_order((*_own(catalogue, base), *_items(catalogue), *_entries(catalogue)))


def _own(catalogue: Catalogue, base: str) -> Iterator[_Filed]:
    for one in catalogue.framework.indicators if base else ():
        if one.searched:
            expect = Expectation((one.text,))
            url = urljoin(base if base.endswith("/") else base + "/", one.address)
            title = f"本站 {one.short}"
            yield _Filed(asked(url, (), expect), title, _folder(catalogue, one), one.label, "")


def _items(catalogue: Catalogue) -> Iterator[_Filed]:
    for item in catalogue.items:
        if not item.url:
            continue
        expect = Expectation(tuple(one for one in (item.title, item.number) if one))
        file, row = catalogue.origins.get(item.address, ("", 0))
        wanted = asked(item.url, (f"{file}:{row}",) if file else (), expect, item.department)
        year = str(item.date.year) if item.date else _year(item)
        indicators = _indicators(catalogue, item)
        for one in indicators:
            yield _Filed(wanted, item.title, _folder(catalogue, one), one.label, year)
        if not indicators:
            yield _Filed(wanted, item.title, NO_INDICATOR, "", year)


def _entries(catalogue: Catalogue) -> Iterator[_Filed]:
    """Addresses in the newest versions of register entries: service halls, guides, notices."""
    for slug in catalogue.entries:
        for entry in catalogue.latest(slug):
            origin = catalogue.entry_origins.get((slug, entry.id, entry.valid_from))
            parents = (f"{origin[0]}:{origin[1]}",) if origin else ()
            found = [catalogue.materials[one][0] for one in entry.satisfies]
            year = str(entry.year) if entry.year else _UNDATED
            for url in dict.fromkeys(addresses(entry)):
                wanted = asked(url, parents, department=entry.department)
                for one in {one.id: one for one in found}.values():
                    folder = _folder(catalogue, one)
                    yield _Filed(wanted, entry.title, folder, one.label, year)
                if not found:
                    yield _Filed(wanted, entry.title, NO_INDICATOR, "", year)


def _year(item: Item) -> str:
    return str(item.served_years[0]) if item.served_years else _UNDATED


def _indicators(catalogue: Catalogue, item: Item) -> list[Indicator]:
    """Those whose material it is, and those whose legal ground it is."""
    found = [catalogue.materials[one][0] for one in item.satisfies]
    found += [catalogue.indicators[one] for one in item.basis_of]
    return list({one.id: one for one in found}.values())


def _folder(catalogue: Catalogue, one: Indicator) -> str:
    number = list(catalogue.indicators).index(one.id) + 1
    return f"{number:03d} {_sound(one.label)} {_sound(one.short)}"[:_FOLDER].strip()


def listed(text: str, name: str, catalogue: Catalogue | None = None) -> list[Wanted]:
    """From a list: `url`, and optionally expect, indicator (its id), year, title."""
    more = dict(_more(text, name))
    found = []
    for one in read_list(text, name):
        for parent in one.parents:
            row = more.get(parent, {})
            said = row.get("indicator") or row.get("指标") or ""
            indicator = catalogue.indicators.get(said) if catalogue and said else None
            if indicator is not None and catalogue is not None:
                folder, label = _folder(catalogue, indicator), indicator.label
            else:
                folder, label = _sound(said)[:_FOLDER] or NO_INDICATOR, said
            title = row.get("title") or row.get("标题") or _named(one.url)
            year = row.get("year") or row.get("年度") or _UNDATED
            found.append(_Filed(one, title, folder, label, year))
    return _in_order(found)


def _more(text: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The further columns of each row, by `name:row` as a list names its rows."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    heads: list[str] = []
    for number, cells in enumerate(reader, 1):
        if not heads:
            heads = [cell.strip().lower() for cell in cells]
        else:
            row = {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}
            yield f"{name}:{number}", row


def _in_order(filed: Iterable[_Filed]) -> list[Wanted]:
    """Numbered within each folder; an address that several indicators need is captured once."""
    places: dict[tuple[str, Expectation], list[Place]] = {}
    first: dict[tuple[str, Expectation], _Filed] = {}
    numbers: dict[str, int] = {}
    seen: set[tuple[str, str, Expectation]] = set()
    for one in sorted(filed, key=lambda one: (one.folder, one.order)):
        key = (one.asked.url, one.asked.expect)
        if (one.folder, *key) in seen:
            continue
        seen.add((one.folder, *key))
        numbers[one.folder] = number = numbers.get(one.folder, 0) + 1
        year = f" {_sound(one.year)}" if one.year else ""
        stem = f"{number:02d}{year} {_sound(one.title)[:_TITLE].strip(' .')}"
        places.setdefault(key, []).append(Place(one.folder, stem, one.indicator, one.year))
        first.setdefault(key, one)
    return [Wanted(one.asked, one.title, tuple(places[key])) for key, one in first.items()]


def _named(url: str) -> str:
    return _sound(url.partition("://")[2])


def _sound(text: str) -> str:
    """What a file can be called on every system."""
    return " ".join(_FORBIDDEN.sub(" ", text).split()).strip(" .")
