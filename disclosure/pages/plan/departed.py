"""Pages that answer for an address whose contents are elsewhere, or gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.atlas import public
from disclosure.dates import PartialDate
from disclosure.departures import Redirect, Tombstone, page_of
from disclosure.pages.desk import Desk
from disclosure.pages.page import DEPARTED, HOME, Page, shorten


def pages(desk: Desk) -> Iterator[Page]:
    departures = desk.catalogue.departures
    yield from (_moved(desk, one) for one in departures.redirects)
    named = dict(public(desk.catalogue)) if any(one.to for one in departures.tombstones) else {}
    yield from (_gone(desk, one, named) for one in departures.tombstones)


def _moved(desk: Desk, one: Redirect) -> Page:
    title = desk.catalogue.departed_title(one)
    return Page(
        address=page_of(one.address),
        title=f"{title}（已迁移）",
        description=shorten(f"原网址 {one.address} 已迁移：{title}"),
        kind=DEPARTED,
        template="moved.html",
        lastmod=one.day,
        context={"title": title, "departed": one, "day": _day(one), "to": one.to[1:]},
        crumbs=(HOME,),
        leads_to=one.to[1:],
    )


def _gone(desk: Desk, one: Tombstone, named: Mapping[str, str]) -> Page:
    to = None if one.to is None else one.to[1:]
    title = desk.catalogue.departed_title(one)
    return Page(
        address=page_of(one.address),
        title=f"{title}（已{one.how}）",
        description=shorten(f"原网址 {one.address} 的内容已{one.how}：{title}"),
        kind=DEPARTED,
        template="gone.html",
        lastmod=one.day,
        context={
            "title": title,
            "departed": one,
            "day": _day(one),
            "to": to,
            "instead": None if to is None else named[to],
        },
        crumbs=(HOME,),
    )


def _day(one: Redirect | Tombstone) -> PartialDate:
    return PartialDate.parse(one.day.isoformat())
