"""Office packages: properties emptied, comments and private parts dropped with all that points
to them, pictures cleaned, words handed to the cleaner of their kind."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from disclosure.privacy.clean import image, sheets, writing
from disclosure.privacy.clean.writing import written
from disclosure.privacy.content import Unreadable
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.read.image import looks_like
from disclosure.privacy.read.markup import Element, attribute, local, named, parse

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = _HEAD + (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"/>'
)
_APP = (
    _HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_DROPPED = {
    "自定义属性": re.compile(r"docProps/custom\.xml|customXml/.*"),
    "缩略图": re.compile(r"docProps/thumbnail\..*"),
    "批注": re.compile(
        r"word/comments\w*\.xml|word/people\.xml|xl/comments\d*\.xml|xl/comments/.*|xl/threadedComments/.*|xl/persons/.*|"
        r"ppt/comments/.*|ppt/commentAuthors\.xml|ppt/authors\.xml"
    ),
    "打印机设置": re.compile(r".*/printerSettings\d*\.bin"),
    "计算链": re.compile(r"xl/calcChain\.xml"),
    "修订历史": re.compile(r"xl/revisions/.*"),
}


def clean(parts: dict[str, bytes], cover: NameStyle | None) -> tuple[bytes, list[str]]:
    """The package without its private parts."""
    done: list[str] = []
    fresh = dict(parts)
    for name, empty in (("docProps/core.xml", _CORE), ("docProps/app.xml", _APP)):
        if name in fresh and fresh[name] != empty:
            fresh[name] = empty
            done.append("清空了作者、单位等文档属性")
    dropped: set[str] = set()
    for title, form in _DROPPED.items():
        gone = {name for name in fresh if form.fullmatch(name)}
        dropped |= gone
        if gone and title not in ("计算链", "打印机设置"):
            done.append(f"删去了{title}")
    if "xl/workbook.xml" in fresh:
        dropped |= sheets.clean(fresh, cover, done)
        dropped |= _notes(fresh)
    elif "word/document.xml" in fresh:
        writing.clean(fresh, cover, done)
    for name in dropped:
        fresh.pop(name, None)
    _unlink(fresh, dropped)
    _pictures(fresh, done)
    return zipped(fresh), list(dict.fromkeys(done))


def _notes(parts: dict[str, bytes]) -> set[str]:
    """The drawings that only show the boxes of comments."""
    return {
        name
        for name, data in parts.items()
        if name.endswith(".vml") and b'ObjectType="Note"' in data
    }


def _unlink(parts: dict[str, bytes], dropped: set[str]) -> None:
    """Take out every relationship, type and element that points to a dropped part."""
    for name in [one for one in parts if one.endswith(".rels")]:
        root = parse(parts[name], name)
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        gone = [e for e in named(root, "Relationship") if _target(e, folder) in dropped]
        if source in dropped:
            del parts[name]
        elif gone:
            ids = {attribute(e, "Id") for e in gone}
            for element in gone:
                root.remove(element)
            parts[name] = written(root)
            _unrefer(parts, source, ids)
    types = parse(parts["[Content_Types].xml"], "[Content_Types].xml")
    for element in list(named(types, "Override")):
        if attribute(element, "PartName").lstrip("/") not in parts:
            types.remove(element)
    parts["[Content_Types].xml"] = written(types)


def _target(link: Element, folder: str) -> str:
    target = attribute(link, "Target")
    if attribute(link, "TargetMode") == "External":
        return ""
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(folder, target))
    )


def _unrefer(parts: dict[str, bytes], source: str, ids: set[str]) -> None:
    """Elements of a part that hold nothing but a reference to what is gone."""
    if source not in parts or not source.endswith(".xml"):
        return
    root = parse(parts[source], source)
    for element in list(root.iter()):
        if local(element) in ("legacyDrawing", "attachedTemplate", "tags", "pageSetup", "custData"):
            for key, value in list(element.attrib.items()):
                if key.endswith("}id") and value in ids:
                    if local(element) == "pageSetup":
                        del element.attrib[key]
                    else:
                        element.getparent().remove(element)
                    break
    parts[source] = written(root)


def _pictures(parts: dict[str, bytes], done: list[str]) -> None:
    for name, data in parts.items():
        if looks_like(data):
            try:
                fresh, said = image.clean(data)
            except Unreadable:
                continue
            if said:
                parts[name] = fresh
                done.append("删去了图片里的拍摄信息")


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP without times, comments or the name of the system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, data)
    return out.getvalue()
