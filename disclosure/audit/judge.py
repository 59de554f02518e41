"""A tree (and targets) -> every result row: all that is wrong, and all that was looked at."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from disclosure.audit.address import Here, resolve
from disclosure.audit.finding import Finding
from disclosure.audit.links import Judged, judge, page_urls
from disclosure.audit.metadata import judge_metadata
from disclosure.audit.observe.tree import Tree
from disclosure.audit.pages import judge_files, judge_pages
from disclosure.audit.reasons import REASONS
from disclosure.audit.targets import Sort, Target, Targets
from disclosure.audit.verdict import Verdict
from disclosure.audit.whole import judge_whole


def findings(tree: Tree, targets: Targets | None = None) -> Iterator[Finding]:
    """Every row: faults as written (a row an address and href), the rest a row an address."""
    followed = list(judge(tree, tree.links))
    links = [*followed, *judge(tree, tree.resources)]
    carriers = _Carriers(tree, targets, links)
    faulty: set[str] = set()
    for one in _faults(tree, targets, followed, links):
        if one.code and not one.href:
            one = replace(one, parents=carriers.of(one.url, one.parents))
        faulty.add(one.url)
        yield one
    yield from carriers.quiet(faulty)


def link_faults(tree: Tree) -> Iterator[Finding]:
    """Only the links that are not ok, for a build that must not contain any."""
    return _broken_links(tree, [*judge(tree, tree.links), *judge(tree, tree.resources)])


def _faults(
    tree: Tree, targets: Targets | None, followed: list[Judged], links: list[Judged]
) -> Iterator[Finding]:
    yield from _broken_links(tree, links)
    yield from _broken_rows(tree, targets)
    yield from judge_pages(tree, targets)
    yield from judge_files(tree, targets)
    if targets is not None:
        yield from judge_metadata(tree, targets)
    yield from judge_whole(tree, targets, followed)


def _broken_links(tree: Tree, links: list[Judged]) -> Iterator[Finding]:
    """Every link with a fault, with all pages that carry it."""
    urls = page_urls(tree)
    merged: dict[tuple[str, str, str, str], set[int]] = defaultdict(set)
    for one in links:
        if one.code and REASONS[one.code].verdict is not Verdict.UNCHECKED:
            merged[one.url, one.href, one.code, one.evidence].update(one.users)
    for (url, href, code, evidence), users in sorted(merged.items()):
        yield Finding(code, url, href, evidence, tuple(sorted(urls[n] for n in users)))


def _broken_rows(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    """Official addresses in the data that no browser could open."""
    here = Here(tree.base_url)
    for one in targets.official if targets else ():
        link = resolve(here, here.path, one.address)
        if link.reason and REASONS[link.reason].verdict is not Verdict.UNCHECKED:
            yield Finding(link.reason, one.address, one.address, link.note, (one.origin,))


class _Carriers:
    """Who carries each address: pages by number, data rows by name."""

    def __init__(self, tree: Tree, targets: Targets | None, links: list[Judged]) -> None:
        self.urls = page_urls(tree)
        self.here = Here(tree.base_url)
        self.users: dict[str, list[array[int]]] = defaultdict(list)
        self.hrefs: dict[str, str] = {}
        self.external: set[str] = set()
        for one in links:
            self.users[one.url].append(one.users)
            if one.code == "external":
                self.external.add(one.url)
            if not one.code or one.code == "external":
                self.hrefs.setdefault(one.url, one.href)
        self.rows: Mapping[str, list[str]] = self._rows(targets)

    def _rows(self, targets: Targets | None) -> dict[str, list[str]]:
        """The data rows behind each target, by URL."""
        found: dict[str, list[str]] = {}
        for one in targets.all if targets else ():
            rows = found.setdefault(url_of(self.here, one), [])
            if one.origin:
                rows.append(one.origin)
            if one.sort is Sort.OFFICIAL:
                self.external.add(one.address)
        return found

    def of(self, url: str, also: tuple[str, ...] = ()) -> tuple[str, ...]:
        numbers = {n for users in self.users.get(url, ()) for n in users}
        pages = sorted({self.urls[n] for n in numbers} | set(also))
        return (*pages, *self.rows.get(url, ()))

    def quiet(self, faulty: set[str]) -> Iterator[Finding]:
        """One row for every address that has no fault: targets first, then what links name."""
        for url in (*self.rows, *(url for url in self.hrefs if url not in self.rows)):
            if url not in faulty:
                code = "external" if url in self.external else ""
                yield Finding(code, url, self.hrefs.get(url, ""), "", self.of(url))


def url_of(here: Here, target: Target) -> str:
    """The absolute URL of a target."""
    return target.address if target.sort is Sort.OFFICIAL else here.url(target.address)
