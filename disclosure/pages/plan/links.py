"""链接核验: the last look at official addresses, the trend, and every open fault with its age."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from disclosure.audit.last_links import LastLinks, OpenFault
from disclosure.audit.reporting.lines import NOBODY
from disclosure.audit.reporting.picture import picture, words
from disclosure.audit.standing import URGENCY, Standing
from disclosure.pages.desk import Desk
from disclosure.pages.page import HOME, Page

_UNSAFE = {"hijacked"}


class FaultLine(NamedTuple):
    """An open fault as the page lists it."""

    fault: OpenFault
    age: int | None
    """Days since the first failure."""
    link: str
    """Its address, where a reader may follow it."""


def page(desk: Desk, links: LastLinks | None, today: dt.date) -> Page:
    return Page(
        address="audit/links/",
        title="链接核验",
        description="链接核验：各公开事项所附的官方网址最近一次能否打开，历次结果，以及还没有解决的问题。",
        kind="links",
        template="links.html",
        lastmod=desk.lastmod,
        context=_context(links, today),
        crumbs=(HOME, ("网站核验", "audit/")),
        toc=(
            ("last", "最近一次"),
            ("trend", "历次结果"),
            ("open", "待处理"),
            ("how", "怎样核验"),
        ),
    )


def _context(links: LastLinks | None, today: dt.date) -> Mapping[str, Any]:
    trend = [one for one in links.trend if one.total] if links else []
    return {
        "links": links,
        "standings": list(Standing),
        "trend": trend,
        "picture": Markup(picture(trend)) if len(trend) > 1 else "",
        "trend_words": words(trend) if trend else "",
        "groups": _groups(links, today) if links else [],
    }


def _groups(links: LastLinks, today: dt.date) -> list[tuple[str, list[FaultLine]]]:
    """By department, the most urgent and the oldest first."""
    groups: dict[str, list[FaultLine]] = {}
    order = {one: place for place, one in enumerate(URGENCY)}
    for one in sorted(
        links.faults, key=lambda x: (order[x.standing], x.since or dt.date.max, x.url)
    ):
        web = one.url.startswith(("http://", "https://")) and one.reason.code not in _UNSAFE
        entry = FaultLine(one, one.age(today), one.url if web else "")
        groups.setdefault(one.department, []).append(entry)
    return sorted(groups.items(), key=lambda pair: (pair[0] == NOBODY, pair[0]))
