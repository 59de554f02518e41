"""HTML: what a browser shows, and what stands behind it (attributes, comments, scripts, tables)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from disclosure.privacy.content import Content, Passage, Table
from disclosure.privacy.read.text import decode

_INLINE = [
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "tt",
    "u",
    "var",
    "wbr",
]
_EMPTY = ",".join(f"{tag}:empty" for tag in _INLINE)
_SHOWN = "[alt],[title],[content],[value],[placeholder],[aria-label],[data-clipboard-text]"
_NAMES = ("alt", "title", "content", "value", "placeholder", "aria-label", "data-clipboard-text")
_VALUE = re.compile(
    r"\s(?P<name>[A-Za-z][\w:-]{0,40})\s?=\s?(?P<quote>[\"'])(?P<value>[^\"'<>]{0,400}?\d{11}[^\"'<>]{0,400})(?P=quote)"
)
"""Any attribute with a long number; of addresses only what is asked of the server."""
_LONG = re.compile("[0-9]{11}")
_PLACES = frozenset(
    [
        *[
            "href",
            "src",
            "srcset",
            "action",
            "cite",
            "id",
            "class",
            "style",
            "d",
            "points",
            "integrity",
        ],
        *_NAMES,
    ]
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_TITLES = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "center", "-text", "strong", "b", "span"]
)
_MAX_TABLES = 2000


def read(data: bytes) -> Content:
    match = _CHARSET.search(data[:2048])
    declared = match[1].decode("ascii").lower() if match else ""
    source = decode(
        data,
        "gb18030" if declared in ("gb2312", "gbk") else "" if declared == "utf-8" else declared,
    )
    content = Content()
    tree = LexborHTMLParser(source)
    for node in tree.css("style"):
        node.decompose()
    hidden = [*_comments(source), *_attributes(tree, source)]
    for node in tree.css(_EMPTY):
        node.decompose()
    for node in tree.css("script,template,noscript"):
        hidden.append(node.text(deep=True) or "")
        node.decompose()
    tree.unwrap_tags(_INLINE)
    root = tree.root
    if root is None:
        return content
    root.merge_text_nodes()
    content.tables += _tables(tree, source)
    _passage(content, source, root.text(deep=True, separator="\n"))
    _passage(content, source, "\n".join(filter(None, hidden)))
    return content


def _passage(content: Content, source: str, text: str) -> None:
    if text.strip():
        content.passages.append(Passage(text, _locator(source, text)))


def _locator(source: str, text: str) -> Callable[[int], str]:
    """The line of the page's source where the words around a place stand."""

    def at(place: int) -> str:
        for length in (18, 11, 6, 3):
            words = text[place : place + length].split("\n")[0].strip()
            if words and (found := source.find(words)) >= 0:
                return _line(source, found)
        # Written as an entity or with other blanks: the words before it are near enough.
        before = text[max(0, place - 12) : place].rstrip("\n").split("\n")[-1].strip()
        return _line(source, found) if before and (found := source.find(before)) >= 0 else "正文"

    return at


def _line(source: str, place: int) -> str:
    return f"第 {source.count(chr(10), 0, place) + 1} 行"


def _comments(source: str) -> Iterator[str]:
    at = source.find("<!--")
    while at >= 0:
        end = source.find("-->", at)
        yield source[at + 4 : end if end >= 0 else len(source)]
        at = source.find("<!--", end) if end >= 0 else -1


def _attributes(tree: LexborHTMLParser, source: str) -> Iterator[str]:
    for node in tree.css(_SHOWN):
        attributes = node.attributes
        for name in _NAMES:
            if value := attributes.get(name):
                yield value
    for node in tree.css(
        "a[href^='mailto:'],a[href^='tel:'],a[href^='sms:'],a[href^='weixin:'],a[href*='uin=']"
    ):
        yield (node.attributes.get("href") or "").replace("uin=", "QQ:")
    for match in _VALUE.finditer(source) if _LONG.search(source) else ():
        if "?" in match["value"]:
            query = match["value"].partition("?")[2]
            yield unescape(query).replace("&", "\n").replace("=", "：")
        elif match["name"].lower() not in _PLACES:
            yield f"{match['name']}：{unescape(match['value'])}"


def _tables(tree: LexborHTMLParser, source: str) -> Iterator[Table]:
    heading = _words(tree.css_first("h1"))[:60]
    tables = tree.css("table")[:_MAX_TABLES]
    captions = [_caption(node, heading) for node in tables]
    for node, caption in zip(tables, captions, strict=True):
        if node.css_first("table table") is None and len(node.css("table")) <= 1:
            rows = _rows(node)
            if not any(rows):
                continue

            def at(row: int, column: int, rows: list[dict[int, str]] = rows) -> str:
                return _locator(source, rows[row][column])(0)

            yield Table(rows, at, caption)
            node.decompose()  # each cell is read under its heading, not once more without it


def _rows(table: LexborNode) -> list[dict[int, str]]:
    """Cells by column; one that spans several columns or rows stands in its first."""
    rows: list[dict[int, str]] = []
    taken: dict[int, int] = {}
    for row in table.css("tr"):
        cells: dict[int, str] = {}
        column = 0
        covered = {place: left for place, left in taken.items() if left > 0}
        taken = {place: left - 1 for place, left in covered.items()}
        for cell in row.css("td,th"):
            while column in covered:
                column += 1
            cells[column] = cell.text(deep=True, separator="\n").strip()
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        rows.append(cells)
    return rows


def _span(cell: LexborNode, name: str) -> int:
    span = cell.attributes.get(name) or "1"
    return int(span) if span.isdecimal() and 0 < int(span) < 200 else 1


def _caption(node: LexborNode, heading: str) -> str:
    """Its caption or the words above it, and the heading of the page."""
    caption = node.css_first("caption")
    if caption is not None:
        return f"{heading} {_words(caption)}"
    before = node.prev
    for _ in range(4):
        if before is None:
            break
        if before.tag in _TITLES and (words := _words(before)):
            return f"{heading} {words[-40:]}"
        before = before.prev
    return heading


def _words(node: LexborNode | None) -> str:
    return str(node.text(deep=True)).strip() if node is not None else ""
