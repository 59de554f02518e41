"""Rules and normative documents: from consultation to clearing."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text, YesNo
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import ClearingResult, RuleKind
from disclosure.vocabulary import Validity

_37 = "国办发〔2018〕37号"
_RULES = "规章制定程序条例"
_REF = "公开事项的编号"


class NormativeDocument(Entry):
    """规章和行政规范性文件: from consultation to clearing."""

    register = "normative"
    kinds_by = "type"
    dated_by = "decided"

    name: Text = column("名称", "规章或者文件的名称", "行政规范性文件管理办法", _37, must=True)
    type: RuleKind = column(
        "类别", "地方政府规章或者行政规范性文件", "行政规范性文件", _37, must=True
    )
    number: str = column(
        "文号", "发文字号；规章写令号", "濮政〔2020〕1号", "GB/T 9704-2012", must=True, default=""
    )
    issuer: str = column(
        "制定机关", "由谁制定", "濮阳市人民政府", _RULES + "第30条", must=True, default=""
    )
    drafter: str = column("起草单位", "由谁起草", "立法科", _37, default="")
    subject: str = column(
        "领域", "城乡建设与管理、生态环境保护、历史文化保护等", "生态环境保护", "指标25", default=""
    )
    market: YesNo | None = column(
        "涉及市场主体",
        "与市场主体生产经营密切相关的，征求意见不少于 30 日",
        "否",
        "优化营商环境条例第62条",
        default=None,
    )
    consultation_from: dt.date | None = column(
        "征求意见起", "公布草案的日期", "2020-03-02", "指标26、27", must=True, default=None
    )
    consultation_to: dt.date | None = column(
        "征求意见止",
        "规章不少于 30 日，文件不少于 7 个工作日",
        "2020-04-03",
        "指标26、27",
        must=True,
        default=None,
    )
    consultation_item: str = column(
        "征求意见文件", f"{_REF}：草案及说明", "normative-2020-01", "指标26、27", default=""
    )
    feedback_item: str = column(
        "采纳情况文件",
        f"{_REF}：意见采纳情况",
        "normative-2020-01",
        "指标26、27",
        must=True,
        default="",
    )
    argued: dt.date | None = column(
        "评估论证日期", "评估论证的日期", "2020-04-10", _37, default=None
    )
    argument_item: str = column(
        "评估论证文件", f"{_REF}：论证意见", "normative-2020-01", "指标29", default=""
    )
    review_from: dt.date | None = column(
        "合法性审核送审", "送审日期", "2020-04-13", "国办发〔2018〕115号", must=True, default=None
    )
    review_to: dt.date | None = column(
        "合法性审核完成",
        "一般 5 至 15 个工作日",
        "2020-04-24",
        "国办发〔2018〕115号；指标31",
        must=True,
        default=None,
    )
    review_item: str = column(
        "审核意见文件", f"{_REF}：合法性审核意见", "normative-2020-01", "指标29", default=""
    )
    discussed: dt.date | None = column(
        "集体审议日期", "集体讨论通过的日期", "2020-04-27", _37, must=True, default=None
    )
    decided: dt.date | None = column(
        "成文日期", "通过或者签发的日期", "2020-04-29", "GB/T 9704-2012", must=True, default=None
    )
    published: dt.date | None = column(
        "公布日期", "向社会公布的日期", "2020-05-06", _37, must=True, default=None
    )
    effective: dt.date | None = column(
        "施行日期", "从哪天起施行", "2020-06-06", _RULES + "第32条", must=True, default=None
    )
    expires: dt.date | None = column(
        "有效期至", "有有效期的写", "2025-06-05", "河南省行政规范性文件管理办法", default=None
    )
    filed: dt.date | None = column(
        "备案日期",
        "报送备案的日期，规章自公布之日起 30 日内",
        "2020-05-25",
        _RULES + "第34条；指标34",
        must=True,
        default=None,
    )
    filed_with: str = column(
        "备案机关",
        "报送哪些机关，用分号隔开",
        "市人民政府；市人大常委会",
        "濮阳市地方立法条例第67条",
        must=True,
        default="",
    )
    filing_number: str = column(
        "备案登记号", "备案机关给的编号", "备案机关给的编号", "指标34", default=""
    )
    evaluated: dt.date | None = column(
        "后评估日期", "最近一次评估；每两年至少开展一次", "2022-04-20", "指标33", default=None
    )
    evaluation_item: str = column(
        "后评估文件", f"{_REF}：评估报告", "normative-2020-01", "指标33", default=""
    )
    cleared: dt.date | None = column(
        "清理日期", "最近一次清理结果的公布日期", "2021-12-20", "指标35", default=None
    )
    clearing_result: ClearingResult | None = column(
        "清理结果", "保留、修改、废止或者失效", "保留", "指标35", default=None
    )
    clearing_item: str = column(
        "清理结果文件", f"{_REF}：公布的清理结果", "normative-2020-01", "指标35", default=""
    )
    validity: Validity = column(
        "有效性", "有效、已修改、废止或者失效", "有效", "GB/T 9704-2012；指标35", must=True
    )
    repealed_by: str = column(
        "废止依据", f"{_REF}：宣布废止或者失效的文件", "normative-2020-01", "指标35", default=""
    )
    item: str = column(
        "文本", f"{_REF}：公布的文本", "normative-2020-01", _37, must=True, default=""
    )
    interpretation_item: str = column(
        "解读文件", f"{_REF}：政策解读", "normative-2020-01", "省增指标（19）", default=""
    )


NORMATIVE = Register(
    slug="normative",
    title="规章和行政规范性文件目录",
    model=NormativeDocument,
    about="现行和历史的地方政府规章、行政规范性文件，以及每一件征求意见、审核、公布、备案、评估、清理的情况。",
    basis=(
        "国办发〔2018〕37号",
        "国办发〔2018〕115号",
        "规章制定程序条例",
        "政府信息公开条例第20条第1项",
    ),
    indicators=(
        *("n024", "n025", "n026", "n027", "n028", "n029", "n030", "n031"),
        *("n032", "n033", "n034", "n035", "p04"),
    ),
    synonyms=("规范性文件", "规章目录", "文件清理", "备案审查"),
)
