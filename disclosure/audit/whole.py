"""The site as a whole, judged: can every page be reached, do sitemap and robots.txt agree?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from disclosure.audit.finding import Finding
from disclosure.audit.links import Judged
from disclosure.audit.observe.tree import Tree
from disclosure.audit.pages import NOT_FOUND
from disclosure.audit.robots import denied
from disclosure.audit.target import Identity, Targets

CLICKS = 3
"""How many clicks from home a page may be."""


def judge_whole(
    tree: Tree, targets: Targets | None, followed: Sequence[Judged]
) -> Iterator[Finding]:
    """Findings about reach, sitemap.xml and robots.txt. `followed`: the links of pages."""
    yield from _unlinked(tree, targets, followed)
    if targets is not None:
        yield from _far(tree, targets, followed)
    yield from _sitemap(tree, targets)
    yield from _robots(tree, targets)


def _unlinked(tree: Tree, targets: Targets | None, followed: Sequence[Judged]) -> Iterator[Finding]:
    """Pages that no other page links to, and pages that nobody asked for."""
    here = tree.here
    linked = _linked(followed)
    if targets is None and "" not in tree.pages:
        return
    for address, number in tree.pages.items():
        if address in ("", NOT_FOUND):
            continue
        if targets is not None and address not in targets.pages:
            yield Finding("stray", here.url(address), "", "这个页面不在应有的清单上")
        elif number not in linked and not (targets and targets.pages[address].departed):
            code = "stray" if targets is None else "orphan"
            yield Finding(code, here.url(address), "", "没有别的页面链接到这里")


def _linked(followed: Sequence[Judged]) -> set[int]:
    """The numbers of pages to which another page links."""
    found = set()
    for _, _, _, number, ways in followed:
        for users in ways.values():
            if len(users) > 1 or users[0] != number:
                found.add(number)
                break
    return found


def _far(tree: Tree, targets: Targets, followed: Sequence[Judged]) -> Iterator[Finding]:
    """Pages more than three clicks from home; a list's numbered pages are one place."""
    home = tree.pages.get("")
    if home is None:
        return
    place = list(range(len(tree.documents)))
    for address, number in tree.pages.items():
        target = targets.pages.get(address)
        if target is not None and target.first in tree.pages and target.first:
            place[number] = tree.pages[target.first]
    ways = [
        (place[one.number], {place[user] for users in one.ways.values() for user in users})
        for one in followed
        if one.number >= 0
    ]
    clicks = _clicks(home, ways)
    here = tree.here
    linked = {one.number for one in followed}
    for address in targets.pages:
        page = tree.pages.get(address)
        if page is None or page not in linked:
            continue
        distance = clicks.get(place[page])
        if distance is None:
            yield Finding("too-far", here.url(address), "", "从首页一步步点不到这里")
        elif distance > CLICKS:
            yield Finding("too-far", here.url(address), "", f"从首页要点 {distance} 次")


def _clicks(home: int, ways: list[tuple[int, set[int]]]) -> dict[int, int]:
    """How many clicks from home each place is, level by level."""
    found = {home: 0}
    level, edge = 0, {home}
    while edge:
        level += 1
        ways = [(number, users) for number, users in ways if number not in found]
        edge = {number for number, users in ways if not users.isdisjoint(edge)}
        found |= dict.fromkeys(edge, level)
    return found


def _sitemap(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    here = tree.here
    if tree.sitemap_fault:
        yield Finding("sitemap-missing", here.url("sitemap.xml"), "", tree.sitemap_fault)
    if tree.sitemap is None:
        return
    listed = set(tree.sitemap)
    if targets is None:
        expected = listed.intersection(tree.urls)
        if expected != listed:
            expected |= listed.intersection(map(here.url, tree.files))
    else:
        expected = {here.url(one.address) for one in targets.pages.values() if not one.departed}
    carrier = (here.url("sitemap.xml"),)
    for url in sorted(expected - listed):
        yield Finding("sitemap-missing", url, "", "sitemap.xml 没有列出这个页面", carrier)
    for url in sorted(listed - expected):
        evidence = "sitemap.xml 列出的网址不在应有的清单上"
        yield Finding("sitemap-extra", url, url, evidence, carrier)
    if targets is not None and targets.identity is not None:
        yield from _dates(tree, targets, targets.identity)


def _dates(tree: Tree, targets: Targets, identity: Identity) -> Iterator[Finding]:
    """A page changes when its data do: never later, and of a content page it is known when."""
    here = tree.here
    listed = set(tree.sitemap or ())
    for address, target in targets.pages.items():
        url = here.url(address)
        if url not in listed:
            continue
        written = tree.lastmods.get(url, "")
        day = _day(written)
        if day is None:
            fault = f"修改日期写成“{written}”" if written else "没有修改日期"
        elif day > identity.revised:
            fault = f"修改日期 {day} 晚于数据修订日期 {identity.revised}"
        elif target.content and day != target.content.changed:
            fault = f"修改日期 {day}，按数据应为 {target.content.changed}"
        else:
            continue
        yield Finding("sitemap-date", url, "", fault)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == len("YYYY-MM-DD") else None
    except ValueError:
        return None


def _robots(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    """Denials of pages that must be found; without targets only a denial of the home page."""
    if tree.robots is None:
        return
    here = tree.here
    addresses = list(targets.pages) if targets is not None else [""]
    paths = [here.location(address) for address in addresses]
    if targets is not None:
        paths += [here.location(address) for address in targets.files if address != NOT_FOUND]
    for agent, refused in sorted(denied(tree.robots, paths).items()):
        evidence = f"对 {agent} 禁止了 {len(refused)} 个应公开的网址，如 {refused[0]}"
        yield Finding("robots-denial", here.url("robots.txt"), "", evidence)
