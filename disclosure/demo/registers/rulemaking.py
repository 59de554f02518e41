"""Normative documents and rules with their lives, taken from the documents themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from disclosure.demo import versions
from disclosure.demo.days import earlier, later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.registers.words import ClearingResult, RuleKind
from disclosure.vocabulary import Kind, Level, Validity

_FILED_WITH = "国务院；示例省人大常委会；示例省人民政府；示例市人大常委会"
_EVALUATED, _EVALUATED_BEFORE = dt.date(2021, 3, 15), dt.date(2020, 1, 1)
_ENDED = {
    Validity.REPEALED: ClearingResult.REPEALED,
    Validity.EXPIRED: ClearingResult.EXPIRED,
}


def put(shelf: Shelf, drafts: Sequence[Draft], dice: Dice) -> list[Draft]:
    """Every such document of the demo; gives those that the bureau made itself."""
    clearing = next((one.id for one in drafts if one.title == versions.CLEARING), "")
    own = [one for one in drafts if one.own and one.kind is Kind.NORMATIVE_DOCUMENT]
    rules = [
        one for one in drafts
        if one.kind is Kind.LOCAL_RULE and one.level is Level.MUNICIPAL and one.published
    ]  # fmt: skip
    for draft in own:
        columns = _document(draft, clearing, dice)
        shelf.put("normative", draft.id, "规范性文件", **columns)
    for draft in rules:
        shelf.put("normative", draft.id, "立法", **_rule(draft, dice))
    if own:
        basis = f"《{BUREAU}行政规范性文件目录》"
        shelf.edition("normative", dt.date(2021, 3, 15), "n031.1", "n025.1", basis=basis)
    return own


def ended(draft: Draft) -> dt.date | None:
    """The day on which a document ceased to be in force."""
    if draft.successor is not None:
        return draft.successor.date
    return versions.CLEARED if draft.validity in _ENDED else None


def _document(draft: Draft, clearing: str, dice: Dice) -> Row:
    row = _life(draft, dice) | {
        "type": RuleKind.NORMATIVE_DOCUMENT, "market": dice.chance(0.3),
        "effective": draft.effective or draft.date, "filed": later(draft.date, 8),
        "filed_with": "示例市人民政府", "validity": draft.validity, "note": draft.note,
    }  # fmt: skip
    if draft.date < versions.CLEARED and clearing:
        over = draft.successor is None and draft.validity in _ENDED
        if over or draft.validity is Validity.VALID:
            row |= {
                "cleared": versions.CLEARED, "clearing_item": clearing,
                "clearing_result": _ENDED.get(draft.validity, ClearingResult.KEPT),
            }  # fmt: skip
    if draft.validity in _ENDED:
        row["repealed_by"] = draft.successor.id if draft.successor else clearing
    return row


def _rule(draft: Draft, dice: Dice) -> Row:
    """地方政府规章: thirty days of consultation, thirty to effect, thirty to filing."""
    return _life(draft, dice) | {
        "type": RuleKind.LOCAL_RULE, "subject": draft.topic, "effective": draft.effective,
        "filed": later(draft.date, 12), "filed_with": _FILED_WITH, "validity": draft.validity,
    }  # fmt: skip


def _life(draft: Draft, dice: Dice) -> Row:
    """What comes before the signing, counted back from it; and an evaluation where one was due."""
    discussed = earlier(draft.issued, dice.between(1, 4))
    review_to = earlier(discussed, dice.between(2, 5))
    review_from = earlier(review_to, dice.between(6, 12))
    argued = earlier(review_from, dice.between(1, 3))
    consultation_to = earlier(argued, dice.between(2, 5))
    due = draft.validity is Validity.VALID and draft.date < _EVALUATED_BEFORE
    return {
        "evaluated": _EVALUATED if due else None, "name": draft.title,
        "number": draft.number, "issuer": draft.issuer, "drafter": draft.department, "decided": draft.issued, "published": draft.date,
        "item": draft.id, "discussed": discussed, "review_to": review_to,
        "review_from": review_from, "argued": argued, "consultation_to": consultation_to,
        "consultation_from": earlier(consultation_to, dice.between(24, 28)),
    }  # fmt: skip


def rule_drafts(dice: Dice) -> Iterator[list[Draft]]:
    """Three rules of the city, drafted by the bureau: taken one by one."""
    for topic, year in (("城乡建设与管理", 2018), ("生态环境保护", 2019), ("历史文化保护", 2020)):
        issued = working(dt.date(year, dice.between(8, 10), dice.between(8, 25)))
        published = later(issued, dice.between(2, 5))
        yield [
            Draft(
                kind=Kind.LOCAL_RULE, level=Level.MUNICIPAL, issuer="示例市人民政府",
                title=f"示例市{topic}若干规定", topic=topic, issued=issued, published=published,
                effective=working(published + dt.timedelta(days=45)), series="示例市政府令",
                year=year, has_text=False, keywords=(topic,), confidence="H",
                url=f"https://city.example/documents/{year}/{1000 + year}.html",
            )
        ]  # fmt: skip
