"""Which required materials the demo bureau serves, and the items that serve them.

Not all: some stay unserved, some lack a year, some rest on a higher level's document, so
that every state of 公开情况 is there to be seen.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from disclosure.demo.days import later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.subjects import SERVICES
from disclosure.demo.titles import SERIES, feedback_title, serving_title
from disclosure.framework import Indicator, Material
from disclosure.model import Catalogue
from disclosure.vocabulary import Audience, Kind, Series

_KINDS = (
    (r"预决算", Kind.BUDGET),
    (r"^(?!.*(制度|文件|汇报|情况说明)).*(清单|目录|名录)", Kind.REGISTER),
    (r"申请书格式|受理.{0,8}条件", Kind.GUIDE),
    (r"征求意见|听取", Kind.CONSULTATION),
    (r"案卷目录|网络检索", Kind.REGISTER),
    (r"方案", Kind.WORK_PLAN),
    (r"情况说明|佐证|证明材料", Kind.STATEMENT),
    (r"报告|汇报|总结", Kind.ANNUAL_REPORT),
    (r"制度|规定|办法|程序文件|法规|机制", Kind.NORMATIVE_DOCUMENT),
    (r"清单|目录|名录|台账|连接|截图", Kind.REGISTER),
    (r"文件|意见|通知", Kind.NOTICE),
)
_SHARE_MISSING, _SHARE_HIGHER = 0.09, 0.08


class Agenda:
    """What is served, decided once; items may serve only what `allows` says."""

    def __init__(self, catalogue: Catalogue, dice: Dice) -> None:
        self.catalogue = catalogue
        self.years = tuple(catalogue.framework.span)
        public = [
            (indicator, material)
            for indicator, material in catalogue.materials.values()
            if catalogue.plans[material.id].audience is Audience.PUBLIC
        ]
        self.subjects = [
            one.id for one in catalogue.indicators.values()
            if one.series not in (Series.BONUS, Series.DEDUCTION)
        ]  # fmt: skip
        self.public = {material.id: (indicator, material) for indicator, material in public}
        yearly = [m.id for _, m in public if catalogue.plans[m.id].every_year]
        once = [m.id for _, m in public if not catalogue.plans[m.id].every_year]
        self.yearly = frozenset(yearly)
        self.higher = tuple(self._higher(once, dice))
        rest = [one for one in once if one not in self.higher]
        self.missing = frozenset(dice.some(rest, max(2, int(len(once) * _SHARE_MISSING))))
        self.withheld = {
            one: frozenset(dice.some(self.years, dice.between(1, 2)))
            for one in dice.some(yearly, max(1, len(yearly) // 3))
        }

    def _higher(self, once: list[str], dice: Dice) -> list[str]:
        """Materials that ask for a rule: there a higher level's rule may stand in."""
        rules = [
            one for one in once
            if kind_of(self.public[one][1]) in (Kind.NORMATIVE_DOCUMENT, Kind.NOTICE)
        ]  # fmt: skip
        return dice.some(rules, max(1, int(len(once) * _SHARE_HIGHER)))

    def allows(self, material: str, year: int) -> bool:
        """Whether the bureau's own item of that year may serve the material."""
        if material not in self.public or material in self.missing or material in self.higher:
            return False
        return material not in self.yearly or year not in self.withheld.get(material, ())

    def department(self, indicator: Indicator) -> str:
        found = self.catalogue.departments_of(indicator)
        return found[0].name if found else self.catalogue.departments[0].name

    def named(self, word: str) -> str:
        """The department whose name has the word; the first of all if none has."""
        departments = self.catalogue.departments
        return next((one.name for one in departments if word in one.name), departments[0].name)

    def drafts(self, dice: Dice) -> Iterator[Draft]:
        """The items that serve the materials: one an indicator and kind, yearly ones a year."""
        groups: dict[tuple[str, Kind, bool], list[str]] = defaultdict(list)
        for key, (indicator, material) in self.public.items():
            if key not in self.missing and key not in self.higher:
                yearly = key in self.yearly
                kind = _yearly_kind(material) if yearly else kind_of(material)
                groups[indicator.id, kind, yearly].append(key)
        for (indicator_id, kind, yearly), keys in groups.items():
            indicator = self.catalogue.indicators[indicator_id]
            if not yearly:
                yield self._once(indicator, kind, tuple(keys), dice)
                continue
            for year in self.years:
                due = tuple(key for key in keys if self.allows(key, year))
                if due:
                    yield self._annual(indicator, kind, due, year, dice)

    def _once(self, indicator: Indicator, kind: Kind, keys: tuple[str, ...], dice: Dice) -> Draft:
        topic = indicator.short
        issued = _issue_day(kind, dice)
        draft = Draft(
            kind=kind, topic=topic, issued=issued, year=issued.year, title="",
            series=SERIES.get(kind, ""), department=self.department(indicator),
            satisfies=keys, keywords=(topic,),
        )  # fmt: skip
        draft.published = later(issued, dice.between(1, 12))
        if kind is Kind.STATEMENT:
            draft.years = tuple(range(self.years[0], issued.year + 1))
        if kind is Kind.CONSULTATION:
            draft.variant, draft.title = "反馈", feedback_title(topic)
        elif kind is Kind.GUIDE:
            draft.topic = next((s for s, *_ in SERVICES if s[:4] == topic[:4]), topic)
            draft.title = f"{draft.topic}办事指南"
        else:
            draft.title = serving_title(kind, topic, issued.year)
        if kind is Kind.NORMATIVE_DOCUMENT:
            draft.effective = working(draft.published + dt.timedelta(days=dice.between(5, 30)))
        return draft

    def _annual(
        self, indicator: Indicator, kind: Kind, keys: tuple[str, ...], year: int, dice: Dice
    ) -> Draft:
        topic = indicator.short
        matter = re.sub(r"(统计年报|年度报告|规划和年度计划)$", "", topic)
        draft = Draft(
            kind=kind, topic=matter, issued=_annual_day(kind, topic, year, dice), year=year,
            title="", series=SERIES.get(kind, ""), department=self.department(indicator),
            satisfies=keys, years=(year,), keywords=(topic, f"{year}年"),
        )  # fmt: skip
        draft.published = later(draft.issued, dice.between(0, 3))
        match kind:
            case Kind.BUDGET:
                draft.title, draft.variant = f"{BUREAU}{year}年度部门预算", "预算"
            case Kind.WORK_PLAN:
                draft.title = f"{BUREAU}关于印发{year}年{matter}工作安排的通知"
            case Kind.NOTICE:
                # The very same title every year: only number and date tell them apart.
                draft.title = f"{BUREAU}关于开展“12·4”国家宪法日集中宣传活动的通知"
            case _:
                draft.title = serving_title(Kind.ANNUAL_REPORT, topic, year)
        return draft


def kind_of(material: Material) -> Kind:
    """The kind of document that a material's words ask for."""
    for pattern, kind in _KINDS:
        if re.search(pattern, material.text):
            return kind
    return Kind.STATEMENT


def _yearly_kind(material: Material) -> Kind:
    for pattern, kind in (("预决算", Kind.BUDGET), ("安排", Kind.WORK_PLAN), ("宪法", Kind.NOTICE)):
        if pattern in material.text:
            return kind
    return Kind.ANNUAL_REPORT


def _issue_day(kind: Kind, dice: Dice) -> dt.date:
    """Statements are signed by the end of May 2021, as the plan's annex 1 demands."""
    if kind is Kind.STATEMENT:
        return working(dt.date(2021, dice.between(3, 5), dice.between(1, 25)))
    return working(dt.date(dice.between(2017, 2020), dice.between(2, 11), dice.between(1, 28)))


def _annual_day(kind: Kind, topic: str, year: int, dice: Dice) -> dt.date:
    """Within the clocks: reports in January, the rule-of-law report within the first quarter."""
    if kind is Kind.NOTICE:
        return working(dt.date(year, 11, dice.between(9, 25)))
    if kind is not Kind.ANNUAL_REPORT:
        return working(dt.date(year, dice.between(2, 3), dice.between(1, 18)))
    if "法治政府" in topic:
        return working(dt.date(year + 1, dice.between(2, 3), dice.between(1, 20)))
    return working(dt.date(year + 1, 1, dice.between(5, 20)))
