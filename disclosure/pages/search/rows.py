"""What can be found, in the order in which equal results stand: pages, then newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from disclosure.framework import Indicator
from disclosure.model import Catalogue, Item
from disclosure.pages.search.doors import decision_names, doors
from disclosure.pages.search.row import Row
from disclosure.registers import REGISTERS, Entry, Register
from disclosure.registers.paging import kinds_of
from disclosure.vocabulary import Series

_CODES = ("number", "code", "basic_code", "implementation_code", "certificate_number")
"""Columns of a register by whose exact value an entry is looked up; the first is shown."""
_TOLD = ("party", "organ", "matter", "subject", "purpose")
"""Columns of a register that people name an entry by, besides its title."""


def pages(catalogue: Catalogue) -> tuple[Row, ...]:
    """Registers and indicators, then columns, groups and lists: few, and what most people want."""
    return (
        *(_register(catalogue, one) for one in REGISTERS),
        *(_indicator(catalogue, one) for one in catalogue.framework.indicators),
        *doors(catalogue),
    )


def records(catalogue: Catalogue, today: dt.date) -> tuple[Row, ...]:
    """Items and entries of registers, newest first, undated last."""
    rows = [_item(catalogue, one) for one in catalogue.items]
    for register in REGISTERS:
        for latest in catalogue.latest(register.slug):
            rows.append(_entry(catalogue, register, latest, today))
    rows.sort(key=attrgetter("address"))
    rows.sort(key=attrgetter("date"), reverse=True)
    return tuple(rows)


def _register(catalogue: Catalogue, register: Register) -> Row:
    entries = catalogue.latest(register.slug)
    named = (*map(str, kinds_of(register)), *(entry.kind for entry in entries if entry.kind))
    kinds = [(kind, None) for kind in dict.fromkeys(named)]
    groups = sorted({(one.kind, one.year) for one in entries if one.year}, reverse=True)
    dates = (one.published for one in catalogue.editions_of(register.slug) if one.published)
    years = sorted({*(one.year for one in entries if one.year), *(date.year for date in dates)})
    asked = [one.short for key in register.indicators if (one := catalogue.indicators.get(key))]
    return Row(
        register.address,
        register.title,
        "公开清单",
        names=("", register.slug),
        aliases=(*register.synonyms, *decision_names(register, (*kinds, *groups))),
        words=" ".join((*asked, register.about, *(kind for kind, _ in kinds), *map(str, years))),
        indicators=register.indicators,
    )


def _indicator(catalogue: Catalogue, one: Indicator) -> Row:
    materials = catalogue.materials_of(one)
    found = (item for material in materials for item in catalogue.satisfying(material.id))
    years = sorted({year for item in found for year in item.served_years}, reverse=True)
    lists = [r.title for r in REGISTERS if one.id in r.indicators]
    words = (one.text, *(m.text for m in materials), *lists, *(m.value for m in one.methods))
    return Row(
        one.address,
        one.short,
        "三级指标",
        names=(one.label, *_indicator_names(one)),
        words=" ".join((*words, *map(str, years))),
        departments=tuple(department.name for department in catalogue.departments_of(one)),
        indicators=(one.id,),
    )


def _indicator_names(one: Indicator) -> Iterator[str]:
    """As evaluators say it: 第54项, 指标54, 54, 54.1, （22）, ★1."""
    bare = one.number.strip("（）()")
    if one.series is Series.NATIONAL:
        yield from (bare, f"第{bare}项", f"{bare}项", f"指标{bare}", f"第{bare}项指标")
    elif one.series is Series.PROVINCIAL:
        yield from (f"（{bare}）", f"第（{bare}）项", f"省增{bare}", f"省增指标{bare}")
    elif one.series is Series.MUNICIPAL:
        yield from (one.number, f"第{one.number}项", f"市增{bare}")
    else:
        yield f"{one.series.label}{bare}"
    yield from (one.display(material) for material in one.materials)


def _item(catalogue: Catalogue, item: Item) -> Row:
    served = [catalogue.materials[key][0].id for key in item.satisfies]
    day, number, index = item.date, item.number, item.index
    date = day.iso if day else ""
    years = [str(year) for year in item.years if str(year) != date[:4]]
    department = catalogue.department(item.department) if item.department else None
    words = [item.issuer, *item.keywords, *years]
    return Row(
        item.address,
        item.title,
        item.kind.value,
        date,
        names=(number, index) if index else (number,),
        words=" ".join(words if words[0] else words[1:]),
        departments=(department.name,) if department else (),
        indicators=tuple(dict.fromkeys([*served, *item.basis_of])),
    )


def _entry(catalogue: Catalogue, register: Register, latest: Entry, today: dt.date) -> Row:
    """An entry by the version that its page shows; other versions' titles lead there as well."""
    entry = catalogue.shown(latest, today)
    titles = {one.title for one in catalogue.versions(entry.register, entry.id)}
    codes, told = _found_by(type(entry))
    served = (catalogue.materials[key][0].id for key in entry.satisfies)
    department = catalogue.department(entry.department) if entry.department else None
    kinds = tuple(decision_names(register, [(entry.kind, None)])) or (entry.kind,)
    said = [str(getattr(entry, name) or "") for name in told]
    return Row(
        entry.address,
        entry.title,
        register.title,
        str(entry.date or entry.year or ""),
        names=tuple(dict.fromkeys(code for name in codes if (code := getattr(entry, name)))),
        aliases=tuple(sorted(titles - {entry.title})),
        words=" ".join(filter(None, (*kinds, *said))),
        departments=(department.name,) if department else (),
        indicators=tuple(dict.fromkeys((*served, *register.indicators))),
    )


@cache
def _found_by(model: type[Entry]) -> tuple[tuple[str, ...], ...]:
    """Which of these columns a register has: asking an entry for one that it lacks is slow."""
    return tuple(
        tuple(name for name in names if name in model.model_fields) for names in (_CODES, _TOLD)
    )
