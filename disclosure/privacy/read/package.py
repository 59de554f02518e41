"""What every Office package has: properties, relationships, pictures, embedded files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.privacy.content import Content, Property, Unreadable
from disclosure.privacy.read.markup import Element, attribute, local, named, parse, words

Parts = Mapping[str, bytes]

_PERSONS = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "Manager": "经理",
    "initial-creator": "作者",
    "Author": "作者",
    "Creator": "创建程序",
}
_OTHERS = {
    "title": "标题", "subject": "主题", "description": "备注", "keywords": "关键词",
    "category": "类别", "Company": "单位", "contentStatus": "状态", "HyperlinkBase": "链接基准",
}  # fmt: skip
_SAID = (
    "descr",
    "title",
    "alt",
    "tooltip",
    "prompt",
    "promptTitle",
    "error",
    "errorTitle",
    "val",
    "v",
    "displayName",
    "Target",
    "userId",
    "name",
    "string",
)


def properties(parts: Parts, content: Content) -> None:
    """Core, extended and custom properties."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if (root := part(parts, name, content)) is None:
            continue
        for element in root.iter():
            key, value = local(element), (element.text or "").strip()
            if value and key in _PERSONS:
                content.properties.append(Property(_PERSONS[key], value, person=True))
            elif value and key in _OTHERS:
                content.properties.append(Property(_OTHERS[key], value))
    if (root := part(parts, "docProps/custom.xml", content)) is not None:
        for element in named(root, "property"):
            value = " ".join(text for child in element for text in words(child))
            name = attribute(element, "name")
            person = any(
                word in name.lower()
                for word in ("author", "作者", "编辑", "拟稿", "姓名", "editor")
            )
            content.properties.append(Property(f"自定义：{name}", value, person=person))


def part(parts: Parts, name: str, content: Content) -> Element | None:
    """The root of a part if it is there and can be read; else it is said."""
    if name not in parts:
        return None
    try:
        return parse(parts[name], name)
    except Unreadable as error:
        content.unread.append(str(error))
        return None


def rest(parts: Parts, done: Iterable[str], content: Content) -> None:
    """Every part that no reader has a special eye for: its words, its pictures, its files."""
    seen = {
        *done,
        "docProps/core.xml",
        "docProps/app.xml",
        "docProps/custom.xml",
        "[Content_Types].xml",
    }
    for name, data in parts.items():
        if name in seen or not data:
            continue
        if name.endswith(".rels"):
            if (root := part(parts, name, content)) is not None:
                targets = [
                    attribute(e, "Target")
                    for e in named(root, "Relationship")
                    if attribute(e, "TargetMode") == "External"
                ]
                content.add("\n".join(targets), "外部链接")
        elif name.endswith((".xml", ".vml")):
            if (
                "theme/" in name
                or "/styles" in name
                or "fontTable" in name
                or "webSettings" in name
            ):
                continue
            if (root := part(parts, name, content)) is not None:
                content.add("\n".join(words(root, _SAID)), f"内部文件 {name}")
        elif name.endswith(".bin") and data[:8] != b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            continue  # printer settings and the like hold no text
        else:
            content.inner.append((name, data))
