"""A fingerprint of everything that pages are made of besides the catalogue and its day.

Code, templates, theme, hand-written pages, configuration, and what the chrome says of the
bureau: where any of it has changed, every page may have, so everything is made anew.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import disclosure

_FOLDERS = ("docs", "hooks", "overrides")
_DATA = ("bureau.yaml", "privacy.yaml")
"""What the chrome is made of, and what hand-written pages may say."""


def surroundings(data: Path, offline: bool) -> str:
    """The fingerprint, for a build in the current folder."""
    digest = blake2b(digest_size=16)
    for path in _files(data):
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    packages = os.listdir(sysconfig.get_path("purelib"))  # names bear the versions
    digest.update(repr((offline, sys.version, sorted(packages))).encode())
    return digest.hexdigest()


def _files(data: Path) -> Iterator[Path]:
    package = Path(disclosure.__file__).parent
    for folder in (package, *map(Path, _FOLDERS)):
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(one for one in folders if one != "__pycache__")
            yield from (Path(root, name) for name in sorted(names))
    yield Path("mkdocs.yml")
    yield from (data.resolve() / name for name in _DATA)
