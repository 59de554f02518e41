"""PDF: the text of each page, annotations, form fields, properties, bookmarks, attachments.

A page that is only a picture, and letters that cannot be mapped back, are said, not passed over.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from disclosure.privacy.content import Content, Passage, Property, Unreadable
from disclosure.privacy.read import image

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_INFO = {"/Author": "作者", "/Title": "标题", "/Subject": "主题", "/Keywords": "关键词"}
_PRIVATE = re.compile("[\ufffd\ue000-\uf8ff\0-\x08\x0e-\x1f]")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_XMP_TEXT = re.compile(r">([^<>]{2,})<")
_SUBTYPES = (
    "/FreeText",
    "/Text",
    "/Highlight",
    "/Popup",
    "/Square",
    "/Underline",
    "/StrikeOut",
    "/Stamp",
    "/Link",
    "/Widget",
    "/Ink",
    "/Caret",
)


_MADE = ("/Link", "/Widget", "/Popup", "/Stamp")
"""Annotations that a program makes."""


def read(data: bytes) -> Content:
    content = Content()
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("PDF 已加密，需要密码")
        count = len(reader.pages)
    except Unreadable:
        raise
    except Exception as error:  # a broken PDF raises whatever its parser meets
        raise Unreadable("PDF 已损坏或已加密，打不开") from error
    if not count:
        raise Unreadable("PDF 里没有页面")
    for number in range(count):
        _page(reader, number, content)
    for task in (_properties, _fields, _outline, _attachments):
        try:
            task(reader, content)
        except Exception:  # as above; the rest of the file has been read
            content.unread.append(f"PDF 的{_TASKS[task.__name__]}读不通")
    return content


_TASKS = {"_properties": "属性", "_fields": "表单", "_outline": "书签", "_attachments": "附件"}


def _page(reader: PdfReader, number: int, content: Content) -> None:
    place = f"第 {number + 1} 页"
    try:
        page = reader.pages[number]
        text = page.extract_text() or ""
        pictures = list(_pictures(page))
        notes = list(_annotations(page))
    except Exception:  # as above
        content.unread.append(f"{place}读不通")
        return
    if not text.strip() and pictures:
        content.unread.append(f"{place}只有图片，没有文字层，无法检查")
    elif len(_PRIVATE.findall(text)) > max(3, len(text) // 5):
        content.unread.append(f"{place}的文字无法还原（字体没有对照表）")
    for form in dict.fromkeys((text, flowing(text))):
        if form.strip():
            content.passages.append(Passage(form, lambda _: place))
    if any(noted for _, _, noted in notes):
        content.remarks.append(f"{place}有批注")
    for author, words, _ in notes:
        content.add(words, f"{place}的批注")
        if author:
            content.properties.append(Property(f"{place}批注的作者", author, person=True))
    for body in pictures:
        if body and image.looks_like(body):
            try:
                inner = image.read(body)
            except Unreadable:
                continue
            content.located += [f"{place}的图片" for _ in inner.located]
            content.properties += inner.properties


def flowing(text: str) -> str:
    """The lines of a page joined where the line before is a full one; no gaps between letters."""
    lines = text.split("\n")
    full = 0.75 * max(map(len, lines), default=0)
    joined = ""
    for line in lines:
        joined += line.rstrip() + ("" if len(line) >= max(full, 12) else "\n")
    spaced = len(_HAN_GAP.findall(joined)) * 3 > len(joined)
    return _HAN_GAP.sub("", joined) if spaced else joined


def _pictures(page: Any) -> Iterator[bytes]:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return
    for one in objects.get_object().values():
        stream = one.get_object()
        if stream.get("/Subtype") == "/Image":
            jpeg = "/DCTDecode" in str(stream.get("/Filter"))
            yield bytes(stream._data) if jpeg and isinstance(stream._data, bytes) else b""
        elif stream.get("/Subtype") == "/Form":
            yield from _pictures(stream)


def _annotations(page: Any) -> Iterator[tuple[str, str, bool]]:
    """Author and words of each annotation, and whether a person wrote it as a note."""
    for one in page.get("/Annots") or ():
        note = one.get_object()
        words = [
            str(note[key])
            for key in ("/Contents", "/V", "/DV", "/TU", "/Subj", "/RC")
            if key in note and not hasattr(note[key], "keys")
        ]
        action = note.get("/A")
        if action is not None and "/URI" in action.get_object():
            uri = action.get_object()["/URI"]
            words.append(str(uri) if str(uri).startswith(("mailto:", "tel:")) else "")
        author = (
            str(note["/T"])
            if "/T" in note
            and note.get("/Subtype") in _SUBTYPES
            and note.get("/Subtype") != "/Widget"
            else ""
        )
        kind = note.get("/Subtype")
        yield author, "\n".join(filter(None, words)), kind in _SUBTYPES and kind not in _MADE


def _properties(reader: PdfReader, content: Content) -> None:
    for key, value in (reader.metadata or {}).items():
        content.properties.append(
            Property(_INFO.get(key, key.strip("/")), str(value), person=key == "/Author")
        )
    root: Any = reader.trailer["/Root"]
    if "/Metadata" in root:
        packet = root["/Metadata"].get_object().get_data().decode("utf-8", "replace")
        content.add("\n".join(_XMP_TEXT.findall(packet)), "属性（XMP）")
        for author in re.findall(r"<dc:creator>.*?<rdf:li[^>]*>([^<]+)<", packet, re.DOTALL):
            content.properties.append(Property("作者", author, person=True))


def _fields(reader: PdfReader, content: Content) -> None:
    for name, field in (reader.get_fields() or {}).items():
        value = field.get("/V")
        if value is not None:
            content.add(f"{name}：{value}", "表单")


def _outline(reader: PdfReader, content: Content) -> None:
    def titles(nodes: list[Any]) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, list):
                yield from titles(node)
            else:
                yield str(node.title)

    content.add("\n".join(titles(reader.outline)), "书签")


def _attachments(reader: PdfReader, content: Content) -> None:
    for name, bodies in reader.attachments.items():
        for body in bodies if isinstance(bodies, list) else [bodies]:
            content.inner.append((name, bytes(body)))
