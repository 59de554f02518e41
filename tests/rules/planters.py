"""For every rule, where in a lawful catalogue it can be broken, and how."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosure.dates import PartialDate
from disclosure.registers.decisions import TOTAL_LINE
from disclosure.registers.enforcement_words import (
    DecisionType,
    Disclosed,
    PartyKind,
    PenaltyKind,
    StatisticsTable,
)
from disclosure.registers.words import (
    DaysUnit,
    DecisionState,
    MatterState,
    PowerType,
    ProofState,
    ReportSeries,
    RuleKind,
)
from disclosure.rules.documents import OFFICIAL_DOCUMENTS
from disclosure.vocabulary import Kind, Level, Validity
from rules.copies import Copy
from rules.lawful import FIRM

TODAY = dt.date(2026, 6, 30)
TOMORROW = TODAY + dt.timedelta(days=1)
_NUMBER = re.compile(r"[\u4e00-\u9fa5]+〔(\d{4})〕[1-9]\d*号")


@dataclass(frozen=True)
class Planter:
    """Where a rule can be broken (`fits`), and what breaks it there (`spoil`)."""

    code: str
    where: str
    fits: Callable[[Any, Copy], bool]
    spoil: Callable[[Any, Copy], None]
    elsewhere: bool = False
    """Whether the problem stands at another row than the spoilt one."""


def _days(day: dt.date, count: int) -> dt.date:
    return day + dt.timedelta(days=count)


def _set(**values: Any) -> Callable[[Any, Copy], None]:
    """Values, or functions of the row that give them."""

    def spoil(one: Any, copy: Copy) -> None:
        given = {k: v(one) if callable(v) else v for k, v in values.items()}
        copy.change(one, **given)

    return spoil


def _own(one: Any, copy: Copy) -> bool:
    return one.level is Level.BUREAU and not copy.listed(one)


def _numbered(one: Any, copy: Copy) -> bool:
    match = _NUMBER.fullmatch(one.number)
    return _own(one, copy) and one.kind in OFFICIAL_DOCUMENTS and match is not None


def _plain(one: Any, copy: Copy) -> bool:
    """A notice that nothing else speaks of, and whose text is not signed."""
    kinds = (Kind.NOTICE, Kind.WORK_PLAN, Kind.NEWS, Kind.REGISTER)
    dated = one.issued and one.published and one.issued.day and one.published.day
    return _own(one, copy) and one.kind in kinds and dated and one.issued.year == one.published.year


def _worded(one: Any, copy: Copy) -> bool:
    return _plain(one, copy) and one.id in copy.texts


def _prefix(words: str) -> Callable[[Any, Copy], None]:
    return lambda one, copy: copy.write(one, words + copy.texts[one.id])


def _statement(one: Any, copy: Copy) -> bool:
    return _own(one, copy) and one.kind is Kind.STATEMENT


def _short(one: Any, copy: Copy) -> bool:
    materials = copy.catalogue.materials
    said = any("不超过" in materials[m][1].text for m in one.satisfies if m in materials)
    return _statement(one, copy) and one.id in copy.texts and not said


def _lengthen(count: int) -> Callable[[Any, Copy], None]:
    def spoil(one: Any, copy: Copy) -> None:
        text = copy.texts[one.id]
        copy.write(one, "字" * (count - len("".join(text.split()))) + "\n\n" + text)

    return spoil


def _other(one: Any, rows: list[Any], fits: Callable[[Any], bool]) -> Any:
    return next((other for other in rows if other.id != one.id and fits(other)), None)


def _end(one: Any, copy: Copy) -> Any:
    """A document that can replace another: nothing replaces it."""
    return _other(one, copy.items, lambda o: _plain(o, copy) and not o.replaced_by)


def _same_year(one: Any, copy: Copy) -> Any:
    """Another numbered document of the year, with another title, earlier in the file."""
    before = copy.items[: copy.items.index(one)]
    return _other(one, before, lambda o: _numbered(o, copy) and o.title != one.title
                  and o.issued.year == one.issued.year)  # fmt: skip


def _late_statement(one: Any, copy: Copy) -> None:
    day = "2021-06-01"
    copy.change(one, issued=day, published=day, index="", number="")
    if copy.signed(one):
        old = re.search(r"\d{4}年\d{1,2}月\d{1,2}日\s*$", copy.texts[one.id])
        assert old is not None
        copy.write(one, copy.texts[one.id][: old.start()] + PartialDate.parse(day).chinese)


def _redate(change: Callable[[PartialDate], str]) -> Callable[[Any, Copy], None]:
    def spoil(one: Any, copy: Copy) -> None:
        text = copy.texts[one.id].rstrip()
        old = text[text.rfind("\n") + 1 :]
        copy.write(one, text[: -len(old)] + change(PartialDate.parse(old)))

    return spoil


def _swapped_department(one: Any, copy: Copy) -> None:
    name = next(d.name for d in copy.catalogue.departments if len(d.name) >= 6)
    copy.write(one, f"由{name[:2]}{name[3]}{name[2]}{name[4:]}负责。\n\n" + copy.texts[one.id])


_ITEMS = [
    Planter("I01", "items", lambda o, c: _plain(o, c) and o.issued.first.day > 2,
            _set(published=lambda o: _days(o.issued.first, -1).isoformat())),
    Planter("I02", "items", lambda o, c: _plain(o, c) and not c.signed(o),
            _set(issued=TODAY.isoformat(), published=TOMORROW.isoformat(), number="", index="")),
    Planter("I03", "items", lambda o, c: _plain(o, c), _set(url="www.example")),
    Planter("I04", "items", _numbered,
            _set(number=lambda o: o.number.replace("〔", "[").replace("〕", "]"))),
    Planter("I05", "items", _numbered,
            _set(number=lambda o: o.number.replace(str(o.issued.year), str(o.issued.year - 30)))),
    Planter("I06", "items", lambda o, c: _numbered(o, c) and _same_year(o, c) is not None,
            lambda o, c: c.change(o, number=_same_year(o, c).number)),
    Planter("I07", "items", lambda o, c: _numbered(o, c) and _plain(o, c),
            lambda o, c: c.add(o, number=o.number[1] + o.number[0] + o.number[2:], index=""), True),
    Planter("I08", "items", lambda o, c: bool(o.index) and _own(o, c),
            _set(index=lambda o: o.index.replace("/", "-"))),
    Planter("I09", "items", lambda o, c: bool(o.index) and _plain(o, c),
            lambda o, c: c.add(o, number="", title=o.title + "（续）"), True),
    Planter("I10", "items", lambda o, c: bool(o.index) and o.published and _own(o, c),
            _set(index=lambda o: re.sub(r"/\d{4}", "/1999", o.index))),
    Planter("I11", "items", lambda o, c: bool(o.index) and _own(o, c)
            and len(c.catalogue.bureau.credit_code) == 18,
            _set(index=lambda o: "00000000X" + o.index[o.index.index("/"):])),
    Planter("I12", "items", lambda o, c: _plain(o, c) and not o.replaced_by and "《" not in o.note,
            _set(validity=Validity.REPEALED)),
    Planter("I13", "items", lambda o, c: _plain(o, c) and not o.replaced_by
            and o.validity is Validity.VALID and _end(o, c) is not None
            and not any(i.replaced_by == o.id for i in c.items),
            lambda o, c: c.change(o, replaced_by=_end(o, c).id)),
    Planter("I14", "items", lambda o, c: _own(o, c) and c.signed(o)
            and PartialDate.parse(c.texts[o.id].rstrip().split("\n")[-1]).month < 10,
            _redate(lambda d: f"{d.year}年0{d.month}月{d.day}日")),
    Planter("I15", "items", lambda o, c: _own(o, c) and c.signed(o),
            _redate(lambda d: f"{d.year}年{d.month}月{d.day % 28 + 1}日")),
    Planter("A01", "items", _statement, _set(title=lambda o: o.title[o.title.index("关于"):])),
    Planter("A02", "items", lambda o, c: _statement(o, c) and bool(o.satisfies), _late_statement),
    Planter("A03", "items", lambda o, c: _statement(o, c) and o.id in c.texts,
            lambda o, c: c.write(o, c.texts[o.id].replace(c.catalogue.bureau.name + "\n", "我局\n"))),
    Planter("A04", "items", _short, _lengthen(1001)),
    Planter("A05", "items", _short, _lengthen(800)),
    Planter("A06", "items", _own, _set(years=(2020, 2019))),
    Planter("A07", "items", _plain, _set(kind=Kind.LAW)),
    Planter("W01", "items", _worded, _prefix("领导小姐办公室。\n\n")),
    Planter("W02", "items", _worded, _prefix("截至20215月。\n\n")),
    Planter("W03", "items", _worded, _swapped_department),
    Planter("W04", "items", _plain, _set(issuer="示例局")),
    Planter("B02", "items", lambda o, c: _worded(o, c) and o.issued.first < dt.date(2019, 9, 1),
            _prefix("根据《重大行政决策程序暂行条例》，\n\n")),
    Planter("B03", "items", _worded, _prefix("《中华人民共和国行政处法法》。\n\n")),
    Planter("T01", "items", lambda o, c: _plain(o, c) and o.issued.month < 10,
            _set(published=lambda o: _days(o.issued.first, 60).isoformat())),
]  # fmt: skip


def _is(**wanted: Any) -> Callable[[Any, Copy], bool]:
    return lambda one, _: all(
        getattr(one, name) in (value if isinstance(value, set) else {value})
        for name, value in wanted.items()
    )


def _public(one: Any, since: str) -> bool:
    return one.decided >= dt.date.fromisoformat(since) and one.published is not None


_QUICK = {DecisionType.LICENCE, DecisionType.PENALTY}
_SLOW = {DecisionType.INSPECTION, DecisionType.OTHER}
_ALL_CODES = {"credit_code": "", "business_registration": "", "organisation_code": "",
              "tax_registration": "", "institution_certificate": "", "social_registration": ""}  # fmt: skip


def _penalty(one: Any, copy: Copy) -> bool:
    old_enough = one.decided < _days(TODAY, -90)
    return one.type is DecisionType.PENALTY and _public(one, "2021-07-15") and old_enough


def _organisation(one: Any, copy: Copy) -> bool:
    return one.party_kind is PartyKind.ORGANISATION and one.decided >= dt.date(2018, 7, 25)


_DECISIONS = [
    Planter("D01", "decisions", lambda o, c: o.type in _QUICK and _public(o, "2018-07-25")
            and not o.revoked and o.decided < _days(TODAY, -90),
            _set(published=lambda o: _days(o.decided, 40))),
    Planter("D02", "decisions", lambda o, c: o.type in _SLOW and _public(o, "2018-12-05")
            and o.decided < _days(TODAY, -90), _set(published=lambda o: _days(o.decided, 60))),
    Planter("D03", "decisions", _penalty,
            _set(revoked=lambda o: _days(o.decided, 30), withdrawn=lambda o: _days(o.decided, 60),
                 withdrawal_reason="复议撤销")),
    Planter("D04", "decisions", _penalty,
            _set(revoked=lambda o: _days(o.decided, 30), withdrawn=lambda o: _days(o.decided, 30),
                 withdrawal_reason="")),
    Planter("D05", "decisions", lambda o, c: True,
            _set(publicity_until=lambda o: _days(o.decided, -1))),
    Planter("D06", "decisions", _organisation, _set(**_ALL_CODES)),
    Planter("D07", "decisions", _organisation, _set(representative="")),
    Planter("D08", "decisions", lambda o, c: o.party_kind is PartyKind.PERSON
            and o.decided >= dt.date(2018, 7, 25), _set(credit_code=FIRM)),
    Planter("D09", "decisions", lambda o, c: o.type is DecisionType.LICENCE
            and o.decided >= dt.date(2018, 7, 25), _set(licence_state=None)),
    Planter("D10", "decisions", lambda o, c: o.type is DecisionType.PENALTY
            and o.decided >= dt.date(2018, 7, 25), _set(facts="")),
    Planter("D11", "decisions", lambda o, c: PenaltyKind.FINE in o.penalties, _set(fine=None)),
    Planter("D12", "decisions", lambda o, c: c.rows["decisions"].index(o) > 0 and any(
            x.type is o.type for x in c.rows["decisions"][: c.rows["decisions"].index(o)]),
            lambda o, c: c.change(o, number=next(
                x.number for x in c.rows["decisions"] if x.type is o.type))),
    Planter("K06", "decisions", lambda o, c: o.decided >= dt.date(2018, 7, 25),
            _set(party_paper="身份证0000000")),
    Planter("K01", "decisions", lambda o, c: o.decided >= dt.date(2015, 10, 1) and bool(o.organ_code),
            _set(organ_code=lambda o: o.organ_code[:-1] + ("0" if o.organ_code[-1] != "0" else "1"))),
]  # fmt: skip


def _confirmed(one: Any, copy: Copy) -> bool:
    return bool(one.confirmed)


def _coded(one: Any) -> bool:
    """Codes of a version that ended before the standard are not judged."""
    return bool(one.basic_code) and one.valid_to is None


def _pair(one: Any, copy: Copy) -> Any:
    """Another item of the type with an implementation code, before this one in the file."""
    rows = copy.rows[one.register]
    fits = [x for x in rows[: rows.index(one)] if x.implementation_code and x.type is one.type]
    return fits[0] if fits and one.implementation_code and _coded(one) else None


_REGISTERS = [
    Planter("Q01", "powers", _confirmed, _set(duties="")),
    Planter("Q02", "powers", _confirmed, _set(duties="待定")),
    Planter("Q03", "cases", lambda o, c: True, _set(closed=TOMORROW, archived=None)),
    Planter("Q04", "powers", lambda o, c: True, _set(city_item=False)),
    Planter("Q05", "powers", lambda o, c: o.confirmed and o.type is PowerType.LICENSING
            and (o.valid_to is None or o.valid_to.year > 2004), _set(basis="示例政〔2015〕1号")),
    Planter("Q06", "approvals", lambda o, c: o.statutory_days is not None
            and o.promised_days is not None,
            _set(promised_days=lambda o: o.statutory_days + 1)),
    Planter("Q07", "powers", lambda o, c: o.statutory_days is not None, _set(days_unit=None)),
    Planter("Q08", "approvals", lambda o, c: True, _set(fee="50元/件", fee_basis="")),
    Planter("Q09", "certificates", lambda o, c: o.state is ProofState.KEPT and bool(o.basis),
            _set(basis_level="部门规章")),
    Planter("Q10", "intermediaries", lambda o, c: o.state in (None, MatterState.KEPT),
            _set(basis="示例政〔2015〕1号")),
    Planter("Q11", "public-services", lambda o, c: o.valid_from is None
            or o.valid_from >= dt.date(2008, 5, 1),
            _set(disclosure_days=30, disclosure_unit=DaysUnit.WORKING_DAYS)),
    Planter("Q12", "enforcement", lambda o, c: o.confirmed
            and o.type in (Disclosed.GUIDE, Disclosed.FLOWCHART), _set(limit="")),
    Planter("Q13", "enforcement", lambda o, c: o.confirmed and o.type is Disclosed.OFFICER,
            _set(certificate="")),
    Planter("Q14", "channels", lambda o, c: True, _set(first_hours=100)),
    Planter("Q15", "channels", lambda o, c: o.happened is not None,
            _set(responded=lambda o: _days(o.happened, -1))),
    Planter("K02", "powers", lambda o, c: _coded(o),
            _set(basic_code=lambda o: o.basic_code[:-1], implementation_code="")),
    Planter("K03", "powers", lambda o, c: _coded(o),
            _set(basic_code=lambda o: o.basic_code[:2] + ("01" if o.type.code != "01" else "02")
                 + o.basic_code[4:], implementation_code="")),
    Planter("K04", "approvals", lambda o, c: _coded(o) and bool(o.implementation_code),
            _set(implementation_code=lambda o: o.implementation_code[:-1])),
    Planter("K05", "approvals", lambda o, c: _pair(o, c) is not None,
            lambda o, c: c.change(o, implementation_code=_pair(o, c).implementation_code,
                                  basic_code=_pair(o, c).basic_code)),
    Planter("B01", "powers", lambda o, c: o.valid_to is None and o.type is not PowerType.LICENSING,
            _set(basis="信访条例第21条")),
]  # fmt: skip


def _line(table: StatisticsTable, name: str) -> Callable[[Any, Copy], bool]:
    return lambda o, c: o.table is table and o.name == name and o.for_year >= 2018


def _fewer(one: Any, copy: Copy) -> None:
    """Fewer decisions than were published, and no report that would contradict as well."""
    for line in [x for x in copy.rows["statistics"] if x.for_year == one.for_year
                 and x.table is one.table and x.name in ("许可", "不予许可")]:  # fmt: skip
        copy.change(line, count=0)
    for report in [r for r in copy.rows.get("reports", ()) if r.for_year == one.for_year]:
        copy.change(report, licences=None)


def _licensed(one: Any, copy: Copy) -> bool:
    rows = copy.rows.get("decisions", ())
    some = any(d.type is DecisionType.LICENCE and d.decided.year == one.for_year for d in rows)
    return some and _line(StatisticsTable.LICENCE, "许可")(one, copy)


def _series(series: ReportSeries, first: int, last: int = 2024) -> Callable[[Any, Copy], bool]:
    return lambda o, c: o.series is series and first <= o.for_year <= last and bool(o.published)


def _before(one: Any, copy: Copy) -> Any:
    return _other(one, copy.rows["reports"],
                  lambda o: o.series is one.series and o.for_year == one.for_year - 1)  # fmt: skip


def _published_on(month: int, day: int) -> Callable[[Any, Copy], None]:
    return _set(published=lambda o: dt.date(o.for_year + 1, month, day))


_DISCLOSURE = ReportSeries.DISCLOSURE
_YEARLY = [
    Planter("S01", "statistics", lambda o, c: o.name == TOTAL_LINE and o.amount is not None
            and o.for_year >= 2018 and any(
                x.amount is not None for x in c.rows["statistics"] if x is not o
                and (x.for_year, x.table, x.organ) == (o.for_year, o.table, o.organ)),
            _set(amount=lambda o: o.amount + Decimal(1))),
    Planter("S02", "statistics", _line(StatisticsTable.LICENCE, "申请"), _set(count=None)),
    Planter("S03", "statistics", _licensed, _fewer),
    Planter("S04", "reports", lambda o, c: o.series is _DISCLOSURE and o.licences is not None
            and any(_line(StatisticsTable.LICENCE, "许可")(x, c) and x.for_year == o.for_year
                    for x in c.rows.get("statistics", ())),
            _set(licences=lambda o: o.licences + 1)),
    Planter("S05", "reports", lambda o, c: o.series is _DISCLOSURE and None not in (
            o.applications, o.carried_over, o.handled, o.carried_forward),
            _set(handled=lambda o: o.handled + 1)),
    Planter("S06", "reports", lambda o, c: o.series is _DISCLOSURE and bool(o.applications)
            and o.carried_over is not None and (b := _before(o, c)) is not None
            and b.carried_forward is not None,
            _set(carried_over=lambda o: o.carried_over + 1,
                 applications=lambda o: o.applications - 1)),
    Planter("S07", "reports", lambda o, c: o.series is _DISCLOSURE and o.documents_made is not None
            and None not in (o.documents_repealed, o.documents_in_force)
            and (b := _before(o, c)) is not None and b.documents_in_force is not None,
            _set(documents_made=lambda o: o.documents_made + 1)),
    Planter("S08", "reports", _series(_DISCLOSURE, 2019), _published_on(3, 2)),
    Planter("S09", "reports", _series(ReportSeries.ENFORCEMENT, 2018), _published_on(3, 2)),
    Planter("S10", "reports", _series(ReportSeries.WEBSITE, 2018), _published_on(3, 2)),
    Planter("S11", "reports", _series(ReportSeries.RULE_OF_LAW, 2014, 2020), _published_on(4, 1)),
    Planter("S12", "reports", _series(ReportSeries.RULE_OF_LAW, 2021), _published_on(4, 2)),
    Planter("S13", "reports", lambda o, c: o.approved is not None and o.published is not None
            and o.series in (ReportSeries.BUDGET, ReportSeries.FINAL_ACCOUNT)
            and o.approved < _days(TODAY, -40),
            _set(published=lambda o: _days(o.approved, 30))),
    Planter("S14", "reports", lambda o, c: o.series is ReportSeries.WEBSITE,
            lambda o, c: c.add(o), True),
    Planter("S15", "cases", lambda o, c: o.serial is not None, lambda o, c: c.add(o), True),
]  # fmt: skip


def _dated(*names: str) -> Callable[[Any, Copy], bool]:
    return lambda o, c: all(getattr(o, name) is not None for name in names)


def _under_713(one: Any, copy: Copy) -> bool:
    return one.started is not None and one.started >= dt.date(2019, 9, 1)


def _decided(*names: str) -> Callable[[Any, Copy], bool]:
    published = DecisionState.PUBLISHED
    return lambda o, c: o.state is published and _under_713(o, c) and _dated(*names)(o, c)


def _made(kind: RuleKind, since: str, *names: str) -> Callable[[Any, Copy], bool]:
    first = dt.date.fromisoformat(since)

    def fits(one: Any, copy: Copy) -> bool:
        known = _dated(*names)(one, copy)
        return one.type is kind and known and getattr(one, names[0]) >= first

    return fits


_RULE, _DOCUMENT = RuleKind.LOCAL_RULE, RuleKind.NORMATIVE_DOCUMENT
_LIVES = [
    Planter("M01", "major-decisions", _decided("published", "filed"),
            _set(filed=lambda o: _days(o.published, -1), evaluated=None)),
    Planter("M02", "major-decisions", _decided("consultation_from", "consultation_to"),
            _set(consultation_to=lambda o: _days(o.consultation_from, 10), shortened="")),
    Planter("M03", "major-decisions", _decided("legality_from", "legality_to"),
            _set(legality_to=lambda o: _days(o.legality_from, 2))),
    Planter("M04", "major-decisions", lambda o, c: _dated("legality_from", "legality_to")(o, c)
            and dt.date(2019, 1, 1) <= o.legality_from < dt.date(2019, 9, 1),
            _set(legality_to=lambda o: _days(o.legality_from, 2))),
    Planter("M05", "major-decisions", _decided("published", "consultation_from"),
            _set(feedback_item="")),
    Planter("M06", "major-decisions", _decided("discussed"),
            _set(legality_from=None, legality_to=None)),
    Planter("M07", "major-decisions", _decided("published"),
            _set(specialised=True, argued=None, argument_item="")),
    Planter("M08", "major-decisions", _decided("hearing", "hearing_notified"),
            _set(hearing_notified=lambda o: _days(o.hearing, -3))),
    Planter("M09", "major-decisions", _decided("published"), _set(state=DecisionState.UNDER_WAY)),
    Planter("N01", "normative", lambda o, c: _dated("published", "filed", "review_from")(o, c)
            and o.review_from >= dt.date(2018, 5, 16) and o.type is _DOCUMENT,
            _set(filed=lambda o: _days(o.published, -1))),
    Planter("N02", "normative", _made(_RULE, "2018-05-16", "consultation_from", "consultation_to"),
            _set(consultation_to=lambda o: _days(o.consultation_from, 10))),
    Planter("N03", "normative", _made(_DOCUMENT, "2018-12-04", "review_from", "review_to"),
            _set(review_to=lambda o: _days(o.review_from, 1))),
    Planter("N04", "normative", lambda o, c: _made(_RULE, "2018-05-16", "published", "filed")(o, c)
            and o.published < _days(TODAY, -60), _set(filed=lambda o: _days(o.published, 40))),
    Planter("N05", "normative", _made(_RULE, "2018-05-16", "published", "effective"),
            _set(effective=lambda o: _days(o.published, 5))),
    Planter("N06", "normative", lambda o, c: o.validity is Validity.VALID and o.published is not None
            and o.published < dt.date(2019, 6, 3), _set(evaluated=dt.date(2019, 6, 3))),
    Planter("N07", "normative", lambda o, c: o.validity is Validity.VALID and "《" not in o.note,
            _set(validity=Validity.REPEALED, repealed_by="", item="")),
    Planter("N08", "normative", lambda o, c: o.validity is Validity.VALID and o.effective is not None
            and o.effective < _days(TODAY, -9), _set(expires=lambda o: _days(o.effective, 1))),
    Planter("N09", "normative", lambda o, c: o.item in c.catalogue.items_by_id
            and bool(c.catalogue.items_by_id[o.item].number) and bool(o.number),
            _set(number="示例司规〔1999〕9号")),
    Planter("N10", "normative", lambda o, c: _dated("discussed", "review_from")(o, c)
            and o.review_from >= dt.date(2018, 5, 16), _set(review_from=None, review_to=None)),
    Planter("N11", "normative", _made(_DOCUMENT, "2020-01-01", "consultation_from", "consultation_to"),
            _set(market=True, consultation_to=lambda o: _days(o.consultation_from, 20),
                 argued=None, review_from=None, review_to=None, discussed=None)),
    Planter("N12", "normative", lambda o, c: _made(_DOCUMENT, "2019-01-01", "consultation_from",
                                                   "consultation_to")(o, c)
            and o.consultation_from.year <= 2021,
            _set(market=False, consultation_to=lambda o: _days(o.consultation_from, 2))),
    Planter("N13", "normative", _made(_RULE, "2018-05-16", "published"), _set(filed_with="国务院")),
]  # fmt: skip

PLANTERS = (*_ITEMS, *_DECISIONS, *_REGISTERS, *_YEARLY, *_LIVES)
