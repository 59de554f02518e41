"""The home page: search first, then how far the bureau is, then where to go."""

from __future__ import annotations

from disclosure.pages.desk import Desk, heading
from disclosure.pages.page import Page
from disclosure.pages.plan.items import kind_address
from disclosure.vocabulary import Kind

_LATEST = 6
_KINDS = {
    Kind.WORK_PLAN: "本单位的工作安排",
    Kind.REGISTER: "本单位必须公开的清单",
    Kind.ANNUAL_REPORT: "每年的报告",
    Kind.LAW: "与指标有关的法律",
}
"""Kinds that have a door of their own on the home page, where there is any."""


def page(desk: Desk) -> Page:
    catalogue = desk.catalogue
    indicators = catalogue.framework.indicators
    chapters = tuple(
        (chapter, len(chapter.indicators), desk.tally(chapter.indicators))
        for chapter in catalogue.framework.chapters
    )
    return Page(
        address="",
        title=catalogue.bureau.column,
        description=f"{catalogue.bureau.name}公开法治政府建设指标、材料、文件和依据，可以按名称、文号和指标编号查找。",
        kind="home",
        template="home.html",
        lastmod=desk.lastmod,
        context={
            "framework": catalogue.framework,
            "chapters": chapters,
            "heading_of": heading,
            "tally": desk.tally(indicators),
            "indicator_count": len(indicators),
            "searched_count": sum(one.searched for one in indicators),
            "own": desk.own[:_LATEST],
            "own_count": len(desk.own),
            "item_count": len(catalogue.items),
            "readable_count": len(desk.readable),
            "tries": _tries(desk),
            "register_count": len(desk.registers),
            "entry_count": sum(line.count for line in desk.registers.values()),
            "kinds": [
                (kind.value, told, kind_address(kind))
                for kind, told in _KINDS.items()
                if any(item.kind is kind for item in catalogue.items)
            ],
        },
        toc=(
            ("chapters", "指标公开进展"),
            ("latest", "最近公开"),
            ("states", "材料公开情况"),
            ("doors", "按用途进入"),
        ),
    )


def _tries(desk: Desk) -> list[str]:
    """A few queries that are sure to find something: a number of each sort, then words."""
    searched = [one for one in desk.catalogue.framework.indicators if one.searched]
    numbers = [f"第{one.number}项" for one in searched[:1] if one.number.isdigit()]
    numbers += [item.number for item in desk.own if item.number][:1]
    return [*numbers, *(one.short for one in searched[1:3])]
