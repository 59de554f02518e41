"""Yearly reports: one a year and series, with figures that agree with the other registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from disclosure.demo.days import LAST, earlier, later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.registers.decisions import Case
from disclosure.demo.registers.rulemaking import ended
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.registers.enforcement_words import DecisionType
from disclosure.registers.words import ReportSeries
from disclosure.vocabulary import Kind

_TITLES = {
    ReportSeries.RULE_OF_LAW: "{y}年法治政府建设年度报告",
    ReportSeries.DISCLOSURE: "{y}年政府信息公开工作年度报告",
    ReportSeries.ENFORCEMENT: "{y}年行政执法统计年报",
    ReportSeries.BUDGET: "{y}年度部门预算",
    ReportSeries.FINAL_ACCOUNT: "{y}年度部门决算",
    ReportSeries.WEBSITE: "{y}年政府网站工作年度报表",
}
_FIRST_WEBSITE = 2017
"""The first year whose report fell due under the norm."""
_MONEY = (ReportSeries.BUDGET, ReportSeries.FINAL_ACCOUNT)


def drafts(years: Sequence[int], dice: Dice) -> Iterator[list[Draft]]:
    """Reports that no indicator asks for as a material: each is taken or left by itself."""
    for year in years:
        day = working(dt.date(year + 1, 1, dice.between(8, 19)))
        yield [_draft(ReportSeries.DISCLOSURE, year, day, Kind.ANNUAL_REPORT)]
    for year in years:
        if year >= _FIRST_WEBSITE:
            day = working(dt.date(year + 1, 1, dice.between(8, 19)))
            yield [_draft(ReportSeries.WEBSITE, year, day, Kind.ANNUAL_REPORT)]
    for year in reversed(years):
        day = working(dt.date(year + 1, 8, dice.between(10, 20)))
        draft = _draft(ReportSeries.FINAL_ACCOUNT, year, day, Kind.BUDGET)
        draft.variant = "决算"
        yield [draft]


def _draft(series: ReportSeries, year: int, day: dt.date, kind: Kind) -> Draft:
    return Draft(
        kind=kind, title=_title(series, year), topic=str(series), issued=day, year=year,
        published=later(day, 1), years=(year,), keywords=(str(series), f"{year}年"),
        variant=str(series),
    )  # fmt: skip


def _title(series: ReportSeries, year: int) -> str:
    return BUREAU + _TITLES[series].format(y=year)


def put(shelf: Shelf, made: Sequence[Draft], found: Sequence[Case], rules: Sequence[Draft],
        dice: Dice) -> None:  # fmt: skip
    """A row for every report among the documents; its figures go into its text as well."""
    by_title = {one.title: one for one in made if one.own}
    years = range(2010, LAST.year + 1)
    figures = _figures(years, found, rules, dice)
    for series in ReportSeries:
        for year in years:
            if draft := by_title.get(_title(series, year)):
                row = _row(series, year, draft)
                if series is ReportSeries.DISCLOSURE:
                    row |= figures[year]
                draft.figures = figures[year]
                shelf.put("reports", f"{series.slug}-{year}", "办公室", **row)
    shelf.edition("reports", dt.date(2021, 4, 12), basis="示例省政府信息公开条例实施办法")


def _row(series: ReportSeries, year: int, draft: Draft) -> Row:
    row: Row = {
        "name": draft.title, "series": series, "for_year": year, "published": draft.date,
        "item": draft.id,
    }  # fmt: skip
    if series in _MONEY:
        return row | {"approved": earlier(draft.date, 6)}
    return row | {"submitted": draft.issued}


def _figures(
    years: Sequence[int], found: Sequence[Case], rules: Sequence[Draft], dice: Dice
) -> Mapping[int, dict[str, int]]:
    """Each year carries over what the year before carried forward, and adds to what was in force."""
    forward = in_force = 0
    figures: dict[int, dict[str, int]] = {}
    for year in years:
        new, over = dice.between(4, 18), forward
        forward = dice.between(0, 2)
        made = sum(one.issued.year == year for one in rules)
        gone = sum(day.year == year for one in rules if (day := ended(one)))
        in_force += made - gone
        kinds = [case.ruling.type for case in found if case.decided.year == year]
        figures[year] = {
            "applications": new, "carried_over": over, "handled": new + over - forward,
            "carried_forward": forward, "rules_made": 0, "rules_repealed": 0,
            "rules_in_force": 0, "documents_made": made, "documents_repealed": gone,
            "documents_in_force": in_force, "licences": kinds.count(DecisionType.LICENCE),
            "penalties": kinds.count(DecisionType.PENALTY), "coercions": 0,
        }  # fmt: skip
    return figures
