"""How far the bureau is: the evaluators' directory and the public progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.coverage import Tally
from disclosure.framework import Indicator
from disclosure.pages.desk import Desk, heading
from disclosure.pages.page import HOME, Page
from disclosure.pages.permanent import permanent, qr_symbols
from disclosure.pages.plan.groups import address as method_address
from disclosure.queries import BUREAU
from disclosure.vocabulary import Audience, Level, Series, State

TRIES = 4
"""Ways to ask that the directory names for an indicator."""


@dataclass(frozen=True)
class Total:
    """One row of a table of totals; `address` may be empty."""

    title: str
    address: str
    indicators: int
    tally: Tally


def pages(desk: Desk) -> Iterator[Page]:
    yield _directory(desk)
    yield _progress(desk)


def _directory(desk: Desk) -> Page:
    searched = [line for line in desk.lines.values() if line.indicator.searched]
    entries = []
    for line in searched:
        satisfying = desk.satisfying(line.indicator)
        grounds = desk.catalogue.grounding(line.indicator)
        entries.append(
            (
                line,
                desk.deadlines(desk.coverage.of(line.indicator)),
                desk.registers_of[line.indicator.id],
                desk.by_kind(satisfying),
                desk.by_kind(grounds),
                len(grounds),
            )
        )
    span = desk.catalogue.framework.years
    return Page(
        address="directory/",
        title="网络检索目录",
        description=f"测评方法为网络检索的{len(entries)}项指标，逐项列出公开事项，"
        f"按{span[0]}年至{span[1]}年的时间顺序、分种类排列，可以打印。",
        kind="directory",
        template="directory.html",
        lastmod=desk.lastmod,
        context={
            "entries": entries,
            "framework": desk.catalogue.framework,
            "found": sum(bool(kinds) for _, _, _, kinds, _, _ in entries),
            "last": desk.last,
            "qr_symbols": qr_symbols,
            "permanent": {
                line.indicator.id: permanent(desk.catalogue.bureau, line.indicator.address)
                for line in searched
            },
            "tries": {line.indicator.id: _tries(desk, line.indicator) for line in searched},
        },
        crumbs=(HOME,),
    )


def _tries(desk: Desk, one: Indicator) -> tuple[str, ...]:
    """What to type to come to an indicator: its number, then words that lead there."""
    number = f"第{one.number}项" if one.series is Series.NATIONAL else one.number
    asks = desk.catalogue.queries.indicators.get(one.id, ())
    words = (" ".join(ask.ask[0].replace(BUREAU, " ").split()) for ask in asks)
    return tuple(dict.fromkeys((number, *words)))[:TRIES]


def _progress(desk: Desk) -> Page:
    catalogue = desk.catalogue
    statuses = desk.coverage.all()
    audiences = {
        audience: sum(plan.audience is audience for plan in catalogue.plans.values())
        for audience in Audience
    }
    missing = [s for s in statuses if s.state in (State.MISSING, State.PARTIAL, State.UNCONFIRMED)]
    searched = [line for line in desk.lines.values() if line.indicator.searched]
    return Page(
        address="progress/",
        title="公开进展",
        description=f"{len(statuses)}份材料的公开情况，按一级指标、指标来源、测评方法、"
        "责任科室、年份和公开范围统计，没有公开的如实列出。",
        kind="progress",
        template="progress.html",
        lastmod=desk.lastmod,
        context={
            "tally": desk.coverage.tally(),
            "states": list(State),
            "tables": _tables(desk),
            "years": _years(desk),
            "audiences": audiences,
            "searched": searched,
            "searched_tally": desk.tally([line.indicator for line in searched]),
            "missing": [(s, desk.lines[s.indicator.id]) for s in missing],
            "plans": catalogue.plans,
            "item_count": len(catalogue.items),
            "own_count": len(desk.own),
            "readable_count": len(desk.readable),
            "ground_count": sum(bool(item.basis_of) for item in catalogue.items),
            "unverified_count": len(catalogue.unverified),
        },
        crumbs=(HOME,),
        toc=(
            ("all", "总体情况"),
            ("chapter", "按一级指标"),
            ("series", "按指标来源"),
            ("method", "按测评方法"),
            ("department", "按责任科室"),
            ("year", "按年份"),
            ("audience", "按公开范围"),
            ("searched", "网络检索指标"),
            ("missing", "还缺的材料"),
        ),
    )


def _tables(desk: Desk) -> list[tuple[str, str, list[Total]]]:
    """Anchor, what the rows are, and the rows; a value without indicators is still a row."""
    catalogue = desk.catalogue
    lines = desk.lines.values()

    def total(title: str, where: str, found: Iterable[Indicator]) -> Total:
        indicators = list(found)
        return Total(title, where, len(indicators), desk.tally(indicators))

    chapters = [
        total(heading(one), one.address, one.indicators) for one in catalogue.framework.chapters
    ]
    series = [
        total(one.label, "", (i for i in catalogue.framework.indicators if i.series is one))
        for one in Series
    ]
    methods = [
        total(
            one.value,
            method_address(one),
            (i for i in catalogue.framework.indicators if one in i.methods),
        )
        for one in desk.methods
    ]
    departments = [
        total(one.name, one.address, (i.indicator for i in lines if one in i.departments))
        for one in catalogue.departments
    ]
    return [
        ("chapter", "一级指标", chapters),
        ("series", "指标来源", series),
        ("method", "测评方法", methods),
        ("department", "责任科室", departments),
    ]


def _years(desk: Desk) -> list[tuple[int, int, int, int]]:
    """Year, the bureau's own readable items, yearly materials done, yearly materials due."""
    own = desk.years(item for item in desk.readable if item.level is Level.BUREAU)
    yearly = [s for s in desk.coverage.all() if s.state.counted]
    return [
        (
            year,
            number,
            sum(year in s.years_done for s in yearly),
            sum(year in s.years_due for s in yearly),
        )
        for year, number in own.items()
    ]
