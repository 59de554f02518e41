"""A small, true PDF: pages of Chinese text with a text layer, one xref, the same bytes always.

The font is one of the standard Chinese ones that readers supply (Adobe-GB1), so nothing is
embedded; its encoding is predefined as UTF-16, from which any program reads the text back.
Nothing is compressed, because compressors differ from machine to machine; no date, author or
producer is written.
"""

from __future__ import annotations

from collections.abc import Sequence

_WIDTH, _HEIGHT = 595, 842  # A4 in points
_LEFT, _TOP, _SIZE, _LEADING = 72, 770, 14, 26
_COLUMNS, _ROWS = 32, 27
_HANGING = "，。、；：？！）》”〕"  # never at the head of a line

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H"
    b" /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


def pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """A document of a heading and paragraphs."""
    lines = _lines([title, "", *paragraphs])
    sheets = [lines[at : at + _ROWS] for at in range(0, len(lines), _ROWS)]
    pages = [6 + 2 * n for n in range(len(sheets))]
    kids = " ".join(f"{n} 0 R" for n in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN)"
        b" /ViewerPreferences << /DisplayDocTitle true >> >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *_FONT,
    ]
    for number, sheet in zip(pages, sheets, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>".encode()
        )
        objects.append(_stream(_sheet(sheet)))
    objects.append(b"<< /Title <FEFF" + _hex(title) + b"> >>")
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """Header, objects, and the table that says where each object begins; the last is /Info."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode("ascii")


def _lines(paragraphs: Sequence[str]) -> list[str]:
    """Wrap by width: a Chinese character is two columns of an ASCII one."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        line, room = "", 2 * _COLUMNS
        for character in ("　　" if number > 1 else "") + paragraph:
            width = 1 if character.isascii() else 2
            if width > room and character not in _HANGING:
                lines.append(line)
                line, room = "", 2 * _COLUMNS
            line += character
            room -= width
        lines.append(line)
    return lines


def _sheet(lines: Sequence[str]) -> bytes:
    body = [b"BT /F1 %d Tf %d TL %d %d Td" % (_SIZE, _LEADING, _LEFT, _TOP)]
    body += [b"<" + _hex(line) + b"> Tj T*" if line else b"T*" for line in lines]
    return b"\n".join([*body, b"ET"])
