"""The index of case files: what an inspector will ask to see, never the files themselves."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text, YesNo
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.enforcement_words import CaseKind

_FILES = "濮司〔2020〕50号附件1"


class CaseFile(Entry):
    """案卷: one line of the index of case files."""

    register = "cases"
    kinds_by = "type"
    dated_by = "for_year"

    serial: int | None = column(
        "序号", "在当年目录里的次序", "1", _FILES, must=True, default=None, ge=1
    )
    number: Text = column(
        "案件文号", "案件或者决定书的文号", "示例司罚决字〔2020〕1号", _FILES, must=True
    )
    name: Text = column(
        "卷宗名称", "卷宗的名称，自然人只留姓", "张某某行政处罚案", _FILES, must=True
    )
    type: CaseKind = column(
        "案卷类别", "处罚、许可、行政指导、行政调解等", "行政处罚", _FILES, must=True
    )
    for_year: int = column("年度", "哪一年的案卷", "2020", _FILES, must=True, ge=1949, le=2100)
    closed: dt.date | None = column("结案日期", "哪天结案", "2020-06-30", "指标59", default=None)
    archived: dt.date | None = column("归档日期", "哪天归档", "2020-07-15", "指标61", default=None)
    reviewed: YesNo | None = column(
        "法制审核", "重大执法决定是否经过法制审核", "是", "指标63", default=None
    )
    recorded: YesNo | None = column("音像记录", "是否有音像记录", "是", "指标60", default=None)


CASES = Register(
    slug="cases",
    title="案卷目录",
    model=CaseFile,
    about="各类执法案卷的目录，只列序号、文号和卷宗名称；案卷原件在实地核验时提供。",
    basis=("濮司〔2020〕50号附件1", "法治政府建设示范指标53至61"),
    indicators=("n053", "n055", "n057", "n058", "n059", "n060", "n061", "p08", "p09"),
    synonyms=("案卷", "卷宗目录", "案件目录"),
)
