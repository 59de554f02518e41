"""What the registers state: complete, lawful, and without promises worse than the law."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from disclosure.problem import CODES, Problem, Severity
from disclosure.registers.base import Entry
from disclosure.registers.charges import Intermediary
from disclosure.registers.enforcement import EnforcementObject
from disclosure.registers.enforcement_words import Disclosed
from disclosure.registers.kinds import REGISTERS
from disclosure.registers.openness import Channel
from disclosure.registers.powers import Power
from disclosure.registers.services import Approval, Certificate, PublicService
from disclosure.registers.words import ClockUnit, DaysUnit, MatterState, PowerType, ProofState
from disclosure.rules.inspection import Inspection
from disclosure.rules.official_codes import standing

LIVES = frozenset({"major-decisions", "normative"})
"""Registers whose rows fill up as life goes on: `lifecycles` says what must stand when."""
_ELSEWHERE = frozenset({("statistics", "count")})
"""Columns whose blanks another rule reports."""
_PLACEHOLDER = re.compile(
    r"待定|待补充?|待填|待完善|待明确|TODO|TBD|[?？]{2,}|[xX×]{3,}|＊{3,}", re.IGNORECASE
)
_PAST = re.compile(
    r"decided|published|revoked|withdrawn|closed|archived|reviewed_on|submitted|approved|"
    r"happened|responded|contracted|started|consultation_from|hearing_notified|argued|assessed|"
    r"legality_to|review_to|discussed|reported|filed|evaluated|cleared"
)
"""Columns of what has happened; the future of a plan may stand in the others."""
_LAW = re.compile(
    r"(?<!办)法(?:[(（][^)）]*[)）])?》?(?:第|实施条例|$|[、；;，,。])|条例|国务院令|412号令"
    r"|国务院.{0,40}决定|国发〔|(?:人民代表大会|人大)常(?:务委员会|委会).{0,40}决定|鉴定决定"
)
_PROVINCIAL_RULE = re.compile(r"省(?:人民)?政府令")
_LEVELS = ("法律", "行政法规", "地方性法规", "法规", "国务院决定")
_NOTHING = re.compile(r"0|0元|无|免费|不收费|不收取.*|免收")
_GUIDE = ("matter", "accepting_body", "deciding_body", "conditions", "limit")
_ELEMENTS: Mapping[Disclosed, tuple[str, tuple[str, ...]]] = {
    Disclosed.GUIDE: ("Q12", _GUIDE),
    Disclosed.FLOWCHART: ("Q12", _GUIDE),
    Disclosed.OFFICER: ("Q13", ("certificate", "category")),
}
"""What must be said of an object, and the code where it is not."""
_PROVINCIAL_MATTERS = re.compile(r"仲裁委员会(?:设立)?登记|仲裁委员会设立")
_HOURS = re.compile(r"(\d+)小时内(发布权威信息|举行新闻发布会)")


def check(inspection: Inspection) -> Iterator[Problem]:
    """Every row of every register, then what only some registers state."""
    hours = _hours(inspection)
    for register in REGISTERS:
        columns = _Columns(register.model)
        for one in inspection.catalogue.entries_of(register.slug):
            yield from _cells(inspection, one, columns)
            match one:
                case Approval() | Power():
                    yield from _power(inspection, one)
                case Certificate() | Intermediary():
                    yield from _basis(inspection, one)
                case PublicService():
                    yield from _disclosure(inspection, one)
                case EnforcementObject():
                    yield from _guide(inspection, one)
                case Channel():
                    yield from _response(inspection, one, hours)


class _Columns:
    """Which columns of a register must be filled, hold prose, or hold a day that is past."""

    def __init__(self, model: type[Entry]) -> None:
        fields = model.model_fields
        self.must = must_columns(model)
        self.prose = tuple(n for n, f in fields.items() if f.annotation is str and n != "note")
        self.past = tuple(
            n for n in fields if _PAST.fullmatch(n) and _is_date(fields[n].annotation)
        )


def must_columns(model: type[Entry]) -> tuple[str, ...]:
    """Columns that the norms want filled in every row, except where another rule says when."""
    if model.register in LIVES:
        return ()
    extra = {name: field.json_schema_extra for name, field in model.model_fields.items()}
    must = (n for n, one in extra.items() if isinstance(one, dict) and one.get("must"))
    return tuple(name for name in must if (model.register, name) not in _ELSEWHERE)


def _is_date(annotation: object) -> bool:
    return dt.date in (annotation, *getattr(annotation, "__args__", ()))


def _cells(inspection: Inspection, one: Entry, columns: _Columns) -> Iterator[Problem]:
    if one.confirmed:
        lowered = Severity.WARNING if one.register == "decisions" else None
        for name in blanks(one, columns.must):
            yield inspection.found("Q01", one, name, "空白", lowered=lowered)
    prose = [(name, getattr(one, name)) for name in columns.prose]
    if _PLACEHOLDER.search("\n".join([value for _, value in prose])):
        for name, value in prose:
            if match := _PLACEHOLDER.search(value):
                yield inspection.found("Q02", one, name, f"“{match[0]}”")
    for name in columns.past:
        day = getattr(one, name)
        if day is not None and day > inspection.today:
            yield inspection.found("Q03", one, name, f"{day}，今天是 {inspection.today}")


def blanks(one: Entry, must: tuple[str, ...]) -> Iterator[str]:
    """Columns that a row must fill and leaves blank; 0 and 否 are not blank."""
    return (name for name in must if getattr(one, name) in (None, "", ()))


def _power(inspection: Inspection, one: Approval | Power) -> Iterator[Problem]:
    if isinstance(one, Power) and not one.city_item:
        yield inspection.found("Q04", one, "city_item", f"“{one.name[:40]}”不是市级事项")
    elif _PROVINCIAL_MATTERS.search(one.name):
        yield inspection.found("Q04", one, "name", f"“{one.name[:40]}”是省级事项")
    licence = one.type is PowerType.LICENSING and standing(one, CODES["Q05"].since)
    if licence and one.basis and not (_LAW.search(one.basis) or _PROVINCIAL_RULE.search(one.basis)):
        yield inspection.found("Q05", one, "basis", f"“{one.basis[:60]}”", lowered=_stated(one))
    days = [one.statutory_days, getattr(one, "promised_days", None)]
    if any(day is not None for day in days) and one.days_unit is None:
        yield inspection.found("Q07", one, "days_unit", "写了时限，没有写单位")
    if isinstance(one, Approval):
        statutory, promised = one.statutory_days, one.promised_days
        if statutory is not None and promised is not None and promised > statutory:
            found = f"承诺 {promised}，法定 {statutory}（{one.days_unit or '单位空白'}）"
            yield inspection.found("Q06", one, "promised_days", found)
        if one.fee and not _NOTHING.fullmatch(one.fee) and not one.fee_basis:
            yield inspection.found("Q08", one, "fee_basis", f"收费“{one.fee[:40]}”，依据空白")


def _basis(inspection: Inspection, one: Certificate | Intermediary) -> Iterator[Problem]:
    """优化营商环境条例 arts. 43, 44: only laws, regulations and decisions of the State Council."""
    if isinstance(one, Certificate):
        code, kept, level = "Q09", one.state is ProofState.KEPT, one.basis_level
    else:
        code, kept, level = "Q10", one.state in (None, MatterState.KEPT), ""
    if not kept or not one.basis or not standing(one, CODES[code].since):
        return
    lawful = any(name in level for name in _LEVELS) if level else _LAW.search(one.basis)
    if not lawful:
        found = f"“{(level or one.basis)[:60]}”"
        yield inspection.found(code, one, "basis", found, lowered=_stated(one))


def _stated(one: Entry) -> Severity | None:
    """What we compiled and the bureau has not confirmed is not its own statement of the law."""
    return None if one.confirmed else Severity.WARNING


def _disclosure(inspection: Inspection, one: PublicService) -> Iterator[Problem]:
    """A service's own limit of publication is no longer than the law's."""
    clock = inspection.clock("Q11", one.valid_from or inspection.today)
    if clock is None or clock.days is None or one.disclosure_days is None:
        return
    same = str(clock.unit) == str(one.disclosure_unit or "")
    shorter_unit = clock.unit is ClockUnit.WORKING_DAYS and one.disclosure_unit is DaysUnit.DAYS
    if one.disclosure_days > clock.days and (same or shorter_unit) and same:
        found = f"写 {one.disclosure_days} {one.disclosure_unit}，法定 {clock.limit} {clock.unit}"
        yield inspection.found("Q11", one, "disclosure_days", found)


def _guide(inspection: Inspection, one: EnforcementObject) -> Iterator[Problem]:
    """A guide and a flow chart name five things; an officer has a number and a category."""
    if not one.confirmed:
        return
    code, names = _ELEMENTS.get(one.type, ("", ()))
    for name in blanks(one, names):
        yield inspection.found(code, one, name, "空白")


def _hours(inspection: Inspection) -> dict[str, int]:
    """指标82 prints its two limits; they are read where it prints them."""
    indicator = inspection.catalogue.indicators.get("n082")
    found = _HOURS.findall(indicator.text) if indicator else []
    return {"first_hours" if "信息" in what else "briefing_hours": int(n) for n, what in found}


def _response(inspection: Inspection, one: Channel, hours: dict[str, int]) -> Iterator[Problem]:
    for column, most in hours.items():
        taken = getattr(one, column)
        if taken is not None and taken > most:
            yield inspection.found("Q14", one, column, f"用了 {taken} 小时，最迟 {most} 小时")
    if one.happened and one.responded and one.responded < one.happened:
        found = f"事件 {one.happened}，回应 {one.responded}"
        yield inspection.found("Q15", one, "responded", found)
