"""All drafts of a demo: first what every demo shows, then daily work up to the number asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosure.demo import higher, versions
from disclosure.demo.agenda import Agenda, kind_of
from disclosure.demo.days import later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.register import register
from disclosure.demo.registers import major, reports, rulemaking
from disclosure.demo.registers.decisions import SERIES as CASE_SERIES
from disclosure.demo.rulings import ruling
from disclosure.demo.subjects import PLACES, SERVICES, TOPICS, UNITS, Topic
from disclosure.demo.titles import SERIES, title
from disclosure.registers.enforcement_words import DecisionType
from disclosure.vocabulary import Kind, Validity

_YEARS = (
    *((year, 16) for year in range(2016, 2022)),
    *((2022, 3), (2023, 2), (2024, 2), (2025, 2), (2026, 1)),
)
_DAILY = (
    (Kind.NOTICE, 22), (Kind.NEWS, 15), (Kind.DECISION, 15), (Kind.WORK_PLAN, 9),
    (Kind.STATEMENT, 6), (Kind.REGISTER, 6), (Kind.NORMATIVE_DOCUMENT, 6),
    (Kind.CONSULTATION, 6), (Kind.INTERPRETATION, 6), (Kind.GUIDE, 4),
    (Kind.ANNUAL_REPORT, 4), (Kind.BUDGET, 1),
)  # fmt: skip
_SHARE_HIGHER, _SHARE_CHAIN, _SHARE_WITHDRAWN = 0.07, 0.02, 0.2
_SHARE_FILES, _SHARE_ADDRESS = 0.13, 0.08
_ONCE, _TRIES = (Kind.ANNUAL_REPORT, Kind.BUDGET), 20
_FILES = (
    ("fulltext.pdf", "正文（PDF版）"), ("form.docx", "报送表（示例）"),
    ("annex-1.pdf", "附件1"), ("annex-2.docx", "附件2"),
)  # fmt: skip


def make(agenda: Agenda, count: int, dice: Dice) -> list[Draft]:
    """Exactly `count` drafts, registered; as far as there is room, all kinds and states."""
    desk = _Desk(agenda, dice)
    drafts: list[Draft] = []
    for group in _groups(agenda, desk, dice):
        if len(drafts) + len(group) <= count:
            drafts += [desk.apart(draft) for draft in group]
        if len(drafts) == count:
            break
    for draft in drafts:
        _dress(draft, dice)
    _show_doors(drafts)
    register(drafts, dice)
    return sorted(drafts, key=lambda one: one.id)


def _groups(agenda: Agenda, desk: _Desk, dice: Dice) -> Iterator[list[Draft]]:
    yield from versions.showpieces(agenda, dice)
    yield from higher.one_of_each(agenda, dice)
    yield from ([desk.daily(kind)] for kind, _ in _DAILY)
    yield from higher.standing_in(agenda, dice)
    yield from ([draft] for draft in agenda.drafts(dice))
    yield from major.drafts({word: agenda.named(word) for word in major.departments()})
    yield from rulemaking.rule_drafts(dice)
    yield from reports.drafts(agenda.years, dice)
    while True:
        if dice.chance(_SHARE_HIGHER):
            yield higher.random_document(agenda, dice)
        elif dice.chance(_SHARE_CHAIN):
            yield desk.chain()
        else:
            yield [desk.daily(dice.weighted(_DAILY))]


@dataclass
class _Desk:
    """The bureau's daily work, and the memory that keeps items apart."""

    agenda: Agenda
    dice: Dice
    seen: set[tuple[str, dt.date]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        indicators = self.agenda.catalogue.indicators
        self.topics = TOPICS + tuple(
            Topic(indicators[one].short, "", one) for one in self.agenda.subjects
        )

    def apart(self, draft: Draft) -> Draft:
        """No two items share title and day: they could not be told apart."""
        while draft.title and (draft.title, draft.issued) in self.seen:
            following = later(draft.issued, 1)
            wrapped = working(dt.date(draft.issued.year, 1, 1))
            draft.issued = following if following > draft.issued else wrapped
            if draft.published and draft.published < draft.issued:
                draft.published = draft.issued
            if draft.effective and draft.effective < draft.issued:
                draft.effective = draft.issued
        self.seen.add((draft.title, draft.issued))
        return draft

    def department(self, topic: Topic) -> str:
        if topic.indicator:
            return self.agenda.department(self.agenda.catalogue.indicators[topic.indicator])
        return self.agenda.named(topic.department)

    def daily(self, kind: Kind) -> Draft:
        """One item of daily work; of a report or a budget there is one a period."""
        draft = self._draft(kind)
        for _ in range(_TRIES if kind in _ONCE else 0):
            if draft.title not in self.titles:
                break
            draft = self._draft(kind)
        self.titles.add(draft.title)
        return draft

    def _draft(self, kind: Kind) -> Draft:
        dice, topic = self.dice, self.dice.pick(self.topics)
        year = dice.weighted(_YEARS)
        issued = self._day(kind, year)
        draft = Draft(
            kind=kind, title="", topic=topic.name, issued=issued, year=issued.year,
            published=later(issued, dice.between(*_DELAYS.get(kind, (1, 15)))),
            series=SERIES.get(kind, ""), department=self.department(topic),
            keywords=(topic.name,),
        )  # fmt: skip
        match kind:
            case Kind.DECISION:
                self._decision(draft)
            case Kind.GUIDE:
                self._guide(draft)
            case Kind.BUDGET:
                self._budget(draft)
            case Kind.NOTICE if dice.chance(0.12):
                return versions.announcement(year, draft.department, topic.name, dice)
            case Kind.ANNUAL_REPORT:
                quarter = (issued.month - 1) // 3 or 4  # the quarter before the signing
                draft.year = issued.year - (quarter == 4)
                draft.title = f"{BUREAU}{draft.year}年第{quarter}季度{topic.name}工作报告"
            case _:
                place = dice.pick(PLACES)
                draft.title = title(kind, topic.name, draft.year, dice, place=place)
        if kind is Kind.NORMATIVE_DOCUMENT and draft.published:
            draft.effective = later(draft.published, 15)
            if draft.year < versions.CLEARED.year and dice.chance(_SHARE_WITHDRAWN):
                versions.withdraw(draft, dice.pick((Validity.REPEALED, Validity.EXPIRED)))
        self._serve(draft, topic)
        return draft

    def chain(self) -> list[Draft]:
        topic = self.dice.pick(self.topics)
        years = tuple(self.dice.some(range(2016, 2025), self.dice.between(2, 3)))
        name = title(Kind.NORMATIVE_DOCUMENT, topic.name, years[0], self.dice)
        return versions.chain(
            name, topic.name, Kind.NORMATIVE_DOCUMENT, years, self.dice,
            department=self.department(topic), series=SERIES[Kind.NORMATIVE_DOCUMENT],
        )  # fmt: skip

    def _day(self, kind: Kind, year: int) -> dt.date:
        """Statements end with May 2021 (annex 1); 2026 has a first half only."""
        if kind is Kind.STATEMENT:
            year = min(year, 2021)
        months = 5 if (kind is Kind.STATEMENT and year == 2021) or year == 2026 else 11
        return working(dt.date(year, self.dice.between(1, months), self.dice.between(1, 25)))

    def _serve(self, draft: Draft, topic: Topic) -> None:
        """Let an item on an indicator's topic serve the material that asks for its kind."""
        if not topic.indicator or draft.kind in (Kind.NEWS, Kind.DECISION, Kind.BUDGET):
            return
        indicator = self.agenda.catalogue.indicators[topic.indicator]
        draft.satisfies = tuple(
            material.id for material in self.agenda.catalogue.materials_of(indicator)
            if draft.year <= self.agenda.years[-1]
            and kind_of(material) is draft.kind and self.agenda.allows(material.id, draft.year)
        )  # fmt: skip

    def _decision(self, draft: Draft) -> None:
        kind = DecisionType.LICENCE if self.dice.chance(0.6) else DecisionType.PENALTY
        draft.ruling = ruling(kind, self.dice, on_firms=True)
        draft.variant, draft.series = kind.removeprefix("行政"), CASE_SERIES[kind]
        firm = draft.ruling.party.name
        if kind is DecisionType.LICENCE:
            draft.title = f"关于准予{firm}变更登记事项的行政许可决定"
        else:
            draft.title = f"关于对{firm}的行政处罚决定"
        draft.topic, draft.department = firm, self.agenda.named("律师公证")
        draft.keywords = (f"行政{draft.variant}", "执法决定")
        if self.agenda.allows("n057.1", draft.year) and self.dice.chance(0.2):
            draft.satisfies = ("n057.1",)

    def _guide(self, draft: Draft) -> None:
        service, department, audience = self.dice.pick(SERVICES)
        draft.topic, draft.note = service, f"服务对象：{audience}。"
        draft.title, draft.department = f"{service}办事指南", self.agenda.named(department)
        draft.keywords = (service, "办事指南")

    def _budget(self, draft: Draft) -> None:
        draft.variant = "决算" if draft.issued.month > 6 else "预算"
        year = draft.year - 1 if draft.variant == "决算" else draft.year
        unit = self.dice.pick(UNITS)
        draft.title, draft.year = f"{unit}{year}年度单位{draft.variant}", year
        draft.topic, draft.department = "单位预决算", self.agenda.named("财务")
        draft.keywords = (f"单位{draft.variant}",)


_DELAYS = {
    Kind.DECISION: (0, 5),  # permits and penalties: within 7 working days
    Kind.CONSULTATION: (0, 0),
    Kind.NEWS: (0, 1),
}
"""Working days from signing to publication; all else within 20."""


def _show_doors(drafts: list[Draft]) -> None:
    """See to it that one item has only its files, and one only its official address."""
    plain = [one for one in drafts if one.kind is Kind.NEWS]
    for draft, doors in zip(plain, ("files", "address"), strict=False):
        draft.has_text = False
        draft.files = list(_FILES[:1]) if doors == "files" else []
        draft.url = "" if doors == "files" else draft.url or _address(draft, 100)


def _address(draft: Draft, page: int) -> str:
    """An address on the bureau's older, fictional site."""
    return f"https://justice.city.example/{draft.kind.slug}/{draft.date:%Y/%m%d}-{page}.html"


def _dress(draft: Draft, dice: Dice) -> None:
    """Attachments, official addresses; now and then a file or an address instead of a text."""
    if not draft.own:
        return
    if draft.kind is Kind.STATEMENT and draft.satisfies:
        draft.files = [_FILES[0]]  # 附件1 二.6: what is handed in is also there as PDF
    elif dice.chance(_SHARE_FILES) or draft.variant == "预算":
        draft.files = dice.some(_FILES, dice.between(1, 2))
        draft.has_text = dice.chance(0.85)
    if dice.chance(_SHARE_ADDRESS):
        draft.url = _address(draft, dice.between(100, 999))
