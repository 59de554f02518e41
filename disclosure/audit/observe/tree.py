"""A built folder -> Tree: every file, every page, every link. Nothing is judged here."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from disclosure.audit.address import Here
from disclosure.audit.observe.attachment import Fault
from disclosure.audit.observe.documents import Document, Seen, address_of, merged
from disclosure.audit.observe.folder import Folder, look, names
from disclosure.audit.observe.memory import Memory
from disclosure.audit.observe.memory_file import recall, remember
from disclosure.audit.observe.reading import (
    UNSETTLED,
    Question,
    Reading,
    guessed_base,
    is_page,
    listed,
    memory_of,
    observed,
    read,
)
from disclosure.audit.observe.sitemap import NAME as SITEMAP
from disclosure.audit.observe.sitemap import Sitemap, read_sitemap
from disclosure.audit.observe.ways import Links
from disclosure.beside import Beside

__all__ = ["UNSETTLED", "Question", "Tree", "is_page", "read_links", "read_tree"]

LINKS = Question()
"""Nothing is asked but where links lead."""
ROBOTS = "robots.txt"


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
        return self.here.urls(self._addresses)

    @cached_property
    def pages(self) -> Mapping[str, int]:
        """Address -> number, of every HTML page."""
        named = zip(self.documents, self._addresses, strict=True)
        return {address: number for number, (one, address) in enumerate(named) if is_page(one.path)}

    @cached_property
    def _addresses(self) -> list[str]:
        return [address_of(one.path) for one in self.documents]

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


def read_tree(root: Path, asked: Question = LINKS) -> Tree:
    """Read a built folder, all of it."""
    folder = look(root)
    return _whole(folder, read(folder, asked, Memory()), read_sitemap(root))


@contextlib.contextmanager
def remembered_tree(root: Path, asked: Question, file: Path) -> Iterator[Tree]:
    """The same, only that what has not changed since is taken from `file`; what there is now is
    written there while the caller works with it.

    this process                          beside it
    ────────────                          ─────────
    recall; sitemap                       look at every file's stamp
    read what has changed; caller's work  remember
    """
    with Beside(lambda: _looked(root)) as eyes:
        before = recall(file) or Memory()
        sitemap = read_sitemap(root)
        folder = eyes.result() or look(root)  # which says what is wrong
    found = read(folder, asked, before)
    with Beside(lambda: _remember(file, folder, asked, before, found)) as writing:
        try:
            yield _whole(folder, found, sitemap)
        finally:
            if fault := writing.result():
                raise OSError(fault)


def _looked(root: Path) -> Folder | None:
    try:
        return look(root)
    except OSError:
        return None


def _remember(file: Path, folder: Folder, asked: Question, before: Memory, found: Reading) -> str:
    """Where there is anything new to remember; what went wrong."""
    now = memory_of(folder, asked, before, found)
    try:
        if len(found.kept) < len(now.documents) or not now.as_fresh_as(before):
            remember(file, now)
    except OSError as error:
        return str(error)
    return ""


def read_links(root: Path, base_url: str, poured: Seen) -> Tree:
    """A tree of which only the links are wanted; pages in `poured` were read before."""
    files = names(root)
    known = {document.path for _, document in poured.documents}
    others = [path for path in listed(files) if path not in known]
    base = base_url or guessed_base(root, others)
    seen = merged(observed(root, base, enumerate(others, len(known)), LINKS), poured)
    return links_only(root, base, files, seen)


def _whole(folder: Folder, found: Reading, sitemap: Sitemap) -> Tree:
    files = frozenset(folder.stamps)
    if SITEMAP not in files:
        sitemap = Sitemap()
    return _tree(
        folder.root,
        found.base_url,
        files,
        found.seen,
        faults={path: fault for path, (_, _, fault) in found.inspected.items() if fault},
        sitemap=sitemap.addresses,
        sitemap_fault=sitemap.fault,
        robots=_text(folder.root / ROBOTS) if ROBOTS in files else None,
        lastmods=sitemap.lastmods,
    )


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


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
