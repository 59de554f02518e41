"""OFD, ODF and other packages of XML: their words part by part."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.privacy.content import Content, Property
from disclosure.privacy.read.markup import local, named, paragraphs, words
from disclosure.privacy.read.package import part, rest

_AUTHORS = ("Author", "Creator", "creator", "initial-creator", "printed-by")


def read(parts: Mapping[str, bytes]) -> Content:
    content = Content()
    done = []
    text_found = False
    for name in parts:
        if not name.endswith(".xml") or (root := part(parts, name, content)) is None:
            continue
        done.append(name)
        for element in named(root, *_AUTHORS):
            if element.text:
                content.properties.append(Property("作者", element.text, person=True))
        if next(named(root, "tracked-changes"), None) is not None:
            content.remarks.append("有未接受的修订")
        if next(named(root, "annotation"), None) is not None:
            content.remarks.append("有批注")
        # OFD writes each run of letters as a TextCode; ODF has paragraphs of mixed content.
        runs = [e.text or "" for e in named(root, "TextCode")]
        lines = (
            [_all(p) for p in named(root, "p", "h")] if local(root).startswith("document") else []
        )
        text_found = text_found or bool(runs or lines)
        content.add("\n".join(runs), f"内部文件 {name}")
        content.add("".join(runs), f"内部文件 {name}")
        content.add("\n".join(lines or words(root) if not runs else []), f"内部文件 {name}")
    rest(parts, done, content)
    if "OFD.xml" in parts and not text_found:
        content.unread.append("OFD 文件里没有文字，只有图片")
    return content


def _all(element: object) -> str:
    return "".join(element.itertext())  # type: ignore[attr-defined]


__all__ = ["paragraphs", "read"]
