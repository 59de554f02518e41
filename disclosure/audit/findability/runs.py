"""A few letters from inside a title that no other title has: what people remember of it."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Collection

SHORTEST, LONGEST = 4, 8


def plain(text: str) -> str:
    """Letters and digits in one width and case: what tells one name from another."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if _tells(char))


def without_punctuation(title: str) -> str:
    """The title as somebody types who does not care for signs."""
    return "".join(char for char in title if _tells(char))


def _tells(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


def runs(titles: Collection[str], seed: int) -> dict[str, str]:
    """For each plain title a run of its letters that is in no other, where there is one.

    Always the same for the same titles and seed. Longer runs are tried where none of the
    drawn length is unique.
    """
    ordered = sorted(titles)
    chances = {title: random.Random(f"{seed}/{title}") for title in ordered}
    drawn = {title: chances[title].randint(SHORTEST, LONGEST) for title in ordered}
    found: dict[str, str] = {}
    for length in range(SHORTEST, LONGEST + 1):
        # One length at a time: all lengths at once would hold millions of short texts.
        borne = Counter(part for title in ordered for part in {*_parts(title, length)})
        for title in ordered:
            if title not in found and drawn[title] <= length < len(title):
                own = [part for part in _parts(title, length) if borne[part] == 1]
                if own:
                    found[title] = chances[title].choice(own)
    return found


def _parts(title: str, length: int) -> list[str]:
    return [title[at : at + length] for at in range(len(title) - length + 1)]
