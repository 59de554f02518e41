"""Openness itself: the standard catalogue, channels to the public, and reconsideration."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import EMAIL, PHONE
from disclosure.demo.days import later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.matters import HOURS
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.registers.words import (
    CatalogueOrigin,
    ChannelKind,
    ReconsiderationPart,
    ReconsiderationResult,
)

_PLACE = "示例省示例市示例区示例路0号"
_STATUTE, _MODEL = CatalogueOrigin.STATUTE, CatalogueOrigin.MODEL
_CATALOGUE = (
    # id, origin, field, matter, content, article, limit
    ("functions", _STATUTE, "机构职能", "机构设置和职责", "职责、内设机构、办公地址、联系方式", 20, "变更之日起20个工作日内"),
    ("normative-documents", _STATUTE, "政策文件", "行政规范性文件", "文本、有效性、解读", 20, "20个工作日内"),
    ("budget", _STATUTE, "财政", "部门预算、决算", "收支总表、“三公”经费", 20, "批复后20日内"),
    ("licence-decisions", _STATUTE, "行政许可", "准予许可决定", "决定文书号、相对人、内容、日期", 20, "7个工作日内"),
    ("penalty-decisions", _STATUTE, "行政处罚", "行政处罚决定", "违法事实、依据、处罚内容、日期", 20, "7个工作日内"),
    ("annual-report", _STATUTE, "信息公开", "政府信息公开年度报告", "六个部分和三张表", 49, "每年1月31日前"),
    ("legal-aid", _MODEL, "法律援助", "法律援助申请指引", "条件、材料、程序、机构", 21, "20个工作日内"),
    ("mediation", _MODEL, "人民调解", "人民调解组织名录", "名称、地址、联系方式", 21, "20个工作日内"),
    ("lawyers", _MODEL, "律师", "律师事务所名录", "名称、负责人、执业状态", 21, "20个工作日内"),
    ("column", CatalogueOrigin.BUREAU, "法治建设", "法治政府建设公开专栏", "指标、材料、清单", 19, "20个工作日内"),
)  # fmt: skip
_CHANNELS: tuple[tuple[str, str, ChannelKind, Row], ...] = (
    ("enforcement-complaints", "行政执法投诉举报", ChannelKind.COMPLAINT,
     {"scope": "行政执法中的违法和不当行为", "limit": "15日"}),
    ("service-complaints", "法律服务投诉", ChannelKind.COMPLAINT,
     {"scope": "律师、公证、基层法律服务、司法鉴定执业中的问题", "limit": "60日"}),
    ("hotline", "示例市政务服务热线", ChannelKind.HOTLINE, {"scope": "咨询、求助、投诉、建议", "limit": "5个工作日"}),
)  # fmt: skip
_PRESS = ("示例市公共法律服务体系建设新闻发布会", "示例市法治政府建设新闻发布会",
          "示例市行政执法公示工作新闻发布会")  # fmt: skip
_ANSWERS = ("示例媒体反映办事窗口排队时间长的处理反馈", "示例媒体反映法律服务收费公示不全的处理反馈",
            "示例媒体反映法律援助电话无人接听的处理反馈")  # fmt: skip
_EVENTS = ("示例市公共法律服务中心暴雨期间停电", "示例市司法局服务大厅信息系统故障",
           "示例市司法局办公楼消防管道破裂")  # fmt: skip
_P = ReconsiderationPart
_ACT = "示例省行政复议条例"
_PARTS = (
    # id, name, part, article, limit, unit, start
    ("scope-penalty", "对行政处罚不服", _P.SCOPE, 6, "", "", ""),
    ("scope-licence", "对行政许可不服", _P.SCOPE, 6, "", "", ""),
    ("exclusion-personnel", "内部人事处理", _P.EXCLUSION, 8, "", "", ""),
    ("incidental-review", "行政规范性文件的附带审查", _P.INCIDENTAL_REVIEW, 9, "", "", ""),
    ("prerequisite", "依法应当先申请复议的事项", _P.PREREQUISITE, 10, "", "", ""),
    ("jurisdiction", "向本级人民政府申请", _P.JURISDICTION, 12, "", "", ""),
    ("limit-application", "申请期限", _P.LIMIT, 14, "60", "日", "知道行政行为之日"),
    ("limit-acceptance", "受理审查", _P.LIMIT, 17, "5", "工作日", "收到申请"),
    ("limit-decision", "作出决定", _P.LIMIT, 31, "60", "日", "受理"),
    ("procedure-reply", "被申请人答复", _P.PROCEDURE, 23, "10", "日", "收到申请书副本"),
    ("publicity", "复议决定书公开", _P.PUBLICITY, 40, "20", "工作日", "作出决定"),
    ("fee", "不收费", _P.FEE, 39, "0", "元", ""),
    ("litigation", "不服复议决定起诉", _P.LITIGATION, 45, "15", "日", "收到决定书"),
    ("form", "行政复议申请书格式", _P.FORM, 11, "", "", ""),
)  # fmt: skip


def put(shelf: Shelf, dice: Dice) -> None:
    """Three registers."""
    for entry_id, origin, field, matter, content, article, limit in _CATALOGUE:
        shelf.put(
            "disclosure-catalogue", entry_id, "办公室", origin=origin, field=field, matter=matter,
            content=content, basis=f"示例省政府信息公开条例第{article}条", limit=limit, publisher=BUREAU,
            channel="政府网站（法治政府建设公开专栏）", audience="全社会", manner="主动", level="市级",
        )  # fmt: skip
    shelf.edition("disclosure-catalogue", dt.date(2021, 4, 12), "n081.3", "p17.1",
                  basis="示例省政府信息公开条例第12条")  # fmt: skip
    _channels(shelf, dice)
    for entry_id, name, part, article, limit, unit, start in _PARTS:
        shelf.put(
            "reconsideration", entry_id, "法制仲裁", name=name, part=part, limit=limit, unit=unit,
            start=start, law=_ACT, article=f"第{article}条", basis=f"{_ACT}第{article}条",
        )  # fmt: skip
    for year, result in ((2019, ReconsiderationResult.UPHELD), (2020, ReconsiderationResult.REVOKED),
                         (2021, ReconsiderationResult.SETTLED)):  # fmt: skip
        day = working(dt.date(year, dice.between(3, 11), dice.between(1, 25)))
        shelf.put(
            "reconsideration", f"decision-{year}-1", "法制仲裁", name=f"{year}年第1号行政复议决定",
            part=_P.DECISION, law=_ACT, basis=f"{_ACT}第28条", number=f"示例复决〔{year}〕1号",
            decided=day, published=later(day, 8), result=result,
        )  # fmt: skip
    shelf.edition("reconsideration", dt.date(2021, 4, 12), "n087.7", basis=f"{_ACT}第40条")


def _channels(shelf: Shelf, dice: Dice) -> None:
    for entry_id, name, kind, more in _CHANNELS:
        shelf.put(
            "channels", entry_id, "法制仲裁", name=name, type=kind, phone=PHONE, place=_PLACE,
            email=EMAIL, hours=HOURS, online="https://service.city.example/complaints/",
            basis="示例省行政执法条例第6条", **more,
        )  # fmt: skip
    said = (
        ("press", ChannelKind.PRESS, _PRESS), ("answer", ChannelKind.MEDIA, _ANSWERS),
        ("emergency", ChannelKind.EMERGENCY, _EVENTS),
    )  # fmt: skip
    for slug, kind, names in said:
        for year, name in zip((2019, 2020, 2021), names, strict=True):
            day = working(dt.date(year, dice.between(3, 11), dice.between(1, 25)))
            quick = kind is ChannelKind.EMERGENCY
            shelf.put(
                "channels", f"{slug}-{year}", "新闻", name=name, type=kind, phone=PHONE,
                happened=day, responded=day if quick else later(day, dice.between(0, 6)),
                first_hours=dice.between(1, 4) if quick else None,
                briefing_hours=dice.between(6, 20) if quick else None,
            )  # fmt: skip
    shelf.edition(
        "channels", dt.date(2021, 4, 12), "n080.1", "n082.2", basis="示例省行政执法条例第6条"
    )
