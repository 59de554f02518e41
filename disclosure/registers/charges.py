"""Money and the market: intermediaries, fees, burdens on enterprises, what the bureau buys."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from disclosure.record import Text, YesNo
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import ChargeKind, DaysUnit, FeeType, MatterState, ProcurementKind

_ART43 = "优化营商环境条例第43条"
_IND3 = "指标3"
_FEES = "政府信息公开条例第20条第8项"
_IND18 = "指标18"
_IND20 = "指标19、20"


class Intermediary(Entry):
    """行政审批中介服务事项: a service of a third party that an approval requires."""

    register = "intermediaries"

    name: Text = column("中介服务名称", "服务事项的名称", "检测实验室计量认证", _ART43, must=True)
    matter: str = column(
        "审批事项", "哪个审批事项要用到", "司法鉴定机构登记", _ART43, must=True, default=""
    )
    approver: str = column("审批部门", "谁要求提供", "省级司法行政部门", _ART43, default="")
    basis: str = column(
        "设定依据",
        "法律、法规或者国务院决定的条款",
        "法律名称和第几条",
        _ART43,
        must=True,
        default="",
    )
    provider: str = column("实施机构", "由什么样的机构提供", "认证认可机构", _ART43, default="")
    conditions: str = column(
        "申报条件", "什么条件下要用", "申请登记前", _ART43, must=True, default=""
    )
    process: str = column(
        "工作流程", "怎样办", "委托、检测、出具报告", _ART43, must=True, default=""
    )
    days: int | None = column(
        "服务时限", "多少天办完，只写数", "5", _ART43, must=True, default=None, ge=0
    )
    days_unit: DaysUnit | None = column("时限单位", "日或者工作日", "工作日", _ART43, default=None)
    fee: str = column("收费标准", "收多少；不收费写 0", "0", _ART43, must=True, default="")
    fee_basis: str = column("收费依据", "收费的依据", "省级价格主管部门文件", _ART43, default="")
    state: MatterState | None = column("清理状态", "保留或者取消", "保留", _IND3, default=None)


INTERMEDIARIES = Register(
    slug="intermediaries",
    title="行政审批中介服务事项清单",
    model=Intermediary,
    about="办理审批时依法需要第三方提供的服务。没有这类事项的，公布零清单。",
    basis=("优化营商环境条例第43条", "河南省优化营商环境条例第24条"),
    indicators=("n003",),
    synonyms=("中介清单", "中介服务"),
)


class Institution(Entry):
    """中介服务机构: who offers such a service, and how to reach its office."""

    register = "institutions"

    name: Text = column("机构名称", "登记的全称", "示例评估有限公司", _IND3, must=True)
    credit_code: str = column(
        "统一社会信用代码", "18 位", "18位字母和数字", "GB 32100-2015", default=""
    )
    type: str = column("机构性质", "企业、事业单位、社会组织等", "社会组织", _IND3, default="")
    service: str = column("服务事项", "提供哪项中介服务", "资产评估", _IND3, must=True, default="")
    address_line: str = column("办公地址", "机构的办公地址", "示例市示例路", _IND3, default="")
    phone: str = column(
        "联系电话", "办公电话，不写个人手机", "区号-电话号码", _IND3, must=True, default=""
    )
    website: str = column("网址", "机构网站", "https://…", _IND3, default="")
    decoupled: YesNo | None = column(
        "与政府脱钩", "人、财、物是否与政府脱钩", "是", _IND3, default=None
    )


INSTITUTIONS = Register(
    slug="institutions",
    title="行政审批中介服务机构目录",
    model=Institution,
    about="提供行政审批中介服务的机构和办公联系方式。",
    basis=("法治政府建设示范指标3",),
    indicators=("n003",),
    synonyms=("中介机构名录",),
)


class Fee(Entry):
    """行政事业性收费和政府性基金: what is charged, or that nothing is."""

    register = "fees"
    kinds_by = "type"

    name: Text = column("项目名称", "收费或者基金项目", "政府信息公开信息处理费", _FEES, must=True)
    type: FeeType = column(
        "项目性质", "行政事业性收费、政府性基金、不收费等", "行政事业性收费", _FEES, must=True
    )
    payer: str = column("缴费人", "谁交", "超量申请人", _FEES, default="")
    standard: str = column("收费标准", "收多少；不收费写 0", "0", _FEES, must=True, default="")
    unit: str = column("计费单位", "按什么计", "元/件", _FEES, default="")
    collector: str = column("收费单位", "谁收", "收到申请的行政机关", _FEES, default="")
    area: str = column("适用范围", "在什么范围适用", "全国", _FEES, default="")
    basis: str = column(
        "收费依据", "法律、法规或者文件", "行政许可法第58条", _FEES, must=True, default=""
    )


FEES = Register(
    slug="fees",
    title="行政事业性收费和政府性基金清单",
    model=Fee,
    about="与本单位业务有关的收费项目、依据和标准；法律规定不收费的事项一并列出。清单之外一律不得收费。",
    basis=("政府信息公开条例第20条第8项", "优化营商环境条例第25条"),
    indicators=("n009",),
    synonyms=("收费清单", "收费公示", "基金清单"),
)


class EnterpriseCharge(Entry):
    """涉企收费、涉企检查、行业协会商会: what reaches an enterprise."""

    register = "enterprise-charges"
    kinds_by = "type"

    name: Text = column(
        "名称", "收费、检查项目或者协会商会的名称", "对律师事务所的行政检查", _IND18, must=True
    )
    type: ChargeKind = column(
        "类别", "涉企收费、涉企检查、行业协会商会", "涉企检查", _IND18, must=True
    )
    basis: str = column(
        "依据", "法律、法规、规章；协会写登记依据", "律师法第4条", _IND18, must=True, default=""
    )
    subject: str = column("对象", "对谁收、查谁", "律师事务所", _IND18, default="")
    standard: str = column(
        "标准或内容", "收费标准或者检查内容", "内部管理制度执行情况", _IND18, default=""
    )
    frequency: str = column("频次", "每年收几次、查几次", "每年1次", _IND18, default="")
    organ: str = column("实施单位", "谁收、谁查", "示例市司法局", _IND18, default="")
    phone: str = column("联系电话", "办公电话，不写个人手机", "区号-电话号码", _IND18, default="")
    decoupled: YesNo | None = column(
        "与行政机关脱钩", "协会商会是否脱钩", "是", "指标19", default=None
    )


ENTERPRISE_CHARGES = Register(
    slug="enterprise-charges",
    title="涉企收费和检查清单",
    model=EnterpriseCharge,
    about="向企业收取的费用、对企业的检查，以及有代表性的行业协会商会。",
    basis=("优化营商环境条例第25条", "法治政府建设示范指标18、19"),
    indicators=("n018", "n019"),
    synonyms=("涉企收费", "涉企检查", "协会商会名录"),
)


class Purchase(Entry):
    """政府购买服务: the catalogue, and the ledger of what was bought."""

    register = "procurement"
    kinds_by = "type"
    dated_by = "for_year"

    name: Text = column("服务名称", "购买的服务", "法律援助案件质量评估", _IND20, must=True)
    type: ProcurementKind = column("类别", "指导性目录或者购买项目", "购买项目", _IND20, must=True)
    for_year: int | None = column("年度", "哪一年", "2020", _IND20, default=None, ge=1949, le=2100)
    code: str = column("目录编码", "在购买服务目录里的编码", "A0101", _IND20, default="")
    method: str = column("购买方式", "公开招标、竞争性磋商等", "公开招标", _IND20, default="")
    supplier: str = column("承接主体", "由谁承接", "示例法律服务中心", _IND20, default="")
    amount: Decimal | None = column(
        "金额（万元）", "财政支出，按万元计", "12.5", _IND20, default=None, ge=0
    )
    contracted: dt.date | None = column(
        "签约日期", "合同签订日期", "2020-05-18", _IND20, default=None
    )
    item: str = column(
        "有关文件", "公开事项的编号：招标、中标公告或合同", "purchase-2020-01", _IND20, default=""
    )


PROCUREMENT = Register(
    slug="procurement",
    title="政府购买服务目录和台账",
    model=Purchase,
    about="可以向社会购买的服务目录，以及每年购买的项目、方式、承接主体和支出。",
    basis=("政府信息公开条例第20条第9项", "法治政府建设示范指标19、20"),
    indicators=("n019", "n020"),
    synonyms=("购买服务", "政府采购"),
)
