"""Openness itself: the standard catalogue, and the channels to and from the public."""

from __future__ import annotations

import datetime as dt

from disclosure.record import Text
from disclosure.registers.base import Entry, Register, column
from disclosure.registers.words import CatalogueOrigin, ChannelKind

_STANDARD = "公共法律服务领域基层政务公开标准目录"
_REF = "公开事项的编号"


class CatalogueRow(Entry):
    """政务公开事项: one line of the standard catalogue of openness."""

    register = "disclosure-catalogue"
    named_by = "matter"
    kinds_by = "origin"

    origin: CatalogueOrigin = column(
        "目录来源",
        "司法部标准目录、法律规定必须公开的，或者本单位增补的",
        "法定公开事项",
        _STANDARD,
    )
    field: Text = column("一级事项", "公开事项的大类", "行政许可", _STANDARD, must=True)
    matter: Text = column("二级事项", "公开事项的名称", "准予许可决定", _STANDARD, must=True)
    content: str = column(
        "公开内容（要素）", "要公开哪些内容", "决定及文书信息", _STANDARD, must=True, default=""
    )
    basis: str = column(
        "公开依据", "法律、法规或者文件", "行政许可法第40条", _STANDARD, must=True, default=""
    )
    limit: str = column("公开时限", "什么时候公开", "7个工作日", _STANDARD, must=True, default="")
    publisher: str = column("公开主体", "由谁公开", "市司法局", _STANDARD, must=True, default="")
    channel: str = column(
        "公开渠道和载体",
        "在哪里公开",
        "政府网站（政府信息公开栏）",
        _STANDARD,
        must=True,
        default="",
    )
    audience: str = column(
        "公开对象", "全社会或者特定群体", "全社会", _STANDARD, must=True, default=""
    )
    manner: str = column("公开方式", "主动或者依申请", "主动", _STANDARD, must=True, default="")
    level: str = column("公开层级", "市级、县级、乡村级", "市级", _STANDARD, must=True, default="")


DISCLOSURE_CATALOGUE = Register(
    slug="disclosure-catalogue",
    title="政务公开事项标准目录",
    model=CatalogueRow,
    about="本单位应当公开什么、依据是什么、多久公开、在哪里公开、向谁公开。",
    basis=("政府信息公开条例第20、26条", "公共法律服务领域基层政务公开标准目录"),
    indicators=("n081", "p17"),
    synonyms=("政务公开清单", "公开目录", "五公开", "主动公开"),
)


class Channel(Entry):
    """渠道和回应: a way to reach the bureau, or an answer it gave in public."""

    register = "channels"
    kinds_by = "type"

    name: Text = column(
        "名称", "渠道、发布会或者回应的名称", "行政执法投诉举报", "指标79", must=True
    )
    type: ChannelKind = column(
        "类别", "投诉举报、政务热线、新闻发布、媒体曝光回应等", "投诉举报", "指标79至82", must=True
    )
    scope: str = column("受理范围", "管什么事", "行政执法中的违法和不当行为", "指标79", default="")
    phone: str = column(
        "电话", "办公电话或者热线，不写个人手机", "12348", "指标79", must=True, default=""
    )
    place: str = column("地址", "办公地址", "示例市示例路", "指标79", default="")
    email: str = column("电子邮箱", "单位邮箱", "单位公布的邮箱", "指标79", default="")
    online: str = column("网上渠道", "网址", "https://…", "指标79", default="")
    hours: str = column("受理时间", "什么时候受理", "工作日上班时间", "指标79", default="")
    limit: str = column("答复时限", "多久答复", "15日", "指标79", default="")
    basis: str = column("依据", "设立渠道的依据", "河南省行政执法条例第6条", "指标79", default="")
    happened: dt.date | None = column(
        "事件日期", "发布会、媒体曝光、突发事件的日期", "2020-06-01", "指标80、82", default=None
    )
    responded: dt.date | None = column(
        "回应日期", "处理结果公开的日期", "2020-06-05", "指标80", default=None
    )
    first_hours: int | None = column(
        "首次发布用时（小时）",
        "突发事件最迟 5 小时内发布权威信息",
        "5",
        "指标82",
        default=None,
        ge=0,
    )
    briefing_hours: int | None = column(
        "新闻发布会用时（小时）",
        "突发事件 24 小时内举行新闻发布会",
        "24",
        "指标82",
        default=None,
        ge=0,
    )
    item: str = column(
        "有关文件", f"{_REF}：发布实录、回应全文", "press-2020-01", "指标80、82", default=""
    )


CHANNELS = Register(
    slug="channels",
    title="投诉举报渠道、新闻发布和媒体回应",
    model=Channel,
    about="怎样向本单位投诉举报、提出建议，以及举行的新闻发布会、对媒体曝光问题的处理和反馈。",
    basis=("河南省行政执法条例第6条", "法治政府建设示范指标79、80、82"),
    indicators=("n079", "n080", "n082", "n066"),
    synonyms=("投诉", "举报", "热线", "新闻发言人", "联系我们"),
)
