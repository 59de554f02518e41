"""DOCX: body, headers, footnotes, comments; what was deleted or hidden is read as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from disclosure.privacy.content import Content, Passage, Property, Table
from disclosure.privacy.read.markup import Element, attribute, local, named, words
from disclosure.privacy.read.package import part, properties, rest

Parts = Mapping[str, bytes]

_NAMES = (
    (re.compile(r"word/document\d*\.xml"), "正文"),
    (re.compile(r"word/header\d*\.xml"), "页眉"),
    (re.compile(r"word/footer\d*\.xml"), "页脚"),
    (re.compile(r"word/footnotes\d*\.xml"), "脚注"),
    (re.compile(r"word/endnotes\d*\.xml"), "尾注"),
    (re.compile(r"word/comments\d*\.xml"), "批注"),
)
_SKIPPED = {"Fallback", "rPr", "pPr", "tblPr", "sectPr"}
_REVISED = ("ins", "del", "moveFrom", "moveTo", "comment", "rPrChange", "pPrChange")


def read(parts: Parts) -> Content:
    content = Content()
    properties(parts, content)
    done = []
    for name in parts:
        title = next((title for form, title in _NAMES if form.fullmatch(name)), "")
        if title and (root := part(parts, name, content)) is not None:
            _part(root, title, content)
            done.append(name)
    _people(parts, content)
    rest(parts, [*done, "word/people.xml"], content)
    return content


def _part(root: Element, title: str, content: Content) -> None:
    lines = list(_lines(root, deleted=False))
    _add(content, [text for text, _ in _lines(root, deleted=False, cells=False)], title)
    secret = [text for text, hidden in lines if hidden]
    if secret:
        content.remarks.append(f"{title}里有隐藏文字")
    if any(True for _ in named(root, "ins", "moveTo")):
        content.remarks.append(f"{title}里有未接受的修订（插入的文字）")
    if any(True for _ in named(root, "del", "moveFrom")):
        content.remarks.append(f"{title}里有未接受的修订，删去的文字仍在文件里")
        kept = {text for text, _ in lines}
        before = [text for text, _ in _lines(root, deleted=True) if text not in kept]
        _add(content, before, f"{title}（修订前的文字）")
    if title == "批注":
        content.remarks.append("有批注")
    for author in sorted({attribute(e, "author") for e in named(root, *_REVISED)} - {""}):
        content.properties.append(Property(f"{title}里修订或批注的作者", author, person=True))
    said = [text for e in root.iter() for text in _attributes(e)]
    content.add("\n".join(said), f"{title}（图片说明、域、链接）")
    for table, _ in read_tables(root, title):
        content.tables.append(table)


def _add(content: Content, lines: list[str], title: str) -> None:
    text = "\n".join(lines)
    if text.strip():
        content.passages.append(
            Passage(text, lambda at: f"{title}第 {text.count(chr(10), 0, at) + 1} 段")
        )


def _lines(root: Element, *, deleted: bool, cells: bool = True) -> Iterator[tuple[str, bool]]:
    """Text of each paragraph, after the revisions or before them; whether any of it is hidden.

    Without `cells` paragraphs in tables are left out.
    """
    for paragraph in named(root, "p"):
        if not cells and _holder(paragraph, "tc") is not None:
            continue
        text = "".join(_letters(paragraph, deleted, top=True))
        hidden = any(True for run in named(paragraph, "vanish"))
        yield text, hidden and bool(text.strip())


def _letters(element: Element, deleted: bool, *, top: bool = False) -> Iterator[str]:
    """The letters of a paragraph; a text box inside is a paragraph of its own."""
    for child in element:
        name = local(child)
        if name in _SKIPPED or name == "txbxContent":
            continue
        if (name in ("del", "moveFrom") and not deleted) or (name in ("ins", "moveTo") and deleted):
            continue
        if name in ("t", "delText"):
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        else:
            yield from _letters(child, deleted)


def _attributes(element: Element) -> Iterator[str]:
    name = local(element)
    if name in ("instrText", "delInstrText") and element.text:
        yield element.text
    elif name in ("docPr", "cNvPr", "textpath"):
        yield from filter(None, (attribute(element, key) for key in ("descr", "title", "string")))
    elif name in ("tag", "alias", "placeholder", "default", "result", "listItem", "checkBox"):
        yield from filter(None, (attribute(element, "val"), attribute(element, "displayText")))


Cells = dict[tuple[int, int], Element]


def read_tables(root: Element, title: str = "正文") -> Iterator[tuple[Table, Cells]]:
    """Every table, and the elements of its cells by row and column."""
    heading = next(
        (text[:60] for text, _ in _lines(root, deleted=False, cells=False) if text.strip()), ""
    )
    for element in named(root, "tbl"):
        rows: list[dict[int, str]] = []
        cells: Cells = {}
        for row in (e for e in named(element, "tr") if _holder(e, "tbl") is element):
            rows.append({})
            for column, cell in _columns(row):
                cells[len(rows) - 1, column] = cell
                rows[-1][column] = "\n".join(text for text, _ in _lines(cell, deleted=False))
        if rows:
            yield Table(rows, _place(title), f"{heading} {_above(element)}"), cells


def _place(title: str) -> Callable[[int, int], str]:
    return lambda row, column: f"{title}的表格第 {row + 1} 行第 {column + 1} 列"


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in (e for e in named(row, "tc") if _holder(e, "tr") is row):
        yield column, cell
        span = next((attribute(e, "val") for e in named(cell, "gridSpan")), "1")
        column += int(span) if span.isdecimal() and 0 < int(span) < 100 else 1


def _holder(element: Element, name: str) -> Element:
    """The nearest element of this name around it (content controls may stand between)."""
    parent = element.getparent()
    while parent is not None and local(parent) != name:
        parent = parent.getparent()
    return parent


def _above(table: Element) -> str:
    """The nearest paragraph with words before the table."""
    before = table.getprevious()
    for _ in range(4):
        if before is None:
            return ""
        if text := "".join(_letters(before, deleted=False)).strip():
            return text[-60:]
        before = before.getprevious()
    return ""


def _people(parts: Parts, content: Content) -> None:
    if (root := part(parts, "word/people.xml", content)) is not None:
        for person in named(root, "person"):
            content.properties.append(
                Property("参与修订的人", attribute(person, "author"), person=True)
            )
        content.add("\n".join(words(root, ("userId",))), "参与修订的人")
