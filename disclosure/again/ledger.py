"""What the last build wrote: every file, what it was made of, and how it stood on the disk."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from disclosure.audit.observe import sections
from disclosure.pages.stencil import Group, Stencil

_FORM = "disclosure built 2"

Stamp = tuple[int, int, int]
"""Size, time in nanoseconds and inode of a file; the last 64 bits of each."""
_BITS = 2**64 - 1


@dataclass(frozen=True)
class Ledger:
    """A finished build. Files are named by their paths from the site's root."""

    surroundings: str
    moulds: Mapping[Group, Stencil]
    made: Mapping[str, str]
    """What every file was made of: a page's key, a fingerprint; empty where MkDocs made it."""
    stamps: Mapping[str, Stamp]
    """How every file stood when it had been written, in the same order."""
    anchors: Mapping[str, str]
    """Those in the body of each page, between NUL characters."""
    sound: Collection[str] = ()
    """Names (`keys`) of the rows in which nothing private was found."""

    def write(self, path: Path) -> None:
        places = {"": 0}  # most pages of a kind have the same anchors
        which = [places.setdefault(self.anchors.get(one, ""), len(places)) for one in self.made]
        moulds = [[*group, one.pieces] for group, one in self.moulds.items()]
        written = {
            "moulds": sections.text(moulds),
            "paths": sections.text([*self.made]),
            "made": sections.text([*self.made.values()]),
            "stamps": sections.numbers("Q", chain.from_iterable(self.stamps.values())),
            "anchors": sections.text([*places]),
            "where": sections.numbers("I", which),
            "sound": sections.text([*self.sound]),
        }
        sections.write(path, _FORM, written)


def read(path: Path, surroundings: str) -> Ledger | None:
    """The last build under the same surroundings; None where there is none to go by."""
    try:
        found = sections.read(path, _FORM)
        paths = sections.from_text(found["paths"])
        numbers = iter(sections.from_numbers("Q", found["stamps"]))
        places = sections.from_text(found["anchors"])
        where = sections.from_numbers("I", found["where"])
        return Ledger(
            surroundings,
            {
                (kind, section, depth): Stencil(tuple(pieces))
                for kind, section, depth, pieces in sections.from_text(found["moulds"])
            },
            dict(zip(paths, sections.from_text(found["made"]), strict=True)),
            dict(zip(paths, zip(numbers, numbers, numbers, strict=True), strict=True)),
            {path: places[at] for path, at in zip(paths, where, strict=True) if at},
            frozenset(sections.from_text(found["sound"])),
        )
    except (sections.Damaged, ValueError, KeyError, TypeError, IndexError):
        return None


def stamped(root: Path, paths: Iterable[str]) -> dict[str, Stamp]:
    """Files just written, as they stand."""
    return {path: stamp(os.stat(f"{root}/{path}")) for path in paths}


def stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns & _BITS, status.st_ino & _BITS
