"""Every link of a tree, judged: does it lead to a file, to an anchor that is there?"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from disclosure.audit.address import Here, Link, Where
from disclosure.audit.observe.documents import address_of, has_id
from disclosure.audit.observe.tree import Tree, is_page
from disclosure.audit.observe.ways import Links, Ways

Conclusion = tuple[str, str, str, int]
"""Code, evidence, URL and document of a link."""


class Judged(NamedTuple):
    """Where links lead, with the conclusion."""

    code: str
    evidence: str
    url: str
    number: int
    """Of the document it leads to; negative if none."""
    ways: Ways


def judge(tree: Tree) -> tuple[list[Judged], list[Judged]]:
    """Every distinct link: what a reader follows, and what a browser loads. A link to an anchor
    of its own page that is there has been settled while reading."""
    return _judged(tree, tree.links), _judged(tree, tree.resources)


def _judged(tree: Tree, links: Links) -> list[Judged]:
    found, pages, urls = [], tree.pages, tree.urls
    for link, ways in links.items():
        where, address, fragment, reason, note, _ = link
        number = pages.get(address, -1) if where is Where.INSIDE else -1
        if number < 0 or fragment or reason:
            found.append(Judged(*_judge(tree, link), ways))
        else:  # nearly every one; named by its one address, however it was written
            found.append(Judged("", note, urls[number], number, ways))
    return found


def _judge(tree: Tree, link: Link) -> Conclusion:
    if link.where is Where.NOWHERE:
        return link.reason, link.note, link.address, -1
    if link.where is Where.OUTSIDE:
        return *_outside(tree, tree.here, link), -1
    number = tree.pages.get(link.address, -1)
    if number < 0:
        return _not_a_page(tree, link)
    if link.fragment:
        return _to_anchor(tree, link, number)
    return link.reason, link.note, _url(tree, link), number


def _not_a_page(tree: Tree, link: Link) -> Conclusion:
    """A file, a page by another name, or nothing."""
    file = tree.find(link.address)
    if file is None:
        return *_absent(tree, link), _url(tree, link), -1
    number = tree.numbers.get(file, -1)
    if link.fragment and number >= 0 and is_page(file):
        return _to_anchor(tree, link, number)
    url = _url(tree, link) if link.reason else tree.here.url(address_of(file), link.fragment)
    return link.reason, link.note, url, number


def _to_anchor(tree: Tree, link: Link, number: int) -> Conclusion:
    ids = tree.documents[number].ids
    if not has_id(ids, link.fragment):
        return "dead-fragment", _nearest_anchor(ids, link.fragment), _url(tree, link), number
    if link.reason:
        return link.reason, link.note, _url(tree, link), number
    url = tree.here.url(address_of(tree.documents[number].path), link.fragment)
    return "", link.note, url, number


def _url(tree: Tree, link: Link) -> str:
    """As it is written."""
    return tree.here.url(link.address, link.fragment, link.query)


def _outside(tree: Tree, here: Here, link: Link) -> tuple[str, str, str]:
    if link.address.startswith(here.origin + "/") and link.reason == "external":
        address = unquote(link.address[len(here.origin) + 1 :])
        if tree.find(address) is not None:
            return "base-path", f"应为 {here.path}{address}", link.address
    return link.reason, link.note, link.address


def _absent(tree: Tree, link: Link) -> tuple[str, str]:
    """Nothing is there: say what comes nearest."""
    near = tree.nearly(link.address)
    if near is not None:
        return "case-mismatch", f"文件名是 {near}"
    if link.note:
        return "dead-link", link.note
    address = link.address or "index.html"
    inside = address if address.endswith("/") else address + "/"
    if inside in tree.folders:
        return "dead-link", f"文件夹 {inside} 里没有 index.html"
    return "dead-link", f"网站里没有 {address}"


def _nearest_anchor(ids: str, fragment: str) -> str:
    wanted = unquote(fragment).casefold()
    for known in ids.split("\0"):
        if known and known.casefold() == wanted:
            return f"页面上的锚点是 {known}"
    return f"页面上没有锚点 {unquote(fragment)}"
