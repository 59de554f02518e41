"""A cleaned copy is clean, is still the same document, and the original is untouched."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from disclosure.cli import main
from disclosure.privacy.allow import Allowed
from disclosure.privacy.clean import Uncleanable, clean
from disclosure.privacy.content import Unreadable
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.scan import scan_bytes
from privacy import built
from privacy.made import ID, MOBILE

CALL = f"手机{MOBILE}"
HIDDEN = {
    "a.docx": built.docx(
        built.deleted(CALL, "李四")
        + built.paragraph(CALL, "<w:vanish/>")
        + built.paragraph("看得见"),
        author="张三",
        comment=CALL,
    ),
    "a.xlsx": built.xlsx(
        {"表": [["名称", "电话"], ["示例", MOBILE]], "底表": [[MOBILE]]},
        hidden=("底表",),
        hidden_column=2,
        comment=CALL,
        author="张三",
    ),
    "a.pdf": built.pdf(["看得见"], author="张三", note=CALL, attachment=CALL.encode()),
    "a.jpg": built.jpeg(gps=True),
    "a.png": built.png("张三"),
    "a.zip": built.zipped({"x/a.jpg": built.jpeg(gps=True), "b.txt": "看得见"}),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_gone(name: str) -> None:
    assert scan_bytes(name, HIDDEN[name], Allowed()).findings
    copy, done = clean(name, HIDDEN[name], None)
    after = scan_bytes(name, copy, Allowed())
    assert done and (after.findings, after.unread) == ([], [])
    remarks = [remark for _, remark in after.remarks if "画面" not in remark]
    assert remarks == [] or name == "a.xlsx"  # the emptied column stays hidden
    raw = b"".join(built.unzipped(copy).values()) if copy[:2] == b"PK" else copy
    assert MOBILE.encode() not in raw and "张三".encode() not in raw


def test_the_document_stays_whole() -> None:
    parts = built.unzipped(clean("a.docx", HIDDEN["a.docx"], None)[0])
    assert (
        "看得见" in parts["word/document.xml"].decode()
        and "正文" in parts["word/document.xml"].decode()
    )
    assert b"comments" not in parts["word/_rels/document.xml.rels"]
    book = built.unzipped(clean("a.xlsx", HIDDEN["a.xlsx"], None)[0])
    assert (
        b"sheet2" not in book["[Content_Types].xml"]
        and b"sheet2" not in book["xl/_rels/workbook.xml.rels"]
    )
    assert "名称" in book["xl/sharedStrings.xml"].decode()
    pages = PdfReader(io.BytesIO(clean("a.pdf", HIDDEN["a.pdf"], None)[0])).pages
    assert "看得见" in pages[0].extract_text()


def test_a_picture_keeps_its_pixels_and_its_way_up() -> None:
    data = built.jpeg(gps=True, turned=True)
    copy, _ = clean("a.jpg", data, None)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(copy)) as after:
        assert before.tobytes() == after.tobytes()
        assert dict(after.getexif()) == {0x0112: 6}


WORDS = f"受援人张三丰，{CALL}，身份证{ID}。"
COVERED = f"受援人张某某，手机{MOBILE[:3]}****{MOBILE[7:]}，身份证{ID[:2]}{'*' * 13}{ID[-3:]}。"


def test_words_are_only_changed_when_asked() -> None:
    data = built.docx(built.paragraph(WORDS))
    assert WORDS in built.unzipped(clean("a.docx", data, None)[0])["word/document.xml"].decode()
    masked = built.unzipped(clean("a.docx", data, NameStyle.SOMEONE)[0])
    assert COVERED in masked["word/document.xml"].decode()
    assert clean("a.txt", WORDS.encode(), None)[0] == WORDS.encode()
    assert clean("a.txt", WORDS.encode(), NameStyle.SOMEONE)[0].decode() == COVERED
    assert "张**" in clean("a.txt", WORDS.encode(), NameStyle.STARS)[0].decode()


def test_a_number_over_several_runs_is_covered() -> None:
    body = (
        f"<w:p><w:r><w:t>手机{MOBILE[:5]}</w:t></w:r><w:r><w:t>{MOBILE[5:]}请拨打</w:t></w:r></w:p>"
    )
    copy, _ = clean("a.docx", built.docx(body), NameStyle.SOMEONE)
    assert not scan_bytes("a.docx", copy, Allowed()).findings
    assert "请拨打" in built.unzipped(copy)["word/document.xml"].decode()


TABLES = {
    "a.csv": f"受援人,电话\n张三,{MOBILE}\n王某,12348\n".encode("gb18030"),
    "a.md": f"| 受援人 | 电话 |\n|---|---|\n| 张三 | {MOBILE} |\n".encode(),
    "a.xlsx": built.xlsx({"表": [["受援人", "电话"], ["张三", MOBILE], ["李四", int(MOBILE)]]}),
    "a.docx": built.docx(built.table(("受援人", "电话"), ("张三", MOBILE))),
}


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_covered_by_their_headers(name: str) -> None:
    before = scan_bytes(name, TABLES[name], Allowed()).findings
    assert {one.kind.value for one in before} == {"person-name", "mobile"}
    copy, _ = clean(name, TABLES[name], NameStyle.SOMEONE)
    assert scan_bytes(name, copy, Allowed()).findings == []


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, Uncleanable),
        ("a.pdf", built.pdf(["一"], password="secret"), Unreadable),
        ("a.docx", built.docx()[:100], Unreadable),
        ("a.jpg", built.jpeg()[:40], Unreadable),
    ],
    ids=["old-word", "locked-pdf", "cut-docx", "cut-jpeg"],
)
def test_what_cannot_be_cleaned_is_said(name: str, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        clean(name, data, None)


def test_the_command_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(HIDDEN["a.docx"])
    assert main(["scrub", str(source)]) == 0
    assert source.read_bytes() == HIDDEN["a.docx"]
    assert (tmp_path / "a-clean.docx").is_file()
    assert main(["scrub", str(source)]) == 64
    assert main(["scrub", str(source), "--out", str(source)]) == 64
    assert main(["scrub", str(tmp_path / "nothing.docx")]) == 64
    (tmp_path / "b.txt").write_text(WORDS, encoding="utf-8")
    assert main(["scrub", str(tmp_path / "b.txt")]) == 1
    assert main(["scrub", str(tmp_path / "b.txt"), "--mask", "--out", str(tmp_path / "c.txt")]) == 0
    (tmp_path / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert main(["scrub", str(tmp_path / "d.doc")]) == 2
    assert MOBILE not in capsys.readouterr().out
