"""The spare tree: the site as it stands, file by file the same, in another folder.

It is made of hard links, and the tree before the last one already has nearly all of them; so it
is brought in line in a child process while the data are read. Whatever stands in it, only files
that are just as the last build left them are in it afterwards.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from disclosure.again.ledger import Stamp, stamp


def lay_in(folder: Path, tree: Path) -> dict[str, Stamp]:
    """Make `folder` a copy of a whole new tree, by links; the stamps of its files."""
    shutil.rmtree(folder, ignore_errors=True)
    stamps: dict[str, Stamp] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        os.mkdir(f"{folder}/{prefix}")
        with os.scandir(f"{tree}/{prefix}") as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir():
                    waiting.append(f"{path}/")
                else:
                    os.link(entry.path, f"{folder}/{path}")
                    stamps[path] = stamp(entry.stat())
    return stamps


def in_line(folder: Path, target: Path, files: Mapping[str, Stamp]) -> list[str]:
    """Make `folder` hold the files of `target` that are as they were written, and nothing
    else; what is not as it was written."""
    here, there = f"{folder}/", f"{target}/"
    known = _clear(here, files)
    lost = []
    for path, stood in files.items():
        if _stamp(there + path) != stood:
            lost.append(path)
            if path in known:
                os.unlink(here + path)
        elif known.get(path) != stood[2]:
            if path in known:
                os.unlink(here + path)
            _link(there + path, here + path)
    return lost


def _clear(folder: str, files: Mapping[str, Stamp]) -> dict[str, int]:
    """Remove what does not belong; the inodes of what stays."""
    os.makedirs(folder, exist_ok=True)
    folders = _folders(files)
    known: dict[str, int] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder + prefix) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if f"{path}/" in folders:
                        waiting.append(f"{path}/")
                    else:
                        shutil.rmtree(entry.path)
                elif path in files:
                    known[path] = entry.inode()
                else:
                    os.unlink(entry.path)
    return known


def _folders(files: Iterable[str]) -> set[str]:
    """Every folder on the way to a file, with its closing slash."""
    found: set[str] = set()
    for path in files:
        end = path.rfind("/") + 1
        while end and path[:end] not in found:
            found.add(path[:end])
            end = path.rfind("/", 0, end - 1) + 1
    return found


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp(os.lstat(path))
    except OSError:
        return None


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.link(source, target)
