"""Must these words appear? Compared after normalisation, so that only the words count.

Full and half width, brackets 〔〕［］【】(), white space, quotation marks, commas and case make
no difference. A number is not found within a longer number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_SHA256 = re.compile(r"(?:sha-?256[:=]\s*)?([0-9a-fA-F]{64})", re.IGNORECASE)
_BRACKETS = str.maketrans(dict.fromkeys("〔〕[](){}【】〖〗﹝﹞", "|"))
_OTHER = re.compile(r"[^\w|]|_")
_APART = re.compile(r"[\s;；|、]+")
_SHOWN = 60


class Expectation(NamedTuple):
    """Any one of `any_of` must appear; a SHA-256 must be that of the bytes."""

    any_of: tuple[str, ...] = ()
    sha256: str = ""

    def __bool__(self) -> bool:
        return bool(self.any_of or self.sha256)


NOTHING = Expectation()


def expectation(text: str) -> Expectation:
    """From one cell: a SHA-256, or words that must appear."""
    text = text.strip()
    if match := _SHA256.fullmatch(text):
        return Expectation((), match[1].lower())
    return Expectation((text,)) if normal(text) else Expectation()


@lru_cache(maxsize=64)
def normal(text: str) -> str:
    """What of a text counts; those who judge ask for the same one several times."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_BRACKETS)
    return _OTHER.sub("", plain)


def appears(expected: str, text: str) -> bool:
    """Whether the phrase, or each of its words, stands in a text that is already `normal`."""
    if _stands(normal(expected), text):
        return True
    words = [word for word in map(normal, _APART.split(expected)) if word]
    return len(words) > 1 and all(_stands(word, text) for word in words)


def missing(wanted: Expectation, text: str) -> str:
    """What is missing in words; empty when an expected phrase is there."""
    if not wanted.any_of or any(_plainly(one, text) for one in wanted.any_of):
        return ""
    plain = normal(text)
    if any(appears(one, plain) for one in wanted.any_of):
        return ""
    shown = "”或“".join(one if len(one) <= _SHOWN else one[:_SHOWN] + "…" for one in wanted.any_of)
    return f"没有“{shown}”"


def _plainly(word: str, text: str) -> bool:
    """As written, which is mostly so and quickly seen; at its ends no digit can join in."""
    return not (word[0].isdigit() or word[-1].isdigit()) and word in text


def _stands(word: str, text: str) -> bool:
    if not word.strip("|"):
        return False
    if not (word[0].isdigit() or word[-1].isdigit()):
        return word in text
    before = r"(?<!\d)" if word[0].isdigit() else ""
    after = r"(?!\d)" if word[-1].isdigit() else ""
    return re.search(before + re.escape(word) + after, text) is not None
