"""What a reader takes out of a file: passages, tables, properties, and what it could not read.

A place is what people look for: 第 3 行, 第 2 页, 工作表“名单”（隐藏）!B5, 批注, 属性“作者”.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Passage:
    """Running text; `at` names the place of a character of it."""

    text: str
    at: Callable[[int], str]


@dataclass(frozen=True)
class Table:
    """Rows of cells by column number; `at` names the place of row index and column."""

    rows: Sequence[Mapping[int, str]]
    at: Callable[[int, int], str]
    title: str = ""
    """The words above it: caption, sheet name, preceding line."""


@dataclass(frozen=True)
class Property:
    """A statement a file makes about itself; a `person` field should hold no person's name."""

    name: str
    value: str
    person: bool = False


@dataclass
class Content:
    """Everything in one file, hidden parts too."""

    passages: list[Passage] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    inner: list[tuple[str, bytes]] = field(default_factory=list)
    """Files inside this one."""
    located: list[str] = field(default_factory=list)
    """Places that carry coordinates."""
    unread: list[str] = field(default_factory=list)
    """What could not be read, as sentences."""
    remarks: list[str] = field(default_factory=list)
    """What a person should know, though it is no finding (批注, 隐藏的工作表)."""

    def add(self, text: str, place: str) -> None:
        """One piece of text at one place."""
        if text.strip():
            self.passages.append(Passage(text, lambda _: place))

    def add_lines(self, text: str, form: str = "第 {} 行") -> None:
        """A text whose places are its lines."""
        if text.strip():
            self.passages.append(Passage(text, lambda at: form.format(text.count("\n", 0, at) + 1)))


class Unreadable(Exception):
    """The file cannot be read; the message says why, in Chinese."""
