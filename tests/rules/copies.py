"""A catalogue taken apart, so that a fault can be planted in it and it can be put together again."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from disclosure.dates import PartialDate
from disclosure.model import Catalogue, Item
from disclosure.registers.base import Entry

Row = Item | Entry
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日\s*$")


class Copy:
    """Documents, texts and rows that may be changed; `rebuilt` is the catalogue of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.items = list(catalogue.items)
        self.texts = dict(catalogue.texts)
        self.rows = {slug: list(rows) for slug, rows in catalogue.entries.items()}
        self.origins = dict(catalogue.origins)
        self.entry_origins = dict(catalogue.entry_origins)

    def place(self, one: Row) -> tuple[str, int]:
        if isinstance(one, Entry):
            return self.entry_origins[one.register, one.id, one.valid_from]
        return self.origins[one.address]

    def change(self, one: Row, **changes: Any) -> None:
        """The row with other values, not validated: a fault may be what reading would refuse."""
        where: list[Any] = self.rows[one.register] if isinstance(one, Entry) else self.items
        if not isinstance(one, Entry):
            changes = {k: _date(k, v) for k, v in changes.items()}
        where[where.index(one)] = one.model_copy(update=changes)

    def add(self, like: Row, **changes: Any) -> None:
        """One more row, like another but for some values; it stands at the end."""
        new_id = f"{like.id}-again-{len(self.entry_origins) + len(self.origins)}"
        if isinstance(like, Entry):
            self.rows[like.register].append(like.model_copy(update={"id": new_id, **changes}))
            self.entry_origins[like.register, new_id, like.valid_from] = ("again.csv", 2)
        else:
            self.items.append(like.model_copy(update={"id": new_id, **changes}))
            self.origins[f"items/{new_id}/"] = ("again.csv", 2)

    def write(self, item: Item, text: str) -> None:
        assert text != self.texts[item.id], "the fault would change nothing"
        self.texts[item.id] = text

    def signed(self, item: Item) -> bool:
        """Whether its text ends in a date."""
        return bool(_DATE.search(self.texts.get(item.id, "")))

    def listed(self, item: Item) -> bool:
        """Whether a register says the same of it, so that a change would contradict two rows."""
        return any(getattr(one, "item", "") == item.id for one in self.rows.get("normative", ()))

    def rebuilt(self) -> Catalogue:
        return dataclasses.replace(
            self.catalogue,
            items=tuple(self.items),
            texts=self.texts,
            entries={slug: tuple(rows) for slug, rows in self.rows.items()},
            origins=self.origins,
            entry_origins=self.entry_origins,
        )


def _date(name: str, value: Any) -> Any:
    if name in ("issued", "published", "effective") and isinstance(value, str):
        return PartialDate.parse(value) if value else None
    return value
