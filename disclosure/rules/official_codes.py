"""Codes that carry their own proof: credit codes, item codes, and what they must agree with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from disclosure.codes import basic_code_fault, credit_code_fault, implementation_code_fault
from disclosure.problem import CODES, Place, Problem, Severity
from disclosure.registers.base import Entry
from disclosure.registers.powers import Power
from disclosure.registers.services import Approval, PublicService
from disclosure.registers.words import PowerType
from disclosure.rules.inspection import Inspection

_CREDIT = {
    "decisions": ("credit_code", "organ_code", "data_source_code"),
    "institutions": ("credit_code",),
}
_KNOWN_TYPES = {"01", "02", "05", "08"}
"""Types whose two digits were read in official lists; the other digits follow the sequence."""

AS_PRINTED = "原文如此"
"""In the note of a row: the source has it so, although it looks wrong."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """The bureau's own code, credit codes in the registers, codes of items."""
    bureau = inspection.catalogue.bureau
    if bureau.credit_code and (fault := credit_code_fault(bureau.credit_code)):
        place = Place("bureau.yaml", None, "统一社会信用代码(credit_code)")
        yield Problem(CODES["K01"], place, f"“{bureau.credit_code}”{fault}")
    for slug, columns in _CREDIT.items():
        yield from _credit_codes(inspection, inspection.catalogue.entries_of(slug), columns)
    for slug in ("approvals", "powers", "public-services"):
        rows = inspection.catalogue.entries_of(slug)
        for one in rows:
            yield from _item_codes(inspection, one)
        yield from _unique(inspection, rows)


def _credit_codes(
    inspection: Inspection, rows: Sequence[Entry], columns: tuple[str, ...]
) -> Iterator[Problem]:
    """One code stands in many rows, so each is computed once."""
    faults: dict[str, str] = {"": ""}
    for one in rows:
        if one.date is not None and not CODES["K01"].governs(one.date):
            continue
        for column in columns:
            code = getattr(one, column)
            if code not in faults:
                faults[code] = credit_code_fault(code)
            if faults[code] and AS_PRINTED not in one.note:
                yield inspection.found("K01", one, column, f"“{code}”{faults[code]}")


def _item_codes(inspection: Inspection, one: Entry) -> Iterator[Problem]:
    if not standing(one, CODES["K02"].since) or AS_PRINTED in one.note:
        return
    basic, column = _basic_code(one)
    if basic and (fault := basic_code_fault(basic)):
        yield inspection.found("K02", one, column, f"“{basic}”{fault}")
    elif basic:
        yield from _type(inspection, one, basic, column)
    if isinstance(one, (Approval, Power)) and one.implementation_code:
        organ = inspection.catalogue.bureau.credit_code
        fault = implementation_code_fault(one.implementation_code, basic, organ)
        if fault:
            yield inspection.found("K04", one, "implementation_code", fault)


def _type(inspection: Inspection, one: Entry, basic: str, column: str) -> Iterator[Problem]:
    """Characters 3 and 4 are the type of the item."""
    if isinstance(one, (Approval, Power)):
        if basic[2:4] != one.type.code:
            known = {basic[2:4], one.type.code} <= _KNOWN_TYPES
            found = f"“{basic}”的第 3、4 位是“{basic[2:4]}”，“{one.type}”应为“{one.type.code}”"
            lowered = None if known else Severity.WARNING
            yield inspection.found("K03", one, column, found, lowered=lowered)
    elif basic[2:4] in _KNOWN_TYPES:
        power = next(kind for kind in PowerType if kind.code == basic[2:4])
        found = f"“{basic}”的第 3、4 位是“{power}”的类型码，不是公共服务"
        yield inspection.found("K03", one, column, found)


def _unique(inspection: Inspection, rows: Sequence[Entry]) -> Iterator[Problem]:
    """No two items bear one implementation code; a basic code is shared by an item's variants."""
    seen: dict[str, Entry] = {}
    for one in rows:
        code = getattr(one, "implementation_code", "")
        if code and (first := seen.setdefault(code, one)).id != one.id:
            found = f"“{code}”也是“{first.title[:40]}”的编码"
            yield inspection.found("K05", one, "implementation_code", found)


def _basic_code(one: Entry) -> tuple[str, str]:
    if isinstance(one, PublicService):
        return one.code, "code"
    assert isinstance(one, (Approval, Power))
    return one.basic_code, "basic_code"


def standing(one: Entry, since: dt.date | None) -> bool:
    """Whether a version was still in force when a norm began."""
    return since is None or one.valid_to is None or one.valid_to >= since
