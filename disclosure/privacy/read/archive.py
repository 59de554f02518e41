"""ZIP and what is made of ZIP (DOCX, XLSX, PPTX, OFD, ODF), and gzip: bounded in size, number
and depth, so that a bomb is refused, not unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from disclosure.privacy.content import Content, Unreadable
from disclosure.privacy.read import other, sheets, slides, writing

MAX_TOTAL = 400 * 2**20
MAX_FILES = 20_000
MAX_RATIO = 1000
"""Deflate cannot do better than 1032; only a bomb comes near over megabytes."""


def read(name: str, data: bytes) -> Content:
    """Its parts as the kind of document they make, else its files one by one."""
    parts, unread = unpack(data)
    if "word/document.xml" in parts or "word/document2.xml" in parts:
        content = writing.read(parts)
    elif "xl/workbook.xml" in parts:
        content = sheets.read(parts)
    elif "ppt/presentation.xml" in parts:
        content = slides.read(parts)
    elif (
        "OFD.xml" in parts
        or ("content.xml" in parts and "meta.xml" in parts)
        or ("[Content_Types].xml" in parts and any(part.startswith("_rels/") for part in parts))
    ):
        content = other.read(parts)
    else:
        content = Content(inner=list(parts.items()))
    content.unread += unread
    return content


def unpack(data: bytes) -> tuple[dict[str, bytes], list[str]]:
    """Files by name, and sentences on those that cannot be read."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise Unreadable("压缩包或 Office 文件已损坏，打不开") from None
    if len(entries) > MAX_FILES:
        raise Unreadable(f"压缩包里有 {len(entries)} 个文件，超过 {MAX_FILES} 个，没有解开")
    total = sum(entry.file_size for entry in entries)
    worst = max(
        (e.file_size / max(1, e.compress_size) for e in entries if e.file_size > 2**20), default=0
    )
    if total > MAX_TOTAL or worst > MAX_RATIO:
        raise Unreadable(f"压缩包解开后有 {total // 2**20} MB，过大或压缩比异常，没有解开")
    return _files(package, entries)


def _files(
    package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]
) -> tuple[dict[str, bytes], list[str]]:
    parts: dict[str, bytes] = {}
    unread: list[str] = []
    room = MAX_TOTAL
    for entry in entries:
        name = _name(entry)
        if entry.is_dir():
            continue
        if entry.flag_bits & 1:
            unread.append(f"{name}：已加密")
            continue
        try:
            with package.open(entry) as stream:
                body = stream.read(room + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            NotImplementedError,
            EOFError,
            RuntimeError,
            ValueError,
        ):
            unread.append(f"{name}：已损坏或压缩方式不支持")
            continue
        room -= len(body)
        if room < 0:
            raise Unreadable("压缩包解开后过大，没有解开")
        parts[name] = body
    return parts, unread


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as the person wrote it: old Chinese archives say GBK without a mark."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def read_gzip(name: str, data: bytes) -> Content:
    """The one file inside."""
    inflater = zlib.decompressobj(31)
    try:
        body = inflater.decompress(data, MAX_TOTAL // 4)
    except zlib.error:
        raise Unreadable("gzip 文件已损坏") from None
    if not inflater.eof:
        raise Unreadable("gzip 文件不完整，或解开后过大")
    inner = name.rpartition("/")[2].removesuffix(".gz").removesuffix(".tgz")
    if body[257:262] == b"ustar":
        raise Unreadable("tar 压缩包，请解压后再查")
    return Content(inner=[(inner or "内容", body)])


Parts = Mapping[str, bytes]
