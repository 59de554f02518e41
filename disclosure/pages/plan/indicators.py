"""The indicator system: the tree, a page a chapter, a page an indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from disclosure.framework import Chapter, Indicator
from disclosure.pages.desk import Desk, heading, section_anchor, section_heading
from disclosure.pages.lines import IndicatorLine
from disclosure.pages.page import HOME, Crumb, Page, shorten
from disclosure.pages.permanent import permanent, qr
from disclosure.vocabulary import Level, Series, State

TREE: Crumb = ("指标体系", "indicators/")


def pages(desk: Desk) -> Iterator[Page]:
    yield _tree(desk)
    chapters = desk.catalogue.framework.chapters
    around = [None, *chapters, None]
    for before, chapter, after in zip(around, chapters, around[2:], strict=False):
        yield _chapter(desk, chapter, before, after)
    lines = tuple(desk.lines.values())
    earlier = {b.indicator.id: a for a, b in pairwise(lines)}
    later = {a.indicator.id: b for a, b in pairwise(lines)}
    for key, line in desk.lines.items():
        yield _indicator(desk, line, earlier.get(key), later.get(key))


def _tree(desk: Desk) -> Page:
    framework = desk.catalogue.framework
    states = {line.state for line in desk.lines.values()}
    return Page(
        address=TREE[1],
        title="指标体系",
        description=f"{framework.title}的全部{len(desk.lines)}项三级指标，"
        "可以按一级指标、测评方法、责任科室、指标来源和公开情况筛选。",
        kind="tree",
        template="tree.html",
        lastmod=desk.lastmod,
        context={
            "framework": framework,
            "lines": desk.lines,
            "heading_of": heading,
            "section_heading": section_heading,
            "departments": desk.catalogue.departments,
            "methods": desk.methods,
            "series": list(Series),
            "states": [one for one in State if one in states],
        },
        crumbs=(HOME,),
        toc=tuple((f"chapter-{one.id}", heading(one)) for one in framework.chapters),
    )


def _chapter(desk: Desk, chapter: Chapter, before: Chapter | None, after: Chapter | None) -> Page:
    sections = [
        (section, [desk.lines[one.id] for one in section.indicators])
        for section in chapter.sections
    ]
    return Page(
        address=chapter.address,
        title=heading(chapter),
        description=shorten(
            f"一级指标“{heading(chapter)}”的{len(chapter.sections)}项二级指标、"
            f"{len(chapter.indicators)}项三级指标及其公开情况。"
        ),
        kind="chapter",
        template="chapter.html",
        lastmod=desk.changed(chapter.indicators),
        context={
            "chapter": chapter,
            "sections": sections,
            "section_anchor": section_anchor,
            "tally": desk.tally(chapter.indicators),
            "before": before,
            "after": after,
            "heading_of": heading,
        },
        crumbs=(HOME, TREE),
        toc=tuple((section_anchor(s), section_heading(s)) for s in chapter.sections),
    )


def _indicator(
    desk: Desk, line: IndicatorLine, before: IndicatorLine | None, after: IndicatorLine | None
) -> Page:
    one = line.indicator
    title = f"{one.label}：{one.short}"
    return Page(
        address=one.address,
        title=title,
        description=shorten(f"{title}。指标原文：{one.text}"),
        kind="indicator",
        template="indicator.html",
        lastmod=desk.changed([one]),
        crumbs=(
            HOME,
            TREE,
            (heading(line.chapter), line.chapter.address),
            (
                section_heading(line.section),
                f"{line.chapter.address}#{section_anchor(line.section)}",
            ),
        ),
        toc=(
            ("materials", "要求的材料"),
            *((("registers", "公开清单"),) if desk.registers_of[one.id] else ()),
            ("years", "按年份"),
            ("items", "对应的公开事项"),
            ("basis", "依据文件"),
        ),
        later=partial(_details, desk, line, before, after),
    )


def _details(
    desk: Desk, line: IndicatorLine, before: IndicatorLine | None, after: IndicatorLine | None
) -> Mapping[str, Any]:
    one = line.indicator
    satisfying = desk.satisfying(one)
    grounds = desk.catalogue.grounding(one)
    address = permanent(desk.catalogue.bureau, one.address)
    return {
        "line": line,
        "methods": desk.methods_of(one),
        "framework": desk.catalogue.framework,
        "shared": desk.catalogue.indicators.get(one.shares),
        "sharers": _sharers(desk, one),
        "statuses": desk.coverage.of(one),
        "plans": desk.catalogue.plans,
        "readable": [item.id for item in satisfying],
        "years": desk.years(satisfying),
        "registers": desk.registers_of[one.id],
        "register_lines": desk.registers,
        "satisfying": desk.by_kind(satisfying),
        "satisfying_count": len(satisfying),
        "own_level": Level.BUREAU,
        "grounds": desk.by_kind(grounds),
        "ground_count": len(grounds),
        "before": before,
        "after": after,
        "permanent": address,
        "settled": bool(desk.catalogue.bureau.base_url),
        "qr": qr,
        "qr_title": f"{one.label}：{one.short}的二维码",
    }


def _sharers(desk: Desk, indicator: Indicator) -> tuple[Indicator, ...]:
    """The rows below whose cells are merged with this one's."""
    return tuple(one for one in desk.catalogue.framework.indicators if one.shares == indicator.id)
