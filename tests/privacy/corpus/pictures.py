"""Pictures of eight grey points a side, and what cameras and editors write into them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_HUFFMAN = bytes([1] + [0] * 15) + b"\0"
_SEGMENTS = (
    (0xDB, b"\0" + b"\x01" * 64),
    (0xC0, b"\x08\x00\x08\x00\x08\x01\x01\x11\x00"),
    (0xC4, b"\x00" + _HUFFMAN),
    (0xC4, b"\x10" + _HUFFMAN),
    (0xDA, b"\x01\x01\x00\x00\x3f\x00"),
)
DESCRIPTION, MAKE, MODEL, SOFTWARE, ARTIST, COPYRIGHT = 0x10E, 0x10F, 0x110, 0x131, 0x13B, 0x8298
_GPS = 0x8825


def _segment(mark: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data


def exif(words: Mapping[int, str], place: tuple[float, float] | None = None) -> bytes:
    """A TIFF of ASCII fields and, if asked, the place where the picture was taken."""
    entries, heap = [], b""
    count = len(words) + (place is not None)
    start = 8 + 2 + 12 * count + 4
    for tag, text in sorted(words.items()):
        data = text.encode() + b"\0"
        data += b"\0" * (4 - len(data)) if len(data) < 4 else b""
        if len(data) == 4:
            entries.append((tag, struct.pack("<HHI4s", tag, 2, 4, data)))
            continue
        entries.append((tag, struct.pack("<HHII", tag, 2, len(data), start + len(heap))))
        heap += data + b"\0" * (len(data) % 2)
    if place:
        at = start + len(heap)
        entries.append((_GPS, struct.pack("<HHII", _GPS, 4, 1, at)))
        heap += _position(at, *place)
    body = b"".join(entry for _, entry in sorted(entries))
    return b"II*\0" + struct.pack("<IH", 8, count) + body + b"\0" * 4 + heap


def _position(at: int, north: float, east: float) -> bytes:
    values = at + 2 + 12 * 4 + 4
    return (
        struct.pack("<H", 4)
        + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0")
        + struct.pack("<HHII", 2, 5, 3, values)
        + struct.pack("<HHI4s", 3, 2, 2, b"E\0\0\0")
        + struct.pack("<HHII", 4, 5, 3, values + 24)
        + b"\0" * 4
        + _degrees(north)
        + _degrees(east)
    )


def _degrees(value: float) -> bytes:
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = round((value - whole - minutes / 60) * 360000)
    return struct.pack("<6I", whole, 1, minutes, 1, seconds, 100)


def jpeg(about: bytes = b"") -> bytes:
    head = _segment(0xE1, b"Exif\0\0" + about) if about else b""
    return b"\xff\xd8" + head + b"".join(_segment(*part) for part in _SEGMENTS) + b"\x3f\xff\xd9"


def png(about: bytes = b"", words: Mapping[str, str] | None = None) -> bytes:
    """`words` go into iTXt chunks, which are UTF-8."""
    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))]
    for key, text in (words or {}).items():
        parts.append((b"iTXt", key.encode() + b"\0\0\0\0\0" + text.encode()))
    if about:
        parts.append((b"eXIf", about))
    parts += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
