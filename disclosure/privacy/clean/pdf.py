"""PDF: the pages copied into a new file, so that properties, attachments and scripts stay behind;
notes are taken off the pages, links and form fields stay."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from disclosure.privacy.clean import image
from disclosure.privacy.content import Unreadable
from disclosure.privacy.read.image import looks_like

_KEPT = ("/Link", "/Widget")


def clean(data: bytes) -> tuple[bytes, list[str]]:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("PDF 已加密，不能清理")
        done = _said(reader)
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        for page in writer.pages:
            _page(page, done)
        writer.metadata = None
        out = io.BytesIO()
        writer.write(out)
    except Unreadable:
        raise
    except Exception as error:  # a broken PDF raises whatever its parser meets
        raise Unreadable("PDF 已损坏，不能清理") from error
    return out.getvalue(), list(dict.fromkeys(done))


def _said(reader: PdfReader) -> list[str]:
    root: Any = reader.trailer["/Root"]
    done = ["清空了作者等文档属性"] if reader.metadata or "/Metadata" in root else []
    if dict(reader.attachments):
        done.append("删去了附在里面的文件")
    if reader.outline:
        done.append("删去了书签")
    return done


def _page(page: Any, done: list[str]) -> None:
    for key in ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb"):
        page.pop(key, None)
    notes = page.get("/Annots")
    if notes is not None:
        kept = [one for one in notes.get_object() if one.get_object().get("/Subtype") in _KEPT]
        if len(kept) < len(notes.get_object()):
            done.append("删去了批注")
        page[NameObject("/Annots")] = ArrayObject(kept)
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    for one in objects.get_object().values() if objects is not None else ():
        stream = one.get_object()
        stream.pop("/Metadata", None)
        stream.pop("/PieceInfo", None)
        body = getattr(stream, "_data", b"")
        if (
            "/DCTDecode" in str(stream.get("/Filter"))
            and isinstance(body, bytes)
            and looks_like(body)
        ):
            fresh, said = image.clean(body)
            if said:
                stream._data = fresh
                done.append("删去了图片里的拍摄信息")
