"""What was seen of a tree the last time, so that only what has changed since is read again.

A document counts as unchanged when size, time and inode are the same, or, where a build wrote
it anew, when its bytes are (BLAKE2). What was seen is the same either way as a fresh reading,
and a memory that cannot be read is as good as none.
"""

from __future__ import annotations

import base64
import json
import os
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from disclosure.audit.address import Link, Where
from disclosure.audit.observe.documents import Document, Links, Seen, fingerprint
from disclosure.audit.observe.statement import restored

_FORM = 2
"""Of the file; another one is forgotten."""

Stamp = tuple[int, int, int]
"""Size, time in nanoseconds and inode of a file."""
Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Memory:
    """The documents of a tree as they were seen, and the links between them."""

    base_url: str
    documents: tuple[Document, ...]
    stamps: tuple[Stamp, ...]
    asked: tuple[int, ...]
    """A checksum of the words that were looked for in each."""
    links: Links
    resources: Links

    def unchanged(self, root: Path, paths: Sequence[str], words: Sequence[int]) -> set[int]:
        """Numbers of the documents that need not be read again."""
        wanted = dict(zip(paths, words, strict=True))
        found = set()
        for number, document in enumerate(self.documents):
            if wanted.get(document.path) != self.asked[number]:
                continue
            file = root / document.path
            now = stamp(file)
            if now == self.stamps[number] or (
                now is not None
                and now[0] == document.size
                and fingerprint(file.read_bytes()) == document.digest
            ):
                found.add(number)
        return found

    def fresh(self, root: Path) -> bool:
        """Whether not even a time has changed, so that it need not be written again."""
        return all(
            stamp(root / document.path) == known
            for document, known in zip(self.documents, self.stamps, strict=True)
        )

    def seen(self, kept: set[int]) -> Seen:
        """What is known of the documents that are still as they were."""
        documents = [(number, self.documents[number]) for number in sorted(kept)]
        whole = len(kept) == len(self.documents)
        return Seen(
            documents,
            self.links if whole else _only(self.links, kept),
            self.resources if whole else _only(self.resources, kept),
            sum(document.links for _, document in documents),
        )


def _only(links: Links, kept: set[int]) -> Links:
    found = {}
    for key, users in links.items():
        still = array("I", (number for number in users if number in kept))
        if still:
            found[key] = still
    return found


def stamp(file: Path) -> Stamp | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def checksum(words: tuple[str, ...]) -> int:
    """Of the words that a page must show."""
    return crc32("\0".join(words).encode())


def remember(path: Path, root: Path, base_url: str, seen: Seen, asked: Sequence[int]) -> None:
    """Write what was seen; a tree that changed meanwhile is read again the next time."""
    documents = [document for _, document in sorted(seen.documents)]
    data = {
        "form": _FORM,
        "base": base_url,
        "documents": documents,
        "stamps": [stamp(root / one.path) for one in documents],
        "asked": list(asked),
        "links": _written(seen.links),
        "resources": _written(seen.resources),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}")
    partial.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    partial.replace(path)


def _written(links: Links) -> list[list[Any]]:
    return [
        [*link, href, base64.b64encode(users.tobytes()).decode()]
        for (link, href), users in links.items()
    ]


def recall(path: Path, base_url: str) -> Memory | None:
    """What was seen the last time under the same base address."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["form"] != _FORM or data["base"] != base_url:
            return None
        return Memory(
            base_url,
            tuple(_document(one) for one in data["documents"]),
            tuple(tuple(one) for one in data["stamps"]),
            tuple(data["asked"]),
            _read(data["links"]),
            _read(data["resources"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _document(fields: list[Any]) -> Document:
    document = Document(*fields)
    return document._replace(
        repeated=tuple(document.repeated),
        missing=tuple(document.missing),
        metas=tuple((name, content) for name, content in document.metas),
        statement=restored(document.statement),
    )


def _read(rows: list[list[Any]]) -> Links:
    found = {}
    for where, address, fragment, reason, note, query, href, users in rows:
        link = Link(Where(where), address, fragment, reason, note, query)
        numbers = array("I")
        numbers.frombytes(base64.b64decode(users))
        found[link, href] = numbers
    return found
