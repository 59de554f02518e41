"""DOCX: changes accepted, comments and hidden text taken out, private settings dropped."""

from __future__ import annotations

import re

from lxml import etree

from disclosure.privacy.clean.cover import UNCOVERABLE
from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Finding
from disclosure.privacy.mask import NameStyle, masked
from disclosure.privacy.read.markup import Element, local, named, parse
from disclosure.privacy.read.writing import read_tables
from disclosure.privacy.table import table_findings

_PARTS = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")
_GONE = frozenset(
    [
        "del",
        "moveFrom",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tcPrChange",
        "trPrChange",
        "tblGridChange",
        "tblPrExChange",
        "numberingChange",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "cellIns",
        "cellMerge",
    ]
)
_UNWRAPPED = frozenset({"ins", "moveTo"})
_SETTINGS = frozenset(
    [
        "docVars",
        "rsids",
        "trackRevisions",
        "attachedTemplate",
        "revisionView",
        "documentProtection",
        "mailMerge",
    ]
)
Slot = tuple[Element | None, int]
"""A letter's text element and its place in it; None for the end of a paragraph."""


def clean(parts: dict[str, bytes], style: NameStyle | None, done: list[str]) -> None:
    for name in parts:
        if _PARTS.fullmatch(name):
            root = parse(parts[name], name)
            _accept(root, done)
            if style is not None and _cover(root, style):
                done.append("遮盖了找到的内容")
            parts[name] = written(root)
    if "word/settings.xml" in parts:
        root = parse(parts["word/settings.xml"], "word/settings.xml")
        for element in [e for e in root if local(e) in _SETTINGS]:
            root.remove(element)
        parts["word/settings.xml"] = written(root)


def _accept(root: Element, done: list[str]) -> None:
    """The document as it reads with every change accepted and without what is not printed."""
    for row in [
        e
        for e in named(root, "tr")
        if any(local(x) == "del" for p in e if local(p) == "trPr" for x in p)
    ]:
        row.getparent().remove(row)
    for cell in [e for e in named(root, "tc") if any(True for _ in named(e, "cellDel"))]:
        cell.getparent().remove(cell)
    gone = [e for e in root.iter() if local(e) in _GONE]
    if any(local(e) in ("del", "moveFrom") for e in gone) or any(True for _ in named(root, "ins")):
        done.append("接受了全部修订")
    for element in gone:
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in [e for e in root.iter() if local(e) in _UNWRAPPED]:
        parent, at = element.getparent(), element.getparent().index(element)
        if local(parent) in ("rPr", "trPr"):
            parent.remove(element)
            continue
        for child in list(element):
            parent.insert(at, child)
            at += 1
        parent.remove(element)
    hidden = [
        e
        for e in named(root, "r")
        if any(True for p in e if local(p) == "rPr" for _ in named(p, "vanish"))
    ]
    for run in hidden:
        run.getparent().remove(run)
    if hidden:
        done.append("删去了隐藏文字")


def _cover(root: Element, style: NameStyle) -> bool:
    """Mask what is found in paragraphs and in the cells of tables."""
    changed = False
    for table, cells in read_tables(root):
        found: dict[tuple[int, int], list[Finding]] = {}
        for row, column, one in table_findings(table):
            found.setdefault((row, column), []).append(one)
        for place, ones in found.items():
            text, slots = _slots(cells[place])
            changed |= _write(text, slots, ones, style)
    text, slots = _slots(root)
    return _write(text, slots, detect(text), style) or changed


def _slots(root: Element) -> tuple[str, list[Slot]]:
    """The text of all paragraphs as it is read, and the home of each letter."""
    letters: list[str] = []
    slots: list[Slot] = []
    for paragraph in named(root, "p"):
        for element in paragraph.iter():
            if local(element) == "t" and element.text and _paragraph(element) is paragraph:
                letters += element.text
                slots += [(element, at) for at in range(len(element.text))]
        letters.append("\n")
        slots.append((None, 0))
    return "".join(letters).rstrip("\n"), slots


def _paragraph(element: Element) -> Element:
    while element is not None and local(element) != "p":
        element = element.getparent()
    return element


def _write(
    text: str, slots: list[Slot], found: list[Finding] | tuple[Finding, ...], style: NameStyle
) -> bool:
    """Put each mask where its finding begins and take the other letters out."""
    changes: dict[Element, dict[int, str]] = {}
    for one in found:
        if one.kind in UNCOVERABLE:
            continue
        shown = masked(one.kind, one.value, style)
        for at in range(one.start, min(one.end, len(slots))):
            element, place = slots[at]
            if element is not None:
                changes.setdefault(element, {})[place] = shown
                shown = ""
    for element, letters in changes.items():
        old = element.text or ""
        element.text = "".join(letters.get(at, letter) for at, letter in enumerate(old))
    return bool(changes)


def written(root: Element) -> bytes:
    """A part as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
