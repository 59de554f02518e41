"""Attachments: true ones of each kind, to be spoilt by the cases."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence


def pdf(*links: str, packed: bool = False) -> bytes:
    """A PDF of one page with a line of text and these links; `packed` hides them in a stream."""
    notes = [
        f"<</Type/Annot/Subtype/Link/Rect[72 {700 - 20 * n} 300 {712 - 20 * n}]/Border[0 0 0]"
        f"/A<</S/URI/URI({link})>>>>".encode()
        for n, link in enumerate(links)
    ]
    first = 6
    annots = " ".join(f"{first + n} 0 R" for n in range(len(notes)))
    text = b"BT /F1 12 Tf 72 720 Td (Notice of the Example Bureau, 2020) Tj ET\n" * 30
    plain = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>/Annots[%s]>>" % annots.encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    return _packed(plain, notes) if packed else _classic([*plain, *notes])


def _classic(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _packed(plain: Sequence[bytes], notes: Sequence[bytes]) -> bytes:
    """PDF 1.5: the notes in an object stream, the table in a stream of its own."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    entries = [(0, 0, 65535)]
    for number, body in enumerate(plain, 1):
        entries.append((1, len(out), 0))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    first = len(plain) + 1
    holder = first + len(notes)
    offsets, joined = [], b""
    for n, note in enumerate(notes):
        offsets.append(b"%d %d" % (first + n, len(joined)))
        joined += note + b" "
        entries.append((2, holder, n))
    index = b" ".join(offsets) + b"\n"
    data = zlib.compress(index + joined)
    entries.append((1, len(out), 0))
    out += b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\n" % (
        *(holder, len(notes), len(index), len(data)),
    )
    out += b"stream\n" + data + b"\nendstream\nendobj\n"
    start = len(out)
    entries.append((1, start, 0))
    table = zlib.compress(b"".join(struct.pack(">BIH", *one) for one in entries))
    out += b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Filter/FlateDecode" % (
        *(holder + 1, len(entries)),
    )
    out += b"/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(table), table)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _zip(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx() -> bytes:
    words = "".join(f"<w:p><w:r><w:t>第{n}条　公开事项。</w:t></w:r></w:p>" for n in range(400))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'{_XML}<w:document xmlns:w="{space}"><w:body>{words}</w:body></w:document>'
    return _zip({"[Content_Types].xml": _TYPES, "word/document.xml": body})


def xlsx() -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return _zip(
        {
            "[Content_Types].xml": _TYPES,
            "xl/workbook.xml": f'{_XML}<workbook xmlns="{space}"><sheets/></workbook>',
            "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{space}"><sheetData/></worksheet>',
        }
    )


def ofd() -> bytes:
    """The national document format: a zip with OFD.xml at its root."""
    body = f'{_XML}<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"/>'
    return _zip({"OFD.xml": body, "Doc_0/Document.xml": f"{_XML}<Document/>"})


def flipped(archive: bytes) -> bytes:
    """The same archive with some compressed bytes changed: the directory is whole, a CRC is not."""
    middle = len(archive) // 2
    return (
        archive[:middle]
        + bytes(255 - one for one in archive[middle : middle + 8])
        + archive[middle + 8 :]
    )


def ole(stream: str = "WordDocument") -> bytes:
    """An old Word file (compound document): header, table, directory, one stream of 4 KiB."""
    none, end, table_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", none) * 108
    fat = [table_mark, end, *range(3, 10), end]
    fat += [none] * (128 - len(fat))
    entries = _entry("Root Entry", 5, none, 1, end, 0) + _entry(stream, 2, none, none, 2, 4096)
    entries += _entry("", 0, none, none, 0, 0) * 2
    text = "关于印发工作方案的通知。".encode("utf-16-le")
    data = (struct.pack("<HH", 0xA5EC, 0xC1) + bytes(508) + text * 200)[:4096]
    return header + struct.pack("<128I", *fat) + entries + data.ljust(4096, b"\0")


def _entry(name: str, kind: int, side: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le") if name else b""
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, side, side, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    size = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
