"""Attachments: what a body is by its bytes, whether it is whole, which words it has."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from disclosure.audit.fetch.sighting import Paper, Sign
from disclosure.audit.observe.attachment import CHECKED, inspect
from disclosure.audit.observe.fetch.body import Body

_MAGIC = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz"),
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"{\\rtf", "rtf"),
)  # fmt: skip
_TYPES = {
    "application/pdf": "pdf", "application/msword": "doc", "application/vnd.ms-excel": "xls",
    "application/zip": "zip", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}  # fmt: skip
_LOOSE = {"txt", "csv", "json", "xml", "svg"}
_FILES = CHECKED - _LOOSE
_OFFICE = {"docx", "xlsx", "pptx", "ofd", "odt", "ods"}
_LOOKED, _SPAN = 64 * 1024, 4 * 1024 * 1024
_URI = re.compile(rb"/URI\s*\(((?:[^()\\]|\\.){1,2000})\)|/URI\s*<([0-9A-Fa-f\s]{2,4000})>")
_STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n", re.DOTALL)
_NAME = re.compile(r"filename\*?\s*=\s*(?:[\w\-]*'[^']*')?\"?([^\";]+)", re.IGNORECASE)
_LONGEST = 20.0


def claimed(url: str, headers: Mapping[str, str]) -> str:
    """The kind of file that the name promises, else the declared type; empty for a page."""
    names = [match[1] for match in (_NAME.search(headers.get("content-disposition", "")),) if match]
    for name in (*names, urlsplit(url).path):
        suffix = unquote(name).strip().rpartition(".")[2].lower()
        if suffix in _FILES:
            return suffix
    return _TYPES.get(_declared(headers), "")


def _declared(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def kind(head: bytes) -> str:
    """What the bytes are; empty for text."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return next((name for start, name in _MAGIC if head.startswith(start)), "")


def is_paper(body: Body, url: str, headers: Mapping[str, str]) -> bool:
    """Whether the body is, or promises to be, a file rather than a page."""
    return bool(claimed(url, headers) or kind(body.head(1024)))


async def read_paper(body: Body, url: str, headers: Mapping[str, str], words: bool) -> Paper:
    """Look into a file, off the event loop: archives and large PDFs take their time."""
    promise, found = claimed(url, headers), kind(body.head(1024))
    paper = await asyncio.to_thread(_inspect, body, promise, found, headers)
    if words and paper.fault is None:
        text = await _pdf_words(body.path("")) if found == "pdf" else _words(body, paper.suffix)
        paper = paper._replace(text=text)
    return paper


def _inspect(body: Body, promise: str, found: str, headers: Mapping[str, str]) -> Paper:
    suffix = promise or ("doc" if found == "ole" else found)
    path = body.path(suffix)
    if found == "rtf" and promise in ("doc", "rtf", "wps", ""):
        return Paper("rtf", promise, None, None)
    if promise in ("doc", "xls") and not found and _exported(body.head(4096)):
        return Paper(
            promise, promise, Sign("mislabelled", f"扩展名是 .{promise}，内容是表格网页"), None
        )
    fault = inspect(path) if suffix in CHECKED else None
    sign = Sign(fault.reason, fault.evidence) if fault is not None else None
    addresses: tuple[str, ...] = ()
    if sign is None and found == "pdf":
        addresses = tuple(dict.fromkeys(_addresses(body.head(_SPAN * 8))))
    return Paper(suffix, promise, sign or _mislabelled(suffix, headers), None, addresses)


def _exported(head: bytes) -> bool:
    """Office opens tables that programs export as HTML, with a warning."""
    return b"urn:schemas-microsoft-com" in head


def _mislabelled(suffix: str, headers: Mapping[str, str]) -> Sign | None:
    """A declared type that is plainly another one."""
    declared = _declared(headers)
    wrong = declared.startswith("text/")
    if suffix == "pdf":
        wrong = wrong or declared.startswith("image/") or _TYPES.get(declared, "pdf") != "pdf"
    elif declared == "application/pdf":
        wrong = True
    return Sign("mislabelled", f"声明的类型是 {declared}，内容是 {suffix}") if wrong else None


def _addresses(data: bytes) -> list[str]:
    """http addresses of a PDF's links, also from compressed object streams."""
    if b"/Encrypt" in data:
        return []
    pieces = [data]
    for match in _STREAM.finditer(data):
        try:
            pieces.append(zlib.decompressobj().decompress(data[match.end() :], _SPAN))
        except zlib.error:
            continue
        if len(pieces) > 200:
            break
    found = []
    for piece in pieces:
        for plain, digits in _URI.findall(piece):
            raw = bytes.fromhex(digits.decode()[: len(digits) // 2 * 2]) if digits else plain
            text = re.sub(rb"\\([()\\])", rb"\1", raw).decode("utf-8", "replace")
            if text.startswith(("http://", "https://")):
                found.append(text)
    return found


def _words(body: Body, suffix: str) -> str | None:
    """The text of an office document; None where it cannot be read."""
    if suffix not in _OFFICE:
        return None
    try:
        with zipfile.ZipFile(body.path(suffix)) as archive:
            parts = [one for one in archive.infolist() if one.filename.endswith(".xml")]
            if sum(one.file_size for one in parts) > _SPAN * 8:
                return None
            text = "\n".join(archive.read(one).decode("utf-8", "replace") for one in parts)
    except (zipfile.BadZipFile, OSError, RuntimeError, zlib.error, NotImplementedError):
        return None
    return re.sub(r"<[^>]+>", "", re.sub(r"</(?:w:p|a:p|si|c|row)>", " ", text))


async def _pdf_words(path: Path) -> str | None:
    """The text of a PDF, read by a process of its own: a hostile file may take for ever."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "disclosure.audit.observe.fetch.words", str(path),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part)},
    )  # fmt: skip
    try:
        said, _ = await asyncio.wait_for(process.communicate(), _LONGEST)
    except TimeoutError:
        process.kill()
        await process.wait()
        return None
    text = said.decode("utf-8", "replace")
    return text if text.strip() else None
