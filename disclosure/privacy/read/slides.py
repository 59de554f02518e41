"""PPTX: slides, notes, comments, by paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from disclosure.privacy.content import Content, Property, Table
from disclosure.privacy.read.markup import Element, attribute, local, named, paragraphs, words
from disclosure.privacy.read.package import part, properties, rest

_PARTS = (
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), "第 {} 张幻灯片"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml"), "第 {} 张幻灯片的备注"),
    (re.compile(r"ppt/comments/(.*)\.xml"), "批注 {}"),
)
_AUTHORS = ("ppt/commentAuthors.xml", "ppt/authors.xml")


def read(parts: Mapping[str, bytes]) -> Content:
    content = Content()
    properties(parts, content)
    done = [*_AUTHORS]
    done += [name for name in parts if name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/"))]
    for name in parts:
        title = next((t.format(m[1]) for form, t in _PARTS if (m := form.fullmatch(name))), "")
        if title and (root := part(parts, name, content)) is not None:
            _slide(root, title, content)
            done.append(name)
    for name in _AUTHORS:
        if (root := part(parts, name, content)) is not None:
            for author in named(root, "cmAuthor", "author"):
                who = attribute(author, "name")
                content.properties.append(Property("批注的作者", who, person=True))
    rest(parts, done, content)
    return content


def _slide(root: Element, title: str, content: Content) -> None:
    comment = title.startswith("批注")
    content.add("\n".join(words(root) if comment else paragraphs(root)), title)
    content.add("\n".join(attribute(e, "descr") for e in named(root, "cNvPr")), title)
    for table in named(root, "tbl"):
        rows = [dict(enumerate(map(_cell, _cells(row)))) for row in named(table, "tr")]
        content.tables.append(Table(rows, lambda row, _: f"{title}的表格第 {row + 1} 行"))
    if comment:
        content.remarks.append("有批注")
    if attribute(root, "show") == "0":
        content.remarks.append(f"{title}是隐藏的")


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if local(cell) == "tc"]


def _cell(cell: Element) -> str:
    return "\n".join(paragraphs(cell))
