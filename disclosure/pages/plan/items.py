"""Items: the overview, lists by kind and by year, a page an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from disclosure.model import Item
from disclosure.pages.desk import Desk, grouped
from disclosure.pages.lines import ItemLine
from disclosure.pages.page import HOME, Crumb, Page, shorten
from disclosure.pages.prose import Text
from disclosure.vocabulary import Confidence, Kind, Level, Validity

ITEMS: Crumb = ("公开事项", "items/")
ROWS = 200
"""Rows of a list page; a longer list continues on numbered pages."""

LATEST = 30
"""Own items on the overview; the lists by kind and year have them all."""

TRUST = {
    Confidence.HIGH: "已核对原文或者两处以上来源一致",
    Confidence.MEDIUM: "单一来源，待核",
    Confidence.LOW: "可能已被新的文件替代，待核",
}
_CURRENT = (Validity.VALID, Validity.AMENDED)


def pages(desk: Desk) -> Iterator[Page]:
    kinds = _by_kind(desk)
    years = _by_year(desk)
    yield _overview(desk, kinds, years)
    for kind, lines in kinds.items():
        where = kind_address(kind)
        yield from _list(desk, where, f"公开事项：{kind.value}", kind.value, lines, kind)
    for year, lines in years.items():
        named = f"{year}年" if year else "日期未载明"
        yield from _list(desk, year_address(year), f"公开事项：{named}", named, lines)
    repeated = Counter(item.title for item in desk.catalogue.items)
    for item in desk.catalogue.items:
        yield _item(desk, item, alone=repeated[item.title] == 1)


def kind_address(kind: Kind) -> str:
    return f"items/kinds/{kind.slug}/"


def year_address(year: int) -> str:
    """The list of a year; year 0 holds what bears no date."""
    return f"items/years/{year or 'undated'}/"


def _by_kind(desk: Desk) -> Mapping[Kind, tuple[ItemLine, ...]]:
    return {group.kind: group.lines for group in grouped(desk.every_line)}


def _by_year(desk: Desk) -> Mapping[int, tuple[ItemLine, ...]]:
    """By the year of the item's own date, newest first; undated last."""
    found: dict[int, list[ItemLine]] = {}
    for line in desk.every_line:
        year = line.item.date.year if line.item.date else 0
        found.setdefault(year, []).append(line)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}


def _overview(
    desk: Desk,
    kinds: Mapping[Kind, tuple[ItemLine, ...]],
    years: Mapping[int, tuple[ItemLine, ...]],
) -> Page:
    items = desk.catalogue.items
    return Page(
        address=ITEMS[1],
        title=ITEMS[0],
        description=f"本单位公开的文件和作为依据列名的上级文件，共{len(items)}件，"
        f"其中可以读到正文或者官方网址的{len(desk.readable)}件。",
        kind="items",
        template="items.html",
        lastmod=desk.publication.latest(items),
        context={
            "count": len(items),
            "readable_count": len(desk.readable),
            "own": tuple(desk.item_line(item) for item in desk.own[:LATEST]),
            "own_count": len(desk.own),
            "kinds": [
                (kind, kind_address(kind), len(kinds.get(kind, ())), _readable(kinds.get(kind, ())))
                for kind in Kind
            ],
            "years": [
                (year, year_address(year), len(lines), _readable(lines))
                for year, lines in years.items()
            ],
            "unverified_count": len(desk.catalogue.unverified),
        },
        crumbs=(HOME,),
        toc=(("own", "本单位公开的事项"), ("kinds", "按种类"), ("years", "按年份")),
    )


def _readable(lines: tuple[ItemLine, ...]) -> int:
    return sum(bool(line.places) for line in lines)


def _list(
    desk: Desk,
    where: str,
    title: str,
    named: str,
    lines: tuple[ItemLine, ...],
    subject: Kind | None = None,
) -> Iterator[Page]:
    """One list, on as many numbered pages as it needs; the first has the plain address."""
    count = max(1, -(-len(lines) // ROWS))
    changed = desk.publication.latest(line.item for line in lines)
    readable = _readable(lines)
    numbered = [(n, where if n == 1 else f"{where}{n}/") for n in range(1, count + 1)]
    for number, address in numbered:
        tail = f"（第{number}页）" if number > 1 else ""
        yield Page(
            address=address,
            title=title + tail,
            description=f"{title}{tail}，共{len(lines)}件，按时间先后排列，"
            f"其中可以读到的{readable}件。",
            kind="item-list",
            template="item_list.html",
            lastmod=changed,
            subject=subject,
            context={
                "named": named,
                "lines": lines[(number - 1) * ROWS : number * ROWS],
                "first": (number - 1) * ROWS,
                "total": len(lines),
                "number": number,
                "numbered": numbered,
            },
            crumbs=(HOME, ITEMS),
        )


def _item(desk: Desk, item: Item, alone: bool) -> Page:
    version = item.number or (item.date.chinese if item.date else item.id)
    return Page(
        address=item.address,
        title=item.title if alone else f"{item.title}（{version}）",
        description=_describe(item),
        kind="item",
        template="item.html",
        lastmod=desk.publication.changed(item),
        subject=item,
        crumbs=_crumbs(item.kind),
        later=partial(_details, desk, item),
        contents=_toc,
    )


@cache
def _crumbs(kind: Kind) -> tuple[Crumb, ...]:
    return HOME, ITEMS, (kind.value, kind_address(kind))


def _details(desk: Desk, item: Item) -> Mapping[str, Any]:
    catalogue = desk.catalogue
    chain = catalogue.chain(item)
    return {
        "item": item,
        "line": desk.item_line(item),
        "text": Text(catalogue.texts[item.id]) if item.id in catalogue.texts else None,
        "attachments": catalogue.attachments.get(item.id, ()),
        "serves": [(*catalogue.materials[key], desk.coverage[key].state) for key in item.satisfies],
        "grounds": [catalogue.indicators[key] for key in item.basis_of],
        "chain": chain if len(chain) > 1 else (),
        "successor": catalogue.items_by_id.get(item.replaced_by),
        "current": item.validity in _CURRENT,
        "trust": TRUST[item.confidence],
        "own": item.level is Level.BUREAU,
        "department": catalogue.department(item.department),
        "kind_address": kind_address(item.kind),
    }


def _toc(context: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    text: Text | None = context["text"]
    inside = text.headings if text else ()
    parts = [(one.id, one.title) for one in inside if one.level == 2]
    if context["attachments"]:
        parts.append(("attachments", "附件"))
    if context["serves"] or context["grounds"]:
        parts.append(("indicators", "对应指标"))
    parts.append(("source", "来源和核对情况"))
    if context["chain"]:
        parts.append(("versions", "历次版本"))
    return tuple(parts)


def _describe(item: Item) -> str:
    date = item.date
    facts = (item.number, item.issuer, date.chinese if date else "", item.kind)
    return shorten(f"{item.title}。{'，'.join(filter(None, facts))}，{item.validity}。")
