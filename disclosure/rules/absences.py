"""What registers and documents may lack while working, but not in a release."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from disclosure import clocks
from disclosure.model import Item
from disclosure.problem import CODES, Place, Problem
from disclosure.registers.base import Entry
from disclosure.registers.clocks import Clock
from disclosure.registers.enforcement import EnforcementObject
from disclosure.registers.enforcement_words import EIGHT_OBJECTS
from disclosure.registers.kinds import REGISTERS
from disclosure.registers.normative import NormativeDocument
from disclosure.registers.words import ReportSeries
from disclosure.rules.inspection import Inspection, label
from disclosure.rules.registers import blanks, must_columns
from disclosure.rules.reports import CLOCKS, year_of
from disclosure.vocabulary import Kind, Level, Validity


def check(inspection: Inspection) -> Iterator[Problem]:
    """Rows confirmed and filled, the eight objects, the series, the records of documents."""
    for register in REGISTERS:
        yield from _unconfirmed(inspection, register.slug)
        yield from _blank(inspection, register.slug, must_columns(register.model))
    yield from _eight_objects(inspection)
    yield from _series(inspection)
    for one in inspection.catalogue.latest("normative"):
        assert isinstance(one, NormativeDocument)
        yield from _records(inspection, one)
    for item in inspection.catalogue.items:
        yield from _item(inspection, item)


def _rows(inspection: Inspection, slug: str) -> list[Entry]:
    return [one for one in inspection.catalogue.entries_of(slug) if not one.confirmed]


def _unconfirmed(inspection: Inspection, slug: str) -> Iterator[Problem]:
    """One problem a register, at its first such row; and at an edition."""
    rows = _rows(inspection, slug)
    if rows:
        place = inspection.place(rows[0], "confirmed")
        yield Problem(CODES["L05"], place, f"{len(rows)} 行未经核定")
    edition = inspection.catalogue.edition(slug)
    if edition is not None and not edition.confirmed:
        place = Place("editions.csv", None, label(type(edition), "confirmed"))
        yield Problem(CODES["L05"], place, f"清单“{slug}”未经核定")


def _blank(inspection: Inspection, slug: str, must: tuple[str, ...]) -> Iterator[Problem]:
    """One problem a column; rows already confirmed are an error at any time (Q01)."""
    rows = _rows(inspection, slug)
    count = Counter(name for one in rows for name in blanks(one, must))
    for name, number in count.items():
        place = inspection.place(rows[0], name)
        yield Problem(CODES["L08"], Place(place.file, None, place.column), f"{number} 行空白")


def _eight_objects(inspection: Inspection) -> Iterator[Problem]:
    rows = inspection.catalogue.current("enforcement", inspection.today)
    public = {one.type for one in rows if isinstance(one, EnforcementObject)}
    if inspection.catalogue.current("inspections", inspection.today):
        public.add(EIGHT_OBJECTS[-1])
    if absent := [one.value for one in EIGHT_OBJECTS if one not in public]:
        place = Place("registers/enforcement.csv", None, label(EnforcementObject, "type"))
        yield Problem(CODES["L07"], place, f"缺{'、'.join(absent)}")


def _series(inspection: Inspection) -> Iterator[Problem]:
    """Every assessed year whose report is due by now, where a norm then asked for it."""
    public = {
        (getattr(one, "series", None), one.year) for one in inspection.catalogue.latest("reports")
    }
    public |= {found for item in inspection.catalogue.items if (found := year_of(item)) is not None}
    for series, codes in CLOCKS.items():
        absent = []
        for year in inspection.catalogue.framework.span:
            day = clocks.new_year(year + 1)
            clock = _first(inspection, codes, day)
            if clock and clocks.due(clock, year + 1) < inspection.today:
                absent += [str(year)] if (series, year) not in public else []
        if absent:
            place = Place("registers/reports.csv", None, "系列(series)")
            yield Problem(CODES["L09"], place, f"{ReportSeries(series)}：缺 {'、'.join(absent)} 年")


def _first(inspection: Inspection, codes: tuple[str, ...], day: dt.date) -> Clock | None:
    """The first clock of several rules that was in force on a day."""
    clock_ids = (clock_id for code in codes for clock_id in CODES[code].clocks)
    found = (inspection.clocks.at(clock_id, day) for clock_id in clock_ids)
    return next((clock for clock in found if clock), None)


def _records(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    if one.validity is not Validity.VALID or one.published is None:
        return
    if one.filed is None:
        yield inspection.found("L12", one, "filed", f"{one.published} 公布，没有备案日期")
    clock = _first(inspection, ("N06",), one.published)
    if one.evaluated is None and clock is not None:
        following = clocks.after(clock, one.published)
        if following < inspection.today and clock.in_force(following):
            found = f"{one.published} 公布，{following} 前应当评估"
            yield inspection.found("L12", one, "evaluated", found)


def _item(inspection: Inspection, item: Item) -> Iterator[Problem]:
    if item.date is None:
        yield inspection.found("L06", item, "issued", "成文、发布、施行日期都空白")
    if item.level is not Level.BUREAU:
        return
    if not item.index:
        yield inspection.found("L11", item, "index", "空白")
    files = inspection.catalogue.attachments.get(item.id, ())
    if item.kind is Kind.STATEMENT and item.satisfies and not any(f.suffix == "pdf" for f in files):
        yield inspection.found("L10", item, "attachments", "没有 PDF 附件")
