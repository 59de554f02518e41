"""权责清单: what the bureau may do and answers for."""

from __future__ import annotations

from disclosure.record import Text, YesNo
from disclosure.registers.base import Entry, Register, Stage, column
from disclosure.registers.words import DaysUnit, PowerType

_IND7 = "指标7"
_CODING = "GB/T 39554.1-2020"
_MODEL = "县级以上司法行政机关权责清单通行样式"


class Power(Entry):
    """权责事项: one power, and the duty that comes with it."""

    register = "powers"
    kinds_by = "type"

    name: Text = column("事项名称", "权力事项的名称", "对律师执业活动的监督检查", _IND7, must=True)
    type: PowerType = column(
        "权力类型", "九类行政权力和其他行政权力", "行政检查", _MODEL, must=True
    )
    basic_code: str = column(
        "基本编码", "国家统一的 12 位事项编码", "000512001000", _CODING, default=""
    )
    implementation_code: str = column(
        "实施编码",
        "31 位：信用代码、层级和基本编码依次相接",
        "18位信用代码+3+000512001000",
        _CODING,
        default="",
    )
    basis: str = column(
        "法律依据", "法律、法规、规章名称和条款", "律师法第4、52条", _IND7, must=True, default=""
    )
    implementer: str = column(
        "实施主体", "由哪个机关行使", "设区的市级司法行政部门", _IND7, must=True, default=""
    )
    role: str = column("本级职责", "市一级做其中哪一段", "决定（设区的市级）", _MODEL, default="")
    city_item: YesNo = column(
        "是否市级事项",
        "法律把这项权力交给市一级的写“是”；省级、县级的事项不得列入",
        "是",
        "行政许可法第17条",
        default=True,
    )
    statutory_days: int | None = column(
        "法定时限",
        "法律规定的最长办理时间，只写数",
        "90",
        "行政许可法第42条；行政处罚法(2021)第60条",
        default=None,
        ge=0,
    )
    days_unit: DaysUnit | None = column("时限单位", "日、工作日、月", "日", _MODEL, default=None)
    days_basis: str = column(
        "时限说明", "时限出自哪一条、从哪天起算", "行政处罚法(2021)第60条", _MODEL, default=""
    )
    measures: str = column(
        "种类和幅度",
        "处罚、强制的种类和幅度",
        "警告；可并处5000元以下罚款",
        "行政处罚法(2021)第34、39条",
        default="",
    )
    duties: str = column(
        "责任事项",
        "行使这项权力要做到什么",
        "受理、审查、决定、送达、事后监管",
        _MODEL,
        must=True,
        default="",
    )
    duties_basis: str = column(
        "责任事项依据", "责任出自哪一条", "行政许可法第30条", _MODEL, default=""
    )
    liability: str = column(
        "责任方式",
        "违法行使时怎样承担责任，依据是什么",
        "律师法第56条",
        _IND7,
        must=True,
        default="",
    )
    accountability: str = column(
        "追责情形",
        "出现哪些情形要追责、追谁的责",
        "对符合条件的申请不予受理的",
        _MODEL,
        must=True,
        default="",
    )
    supervision: str = column(
        "监督方式", "怎样监督、向谁投诉举报", "向单位纪检机构投诉举报", _IND7, must=True, default=""
    )
    remedy: str = column(
        "救济途径",
        "不服怎么办：陈述申辩、听证、复议、诉讼",
        "行政复议；行政诉讼",
        _MODEL,
        must=True,
        default="",
    )


POWERS = Register(
    slug="powers",
    title="权责清单",
    model=Power,
    about="本单位行使的全部行政权力，按十类列出，每一项写明依据、主体、时限、责任和救济。",
    basis=("法治政府建设示范指标7", "行政处罚法(2021)第39条", "河南省行政执法条例第6条"),
    indicators=("n007",),
    stage=Stage.BEFORE,
    synonyms=("权力清单", "责任清单", "职权目录", "执法事项"),
)
