"""Major decisions: three whole lives with their documents, and some that have not come so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.demo.days import later, working
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.demo.titles import SERIES
from disclosure.registers.words import DecisionState
from disclosure.vocabulary import Kind

_BASIS = "示例省重大行政决策程序条例第3条"


@dataclass(frozen=True)
class Plan:
    """A decision of the yearly catalogue: what it is about and the day on which it began."""

    id: str
    topic: str
    department: str
    started: dt.date
    state: DecisionState = DecisionState.PUBLISHED
    livelihood: bool = False

    @property
    def year(self) -> int:
        return self.started.year

    @property
    def title(self) -> str:
        return f"{BUREAU}关于印发《示例市{self.topic}》的通知"

    def day(self, name: str) -> dt.date:
        """The day of a stage, counted in working days from the beginning."""
        return later(working(self.started), _STAGES[name])


_STAGES = {
    "started": 0, "consultation_from": 15, "consultation_to": 40, "feedback": 48,
    "hearing_notified": 50, "hearing": 57, "argued": 60, "assessed": 66, "legality_from": 70,
    "legality_to": 80, "discussed": 84, "reported": 86, "decided": 89, "published": 92,
    "filed": 110, "evaluated": 480,
}  # fmt: skip
"""Working days from the start; every clock of the norms is kept with some to spare."""
_DAYS = tuple(name for name in _STAGES if name != "feedback")

PLANS = (
    Plan("legal-services-plan", "公共法律服务发展规划", "基层", dt.date(2019, 3, 4), livelihood=True),
    Plan("law-education-plan", "法治宣传教育五年规划", "普法", dt.date(2020, 3, 9)),
    Plan("mediation-centres", "区域性人民调解中心建设方案", "基层", dt.date(2021, 2, 22)),
    Plan("legal-aid-standard", "法律援助便民服务标准", "法律援助", dt.date(2026, 3, 2),
         DecisionState.UNDER_WAY),
    Plan("service-hall-move", "公共法律服务中心迁址方案", "办公室", dt.date(2026, 9, 1),
         DecisionState.LISTED),
    Plan("notary-network", "公证服务网点布局方案", "律师公证", dt.date(2021, 4, 6), DecisionState.STOPPED),
)  # fmt: skip


def drafts(named: dict[str, str]) -> Iterator[list[Draft]]:
    """The papers of each decision that was published: taken whole or not at all."""
    for plan in PLANS:
        if plan.state is DecisionState.PUBLISHED:
            group = [_consultation(plan), _feedback(plan), _decision(plan)]
            if plan.livelihood:
                group.append(_survey(plan))
            for draft in group:
                draft.department = named[plan.department]
            yield group


def departments() -> set[str]:
    """Words of the departments that undertake them."""
    return {plan.department for plan in PLANS}


def put(shelf: Shelf, made: Sequence[Draft]) -> None:
    """The register; a decision whose papers found no room is not in it."""
    by_title = {one.title: one for one in made}
    for plan in PLANS:
        if plan.state is not DecisionState.PUBLISHED:
            shelf.put("major-decisions", plan.id, plan.department, **_head(shelf, plan))
        elif plan.title in by_title:
            columns = _head(shelf, plan) | _life(plan) | _papers(plan, by_title)
            shelf.put("major-decisions", plan.id, plan.department, **columns)
    basis = f"《{BUREAU}2021年度重大行政决策事项目录》"
    shelf.edition("major-decisions", dt.date(2021, 4, 12), "n036.1", basis=basis)


def _head(shelf: Shelf, plan: Plan) -> Row:
    row: Row = {
        "name": f"示例市{plan.topic}", "for_year": plan.year, "state": plan.state,
        "undertaker": shelf.agenda.named(plan.department), "planned": f"{plan.year}年第三季度",
        "decider": BUREAU, "basis": _BASIS,
    }  # fmt: skip
    match plan.state:
        case DecisionState.LISTED:
            return row
        case DecisionState.UNDER_WAY | DecisionState.STOPPED:
            days = ("started", "consultation_from", "consultation_to")
            return row | {name: plan.day(name) for name in days}
        case _:
            return row | {"specialised": True, "risky": True, "livelihood": plan.livelihood}


def _life(plan: Plan) -> Row:
    return {name: plan.day(name) for name in _DAYS}


def _papers(plan: Plan, by_title: dict[str, Draft]) -> Row:
    names = {"consultation_item": _consultation, "feedback_item": _feedback,
             "decision_item": _decision}  # fmt: skip
    if plan.livelihood:
        names["survey_item"] = _survey
    return {name: by_title[make(plan).title].id for name, make in names.items()}


def _draft(plan: Plan, kind: Kind, title: str, stage: str, *, published: str = "") -> Draft:
    day = plan.day(stage)
    return Draft(
        kind=kind, title=title, topic=plan.topic, issued=day, year=day.year,
        published=plan.day(published) if published else day, series=SERIES.get(kind, ""),
        keywords=(plan.topic, "重大行政决策"),
    )  # fmt: skip


def _consultation(plan: Plan) -> Draft:
    title = f"{BUREAU}关于《示例市{plan.topic}（征求意见稿）》公开征求意见的公告"
    draft = _draft(plan, Kind.CONSULTATION, title, "consultation_from")
    draft.until = plan.day("consultation_to")
    return draft


def _feedback(plan: Plan) -> Draft:
    title = f"{BUREAU}关于《示例市{plan.topic}（征求意见稿）》意见采纳情况的反馈"
    draft = _draft(plan, Kind.CONSULTATION, title, "feedback")
    draft.variant = "反馈"
    return draft


def _decision(plan: Plan) -> Draft:
    return _draft(plan, Kind.NOTICE, plan.title, "decided", published="published")


def _survey(plan: Plan) -> Draft:
    title = f"{BUREAU}关于《示例市{plan.topic}》民意调查情况的通报"
    return _draft(plan, Kind.NOTICE, title, "hearing")
