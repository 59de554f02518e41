"""A file of named sections: texts as JSON, numbers as they lie in memory.

Read in milliseconds, and nothing in it can do more than be wrong: it is data to every reader.
The first line says form, sections and checksum; a file that does not match it is no file.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

_CODING = ("utf-8", "surrogatepass")
"""A file name can hold bytes that are no character."""


class Damaged(Exception):
    """The file is not there, not whole, or of another form."""


def text(value: Any) -> bytes:
    """A section of texts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(*_CODING)


def from_text(data: bytes) -> Any:
    return json.loads(data.decode(*_CODING))


def numbers(kind: str, values: Iterable[int]) -> bytes:
    """A section of numbers; `kind` as in `array`."""
    return array(kind, values).tobytes()


def from_numbers(kind: str, data: bytes) -> array[int]:
    return array(kind, data)


def write(path: Path, form: str, sections: Mapping[str, bytes]) -> None:
    """Replace the file at once: another reader finds the old one or the new one."""
    head = {
        "form": _native(form),
        "sections": {name: len(data) for name, data in sections.items()},
        "checksum": _checksum(sections.values()),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}")
    with partial.open("wb") as file:
        file.write(text(head) + b"\n")
        file.writelines(sections.values())
    partial.replace(path)


def read(path: Path, form: str) -> dict[str, bytes]:
    """The sections of a file that is of this form and whole."""
    try:
        with path.open("rb") as file:
            head = from_text(file.readline())
            if head["form"] != _native(form):
                raise Damaged(path)
            found = {name: file.read(length) for name, length in head["sections"].items()}
            if file.read(1) or head["checksum"] != _checksum(found.values()):
                raise Damaged(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(path) from error
    return found


def _checksum(sections: Iterable[bytes]) -> int:
    known = 0
    for data in sections:
        known = crc32(data, known)
    return known


def _native(form: str) -> str:
    """Numbers lie as this machine has them."""
    return f"{form} {sys.byteorder}"
