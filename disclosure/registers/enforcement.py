"""Enforcement made public before and during: the eight objects, spot checks, procedures."""

from __future__ import annotations

from disclosure.record import Text
from disclosure.registers.base import Entry, Register, Stage, column
from disclosure.registers.enforcement_words import Disclosed, ProcedureKind

_118 = "国办发〔2018〕118号"
_CHECKS = "随机抽查事项清单通行八栏"
_PLAN = "“双随机、一公开”抽查计划"


class EnforcementObject(Entry):
    """执法公示事前对象: one of the eight things to be public before enforcement."""

    register = "enforcement"
    kinds_by = "type"

    name: Text = column("名称", "主体、人员、依据等的名称", "律师法", _118, must=True)
    type: Disclosed = column("公示对象", "八类事前公示对象和配套文件", "执法依据", _118, must=True)
    content: str = column(
        "公示内容",
        "职责、权限、程序、救济渠道等的具体内容",
        "监督、指导、抽查",
        _118,
        must=True,
        default="",
    )
    basis: str = column("依据", "出自哪部法律、哪一条", "行政处罚法(2021)第63条", _118, default="")
    organ: str = column("执法机关", "属于哪个执法机关", "示例市司法局", _118, default="")
    certificate: str = column(
        "执法证号", "执法人员的证件号；不公开电话和身份证号", "证件上的编号", _118, default=""
    )
    category: str = column("执法类别", "执法人员可以从事的执法类别", "司法行政", _118, default="")
    matter: str = column(
        "事项名称", "服务指南和流程图对应的事项", "律师执业许可（初审）", _118, default=""
    )
    accepting_body: str = column(
        "受理机构", "服务指南和流程图要写", "设区的市级司法行政部门", _118, default=""
    )
    deciding_body: str = column(
        "审批机构", "服务指南和流程图要写", "省级司法行政部门", _118, default=""
    )
    conditions: str = column(
        "受理条件", "服务指南和流程图要写", "在律师事务所实习满一年", _118, default=""
    )
    limit: str = column("办理时限", "服务指南和流程图要写", "20个工作日", _118, default="")
    item: str = column(
        "有关文件",
        "公开事项的编号：指南、流程图、裁量基准等",
        "enforcement-guide",
        _118,
        default="",
    )


ENFORCEMENT = Register(
    slug="enforcement",
    title="行政执法事前公示",
    model=EnforcementObject,
    about="执法之前应当公开的八类内容：主体、人员、职责、权限、依据、程序、救济渠道和随机抽查事项清单。",
    basis=("国办发〔2018〕118号", "河南省行政执法条例第6条", "行政处罚法(2021)第39条"),
    indicators=("n054",),
    stage=Stage.BEFORE,
    synonyms=("执法公示", "执法人员", "执法依据", "三项制度"),
)


class SpotCheck(Entry):
    """随机抽查事项: what may be checked at random, and the plan of a year."""

    register = "inspections"

    name: Text = column(
        "检查项目", "抽查的项目", "对律师事务所（分所）的行政检查", _CHECKS, must=True
    )
    part: str = column(
        "检查子项", "项目之下的子项", "执业许可条件保持情况", _CHECKS, must=True, default=""
    )
    subject: str = column("检查对象", "查谁", "律师事务所（分所）", _PLAN, must=True, default="")
    organ: str = column(
        "检查主体", "谁来查", "设区的市级司法行政部门", _CHECKS, must=True, default=""
    )
    basis: str = column(
        "检查依据", "法律、法规、规章条款", "律师法第4条", _CHECKS, must=True, default=""
    )
    method: str = column(
        "检查方式", "现场检查、案卷评查等", "现场检查", _CHECKS, must=True, default=""
    )
    content: str = column(
        "检查内容", "查什么", "内部管理制度执行情况", _CHECKS, must=True, default=""
    )
    category: str = column(
        "事项类别", "重点检查事项或者一般检查事项", "一般检查事项", _PLAN, default=""
    )
    plan_year: int | None = column(
        "计划年度", "列入哪一年的抽查计划", "2020", _PLAN, default=None, ge=1949, le=2100
    )
    ratio: str = column("抽查比例", "抽多少", "5%", _PLAN, default="")
    frequency: str = column("抽查频次", "一年查几次", "1次/年", _PLAN, default="")
    deadline: str = column("完成时限", "什么时候查完", "年底", _PLAN, default="")


INSPECTIONS = Register(
    slug="inspections",
    title="随机抽查事项清单和计划",
    model=SpotCheck,
    about="可以随机抽查的事项、对象、依据和方式，以及每年的抽查计划。抽查结果另在执法决定里公开。",
    basis=("国办发〔2018〕118号",),
    indicators=("n054",),
    stage=Stage.BEFORE,
    synonyms=("双随机", "一公开", "抽查计划"),
)


class ProcedureStep(Entry):
    """程序步骤: one step of an enforcement procedure or of making a major decision."""

    register = "procedures"
    kinds_by = "type"

    name: Text = column("步骤", "这一步做什么", "立案（符合标准及时立案）", _118, must=True)
    type: ProcedureKind = column("程序", "属于哪一种程序", "普通程序", _118, must=True)
    step: int = column("顺序", "在本程序里的次序", "1", _118, must=True, ge=1)
    stage: str = column(
        "阶段", "重大行政决策的阶段", "公众参与", "重大行政决策程序暂行条例", default=""
    )
    actor: str = column("由谁做", "承担这一步的机关或人员", "行政机关", _118, default="")
    mandatory: str = column(
        "是否必经", "应当、可以等", "应当", "重大行政决策程序暂行条例", default=""
    )
    limit: str = column("时限或数量", "只写数；当场完成的写“当场”", "7", _118, default="")
    unit: str = column("单位", "日、工作日、月、年、人", "工作日", _118, default="")
    publicity: str = column(
        "公开要求",
        "这一步要公开什么",
        "公布草案、说明、方式、期限",
        "重大行政决策程序暂行条例",
        default="",
    )
    law: str = column("法律", "按哪一部法律", "行政处罚法(2021修订)", _118, default="")
    article: str = column("条款", "第几条", "第54条", _118, default="")
    basis: str = column(
        "依据", "法律和条款", "行政处罚法(2021修订)第54条", _118, must=True, default=""
    )


PROCEDURES = Register(
    slug="procedures",
    title="执法和决策程序",
    model=ProcedureStep,
    about="行政处罚各程序和重大行政决策的法定步骤、时限；法律修改前后的写法作为同一步骤的不同版本。",
    basis=("国办发〔2018〕118号", "重大行政决策程序暂行条例", "行政处罚法"),
    indicators=("n036", "n054"),
    stage=Stage.DURING,
    synonyms=("执法流程", "决策程序", "听证程序"),
)
