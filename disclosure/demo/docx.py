"""A small, true DOCX: the parts that Word needs, in a zip with fixed times and no author.

The parts are stored, not compressed: compressors differ from machine to machine.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can state

_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MIME}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MIME}.styles+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
    "word/_rels/document.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
</Relationships>""",
    "word/styles.xml": f"""<w:styles xmlns:w="{_WORD}">
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>
<w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>
<w:pPr><w:jc w:val="center"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/></w:rPr></w:style>
</w:styles>""",
}
_TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
_PARAGRAPH = (
    '<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474"'
    ' w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)


def docx(title: str, paragraphs: Sequence[str]) -> bytes:
    """A document of a title and paragraphs."""
    body = _TITLE.format(escape(title))
    body += "\n".join(_PARAGRAPH.format(escape(one)) for one in paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}{_PAGE}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, part in (*_PARTS.items(), ("word/document.xml", document)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 0  # the same on every system
            package.writestr(entry, (_HEAD + part).encode("utf-8"))
    return out.getvalue()
