"""Tables: a cell means what its header says (受援人 | 张三), so each is read under its label.

Rows are first read many at a time; only where that finds something are they read one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure.privacy import roles
from disclosure.privacy.content import Table
from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.mask import masked
from disclosure.privacy.names import whole_name

Row = Mapping[int, str]
Reading = tuple[int, str, str]
"""Column, label, cell."""

_HEADER = re.compile(
    r"序号|姓\s*名|性别|年龄|身份|证件|号码|电话|手机|联系|住址|地址|住所|户籍|户口|居住|出生|民族|邮箱|QQ|微信|账号|帐号|卡号|银行|开户|职业|单位|"
    r"编号|日期|时间|名称|类别|类型|内容|备注|案由|事项|申请人|受援|对象|投诉|举报|当事人|相对人|密级|疾病|病|残疾|健康|监护|家长|年级|班级|学校|(?i:name|phone|mobile|address|id)"
)
_NAME = re.compile(r"姓\s*名|名字|人员名单|名单|人员|(?i:^name$)")
_LISTED = re.compile(roles.LISTS)
_STRONG = re.compile(roles.STRONG_LISTS)
_STAFF = re.compile(roles.STAFF)
_ILLNESS = re.compile(
    r"病情|疾病|病史|诊断|健康状况|残疾(?:类别|等级|情况|类型)|(?:患病|身体)(?:情况|状况)|致残"
)
_HEALTHY = re.compile(r"\W*(?:无|否|没有|良好|健康|正常|一般|较好|/|—|-)?\W*")
_ADDRESS = re.compile(r"(?:\S{0,4})?(?:地\s*址|住\s*所|居住地|通[讯信]地址|联系地址|详细地址)")
_PERSON_COLUMNS = re.compile(r"身份证|性别|出生|民族|年龄|姓\s*名")
_FIRM_COLUMNS = re.compile(
    r"机构|单位名称|企业|律所|事务所|负责人|信用代码|公证处|窗口|部门|法定代表人|许可证"
)
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d{3}")
_ROLE = "受援人"
_HEAD_ROWS = 12
_CHUNK = 60
_MAX_LABEL = 24


@dataclass(frozen=True)
class Headers:
    """What is known of a table's columns."""

    by_column: Row
    roles: Row
    """Columns of bare names in a list of protected persons, with the role they stand for."""
    listed: bool
    """Whether it is a list of protected persons, or a form about one."""
    persons: bool
    """Whether its rows are persons rather than firms, so that an address is a home."""
    ill: frozenset[int]

    @classmethod
    def of(cls, by_column: Row, words: str = "") -> Headers:
        heads = list(by_column.values())
        said = " ".join([words, *heads])
        strong = _STRONG.search(said)
        listed = bool(
            (strong and not _STAFF.search(words, strong.end()))
            or (_LISTED.search(said) and not _STAFF.search(said))
        )
        firm = any(map(_FIRM_COLUMNS.search, heads))
        return cls(
            by_column,
            {c: _ROLE for c, head in by_column.items() if listed and _names(head)},
            listed,
            not firm and any(map(_PERSON_COLUMNS.search, heads)),
            frozenset(c for c, head in by_column.items() if _ILLNESS.search(head)),
        )


def table_findings(table: Table, file: str = "") -> Iterator[tuple[int, int, Finding]]:
    """Row, column, finding. The file's name counts among the words above the table."""
    heads: dict[int, str] = {}
    headers = Headers.of({}, f"{table.title} {file}")
    start = 0
    for number, row in enumerate(table.rows[:_HEAD_ROWS]):
        cells = _filled(row)
        first = all(len(_filled(one)) < 2 for one in table.rows[:number])
        if cells and _is_header(cells, first and len(cells) > 1):
            yield from rows_under(headers, table.rows[start : number + 1], start)
            heads |= {column: label(cell) for column, cell in cells.items()}
            above = " ".join(cell for one in table.rows[:number] for cell in one.values() if cell)
            headers = Headers.of(heads, f"{table.title} {file} {above}")
            start = number + 1
    yield from rows_under(headers, table.rows[start:], start)


def rows_under(
    headers: Headers, rows: Sequence[Row], first: int = 0
) -> Iterator[tuple[int, int, Finding]]:
    """Row (counted from `first`), column, finding, of rows under known headers."""
    for at in range(0, len(rows), _CHUNK):
        chunk = [list(_readings(headers, row)) for row in rows[at : at + _CHUNK]]
        # Cells are parted so that nothing is read across them.
        whole = "\n。\n".join(
            f"{head}：{cell}" if head else cell for row in chunk for _, head, cell in row
        )
        if headers.ill or detect(whole):
            for number, readings in enumerate(chunk):
                for column, one in _row(headers, readings):
                    yield first + at + number, column, one


def label(cell: str) -> str:
    """A heading as a label: no blanks, not too long."""
    return re.sub(r"\s+", "", cell)[:_MAX_LABEL]


def _names(head: str) -> bool:
    """Whether bare names stand under this heading, and not those of who serves."""
    return bool(_NAME.search(head) and not _STAFF.search(head))


def _filled(row: Row) -> dict[int, str]:
    return {column: cell for column, cell in row.items() if cell and not cell.isspace()}


def _is_header(cells: Row, first: bool) -> bool:
    """Whether a row is mostly headings; the first one may be of words not known as such."""
    if any(len(cell) > _MAX_LABEL or _YEAR.search(cell) for cell in cells.values()):
        return False
    hits = sum(bool(_HEADER.search(cell)) for cell in cells.values())
    names = sum(whole_name(cell) for cell in cells.values())
    if first and not names:
        return True
    return hits >= 1 and hits * 2 >= len(cells) and names * 2 <= len(cells)


def _readings(headers: Headers, row: Row) -> Iterator[Reading]:
    """Each cell with the words it is read under: its header, the heading at its left, its role."""
    left = ""
    for column, cell in row.items():
        if not cell or cell.isspace():
            continue
        head = headers.by_column.get(column, "")
        if head and not left:
            home = headers.persons and _ADDRESS.fullmatch(head)
            yield column, "家庭住址" if home else head, cell
        elif left:
            yield column, left, cell
            if head and head != left:
                yield column, head, cell
        else:
            yield column, "", cell
        named = column in headers.roles or (headers.listed and _names(left))
        if named and len(cell) < 20 and whole_name(cell):
            yield column, _ROLE, cell
        heading = len(cell) <= 12 and _HEADER.search(cell) and not _DIGITS.search(cell)
        left = label(cell) if heading else ""


def _row(headers: Headers, readings: Sequence[Reading]) -> Iterator[tuple[int, Finding]]:
    """The findings of one row, each once."""
    found: dict[tuple[int, Kind, int], Finding] = {}
    person = ""
    for column, head, cell in readings:
        for one in detect(cell, head):
            found.setdefault((column, one.kind, one.start), one)
        if column in headers.ill and person and not _HEALTHY.fullmatch(cell):
            shown = f"{masked(Kind.NAME, person)}：{cell[:20]}"
            found[column, Kind.HEALTH, 0] = Finding(0, len(cell), Kind.HEALTH, shown)
        if not person and len(cell) <= 6 and whole_name(cell):
            person = cell.strip()
    for (column, _, _), one in found.items():
        yield column, one
