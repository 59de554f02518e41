"""A folder's documents, read on all cores; what is remembered is not read again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from disclosure.audit.observe.attachment import CHANGED, CHECKED, Fault, inspect
from disclosure.audit.observe.documents import Document, Seen, address_of, merged
from disclosure.audit.observe.folder import Folder
from disclosure.audit.observe.memory import Inspected, Memory, Words, checksum
from disclosure.audit.observe.page import parse
from disclosure.audit.observe.worker import Job, finish, observe, start

UNSETTLED = "https://disclosure.example/"
"""Stands in where neither data nor pages say where the site is published."""

_ALONE = 400
"""Up to so many documents a second process costs more than it saves."""
_PROCESSES = 2
_VOTERS = 50


class Reading(NamedTuple):
    """What was read of a folder."""

    base_url: str
    seen: Seen
    kept: frozenset[int]
    """Numbers of the documents that were known."""
    inspected: Inspected


@dataclass(frozen=True)
class Question:
    """What is asked of a folder besides what there is."""

    base_url: str = ""
    """Where it is published; empty where its pages must say so."""
    words: Words = field(default_factory=dict)
    """Squeezed texts that must appear, by address."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of files, by path."""
    heads: bool = False
    """Whether what pages say to engines is wanted."""


def is_page(path: str) -> bool:
    return path[-5:] == ".html" or path.lower().endswith((".html", ".htm", ".xhtml"))


def listed(files: Iterable[str]) -> list[str]:
    """The documents among the files: pages first, then style sheets."""
    pages = sorted(path for path in files if is_page(path))
    return pages + sorted(path for path in files if path.lower().endswith(".css"))


def read(folder: Folder, asked: Question, memory: Memory) -> Reading:
    """Everything there, or what is not as the memory has it, whose links are used up."""
    paths = listed(folder.stamps)
    unchanged = memory.unchanged(folder, asked.words, asked.heads)
    known = [memory.documents[number] for number in unchanged]
    base = asked.base_url or guessed_base(folder.root, paths, known)
    # A number beyond the last cannot stay, so that document is read again under a free one.
    kept = [number for number in unchanged if number < len(paths)]
    if memory.base_url != base or 2 * len(kept) < len(paths):
        kept = []
    free = sorted(set(range(len(paths))).difference(kept))
    read_before = {memory.documents[number].path for number in kept}
    unread = [path for path in paths if path not in read_before]
    seen = observed(folder.root, base, zip(free, unread, strict=True), asked)
    seen = merged(memory.seen(kept), seen)
    inspected = _inspected(folder, asked.hashes, memory.inspected)
    return Reading(base, seen, frozenset(kept), inspected)


def memory_of(folder: Folder, asked: Question, before: Memory, found: Reading) -> Memory:
    """What is to be remembered of a reading."""
    words, kept = asked.words, found.kept
    documents = [document for _, document in sorted(found.seen.documents)]
    return Memory(
        found.base_url,
        documents,
        [folder.settled(one.path) for one in documents],
        [
            before.asked[number]
            if number in kept
            else checksum(words.get(address_of(one.path), ()))
            for number, one in enumerate(documents)
        ],
        found.seen.links,
        found.seen.resources,
        found.inspected,
    )


def observed(root: Path, base: str, paths: Iterable[tuple[int, str]], asked: Question) -> Seen:
    """Read numbered documents, shared out over the cores."""
    words = asked.words
    numbered = [(number, path, words.get(address_of(path), ())) for number, path in paths]
    count = 1 if len(numbered) <= _ALONE else min(_PROCESSES, os.cpu_count() or 1)
    jobs = [Job(str(root), base, numbered[n::count], asked.heads) for n in range(count)]
    others = [start(job) for job in jobs[1:]]
    seen = observe(jobs[0])
    for process in others:
        seen = merged(seen, finish(process))
    return seen


def guessed_base(root: Path, paths: Sequence[str], known: Iterable[Document] = ()) -> str:
    """Where most pages say they are published (canonical less their own address)."""
    canonicals = {one.path: one.canonical for one in known}
    pages = [path for path in paths if is_page(path)]
    votes: Counter[str] = Counter()
    for path in pages[:: max(1, len(pages) // _VOTERS)] + pages[:1]:
        canonical = canonicals.get(path)
        if canonical is None:
            canonical = parse((root / path).read_bytes()).canonical
        address = address_of(path)
        if canonical.startswith(("http://", "https://")) and canonical.endswith("/" + address):
            votes[canonical[: len(canonical) - len(address)]] += 1
    return votes.most_common(1)[0][0] if votes else UNSETTLED


def _inspected(folder: Folder, hashes: Mapping[str, str], known: Inspected) -> Inspected:
    found = {}
    for path, stamp in folder.stamps.items():
        if path in hashes or path.rpartition(".")[2].lower() in CHECKED:
            asked, last = hashes.get(path, ""), known.get(path)
            if last is None or last[0] != stamp or not _answers(asked, last[1], last[2]):
                fault = inspect(folder.root / path, asked or None)
                last = (folder.settled(path), asked, fault)
            found[path] = last
    return found


def _answers(asked: str, known: str, fault: Fault | None) -> bool:
    """Whether what was seen with one hash in mind also answers to another one or to none."""
    return asked == known or (not asked and (fault is None or fault.reason != CHANGED))
