"""Reports of which one a year is due, with the figures whose sums can be checked."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import ReportSeries

_REF = "公开事项的编号"
_30 = "国办公开办函〔2021〕30号"


class Report(Entry):
    """年度报告: one report of one year, with the figures whose sums can be checked."""

    register = "reports"
    kinds_by = "series"
    dated_by = "for_year"

    name: Text = column("名称", "报告的名称", "2020年法治政府建设年度报告", "指标98", must=True)
    series: ReportSeries = column(
        "系列", "哪一种年度报告", "法治政府建设年度报告", "指标98", must=True
    )
    for_year: int = column("年度", "报告的是哪一年", "2020", "指标98", must=True, ge=1949, le=2100)
    published: dt.date | None = column(
        "公开日期", "哪天公开的", "2021-01-29", "政府信息公开条例第49条", must=True, default=None
    )
    submitted: dt.date | None = column(
        "报送日期", "哪天报送的", "2021-01-25", "厅字〔2019〕28号", default=None
    )
    approved: dt.date | None = column(
        "批复日期",
        "预算、决算由财政批复的日期，20 日内公开",
        "2020-03-10",
        "预算法第14条",
        default=None,
    )
    item: str = column(
        "报告全文", f"{_REF}：报告全文", "rule-of-law-report-2020", "指标98", must=True, default=""
    )
    applications: int | None = column(
        "本年新收申请", "信息公开申请，本年新收", "12", _30, default=None, ge=0
    )
    carried_over: int | None = column(
        "上年结转申请", "信息公开申请，上年结转", "1", _30, default=None, ge=0
    )
    handled: int | None = column(
        "本年办理结果总计", "信息公开申请，办结总数", "12", _30, default=None, ge=0
    )
    carried_forward: int | None = column(
        "结转下年度", "信息公开申请，结转下年", "1", _30, default=None, ge=0
    )
    rules_made: int | None = column("规章制发", "本年制发的规章件数", "0", _30, default=None, ge=0)
    rules_repealed: int | None = column(
        "规章废止", "本年废止的规章件数", "0", _30, default=None, ge=0
    )
    rules_in_force: int | None = column(
        "规章现行有效", "年末现行有效的规章件数", "0", _30, default=None, ge=0
    )
    documents_made: int | None = column(
        "规范性文件制发", "本年制发的规范性文件件数", "2", _30, default=None, ge=0
    )
    documents_repealed: int | None = column(
        "规范性文件废止", "本年废止的规范性文件件数", "1", _30, default=None, ge=0
    )
    documents_in_force: int | None = column(
        "规范性文件现行有效", "年末现行有效的规范性文件件数", "9", _30, default=None, ge=0
    )
    licences: int | None = column(
        "行政许可件数", "本年处理决定数量，应与执法统计一致", "30", _30, default=None, ge=0
    )
    penalties: int | None = column(
        "行政处罚件数", "本年处理决定数量，应与执法统计一致", "2", _30, default=None, ge=0
    )
    coercions: int | None = column(
        "行政强制件数", "本年处理决定数量，应与执法统计一致", "0", _30, default=None, ge=0
    )


REPORTS = Register(
    slug="reports",
    title="年度报告",
    model=Report,
    about="法治政府建设、政府信息公开、行政执法、部门预决算和政府网站的年度报告，一年一份，按期公开。",
    basis=("政府信息公开条例第49、50条", "厅字〔2019〕28号", "国办发〔2018〕118号", "预算法第14条"),
    indicators=("n098", "p18", "n056", "n081"),
    synonyms=("年报", "信息公开年报", "法治政府年报", "预算公开", "决算公开"),
)
