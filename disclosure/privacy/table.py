"""Tables: a cell means what its header says (受援人 | 张三), so each is read under its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from disclosure.privacy.content import Table
from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.headers import Headers, is_header, is_heading, label, names_persons
from disclosure.privacy.homes import dwelling
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked
from disclosure.privacy.names import whole_name
from disclosure.privacy.sieve import suspicious

Row = Mapping[int, str]
Reading = tuple[int, str, str]
"""Column, label, cell."""
Found = tuple[int, int, Finding]
"""Row, column, finding."""

_HEALTHY = lazily(r"\W*(?:无|否|没有|良好|健康|正常|一般|较好|/|—|-)?\W*")
_PERSONAL = lazily(r"\s*(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{2,6}\*{4,}\w*|男|女|\S{1,2}[某*×]{1,2})\s*")
_ROLE = "受援人"
_BORDER = "|"
"""Nothing is read across it."""
_HEAD_ROWS = 12


def table_findings(table: Table, file: str = "") -> Iterator[Found]:
    """Everything in a table. The file's name counts among the words above it."""
    found = list(_under_heads(table, file))
    levels = [(column, one.excerpt[-3:]) for _, column, one in found if one.kind is Kind.SECRET]
    defined = {
        column
        for column, group in groupby(sorted(levels), key=lambda one: one[0])
        if column == 0 and len(list(group)) == 3
    }
    # A first column with each level once explains what the levels are.
    return (one for one in found if one[2].kind is not Kind.SECRET or one[1] not in defined)


def _under_heads(table: Table, file: str) -> Iterator[Found]:
    heads: dict[int, str] = {}
    form = _form_labels(table.rows)
    headers = Headers.of({}, f"{table.title} {file}", form)
    start = 0
    for number, row in enumerate(table.rows[:_HEAD_ROWS]):
        cells = _filled(row)
        first = all(len(_filled(one)) < 2 for one in table.rows[:number])
        if cells and is_header(cells, first and len(cells) > 1):
            yield from _rows_under(headers, table.rows[start : number + 1], start)
            heads |= {column: label(cell) for column, cell in cells.items()}
            above = " ".join(cell for one in table.rows[:number] for cell in one.values() if cell)
            headers = Headers.of(heads, f"{table.title} {file} {above}", form)
            start = number + 1
    yield from _rows_under(headers, table.rows[start:], start)


def _form_labels(rows: Sequence[Row]) -> list[str]:
    """The labels of a form, which stand at the left of what they mean; none of a list."""
    left = [label(next(iter(_filled(row).values()), "")) for row in rows[:40]]
    labels = [cell for cell in left if is_heading(cell)]
    return labels if len(labels) >= 2 and len(labels) * 2 > len(left) else []


def _rows_under(headers: Headers, rows: Sequence[Row], first: int = 0) -> Iterator[Found]:
    for number, row in enumerate(rows):
        for column, one in row_findings(headers, row):
            yield first + number, column, one


def row_findings(headers: Headers, row: Row) -> Iterator[tuple[int, Finding]]:
    """Column and finding of one row under known headers; a clean row passes at one look."""
    if headers.special or doubtful(headers, row):
        yield from _row(headers, row)


def doubtful(headers: Headers, row: Row) -> bool:
    """Whether anything in a row could be a finding, each cell under its own header."""
    if not headers.telling:
        return suspicious(_BORDER.join(filter(None, row.values())))
    heads = headers.by_column
    cells = [
        f"{heads[column]}：{cell}" if column in headers.telling else cell
        for column, cell in row.items()
        if cell
    ]
    return suspicious(_BORDER.join(cells))


def _filled(row: Row) -> dict[int, str]:
    return {column: cell for column, cell in row.items() if cell and not cell.isspace()}


def _readings(headers: Headers, row: Row) -> Iterator[Reading]:
    """Each cell with the words it is read under: its header, the heading at its left, its role."""
    if headers.typed:
        for column, cell in row.items():
            yield column, headers.meaning(headers.by_column[column]), cell
        return
    left = ""
    for column, cell in row.items():
        if not cell or cell.isspace():
            continue
        head = headers.by_column.get(column, "")
        if head and not left:
            yield column, headers.meaning(head), cell
        elif left:
            yield column, headers.meaning(left), cell
            if head and head != left:
                yield column, headers.meaning(head), cell
        else:
            yield column, "", cell
        named = column in headers.roles or (headers.listed and names_persons(left))
        if named and len(cell) < 20 and whole_name(cell):
            yield column, _ROLE, cell
        left = label(cell) if is_heading(cell) else ""


def _row(headers: Headers, row: Row) -> Iterator[tuple[int, Finding]]:
    """The findings of one row, each once."""
    found: dict[tuple[int, Kind, int], Finding] = {}
    person = ""
    readings = list(_readings(headers, row))
    for column, head, cell in readings:
        if suspicious(f"{head}：{cell}"):
            for one in detect(cell, head):
                found.setdefault((column, one.kind, one.start), one)
        if column in headers.ill and person and not _HEALTHY.fullmatch(cell):
            shown = f"{masked(Kind.NAME, person)}：{cell[:20]}"
            found[column, Kind.HEALTH, 0] = Finding(0, len(cell), Kind.HEALTH, shown)
        if headers.ill and not person and len(cell) <= 6 and whole_name(cell):
            person = cell.strip()
    if not headers.firms and any(_PERSONAL.fullmatch(cell) for cell in row.values()):
        homes = ((column, dwelling(cell)) for column, _, cell in readings)
        for column, home in homes:
            if home and not any(c == column and kind is Kind.HOME for c, kind, _ in found):
                found[column, Kind.HOME, 0] = home
    for (column, _, _), one in found.items():
        yield column, one
