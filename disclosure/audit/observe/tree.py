"""A built folder -> Tree: every file, every page, every link. Nothing is judged here."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from disclosure.audit.observe.attachment import CHECKED, Fault, inspect
from disclosure.audit.observe.documents import Document, Links, Seen, address_of, merged
from disclosure.audit.observe.memory import Words, checksum, recall, remember
from disclosure.audit.observe.page import parse
from disclosure.audit.observe.worker import Job, finish, observe, start

UNSETTLED = "https://disclosure.example/"
"""Stands in where neither data nor pages say where the site is published."""

_ALONE = 400
"""Up to so many documents a second process costs more than it saves."""
_PROCESSES = 2
_VOTERS = 50
_DEPTH = 40


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
    def pages(self) -> Mapping[str, int]:
        """Address -> number, of every HTML page."""
        return {
            address_of(one.path): number
            for number, one in enumerate(self.documents)
            if is_page(one.path)
        }

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Path -> number, of every document."""
        return {one.path: number for number, one in enumerate(self.documents)}

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


def is_page(path: str) -> bool:
    return path.lower().endswith((".html", ".htm", ".xhtml"))


def read_tree(
    root: Path,
    base_url: str = "",
    words: Mapping[str, tuple[str, ...]] | None = None,
    hashes: Mapping[str, str] | None = None,
    memory: Path | None = None,
) -> Tree:
    """Read a built folder.

    `words`: squeezed texts that must appear, by address. `hashes`: SHA-256 of files, by path.
    `memory`: a file that remembers what was seen, so that only what has changed is read.
    """
    files = _walk(root)
    pages = sorted(path for path in files if is_page(path))
    sheets = sorted(path for path in files if path.lower().endswith(".css"))
    base = base_url or _guess_base(root, pages)
    seen = _remembering(root, base, [*pages, *sheets], words or {}, memory)
    sitemap, lastmods, fault = _sitemap(root, files)
    return _tree(
        root,
        base,
        files,
        seen,
        faults=_inspect(root, files, hashes or {}),
        sitemap=sitemap,
        sitemap_fault=fault,
        robots=_text(root / "robots.txt") if "robots.txt" in files else None,
        lastmods=lastmods,
    )


def _walk(root: Path) -> frozenset[str]:
    """Every file, in one pass."""
    found = []
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if prefix.count("/") > _DEPTH:
                        continue  # a link that leads back up
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.is_file():
                    found.append(prefix + entry.name)
    return frozenset(found)


def _remembering(root: Path, base: str, paths: list[str], words: Words, file: Path | None) -> Seen:
    """Read all documents, or only those that are not as they are remembered."""
    if file is None:
        return _observe(root, base, enumerate(paths), words)
    asked = [checksum(words.get(address_of(path), ())) for path in paths]
    memory = recall(file, base)
    kept = memory.unchanged(root, paths, asked) if memory else set()
    free = set(range(len(paths))) - kept
    if memory is None or max(kept, default=0) >= len(paths) or len(free) > len(kept):
        numbered = list(enumerate(paths))
        seen = _observe(root, base, numbered, words)
    else:
        known = {memory.documents[number].path for number in kept}
        numbered = list(zip(sorted(free), (p for p in paths if p not in known), strict=True))
        seen = merged(memory.seen(kept), _observe(root, base, numbered, words))
    if memory and not free and memory.fresh(root):
        return seen
    order = dict(zip(paths, asked, strict=True))
    remember(file, root, base, seen, [order[one.path] for _, one in sorted(seen.documents)])
    return seen


def _observe(root: Path, base: str, paths: Iterable[tuple[int, str]], words: Words) -> Seen:
    """Read numbered documents, shared out over the cores."""
    numbered = [(number, path, words.get(address_of(path), ())) for number, path in paths]
    count = 1 if len(numbered) <= _ALONE else min(_PROCESSES, os.cpu_count() or 1)
    jobs = [Job(str(root), base, numbered[n::count]) for n in range(count)]
    others = [start(job) for job in jobs[1:]]
    seen = observe(jobs[0])
    for process in others:
        seen = merged(seen, finish(process))
    return seen


def _guess_base(root: Path, pages: list[str]) -> str:
    """Where most pages say they are published (canonical less their own address)."""
    votes: Counter[str] = Counter()
    for path in pages[:: max(1, len(pages) // _VOTERS)] + pages[:1]:
        canonical = parse((root / path).read_bytes()).canonical
        address = address_of(path)
        if canonical.startswith(("http://", "https://")) and canonical.endswith("/" + address):
            votes[canonical[: len(canonical) - len(address)]] += 1
    return votes.most_common(1)[0][0] if votes else UNSETTLED


def _inspect(root: Path, files: Iterable[str], hashes: Mapping[str, str]) -> dict[str, Fault]:
    found = {}
    for path in files:
        if path in hashes or path.rpartition(".")[2].lower() in CHECKED:
            fault = inspect(root / path, hashes.get(path))
            if fault is not None:
                found[path] = fault
    return found


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
    files = _walk(root)
    known = {document.path for _, document in poured.documents}
    others = sorted(path for path in files if is_page(path) and path not in known)
    others += sorted(path for path in files if path.lower().endswith(".css"))
    base = base_url or _guess_base(root, others)
    seen = merged(_observe(root, base, enumerate(others, len(known)), {}), poured)
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
