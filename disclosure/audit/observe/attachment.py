"""Is a file what it claims to be? First bytes, end, archive test, size, hash."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Fault(NamedTuple):
    """A reason code and what was seen."""

    reason: str
    evidence: str


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_STARTS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": (_ZIP,), "xlsx": (_ZIP,), "pptx": (_ZIP,), "ofd": (_ZIP,), "odt": (_ZIP,),
    "ods": (_ZIP,), "zip": (_ZIP, b"PK\x05\x06"),
    "doc": (_OLE,), "xls": (_OLE,), "ppt": (_OLE,),
    "wps": (_OLE, _ZIP), "et": (_OLE, _ZIP), "dps": (_OLE, _ZIP),
    "rar": (b"Rar!\x1a\x07",), "7z": (b"7z\xbc\xaf\x27\x1c",), "gz": (b"\x1f\x8b",),
    "png": (b"\x89PNG\r\n\x1a\n",), "jpg": (b"\xff\xd8\xff",), "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"), "webp": (b"RIFF",), "woff2": (b"wOF2",),
}  # fmt: skip
_PARTS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/", "ofd": "OFD.xml"}
_TEXTS = {"txt", "csv", "json", "xml", "svg"}
CHANGED = "changed-file"
CHECKED = frozenset(_STARTS) | _TEXTS
"""Extensions that are looked into."""
_UNPACKED = 256 * 1024 * 1024
"""An archive that unpacks to more than this is not unpacked."""


def inspect(path: Path, sha256: str | None = None) -> Fault | None:
    """What is wrong with a file, the most telling fault first."""
    suffix = path.suffix[1:].lower()
    data = path.read_bytes()
    if not data:
        return Fault("damaged-file", "文件是空的，0 字节")
    starts = _STARTS.get(suffix)
    if starts and not _begins(data, suffix, starts):
        return Fault("wrong-type", f"扩展名是 .{suffix}，内容是{_kind(data)}")
    check = _CHECKS.get(suffix) or (_archive if data[:4] == _ZIP and starts else None)
    fault = check(data, path) if check else None
    if fault:
        return Fault("damaged-file", fault)
    if sha256 is not None and (found := hashlib.sha256(data).hexdigest()) != sha256:
        return Fault(CHANGED, f"SHA-256 是 {found[:16]}…，登记的是 {sha256[:16]}…")
    return None


def _begins(data: bytes, suffix: str, starts: tuple[bytes, ...]) -> bool:
    if suffix == "pdf":
        return b"%PDF-" in data[:1024]
    return data.startswith(starts)


def _kind(data: bytes) -> str:
    """What the bytes look like, in words."""
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in head:
        return "网页"
    names = {"%pdf-": "PDF", "pk\x03\x04": "压缩包或 Office 文档", "rar!": "RAR 压缩包"}
    for start, name in names.items():
        if head.startswith(start.encode("latin-1")):
            return name
    if data.startswith(_OLE):
        return "旧版 Office 文档"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return "图片"
    return "纯文本" if all(9 <= byte < 127 or byte > 127 for byte in data[:256]) else "别的数据"


def _pdf(data: bytes, _path: Path) -> str:
    tail = data[-2048:]
    if b"%%EOF" not in tail:
        return "PDF 没有结尾标记 %%EOF，可能被截断"
    found = re.findall(rb"startxref\s+(\d+)", tail)
    if not found or int(found[-1]) >= len(data):
        return "PDF 的交叉引用位置超出文件，可能被截断"
    length = re.search(rb"/Linearized\b[^>]*?/L\s+(\d+)", data[:1024])
    if length and int(length[1]) > len(data):
        return f"PDF 应有 {int(length[1])} 字节，只有 {len(data)} 字节"
    return ""


def _archive(_data: bytes, path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            part = _PARTS.get(path.suffix[1:].lower())
            if part and not any(name.startswith(part) for name in names):
                return f"压缩包里没有 {part}，不是 .{path.suffix[1:]} 文档"
            if sum(one.file_size for one in archive.infolist()) <= _UNPACKED:
                bad = archive.testzip()
                return f"压缩包里的 {bad} 校验不过" if bad else ""
    except RuntimeError:
        return ""  # encrypted: its directory is whole, its contents cannot be tested
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        return f"压缩包打不开，可能被截断（{type(error).__name__}）"
    return ""


def _png(data: bytes, _path: Path) -> str:
    return "" if b"IEND" in data[-64:] else "PNG 没有结尾，可能被截断"


def _jpeg(data: bytes, _path: Path) -> str:
    return "" if b"\xff\xd9" in data[-4096:] else "JPEG 没有结尾，可能被截断"


_CHECKS: dict[str, Callable[[bytes, Path], str]] = {
    "pdf": _pdf, "png": _png, "jpg": _jpeg, "jpeg": _jpeg,
    "docx": _archive, "xlsx": _archive, "pptx": _archive, "zip": _archive, "ofd": _archive,
    "odt": _archive, "ods": _archive,
}  # fmt: skip
