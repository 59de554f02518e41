"""XLSX: hidden sheets, rows and columns taken out; formulas become their values where a sheet
they may refer to is gone; words no cell shows any more leave the table of strings."""

from __future__ import annotations

import posixpath

from disclosure.privacy.clean.cover import UNCOVERABLE, covered
from disclosure.privacy.clean.writing import written
from disclosure.privacy.content import Table
from disclosure.privacy.finding import Finding
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.read.markup import Element, attribute, local, named, parse
from disclosure.privacy.read.sheets import CELL, hidden_columns, number, sheet_rows, strings_of
from disclosure.privacy.table import table_findings

_BOOK, _LINKS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"


def clean(parts: dict[str, bytes], style: NameStyle | None, done: list[str]) -> set[str]:
    """Change the parts; the names of those to be dropped."""
    gone, shown = _sheets(parts, done)
    strings = strings_of(parse(parts[_STRINGS], _STRINGS)) if _STRINGS in parts else []
    used: set[int] = set()
    for name, title in shown:
        root = parse(parts[name], name)
        _unhide(root, done)
        for formula in list(named(root, "f")) if gone else []:
            formula.getparent().remove(formula)
        if style is not None:
            _cover(root, title, strings, style, done)
        used |= {
            int(v.text)
            for c in named(root, "c")
            if attribute(c, "t") == "s"
            for v in c
            if local(v) == "v" and (v.text or "").isdecimal()
        }
        parts[name] = written(root)
    if _STRINGS in parts:
        root = parse(parts[_STRINGS], _STRINGS)
        for at, item in enumerate(list(named(root, "si"))):
            if at not in used:
                for child in list(item):
                    item.remove(child)
                item.append(item.makeelement(item.tag[:-2] + "t"))
        parts[_STRINGS] = written(root)
    return gone


def _sheets(parts: dict[str, bytes], done: list[str]) -> tuple[set[str], list[tuple[str, str]]]:
    """Take hidden sheets out of the book; parts dropped, and parts and titles that stay."""
    book, links = parse(parts[_BOOK], _BOOK), parse(parts[_LINKS], _LINKS)
    targets = {attribute(e, "Id"): attribute(e, "Target") for e in named(links, "Relationship")}
    gone: set[str] = set()
    shown: list[tuple[str, str]] = []
    removed: list[int] = []
    for at, sheet in enumerate(list(named(book, "sheet"))):
        key = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        target = targets.get(key, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if attribute(sheet, "state") in ("hidden", "veryHidden"):
            gone.add(name)
            removed.append(at)
            sheet.getparent().remove(sheet)
            done.append(f"删去了隐藏的工作表“{attribute(sheet, 'name')}”")
        elif name in parts and "worksheets/" in name:
            shown.append((name, attribute(sheet, "name")))
    _names(book, removed)
    parts[_BOOK] = written(book)
    return gone, shown


def _names(book: Element, removed: list[int]) -> None:
    """Names of ranges: those that lead nowhere go, the others count sheets anew."""
    for one in list(named(book, "definedName")):
        local_id = attribute(one, "localSheetId")
        if removed and (
            "#REF!" in (one.text or "") or (local_id and int(local_id) in removed) or not local_id
        ):
            one.getparent().remove(one)
        elif local_id:
            one.set("localSheetId", str(int(local_id) - sum(at < int(local_id) for at in removed)))
    for holder in list(named(book, "definedNames")):
        if not len(holder):
            holder.getparent().remove(holder)
    for view in named(book, "workbookView"):
        for key in ("activeTab", "firstSheet"):
            if removed and key in view.attrib:
                del view.attrib[key]


def _unhide(root: Element, done: list[str]) -> None:
    """Hidden rows and the cells of hidden columns are emptied; widths stay."""
    hidden = hidden_columns(root)
    emptied = False
    for row in named(root, "row"):
        secret = attribute(row, "hidden") in ("1", "true")
        for cell in list(row):
            match = CELL.match(attribute(cell, "r"))
            if secret or (match and number(match[1]) in hidden):
                row.remove(cell)
                emptied = True
    if emptied:
        done.append("清空了隐藏的行和列")


def _cover(
    root: Element, title: str, strings: list[str], style: NameStyle, done: list[str]
) -> None:
    rows, cells = sheet_rows(root, strings)
    found: dict[tuple[int, int], list[Finding]] = {}
    for row, column, one in table_findings(Table(rows, lambda r, c: "", title)):
        if one.kind not in UNCOVERABLE:
            found.setdefault((row, column), []).append(one)
    for place, ones in found.items():
        _set(cells[place], covered(rows[place[0]][place[1]], ones, style))
    if found:
        done.append("遮盖了找到的内容")


def _set(cell: Element, text: str) -> None:
    """The cell holds this text itself."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    space = cell.tag[: -len("c")]
    holder = cell.makeelement(space + "is")
    letters = holder.makeelement(space + "t")
    letters.text = text
    holder.append(letters)
    cell.append(holder)
