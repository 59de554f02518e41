"""Yearly reports: one a year, on time, and with figures that agree from year to year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from disclosure import clocks
from disclosure.model import Item
from disclosure.problem import Problem
from disclosure.registers.clocks import Clock
from disclosure.registers.reports import Report
from disclosure.registers.words import ReportSeries
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Kind, Level

CLOCKS = {
    ReportSeries.DISCLOSURE: ("S08",),
    ReportSeries.ENFORCEMENT: ("S09",),
    ReportSeries.WEBSITE: ("S10",),
    ReportSeries.RULE_OF_LAW: ("S11", "S12"),
}
_TITLES = {
    ReportSeries.RULE_OF_LAW: re.compile(
        r"(\d{4})年(?:度)?(?:推进)?法治政府建设(?:工作)?(?:情况)?(?:的)?(?:年度)?报告"
    ),
    ReportSeries.DISCLOSURE: re.compile(r"(\d{4})年(?:度)?政府信息公开(?:工作)?年度报告"),
    ReportSeries.ENFORCEMENT: re.compile(r"(\d{4})年(?:度)?行政执法(?:总体情况|统计年报)"),
    ReportSeries.WEBSITE: re.compile(r"(\d{4})年(?:度)?政府网站工作年度报表"),
}
"""How a document's own title says that it is a report of a series, and of which year."""

_ROLLS = (
    ("rules_in_force", "rules_made", "rules_repealed", "规章"),
    ("documents_in_force", "documents_made", "documents_repealed", "规范性文件"),
)


def check(inspection: Inspection) -> Iterator[Problem]:
    """Reports of the register, then reports published as documents."""
    reports: dict[tuple[ReportSeries, int], Report] = {}
    for report in inspection.catalogue.latest("reports"):
        assert isinstance(report, Report)
        first = reports.setdefault((report.series, report.for_year), report)
        if first is not report:
            found = f"{report.for_year}年的{report.series}已有“{first.name[:40]}”"
            yield inspection.found("S14", report, "for_year", found)
        if report.published is not None:
            yield from _in_time(
                inspection, report, report.series, report.for_year, report.published
            )
        yield from _after_approval(inspection, report)
    for report in reports.values():
        yield from _applications(inspection, report, reports)
        yield from _in_force(inspection, report, reports)
    for item in inspection.catalogue.items:
        yield from _document(inspection, item)


def _document(inspection: Inspection, item: Item) -> Iterator[Problem]:
    found = year_of(item)
    if found is not None and item.published is not None and item.published.day:
        yield from _in_time(inspection, item, *found, item.published.first)


def year_of(item: Item) -> tuple[ReportSeries, int] | None:
    """Which series and which year a document reports on, as its title says."""
    if item.kind is not Kind.ANNUAL_REPORT or item.level is not Level.BUREAU:
        return None
    for series, title in _TITLES.items():
        if match := title.search(item.title):
            return series, int(match[1])
    return None


def _in_time(
    inspection: Inspection, thing: Report | Item, series: ReportSeries, year: int, day: dt.date
) -> Iterator[Problem]:
    """Due in the year after; judged by the norm in force when that year began."""

    def late(clock: Clock, start: dt.date, end: dt.date) -> str:
        last = clocks.due(clock, start.year)
        return f"{year}年的报告 {end} 公开，最迟 {last}" if end > last else ""

    span = (clocks.new_year(year + 1), day)
    for code in CLOCKS.get(series, ()):
        yield from inspection.judge(code, thing, "published", span, late)


def _after_approval(inspection: Inspection, report: Report) -> Iterator[Problem]:
    if report.series in (ReportSeries.BUDGET, ReportSeries.FINAL_ACCOUNT):
        span = (report.approved, report.published)
        yield from inspection.judge("S13", report, "published", span, clocks.late)


def _applications(
    inspection: Inspection, report: Report, reports: dict[tuple[ReportSeries, int], Report]
) -> Iterator[Problem]:
    """本年新收 + 上年结转 = 本年办结 + 结转下年; what is carried on is what was carried over."""
    figures = (report.applications, report.carried_over, report.handled, report.carried_forward)
    if None not in figures:
        new, over, handled, forward = (figure or 0 for figure in figures)
        if new + over != handled + forward:
            found = f"新收 {new} + 上年结转 {over} ≠ 办结 {handled} + 结转下年 {forward}"
            yield inspection.found("S05", report, "handled", found)
    before = reports.get((report.series, report.for_year - 1))
    if before is None or before.carried_forward is None or report.carried_over is None:
        return
    if before.carried_forward != report.carried_over:
        found = f"{before.for_year}年结转下年 {before.carried_forward}，本年写上年结转 {report.carried_over}"
        yield inspection.found("S06", report, "carried_over", found)


def _in_force(
    inspection: Inspection, report: Report, reports: dict[tuple[ReportSeries, int], Report]
) -> Iterator[Problem]:
    """现行有效 of a year = that of the year before + 制发 − 废止."""
    before = reports.get((report.series, report.for_year - 1))
    for standing, made, repealed, word in _ROLLS:
        stands = getattr(report, standing)
        stood = getattr(before, standing) if before else None
        plus, minus = getattr(report, made), getattr(report, repealed)
        if None not in (stands, stood, plus, minus) and stands != stood + plus - minus:
            found = f"{word}：上年 {stood} + 制发 {plus} - 废止 {minus} ≠ 现行有效 {stands}"
            yield inspection.found("S07", report, standing, found)
