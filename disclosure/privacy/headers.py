"""What the headings of a table say about its cells: whose they are, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure.privacy import roles
from disclosure.privacy.lazy import lazily
from disclosure.privacy.names import whole_name
from disclosure.privacy.sieve import suspicious

Row = Mapping[int, str]

_HEADER = lazily(
    r"序号|姓\s*名|性别|年龄|身份|证件|号码|电话|手机|联系|住址|地址|住所|户籍|户口|居住|出生|民族|邮箱|QQ|微信|账号|帐号|卡号|银行|开户|职业|单位|"
    r"编号|日期|时间|名称|类别|类型|内容|备注|案由|事项|申请人|受援|对象|投诉|举报|当事人|相对人|密级|疾病|病|残疾|健康|监护|家长|年级|班级|学校|(?i:name|phone|mobile|address|id)"
)
_NAME = lazily(r"姓\s*名|名字|人员名单|名单|人员|(?i:^name$)")
_LISTED = lazily(roles.LISTS)
_STRONG = lazily(roles.STRONG_LISTS)
_STAFF = lazily(roles.STAFF)
_ILLNESS = lazily(
    r"病情|疾病|病史|诊断|健康状况|残疾(?:类别|等级|情况|类型)|(?:患病|身体)(?:情况|状况)|致残"
)
_ADDRESS = lazily(
    r"(?:\S{0,6})?(?:地\s*址|住\s*所地?|居住地|住处|村组|所在村|小区|房号|门牌号?|楼栋号?)"
)
_CONTACT = lazily(r"(?:联系方式|联系方法|通[讯信]方式|邮\s*箱|电子邮[箱件]|信箱|(?i:e-?mail))")
_PERSON_COLUMNS = lazily(
    rf"身份证|性别|出生|民族|年龄|姓\s*名|户主|业主|村民|居民|{roles.PROTECTED}"
)
_FIRM_COLUMNS = lazily(
    r"机构|(?:^|[^作])单位名称|企业|律所|事务所|负责人|信用代码|公证处|窗口|部门|法定代表人|许可证"
)
_YEAR = lazily(r"\d{4}")
_DIGITS = lazily(r"\d{3}")
_ROLE = "受援人"
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
    firms: bool
    """Whether its rows are firms or organs, so that an address is an office."""
    ill: frozenset[int]
    telling: frozenset[int]
    """Columns whose heading alone can make a finding of a cell."""
    special: bool
    """Whether cells mean more here than their letters say, so that each row is read."""
    typed: bool = False
    """Whether every cell is known to mean what its heading says, and no cell is a heading."""

    @classmethod
    def of(
        cls, by_column: Row, words: str = "", form: Sequence[str] = (), *, typed: bool = False
    ) -> Headers:
        """Headings of columns, words above the table, labels at the left of a form."""
        heads = [*by_column.values(), *form]
        said = " ".join([words, *heads])
        strong = _STRONG.search(said)
        listed = bool(
            (strong and not _STAFF.search(words, strong.end()))
            or (_LISTED.search(said) and not _STAFF.search(said))
        )
        firms = any(map(_FIRM_COLUMNS.search, heads))
        persons = not firms and any(map(_PERSON_COLUMNS.search, heads))
        ill = frozenset(c for c, head in by_column.items() if _ILLNESS.search(head))
        return cls(
            by_column,
            {c: _ROLE for c, head in by_column.items() if listed and names_persons(head)},
            listed,
            persons,
            firms,
            ill,
            frozenset(c for c, head in by_column.items() if suspicious(f"{head}：张三")),
            listed or persons or bool(ill),
            typed,
        )

    def meaning(self, head: str) -> str:
        """A heading in the words that say whose it is."""
        if _ADDRESS.fullmatch(head):
            return "家庭住址" if self.persons else "办公地址" if self.firms else head
        if _CONTACT.fullmatch(head):
            return f"本人{head}" if self.persons else head
        return head


def is_heading(cell: str) -> bool:
    """Whether a cell is the label of what stands at its right."""
    return len(cell) <= 12 and bool(_HEADER.search(cell)) and not _DIGITS.search(cell)


def label(cell: str) -> str:
    """A heading as a label: no blanks, not too long."""
    return re.sub(r"\s+", "", cell)[:_MAX_LABEL]


def names_persons(head: str) -> bool:
    """Whether bare names stand under this heading, and not those of who serves."""
    return bool(_NAME.search(head) and not _STAFF.search(head))


def is_header(cells: Row, first: bool) -> bool:
    """Whether a row is mostly headings; the first one may be of words not known as such."""
    if any(len(cell) > _MAX_LABEL or _YEAR.search(cell) for cell in cells.values()):
        return False
    hits = sum(bool(_HEADER.search(cell)) for cell in cells.values())
    names = sum(whole_name(cell) for cell in cells.values())
    if first and not names:
        return True
    return hits >= 1 and hits * 2 >= len(cells) and names * 2 <= len(cells)
