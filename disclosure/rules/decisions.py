"""Enforcement decisions: published in time, complete, and without contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.clocks import late
from disclosure.model import Item
from disclosure.problem import CODES, Problem
from disclosure.registers.decisions import Decision
from disclosure.registers.enforcement_words import DecisionType, PartyKind, PenaltyKind
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Kind, Level

_QUICK = (DecisionType.LICENCE, DecisionType.PENALTY)
_OTHER_CODES = (
    "business_registration", "organisation_code", "tax_registration",
    "institution_certificate", "social_registration",
)  # fmt: skip
_OF_LICENCE = ("licence_kind", "effective_from", "effective_to", "licence_state")
_OF_PENALTY = ("offence", "facts", "basis", "penalties")
_SUSPENDING = {PenaltyKind.SUSPENSION, PenaltyKind.REVOCATION}
_ORDER = (
    ("decided", "published"), ("decided", "effective_to"), ("decided", "publicity_until"),
    ("effective_from", "effective_to"), ("decided", "revoked"), ("revoked", "withdrawn"),
)  # fmt: skip
_LONG_NUMBER = re.compile(r"\d{6,}")


def check(inspection: Inspection) -> Iterator[Problem]:
    """Each decision of the register, then decisions published as documents."""
    numbers: dict[tuple[str, str], Decision] = {}
    for one in inspection.catalogue.entries_of("decisions"):
        assert isinstance(one, Decision)
        yield from _in_time(inspection, one)
        yield from _withdrawal(inspection, one)
        yield from _order(inspection, one)
        yield from _party(inspection, one)
        yield from _of_its_type(inspection, one)
        yield from _kinds_and_sums(inspection, one)
        first = numbers.setdefault((one.type, one.number), one)
        if first.id != one.id:
            found = f"“{one.number}”也是“{first.id}”的文书号"
            yield inspection.found("D12", one, "number", found)
    for item in inspection.catalogue.items:
        if item.kind is Kind.DECISION and item.level is Level.BUREAU:
            yield from _document(inspection, item)


def _in_time(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    """国办发〔2018〕118号: licences and penalties sooner than the rest."""
    code = "D01" if one.type in _QUICK else "D02"
    if one.published is not None and one.published >= one.decided:
        yield from inspection.judge(code, one, "published", (one.decided, one.published), late)


def _document(inspection: Inspection, item: Item) -> Iterator[Problem]:
    if not (item.issued and item.published and item.issued.day and item.published.day):
        return
    quick = any(f"{word}决定" in item.title for word in _QUICK)
    span = (item.issued.first, item.published.first)
    if span[0] <= span[1]:
        yield from inspection.judge("D01" if quick else "D02", item, "published", span, late)


def _withdrawal(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    """行政处罚法(2021)第48条: what is undone is taken down, and the reason given."""
    if one.type is not DecisionType.PENALTY or one.revoked is None:
        return
    done = one.withdrawn or inspection.today
    column = "withdrawn" if one.withdrawn else "revoked"
    if done >= one.revoked:
        yield from inspection.judge("D03", one, column, (one.revoked, done), late)
    governed = inspection.clock("D03", one.revoked)
    if governed and one.withdrawn and not one.withdrawal_reason:
        yield inspection.found("D04", one, "withdrawal_reason", f"{one.withdrawn} 撤回，理由空白")


def _order(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    for first, second in _ORDER:
        earlier, later = getattr(one, first), getattr(one, second)
        if earlier is not None and later is not None and later < earlier:
            titles = Decision.model_fields
            found = f"{titles[first].title} {earlier}，{titles[second].title} {later}"
            yield inspection.found("D05", one, second, found)


def _party(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    """发改办财金〔2018〕424号: an organisation has a code and a head, a person has neither."""
    if not CODES["D06"].governs(one.decided):
        return
    if one.party_kind is PartyKind.ORGANISATION:
        if not one.credit_code and not any(getattr(one, name) for name in _OTHER_CODES):
            yield inspection.found("D06", one, "credit_code", f"“{one.party[:40]}”没有任何代码")
        if not one.representative:
            yield inspection.found("D07", one, "representative", "空白")
    elif one.party_kind is PartyKind.PERSON and one.credit_code:
        yield inspection.found("D08", one, "credit_code", f"“{one.credit_code}”")
    for name in ("representative_paper", "party_paper"):
        if _LONG_NUMBER.search(getattr(one, name)):
            yield inspection.found("K06", one, name, "栏内有一串数字")


def _of_its_type(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    """Columns that only one type of decision has."""
    if not CODES["D09"].governs(one.decided):
        return
    if one.type is DecisionType.LICENCE:
        code, names = "D09", _OF_LICENCE
    elif one.type is DecisionType.PENALTY:
        code, names = "D10", _OF_PENALTY
    else:
        return
    for name in names:
        if not getattr(one, name):
            yield inspection.found(code, one, name, "空白")


def _kinds_and_sums(inspection: Inspection, one: Decision) -> Iterator[Problem]:
    """A fine has a sum and a sum is of a fine; likewise what is confiscated or suspended."""
    if one.type is not DecisionType.PENALTY or not one.penalties:
        return
    kinds = set(one.penalties)
    pairs: tuple[tuple[bool, object, str, str], ...] = (
        (PenaltyKind.FINE in kinds, one.fine, "fine", "罚款"),
        (PenaltyKind.CONFISCATION in kinds, one.confiscated, "confiscated", "没收"),
        (bool(kinds & _SUSPENDING), one.withdrawn_licence, "withdrawn_licence", "暂扣或吊销"),
    )
    for named, value, column, word in pairs:
        if named and not value:
            yield inspection.found("D11", one, column, f"处罚类别有“{word}”，此栏空白或者为 0")
        elif value and not named:
            yield inspection.found("D11", one, column, f"处罚类别没有“{word}”，此栏写了“{value}”")
