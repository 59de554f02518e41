"""Yearly statistics of enforcement: sums, noughts, and what the decisions and reports say."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosure.problem import CODES, Problem
from disclosure.registers.cases import CaseFile
from disclosure.registers.decisions import TOTAL_LINE, Decision, Statistic
from disclosure.registers.enforcement_words import DecisionType, StatisticsTable
from disclosure.registers.reports import Report
from disclosure.registers.words import ReportSeries
from disclosure.rules.inspection import Inspection

Table = tuple[int, StatisticsTable, str]
"""Year, table and organ: lines that are added up."""

_LICENSED = ("许可", "不予许可")
"""Lines of the table of licences that are decisions."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """Lines by themselves, each table's total, then the same figures elsewhere."""
    tables: defaultdict[Table, list[Statistic]] = defaultdict(list)
    for line in inspection.catalogue.entries_of("statistics"):
        assert isinstance(line, Statistic)
        tables[line.for_year, line.table, line.organ].append(line)
        if line.count is None and _governed("S02", line.for_year):
            yield inspection.found("S02", line, "count", "空白")
    for (year, table, _), lines in tables.items():
        if table is not StatisticsTable.LICENCE and _governed("S01", year):
            yield from _total(inspection, lines)
    counts = _counts(tables)
    yield from _published(inspection, counts)
    yield from _reported(inspection, counts)
    yield from _case_index(inspection)


def _governed(code: str, year: int) -> bool:
    """Statistics of a year are drawn up in January of the next."""
    return CODES[code].governs(dt.date(year + 1, 1, 1))


def _total(inspection: Inspection, lines: list[Statistic]) -> Iterator[Problem]:
    """Σ kinds = 合计, in numbers and in money, where every figure is given."""
    totals = [line for line in lines if line.name == TOTAL_LINE]
    parts = [line for line in lines if line.name != TOTAL_LINE]
    for total in totals[:1] if parts else ():
        if total.count is not None and all(one.count is not None for one in parts):
            summed = sum(one.count or 0 for one in parts)
            if summed != total.count:
                found = f"各项相加 {summed}，合计 {total.count}"
                yield inspection.found("S01", total, "count", found)
        if total.amount is not None and any(one.amount is not None for one in parts):
            money = sum((one.amount or Decimal() for one in parts), Decimal())
            if money != total.amount:
                found = f"各项相加 {money} 元，合计 {total.amount} 元"
                yield inspection.found("S01", total, "amount", found)


def _counts(tables: Mapping[Table, list[Statistic]]) -> dict[tuple[int, StatisticsTable], int]:
    """Decisions a year by table, where the statistics state them."""
    found: dict[tuple[int, StatisticsTable], int] = {}
    for (year, table, _), lines in tables.items():
        named = {line.name: line.count for line in lines}
        if table is StatisticsTable.LICENCE:
            stated = [named.get(name) for name in _LICENSED]
            counts = [count for count in stated if count is not None]
        else:
            counts = [named[TOTAL_LINE] or 0] if named.get(TOTAL_LINE) is not None else []
        if counts:
            found[year, table] = found.get((year, table), 0) + sum(counts)
    return found


def _published(
    inspection: Inspection, counts: Mapping[tuple[int, StatisticsTable], int]
) -> Iterator[Problem]:
    """What was published cannot be more than what was decided."""
    tables = {
        DecisionType.LICENCE: StatisticsTable.LICENCE,
        DecisionType.PENALTY: StatisticsTable.PENALTY,
    }
    rows: Counter[tuple[int, StatisticsTable]] = Counter()
    for one in inspection.catalogue.latest("decisions"):
        assert isinstance(one, Decision)
        if one.type in tables:
            rows[one.decided.year, tables[one.type]] += 1
    lines = {
        (line.for_year, line.table): line
        for line in inspection.catalogue.entries_of("statistics")
        if isinstance(line, Statistic) and line.name in (TOTAL_LINE, _LICENSED[0])
    }
    for key, published in rows.items():
        if key in counts and key in lines and published > counts[key] and _governed("S03", key[0]):
            found = f"{key[0]}年公开{key[1]}决定 {published} 件，统计 {counts[key]} 件"
            yield inspection.found("S03", lines[key], "count", found)


def _reported(
    inspection: Inspection, counts: Mapping[tuple[int, StatisticsTable], int]
) -> Iterator[Problem]:
    """The report on openness repeats the statistics of enforcement."""
    columns = (
        ("licences", StatisticsTable.LICENCE), ("penalties", StatisticsTable.PENALTY),
        ("coercions", StatisticsTable.COERCION),
    )  # fmt: skip
    for report in inspection.catalogue.latest("reports"):
        assert isinstance(report, Report)
        if report.series is not ReportSeries.DISCLOSURE:
            continue
        for column, table in columns:
            stated, counted = getattr(report, column), counts.get((report.for_year, table))
            if stated is not None and counted is not None and stated != counted:
                found = f"年报 {stated} 件，执法统计 {counted} 件"
                yield inspection.found("S04", report, column, found)


def _case_index(inspection: Inspection) -> Iterator[Problem]:
    seen: dict[tuple[int, str, int], CaseFile] = {}
    for one in inspection.catalogue.latest("cases"):
        assert isinstance(one, CaseFile)
        if one.serial is None:
            continue
        first = seen.setdefault((one.for_year, one.type, one.serial), one)
        if first is not one:
            found = f"{one.for_year}年{one.type}第 {one.serial} 号已是“{first.name[:40]}”"
            yield inspection.found("S15", one, "serial", found)
