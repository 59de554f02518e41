"""Reconsideration: what may be asked for and how, and the decisions made public."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import ReconsiderationPart, ReconsiderationResult

_RECONSIDERATION = "指标88；行政复议法"
_REF = "公开事项的编号"


class ReconsiderationRow(Entry):
    """行政复议: what may be asked for, how, within what time; and the decisions made public."""

    register = "reconsideration"
    kinds_by = "part"

    name: Text = column(
        "事项",
        "受理范围的一项、一个步骤或者一份决定",
        "对行政处罚不服",
        _RECONSIDERATION,
        must=True,
    )
    part: ReconsiderationPart = column(
        "部分", "受理范围、条件、程序、期限等", "受理范围", _RECONSIDERATION, must=True
    )
    limit: str = column("期限", "只写数；费用写 0", "60", _RECONSIDERATION, default="")
    unit: str = column("单位", "日、工作日、月、年、元、人", "日", _RECONSIDERATION, default="")
    start: str = column(
        "从何时起算", "期限的起点", "知道具体行政行为之日", _RECONSIDERATION, default=""
    )
    law: str = column("法律", "按哪一部法律", "行政复议法(2023修订)", _RECONSIDERATION, default="")
    article: str = column("条款", "第几条", "第20条", _RECONSIDERATION, default="")
    basis: str = column(
        "依据", "法律和条款", "行政复议法(2023修订)第20条", _RECONSIDERATION, must=True, default=""
    )
    number: str = column(
        "决定书文号",
        "公开的复议决定书",
        "示例复决〔2020〕1号",
        "指标89；行政复议法(2023)第79条",
        default="",
    )
    decided: dt.date | None = column(
        "决定日期", "作出复议决定的日期", "2020-09-01", "指标89", default=None
    )
    published: dt.date | None = column(
        "公开日期", "决定书上网的日期", "2020-09-08", "指标89", default=None
    )
    result: ReconsiderationResult | None = column(
        "复议结果", "维持、撤销、变更等", "维持", "指标89", default=None
    )
    item: str = column(
        "有关文件",
        f"{_REF}：申请书格式、决定书文本",
        "reconsideration-form",
        "指标88、89",
        default="",
    )


RECONSIDERATION = Register(
    slug="reconsideration",
    title="行政复议公开",
    model=ReconsiderationRow,
    about="行政复议的受理范围、条件、程序、期限和申请书格式，以及依法公开的复议决定书。",
    basis=("行政复议法", "法治政府建设示范指标87至89"),
    indicators=("n087", "n088", "n089"),
    synonyms=("复议", "复议申请书", "复议决定书", "复议指南"),
)
