"""A built folder -> Tree: every file, every page, every link. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from disclosure.audit.address import Here
from disclosure.audit.observe.attachment import Fault
from disclosure.audit.observe.documents import Document, Links, Seen, address_of, merged
from disclosure.audit.observe.folder import look, names
from disclosure.audit.observe.memory import Words
from disclosure.audit.observe.reading import (
    UNSETTLED,
    Question,
    guessed_base,
    is_page,
    listed,
    observed,
    read,
)

__all__ = ["UNSETTLED", "Tree", "is_page", "read_links", "read_tree"]


@dataclass(frozen=True)
class Tree:
    """What stands in a built folder."""

    root: Path
    base_url: str
    files: frozenset[str]
    """The path of every file, from the root."""
    documents: tuple[Document, ...]
    """Pages first, then style sheets; links name them by number."""
    links: Links
    resources: Links
    total: int
    faults: Mapping[str, Fault]
    """Files that are not what they claim to be."""
    sitemap: tuple[str, ...] | None
    """Addresses that sitemap.xml lists as absolute URLs; None when there is none."""
    sitemap_fault: str
    robots: str | None
    lastmods: Mapping[str, str] = field(default_factory=dict)
    """When each address changed, as sitemap.xml says it."""

    @cached_property
    def here(self) -> Here:
        """Where it is published."""
        return Here(self.base_url)

    @cached_property
    def urls(self) -> Sequence[str]:
        """The URL of every document, by number."""
        return [self.here.url(address_of(one.path)) for one in self.documents]

    @cached_property
    def pages(self) -> Mapping[str, int]:
        """Address -> number, of every HTML page."""
        return {
            address_of(one.path): number
            for number, one in enumerate(self.documents)
            if is_page(one.path)
        }

    @cached_property
    def page_urls(self) -> Collection[str]:
        """The URL of every HTML page."""
        return {self.urls[number] for number in self.pages.values()}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Path -> number, of every document."""
        return {one.path: number for number, one in enumerate(self.documents)}

    @cached_property
    def folders(self) -> Collection[str]:
        """Every folder with a file somewhere in it, with its closing slash."""
        found: set[str] = set()
        for path in self.files:
            folder = path[: path.rfind("/") + 1]
            while folder and folder not in found:
                found.add(folder)
                folder = folder[: folder.rfind("/", 0, -1) + 1]
        return found

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {path.casefold(): path for path in self.files}

    def find(self, address: str) -> str | None:
        """The file that a server shows at an address, exact case; None when there is none."""
        if not address or address.endswith("/"):
            address += "index.html"
        if address in self.files:
            return address
        inside = address + "/index.html"
        return inside if inside in self.files else None

    def nearly(self, address: str) -> str | None:
        """A file whose name differs only in case."""
        folded = address.casefold()
        for tried in (folded, folded.rstrip("/") + "/index.html", folded + "index.html"):
            if tried in self._folded:
                return self._folded[tried]
        return None


def read_tree(
    root: Path,
    base_url: str = "",
    words: Words | None = None,
    hashes: Mapping[str, str] | None = None,
    memory: Path | None = None,
    *,
    heads: bool = False,
) -> Tree:
    """Read a built folder.

    `words`: squeezed texts that must appear, by address. `hashes`: SHA-256 of files, by path.
    `memory`: a file that remembers what was seen, so that only what has changed is read.
    `heads`: whether what pages say to engines is wanted.
    """
    folder = look(root)
    found = read(folder, Question(base_url, words or {}, hashes or {}, heads), memory)
    files = frozenset(folder.stamps)
    sitemap, lastmods, fault = _sitemap(root, files)
    return _tree(
        root,
        found.base_url,
        files,
        found.seen,
        faults=found.faults,
        sitemap=sitemap,
        sitemap_fault=fault,
        robots=_text(root / "robots.txt") if "robots.txt" in files else None,
        lastmods=lastmods,
    )


def _sitemap(
    root: Path, files: Collection[str]
) -> tuple[tuple[str, ...] | None, Mapping[str, str], str]:
    """The addresses of sitemap.xml, their dates, and what is wrong with the file itself."""
    if "sitemap.xml" not in files:
        return None, {}, ""
    try:
        tree = ElementTree.fromstring((root / "sitemap.xml").read_bytes())
    except ElementTree.ParseError as error:
        return None, {}, f"sitemap.xml 读不通：{error}"
    addresses, dates = [], {}
    for node in tree.iter():
        name, text = node.tag.rpartition("}")[2], (node.text or "").strip()
        if name == "loc":
            addresses.append(text)
        elif name == "lastmod" and addresses:
            dates[addresses[-1]] = text
    return tuple(addresses), dates, ""


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def read_links(root: Path, base_url: str, poured: Seen) -> Tree:
    """A tree of which only the links are wanted; pages in `poured` were read before."""
    files = names(root)
    known = {document.path for _, document in poured.documents}
    others = [path for path in listed(files) if path not in known]
    base = base_url or guessed_base(root, others)
    seen = merged(observed(root, base, enumerate(others, len(known)), Question()), poured)
    return links_only(root, base, files, seen)


def links_only(root: Path, base: str, files: frozenset[str], seen: Seen) -> Tree:
    """A tree of which only the links are known."""
    return _tree(root, base, files, seen, faults={}, sitemap=None, sitemap_fault="", robots=None)


def _tree(root: Path, base: str, files: frozenset[str], seen: Seen, **more: Any) -> Tree:
    return Tree(
        root=root,
        base_url=base,
        files=files,
        documents=tuple(document for _, document in sorted(seen.documents)),
        links=seen.links,
        resources=seen.resources,
        total=seen.total,
        **more,
    )
