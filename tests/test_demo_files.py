"""The demo's attachments are what they claim, read here without the code that made them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from disclosure.demo.docx import docx
from disclosure.demo.pdf import pdf

FILES = Path(__file__).resolve().parent.parent / "examples" / "demo" / "files"
PDFS, DOCXS = sorted(FILES.glob("*/*.pdf")), sorted(FILES.glob("*/*.docx"))
LONG = ["这是一段很长的话，用来占满很多页。" * 12] * 40
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(data: bytes) -> str:
    """Check the whole structure of a PDF, then give the text of its pages."""
    assert data.startswith(b"%PDF-1.5\n") and data.endswith(b"%%EOF\n")
    match = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    assert match
    lines = data[int(match[1]) :].split(b"\n")
    assert lines[0] == b"xref"
    first, count = map(int, lines[1].split())
    assert (first, lines[2]) == (0, b"0000000000 65535 f ")
    objects = {}
    for number, line in enumerate(lines[3 : 2 + count], 1):
        at = int(line[:10])
        assert len(line) == 19 and line.endswith(b" 00000 n ")
        assert data[at:].startswith(b"%d 0 obj\n" % number)
        objects[number] = data[at : data.index(b"\nendobj", at)]
    trailer = b"\n".join(lines[2 + count :])
    assert b"/Size %d " % count in trailer and b"/Root 1 0 R" in trailer
    for body in objects.values():
        for reference in re.findall(rb"(\d+) 0 R", body):
            assert int(reference) in objects
        if (length := re.search(rb"/Length (\d+) >>\nstream\n", body)) is not None:
            assert body[length.end() + int(length[1]) :] == b"\nendstream"
    kids = re.search(rb"/Kids \[(.*?)\] /Count (\d+)", objects[2])
    assert kids and len(re.findall(rb"0 R", kids[1])) == int(kids[2])
    strings = [one for body in objects.values() for one in re.findall(rb"<([0-9A-F]+)> Tj", body)]
    return "".join(bytes.fromhex(one.decode()).decode("utf-16-be") for one in strings)


def docx_text(data: bytes) -> str:
    """Check the package, then give the text of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert names[0] == "[Content_Types].xml" and len(set(names)) == len(names)
        assert {"_rels/.rels", "word/document.xml"} <= set(names)
        assert not any("docProps" in name or "comments" in name for name in names)
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in package.infolist())
        parts = {name: ElementTree.fromstring(package.read(name)) for name in names}
    declared = {node.get("PartName") for node in parts["[Content_Types].xml"]} - {None}
    assert all(
        f"/{name}" in declared for name in names if name.startswith("word/") and "_rels" not in name
    )
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        folder = "word/" if name.startswith("word/") else ""
        assert all(f"{folder}{node.get('Target')}" in names for node in parts[name])
    return "".join(node.text or "" for node in parts["word/document.xml"].iter(f"{W}t"))


def test_both_sorts_are_there() -> None:
    assert len(PDFS) >= 5 and len(DOCXS) >= 5
    assert all(re.fullmatch(r"[a-z0-9-]+\.(pdf|docx)", path.name) for path in FILES.glob("*/*"))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.parent.name)
def test_a_pdf_is_whole_and_has_a_text_layer(path: Path) -> None:
    data = path.read_bytes()
    text = pdf_text(data)
    assert "示例" in text and len(text) > 60
    assert not re.search(rb"/(CreationDate|ModDate|Author|Creator|Producer)", data)


@pytest.mark.parametrize("path", DOCXS, ids=lambda path: path.parent.name)
def test_a_docx_is_whole(path: Path) -> None:
    text = docx_text(path.read_bytes())
    assert "示例" in text and len(text) > 60


def test_many_pages_and_hard_characters() -> None:
    data = pdf("标题（〔2020〕1号）& <b>", LONG)
    assert data.count(b"/Type /Page ") > 5
    assert pdf_text(data).replace("　", "").endswith(LONG[0])
    assert docx_text(docx("标题 & <b>", ["一段 <w:p> & “引号”"])) == "标题 & <b>一段 <w:p> & “引号”"


def test_a_damaged_pdf_is_noticed() -> None:
    data = pdf("标题", ["正文"])
    for spoiled in (data[: len(data) // 2], data.replace(b"/Length", b"/Length 1", 1)):
        with pytest.raises((AssertionError, ValueError, IndexError)):
            pdf_text(spoiled)
