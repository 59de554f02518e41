"""Major decisions: each with the dates of its life, from the catalogue to the evaluation."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text, YesNo
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import DecisionState

_713 = "重大行政决策程序暂行条例"
_IND36 = "重大行政决策事项目录通行样式"
_REF = "公开事项的编号"


class MajorDecision(Entry):
    """重大行政决策: one decision of the yearly catalogue, and how far it has come."""

    register = "major-decisions"
    kinds_by = "state"
    dated_by = "for_year"

    name: Text = column("事项名称", "决策事项的名称", "公共法律服务体系建设规划", _IND36, must=True)
    for_year: int = column("年度", "列入哪一年的目录", "2020", _IND36, must=True, ge=1949, le=2100)
    state: DecisionState = column(
        "进展", "列入目录、办理中、已公布或者终止", "办理中", _IND36, must=True
    )
    undertaker: str = column("承办单位", "由谁承办", "立法科", _IND36, must=True, default="")
    planned: str = column(
        "计划决策时间", "计划什么时候决策", "2020年第四季度", _IND36, must=True, default=""
    )
    decider: str = column("决策机关", "由谁决策", "示例市司法局", _713 + "第3条", default="")
    basis: str = column(
        "决策依据", "法律、法规、政策依据", "重大行政决策程序暂行条例", "指标38", default=""
    )
    listed_item: str = column(
        "目录文件", f"{_REF}：公布的目录", "decision-2020-01-draft", _713 + "第3条", default=""
    )
    specialised: YesNo | None = column(
        "专业技术性强", "是的须经专家论证", "是", _713 + "第19条", default=None
    )
    livelihood: YesNo | None = column("重大民生", "是的须做民意调查", "是", "指标40", default=None)
    risky: YesNo | None = column(
        "可能有不利影响", "是的须做风险评估", "是", _713 + "第22条", default=None
    )
    started: dt.date | None = column(
        "启动日期", "决定启动的日期", "2020-03-02", _713 + "第11条", must=True, default=None
    )
    consultation_from: dt.date | None = column(
        "征求意见起", "公布草案的日期", "2020-04-01", _713 + "第15条", must=True, default=None
    )
    consultation_to: dt.date | None = column(
        "征求意见止", "一般不少于 30 日", "2020-05-06", _713 + "第15条", must=True, default=None
    )
    shortened: str = column(
        "缩短理由",
        "不足 30 日的，公布时说明的理由",
        "情况紧急，需要立即施行",
        _713 + "第15条",
        default="",
    )
    consultation_item: str = column(
        "征求意见文件", f"{_REF}：草案及说明", "decision-2020-01-draft", _713 + "第15条", default=""
    )
    feedback_item: str = column(
        "采纳情况文件",
        f"{_REF}：意见采纳情况及理由",
        "decision-2020-01-draft",
        _713 + "第18条；指标39",
        must=True,
        default="",
    )
    hearing_notified: dt.date | None = column(
        "听证材料送达", "听证会前 7 日", "2020-05-10", _713 + "第16条", default=None
    )
    hearing: dt.date | None = column(
        "听证会日期", "开听证会的日期", "2020-05-20", _713 + "第16条", default=None
    )
    survey_item: str = column(
        "民意调查文件", f"{_REF}：调查报告", "decision-2020-01-draft", "指标40", default=""
    )
    argued: dt.date | None = column(
        "专家论证日期", "论证的日期", "2020-06-01", _713 + "第19条", default=None
    )
    argument_item: str = column(
        "专家论证文件", f"{_REF}：论证意见", "decision-2020-01-draft", _713 + "第20条", default=""
    )
    assessed: dt.date | None = column(
        "风险评估日期", "形成评估报告的日期", "2020-06-15", _713 + "第22条", default=None
    )
    risk_item: str = column(
        "风险评估文件", f"{_REF}：评估报告", "decision-2020-01-draft", _713 + "第24条", default=""
    )
    legality_from: dt.date | None = column(
        "合法性审查送审", "送审日期", "2020-07-01", _713 + "第26条", must=True, default=None
    )
    legality_to: dt.date | None = column(
        "合法性审查完成",
        "一般不少于 7 个工作日",
        "2020-07-14",
        _713 + "第26条",
        must=True,
        default=None,
    )
    legality_item: str = column(
        "合法性审查文件", f"{_REF}：审查意见", "decision-2020-01-draft", _713 + "第28条", default=""
    )
    discussed: dt.date | None = column(
        "集体讨论日期",
        "常务会议或者全体会议讨论的日期",
        "2020-07-20",
        _713 + "第30条",
        must=True,
        default=None,
    )
    reported: dt.date | None = column(
        "请示报告日期", "出台前向同级党委请示报告", "2020-07-22", _713 + "第31条", default=None
    )
    decided: dt.date | None = column(
        "决策日期", "作出决定的日期", "2020-07-27", _713 + "第30条", default=None
    )
    published: dt.date | None = column(
        "公布日期", "向社会公布的日期", "2020-07-31", _713 + "第32条", must=True, default=None
    )
    decision_item: str = column(
        "决策文件",
        f"{_REF}：公布的决策",
        "decision-2020-01-draft",
        _713 + "第32条",
        must=True,
        default="",
    )
    interpretation_item: str = column(
        "解读文件",
        f"{_REF}：解释说明",
        "decision-2020-01-draft",
        _713 + "第32条；指标38",
        default="",
    )
    filed: dt.date | None = column(
        "归档日期",
        "过程记录和材料归档的日期",
        "2020-08-31",
        _713 + "第33条",
        must=True,
        default=None,
    )
    evaluated: dt.date | None = column(
        "后评估日期", "完成后评估的日期", "2022-07-01", _713 + "第36条", default=None
    )
    evaluation_item: str = column(
        "后评估文件", f"{_REF}：评估报告", "decision-2020-01-draft", _713 + "第36条", default=""
    )


MAJOR_DECISIONS = Register(
    slug="major-decisions",
    title="重大行政决策事项目录",
    model=MajorDecision,
    about="每年列入目录的重大行政决策事项，以及每一项从启动、征求意见、论证、评估、审查、讨论到公布、归档、后评估的全过程。",
    basis=("重大行政决策程序暂行条例", "法治政府建设示范指标36至48"),
    indicators=(
        *("n036", "n037", "n038", "n039", "n040", "n041", "n042", "n043"),
        *("n045", "n046", "n047", "n048"),
    ),
    synonyms=("重大决策", "决策目录", "决策公开"),
)
