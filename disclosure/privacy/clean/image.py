"""Pictures without what they say about themselves; the picture itself is not touched."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import ExifTags, Image

from disclosure.privacy.content import Unreadable

_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT", b"cICP"}  # fmt: skip
_DONE = ["删去了拍摄信息和文字说明"]


def clean(data: bytes) -> tuple[bytes, list[str]]:
    if data.startswith(b"\xff\xd8\xff"):
        fresh = _jpeg(data)
    elif data.startswith(b"\x89PNG"):
        fresh = _png(data)
    elif data[:4] == b"RIFF":
        fresh = _webp(data)
    else:
        fresh = _again(data)
    return (fresh, _DONE) if fresh != data else (data, [])


def _jpeg(data: bytes) -> bytes:
    """Without APP1 to APP13, APP15 and comments; the way up is kept, as bare EXIF."""
    out = bytearray(data[:2])
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Unreadable("图片已损坏，不能清理")
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == 0xDA:  # the picture itself follows; anything after its end is dropped
            end = data.rfind(b"\xff\xd9")
            out += data[at : end + 2 if end > at else len(data)]
            return bytes(out[:2] + _upright(data) + out[2:])
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        private = 0xE1 <= mark <= 0xED or mark in (0xEF, 0xFE)
        icc = mark == 0xE2 and data[at + 4 : at + 15] == b"ICC_PROFILE"
        if not private or icc:
            out += data[at : at + 2 + length]
        at += 2 + length
    raise Unreadable("图片已损坏，不能清理")


def _upright(data: bytes) -> bytes:
    """The segment that says only which side is up; empty where it is the usual one."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            turned = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # broken EXIF is exactly what is to go
        return b""
    if turned not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    body = exif.tobytes()
    body = body if body.startswith(b"Exif\0\0") else b"Exif\0\0" + body
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    out = bytearray(data[:8])
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at : at + 12 + length]
        if (
            len(chunk) < 12 + length
            or zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]
        ):
            raise Unreadable("图片已损坏，不能清理")
        if kind in _PNG_KEPT:
            out += chunk
        at += 12 + length
        if kind == b"IEND":
            return bytes(out)
    raise Unreadable("图片已损坏，不能清理")


def _webp(data: bytes) -> bytes:
    out = bytearray()
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[at : at + 8])
        chunk = bytearray(data[at : at + 8 + length + (length & 1)])
        if kind == b"VP8X" and len(chunk) > 8:
            chunk[8] &= ~0x0C & 0xFF  # the flags that announce EXIF and XMP
        if kind not in (b"EXIF", b"XMP "):
            out += chunk
        at += 8 + length + (length & 1)
    return b"RIFF" + struct.pack("<I", len(out) + 4) + b"WEBP" + bytes(out)


def _again(data: bytes) -> bytes:
    """GIF, TIFF and BMP are written anew, which loses no picture."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if not picture.getexif() and not picture.info.get("comment"):
                return data
            out = io.BytesIO()
            picture.info.pop("comment", None)
            picture.save(
                out,
                picture.format,
                save_all=getattr(picture, "n_frames", 1) > 1,
                exif=b"",
                comment=b"",
            )
            return out.getvalue()
    except Exception as error:  # Pillow raises whatever it meets in broken files
        raise Unreadable("图片已损坏，不能清理") from error
