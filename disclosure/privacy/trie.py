"""Many words as one pattern that fails fast: shared heads are written once.

Python's engine skips ahead by a set of first letters only when every alternative begins with a
plain letter; a list of words with optional heads is tried at every place instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any


def words(text: str) -> list[str]:
    """A list of words written as one text."""
    return text.split()


def pattern(alternatives: Iterable[str]) -> str:
    """An alternation of plain words, the longest first at every fork."""
    tree: dict[str, Any] = {}
    for word in alternatives:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, Any]) -> str:
    options = [
        re.escape(letter) + _branch(child) for letter, child in sorted(node.items()) if letter
    ]
    if not options:
        return ""
    if "" in node:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def windows(
    text: str, anchor: re.Pattern[str], before: int, after: int
) -> Iterator[tuple[int, int]]:
    """Stretches around the anchors, those that touch made one."""
    start = end = -1
    for match in anchor.finditer(text):
        if match.start() - before > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - before)
        end = min(len(text), match.end() + after)
    if end >= 0:
        yield start, end
