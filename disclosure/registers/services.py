"""What the bureau handles for people: approvals, public services, certificates it asks for."""

from __future__ import annotations

from disclosure.dates import PartialDate
from disclosure.record import Text
from disclosure.registers.base import Entry, Register, Stage, column
from disclosure.registers.words import DaysUnit, MatterState, PowerType, ProofState, ServiceType

_LICENSING = "行政许可法第30、33条"
_CODING = "GB/T 39554.1-2020"
_PLATFORM = "全国一体化政务服务平台事项要素"
_IND1 = "指标1"
_PROOF = "优化营商环境条例第44条"


class Approval(Entry):
    """行政审批事项: a matter that the bureau examines or decides on application."""

    register = "approvals"
    kinds_by = "type"

    name: Text = column(
        "事项名称", "审批事项的规范名称", "律师执业许可（初审）", _LICENSING, must=True
    )
    basic_code: str = column(
        "基本编码", "国家统一的 12 位事项编码", "000112015000", _CODING, must=True, default=""
    )
    implementation_code: str = column(
        "实施编码",
        "31 位：信用代码、层级和基本编码依次相接",
        "18位信用代码+3+000112015000",
        _CODING,
        must=True,
        default="",
    )
    type: PowerType = column("事项类型", "属于哪一类行政权力", "行政许可", _PLATFORM, must=True)
    state: MatterState | None = column(
        "清理状态", "保留、取消、下放或承接", "承接", "指标2", must=True, default=None
    )
    basis: str = column(
        "设定依据", "法律、法规名称和条款", "律师法第6条", _LICENSING, must=True, default=""
    )
    applicant: str = column("服务对象", "谁可以申请", "自然人", _PLATFORM, default="")
    accepting_body: str = column(
        "受理机构",
        "向谁递交申请",
        "设区的市级司法行政部门",
        "国办发〔2018〕118号",
        must=True,
        default="",
    )
    deciding_body: str = column(
        "审批机构", "由谁作出决定", "省级司法行政部门", "国办发〔2018〕118号", must=True, default=""
    )
    role: str = column("本级职责", "本单位做其中哪一段", "受理、初审", "指标2", default="")
    conditions: str = column(
        "受理条件",
        "符合什么条件可以办理",
        "在律师事务所实习满一年",
        _LICENSING,
        must=True,
        default="",
    )
    materials: str = column(
        "申请材料", "要交哪些材料", "身份证明", _LICENSING, must=True, default=""
    )
    result: str = column("办理结果", "办成后得到什么", "律师执业证书", _PLATFORM, default="")
    statutory_days: int | None = column(
        "法定时限",
        "法律规定的最长办理时间，只写数",
        "20",
        _LICENSING,
        must=True,
        default=None,
        ge=0,
    )
    promised_days: int | None = column(
        "承诺时限",
        "本单位承诺的办理时间，只写数，不得长于法定时限",
        "10",
        _IND1,
        must=True,
        default=None,
        ge=0,
    )
    days_unit: DaysUnit | None = column(
        "时限单位", "两个时限用同一个单位", "工作日", _PLATFORM, default=None
    )
    days_basis: str = column(
        "时限依据", "时限出自哪一条", "行政许可法第42、82条", _LICENSING, default=""
    )
    fee: str = column(
        "收费标准", "收多少；不收费写 0", "0", "行政许可法第58条", must=True, default=""
    )
    fee_basis: str = column(
        "收费依据", "收费或不收费的依据", "行政许可法第58条", "行政许可法第58条", default=""
    )
    channel: str = column(
        "办理渠道", "窗口、网上或邮寄", "窗口；网上", _IND1, must=True, default=""
    )
    place: str = column("办理地点", "窗口在哪里", "政务服务大厅司法行政窗口", _PLATFORM, default="")
    hours: str = column("办理时间", "窗口什么时候开", "工作日上班时间", _PLATFORM, default="")
    phone: str = column(
        "咨询电话", "办公电话，不写个人手机", "12348", _PLATFORM, must=True, default=""
    )
    online: str = column(
        "网上办理地址", "在线办理的网址", "https://…", _PLATFORM, must=True, default=""
    )
    visits: int | None = column("到现场次数", "最多跑几次", "1", "指标6", default=None, ge=0)


APPROVALS = Register(
    slug="approvals",
    title="行政审批事项清单",
    model=Approval,
    about="本单位受理、初审或者决定的全部行政审批事项，以及每一项的依据、条件、材料、时限和收费。",
    basis=(
        "行政许可法第30、33条",
        "国务院关于在线政务服务的若干规定第6条",
        "政府信息公开条例第20条第5项",
    ),
    indicators=("n001", "n002"),
    stage=Stage.BEFORE,
    synonyms=("审批清单", "许可清单", "行政许可事项目录", "办事指南"),
)


class PublicService(Entry):
    """公共服务事项: what anyone may ask of the bureau."""

    register = "public-services"
    kinds_by = "type"

    name: Text = column("事项名称", "服务事项的名称", "法律援助申请指引", "指标7", must=True)
    type: ServiceType = column(
        "服务类别", "咨询、查询、办理、指引等", "咨询", "公共法律服务事项标准目录", must=True
    )
    code: str = column("事项编码", "国家统一的 12 位事项编码", "000512001000", _CODING, default="")
    audience: str = column(
        "服务对象", "为谁服务", "全社会", "公共法律服务事项标准目录", must=True, default=""
    )
    basis: str = column(
        "设定依据", "法律、法规或者文件", "法律援助法第23条", "指标7", must=True, default=""
    )
    how: str = column(
        "服务方式",
        "电话、网络、窗口等",
        "电话12348",
        "政府信息公开条例第21条",
        must=True,
        default="",
    )
    where: str = column(
        "服务地点", "到哪里办", "公共法律服务中心", "政府信息公开条例第21条", must=True, default=""
    )
    when: str = column(
        "服务时间", "什么时候办", "工作日上班时间", "政府信息公开条例第21条", must=True, default=""
    )
    phone: str = column("咨询电话", "办公电话或热线", "12348", _PLATFORM, default="")
    fee: str = column("收费", "收多少；不收费写 0", "0", _PLATFORM, default="")
    disclosure_days: int | None = column(
        "公开时限",
        "服务信息形成或变更后多少天内公开，只写数",
        "20",
        "政府信息公开条例第26条",
        default=None,
        ge=0,
    )
    disclosure_unit: DaysUnit | None = column(
        "公开时限单位", "日或者工作日", "工作日", "政府信息公开条例第26条", default=None
    )


PUBLIC_SERVICES = Register(
    slug="public-services",
    title="公共服务事项清单",
    model=PublicService,
    about="群众可以向本单位和下属机构申请或者查询的公共法律服务，怎么办、到哪里办、收不收费。",
    basis=("政府信息公开条例第21条", "法治政府建设示范指标7"),
    indicators=("n007", "n021"),
    synonyms=("公共法律服务", "便民服务", "办事服务"),
)


class Certificate(Entry):
    """证明事项: a paper that an applicant is asked to bring from somebody else."""

    register = "certificates"
    kinds_by = "state"

    name: Text = column("证明名称", "要求提供的证明材料", "住所证明", _PROOF, must=True)
    purpose: str = column("证明用途", "用来证明什么", "律师事务所设立", _PROOF, default="")
    matter: str = column(
        "办理事项", "办哪件事时要", "律师事务所设立许可", _PROOF, must=True, default=""
    )
    basis: str = column(
        "设定依据",
        "法律、法规或者国务院决定的条款",
        "律师法第17条第4项",
        _PROOF,
        must=True,
        default="",
    )
    basis_level: str = column(
        "依据层级", "法律、行政法规、国务院决定等", "法律", _PROOF, default=""
    )
    demanded_by: str = column(
        "索要单位", "谁要", "设区的市司法行政部门", _PROOF, must=True, default=""
    )
    issued_by: str = column(
        "开具单位", "谁开", "设立人（产权或租赁）", _PROOF, must=True, default=""
    )
    guide: str = column(
        "办理指南", "到哪里、怎样开具", "持身份证到开具单位窗口办理", _PROOF, must=True, default=""
    )
    state: ProofState = column(
        "保留情况", "保留、取消、告知承诺或者待核", "保留", "指标4", must=True
    )
    state_from: PartialDate | None = column(
        "起算日期", "从哪天起保留或者取消", "2008-06-01", "指标4", default=None
    )
    substitute: str = column(
        "替代办法", "不再要证明的，用什么代替", "诚信承诺、信息共享", "指标4", default=""
    )


CERTIFICATES = Register(
    slug="certificates",
    title="证明事项清单",
    model=Certificate,
    about="办事时需要申请人提供的证明，依据是什么、谁要、谁开、怎样开；已经取消的一并列出。",
    basis=("优化营商环境条例第44条", "河南省优化营商环境条例第29条"),
    indicators=("n004",),
    synonyms=("证明清单", "减证便民", "告知承诺"),
)
