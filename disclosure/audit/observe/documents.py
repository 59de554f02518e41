"""Many documents, read one after the other: links aggregated, facts kept small.

Most links of a site are the same chrome on every page. So each distinct (folder, href) is
resolved once, and what is kept for a link is one array of document numbers.
"""

from __future__ import annotations

from array import array
from collections import Counter
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote

from disclosure.audit.address import Here, Link, Where, is_fixed, resolve
from disclosure.audit.observe.heads import Head, read_head, unpacked
from disclosure.audit.observe.page import parse
from disclosure.audit.observe.scan import scan
from disclosure.audit.observe.ways import Links, Ways, merge
from disclosure.audit.references import css_references


class Document(NamedTuple):
    """One page or style sheet as seen; small, because there are many."""

    path: str
    """The file, from the tree's root."""
    size: int = 0
    title: str = ""
    canonical: str = ""
    ids: str = "\0"
    """Every anchor between NUL characters: compact, and membership is a substring test."""
    repeated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    flags: int = 0
    links: int = 0
    """How many links it carries, repeated ones and ones within it included."""
    digest: bytes = b""
    """Fingerprint of its bytes."""
    packed: bytes = b""
    """Its head; empty where nobody asked for it, as it takes more room than all the rest."""

    def head(self) -> Head:
        """What engines read of it, unpacked anew each time."""
        return unpacked(self.packed)


FINGERPRINT = 16
"""Bytes of one."""
EMPTY, TRUNCATED, NOINDEX, REDIRECTS = 1, 2, 4, 8


class Seen(NamedTuple):
    """What one process saw."""

    documents: list[tuple[int, Document]]
    links: Links
    """What a reader can follow: a, area, form."""
    resources: Links
    """What a browser loads or an engine reads: link, src, srcset, CSS."""
    total: int
    """How many links were looked at, repeated ones and ones within a page included."""


def address_of(path: str) -> str:
    """The address of a file: a folder's index.html is the folder."""
    if path == "index.html" or path.endswith("/index.html"):
        return path[:-10]
    return path


def has_id(ids: str, fragment: str) -> bool:
    """Whether a page has the anchor, written plainly or percent-encoded."""
    if f"\0{fragment}\0" in ids:
        return True
    return "%" in fragment and f"\0{unquote(fragment)}\0" in ids


def fingerprint(data: bytes) -> bytes:
    """Of a document's bytes: the same only if it is the same."""
    return blake2b(data, digest_size=FINGERPRINT).digest()


def merged(one: Seen, other: Seen) -> Seen:
    """What two processes saw, together; `one` is used up."""
    for mine, theirs in ((one.links, other.links), (one.resources, other.resources)):
        merge(mine, theirs)
    one.documents.extend(other.documents)
    return one._replace(total=one.total + other.total)


class Reader:
    """Takes documents one by one and remembers what they link to."""

    def __init__(self, base_url: str) -> None:
        self.here = Here(base_url)
        self.documents: list[tuple[int, Document]] = []
        self.total = 0
        self.numbers: dict[Link, int] = {}
        self.anywhere: dict[str, int] = {}
        """Link number of hrefs that mean the same on every page."""
        self.below: dict[str, int] = {}
        """Link number of (ancestor folder + rest of a `../…` href)."""
        self.alike: dict[tuple[bool, int], dict[str, array[int]]] = {}
        """Users of hrefs that climb to the root: the same link on every page of a depth."""
        self.users: dict[int, Ways] = {}
        self.loaders: dict[int, Ways] = {}
        self.interned: dict[str, str] = {}

    def seen(self) -> Seen:
        """What was seen so far."""
        links = list(self.numbers)
        return Seen(
            self.documents,
            {links[number]: ways for number, ways in self.users.items()},
            {links[number]: ways for number, ways in self.loaders.items()},
            self.total,
        )

    def style_sheet(self, number: int, path: str, data: bytes) -> None:
        hrefs = css_references(data.decode("utf-8", "replace"))
        self.take(number, self.here.location(path), hrefs, "\0", self.loaders)
        document = Document(path, len(data), links=len(hrefs), digest=fingerprint(data))
        self.documents.append((number, document))

    def part(self, number: int, path: str, html: str) -> None:
        """Scan the part of a page that its siblings do not have: only links and anchors."""
        seen = scan(html)
        ids = self._anchors(seen.ids, [])
        location = self.here.location(address_of(path))
        for hrefs, users in ((seen.links, self.users), (seen.resources, self.loaders)):
            self.take(number, location, hrefs, ids, users)
        self.documents.append((number, Document(path, len(html), ids=ids)))

    def _anchors(self, ids: list[str], names: list[str]) -> str:
        anchors = "\0".join(("", *ids, *names, ""))
        return self.interned.setdefault(anchors, anchors)

    def page(
        self, number: int, path: str, data: bytes, words: tuple[str, ...], heads: bool
    ) -> None:
        """Read one whole page; its head only if `heads` are wanted."""
        seen = parse(data, words)
        ids = self._anchors(seen.ids, seen.names)
        location, own, before = self.here.location(address_of(path)), ids, self.total
        if seen.base is not None:
            location, own = self.base(location, seen.base), "\0"
        for hrefs, users in ((seen.links, self.users), (seen.resources, self.loaders)):
            if location:
                self.take(number, location, hrefs, own, users)
            else:
                # <base> leads to another host: only complete addresses can be judged here.
                self.take(number, self.here.path, list(filter(is_fixed, hrefs)), own, users)
        repeated: tuple[str, ...] = ()
        if len(set(seen.ids)) != len(seen.ids):
            repeated = tuple(one for one, count in Counter(seen.ids).items() if count > 1)
        document = Document(
            path=path,
            size=len(data),
            title=seen.title,
            canonical=seen.canonical,
            ids=ids,
            repeated=repeated,
            missing=seen.missing,
            flags=EMPTY * seen.empty
            | TRUNCATED * (not data.rstrip().lower().endswith(b"</html>"))
            | NOINDEX * seen.noindex
            | REDIRECTS * seen.redirects,
            links=self.total - before,
            digest=fingerprint(data),
            packed=read_head(seen.metas, seen.statements).packed() if heads else b"",
        )
        self.documents.append((number, document))

    def take(
        self,
        number: int,
        location: str,
        hrefs: list[str],
        ids: str,
        users: dict[int, Ways],
    ) -> None:
        """Note every link of a document; those to an anchor on itself are settled at once."""
        folders = _folders(location, self.here.path)
        anywhere, below = self.anywhere, self.below
        alike = self.alike.setdefault((users is self.users, len(folders)), {})
        self.total += len(hrefs)
        for href in hrefs:
            pages = alike.get(href)
            if pages is not None:
                if pages[-1] != number:
                    pages.append(number)
                continue
            link, up = anywhere.get(href), 0
            if link is None:
                if href[:3] == "../":
                    up, at = 1, 3
                    while href[at : at + 3] == "../" and up < len(folders) - 1:
                        up, at = up + 1, at + 3
                    if up < len(folders):
                        key = folders[-1 - up] + href[at:]
                        link = below.get(key)
                        if link is None:
                            found = resolve(self.here, folders[-1 - up], "./" + href[at:])
                            link = below[key] = self.number(found)
                elif href[:1] == "#" and (href in ("#", "#top") or has_id(ids, href[1:])):
                    continue
                if link is None:
                    link = self.resolved(location, href)
            ways = users.get(link)
            if ways is None:
                ways = users[link] = {}
            pages = ways.get(href)
            if pages is None:
                pages = ways[href] = array("I", (number,))
            elif pages[-1] != number:
                pages.append(number)
            if up == len(folders) - 1 and up:
                alike[href] = pages

    def resolved(self, location: str, href: str) -> int:
        """The slow way; remembered where the answer does not depend on the page."""
        found = self.number(resolve(self.here, location, href))
        if is_fixed(href):
            self.anywhere[href] = found
        return found

    def number(self, link: Link) -> int:
        return self.numbers.setdefault(link, len(self.numbers))

    def base(self, location: str, href: str) -> str:
        """Where the links of a page with <base> start from; empty when not on this site."""
        start = resolve(self.here, location, href)
        return self.here.location(start.address) if start.where is Where.INSIDE else ""


def _folders(location: str, root: str) -> list[str]:
    """The folder of a location and the folders above it, from the site's root down."""
    found = [root]
    for piece in location[len(root) :].split("/")[:-1]:
        found.append(found[-1] + piece + "/")
    return found
