"""Enforcement made public by stages: what 国办发〔2018〕118号 asks for, and where it stands here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.pages.desk import Desk
from disclosure.pages.lines import RegisterLine
from disclosure.pages.page import HOME, Page
from disclosure.registers import Stage
from disclosure.registers.enforcement_words import EIGHT_OBJECTS, Disclosed
from disclosure.vocabulary import State

_NORM = "国办发〔2018〕118号"


@dataclass(frozen=True)
class _Demand:
    """What a stage must show, in our own words."""

    about: str
    points: tuple[tuple[str, str], ...]
    """What, and by when or in which form."""


_DEMANDS = {
    Stage.BEFORE: _Demand(
        "执法之前，执法机关要把自己是谁、凭什么、怎样执法向社会公开，并随法律、职责和人员的变动及时更新。",
        (
            ("八类信息", "执法主体、人员、职责、权限、依据、程序、救济渠道和随机抽查事项清单"),
            ("服务指南和执法流程图", "写明事项名称、受理机构、审批机构、受理条件和办理时限"),
        ),
    ),
    Stage.DURING: _Demand(
        "执法过程中，执法人员要表明身份，当事人要知道为什么被执法、凭什么、自己有哪些权利。",
        (
            ("表明身份", "主动出示或者佩戴执法证件"),
            ("告知", "出具执法文书，告知执法事由、依据和当事人的权利义务"),
            ("窗口公示", "岗位职责、申请材料示范文本、办理进度查询、咨询服务、投诉举报"),
        ),
    ),
    Stage.AFTER: _Demand(
        "执法决定作出以后，要把执法机关、执法对象、执法类别和执法结论向社会公开，接受监督。",
        (
            ("行政许可、行政处罚决定", "自作出决定之日起 7 个工作日内公开"),
            ("其他执法决定", "自作出决定之日起 20 个工作日内公开"),
            (
                "决定被撤销、确认违法或者要求重新作出的",
                "及时撤下原决定，并说明理由；2021年7月15日起，处罚决定在 3 个工作日内撤回",
            ),
            ("行政执法总体情况", "每年 1 月 31 日前公开上一年度的数据"),
            ("不予公开", "国家秘密、商业秘密和个人隐私，依法处理后才可以公开"),
        ),
    ),
}


def pages(desk: Desk) -> Iterator[Page]:
    stages = list(Stage)
    for stage in stages:
        demand = _DEMANDS[stage]
        lines = [one for one in desk.registers.values() if one.register.stage is stage]
        title = f"行政执法{stage.value}公开"
        objects = _objects(desk) if stage is Stage.BEFORE else ()
        yield Page(
            address=stage.address,
            title=title,
            description=f"{title}：{demand.about}共{len(lines)}种清单。",
            kind="stage",
            template="stage.html",
            lastmod=max((one.changed for one in lines), default=desk.lastmod),
            context={
                "stage": stage,
                "demand": demand,
                "norm": _NORM,
                "source": desk.cited(_NORM),
                "lines": lines,
                "objects": objects,
                "missing": State.MISSING,
                "stages": stages,
                "indicators": [
                    line
                    for key, line in desk.lines.items()
                    if any(key in one.register.indicators for one in lines)
                ],
            },
            crumbs=(HOME, ("公开清单", "registers/")),
            toc=(
                ("demands", "要求公开什么"),
                *((("objects", "八类信息在哪里"),) if objects else ()),
                ("registers", "公开在哪些清单"),
                ("indicators", "对应指标"),
            ),
        )


def _objects(desk: Desk) -> tuple[tuple[Disclosed, int, RegisterLine], ...]:
    """Each of the eight objects with the register that has it, and how many rows."""
    objects = desk.registers["enforcement"]
    counts = Counter(one.kind for one in objects.current)
    checks = desk.registers["inspections"]
    found = []
    for one in EIGHT_OBJECTS:
        here = one is Disclosed.SPOT_CHECK and not counts[one]
        line = checks if here else objects
        found.append((one, line.count if here else counts[one], line))
    return tuple(found)
