"""情况说明 as annex 1 of the plan wants them: title, length, signature, the last day to sign.

The plan's numbers are read where it states them: the general length in its annex 1, another
length in the text of the material, the last day among the clocks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from disclosure.dates import PartialDate
from disclosure.model import Item
from disclosure.problem import CODES, Problem
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Kind, Level

_GENERAL = re.compile(r"一般不超过(\d+)字，最多不超过(\d+)字")
_PARTICULAR = re.compile(r"不超过(\d+)字")
_MARKS = re.compile(r"[\s#*_`|>~-]|!?\[|\]\([^)]*\)")
_DATE_LINE = re.compile(r"(?:\d{4})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")


def check(inspection: Inspection) -> Iterator[Problem]:
    """Every statement of the bureau, and every text of ours that ends in a date."""
    lengths = _lengths(inspection)
    for item in inspection.catalogue.items:
        if item.level is not Level.BUREAU:
            continue
        if item.kind is Kind.STATEMENT:
            yield from _title(inspection, item)
            yield from _last_day(inspection, item)
            yield from _length(inspection, item, lengths)
            yield from _signature(inspection, item)
        elif item.id in inspection.catalogue.texts:
            yield from _date_line(inspection, item)


def _title(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """《濮阳市司法局关于……的情况说明》, with the name of the bureau that publishes."""
    name = inspection.catalogue.bureau.name
    if not re.fullmatch(rf"{re.escape(name)}关于.+的情况说明", item.title):
        hint = f"应为“{name}关于……的情况说明”"
        yield inspection.found("A01", item, "title", f"“{item.title[:80]}”", hint)


def _last_day(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """Statements that serve the plan are signed by its last day."""
    if not item.satisfies or item.issued is None:
        return
    clock = inspection.clock("A02", item.issued.first)
    if clock is None:
        return
    last = PartialDate.parse(clock.limit)
    if item.issued.first > last.last:
        found = f"落款 {item.issued}，最迟 {last}"
        yield inspection.found("A02", item, "issued", found)


def _lengths(inspection: Inspection) -> tuple[int, int] | None:
    """How long a statement usually and at most may be, as annex 1 prints it."""
    for section in inspection.catalogue.requirements.sections:
        for clause in section.rules:
            if match := _GENERAL.search(clause.text):
                return int(match[1]), int(match[2])
    return None


def _length(
    inspection: Inspection, item: Item, lengths: tuple[int, int] | None
) -> Iterator[Problem]:
    text = inspection.catalogue.texts.get(item.id)
    if text is None:
        return
    materials = inspection.catalogue.materials
    particular = [
        int(match[1])
        for one in item.satisfies
        if one in materials and (match := _PARTICULAR.search(materials[one][1].text))
    ]
    if not particular and lengths is None:
        return
    most = max(particular) if particular else lengths[1] if lengths else 0
    count = len(_MARKS.sub("", text))
    if count > most:
        yield inspection.in_text("A04", item, 0, f"共 {count} 字，最多 {most} 字")
    elif not particular and lengths and count > lengths[0]:
        yield inspection.in_text("A05", item, 0, f"共 {count} 字，一般不超过 {lengths[0]} 字")


def _signature(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """The full name of the bureau, then the date; the date is the one on record."""
    text = inspection.catalogue.texts.get(item.id)
    if text is None:
        return
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    date = _as_date(lines[-1]) if lines else None
    if date is None:
        yield inspection.in_text("A03", item, len(text.rstrip()), "末行不是落款日期")
    elif len(lines) < 2 or lines[-2].replace(" ", "") != inspection.catalogue.bureau.name:
        found = f"日期的上一行是“{lines[-2][:40] if len(lines) > 1 else ''}”"
        hint = f"应为“{inspection.catalogue.bureau.name}”"
        yield inspection.in_text("A03", item, len(text.rstrip()), found, hint)
    else:
        yield from _date_line(inspection, item)


def _date_line(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """成文日期 at the end of a text: Arabic, no leading noughts, the same as on record."""
    text = inspection.catalogue.texts[item.id].rstrip()
    line = text[text.rfind("\n") + 1 :].strip()
    date = _as_date(line)
    if date is None or not CODES["I14"].governs(date.first):
        return
    if line != date.chinese:
        yield inspection.in_text("I14", item, len(text), f"“{line}”", f"应为“{date.chinese}”")
    if item.issued is not None and not item.issued.first <= date.first <= item.issued.last:
        yield inspection.in_text(
            "I15", item, len(text), f"正文落款 {date}，登记的成文日期 {item.issued}"
        )


def _as_date(line: str) -> PartialDate | None:
    """A line that is a whole day and nothing else."""
    if not _DATE_LINE.fullmatch(unicodedata.normalize("NFKC", line)):
        return None
    try:
        return PartialDate.parse(line)
    except ValueError:
        return None
