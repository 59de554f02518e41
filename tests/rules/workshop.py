"""A catalogue in memory whose every row is lawful, for tests that spoil it in one place.

The indicator system, annex 1 and the clocks are the real ones; the bureau, its documents and
its registers are fictional and small.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from disclosure.load import load_catalogue
from disclosure.model import Attachment, Catalogue, Department, Item
from disclosure.problem import Problem
from disclosure.registers.base import Edition, Entry
from disclosure.registers.kinds import register
from disclosure.rules import check
from rules.lawful import DOCUMENTS, ROWS, TEXTS

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 6, 30)
BUREAU = "示例市司法局"
CREDIT_CODE = "11000000000000000U"


@cache
def _real() -> Catalogue:
    return load_catalogue(ROOT / "data")


class Workshop:
    """Rows and texts that a test may change; `problems` judges them."""

    def __init__(self) -> None:
        self.items = {row["id"]: Item.model_validate(row) for row in DOCUMENTS}
        self.texts = dict(TEXTS)
        self.files: dict[str, tuple[Attachment, ...]] = {}
        self.rows: dict[str, dict[str, Entry]] = {
            slug: {row["id"]: register(slug).model.model_validate(row) for row in rows}
            for slug, rows in ROWS.items()
        }
        self.editions: tuple[Edition, ...] = ()
        self.clocks = {(one.id, one.in_force_from): one for one in _real().clocks}
        self.laws = _real().laws
        self.bureau: dict[str, Any] = {"name": BUREAU, "credit_code": CREDIT_CODE}
        self.today = TODAY

    def item(self, item_id: str, **changes: Any) -> None:
        """Change a document, or add one like another: `item("new", like="old", title=…)`."""
        like = changes.pop("like", item_id)
        values = self.items[like].model_dump(mode="json") | {"id": item_id} | changes
        self.items[item_id] = Item.model_validate({k: v for k, v in values.items() if v != ""})

    def text(self, item_id: str, text: str) -> None:
        self.texts[item_id] = text

    def row(self, slug: str, row_id: str, **changes: Any) -> None:
        """Change a row of a register, or add one like another."""
        like = changes.pop("like", row_id)
        values = self.rows[slug][like].model_dump() | {"id": row_id} | changes
        kept = {k: v for k, v in values.items() if v not in ("", None)}
        self.rows[slug][row_id] = register(slug).model.model_validate(kept)

    def catalogue(self) -> Catalogue:
        real = _real()
        origins = {item.address: ("items.csv", n) for n, item in enumerate(self.items.values(), 2)}
        entries = {slug: tuple(rows.values()) for slug, rows in self.rows.items()}
        entry_origins = {
            (slug, one.id, one.valid_from): (f"registers/{slug}.csv", n)
            for slug, rows in entries.items()
            for n, one in enumerate(rows, 2)
        }
        return dataclasses.replace(
            real,
            bureau=real.bureau.model_copy(update=self.bureau),
            departments=(Department(id="normative", name="规范性文件管理科"),),
            items=tuple(self.items.values()),
            texts=self.texts,
            attachments=self.files,
            origins=dict(real.origins) | origins,
            entries=entries,
            entry_origins=entry_origins,
            editions=self.editions,
            changes=(),
            clocks=tuple(self.clocks.values()),
            laws=self.laws,
        )

    def problems(self, *, for_release: bool = False) -> list[Problem]:
        return list(check(self.catalogue(), self.today, for_release=for_release))


Plant = Callable[[Workshop], None]


@dataclasses.dataclass(frozen=True)
class Case:
    """What is planted, and the codes that must be found for it: all of them, and no other."""

    about: str
    plant: Plant
    found: tuple[str, ...] = ()
    column: str = ""
    """Part of the column, of the first problem."""


def fault(
    code: str, about: str, plant: Plant, column: str = "", also: tuple[str, ...] = ()
) -> Case:
    return Case(about, plant, (code, *also), column)


def lawful(about: str, plant: Plant) -> Case:
    return Case(about, plant)


def item(item_id: str, **changes: Any) -> Plant:
    return lambda shop: shop.item(item_id, **changes)


def row(slug: str, row_id: str, **changes: Any) -> Plant:
    return lambda shop: shop.row(slug, row_id, **changes)


def text(item_id: str, change: Callable[[str], str]) -> Plant:
    return lambda shop: shop.text(item_id, change(shop.texts[item_id]))


def both(*plants: Plant) -> Plant:
    def plant(shop: Workshop) -> None:
        for one in plants:
            one(shop)

    return plant


def verify(case: Case) -> None:
    """The planted problems and no other."""
    shop = Workshop()
    case.plant(shop)
    found = shop.problems()
    codes = sorted(problem.code.code for problem in found)
    assert codes == sorted(case.found), [str(problem) for problem in found]
    if case.column:
        places = [p.place for p in found if p.code.code == case.found[0]]
        assert any(case.column in place.column for place in places), places


def index(cases: Mapping[str, tuple[Case, ...]]) -> list[tuple[str, Case]]:
    """Cases with their code, for parametrize."""
    return [(code, case) for code, some in cases.items() for case in some]
