"""Chance that is the same everywhere: one seeded stream, drawn only through `random()`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from one seeded stream. Python promises the sequence of `random()` only."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random

    def pick(self, choices: Sequence[T]) -> T:
        return choices[int(self._draw() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._draw() * (high - low + 1))

    def chance(self, share: float) -> bool:
        return self._draw() < share

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """`count` different ones, in the order in which they stand."""
        left = list(range(len(choices)))
        taken = [left.pop(int(self._draw() * len(left))) for _ in range(min(count, len(left)))]
        return [choices[at] for at in sorted(taken)]

    def weighted(self, weights: Sequence[tuple[T, int]]) -> T:
        mark = self._draw() * sum(weight for _, weight in weights)
        for choice, weight in weights:
            mark -= weight
            if mark < 0:
                return choice
        return weights[-1][0]
