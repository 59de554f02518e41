"""XLSX: every sheet, hidden or not, every cell with its cached value, comments, headers."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Mapping

from disclosure.privacy.content import Content, Property, Table
from disclosure.privacy.read.markup import Element, attribute, local, named
from disclosure.privacy.read.package import part, properties, rest

Parts = Mapping[str, bytes]

CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_BIRTH = re.compile(r"出生|生日")
_EPOCH = dt.date(1899, 12, 30)


def read(parts: Parts) -> Content:
    content = Content()
    properties(parts, content)
    strings = _strings(parts, content)
    done = ["xl/sharedStrings.xml", "xl/persons/person.xml"]
    for title, name, hidden in _sheets(parts, content):
        if (root := part(parts, name, content)) is not None:
            _sheet(root, title, hidden, strings, content)
            done.append(name)
    for name in parts:
        if re.fullmatch(r"xl/(?:comments\d*|threadedComments/.*|comments/.*)\.xml", name):
            _comments(parts, name, content)
            done.append(name)
    if (root := part(parts, "xl/persons/person.xml", content)) is not None:
        for person in named(root, "person"):
            content.properties.append(
                Property("批注的作者", attribute(person, "displayName"), person=True)
            )
    rest(parts, done, content)
    return content


def _strings(parts: Parts, content: Content) -> list[str]:
    root = part(parts, "xl/sharedStrings.xml", content)
    if root is None:
        return []
    return strings_of(root)


def strings_of(root: Element) -> list[str]:
    """The table of strings, in order."""
    return [_rich(item) for item in named(root, "si")]


def _rich(item: Element) -> str:
    """Its runs joined; the readings above the letters (rPh) are left out."""
    return "".join(e.text or "" for e in named(item, "t") if local(e.getparent()) != "rPh")


def _sheets(parts: Parts, content: Content) -> list[tuple[str, str, bool]]:
    """Title, part and whether it is hidden."""
    book = part(parts, "xl/workbook.xml", content)
    links = part(parts, "xl/_rels/workbook.xml.rels", content)
    if book is None or links is None:
        return []
    targets = {attribute(e, "Id"): attribute(e, "Target") for e in named(links, "Relationship")}
    found = []
    for sheet in named(book, "sheet"):
        key = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        target = targets.get(key, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        hidden = attribute(sheet, "state") in ("hidden", "veryHidden")
        title = attribute(sheet, "name")
        content.add(title, "工作表名称")
        if hidden:
            content.remarks.append(f"有隐藏的工作表“{title}”")
        found.append((title, name, hidden))
    return found


def _sheet(root: Element, title: str, hidden: bool, strings: list[str], content: Content) -> None:
    columns = hidden_columns(root)
    rows: list[dict[int, str]] = []
    numbers: list[int] = []
    secret: set[int] = set()
    birth: set[int] = set()
    formulas: list[str] = []
    for row in named(root, "row"):
        cells = _cells(row, strings, birth, formulas)
        rows.append(cells)
        number = attribute(row, "r")
        numbers.append(int(number) if number.isdecimal() else len(rows))
        if attribute(row, "hidden") in ("1", "true"):
            secret.add(len(rows) - 1)
    if secret or columns:
        content.remarks.append(f"工作表“{title}”有隐藏的行或列")

    def at(row: int, column: int) -> str:
        state = (
            "（隐藏）"
            if hidden
            else "（隐藏的行）"
            if row in secret
            else "（隐藏的列）"
            if column in columns
            else ""
        )
        return f"工作表“{title}”{state}!{letters(column)}{numbers[row]}"

    content.tables.append(Table(rows, at, title))
    content.add("\n".join(formulas), f"工作表“{title}”的公式")
    heads = [
        e.text or ""
        for e in named(
            root, "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"
        )
    ]
    content.add(
        "\n".join(re.sub(r"&(?:\"[^\"]*\"|[A-Z]|\d+)", " ", head) for head in heads),
        f"工作表“{title}”的页眉页脚",
    )
    said = [
        attribute(e, key)
        for e in named(root, "dataValidation", "hyperlink")
        for key in ("prompt", "promptTitle", "error", "tooltip", "display", "location")
    ]
    lists = [e.text or "" for e in named(root, "formula1", "formula2")]
    content.add("\n".join(filter(None, said + lists)), f"工作表“{title}”的提示和选项")


def _cells(
    row: Element, strings: list[str], birth: set[int], formulas: list[str]
) -> dict[int, str]:
    cells: dict[int, str] = {}
    column = -1
    for cell in row:
        match = CELL.match(attribute(cell, "r"))
        column = number(match[1]) if match else column + 1
        text = _value(cell, strings, column in birth)
        for formula in cell:
            if local(formula) == "f" and formula.text and '"' in formula.text:
                formulas.append(formula.text)
        if text:
            cells[column] = text
            if len(text) < 12 and _BIRTH.search(text):
                birth.add(column)
    return cells


def _value(cell: Element, strings: list[str], date: bool) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return _rich(cell)
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    return value if kind in ("str", "b", "e", "d") else _number(value, date)


def _number(value: str, date: bool) -> str:
    """A number as a person reads it: no exponent, no .0; a serial under 出生 is a day."""
    try:
        figure = float(value)
    except ValueError:
        return value
    if figure != figure or abs(figure) >= 1e16 or figure != int(figure):
        return value
    whole = int(figure)
    if date and 3_000 < whole < 60_000:
        return (_EPOCH + dt.timedelta(days=whole)).isoformat()
    return str(whole) if "." in value or "E" in value.upper() else value


def sheet_rows(
    root: Element, strings: list[str]
) -> tuple[list[dict[int, str]], dict[tuple[int, int], Element]]:
    """Rows as they are read, and the elements of the cells by row index and column."""
    rows: list[dict[int, str]] = []
    elements: dict[tuple[int, int], Element] = {}
    birth: set[int] = set()
    for row in named(root, "row"):
        column = -1
        for cell in row:
            match = CELL.match(attribute(cell, "r"))
            column = number(match[1]) if match else column + 1
            elements[len(rows), column] = cell
        rows.append(_cells(row, strings, birth, []))
    return rows, elements


def _comments(parts: Parts, name: str, content: Content) -> None:
    if (root := part(parts, name, content)) is None:
        return
    content.remarks.append("有批注")
    for author in named(root, "author"):
        content.properties.append(Property("批注的作者", author.text or "", person=True))
    for comment in named(root, "comment", "threadedComment"):
        content.add(
            _rich(comment) or "".join(e.text or "" for e in named(comment, "text")),
            f"批注 {attribute(comment, 'ref')}",
        )


def hidden_columns(root: Element) -> set[int]:
    hidden: set[int] = set()
    for column in named(root, "col"):
        if attribute(column, "hidden") in ("1", "true"):
            first, last = int(attribute(column, "min")), int(attribute(column, "max"))
            hidden |= set(range(first - 1, min(last, first + 500)))
    return hidden


def number(name: str) -> int:
    """A -> 0, AA -> 26."""
    total = 0
    for letter in name:
        total = total * 26 + ord(letter) - 64
    return total - 1


def letters(column: int) -> str:
    """0 -> A, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, rest_ = divmod(column - 1, 26)
        name = chr(65 + rest_) + name
    return name
