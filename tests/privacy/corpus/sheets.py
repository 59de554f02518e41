"""A small writer of XLSX: sheets hidden in three ways, columns, rows, notes, numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from privacy.corpus.documents import package

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."

Cell = str | int


@dataclass(frozen=True)
class Formula:
    text: str
    cached: str


@dataclass(frozen=True)
class Sheet:
    name: str
    rows: Sequence[Sequence[Cell | Formula]]
    state: str = "visible"
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    note: tuple[str, str, str] | None = None  # cell, author, text
    header: str = ""


def _place(row: int, column: int) -> str:
    return f"{'ABCDEFGHIJKLMNOP'[column]}{row + 1}"


def _cell(place: str, value: Cell | Formula, shared: list[str]) -> str:
    if isinstance(value, Formula):
        return (
            f'<c r="{place}" t="str"><f>{escape(value.text)}</f><v>{escape(value.cached)}</v></c>'
        )
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    shared.append(value)
    return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'


def _sheet(sheet: Sheet, shared: list[str]) -> str:
    columns = "".join(
        f'<col min="{at + 1}" max="{at + 1}" width="9" hidden="1" customWidth="1"/>'
        for at in sheet.hidden_columns
    )
    rows = []
    for at, row in enumerate(sheet.rows):
        cells = "".join(
            _cell(_place(at, column), value, shared) for column, value in enumerate(row)
        )
        hidden = ' hidden="1"' if at in sheet.hidden_rows else ""
        rows.append(f'<row r="{at + 1}"{hidden}>{cells}</row>')
    cols = f"<cols>{columns}</cols>" if columns else ""
    foot = (
        f"<headerFooter><oddHeader>{escape(sheet.header)}</oddHeader></headerFooter>"
        if sheet.header
        else ""
    )
    legacy = '<legacyDrawing r:id="rId2"/>' if sheet.note else ""
    return (
        f'{_HEAD}<worksheet xmlns="{_S}" xmlns:r="{_R}">{cols}<sheetData>{"".join(rows)}</sheetData>'
        f"{foot}{legacy}</worksheet>"
    )


def _note(
    files: dict[str, bytes | str], types: dict[str, str], number: int, note: tuple[str, str, str]
) -> None:
    cell, author, text = note
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    files[f"xl/comments{number}.xml"] = (
        f'{_HEAD}<comments xmlns="{_S}"><authors><author>{author}</author></authors><commentList>'
        f'<comment ref="{cell}" authorId="0"><text><r><t>{escape(text)}</t></r></text></comment></commentList></comments>'
    )
    types[f"/xl/comments{number}.xml"] = f"{_KIND}comments+xml"
    files[f"xl/drawings/vmlDrawing{number}.vml"] = '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>'
    files[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = (
        f'{_HEAD}<Relationships {space}><Relationship Id="rId1" Type="{_R}/comments" Target="../comments{number}.xml"/>'
        f'<Relationship Id="rId2" Type="{_R}/vmlDrawing" Target="../drawings/vmlDrawing{number}.vml"/></Relationships>'
    )


def write(sheets: Sequence[Sheet], core: str = "", extra: str = "", names: str = "") -> bytes:
    files: dict[str, bytes | str] = {}
    types = {"/xl/workbook.xml": f"{_KIND}sheet.main+xml"}
    shared: list[str] = []
    links, entries = [], []
    for number, sheet in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet, shared)
        types[f"/xl/worksheets/sheet{number}.xml"] = f"{_KIND}worksheet+xml"
        links.append(
            f'<Relationship Id="rId{number}" Type="{_R}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
        state = "" if sheet.state == "visible" else f' state="{sheet.state}"'
        entries.append(f'<sheet name="{sheet.name}" sheetId="{number}"{state} r:id="rId{number}"/>')
        if sheet.note:
            _note(files, types, number, sheet.note)
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    files["xl/sharedStrings.xml"] = (
        f'{_HEAD}<sst xmlns="{_S}" count="{len(shared)}" uniqueCount="{len(shared)}">{strings}</sst>'
    )
    types["/xl/sharedStrings.xml"] = f"{_KIND}sharedStrings+xml"
    links.append(
        f'<Relationship Id="rId{len(links) + 1}" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    files["xl/workbook.xml"] = (
        f'{_HEAD}<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{"".join(entries)}</sheets>{defined}</workbook>'
    )
    return package("xl/workbook.xml", files, types, links, core, extra)
