"""A row in the making: what an item is before it has its id, its numbers and its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure.demo.rulings import Ruling
from disclosure.vocabulary import Kind, Level, Validity

BUREAU = "示例市司法局"


@dataclass(eq=False)
class Draft:
    """One item. `topic` is what its text speaks of, `series` the head of its 文号."""

    kind: Kind
    title: str
    topic: str
    issued: dt.date
    published: dt.date | None = None
    effective: dt.date | None = None
    year: int = 0
    """The year the text reports or plans for."""
    level: Level = Level.BUREAU
    issuer: str = BUREAU
    series: str = ""
    department: str = ""
    satisfies: tuple[str, ...] = ()
    basis_of: tuple[str, ...] = ()
    articles: str = ""
    years: tuple[int, ...] = ()
    keywords: tuple[str, ...] = ()
    validity: Validity = Validity.VALID
    successor: Draft | None = None
    url: str = ""
    note: str = ""
    confidence: str = "H"
    has_text: bool = True
    files: list[tuple[str, str]] = field(default_factory=list)
    """Attachments: (ASCII name, Chinese label)."""
    variant: str = ""
    """Which of a kind's forms the text takes, e.g. 公告, 反馈, 许可, 处罚, 决算."""
    ruling: Ruling | None = None
    """Of an enforcement decision: what is decided on whom."""
    until: dt.date | None = None
    """Of a call for opinions: its last day."""
    figures: Mapping[str, int] = field(default_factory=dict)
    """Of a yearly report: what it counts."""
    id: str = ""
    number: str = ""
    index: str = ""

    @property
    def own(self) -> bool:
        return self.level is Level.BUREAU

    @property
    def date(self) -> dt.date:
        """The day on which a reader first saw it."""
        return self.published or self.issued
