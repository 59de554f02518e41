"""bytes -> a cleaned copy: what a file says about itself, and what it hides, is gone.

Words that people see are never silently edited: they are listed, or covered when asked.
"""

from __future__ import annotations

from disclosure.privacy.clean import image, package, pdf, text
from disclosure.privacy.content import Unreadable
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.read import archive
from disclosure.privacy.read.image import looks_like

__all__ = ["Uncleanable", "clean"]


class Uncleanable(Exception):
    """There is no way to clean this kind of file; the message says what to do."""


def clean(name: str, data: bytes, cover: NameStyle | None) -> tuple[bytes, list[str]]:
    """The copy, and what was done to it in sentences. `cover` asks to mask what is found."""
    suffix = name.rpartition(".")[2].lower()
    if data.startswith(b"PK\3\4"):
        return _zipped(suffix, data, cover)
    if b"%PDF-" in data[:1024]:
        return pdf.clean(data)
    if looks_like(data):
        return image.clean(data)
    if suffix in ("txt", "csv", "tsv", "md", "markdown", "json", "yaml", "yml", "html", "htm"):
        return text.clean(suffix, data, cover)
    raise Uncleanable("这种格式不能自动清理，请另存为 .docx、.xlsx、.pdf 或 .txt 再试")


def _zipped(suffix: str, data: bytes, cover: NameStyle | None) -> tuple[bytes, list[str]]:
    parts, unread = archive.unpack(data)
    if unread:
        raise Unreadable("；".join(unread))
    if "[Content_Types].xml" in parts:
        return package.clean(parts, cover)
    if suffix != "zip":
        raise Uncleanable("这种格式不能自动清理，请另存为 .docx、.xlsx 或 .pdf 再试")
    done: list[str] = []
    fresh: dict[str, bytes] = {}
    for inner, body in parts.items():
        try:
            fresh[inner], said = clean(inner, body, cover)
        except Uncleanable:
            fresh[inner], said = body, ["不能自动清理，原样保留"]
        done += [f"{inner}：{one}" for one in said]
    return package.zipped(fresh), done
