"""The same indicators by department and by method of assessment."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.coverage import Tally
from disclosure.framework import Indicator
from disclosure.model import Department
from disclosure.pages.desk import Desk
from disclosure.pages.page import HOME, Crumb, Page, shorten
from disclosure.vocabulary import Method, State

DEPARTMENTS: Crumb = ("责任科室", "departments/")
METHODS: Crumb = ("测评方法", "methods/")


def pages(desk: Desk) -> Iterator[Page]:
    lines = tuple(desk.lines.values())
    by_department: dict[Department, list[Indicator]] = {
        one: [line.indicator for line in lines if one in line.departments]
        for one in desk.catalogue.departments
    }
    by_method = {
        method: [line.indicator for line in lines if method in line.indicator.methods]
        for method in desk.methods
    }
    yield _overview(
        desk,
        DEPARTMENTS,
        "department",
        [
            (one.name, one.address, "、".join(one.aliases), len(found), desk.tally(found))
            for one, found in by_department.items()
        ],
    )
    for department, found in by_department.items():
        yield _department(desk, department, found)
    yield _overview(
        desk,
        METHODS,
        "method",
        [
            (method.value, address(method), "", len(found), desk.tally(found))
            for method, found in by_method.items()
        ],
    )
    for method, found in by_method.items():
        yield _method(desk, method, found)


def address(method: Method) -> str:
    return f"methods/{method.slug}/"


def _overview(
    desk: Desk, crumb: Crumb, kind: str, rows: list[tuple[str, str, str, int, Tally]]
) -> Page:
    title, where = crumb
    return Page(
        address=where,
        title=title,
        description=f"按{title}查看指标和材料的公开情况，{title}共{len(rows)}个。",
        kind=f"{kind}s",
        template="groups.html",
        lastmod=desk.lastmod,
        context={"rows": rows, "kind": kind},
        crumbs=(HOME,),
    )


def _department(desk: Desk, one: Department, found: list[Indicator]) -> Page:
    statuses = desk.statuses(found)
    missing = [s for s in statuses if s.state in (State.MISSING, State.PARTIAL, State.UNCONFIRMED)]
    return Page(
        address=one.address,
        title=f"{one.name}负责的指标",
        description=shorten(
            f"{one.name}负责的{len(found)}项三级指标、{len(statuses)}份材料的公开情况。"
        ),
        kind="department",
        template="department.html",
        lastmod=desk.changed(found),
        context={
            "department": one,
            "lines": [desk.lines[i.id] for i in found],
            "tally": desk.coverage.tally(statuses),
            "missing": missing,
            "plans": desk.catalogue.plans,
        },
        crumbs=(HOME, DEPARTMENTS),
        toc=(("indicators", "负责的指标"), ("missing", "还缺的材料")),
    )


def _method(desk: Desk, method: Method, found: list[Indicator]) -> Page:
    return Page(
        address=address(method),
        title=f"测评方法：{method.value}",
        description=f"测评方法包含“{method.value}”的{len(found)}项三级指标及其公开情况。",
        kind="method",
        template="method.html",
        lastmod=desk.changed(found),
        context={
            "method": method,
            "lines": [desk.lines[i.id] for i in found],
            "merged": [
                line.indicator
                for line in desk.lines.values()
                if not line.indicator.methods and method in desk.methods_of(line.indicator)
            ],
            "tally": desk.tally(found),
        },
        crumbs=(HOME, METHODS),
    )
