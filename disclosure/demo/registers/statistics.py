"""The yearly statistics of enforcement, counted from the decisions, and the index of cases."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from disclosure.demo.days import later
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.decisions import Case
from disclosure.demo.registers.shelf import Shelf
from disclosure.registers.decisions import LICENCE_LINES, PENALTY_LINES, TOTAL_LINE
from disclosure.registers.enforcement_words import (
    CaseKind,
    DecisionType,
    PenaltyKind,
    StatisticsTable,
)

YEARS = range(2018, 2025)
"""The first is the year of the norm that asks for them."""

Lines = Sequence[tuple[str, str, int, int]]
"""Slug, line, number, money."""

_SLUGS = ("applied", "accepted", "granted", "refused", "revoked")
_CHECKS = (("random", "随机抽查"), ("special", "专项检查"))
_OTHER_CASES = (
    (CaseKind.GUIDANCE, "示例司指字", "行政指导案"),
    (CaseKind.MEDIATION, "示例司调字", "行政调解案"),
    (CaseKind.TRANSFER, "示例司移字", "行刑衔接移送案"),
    (CaseKind.DISCLOSURE, "示例司公开字", "政府信息公开申请案"),
)
_CASE_KINDS = {
    DecisionType.LICENCE: CaseKind.LICENCE,
    DecisionType.PENALTY: CaseKind.PENALTY,
    DecisionType.INSPECTION: CaseKind.INSPECTION,
    DecisionType.OTHER: CaseKind.OTHER,
}


def put(shelf: Shelf, found: Sequence[Case]) -> None:
    """Six tables a year; a zero is written as 0."""
    for year in YEARS:
        decided = [case for case in found if case.decided.year == year]
        for table, lines in _tables(decided).items():
            for slug, name, count, money in lines:
                shelf.put(
                    "statistics", f"{table.slug}-{year}-{slug}", "法制仲裁", for_year=year,
                    table=table, name=name, organ=BUREAU, count=count, amount=money,
                )  # fmt: skip
    shelf.edition("statistics", dt.date(YEARS[-1] + 1, 1, 20), basis="示例省行政执法年报办法")


def _tables(decided: Sequence[Case]) -> Mapping[StatisticsTable, Lines]:
    kinds = Counter(case.ruling.type for case in decided)
    granted = kinds[DecisionType.LICENCE]
    # Some are withdrawn before they are accepted, some before they are decided.
    figures = (granted + granted // 8 + 2, granted + granted // 12 + 1, granted, 0, 0)
    licences = [(*one, 0) for one in zip(_SLUGS, LICENCE_LINES, figures, strict=True)]
    checks = kinds[DecisionType.INSPECTION]
    parts = [(slug, name, n, 0) for (slug, name), n in
             zip(_CHECKS, (checks - checks // 3, checks // 3), strict=True)]  # fmt: skip
    return {
        StatisticsTable.LICENCE: licences,
        StatisticsTable.PENALTY: _totalled(list(_penalties(decided))),
        StatisticsTable.COERCION: _totalled([("surcharge", "加处罚款", 0, 0)]),
        StatisticsTable.COLLECTION: _totalled([]),
        StatisticsTable.EXPROPRIATION: _totalled([]),
        StatisticsTable.INSPECTION: _totalled(parts),
    }


def _penalties(decided: Sequence[Case]) -> Iterator[tuple[str, str, int, int]]:
    """Concurrent kinds are counted once, under the heaviest."""
    count: Counter[str] = Counter()
    money: Counter[str] = Counter()
    order = list(PenaltyKind)
    for case in decided:
        if case.ruling.penalties:
            line = max(case.ruling.penalties, key=order.index).value
            count[line] += 1
            money[line] += (case.ruling.fine + case.ruling.confiscated) * 1000
    slugs = {kind.value: kind.slug for kind in order}
    for line in PENALTY_LINES:
        yield slugs.get(line, "closing-and-barring"), line, count[line], money[line]


def _totalled(lines: list[tuple[str, str, int, int]]) -> Lines:
    count, money = sum(one[2] for one in lines), sum(one[3] for one in lines)
    return [*lines, ("total", TOTAL_LINE, count, money)]


def put_cases(shelf: Shelf, found: Sequence[Case]) -> None:
    """Every penalty and every third licence; then what is no decision on a party."""
    serial: Counter[tuple[CaseKind, int]] = Counter()
    licences = 0
    for case in found:
        ruled = case.ruling
        licences += ruled.type is DecisionType.LICENCE
        if ruled.type is DecisionType.PENALTY or (
            ruled.type is DecisionType.LICENCE and licences % 3 == 1
        ):
            name = f"{ruled.party.name}{ruled.type}案"
            _case_file(shelf, serial, _CASE_KINDS[ruled.type], case.number, name, case.decided)
    for kind, series, name in _OTHER_CASES:
        for year in (2019, 2020, 2021):
            day = later(dt.date(year, 5, 6), 3)
            _case_file(shelf, serial, kind, f"{series}〔{year}〕1号", f"{year}年第1号{name}", day)
    shelf.edition("cases", dt.date(2021, 5, 20), "n057.1", basis="示例市行政执法案卷管理办法")


def _case_file(
    shelf: Shelf, serial: Counter[tuple[CaseKind, int]], kind: CaseKind, number: str, name: str,
    day: dt.date,
) -> None:  # fmt: skip
    serial[kind, day.year] += 1
    place = serial[kind, day.year]
    closed = later(day, 10)
    shelf.put(
        "cases", f"{kind.slug}-{day.year}-{place:04d}", "法制仲裁", serial=place, number=number,
        name=name, type=kind, for_year=day.year, closed=closed, archived=later(closed, 15),
        reviewed=kind is CaseKind.PENALTY, recorded=kind in (CaseKind.PENALTY, CaseKind.INSPECTION),
    )  # fmt: skip
