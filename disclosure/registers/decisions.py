"""Enforcement made public after: decisions on parties, and the yearly statistics."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from disclosure.record import Text
from disclosure.registers.base import Entry, Register, Stage, column
from disclosure.registers.enforcement_words import (
    DecisionType,
    LicenceKind,
    LicenceState,
    PartyKind,
    PenaltyKind,
    PenaltyKinds,
    StatisticsTable,
)

_BOTH = "发改办财金〔2018〕424号"
_118 = "国办发〔2018〕118号"
_ART48 = "行政处罚法(2021)第48条"


class Decision(Entry):
    """执法决定: one decision in its public view; numbers of identity papers are never in it."""

    register = "decisions"
    kinds_by = "type"
    dated_by = "decided"

    name: Text = column(
        "决定文书名称", "决定书的名称", "行政许可决定书", _BOTH, must=True, max_length=200
    )
    type: DecisionType = column(
        "执法类别", "许可、处罚、检查或者其他决定", "行政许可", _118, must=True
    )
    number: Text = column(
        "决定文书号", "决定书的文号", "示例司罚决字〔2020〕1号", _BOTH, must=True, max_length=128
    )
    party: Text = column(
        "行政相对人名称", "自然人只留姓，其余隐去", "张某某", _BOTH, must=True, max_length=200
    )
    party_kind: PartyKind = column(
        "行政相对人类别", "法人及非法人组织、自然人、个体工商户", "自然人", _BOTH, must=True
    )
    credit_code: str = column(
        "统一社会信用代码", "法人必填，18 位；自然人不填", "18位字母和数字", _BOTH, default=""
    )
    business_registration: str = column(
        "工商注册号", "没有信用代码时用", "营业执照上的注册号", _BOTH, default=""
    )
    organisation_code: str = column(
        "组织机构代码", "没有信用代码时用", "9位字母和数字", _BOTH, default=""
    )
    tax_registration: str = column(
        "税务登记号", "没有信用代码时用", "税务登记证上的号码", _BOTH, default=""
    )
    institution_certificate: str = column(
        "事业单位证书号", "没有信用代码时用", "事业单位法人证书上的号码", _BOTH, default=""
    )
    social_registration: str = column(
        "社会组织登记证号", "没有信用代码时用", "登记证书上的号码", _BOTH, default=""
    )
    representative: str = column(
        "法定代表人", "法人必填", "张某某", _BOTH, default="", max_length=50
    )
    representative_paper: str = column(
        "法定代表人证件类型", "只写类型，号码不公开", "身份证", _BOTH, default=""
    )
    party_paper: str = column("自然人证件类型", "只写类型，号码不公开", "身份证", _BOTH, default="")
    licence_kind: LicenceKind | None = column(
        "许可类别", "许可决定必填", "普通", _BOTH, default=None
    )
    certificate_name: str = column(
        "许可证书名称", "发证的必填", "基层法律服务工作者执业证", _BOTH, default=""
    )
    certificate_number: str = column("许可编号", "发证的必填", "证书上的编号", _BOTH, default="")
    offence: str = column(
        "违法行为类型", "处罚决定必填", "同时在两个以上律师事务所执业", _BOTH, default=""
    )
    facts: str = column("违法事实", "处罚决定必填", "经查明的事实，不写他人姓名", _BOTH, default="")
    basis: str = column("处罚或决定依据", "法律和条款", "律师法第47条第1项", _BOTH, default="")
    penalties: PenaltyKinds = column(
        "处罚类别", "处罚决定必填，从轻到重，用分号隔开", "警告；罚款", _BOTH, default=()
    )
    content: str = column(
        "决定内容", "许可内容、处罚内容或者检查结论", "准予执业", _BOTH, must=True, default=""
    )
    fine: Decimal | None = column(
        "罚款金额（万元）", "有罚款的必填", "0.5", _BOTH, default=None, ge=0, decimal_places=6
    )
    confiscated: Decimal | None = column(
        "没收金额（万元）", "有没收的必填", "0.2", _BOTH, default=None, ge=0, decimal_places=6
    )
    withdrawn_licence: str = column(
        "暂扣或吊销证照名称及编号", "有暂扣、吊销的必填", "证照名称和编号", _BOTH, default=""
    )
    decided: dt.date = column("决定日期", "作出决定的日期", "2020-05-18", _BOTH, must=True)
    published: dt.date | None = column(
        "公示日期",
        "哪天公开的：许可、处罚 7 个工作日内，其他 20 个工作日内",
        "2020-05-22",
        _118,
        must=True,
        default=None,
    )
    effective_from: dt.date | None = column(
        "有效期自", "许可从哪天起有效", "2020-05-18", _BOTH, default=None
    )
    effective_to: dt.date | None = column(
        "有效期至",
        "许可到哪天为止，长期的写 2099-12-31；处罚写处罚有效期",
        "2099-12-31",
        _BOTH,
        default=None,
    )
    publicity_until: dt.date | None = column(
        "公示截止期", "处罚公示到哪天", "2021-05-18", _BOTH, default=None
    )
    organ: str = column("执法机关", "作出决定的机关", "示例市司法局", _BOTH, must=True, default="")
    organ_code: str = column(
        "执法机关信用代码", "18 位", "18位字母和数字", _BOTH, must=True, default=""
    )
    licence_state: LicenceState | None = column(
        "当前状态", "许可是否有效", "有效", _BOTH, default=None
    )
    data_source: str = column(
        "数据来源单位", "数据由谁报送", "示例市司法局", _BOTH, must=True, default=""
    )
    data_source_code: str = column(
        "数据来源单位信用代码", "18 位", "18位字母和数字", _BOTH, must=True, default=""
    )
    power: str = column("对应权责事项", "权责清单里的编号", "lawyer-inspection", _118, default="")
    revoked: dt.date | None = column(
        "变更撤销日期", "被变更、撤销、确认违法或者无效的日期", "2021-08-02", _ART48, default=None
    )
    withdrawn: dt.date | None = column(
        "撤回公开日期", "3 个工作日内撤回公开的处罚信息", "2021-08-04", _ART48, default=None
    )
    withdrawal_reason: str = column(
        "撤回理由", "撤回时公开说明的理由", "行政复议决定撤销原处罚", _ART48, default=""
    )
    item: str = column(
        "有关文件", "公开事项的编号：决定书文本", "decision-2020-01", _118, default=""
    )


DECISIONS = Register(
    slug="decisions",
    title="执法决定公示",
    model=Decision,
    about="本单位作出的行政许可、行政处罚、行政检查和其他执法决定，按“双公示”的栏目公开。",
    basis=(
        "国办发〔2018〕118号",
        "发改办财金〔2018〕424号",
        "行政许可法第40条",
        "行政处罚法第48条",
    ),
    indicators=("n057",),
    stage=Stage.AFTER,
    synonyms=("双公示", "处罚决定", "许可结果", "检查结果"),
)


LICENCE_LINES = ("申请", "受理", "许可", "不予许可", "撤销许可")
"""Lines of the table of licences."""

_TOGETHER = "责令关闭、限制从业"
PENALTY_LINES = tuple(
    dict.fromkeys(
        _TOGETHER if kind in (PenaltyKind.SHUTDOWN, PenaltyKind.BAN) else kind.value
        for kind in PenaltyKind
    )
)
"""Lines of the table of penalties: twelve kinds, closing and barring counted as one."""

TOTAL_LINE = "合计"


class Statistic(Entry):
    """行政执法统计: one line of one table of one year."""

    register = "statistics"
    kinds_by = "table"
    dated_by = "for_year"

    for_year: int = column(
        "年度", "统计的是哪一年（1月1日至12月31日）", "2020", _118, must=True, ge=1949, le=2100
    )
    table: StatisticsTable = column(
        "表", "许可、处罚、强制、征收、征用、检查", "行政处罚", _118, must=True
    )
    name: Text = column("统计项", "表里的一行；各行之和写在“合计”行", "罚款", _118, must=True)
    organ: str = column("执法机关", "统计的是哪个机关", "示例市司法局", _118, default="")
    count: int | None = column(
        "件数", "没有的写 0，不要留空", "0", _118, must=True, default=None, ge=0
    )
    amount: Decimal | None = column(
        "金额（元）", "罚没、征收金额；没有的写 0", "0", _118, default=None, ge=0
    )

    @property
    def title(self) -> str:
        return f"{self.for_year}年{self.table}：{self.name}"


STATISTICS = Register(
    slug="statistics",
    title="行政执法统计年报",
    model=Statistic,
    about="每年的行政许可、处罚、强制、征收、征用和检查数据，每年1月31日前公开上一年度的。",
    basis=("国办发〔2018〕118号",),
    indicators=("n056",),
    stage=Stage.AFTER,
    synonyms=("执法年报", "执法数据", "执法总体情况"),
)
