"""Citations: a law that is cited must have been law on the day, and must bear that name.

A basis in a register is judged strictly; a text may speak of a law that is no more, so there
only 根据《…》 is read, and only as a warning. Articles are not checked: the table of citations
does not count them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from disclosure.model import Catalogue, Item
from disclosure.problem import Problem
from disclosure.registers.base import Entry
from disclosure.registers.kinds import REGISTERS
from disclosure.registers.laws import Law
from disclosure.rules.inspection import Inspection
from disclosure.rules.wording import one_letter_off
from disclosure.vocabulary import Level

_GROUND = re.compile(r"(?:根据|依据|依照|按照)《([^》]{3,60})》")
_QUOTED = re.compile(r"《([^》]{5,60})》")
_REPUBLIC = "中华人民共和国"


def check(inspection: Inspection) -> Iterator[Problem]:
    """The column 依据 of every register, then the texts of our own documents."""
    library = Library(inspection.catalogue)
    if not library.versions:
        return
    for register in REGISTERS:
        if "basis" in register.model.model_fields:
            for one in inspection.catalogue.entries_of(register.slug):
                yield from _basis(inspection, library, one)
    for item in inspection.catalogue.items:
        if item.level is Level.BUREAU and item.id in inspection.catalogue.texts:
            yield from _text(inspection, library, item)


class Library:
    """The table of citations, by every name a law goes by."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.versions: dict[str, list[Law]] = {}
        titles: dict[str, list[Law]] = {}
        for law in catalogue.laws:
            titles.setdefault(law.title, []).append(law)
        for law in catalogue.laws:
            short = law.title.removeprefix(_REPUBLIC)
            for name in {law.name.partition("(")[0], law.title, short}:
                self.versions[name] = titles[law.title]
        self.known = {*self.versions, *(item.title for item in catalogue.items)}
        self.known |= {name.removeprefix(_REPUBLIC) for name in self.known}
        self._read: dict[str, tuple[tuple[str, tuple[Law, ...]], ...]] = {}
        self._slips: dict[str, str] = {}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A known name, the year of its version if stated, and an article after it."""
        names = sorted(self.versions, key=len, reverse=True)
        return re.compile(
            rf"(?<![\u4e00-\u9fff])《?({'|'.join(map(re.escape, names))})》?"
            r"(?:[(（]((?:19|20)\d{2})[^)）]*[)）])?》?(?=第)"
        )

    def cited(self, text: str) -> tuple[tuple[str, tuple[Law, ...]], ...]:
        """Laws cited with an article, each with the versions meant; read once a text.

        A row may cite the old and the new version side by side, so versions are put together.
        """
        if text not in self._read:
            found: dict[str, tuple[str, list[Law]]] = {}
            for match in self.pattern.finditer(text):
                versions = self.versions[match[1]]
                exact = [law for law in versions if match[2] and law.year == match[2]]
                _, meant = found.setdefault(versions[0].title, (match[0].strip("《》"), []))
                meant += exact or versions
            self._read[text] = tuple((name, tuple(meant)) for name, meant in found.values())
        return self._read[text]

    @cached_property
    def _alike(self) -> Mapping[tuple[int, str], Sequence[str]]:
        """Known names by what a slip leaves as it was: the length and the last letter."""
        found: dict[tuple[int, str], list[str]] = {}
        for name in sorted(self.known):  # a set has its own order in each run
            if len(name) > 4:
                found.setdefault((len(name), name[-1]), []).append(name)
        return found

    def slip(self, name: str) -> str:
        """The known name that a quoted one differs from in a single letter; else empty."""
        if name not in self._slips:
            alike = self._alike.get((len(name), name[-1:]), ())
            near = (one for one in alike if one_letter_off(name, one))
            self._slips[name] = "" if name in self.known else next(near, "")
        return self._slips[name]


def _basis(inspection: Inspection, library: Library, one: Entry) -> Iterator[Problem]:
    basis = one.basis  # type: ignore[attr-defined]
    if not basis:
        return
    first = one.date or one.valid_from
    # A row without an end was written for the day on which the data were last revised.
    written = max(inspection.today, inspection.catalogue.bureau.revised, first or dt.date.min)
    last = one.date or one.valid_to or written
    for name, versions in library.cited(basis):
        if all(law.ended(last) for law in versions):
            ends = max(law.in_force_to for law in versions if law.in_force_to)
            yield inspection.found(
                "B01", one, "basis", f"“{name}”有效至 {ends}，条目{_period(one)}"
            )
        elif first and all(law.unborn(last) for law in versions):
            starts = min(law.in_force_from for law in versions)
            yield inspection.found(
                "B01", one, "basis", f"“{name}”{starts} 才施行，条目{_period(one)}"
            )
    for match in _QUOTED.finditer(basis):
        if right := library.slip(match[1]):
            yield inspection.found("B03", one, "basis", f"《{match[1]}》", f"疑为《{right}》")


def _period(one: Entry) -> str:
    if one.date is not None:
        return f"日期 {one.date}"
    return f"有效期 {one.valid_from or ''} 至 {one.valid_to or '今'}"


def _text(inspection: Inspection, library: Library, item: Item) -> Iterator[Problem]:
    text = inspection.catalogue.texts[item.id]
    if item.date is not None:
        for match in _GROUND.finditer(text):
            versions = library.versions.get(match[1], [])
            if versions and (fault := _out_of_force(versions, item.date.first, item.date.last)):
                found = f"《{match[1]}》{fault}，文件日期 {item.date}"
                yield inspection.in_text("B02", item, match.start(), found)
    for match in _QUOTED.finditer(text):
        if right := library.slip(match[1]):
            hint = f"疑为《{right}》"
            yield inspection.in_text("B03", item, match.start(), f"《{match[1]}》", hint)


def _out_of_force(versions: list[Law], first: dt.date, last: dt.date) -> str:
    if all(law.ended(first) for law in versions):
        return f"有效至 {max(law.in_force_to for law in versions if law.in_force_to)}"
    if all(law.unborn(last) for law in versions):
        return f"{min(law.in_force_from for law in versions)} 才施行"
    return ""
