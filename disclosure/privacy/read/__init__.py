"""bytes -> Content: one reader a kind of file, chosen by what the bytes are, not by the name.

Readers and their libraries are loaded with the first file of their kind.
"""

from __future__ import annotations

import re

from disclosure.privacy.content import Content, Unreadable
from disclosure.privacy.read import image, text

__all__ = ["read"]

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_FONTS = (b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0\0", b"ttcf")
_NAMES = {
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件（.doc、.xls、.ppt、.wps）或加密的 Office 文件，请另存为 .docx 或 .xlsx",
    b"Rar!": "RAR 压缩包，请解压后再查",
    b"7z\xbc\xaf": "7z 压缩包，请解压后再查",
    b"{\\rtf": "RTF 文件，请另存为 .docx",
    b"BZh": "bz2 压缩包，请解压后再查",
    b"\xfd7zXZ": "xz 压缩包，请解压后再查",
    b"SQLite format 3": "数据库文件",
    b"ID3": "录音，请人工核听",
    b"OggS": "录音或录像，请人工核看",
    b"\x1aE\xdf\xa3": "录像，请人工核看",
}


def read(name: str, data: bytes) -> Content:
    """Everything in the file. What fails is in `unread`, never an exception."""
    try:
        return _read(name, data)
    except Unreadable as error:
        return Content(unread=[str(error)])
    except RecursionError:
        return Content(unread=["文件内部层次过深"])
    except (
        Exception
    ) as error:  # whatever a strange file does to a parser, the scan goes on and says so
        return Content(unread=[f"读取时出错（{type(error).__name__}），请人工检查"])


def _read(name: str, data: bytes) -> Content:
    suffix = name.rpartition(".")[2].lower()
    if not data:
        if suffix in ("pdf", "docx", "xlsx", "pptx", "zip", "ofd", "jpg", "jpeg", "png"):
            raise Unreadable("文件是空的")
        return Content()
    if data[:64].lstrip(b"\0\r\n\t \xef\xbb\xbf").startswith(b"%PDF-") or (
        suffix == "pdf" and b"%PDF-" in data[:1024]
    ):
        from disclosure.privacy.read import pdf

        return pdf.read(data)
    if data.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        from disclosure.privacy.read import archive

        return archive.read(name, data)
    if data.startswith(b"\x1f\x8b"):
        from disclosure.privacy.read import archive

        return archive.read_gzip(name, data)
    if image.looks_like(data):
        return image.read(data)
    if data.startswith(_FONTS):
        return Content()
    for magic, what in _NAMES.items():
        if data.startswith(magic):
            raise Unreadable(what)
    if data[4:8] == b"ftyp":
        raise Unreadable("录像或 HEIC 照片，请人工核看")
    if suffix in ("pdf", "docx", "xlsx", "pptx", "zip", "ofd", "jpg", "jpeg", "png", "wps", "et"):
        raise Unreadable(f"内容不是有效的 .{suffix} 文件，可能已损坏")
    return _text(suffix, data)


def _text(suffix: str, data: bytes) -> Content:
    if suffix in ("html", "htm", "xhtml", "shtml") or _HTML.match(data[:400]):
        from disclosure.privacy.read import html

        return html.read(data)
    return text.read(suffix, data)
