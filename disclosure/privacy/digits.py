"""Stretches of digits, whole or in groups, as numbers are written: 138-1234-5678, broken lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.privacy.lazy import lazily

_RUN = lazily(
    r"\d(?:(?:[ \t]{1,3}|[ \t]?[.·_-][ \t]?|[ \t]*\n{1,2}[ \t]*)?\d){10,}(?:[ \t]{0,3}[Xx](?![A-Za-z0-9]))?"
)
_TOKEN = lazily(r"\d+(?:[Xx](?![A-Za-z0-9]))?|[Xx]")
_HAN = "零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_SPELT = lazily(rf"[{_HAN}](?:[ -]?[{_HAN}]){{10,19}}[Xx]?")
_FIGURES = str.maketrans(_HAN, "0001234567891123456789")
_MAX_DIGITS = 19


class Token(NamedTuple):
    """Digits (a final X of an identity number too) and where they stand."""

    digits: str
    start: int
    end: int


class Group(NamedTuple):
    """Neighbouring tokens read as one number."""

    whole: Token
    sizes: tuple[int, ...]
    gaps: tuple[str, ...]
    before: str
    """What parts it from the digits before it, if there are any in the run."""
    behind: str

    @property
    def breaks(self) -> int:
        """At how many ends of lines it goes on."""
        return sum("\n" in gap for gap in self.gaps)


def runs(text: str) -> Iterator[list[Token]]:
    """Eleven and more digits with at most a separator between them."""
    for run in _RUN.finditer(text):
        yield [Token(m[0].upper(), m.start(), m.end()) for m in _TOKEN.finditer(text, *run.span())]


def spelt(text: str) -> Iterator[Token]:
    """Digits written as Chinese numerals."""
    for match in _SPELT.finditer(text):
        digits = re.sub(r"[ -]", "", match[0]).upper().translate(_FIGURES)
        yield Token(digits, match.start(), match.end())


def groups(text: str, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Group]]:
    """Every group that begins with this token and its last token."""
    total = tokens[at].digits
    gaps: list[str] = []
    for last in range(at + 1, len(tokens)):
        gaps.append(text[tokens[last - 1].end : tokens[last].start])
        total += tokens[last].digits
        if len(total) > _MAX_DIGITS:
            return
        if len({gap.strip(" \t") for gap in gaps if "\n" not in gap}) > 1:
            return
        sizes = tuple(len(one.digits) for one in tokens[at : last + 1])
        before = text[tokens[at - 1].end : tokens[at].start] if at else ""
        more = last + 1 < len(tokens)
        behind = text[tokens[last].end : tokens[last + 1].start] if more else ""
        whole = Token(total, tokens[at].start, tokens[last].end)
        yield last, Group(whole, sizes, tuple(gaps), before, behind)


def alone(text: str, token: Token) -> bool:
    """Whether no ASCII letter adjoins, as in a longer code."""
    sides = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    return not any(side.isascii() and (side.isalnum() or side == "_") for side in sides)
