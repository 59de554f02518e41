"""XML parts of office documents: parsed without entities, network or huge trees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from disclosure.privacy.content import Unreadable

Element = Any
"""lxml has no types of its own."""


def parse(data: bytes, name: str) -> Element:
    """The root element of a part."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"内部文件 {name} 读不通") from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable(f"内部文件 {name} 带有 DTD，不予读取")
    return root


def local(element: Element) -> str:
    """The tag without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def named(root: Element, *names: str) -> Iterator[Element]:
    """Every element with one of these local names, in document order."""
    for element in root.iter():
        if local(element) in names:
            yield element


def words(root: Element, attributes: tuple[str, ...] = ()) -> Iterator[str]:
    """Text of every element, and the values of the named attributes."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            if element.text:
                yield str(element.text)
            continue
        for text in (element.text, element.tail):
            if text and text.strip():
                yield text.strip()
        for name in attributes:
            if value := attribute(element, name):
                yield value


def paragraphs(
    root: Element, holder: str = "p", letters: tuple[str, ...] = ("t",)
) -> Iterator[str]:
    """Text of every paragraph, its runs joined."""
    for element in named(root, holder):
        text = "".join(one.text or "" for one in named(element, *letters))
        if text.strip():
            yield text
