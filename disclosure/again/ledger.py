"""What the last build wrote: every file, what it was made of, and how it stood on the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from disclosure.pages.stencil import Group, Stencil

_FORM = 1
"""Of the file; another one is forgotten."""


Stamp = tuple[int, int, int]
"""Size, time in nanoseconds and inode of a file."""


class Written(NamedTuple):
    """One file of the tree."""

    made: str
    """What it was made of: a page's key, a fingerprint; empty where MkDocs made it."""
    size: int
    time: int
    """Nanoseconds."""
    inode: int

    @property
    def stamp(self) -> Stamp:
        return self.size, self.time, self.inode


@dataclass(frozen=True)
class Ledger:
    """A finished build."""

    surroundings: str
    moulds: Mapping[Group, Stencil]
    files: Mapping[str, Written]
    """By path from the site's root."""
    anchors: Mapping[str, str]
    """Those in the body of each page, between NUL characters, by path."""

    def write(self, path: Path) -> None:
        data = {
            "form": _FORM,
            "moulds": [[*group, one.pieces] for group, one in self.moulds.items()],
            "files": self.files,
            "anchors": self.anchors,
        }
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        partial.replace(path)


def read(path: Path, surroundings: str) -> Ledger | None:
    """The last build under the same surroundings; None where there is none to go by."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["form"] != _FORM:
            return None
        moulds = {
            (kind, section, depth): Stencil(tuple(pieces))
            for kind, section, depth, pieces in data["moulds"]
        }
        files = {path: Written(*fields) for path, fields in data["files"].items()}
        return Ledger(surroundings, moulds, files, data["anchors"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def stamped(root: Path, made: Iterable[tuple[str, str]]) -> dict[str, Written]:
    """Files just written, as they stand: path and what each was made of."""
    found = {}
    for path, key in made:
        status = os.stat(f"{root}/{path}")
        found[path] = Written(key, status.st_size, status.st_mtime_ns, status.st_ino)
    return found
