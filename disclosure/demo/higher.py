"""Documents of higher levels, fictional like all else: grounds, some of them readable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.demo.agenda import Agenda
from disclosure.demo.days import working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import Draft
from disclosure.demo.subjects import MATTERS
from disclosure.vocabulary import Kind, Level, Validity

_FORMS = (
    (Kind.LAW, Level.NATIONAL, "示例国立法机关", "示例国{t}促进法", ""),
    (Kind.ADMINISTRATIVE_REGULATION, Level.NATIONAL, "示例国行政机关", "{t}示例条例", "示例令"),
    (Kind.STATE_COUNCIL_DOCUMENT, Level.NATIONAL, "示例国行政机关",
     "示例国行政机关关于推进{t}工作的意见", "示例国发"),
    (Kind.PARTY_DOCUMENT, Level.MUNICIPAL, "示例市依法治市机构",
     "关于{t}工作责任落实的示例规定", "示例法委"),
    (Kind.DEPARTMENT_RULE, Level.NATIONAL, "示例部", "{t}工作示例规定", "示例部令"),
    (Kind.LOCAL_REGULATION, Level.PROVINCIAL, "示例省人民代表大会常务委员会",
     "示例省{t}条例", ""),
    (Kind.LOCAL_RULE, Level.PROVINCIAL, "示例省人民政府", "示例省{t}办法", "示例省政府令"),
    (Kind.NORMATIVE_DOCUMENT, Level.MUNICIPAL, "示例市人民政府",
     "示例市人民政府关于加强{t}工作的实施意见", "示例政"),
    (Kind.NORMATIVE_DOCUMENT, Level.PROVINCIAL, "示例省人民政府办公厅",
     "示例省人民政府办公厅关于印发{t}工作方案的通知", "示例省政办"),
    (Kind.STANDARD, Level.NATIONAL, "示例标准化机构", "{t}服务规范（示例标准）", ""),
)  # fmt: skip
_HOSTS = {Level.NATIONAL: "state", Level.PROVINCIAL: "province", Level.MUNICIPAL: "city"}
_STANDING_IN = tuple(
    form for form in _FORMS if form[0] in (Kind.LOCAL_RULE, Kind.NORMATIVE_DOCUMENT)
)


def one_of_each(agenda: Agenda, dice: Dice) -> Iterator[list[Draft]]:
    """Each form once; the laws with an older version that it replaced."""
    for form in _FORMS:
        yield document(agenda, form, dice.pick(MATTERS), dice, versions=form[0] is Kind.LAW)


def standing_in(agenda: Agenda, dice: Dice) -> Iterator[list[Draft]]:
    """A readable document for each material that rests on a higher level's rule."""
    for key in agenda.higher:
        yield standing_in_for(agenda, key, dice)


def standing_in_for(agenda: Agenda, key: str, dice: Dice) -> list[Draft]:
    indicator, _ = agenda.public[key]
    form = dice.pick(_STANDING_IN)
    draft = document(agenda, form, indicator.short, dice, years=(2016, 2019))[0]
    draft.satisfies, draft.basis_of = (key,), (indicator.id,)
    draft.url = draft.url or _address(draft, dice)
    return [draft]


def document(
    agenda: Agenda, form: tuple[Kind, Level, str, str, str], topic: str, dice: Dice, *,
    versions: bool = False, years: tuple[int, int] = (2014, 2021),
) -> list[Draft]:  # fmt: skip
    """One document (with `versions` two), newest first; two in five can be read."""
    kind, level, issuer, pattern, series = form
    issued = working(dt.date(dice.between(*years), dice.between(1, 12), dice.between(1, 28)))
    grounds = dice.some(agenda.subjects, dice.between(1, 3))
    draft = Draft(
        kind=kind, title=pattern.format(t=topic).replace("工作工作", "工作"), topic=topic,
        issued=issued, effective=working(issued + dt.timedelta(days=60)), level=level,
        issuer=issuer, series=series, basis_of=tuple(grounds), has_text=False,
        articles="；".join(f"第{n}条" for n in dice.some("三五七九", dice.between(0, 2))),
        confidence="H" if dice.chance(0.7) else "M", keywords=(topic,),
    )  # fmt: skip
    if dice.chance(0.4):
        draft.url = _address(draft, dice)
    if not versions:
        return [draft]
    before = working(issued - dt.timedelta(days=dice.between(400, 1500)))
    older = Draft(
        kind=kind, title=draft.title, topic=topic, issued=before, level=level, issuer=issuer,
        effective=working(before + dt.timedelta(days=60)), series=series, has_text=False,
        basis_of=draft.basis_of, validity=Validity.AMENDED, successor=draft,
        confidence=draft.confidence,
    )  # fmt: skip
    return [draft, older]


def random_document(agenda: Agenda, dice: Dice) -> list[Draft]:
    topic = dice.pick(MATTERS)
    return document(agenda, dice.pick(_FORMS), topic, dice, versions=dice.chance(0.1))


def _address(draft: Draft, dice: Dice) -> str:
    """An official address under the reserved .example."""
    folder, page = draft.issued.strftime("%Y-%m"), dice.between(1000, 9999)
    return f"https://{_HOSTS[draft.level]}.example/documents/{folder}/{page}.html"
