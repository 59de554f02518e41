"""Small, true attachments with things hidden in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from disclosure.demo.docx import docx as plain_docx
from disclosure.demo.pdf import pdf as plain_pdf

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _links(*links: tuple[str, str, str]) -> str:
    body = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{_P}/relationships">{body}</Relationships>'


def core(author: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator></cp:coreProperties>'
    )


def paragraph(text: str, marks: str = "") -> str:
    return f'<w:p><w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def deleted(text: str, author: str = "") -> str:
    return f'<w:p><w:r><w:t>正文</w:t></w:r><w:del w:id="1" w:author="{author}"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str = "", author: str = "", comment: str = "", header: str = "") -> bytes:
    parts: dict[str, bytes | str] = dict(unzipped(plain_docx("关于示例的通知", ["正文。"])))
    parts["word/document.xml"] = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    if author:
        parts["docProps/core.xml"] = core(author)
    if comment:
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{_W}"><w:comment w:id="0" w:author="王五">{paragraph(comment)}</w:comment></w:comments>'
        )
        parts["word/_rels/document.xml.rels"] = _links(("rId9", "comments", "comments.xml"))
    if header:
        parts["word/header1.xml"] = f'<w:hdr xmlns:w="{_W}">{paragraph(header)}</w:hdr>'
    return zipped(parts)


Cell = str | int | float


def xlsx(
    sheets: Mapping[str, list[list[Cell]]],
    *,
    hidden: tuple[str, ...] = (),
    hidden_column: int = 0,
    hidden_row: int = 0,
    comment: str = "",
    author: str = "",
) -> bytes:
    strings: list[str] = []
    parts: dict[str, bytes | str] = {}
    for number, rows in enumerate(sheets.values(), 1):
        columns = (
            f'<cols><col min="{hidden_column}" max="{hidden_column}" hidden="1"/></cols>'
            if hidden_column
            else ""
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_S}">{columns}<sheetData>'
            + "".join(_row(at, row, strings, at == hidden_row) for at, row in enumerate(rows, 1))
            + "</sheetData></worksheet>"
        )
    listed = "".join(
        f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"{" state=" + chr(34) + "hidden" + chr(34) if title in hidden else ""}/>'
        for n, title in enumerate(sheets, 1)
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{listed}</sheets></workbook>'
    )
    links = [
        (f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)
    ]
    parts["xl/_rels/workbook.xml.rels"] = _links(
        *links, ("rIdS", "sharedStrings", "sharedStrings.xml")
    )
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{_S}">'
        + "".join(f"<si><t>{escape(one)}</t></si>" for one in strings)
        + "</sst>"
    )
    if comment:
        parts["xl/comments1.xml"] = (
            f'<comments xmlns="{_S}"><authors><author>赵六</author></authors><commentList>'
            f'<comment ref="A1" authorId="0"><text><t>{comment}</t></text></comment></commentList></comments>'
        )
    if author:
        parts["docProps/core.xml"] = core(author)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/xml"/>' for name in parts
    )
    types = f'<Types xmlns="{_P}/content-types">{overrides}</Types>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": _links(), **parts})


def _row(number: int, row: list[Cell], strings: list[str], hidden: bool) -> str:
    cells = ""
    for column, value in enumerate(row):
        at = f"{chr(65 + column)}{number}"
        if isinstance(value, str):
            strings.append(value)
            cells += f'<c r="{at}" t="s"><v>{len(strings) - 1}</v></c>'
        else:
            cells += f'<c r="{at}"><v>{value!r}</v></c>'
    return (
        f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{cells}</row>'
    )


def pdf(
    lines: list[str],
    *,
    author: str = "",
    note: str = "",
    attachment: bytes = b"",
    password: str = "",
    owner: str = "",
) -> bytes:
    """`owner`: locked against printing with AES, but open to every reader."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_pdf("关于示例的通知", lines))))
    if author:
        writer.add_metadata({"/Author": author})
    if note:
        writer.add_annotation(0, FreeText(text=note, rect=(10, 10, 90, 30)))
    if attachment:
        writer.add_attachment("attached.txt", attachment)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    if owner:
        writer.encrypt("", owner_password=owner, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf() -> bytes:
    """One page that is only a picture."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    picture = StreamObject()
    picture._data = jpeg()
    picture.update(
        {
            NameObject(k): NameObject(v)
            for k, v in {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/DCTDecode"}.items()
        }
    )
    objects = DictionaryObject({NameObject("/Im0"): writer._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def jpeg(*, gps: bool = False, turned: bool = False) -> bytes:
    exif = Image.Exif()
    if gps:
        place = exif.get_ifd(0x8825)
        place[1], place[2], place[3], place[4] = "N", (1.0, 2.0, 3.0), "E", (4.0, 5.0, 6.0)
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (16, 8), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def png(author: str = "") -> bytes:
    words = PngInfo()
    if author:
        words.add_itxt("Author", author)
    out = io.BytesIO()
    Image.new("RGB", (16, 8), "white").save(out, "PNG", pnginfo=words)
    return out.getvalue()
