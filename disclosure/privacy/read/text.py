"""Plain text, CSV and TSV, Markdown and anything else made of letters, in whatever encoding."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from html import unescape

from disclosure.privacy.content import Content, Table, Unreadable
from disclosure.privacy.read import keyed

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_EMPHASIS = re.compile(
    r"(?<![\u4e00-\u9fff\w*])\*\*(?=[\w])([^*\n]{1,40}?)(?<=[\w:：）)])\*\*(?!\*)"
)
"""Bold words in Markdown; stars that cover a name (张**) are none, for a letter stands before them."""
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*")


def decode(data: bytes, declared: str = "") -> str:
    """Bytes to text: marks first, then UTF-8, GB18030, UTF-16 and Big5."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    tried = [declared] if declared else []
    half = data[:4000]
    if half.count(0) > len(half) // 5:
        tried += ["utf-16-le" if half[1::2].count(0) >= half[::2].count(0) else "utf-16-be"]
    for encoding in [*tried, "utf-8", "gb18030", "utf-16-le", "big5"]:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if len(_CONTROL.findall(text[:20_000])) <= len(text[:20_000]) // 100 and _likely(
            text, encoding
        ):
            return text
    raise Unreadable("不是文字文件，或文字编码无法识别")


def _likely(text: str, encoding: str) -> bool:
    """Whether UTF-16 without a mark gave words rather than noise."""
    if not encoding.startswith("utf-16"):
        return True
    known = sum(
        c.isascii()
        or "\u4e00" <= c <= "\u9fff"
        or "\u3000" <= c <= "\u303f"
        or "\uff00" <= c <= "\uffef"
        for c in text[:4000]
    )
    return known > 0.9 * len(text[:4000])


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("文字编码有误，有无法识别的字节") from None


def read(suffix: str, data: bytes) -> Content:
    """Text by lines; tables of CSV, TSV and Markdown also as tables."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    content = Content()
    if suffix in ("csv", "tsv") and (table := _csv(text, suffix)):
        content.tables.append(table)
        return content
    if "&" in text and suffix not in ("csv", "tsv"):
        text = unescape(text)
    if suffix in ("md", "markdown"):
        text = _EMPHASIS.sub(r"\1", text)
    if suffix == "json" and keyed.read(text, content):
        return content
    if suffix in ("md", "markdown", "txt", ""):
        tables = [*_pipes(text), *_tabs(text)]
        content.tables += [table for table, _ in tables]
        lines = text.split("\n")
        for _, taken in tables:
            # Each cell is read under its heading, not once more without it.
            lines[taken.start : taken.stop] = [""] * len(taken)
        text = "\n".join(lines)
    content.add_lines(text)
    return content


def _csv(text: str, suffix: str) -> Table | None:
    head = text[: text.find("\n", 4000) if len(text) > 4000 else len(text)]
    mark = "\t" if suffix == "tsv" else max(",;\t", key=head.count)
    csv.field_size_limit(2**31 - 1)
    rows, lines = [], []
    try:
        reader = csv.reader(io.StringIO(text), delimiter=mark)
        before = 0
        for row in reader:
            rows.append(dict(enumerate(row)))
            lines.append(before + 1)
            before = reader.line_num
    except csv.Error:
        return None
    names = rows[0] if rows else {}

    def at(row: int, column: int) -> str:
        title = names.get(column, "") if row else ""
        return f"第 {lines[row]} 行" + (f"，{title or f'第 {column + 1} 列'}")

    return Table(rows, at) if rows else None


def _pipes(text: str) -> Iterator[tuple[Table, range]]:
    """Tables of Markdown with their lines: a row of pipes, a rule, more rows."""
    if "|" not in text or "--" not in text:
        return
    lines = text.split("\n")
    for number in range(1, len(lines)):
        if "|" in lines[number - 1] and _RULE.fullmatch(lines[number]):
            rows, first = [_split(lines[number - 1])], number + 1
            for line in lines[first:]:
                if "|" not in line:
                    break
                rows.append(_split(line))
            body = [dict(enumerate(row)) for row in rows]
            table = Table(body, _numbered(first, 1), _above(lines, number - 1))
            yield table, range(number - 1, number + len(rows))


def _tabs(text: str) -> Iterator[tuple[Table, range]]:
    """Rows of words divided by tabs, as copied from a sheet, with their lines."""
    if "\t" not in text:
        return
    lines = text.split("\n")
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and "\t" in lines[stop].strip():
            stop += 1
        if stop - start >= 2:
            rows = [dict(enumerate(line.strip().split("\t"))) for line in lines[start:stop]]
            table = Table(rows, _numbered(start + 1, 0), _above(lines, start))
            yield table, range(start, stop)
        start = max(stop, start + 1)


def _numbered(first: int, rule: int) -> Callable[[int, int], str]:
    """The line of a row: the heading's line stands `rule` lines above the second row."""
    return lambda row, _: f"第 {first + row if row else first - rule} 行"


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _above(lines: list[str], number: int) -> str:
    """The nearest line with words above a table."""
    heading = next((line for line in lines[:5] if line.startswith("# ")), "")
    for line in reversed(lines[max(0, number - 3) : number]):
        if line.strip():
            return f"{heading} {line.strip()[-40:]}"
    return heading
