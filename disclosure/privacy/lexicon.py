"""How common words are, so that a name can be told from the words that may stand in its place.

`words.txt`: letters, or words of two letters, by the negative logarithm of their frequency in
tenths (from the dictionary of jieba, MIT licence, copyright 2013 Sun Junyi; words tagged as
names of persons left out).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

UNKNOWN = 12.5
"""What a letter costs that the list does not know."""


@cache
def costs() -> dict[str, float]:
    """Letters and words of two letters with their costs."""
    known: dict[str, float] = {}
    for line in files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        length, tenths, letters = line.split(" ")
        step, cost = int(length), int(tenths) / 10
        for at in range(0, len(letters), step):
            known[letters[at : at + step]] = cost
    return known


def reading(text: str, start: int, end: int) -> float:
    """The cost of the likeliest division of a stretch into words; the last may reach beyond it."""
    known = costs()
    best = [0.0] + [float("inf")] * (end - start + 1)
    for at in range(start, end):
        sofar = best[at - start]
        single = sofar + known.get(text[at], UNKNOWN)
        if single < best[at - start + 1]:
            best[at - start + 1] = single
        cost = known.get(text[at : at + 2])
        if cost is not None and sofar + cost < best[at - start + 2]:
            best[at - start + 2] = sofar + cost
    return min(best[-2:])
