"""Tables that have become running text, as PDFs and copied pages have them: columns parted by
blanks, or every cell on a line of its own below all the headings."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.privacy.content import Passage, Table
from disclosure.privacy.headers import is_header, is_heading, names_persons
from disclosure.privacy.lazy import lazily
from disclosure.privacy.names import whole_name
from disclosure.privacy.sieve import gate

_CELL = lazily(r"[^\s　]+")
_SERIAL = lazily(r"序\s?号|编号|NO\.?|No\.?")
_COVERED = lazily(r"\S{1,2}[某*×]{1,2}")
_NO_HEAD = lazily(r"[。，；：:0-9]")
_MAX_ROWS = 2000
_MAX_WIDTH = 12
_LONGEST = 60


def tables(passage: Passage) -> Iterator[Table]:
    """Every such table of a passage."""
    text = passage.text
    if not (gate("heads").search(text) and gate("tables").search(text)):
        return
    lines: Cells = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, line))
        at += len(line) + 1
    number = 0
    while number < len(lines):
        rows, taken = _by_blanks(lines, number)
        if not rows:
            rows, taken = _by_lines(lines, number)
        if rows:
            yield _table(passage, rows)
        number += max(1, taken)


Cells = list[tuple[int, str]]
"""Cells with their places in the text."""


def _table(passage: Passage, rows: list[Cells]) -> Table:
    before = passage.text[: rows[0][0][0]].rstrip().rpartition("\n")[2][-40:]
    cells = [{n: cell for n, (_, cell) in enumerate(row)} for row in rows]
    return Table(cells, lambda row, column: passage.at(rows[row][column][0]), before)


def _by_blanks(lines: Cells, number: int) -> tuple[list[Cells], int]:
    """Lines of equally many words below a line of headings."""
    heads = _words(*lines[number])
    if len(heads) < 3 or not _all_heads(heads):
        return [], 0
    rows = [heads]
    for place, line in lines[number + 1 : number + _MAX_ROWS]:
        words = _words(place, line)
        if len(words) != len(heads):
            break
        rows.append(words)
    return (rows, len(rows)) if len(rows) > 1 else ([], 0)


def _by_lines(lines: Cells, begin: int) -> tuple[list[Cells], int]:
    """As many cells, one a line, as there were headings before them, again and again."""
    if not is_heading(lines[begin][1].strip()):
        return [], 0
    for width in range(2, _MAX_WIDTH + 1):
        heads = _stripped(lines[begin : begin + width])
        if len(heads) < width or not _is_head(heads[-1][1]):
            break
        named = [n for n, (_, head) in enumerate(heads) if _of_names(head)]
        rows = list(_rows(lines, begin + width, heads, named)) if named else []
        if len(rows) > 1 or (rows and all(is_heading(head) for _, head in heads)):
            return [heads, *rows], width * (len(rows) + 1)
    return [], 0


def _rows(lines: Cells, begin: int, heads: Cells, named: list[int]) -> Iterator[Cells]:
    """Rows of one cell a line, as long as names stand where names must stand."""
    numbered = bool(_SERIAL.fullmatch(heads[0][1]))
    for at in range(begin, min(len(lines), begin + _MAX_ROWS * len(heads)), len(heads)):
        row = _stripped(lines[at : at + len(heads)])
        if len(row) < len(heads) or any(len(cell) > _LONGEST for _, cell in row):
            return
        if numbered and not row[0][1].isdecimal():
            return
        if any(not (whole_name(row[n][1]) or _COVERED.fullmatch(row[n][1])) for n in named):
            return
        yield row


def _stripped(lines: Cells) -> Cells:
    return [(place, line.strip()) for place, line in lines]


def _of_names(head: str) -> bool:
    return bool(gate("roles").search(head) or names_persons(head))


def _is_head(line: str) -> bool:
    return len(line) <= 12 and not _NO_HEAD.search(line) and not whole_name(line)


def _words(place: int, line: str) -> Cells:
    return [(place + one.start(), one[0]) for one in _CELL.finditer(line)]


def _all_heads(heads: Cells) -> bool:
    cells = {n: head for n, (_, head) in enumerate(heads)}
    return all(len(head) <= 12 for _, head in heads) and is_header(cells, first=False)
