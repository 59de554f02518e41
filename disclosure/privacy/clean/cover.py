"""Cover what was found in a text, leaving every other letter where it is."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.mask import NameStyle, masked

UNCOVERABLE = frozenset({Kind.SECRET, Kind.HEALTH, Kind.PROPERTY, Kind.GPS})
"""A mark of secrecy is for people to decide on; covering the name settles an illness."""


def covered(text: str, found: Iterable[Finding], style: NameStyle) -> str:
    """The text with its findings masked, from the last to the first."""
    for one in sorted(found, key=lambda f: f.start, reverse=True):
        if one.kind not in UNCOVERABLE:
            text = text[: one.start] + masked(one.kind, one.value, style) + text[one.end :]
    return text


def cover(text: str, style: NameStyle) -> str:
    """The text with everything found in it masked."""
    return covered(text, detect(text), style)
