"""ZIP files with fixed dates: whole, locked, torn."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (2021, 3, 16, 9, 0, 0)


def write(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def locked(parts: Mapping[str, bytes | str]) -> bytes:
    """As if with a password: the flag is set, and the bytes are no longer what they were."""
    data = bytearray(write(parts))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def torn(data: bytes) -> bytes:
    """The first half of a download."""
    return data[: len(data) // 2]
