"""Enforcement decisions: those published as documents, then as many more as are asked for."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.demo.bureau import CREDIT_CODE
from disclosure.demo.days import LAST, later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.demo.rulings import ACTS, Ruling, ruling, thousand
from disclosure.registers.enforcement_words import DecisionType, LicenceState, PartyKind

_LICENCE, _PENALTY = DecisionType.LICENCE, DecisionType.PENALTY
SERIES = {
    _LICENCE: "示例司许准",
    _PENALTY: "示例司罚决",
    DecisionType.INSPECTION: "示例司检字",
    DecisionType.OTHER: "示例司决字",
}
_NAMES = {
    _LICENCE: "行政许可决定书",
    _PENALTY: "行政处罚决定书",
    DecisionType.INSPECTION: "行政检查结果通知书",
    DecisionType.OTHER: "表扬决定",
}
_SHARES = (
    (_LICENCE, 50), (_PENALTY, 25), (DecisionType.INSPECTION, 18), (DecisionType.OTHER, 7),
)  # fmt: skip
_YEARS = (
    *((year, 16) for year in range(2016, 2022)),
    *((2022, 6), (2023, 6), (2024, 6), (2025, 6), (2026, 2)),
)
_REVOKED_SINCE, _REVOKED_EVERY = 2022, 40
_FOR_EVER = dt.date(2099, 12, 31)


@dataclass
class Case:
    """A decision with the days on which it was made and made public."""

    ruling: Ruling
    decided: dt.date
    published: dt.date
    number: str = ""
    item: str = ""
    revoked: dt.date | None = None


def cases(drafts: Sequence[Draft], count: int, dice: Dice) -> list[Case]:
    """Exactly `count`, by date; each type in each year before chance has its way."""
    found = [
        Case(one.ruling, one.issued, one.date, one.number, one.id)
        for one in drafts
        if one.ruling is not None
    ][:count]
    plan = _plan(dice)
    found += [_case(*next(plan), dice) for _ in range(count - len(found))]
    found.sort(key=lambda one: (one.decided, one.number, one.ruling.party.name))
    _number(found)
    _revoke(found)
    return found


def put(shelf: Shelf, found: Sequence[Case]) -> None:
    """The register, in order of date."""
    serial: Counter[tuple[DecisionType, int]] = Counter()
    for case in found:
        key = case.ruling.type, case.decided.year
        serial[key] += 1
        entry_id = f"{key[0].slug}-{key[1]}-{serial[key]:04d}"
        shelf.put("decisions", entry_id, "律师公证", **_columns(case))
    shelf.edition("decisions", LAST, "n057.1", basis="示例省行政执法公示办法", note="每月更新")


def _plan(dice: Dice) -> Iterator[tuple[DecisionType, int]]:
    """The assessed years first, so that few decisions are of the years that people look at."""
    years = [year for year, _ in _YEARS]
    for kind in SERIES:
        yield from ((kind, year) for year in years[3:6])
    for kind in SERIES:
        yield from ((kind, year) for year in (*years[:3], *years[6:]))
    while True:
        yield dice.weighted(_SHARES), dice.weighted(_YEARS)


def _case(kind: DecisionType, year: int, dice: Dice) -> Case:
    last = 5 if year == LAST.year else 11
    decided = working(dt.date(year, dice.between(1, last), dice.between(1, 25)))
    quick = kind in (_LICENCE, _PENALTY)
    published = later(decided, dice.between(0, 5) if quick else dice.between(1, 15))
    return Case(ruling(kind, dice), decided, published)


def _number(found: Sequence[Case]) -> None:
    """文书号 in order of date; the numbers of those published as documents are taken."""
    taken = {case.number for case in found}
    last: defaultdict[tuple[DecisionType, int], int] = defaultdict(int)
    for case in found:
        key = case.ruling.type, case.decided.year
        while not case.number:
            last[key] += 1
            number = f"{SERIES[key[0]]}〔{key[1]}〕{last[key]}号"
            case.number = number if number not in taken else ""


def _revoke(found: Sequence[Case]) -> None:
    """Now and then a penalty of a firm does not stand up on reconsideration."""
    penalties = [
        case for case in found
        if case.ruling.type is _PENALTY and case.decided.year >= _REVOKED_SINCE
        and not case.item and later(case.published, 60) < LAST
    ]  # fmt: skip
    first = {case.decided.year: case for case in reversed(penalties)}
    for case in (*first.values(), *penalties[_REVOKED_EVERY::_REVOKED_EVERY]):
        case.revoked = later(case.published, 45)


def _columns(case: Case) -> Row:
    ruled, party = case.ruling, case.ruling.party
    firm = party.kind is not PartyKind.PERSON
    row: Row = {
        "name": _NAMES[ruled.type], "type": ruled.type, "number": case.number,
        "party": party.name, "party_kind": party.kind, "credit_code": party.code,
        "representative": party.head, "party_paper": "" if firm else "身份证",
        "representative_paper": "身份证" if firm else "", "basis": ACTS[ruled.type],
        "content": ruled.content, "decided": case.decided, "published": case.published,
        "organ": BUREAU, "organ_code": CREDIT_CODE, "data_source": BUREAU,
        "data_source_code": CREDIT_CODE, "power": ruled.power, "item": case.item,
    }  # fmt: skip
    if ruled.type is _LICENCE:
        return row | _licence(case)
    return row | _penalty(case) if ruled.type is _PENALTY else row


def _licence(case: Case) -> Row:
    certificate = case.ruling.certificate
    return {
        "licence_kind": case.ruling.licence_kind, "effective_from": case.decided,
        "effective_to": _FOR_EVER, "licence_state": LicenceState.VALID,
        "certificate_name": "示例律师执业证" if certificate else "",
        "certificate_number": certificate,
    }  # fmt: skip


def _penalty(case: Case) -> Row:
    """A penalty; one that was revoked is withdrawn within three working days, with the reason."""
    ruled = case.ruling
    row: Row = {
        "offence": ruled.offence, "facts": f"经查，当事人{ruled.offence}", "penalties": ruled.penalties,
        "fine": thousand(ruled.fine), "confiscated": thousand(ruled.confiscated),
        "withdrawn_licence": ruled.withdrawn,
        "publicity_until": case.decided + dt.timedelta(days=365),
    }  # fmt: skip
    if case.revoked is None:
        return row
    withdrawn = later(case.revoked, 2)
    reason = "行政复议决定撤销原处罚决定"
    return row | {
        "revoked": case.revoked, "withdrawn": withdrawn, "withdrawal_reason": reason,
        "valid_to": withdrawn,
    }  # fmt: skip
