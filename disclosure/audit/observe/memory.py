"""What was seen of a tree the last time, so that only what has changed since is read again.

A document counts as unchanged when its stamp is the same or, where a build wrote it anew, when
its bytes are (BLAKE2). What was seen is the same either way as a fresh reading.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from disclosure.audit.observe.attachment import Fault
from disclosure.audit.observe.documents import Document, Seen, address_of, fingerprint
from disclosure.audit.observe.folder import Folder, Stamp
from disclosure.audit.observe.ways import Links, without

Words = Mapping[str, tuple[str, ...]]
Inspected = dict[str, tuple[Stamp, str, Fault | None]]
"""Path of a file -> its stamp, the hash it had to have, and what was wrong with it."""


@dataclass(frozen=True)
class Memory:
    """The documents of a tree as they were seen, the links between them, and other files."""

    base_url: str = ""
    documents: Sequence[Document] = ()
    stamps: Sequence[Stamp] = ()
    asked: Sequence[int] = ()
    """A checksum of the words that were looked for in each."""
    links: Links = field(default_factory=dict)
    resources: Links = field(default_factory=dict)
    inspected: Inspected = field(default_factory=dict)

    def unchanged(self, folder: Folder, words: Words, heads: bool) -> list[int]:
        """Numbers of the documents that need not be read again."""
        root, found = os.path.join(folder.root, ""), []
        for number, (document, known) in enumerate(zip(self.documents, self.stamps, strict=True)):
            now = folder.stamps.get(document.path)
            if now is None or not self._asked(number, document.path, words):
                continue
            if heads and not (document.packed or document.path.lower().endswith(".css")):
                continue
            if now == known or (now[0] == document.size and _same(root, document)):
                found.append(number)
        return found

    def _asked(self, number: int, path: str, words: Words) -> bool:
        """Whether it is known which of the words it shows."""
        wanted = words.get(address_of(path)) if words else None
        return not wanted or checksum(wanted) == self.asked[number]

    def seen(self, kept: Sequence[int]) -> Seen:
        """What is known of the documents that are still as they were; it is used up."""
        gone = set(range(len(self.documents))).difference(kept)
        documents = [(number, self.documents[number]) for number in kept]
        return Seen(
            documents,
            without(gone, self.links),
            without(gone, self.resources),
            sum(document.links for _, document in documents),
        )

    def as_fresh_as(self, other: Memory) -> bool:
        """Whether nothing would be gained by remembering this in place of the other."""
        return (
            self.base_url == other.base_url
            and self.stamps == other.stamps
            and self.asked == other.asked
            and self.inspected == other.inspected
        )


def _same(root: str, document: Document) -> bool:
    with open(root + document.path, "rb") as file:
        return fingerprint(file.read()) == document.digest


def checksum(words: tuple[str, ...]) -> int:
    """Of the words that a page must show."""
    return crc32("\0".join(words).encode(errors="surrogatepass")) if words else 0
