"""What of an answer the history keeps, and by which key."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.history import Row

Asking = tuple[str, str, str]
"""Address, as written, expectation: what makes an asked address the same one in another run."""


def asking_of(one: Asked) -> Asking:
    expect = "\x1f".join((*one.expect.any_of, one.expect.sha256))
    return sound(one.url), sound(one.written), sound(expect)


def key_of(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).digest()


def sound(text: str) -> str:
    """A lone surrogate, as a wrongly read list may hold, cannot be stored."""
    return text.encode("utf-8", "backslashreplace").decode()


def sight_of(row: Row) -> tuple[str | None, str, float | None]:
    """What the answer looked like, without what differs each time; when, and how long."""
    seen = dict(row.get("seen") or {})
    at = seen.pop("at", "") or dt.datetime.now().astimezone().isoformat(timespec="seconds")
    seconds = seen.pop("seconds", None)
    if not seen:
        return None, at, seconds
    if row.get("note"):
        seen["note"] = row["note"]
    return sound(json.dumps(seen, ensure_ascii=False)), at, seconds
