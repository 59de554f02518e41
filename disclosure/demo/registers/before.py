"""What is public before and during enforcement: the eight objects, spot checks, procedures."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import PHONE
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.shelf import Shelf
from disclosure.demo.subjects import person
from disclosure.registers.enforcement_words import Disclosed, ProcedureKind

_PUBLISHED = dt.date(2021, 4, 12)
_ACT = "示例省行政执法条例"
_NEW_LAW = dt.date(2021, 7, 15)
_OBJECTS = (
    # id, type, name, content, article
    ("subject", Disclosed.SUBJECT, BUREAU, "依法具有独立执法主体资格的行政机关", 5),
    ("duty-lawyers", Disclosed.DUTY, "律师和公证工作监督管理", "指导、监督本市律师、公证工作，查处违法行为", 6),
    ("duty-grassroots", Disclosed.DUTY, "基层法律服务监督管理", "指导、监督基层法律服务所，查处违法行为", 6),
    ("authority-penalty", Disclosed.AUTHORITY, "行政处罚权", "警告、罚款、没收违法所得、停业整顿", 7),
    ("authority-inspection", Disclosed.AUTHORITY, "行政检查权", "进入执业场所检查，查阅、复制有关资料", 8),
    ("basis-services", Disclosed.BASIS, "示例省法律服务条例", "第30条、第38条、第39条", 9),
    ("basis-lawyers", Disclosed.BASIS, "示例省律师执业条例", "第5条至第14条", 9),
    ("procedure-penalty", Disclosed.PROCEDURE, "行政处罚程序", "立案、调查取证、审核、告知、决定、送达、执行、公开", 12),
    ("procedure-licence", Disclosed.PROCEDURE, "行政许可程序", "申请、受理、审查、决定、送达、公开", 13),
    ("remedy", Disclosed.REMEDY, "救济渠道", f"陈述、申辩；听证；行政复议；行政诉讼；监督电话：{PHONE}", 20),
    ("spot-checks", Disclosed.SPOT_CHECK, "随机抽查事项清单", "见本站“随机抽查事项清单和计划”", 22),
    ("discretion", Disclosed.DISCRETION, "行政处罚裁量基准", "按违法情节分为轻微、一般、较重、严重四档", 25),
    ("delegation", Disclosed.DELEGATION, "委托执法", "本单位没有委托执法事项", 10),
    ("major-cases", Disclosed.MAJOR_DECISIONS, "重大执法决定范围", "较大数额罚款、停业整顿、暂扣许可证件", 26),
)  # fmt: skip
_GUIDED = (
    (
        "law-firm-change",
        "律师事务所变更登记事项许可（初审）",
        "变更事项经合伙人会议通过",
        "20个工作日",
    ),
    ("lawyer-transfer", "律师变更执业机构许可（初审）", "与原执业机构办结解除手续", "15个工作日"),
    ("grassroots-worker-approval", "基层法律服务工作者执业核准", "考试考核合格", "20个工作日"),
)
_CHECKS = (
    # id, name, part, subject, basis, method, content, ratio
    ("law-firms", "对律师事务所的行政检查", "内部管理", "律师事务所", "示例省法律服务条例第30条", "现场检查",
     "收案、收费、档案管理制度执行情况", "10%"),
    ("lawyers", "对律师的行政检查", "执业活动", "律师", "示例省法律服务条例第30条", "案卷评查", "代理案件的案卷质量", "5%"),
    ("notary-offices", "对公证机构的行政检查", "公证质量", "公证机构", "示例省公证条例第26条", "案卷评查",
     "公证卷宗质量", "50%"),
    ("grassroots-offices", "对基层法律服务所的行政检查", "日常执业", "基层法律服务所",
     "示例省基层法律服务条例第28条", "现场检查", "执业公示和收费公示情况", "20%"),
    ("forensic-institutions", "对司法鉴定机构的行政检查", "执业活动", "司法鉴定机构",
     "示例省司法鉴定管理条例第30条", "现场检查", "鉴定程序和仪器设备管理情况", "20%"),
)  # fmt: skip
_STEPS: dict[ProcedureKind, tuple[tuple[str, str, str, str], ...]] = {
    # name, actor, limit, unit
    ProcedureKind.GENERAL: (("表明身份、出示证件", "两名以上执法人员", "2", "人"),
                            ("告知权利义务", "执法人员", "当场", "")),
    ProcedureKind.SUMMARY: (("填写预定格式决定书", "执法人员", "当场", ""),
                            ("报所属机关备案", "执法人员", "2", "工作日")),
    ProcedureKind.ORDINARY: (("立案", "行政机关", "", ""), ("调查取证", "执法人员", "", ""),
                             ("法制审核", "法制审核人员", "", ""), ("作出决定", "行政机关", "90", "日"),
                             ("送达决定书", "行政机关", "7", "日")),
    ProcedureKind.HEARING: (("告知听证权利", "行政机关", "", ""), ("申请听证", "当事人", "3", "日"),
                            ("通知听证时间地点", "行政机关", "7", "日"), ("举行听证", "听证主持人", "", "")),
    ProcedureKind.PUBLICITY: (("公开处罚决定", "行政机关", "7", "工作日"),
                              ("撤回公开的信息并说明理由", "行政机关", "3", "工作日")),
    ProcedureKind.EXECUTION: (("缴纳罚款", "当事人", "15", "日"),
                              ("加处罚款", "行政机关", "", "")),
    ProcedureKind.MAJOR_DECISION: (("公开征求意见", "承办单位", "30", "日"),
                                   ("合法性审查", "合法性审查机构", "7", "工作日"),
                                   ("集体讨论", "决策机关", "", "")),
}  # fmt: skip
_AMENDED = {
    "送达决定书": ("7", "工作日"),
    "申请听证": ("5", "工作日"),
    "通知听证时间地点": ("7", "工作日"),
}
"""Steps whose limit the new law counts otherwise."""


def put(shelf: Shelf) -> None:
    """Three registers."""
    _objects(shelf)
    for number in range(6):
        shelf.put(
            "enforcement", f"officer-{number + 1:02d}", "法制仲裁", name=person(number),
            type=Disclosed.OFFICER, content="具有行政执法资格", basis=f"{_ACT}第11条",
            organ=BUREAU, certificate=f"示例{number + 1:06d}", category="司法行政",
        )  # fmt: skip
    for entry_id, name, part, subject, basis, method, content, ratio in _CHECKS:
        shelf.put(
            "inspections", entry_id, "法制仲裁", name=name, part=part, subject=subject,
            organ=BUREAU, basis=basis, method=method, content=content, category="一般检查事项",
            plan_year=2021, ratio=ratio, frequency="1次/年", deadline="2021年11月底",
        )  # fmt: skip
    _procedures(shelf)
    shelf.edition("enforcement", _PUBLISHED, "n054.1", basis=f"{_ACT}第5条")
    shelf.edition("inspections", _PUBLISHED, "n054.1", basis=f"{_ACT}第22条")
    shelf.edition("procedures", _PUBLISHED, basis=f"{_ACT}第12条")


def _objects(shelf: Shelf) -> None:
    served = ("n054.1",) if shelf.agenda.allows("n054.1", _PUBLISHED.year) else ()
    for entry_id, kind, name, content, article in _OBJECTS:
        shelf.put(
            "enforcement", entry_id, "法制仲裁", name=name, type=kind, content=content,
            basis=f"{_ACT}第{article}条", organ=BUREAU, satisfies=served,
        )  # fmt: skip
    for entry_id, matter, conditions, limit in _GUIDED:
        for kind in (Disclosed.GUIDE, Disclosed.FLOWCHART):
            shelf.put(
                "enforcement", f"{kind.slug}-{entry_id}", "律师公证", name=f"{matter}{kind}",
                type=kind, content="申请—受理—审查—决定—送达", basis=f"{_ACT}第15条", organ=BUREAU,
                matter=matter, accepting_body=BUREAU, deciding_body=BUREAU,
                conditions=conditions, limit=limit,
            )  # fmt: skip


def _procedures(shelf: Shelf) -> None:
    for kind, steps in _STEPS.items():
        for number, (name, actor, limit, unit) in enumerate(steps, 1):
            article = f"第{30 + number}条"
            row = shelf.put(
                "procedures", f"{kind.slug}-{number}", "法制仲裁", name=name, type=kind,
                step=number, actor=actor, mandatory="应当", limit=limit, unit=unit, law=_ACT,
                article=article, basis=f"{_ACT}{article}",
                stage="决策程序" if kind is ProcedureKind.MAJOR_DECISION else "",
            )  # fmt: skip
            if name in _AMENDED:
                limit, unit = _AMENDED[name]
                basis = f"《{_ACT}》修订"
                shelf.amend("procedures", row, _NEW_LAW, basis, limit=limit, unit=unit)
