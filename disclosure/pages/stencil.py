"""The mould: one page rendered by the theme with marked slots, cut once, poured often.

The theme's templates cost milliseconds a page; a record page differs from its siblings only
in five places. So the theme renders one page a group with a mark in each place, `cut` splits
it at the marks, and `pour` joins the pieces around the values. A value is never read again
for marks, so nothing in data can open a slot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from disclosure.pages.shown import shown

SLOTS = ("title", "description", "canonical", "head", "body")
_MARK = re.compile(r"(?:<h1>)?stencil-slot-(\w+)-5d41c8(?:</h1>)?")


class Titled(Protocol):
    """A page as far as a mould knows it."""

    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def kind(self) -> str: ...


Group = tuple[str, str, int]
"""Kind, section and depth: pages of one group share a mould."""


class Misfit(Exception):
    """The rendered page cannot serve as a mould; the message says what is missing."""


def mark(slot: str) -> str:
    """What stands in the mould where `slot` will be; letters and digits, so never escaped.

    The body's mark is a heading, because the theme adds one to a body that has none.
    """
    text = f"stencil-slot-{slot}-5d41c8"
    return f"<h1>{text}</h1>" if slot == "body" else text


@dataclass(frozen=True)
class Stencil:
    """A rendered page cut at its marks: text, slot, text, slot, …, text."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Stencil:
        """Split a page that was rendered with `mark(slot)` for each slot."""
        pieces = tuple(_MARK.split(html))
        found = Counter(pieces[1::2])
        if missing := [slot for slot in SLOTS if not found[slot]]:
            raise Misfit(f"模板没有用到 {'、'.join(missing)}")
        if found["body"] != 1:
            raise Misfit(f"正文在模板里出现了 {found['body']} 次")
        if unknown := set(found) - set(SLOTS):
            raise Misfit(f"模板里有不认识的位置 {'、'.join(sorted(unknown))}")
        return cls(pieces)

    def pour(self, values: Mapping[str, str]) -> bytes:
        """The page in UTF-8, every slot filled by HTML that is already safe."""
        encoded = {slot: value.encode() for slot, value in values.items()}
        pieces = list(self._encoded)
        pieces[1::2] = [encoded[slot] for slot in self.pieces[1::2]]
        return b"".join(pieces)

    @cached_property
    def _encoded(self) -> tuple[bytes, ...]:
        """Nine tenths of a page are the mould: encoded once, not once a page."""
        return tuple(piece.encode() for piece in self.pieces)


def values(page: Titled, canonical: str, head: str, body: str) -> dict[str, str]:
    """What goes into the slots of a page; data is escaped here, head and body are HTML already."""
    return {
        "title": shown(page.title),
        "description": shown(page.description),
        "canonical": canonical,
        "head": head,
        "body": body,
    }


def group(page: Titled) -> Group:
    """Depth because hrefs are relative, section because the chrome marks the current one."""
    return page.kind, page.address.partition("/")[0], page.address.count("/")
