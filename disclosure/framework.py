"""The plan as data: the indicator system (附件2), the rules of 附件1, the working groups.

    Framework 指标体系 ── Chapter 一级 ── Section 二级 ── Indicator 三级 ── Material 上报材料

Texts are verbatim, slips of the source included (`source_note` names them).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from disclosure.record import Record, Slug, Text
from disclosure.vocabulary import Method, Series


class Material(Record):
    """上报材料: one required material, text as printed."""

    id: Text
    text: Text

    @property
    def ordinal(self) -> str:
        return self.id.rpartition(".")[2]


class Indicator(Record):
    """三级指标: official text, verbatim; `short` is our own label and is shown apart."""

    id: Text
    number: Text
    short: Annotated[str, Field(min_length=1, max_length=20)]
    series: Series
    text: Text
    methods: tuple[Method, ...] = ()
    materials: tuple[Material, ...] = ()
    web_evidence: bool = False
    departments: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    shares: str = ""
    remark: str = ""
    source_note: str = ""

    @property
    def address(self) -> str:
        return f"indicators/{self.id}/"

    @property
    def title(self) -> str:
        return self.short

    @property
    def label(self) -> str:
        """Series and number as a person says them: 国家指标 54, 省增指标（22）, 加分项 1."""
        gap = " " if self.number.isdigit() else ""
        return f"{self.series.label}{gap}{self.number}"

    @property
    def searched(self) -> bool:
        """Whether evaluators look for it on the web."""
        return Method.WEB_SEARCH in self.methods

    def display(self, material: Material) -> str:
        """A material's number as shown to people: 1.1, （22）.1, ★1.1, 加分项1.1."""
        prefix = self.number
        if self.series in (Series.BONUS, Series.DEDUCTION):
            prefix = f"{self.series.label}{self.number}"
        return f"{prefix}.{material.ordinal}"


class Section(Record):
    """二级指标."""

    id: Slug
    number: Text
    title: Text
    indicators: tuple[Indicator, ...]


class Chapter(Record):
    """一级指标."""

    id: Slug
    number: Text
    title: Text
    sections: tuple[Section, ...]

    @property
    def address(self) -> str:
        return f"chapters/{self.id}/"

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(one for section in self.sections for one in section.indicators)


class Framework(Record):
    """指标体系: one edition of the indicator system. Editions renumber, so key by (id, id)."""

    id: Slug
    title: Text
    source: Text
    years: Annotated[tuple[int, ...], Field(min_length=2, max_length=2)]
    missing_numbers: tuple[str, ...] = ()
    source_notes: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()

    @property
    def span(self) -> range:
        """The years of the assessment, oldest first."""
        return range(self.years[0], self.years[1] + 1)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(one for chapter in self.chapters for one in chapter.indicators)


class Clause(Record):
    """One numbered rule or duty, verbatim."""

    id: str = ""
    number: Text
    text: Text
    source_note: str = ""


class RuleGroup(Record):
    """One part of annex 1."""

    id: Slug
    number: Text
    title: Text
    rules: tuple[Clause, ...]
    source_note: str = ""


class WorkingGroup(Record):
    """One of the plan's working groups, with its duties and without its people."""

    id: Slug
    number: Text
    title: Text
    duties: tuple[Clause, ...]
    source_note: str = ""


class Requirements(Record):
    """The plan's rules for materials (附件1) and its working groups."""

    source: Text
    sections: tuple[RuleGroup, ...]
    groups_source: Text
    groups: tuple[WorkingGroup, ...]
