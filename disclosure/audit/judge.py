"""A tree (and targets) -> every result row: all that is wrong, and all that was looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from disclosure.audit.address import Here, resolve
from disclosure.audit.finding import Finding
from disclosure.audit.links import Judged, judge
from disclosure.audit.metadata import judge_metadata
from disclosure.audit.observe.tree import Tree
from disclosure.audit.onward import judge_onward
from disclosure.audit.pages import judge_files, judge_pages
from disclosure.audit.reasons import REASONS
from disclosure.audit.target import Sort, Target, Targets
from disclosure.audit.verdict import Verdict
from disclosure.audit.whole import judge_whole


def findings(tree: Tree, targets: Targets | None = None) -> Iterator[Finding]:
    """Every row: faults as written (a row an address and href), the rest a row an address."""
    carriers, faulty = _Carriers(tree, targets), set()
    for one in carriers.faults():
        faulty.add(one.url)
        yield one
    yield from carriers.quiet(faulty)


def folder_findings(tree: Tree) -> tuple[list[Finding], int]:
    """Of a folder by itself only what is not ok, and how many addresses are."""
    carriers = _Carriers(tree, None)
    rows = list(carriers.faults())
    faulty = {one.url for one in rows}
    rows += carriers.foreign(faulty)
    return rows, len(carriers.well - carriers.external - faulty)


def link_faults(tree: Tree) -> Iterator[Finding]:
    """Only the links that are not ok, for a build that must not contain any."""
    followed, loaded = judge(tree)
    return _broken_links(tree, [*followed, *loaded])


def _broken_links(tree: Tree, links: list[Judged]) -> Iterator[Finding]:
    """Every link with a fault, with all pages that carry it."""
    urls = tree.urls
    merged: dict[tuple[str, str, str, str], set[int]] = defaultdict(set)
    for one in links:
        if one.code and REASONS[one.code].verdict is not Verdict.UNCHECKED:
            for href, carriers in one.ways.items():
                merged[one.url, href, one.code, one.evidence].update(carriers)
    for (url, href, code, evidence), users in sorted(merged.items()):
        yield Finding(code, url, href, evidence, tuple(sorted(urls[n] for n in users)))


def _broken_rows(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    """Official addresses in the data that no browser could open."""
    here = tree.here
    for one in targets.official if targets else ():
        link = resolve(here, here.path, one.address)
        if link.reason and REASONS[link.reason].verdict is not Verdict.UNCHECKED:
            yield Finding(link.reason, one.address, one.address, link.note, (one.origin,))


class _Carriers:
    """All links, and who carries each address: pages by number, data rows by name."""

    def __init__(self, tree: Tree, targets: Targets | None) -> None:
        self.tree, self.targets = tree, targets
        self.followed, self.loaded = judge(tree)
        self.links = [*self.followed, *self.loaded]
        self.external = {one.url for one in self.links if one.code == "external"}
        self.well = {one.url for one in self.links if not one.code} | self.external
        self.rows: Mapping[str, list[str]] = self._rows(targets)

    @cached_property
    def _by_url(self) -> tuple[Mapping[str, list[Judged]], ...]:
        """The links of each address: those that a reader can follow, those that a browser loads."""
        return _by_url(self.followed), _by_url(self.loaded)

    def _written(self, url: str) -> str:
        """How an address that is well is written: rather where a reader can follow it, and the
        shortest of several ways, so that it does not matter which was read first."""
        for links in self._by_url:
            well = (one.ways for one in links.get(url, ()) if one.code in ("", "external"))
            if hrefs := [href for ways in well for href in ways]:
                return min(hrefs, key=lambda href: (len(href), href))
        return ""

    def _rows(self, targets: Targets | None) -> dict[str, list[str]]:
        """The data rows behind each target, by URL."""
        found: dict[str, list[str]] = {}
        for one in targets.all if targets else ():
            rows = found.setdefault(url_of(self.tree.here, one), [])
            if one.origin:
                rows.append(one.origin)
            if one.sort is Sort.OFFICIAL:
                self.external.add(one.address)
        return found

    def faults(self) -> Iterator[Finding]:
        """All that is wrong, each with who carries the address."""
        for one in self._faults():
            if one.code and not one.href:
                one = replace(one, parents=self.of(one.url, one.parents))
            yield one

    def _faults(self) -> Iterator[Finding]:
        tree, targets = self.tree, self.targets
        yield from _broken_links(tree, self.links)
        yield from _broken_rows(tree, targets)
        yield from judge_pages(tree, targets)
        yield from judge_files(tree, targets)
        if targets is not None:
            yield from judge_metadata(tree, targets)
            yield from judge_onward(tree, targets)
        yield from judge_whole(tree, targets, self.followed)

    def of(self, url: str, also: tuple[str, ...] = ()) -> tuple[str, ...]:
        carried = (one.ways for links in self._by_url for one in links.get(url, ()))
        numbers = set().union(*(users for ways in carried for users in ways.values()))
        pages = sorted({*map(self.tree.urls.__getitem__, numbers), *also})
        return (*pages, *self.rows.get(url, ()))

    def quiet(self, faulty: set[str]) -> Iterator[Finding]:
        """One row for every address that has no fault: targets first, then what links name."""
        for url in (*self.rows, *self.well.difference(self.rows)):
            if url not in faulty:
                code = "external" if url in self.external else ""
                yield Finding(code, url, self._written(url), "", self.of(url))

    def foreign(self, faulty: set[str]) -> Iterator[Finding]:
        """The same, only of addresses elsewhere."""
        for url in self.external - faulty:
            yield Finding("external", url, self._written(url), "", self.of(url))


def _by_url(links: list[Judged]) -> Mapping[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for one in links:
        found.setdefault(one.url, []).append(one)
    return found


def url_of(here: Here, target: Target) -> str:
    """The absolute URL of a target."""
    return target.address if target.sort is Sort.OFFICIAL else here.url(target.address)
