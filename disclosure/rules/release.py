"""What may be absent while working, but not in a release."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.bureau import Bureau
from disclosure.coverage import Coverage
from disclosure.problem import CODES, Place, Problem
from disclosure.rules import absences
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import State

_NOT_PUBLIC = (State.MISSING, State.UNCONFIRMED)
_IDENTITY = ("base_url", "site_id", "icp", "police_record", "credit_code")
_CONTACT = {"address": "办公地址", "hours": "办公时间", "phone": "联系电话"}


def check(inspection: Inspection) -> Iterator[Problem]:
    """Identity filled, every public material public, every due year present, nothing unconfirmed."""
    catalogue = inspection.catalogue
    coverage = Coverage(catalogue)
    yield from identity(catalogue.bureau)
    for status in coverage.all():
        file, row = catalogue.origins[f"materials/{status.material.id}"]
        place = Place(file, row, "编号(id)")
        name = f"{status.indicator.display(status.material)} {status.material.text[:40]}"
        if status.state in _NOT_PUBLIC:
            yield Problem(CODES["L02"], place, f"{name}：{status.state.value}")
        elif status.state is State.PARTIAL:
            absent = [str(y) for y in status.years_due if y not in status.years_done]
            yield Problem(CODES["L03"], place, f"{name}：缺 {'、'.join(absent)} 年")
    for indicator in catalogue.framework.indicators:
        if indicator.searched and coverage.state(indicator) in _NOT_PUBLIC:
            file, row = catalogue.origins[indicator.address]
            found = f"{indicator.label} {indicator.short}：{coverage.state(indicator).value}"
            yield Problem(CODES["L04"], Place(file, row, "id"), found)
    yield from absences.check(inspection)


def identity(bureau: Bureau) -> Iterator[Problem]:
    """One problem for each blank that a person must fill."""
    for name in _IDENTITY:
        if not getattr(bureau, name):
            title = Bureau.model_fields[name].title
            yield Problem(CODES["L01"], Place("bureau.yaml", None, f"{title}({name})"), "待填")
    for name, title in _CONTACT.items():
        if not getattr(bureau.contact, name):
            place = Place("bureau.yaml", None, f"{title}(contact.{name})")
            yield Problem(CODES["L01"], place, "待填")
