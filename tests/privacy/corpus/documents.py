"""A small writer of DOCX: paragraphs as XML, so that revisions, notes and headers are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from privacy.corpus import archives

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DAY = "2021-03-16T09:00:00Z"


def run(text: str, looks: str = "") -> str:
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def paragraphs(text: str) -> str:
    return "".join(paragraph(line) for line in text.splitlines())


def table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def deleted(text: str, author: str) -> str:
    return (
        f'<w:del w:id="1" w:author="{author}" w:date="{_DAY}"><w:r>'
        f'<w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


def inserted(text: str, author: str) -> str:
    return f'<w:ins w:id="2" w:author="{author}" w:date="{_DAY}">{run(text)}</w:ins>'


def textbox(text: str) -> str:
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{paragraphs(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


@dataclass
class _Parts:
    files: dict[str, bytes | str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    def add(self, name: str, kind: str, tag: str, content: str, more: str = "") -> str:
        self.files[f"word/{name}.xml"] = f'{_HEAD}<w:{tag} xmlns:w="{_W}">{content}</w:{tag}>'
        self.types[f"/word/{name}.xml"] = f"{_WORD}{kind}+xml"
        self.links.append(
            f'<Relationship Id="rId{len(self.links) + 1}" Type="{_R}/{kind}" Target="{name}.xml"/>'
        )
        return f"rId{len(self.links)}"


def properties(author: str = "", last: str = "", title: str = "") -> str:
    fields = {"dc:title": title, "dc:creator": author, "cp:lastModifiedBy": last}
    inner = "".join(f"<{tag}>{escape(said)}</{tag}>" for tag, said in fields.items() if said)
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/">{inner}</cp:coreProperties>'
    )


def custom(values: Mapping[str, str]) -> str:
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{at}" name="{key}">'
        f"<vt:lpwstr>{escape(said)}</vt:lpwstr></property>"
        for at, (key, said) in enumerate(values.items(), 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{inner}</Properties>'
    )


def write(
    body: str,
    header: str = "",
    footer: str = "",
    comment: tuple[str, str] | None = None,
    footnote: str = "",
    core: str = "",
    extra: str = "",
    media: bytes = b"",
) -> bytes:
    """`comment` is (author, text); `extra` holds custom properties."""
    parts, section = _Parts(), ""
    for tag, where, text in (("hdr", "header", header), ("ftr", "footer", footer)):
        if text:
            link = parts.add(f"{where}1", where, tag, paragraphs(text))
            section += f'<w:{where}Reference w:type="default" r:id="{link}"/>'
    if comment:
        author, text = comment
        inner = f'<w:comment w:id="0" w:author="{author}" w:date="{_DAY}">{paragraphs(text)}</w:comment>'
        parts.add("comments", "comments", "comments", inner)
        body += paragraph('<w:r><w:commentReference w:id="0"/></w:r>')
    if footnote:
        parts.add(
            "footnotes",
            "footnotes",
            "footnotes",
            f'<w:footnote w:id="1">{paragraphs(footnote)}</w:footnote>',
        )
        body += paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')
    if media:
        parts.files["word/media/image1.jpeg"] = media
        parts.links.append(
            f'<Relationship Id="rId90" Type="{_R}/image" Target="media/image1.jpeg"/>'
        )
    parts.files["word/document.xml"] = (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}'
        f"<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    parts.types["/word/document.xml"] = f"{_WORD}document.main+xml"
    return package("word/document.xml", parts.files, parts.types, parts.links, core, extra)


def package(
    main: str,
    files: Mapping[str, bytes | str],
    types: Mapping[str, str],
    links: list[str],
    core: str,
    extra: str = "",
) -> bytes:
    """The container both Word and Excel files are."""
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    folder, leaf = main.split("/")
    top = [f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="{main}"/>']
    files, types = dict(files), dict(types)
    office = "application/vnd.openxmlformats-officedocument"
    if core:
        files["docProps/core.xml"] = core
        types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        kind = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        )
        top.append(f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>')
    if extra:
        files["docProps/custom.xml"] = extra
        types["/docProps/custom.xml"] = f"{office}.custom-properties+xml"
        top.append(
            f'<Relationship Id="rId3" Type="{_R}/custom-properties" Target="docProps/custom.xml"/>'
        )
    declared = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in types.items()
    )
    declared = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Default Extension="vml" ContentType="{office}.vmlDrawing"/>{declared}'
    )
    return archives.write(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{declared}</Types>',
            "_rels/.rels": f"{_HEAD}<Relationships {space}>{''.join(top)}</Relationships>",
            f"{folder}/_rels/{leaf}.rels": f"{_HEAD}<Relationships {space}>{''.join(links)}</Relationships>",
            **files,
        }
    )
