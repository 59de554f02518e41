"""The lives of major decisions, rules and normative documents: order, length, completeness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from disclosure import clocks
from disclosure.clocks import early, late, outside
from disclosure.problem import CODES, Problem
from disclosure.registers.base import Entry
from disclosure.registers.clocks import Clock
from disclosure.registers.major_decisions import MajorDecision
from disclosure.registers.normative import NormativeDocument
from disclosure.registers.words import ClearingResult, DecisionState, RuleKind
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Validity

_DECISION_STAGES = (
    "started", "consultation_from", "argued", "assessed", "legality_from", "discussed",
    "decided", "published", "filed", "evaluated",
)  # fmt: skip
"""启动→征求意见→论证→评估→合法性审查→集体讨论→公布→归档→后评估, by the day each begins."""
_DOCUMENT_STAGES = (
    "consultation_from",
    "review_from",
    "discussed",
    "decided",
    "published",
    "filed",
)
_DECISION_PAIRS = (
    ("consultation_from", "consultation_to"), ("consultation_to", "legality_from"),
    ("legality_from", "legality_to"), ("legality_to", "discussed"),
    ("hearing_notified", "hearing"), ("hearing", "legality_from"),
)  # fmt: skip
_DOCUMENT_PAIRS = (
    ("consultation_from", "consultation_to"), ("consultation_to", "review_from"),
    ("argued", "review_from"), ("review_from", "review_to"), ("review_to", "discussed"),
    ("effective", "expires"), ("published", "evaluated"),
)  # fmt: skip
_WITHDRAWN = (Validity.REPEALED, Validity.EXPIRED)
_CLEARED_AWAY = (ClearingResult.REPEALED, ClearingResult.EXPIRED)
_RECIPIENTS = ("国务院", "省人大", "省人民政府|省政府", "市人大")
"""Where a city's rules are filed (濮阳市地方立法条例第67条)."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """Every version of every decision and document."""
    for one in inspection.catalogue.entries_of("major-decisions"):
        assert isinstance(one, MajorDecision)
        yield from _major_decision(inspection, one)
    for one in inspection.catalogue.entries_of("normative"):
        assert isinstance(one, NormativeDocument)
        yield from _document(inspection, one)


def _major_decision(inspection: Inspection, one: MajorDecision) -> Iterator[Problem]:
    day = _day(one, _DECISION_STAGES) or dt.date(one.for_year, 12, 31)
    if CODES["M01"].governs(day):
        yield from _in_order(inspection, "M01", one, _DECISION_STAGES, _DECISION_PAIRS)
        yield from _steps(inspection, one)
    if not one.shortened:
        span = (one.consultation_from, one.consultation_to)
        yield from inspection.judge("M02", one, "consultation_to", span, early)
    span = (one.legality_from, one.legality_to)
    statute = inspection.clock("M03", one.legality_from) if one.legality_from else None
    yield from inspection.judge("M03" if statute else "M04", one, "legality_to", span, early)
    yield from inspection.judge("M08", one, "hearing", (one.hearing_notified, one.hearing), early)
    if one.state is DecisionState.PUBLISHED and (one.published is None or not one.decision_item):
        column = "decision_item" if one.published else "published"
        yield inspection.found("M09", one, column, "进展写“已公布”，此栏空白")
    elif one.published is not None and one.state in (DecisionState.LISTED, DecisionState.UNDER_WAY):
        yield inspection.found("M09", one, "state", f"{one.published} 已公布，进展写“{one.state}”")


def _steps(inspection: Inspection, one: MajorDecision) -> Iterator[Problem]:
    """Steps that a decision already made cannot have gone without."""
    if one.discussed is not None and one.legality_to is None:
        yield inspection.found("M06", one, "legality_to", f"{one.discussed} 集体讨论，此栏空白")
    if one.published is None:
        return
    if one.consultation_from is not None and not one.feedback_item:
        yield inspection.found("M05", one, "feedback_item", f"{one.published} 公布，此栏空白")
    needed = (
        (one.specialised, one.argued or one.argument_item, "argued", "专业技术性强"),
        (one.risky, one.assessed or one.risk_item, "assessed", "可能有不利影响"),
        (one.livelihood, one.survey_item, "survey_item", "重大民生"),
    )
    for due, done, column, reason in needed:
        if due and not done:
            yield inspection.found("M07", one, column, f"写明“{reason}”，此栏空白")


def _document(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    rule = one.type is RuleKind.LOCAL_RULE
    day = _day(one, _DOCUMENT_STAGES)
    if day is not None and CODES["N01"].governs(day):
        yield from _in_order(inspection, "N01", one, _DOCUMENT_STAGES, _DOCUMENT_PAIRS)
        if one.discussed is not None and one.review_to is None:
            yield inspection.found("N10", one, "review_to", f"{one.discussed} 集体审议，此栏空白")
    yield from _consultation(inspection, one, rule)
    if rule:
        span = (one.published, one.filed)
        yield from inspection.judge("N04", one, "filed", span, late)
        yield from inspection.judge("N05", one, "effective", (one.published, one.effective), early)
        yield from _recipients(inspection, one)
    else:
        span = (one.review_from, one.review_to)
        yield from inspection.judge("N03", one, "review_to", span, outside)
    yield from _evaluation(inspection, one)
    yield from _validity(inspection, one)
    yield from _text(inspection, one)


def _consultation(inspection: Inspection, one: NormativeDocument, rule: bool) -> Iterator[Problem]:
    """Rules; documents that concern the market; all other documents: three clocks."""
    span = (one.consultation_from, one.consultation_to)
    if rule:
        yield from inspection.judge("N02", one, "consultation_to", span, early)
        return
    market = one.market and one.consultation_from is not None
    if market and one.consultation_from and inspection.clock("N11", one.consultation_from):
        yield from inspection.judge("N11", one, "consultation_to", span, early)
    else:
        yield from inspection.judge("N12", one, "consultation_to", span, early)


def _recipients(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    if not one.filed_with or one.published is None or not CODES["N13"].governs(one.published):
        return
    absent = [
        names.partition("|")[0]
        for names in _RECIPIENTS
        if not any(name in one.filed_with for name in names.split("|"))
    ]
    if absent:
        yield inspection.found("N13", one, "filed_with", f"没有{'、'.join(absent)}")


def _evaluation(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    """An evaluation once, then again before the cycle runs out while the document is valid."""
    if one.evaluated is None or one.validity is not Validity.VALID:
        return

    def lapsed(clock: Clock, start: dt.date, end: dt.date) -> str:
        following = clocks.after(clock, start)
        if following >= end or not clock.in_force(following):
            return ""
        return f"最近一次评估 {start}，下一次最迟 {following}，今天是 {end}"

    span = (one.evaluated, inspection.today)
    yield from inspection.judge("N06", one, "evaluated", span, lapsed)


def _validity(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    if one.validity in _WITHDRAWN and not one.repealed_by and "《" not in one.note:
        yield inspection.found("N07", one, "repealed_by", f"有效性写“{one.validity}”，此栏空白")
    if one.validity is not Validity.VALID:
        return
    if one.expires is not None and one.expires < inspection.today:
        yield inspection.found("N08", one, "validity", f"有效性写“有效”，有效期至 {one.expires}")
    elif one.clearing_result in _CLEARED_AWAY:
        found = f"有效性写“有效”，清理结果写“{one.clearing_result}”"
        yield inspection.found("N08", one, "validity", found)


def _text(inspection: Inspection, one: NormativeDocument) -> Iterator[Problem]:
    """The catalogue and the text it lists say the same."""
    item = inspection.catalogue.items_by_id.get(one.item)
    if item is None:
        return
    pairs = (
        ("name", one.name, item.title), ("number", one.number, item.number),
        ("validity", one.validity, item.validity),
        ("decided", one.decided, item.issued.first if item.issued and item.issued.day else None),
    )  # fmt: skip
    for column, listed, printed in pairs:
        if listed and printed and listed != printed:
            yield inspection.found("N09", one, column, f"目录写“{listed}”，文本写“{printed}”")


def _in_order(
    inspection: Inspection,
    code: str,
    one: Entry,
    stages: tuple[str, ...],
    pairs: tuple[tuple[str, str], ...],
) -> Iterator[Problem]:
    """Each stage not before the last one known; and pairs that the chain does not hold."""
    known = [name for name in stages if getattr(one, name) is not None]
    together = dict.fromkeys([*pairwise(known), *pairs])
    for first, second in together:
        earlier, later = getattr(one, first), getattr(one, second)
        if earlier is not None and later is not None and later < earlier:
            fields = type(one).model_fields
            found = f"{fields[first].title} {earlier}，{fields[second].title} {later}"
            yield inspection.found(code, one, second, found)


def _day(one: Entry, stages: tuple[str, ...]) -> dt.date | None:
    """The first day of its life that is known: the norm of that day binds it."""
    return next((day for name in stages if (day := getattr(one, name)) is not None), None)
