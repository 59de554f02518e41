"""The pages that explain: guide, requirements, problem codes, search, site map."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.verdict import Verdict
from disclosure.clocks import Clocks
from disclosure.pages.desk import Desk, heading
from disclosure.pages.page import HOME, Page
from disclosure.pages.plan.groups import address as method_address
from disclosure.pages.plan.items import kind_address, year_address
from disclosure.pages.search import shard_addresses
from disclosure.problem import CODES
from disclosure.registers import REGISTERS, Stage
from disclosure.vocabulary import Kind, State


def pages(desk: Desk) -> Iterator[Page]:
    yield _guide(desk)
    yield _requirements(desk)
    yield _problems(desk)
    yield _search(desk)
    yield _sitemap(desk)
    yield _audit(desk)


def _audit(desk: Desk) -> Page:
    searched = [line for line in desk.lines.values() if line.indicator.searched]
    done = (State.PUBLISHED, State.BY_HIGHER)
    return Page(
        address="audit/",
        title="网站核验",
        description="网站核验：每个应有的页面、附件、链接是否可达，应公开的材料是否齐备。",
        kind="audit",
        template="audit.html",
        lastmod=desk.lastmod,
        context={
            "last": desk.last,
            "verdicts": (Verdict.OK, Verdict.BROKEN, Verdict.SUSPECT, Verdict.UNCHECKED),
            "tally": desk.coverage.tally(),
            "searched_count": len(searched),
            "searched_done": sum(line.state in done for line in searched),
        },
        crumbs=(HOME,),
        toc=(
            ("reachable", "可达"),
            ("complete", "齐备"),
            ("faults", "待处理"),
            ("how", "怎样核验"),
        ),
    )


def _guide(desk: Desk) -> Page:
    bureau = desk.catalogue.bureau
    return Page(
        address="guide/",
        title="公开指南",
        description=f"{bureau.name}政府信息公开指南：信息的分类、编排体系、获取方式，"
        "公开工作机构的名称、地址、时间和联系方式。",
        kind="guide",
        template="guide.html",
        lastmod=desk.lastmod,
        context={
            "framework": desk.catalogue.framework,
            "indicator_count": len(desk.lines),
            "searched_count": sum(one.indicator.searched for one in desk.lines.values()),
        },
        crumbs=(HOME,),
        toc=(
            ("classes", "信息的分类"),
            ("order", "编排体系"),
            ("access", "获取方式"),
            ("office", "公开工作机构"),
            ("remedy", "监督和救济"),
        ),
    )


def _requirements(desk: Desk) -> Page:
    requirements = desk.catalogue.requirements
    return Page(
        address="requirements/",
        title="材料要求和工作专班",
        description=f"{requirements.source}规定的材料报送要求，以及四个工作专班的职责，照录原文。",
        kind="requirements",
        template="requirements.html",
        lastmod=desk.lastmod,
        context={"requirements": requirements},
        crumbs=(HOME,),
        toc=(
            *((one.id, f"{one.number}、{one.title}") for one in requirements.sections),
            ("groups", "工作专班"),
        ),
    )


def _problems(desk: Desk) -> Page:
    return Page(
        address="problems/",
        title="数据问题代码",
        description=f"检查数据时可能报告的{len(CODES)}种问题：含义、严重程度、改正办法和依据。",
        kind="problems",
        template="problems.html",
        lastmod=desk.lastmod,
        context={"codes": list(CODES.values()), "limits": _limits(desk)},
        crumbs=(HOME,),
    )


def _limits(desk: Desk) -> dict[str, list[str]]:
    """The limits that a code's rule goes by, each with its period in force."""
    clocks = Clocks(desk.catalogue.clocks)
    return {
        code.code: [words for clock_id in code.clocks for words in clocks.in_words(clock_id)]
        for code in CODES.values()
    }


def _search(desk: Desk) -> Page:
    return Page(
        address="search/",
        title="检索",
        description="按名称、文号、索引号和指标编号查找指标和公开事项，检索结果的网址可以引用。",
        kind="search",
        template="search.html",
        lastmod=desk.lastmod,
        context={**_doors(desk), "shards": shard_addresses(desk.catalogue)},
        crumbs=(HOME,),
    )


def _sitemap(desk: Desk) -> Page:
    return Page(
        address="sitemap/",
        title="网站地图",
        description="本站全部栏目：指标体系、公开事项、检索目录、公开进展、公开指南和各类清单的入口。",
        kind="sitemap",
        template="sitemap.html",
        lastmod=desk.lastmod,
        context=_doors(desk),
        crumbs=(HOME,),
        toc=(
            ("columns", "栏目"),
            ("registers", "公开清单"),
            ("enforcement", "行政执法公示"),
            ("chapters", "一级指标"),
            ("departments", "责任科室"),
            ("methods", "测评方法"),
            ("kinds", "公开事项种类"),
            ("years", "公开事项年份"),
        ),
    )


def _doors(desk: Desk) -> dict[str, object]:
    catalogue = desk.catalogue
    kinds = {item.kind for item in catalogue.items}
    years = {item.date.year if item.date else 0 for item in catalogue.items}
    return {
        "chapters": [(heading(one), one.address) for one in catalogue.framework.chapters],
        "registers": [(one.title, one.address) for one in REGISTERS],
        "stages": [(f"{one.value}公开", one.address) for one in Stage],
        "departments": [(one.name, one.address) for one in catalogue.departments],
        "methods": [(one.value, method_address(one)) for one in desk.methods],
        "kinds": [(one.value, kind_address(one)) for one in Kind if one in kinds],
        "years": [
            (f"{year}年" if year else "日期未载明", year_address(year))
            for year in sorted(years, reverse=True)
        ],
    }
