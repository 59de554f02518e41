"""Every file of a folder, in one pass, each with what tells whether it has changed since."""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size, time of the bytes, time of the entry (nobody can set that one back) and inode; the
last 64 bits of each."""
NEVER: Stamp = (0, 0, 0, 0)
"""The stamp of no file."""

_GRAIN = 2_000_000_000
"""Nanoseconds; no file system counts time in larger steps (FAT does in these)."""
_BITS = 2**64 - 1
_DEPTH = 40


@dataclass(frozen=True)
class Folder:
    """The files below a folder as they were at one moment; in columns, for it is handed from
    one process to another."""

    root: Path
    paths: list[str]
    """From the root."""
    numbers: array[int]
    """Their stamps, one after the other."""
    moment: int

    @cached_property
    def stamps(self) -> Mapping[str, Stamp]:
        """By path."""
        one = iter(self.numbers)
        return dict(zip(self.paths, zip(one, one, one, one, strict=True), strict=True))

    def settled(self, path: str) -> Stamp:
        """The stamp to remember. A file written just before could be written again without
        any sign of it, so it gets one that no file has."""
        stamp = self.stamps[path]
        return stamp if max(stamp[1], stamp[2]) < self.moment - _GRAIN else NEVER


def look(root: Path) -> Folder:
    """The files of a folder with their stamps, which are therefore older than any reading."""
    found = Folder(root, [], array("Q"), time.time_ns())
    for path, entry in _entries(root):
        now = entry.stat()
        found.paths.append(path)
        found.numbers.extend(
            (
                now.st_size,
                now.st_mtime_ns & _BITS,
                now.st_ctime_ns & _BITS,
                now.st_ino & _BITS,
            )
        )
    return found


def names(root: Path) -> frozenset[str]:
    """The path of every file."""
    return frozenset(path for path, _ in _entries(root))


def _entries(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
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
                    yield prefix + entry.name, entry
