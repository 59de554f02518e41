"""The form of documents: numbers, index numbers, validity, and the place they are filed under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.codes import IndexNumber
from disclosure.model import Item
from disclosure.problem import CODES, Problem
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Kind, Level, Validity

_NUMBER = re.compile(r"[\u4e00-\u9fa5]{1,15}〔((?:19|20)\d{2})〕[1-9]\d{0,4}号")
_ORDER = re.compile(
    r"[\u4e00-\u9fa5]*第[1-9]\d*号令?|[\u4e00-\u9fa5]*令第[1-9]\d*号|[\u4e00-\u9fa5]*(?:19|20)\d{2}年第[1-9]\d*号"
)
_YEAR = re.compile(r"〔((?:19|20)\d{2})〕")

OFFICIAL_DOCUMENTS = frozenset({
    Kind.STATE_COUNCIL_DOCUMENT, Kind.PARTY_DOCUMENT, Kind.NORMATIVE_DOCUMENT, Kind.WORK_PLAN,
    Kind.REGISTER, Kind.ANNUAL_REPORT, Kind.STATEMENT, Kind.NOTICE, Kind.CONSULTATION,
    Kind.BUDGET,
})  # fmt: skip
"""Kinds whose numbers GB/T 9704 governs. Laws, rules and standards have numbers of their own,
and enforcement decisions carry case numbers."""

_LEVELS = {
    Kind.LAW: {Level.NATIONAL},
    Kind.ADMINISTRATIVE_REGULATION: {Level.NATIONAL},
    Kind.STATE_COUNCIL_DOCUMENT: {Level.NATIONAL},
    Kind.DEPARTMENT_RULE: {Level.NATIONAL},
    Kind.LOCAL_REGULATION: {Level.PROVINCIAL, Level.MUNICIPAL},
    Kind.LOCAL_RULE: {Level.PROVINCIAL, Level.MUNICIPAL},
}
"""Who can have made a document of a kind (立法法)."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """Each item by itself, then items that contradict each other."""
    for item in inspection.catalogue.items:
        if item.number:
            yield from _number(inspection, item)
        if item.index and item.level is Level.BUREAU:
            yield from _index(inspection, item)
        if item.replaced_by or item.validity is not Validity.VALID:
            yield from _validity(inspection, item)
        yield from _filing(inspection, item)
    yield from _one_number_one_title(inspection)
    yield from _one_title_one_number(inspection)
    yield from _one_index_one_item(inspection)


def _number(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """发文字号 = 机关代字 + 〔年份〕 + 顺序号 (GB/T 9704-2012 §7.2.5)."""
    if item.kind not in OFFICIAL_DOCUMENTS or item.issued is None:
        return
    if not CODES["I04"].governs(item.issued.last):
        return
    match = _NUMBER.fullmatch(item.number)
    if match is None and not _ORDER.fullmatch(item.number):
        hint = _number_hint(item.number)
        yield inspection.found("I04", item, "number", f"“{item.number}”", hint)
    elif match is not None and int(match[1]) != item.issued.year:
        found = f"文号“{item.number}”，成文 {item.issued}"
        yield inspection.found("I05", item, "number", found)


def _number_hint(number: str) -> str:
    bracket = re.search(r"[\[(（［【{](\d{4})[\])）］】}]", number)
    if bracket:
        return f"年份用六角括号，写成〔{bracket[1]}〕"
    if re.search(r"〕第", number):
        return "顺序号前不加“第”"
    if re.search(r"〕0", number):
        return "顺序号不编虚位，开头不加 0"
    if any(letter.isspace() for letter in number):
        return "中间不留空格"
    return ""


def _index(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """索引号 of our own documents; other organs number theirs as they please."""
    index = IndexNumber.parse(item.index)
    if index is None:
        yield inspection.found("I08", item, "index", f"“{item.index}”")
        return
    if item.published is not None and index.year != item.published.year:
        found = f"索引号“{item.index}”，发布 {item.published}"
        yield inspection.found("I10", item, "index", found)
    credit = inspection.catalogue.bureau.credit_code
    if len(credit) == 18 and index.organ not in (credit, credit[8:17]):
        yield inspection.found(
            "I11", item, "index", f"“{index.organ}”", f"本单位是“{credit[8:17]}”"
        )


def _validity(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """A document no longer valid says what ended it; one in force is not replaced yet."""
    withdrawn = item.validity in (Validity.REPEALED, Validity.EXPIRED)
    if withdrawn and item.level is Level.BUREAU and not item.replaced_by and "《" not in item.note:
        yield inspection.found("I12", item, "validity", f"有效性写“{item.validity}”，没有写明依据")
    newer = inspection.catalogue.items_by_id.get(item.replaced_by)
    if item.validity is Validity.VALID and newer is not None:
        start = newer.effective or newer.date
        if start is not None and start.last <= inspection.today:
            found = f"有效性写“有效”，替代它的《{newer.title[:40]}》{start} 起施行"
            yield inspection.found("I13", item, "validity", found)


def _filing(inspection: Inspection, item: Item) -> Iterator[Problem]:
    """Materials are grouped by kind (附件1 二.4), so the kind must be possible."""
    levels = _LEVELS.get(item.kind)
    if levels is not None and item.level not in levels:
        yield inspection.found("A07", item, "kind", f"种类是“{item.kind}”，层级是“{item.level}”")
    elif (
        item.level is Level.BUREAU
        and item.issuer
        and item.issuer != inspection.catalogue.bureau.name
    ):
        found = f"层级是“本局”，发布机构是“{item.issuer}”"
        yield inspection.found("W04", item, "issuer", found)
    span = item.years
    if span and any(later <= earlier for earlier, later in pairwise(span)):
        found = "、".join(str(year) for year in span)
        yield inspection.found("A06", item, "years", found)


def _one_number_one_title(inspection: Inspection) -> Iterator[Problem]:
    titles: dict[str, Item] = {}
    for item in inspection.catalogue.items:
        if item.number and item.kind is not Kind.DECISION:
            first = titles.setdefault(item.number, item)
            if first.title != item.title and _plain(first.title) != _plain(item.title):
                found = f"“{item.number}”也是《{first.title[:60]}》的文号"
                yield inspection.found("I06", item, "number", found)


def _one_title_one_number(inspection: Inspection) -> Iterator[Problem]:
    numbers: dict[tuple[str, str, str], Item] = {}
    for item in inspection.catalogue.items:
        if not (item.number and item.issued):
            continue
        first = numbers.setdefault((_plain(item.title), item.issuer, item.issued.iso), item)
        if first.number != item.number:
            found = f"同一天的同名文件，文号一处是“{first.number}”，一处是“{item.number}”"
            yield inspection.found("I07", item, "number", found)


def _one_index_one_item(inspection: Inspection) -> Iterator[Problem]:
    seen: dict[str, Item] = {}
    for item in inspection.catalogue.items:
        if item.index and seen.setdefault(item.index, item) is not item:
            found = f"“{item.index}”也是《{seen[item.index].title[:60]}》的索引号"
            yield inspection.found("I09", item, "index", found)


def _plain(title: str) -> str:
    return re.sub(r"[\s《》〈〉“”\"（）()]", "", title)
