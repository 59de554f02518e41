"""What a browser got for an address, as it came: bytes, and what sort of file they are."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Response

_KINDS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt",
    "application/pdf": "pdf", "application/zip": "zip", "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel": "xls", "image/jpeg": "jpg", "image/png": "png",
}  # fmt: skip


def body_of(answer: Response) -> bytes:
    from playwright.sync_api import Error

    try:
        return answer.body()
    except Error as error:
        raise ValueError(f"浏览器没有留下原始响应（{str(error).splitlines()[0]}）") from None


def kind_of(answer: Response) -> str:
    declared = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    return _KINDS.get(declared, "" if declared else "html")


def suffix_of(answer: Response) -> str:
    named = urlsplit(answer.url).path.rpartition(".")[2].lower()
    fits = named.isalnum() and named.isascii() and len(named) <= 5
    return kind_of(answer) or (named if fits else "bin")
