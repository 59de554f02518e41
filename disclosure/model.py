"""What exists: the bureau, its departments, the items it makes public, and the catalogue of all.

    Material 上报材料 <── satisfies ── Item 公开事项 ── basis_of ──> Indicator 三级指标
    MaterialPlan 公开安排 (materials.csv) says for each Material whether it goes online
    Entry 清单条目 and Edition (registers/) satisfy Materials too; the Catalogue holds them

Everything is frozen. Each object knows its own address and title; nothing else decides them.
The indicator system itself is in `framework`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field

from disclosure.bureau import Bureau
from disclosure.dates import PartialDate
from disclosure.departures import Departures, Recorded, Redirect, Tombstone
from disclosure.framework import Framework, Indicator, Material, Requirements
from disclosure.queries import Queries
from disclosure.record import Record, Slug, Text, Texts, Years, YesNo
from disclosure.registers.holdings import Holdings
from disclosure.vocabulary import Audience, Confidence, Kind, Level, Validity
from disclosure.waivers import Waivers


class Department(Record):
    """责任科室: who answers for an indicator. Aliases are other printed forms of its name."""

    id: Slug = Field(title="编号")
    name: Text = Field(title="名称")
    aliases: Texts = Field(default=(), title="别名")
    note: str = Field(default="", title="备注")

    @property
    def address(self) -> str:
        return f"departments/{self.id}/"

    @property
    def title(self) -> str:
        return self.name


class MaterialPlan(Record):
    """One row of materials.csv: where a material is shown, why, and by when."""

    id: Text = Field(title="材料编号")
    audience: Audience = Field(title="公开范围")
    reason: Text = Field(title="理由")
    due: Text = Field(title="时限")
    every_year: YesNo = Field(default=False, title="逐年")


class Item(Record):
    """公开事项: one document a person can find."""

    id: Slug = Field(title="编号")
    title: Text = Field(title="标题", max_length=300)
    kind: Kind = Field(title="种类")
    level: Level = Field(title="层级")
    issuer: str = Field(default="", title="发布机构")
    number: str = Field(default="", title="文号")
    index: str = Field(default="", title="索引号")
    issued: PartialDate | None = Field(default=None, title="成文日期")
    published: PartialDate | None = Field(default=None, title="发布日期")
    effective: PartialDate | None = Field(default=None, title="施行日期")
    validity: Validity = Field(default=Validity.VALID, title="有效性")
    replaced_by: str = Field(default="", title="替代文件")
    satisfies: Texts = Field(default=(), title="对应材料")
    basis_of: Texts = Field(default=(), title="所依据的指标")
    articles: Texts = Field(default=(), title="有关条款")
    years: Years = Field(default=(), title="年度")
    department: str = Field(default="", title="责任科室")
    keywords: Texts = Field(default=(), title="关键词")
    url: str = Field(default="", title="官方网址")
    attachments: Texts = Field(default=(), title="附件")
    confidence: Confidence = Field(default=Confidence.HIGH, title="可信度")
    source: str = Field(default="", title="来源")
    note: str = Field(default="", title="备注")

    @property
    def address(self) -> str:
        return f"items/{self.id}/"

    @property
    def date(self) -> PartialDate | None:
        """The date that orders lists: issue first, then publication, then effect."""
        return self.issued or self.published or self.effective

    @property
    def served_years(self) -> tuple[int, ...]:
        """The assessment years the item serves: as stated, else the year of its date."""
        return self.years or ((self.date.year,) if self.date else ())


class Synonyms(Record):
    """synonyms.yaml: how people ask for things, beside the words that the site uses."""

    words: Mapping[str, tuple[str, ...]] = Field(default={}, title="同义词")
    """What the site says, and what people type for it."""
    weak: tuple[str, ...] = Field(default=(), title="可有可无的词")
    """Words that narrow nothing when they stand beside others."""


class Attachment(Record):
    """A file of an item, as found on disk."""

    item: str
    name: str
    label: str
    size: int = Field(description="bytes")
    sha256: str

    @property
    def address(self) -> str:
        return f"files/{self.item}/{self.name}"

    @property
    def suffix(self) -> str:
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True, kw_only=True)
class Catalogue(Holdings):
    """Everything that is to be published, checked and frozen. Made only by `load`."""

    bureau: Bureau
    framework: Framework
    departments: tuple[Department, ...]
    plans: Mapping[str, MaterialPlan]
    items: tuple[Item, ...]
    unverified: tuple[Item, ...]
    requirements: Requirements
    synonyms: Synonyms = field(default_factory=Synonyms)
    queries: Queries = field(default_factory=Queries)
    waivers: Waivers = field(default_factory=Waivers)
    addresses: Mapping[str, Recorded] = field(default_factory=dict)
    """Every address that has been public, as addresses.csv records it."""
    departures: Departures = field(default_factory=Departures)
    texts: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, tuple[Attachment, ...]] = field(default_factory=dict)
    origins: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # address: file, row
    names: Mapping[str, str] = field(default_factory=dict, compare=False)
    """By id, what stands for an item (`keys`), where reading told it: of a long table."""

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Every indicator by id, in the document's order."""
        return {one.id: one for one in self.framework.indicators}

    @cached_property
    def materials(self) -> Mapping[str, tuple[Indicator, Material]]:
        """Every material by id, with the indicator whose cell prints it."""
        return {m.id: (one, m) for one in self.framework.indicators for m in one.materials}

    @cached_property
    def items_by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def _departments(self) -> Mapping[str, Department]:
        named = {one.name: one for one in self.departments}
        return named | {alias: one for one in self.departments for alias in one.aliases}

    @cached_property
    def _satisfying(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for material in item.satisfies:
                found.setdefault(material, []).append(item)
        return {key: in_order(items) for key, items in found.items()}

    @cached_property
    def _grounding(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for indicator in item.basis_of:
                found.setdefault(indicator, []).append(item)
        return {key: in_order(items) for key, items in found.items()}

    def department(self, name: str) -> Department | None:
        """The department that a printed name or alias means."""
        return self._departments.get(name)

    def materials_of(self, indicator: Indicator) -> tuple[Material, ...]:
        """Its own materials, or those of the row whose merged cell it shares."""
        if indicator.materials or not indicator.shares:
            return indicator.materials
        return self.materials_of(self.indicators[indicator.shares])

    def departments_of(self, indicator: Indicator) -> tuple[Department, ...]:
        """The departments that answer for it, through a merged cell where there is one."""
        if indicator.departments or not indicator.shares:
            found = (self.department(name) for name in indicator.departments)
            return tuple(dict.fromkeys(one for one in found if one is not None))
        return self.departments_of(self.indicators[indicator.shares])

    def satisfying(self, material_id: str) -> tuple[Item, ...]:
        """Items that claim to satisfy a material, oldest first."""
        return self._satisfying.get(material_id, ())

    def grounding(self, indicator: Indicator) -> tuple[Item, ...]:
        """Items that are the legal ground of an indicator, oldest first."""
        return self._grounding.get(indicator.id, ())

    def departed_title(self, one: Redirect | Tombstone) -> str:
        """What stood under an address: as a tombstone says, else as it was recorded."""
        if isinstance(one, Tombstone) and one.title:
            return one.title
        known = self.addresses.get(one.address)
        return known.title if known else one.address

    def readable(self, item: Item) -> bool:
        """Whether a person can read it here or follow to it: text, attachment or address."""
        return bool(item.id in self.texts or self.attachments.get(item.id) or item.url)

    def chain(self, item: Item) -> tuple[Item, ...]:
        """All versions of an item, oldest first (itself among them)."""
        if not item.replaced_by and item.id not in self._replaced:
            return (item,)
        chain = [item]
        while (older := self._replaced.get(chain[0].id)) and older not in chain:
            chain.insert(0, older)
        while (newer := self.items_by_id.get(chain[-1].replaced_by)) and newer not in chain:
            chain.append(newer)
        return tuple(chain)

    @cached_property
    def _replaced(self) -> Mapping[str, Item]:
        return {item.replaced_by: item for item in self.items if item.replaced_by}


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Oldest first, undated last (附件1 二.3); ties by id."""
    return tuple(sorted(items, key=_place))


def _place(item: Item) -> tuple[bool, str, str]:
    date = item.date
    return (True, "", item.id) if date is None else (False, date.iso, item.id)
