"""What a register is: a list the bureau must publish, and the base of its rows.

A register is one declaration (a `Register` naming its row model) and one CSV. Its columns are
the fields of the model, and each field says what the column means, shows an example, and cites
where the column comes from; page, schema, glossary, workbook headers and search follow.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from disclosure.record import Record, Slug, Texts, YesNo
from disclosure.vocabulary import Confidence


def column(
    title: str, meaning: str, example: str, source: str, *, must: bool = False, **more: Any
) -> Any:
    """A column of a register.

    `source` is the norm that asks for it; `must` says that the norm wants it filled in every
    row (a blank one is then a problem of the rules, not of reading). A column without a
    `default` in `more` cannot even be read when blank.
    """
    extra: dict[str, Any] = {"source": source, "must": must}
    return Field(
        title=title, description=meaning, examples=[example], json_schema_extra=extra, **more
    )


class Entry(Record):
    """A row of a register. Rows with one id are versions of one entry, under one address."""

    register: ClassVar[str]
    """Slug of its register."""
    named_by: ClassVar[str] = "name"
    """The column that is its title."""
    dated_by: ClassVar[str] = ""
    """The column whose year groups it, where the register is a series."""
    kinds_by: ClassVar[str] = ""
    """The column whose value groups it."""

    id: Slug = column("编号", "永久编号，也是网址的一部分", "lawyer-licence", "本站")
    valid_from: dt.date | None = column(
        "起始日期", "这一版从哪天起有效", "2021-07-15", "本站", default=None
    )
    valid_to: dt.date | None = column(
        "终止日期", "这一版到哪天为止（含当天）", "2021-12-31", "本站", default=None
    )
    satisfies: Texts = column("对应材料", "落实哪些上报材料", "n007.1", "本站", default=())
    department: str = column("责任科室", "由谁负责", "办公室", "本站", default="")
    confirmed: YesNo = column("本单位核定", "本单位是否已经核定", "否", "本站", default=False)
    confidence: Confidence = column("可信度", "H、M 或 L", "H", "本站", default=Confidence.HIGH)
    source: str = column("来源", "事实从哪里来", "法律原文", "本站", default="")
    note: str = column("备注", "公开的说明", "施行日期待核", "本站", default="")

    @property
    def address(self) -> str:
        return f"registers/{self.register}/{self.id}/"

    @property
    def title(self) -> str:
        return str(getattr(self, self.named_by))

    @property
    def kind(self) -> str:
        """The group it stands in; empty where the register is not grouped."""
        value = getattr(self, self.kinds_by) if self.kinds_by else None
        return "" if value is None else str(value)

    @property
    def date(self) -> dt.date | None:
        """The date that orders it, where the register is a series."""
        value = getattr(self, self.dated_by) if self.dated_by else None
        return value if isinstance(value, dt.date) else None

    @property
    def year(self) -> int | None:
        """The year it belongs to, where the register is a series."""
        value = getattr(self, self.dated_by) if self.dated_by else None
        return value.year if isinstance(value, dt.date) else value

    def current(self, today: dt.date) -> bool:
        """Whether this version is in force on a day."""
        return (self.valid_from is None or self.valid_from <= today) and (
            self.valid_to is None or today <= self.valid_to
        )


HOUSEKEEPING = frozenset(Entry.model_fields)
"""Columns that every register has; they are shown on the entry's page, not in the table."""


class Stage(StrEnum):
    """When enforcement is made public (国办发〔2018〕118号)."""

    BEFORE = "事前"
    DURING = "事中"
    AFTER = "事后"

    @property
    def address(self) -> str:
        return f"enforcement/{self.name.lower()}/"


@dataclass(frozen=True)
class Register:
    """清单: a table the bureau must publish."""

    slug: str
    """Part of its address: permanent."""
    title: str
    model: type[Entry]
    about: str
    """What it is, in a sentence for the public."""
    basis: tuple[str, ...]
    """Why it must be public: norms as people cite them."""
    indicators: tuple[str, ...] = ()
    """Ids of the indicators that ask for it."""
    stage: Stage | None = None
    synonyms: tuple[str, ...] = ()
    """What else people call it."""

    @property
    def address(self) -> str:
        return f"registers/{self.slug}/"

    @property
    def columns(self) -> Mapping[str, Any]:
        """Its own columns by name, in the order of the table."""
        fields = self.model.model_fields
        return {name: one for name, one in fields.items() if name not in HOUSEKEEPING}


class Edition(Record):
    """One row of editions.csv: a register as the bureau published (or has yet to confirm) it."""

    slug: Slug = Field(title="清单", description="清单的英文名", examples=["powers"])
    published: dt.date | None = Field(default=None, title="发布日期", description="哪天发布的")
    confirmed: YesNo = Field(default=False, title="本单位核定")
    zero: YesNo = Field(default=False, title="零清单", description="本单位没有这类事项")
    satisfies: Texts = Field(default=(), title="对应材料")
    basis: str = Field(default="", title="依据")
    note: str = Field(default="", title="备注")

    @property
    def register(self) -> str:
        """Slug of its register; a field of that name would hide `ABCMeta.register`."""
        return self.slug


class Change(Record):
    """One row of changes.csv: an adjustment of one entry, with its basis."""

    slug: Slug = Field(title="清单", examples=["powers"])
    entry: Slug = Field(title="编号")
    date: dt.date = Field(title="调整日期")
    kind: str = Field(title="调整类型", pattern="^(新增|取消|下放|变更)$")
    basis: str = Field(default="", title="调整依据")
    note: str = Field(default="", title="备注")

    @property
    def register(self) -> str:
        """Slug of its register; a field of that name would hide `ABCMeta.register`."""
        return self.slug
