"""Every link of a tree, judged: does it lead to a file, to an anchor that is there?"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from disclosure.audit.address import Here, Link, Where
from disclosure.audit.observe.documents import Links, address_of, has_id
from disclosure.audit.observe.tree import Tree, is_page


class Judged(NamedTuple):
    """One link with its conclusion."""

    code: str
    evidence: str
    url: str
    file: str
    """The file it leads to; empty if none."""
    href: str
    users: array[int]


def judge(tree: Tree, links: Links) -> Iterator[Judged]:
    """Every distinct link as written. A link to an anchor of its own page that is there
    has been settled while reading and is only counted."""
    here = Here(tree.base_url)
    cache: dict[Link, tuple[str, str, str, str]] = {}
    for (link, href), users in links.items():
        known = cache.get(link)
        if known is None:
            known = cache[link] = _judge(tree, here, link)
        yield Judged(*known, href, users)


def _judge(tree: Tree, here: Here, link: Link) -> tuple[str, str, str, str]:
    """Code, evidence, URL and file of a link."""
    if link.where is Where.NOWHERE:
        return link.reason, link.note, link.address, ""
    if link.where is Where.OUTSIDE:
        return _outside(tree, here, link)
    url = here.url(link.address, link.fragment, link.query)
    file = tree.find(link.address)
    if file is None:
        return *_absent(tree, link), url, ""
    if link.fragment and is_page(file) and file in tree.numbers:
        ids = tree.documents[tree.numbers[file]].ids
        if not has_id(ids, link.fragment):
            return "dead-fragment", _nearest_anchor(ids, link.fragment), url, file
    if not link.reason:
        # What is fine is named by its one address, however it was written.
        url = here.url(address_of(file), link.fragment)
    return link.reason, link.note, url, file


def _outside(tree: Tree, here: Here, link: Link) -> tuple[str, str, str, str]:
    if link.address.startswith(here.origin + "/") and link.reason == "external":
        address = unquote(link.address[len(here.origin) + 1 :])
        if tree.find(address) is not None:
            return "base-path", f"应为 {here.path}{address}", link.address, ""
    return link.reason, link.note, link.address, ""


def _absent(tree: Tree, link: Link) -> tuple[str, str]:
    """Nothing is there: say what comes nearest."""
    near = tree.nearly(link.address)
    if near is not None:
        return "case-mismatch", f"文件名是 {near}"
    if link.note:
        return "dead-link", link.note
    address = link.address or "index.html"
    inside = address if address.endswith("/") else address + "/"
    if any(path.startswith(inside) for path in tree.files):
        return "dead-link", f"文件夹 {inside} 里没有 index.html"
    return "dead-link", f"网站里没有 {address}"


def _nearest_anchor(ids: str, fragment: str) -> str:
    wanted = unquote(fragment).casefold()
    for known in ids.split("\0"):
        if known and known.casefold() == wanted:
            return f"页面上的锚点是 {known}"
    return f"页面上没有锚点 {unquote(fragment)}"


def page_urls(tree: Tree) -> list[str]:
    """The URL of every document, by number."""
    here = Here(tree.base_url)
    return [here.url(address_of(one.path)) for one in tree.documents]
