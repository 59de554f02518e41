"""What earlier scans found, by the hash of what was scanned; worthless once a detector changes."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from disclosure.privacy.allow import Allowed
from disclosure.privacy.finding import Kind, Placed
from disclosure.privacy.scan import Scan

_HERE = Path(__file__).parent


@cache
def detectors() -> str:
    """A digest of this package: the version of every detector and reader."""
    digest = hashlib.sha256()
    for path in sorted([*_HERE.rglob("*.py"), *_HERE.rglob("*.txt")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Store:
    """A JSON file beside the build's cache; without one nothing is kept.

    Values themselves are never kept, only their masked forms; so what is allowed is part of the
    version.
    """

    def __init__(self, path: Path | None, allowed: Allowed) -> None:
        self._path = path
        permits = repr(sorted(allowed.values)).encode()
        self._version = hashlib.sha256(detectors().encode() + permits).hexdigest()
        self._known = self._read()
        self._used: dict[str, Any] = {}

    def get(self, key: str, file: str) -> Scan | None:
        """What a scan of the same bytes found, placed in this file."""
        row = self._known.get(key)
        if row is None:
            return None
        self._used[key] = row
        try:
            found = [Placed(file + f[0], f[1], Kind(f[2]), f[3]) for f in row["findings"]]
            return Scan(found, [(file + u[0], u[1]) for u in row["unread"]], files=1)
        except (KeyError, TypeError, ValueError, IndexError):
            return None

    def put(self, key: str, file: str, scan: Scan) -> None:
        """Keep what a scan found; names of files are kept relative to the scanned one."""
        cut = len(file)
        self._used[key] = {
            "findings": [[f.file[cut:], f.place, f.kind.value, f.excerpt] for f in scan.findings],
            "unread": [[name[cut:], reason] for name, reason in scan.unread],
        }

    def save(self) -> None:
        """Write what was used this time; what was not is forgotten."""
        if self._path is None or self._used == self._known:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        text = json.dumps({"version": self._version, "scans": self._used}, ensure_ascii=False)
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(self._path)

    def _read(self) -> dict[str, Any]:
        if self._path is None or not self._path.is_file():
            return {}
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            return dict(data["scans"]) if data["version"] == self._version else {}
        except (ValueError, KeyError, TypeError, OSError):
            return {}
