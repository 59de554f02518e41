"""Ids, document numbers and index numbers, given in order of date as an office gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from disclosure.demo.codes import BUREAU_ORGAN
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft

_SPECIAL = (1, 11)
"""Numbers that every year has where it can: 1号 and 11号 are easily taken for each other."""


def register(drafts: Sequence[Draft], dice: Dice) -> None:
    """Give every draft its id, its 文号 where its series has one, and its 索引号."""
    ordered = sorted(drafts, key=lambda one: (one.issued, one.kind.slug, one.title))
    _ids(ordered)
    for (series, year), group in _grouped(ordered):
        for draft, number in zip(group, _numbers(len(group), dice), strict=True):
            draft.number = f"{series}〔{year}〕{number}号" if year else f"{series}第{number}号"
    _announcements(ordered, dice)
    _index(ordered)


def _ids(ordered: Iterable[Draft]) -> None:
    last: dict[str, int] = defaultdict(int)
    for draft in ordered:
        stem = f"{draft.kind.slug}-{draft.issued.year}"
        last[stem] += 1
        draft.id = f"{stem}-{last[stem]:03d}"


def _grouped(ordered: Iterable[Draft]) -> Iterable[tuple[tuple[str, int], list[Draft]]]:
    groups: dict[tuple[str, int], list[Draft]] = defaultdict(list)
    for draft in ordered:
        if draft.series:
            # Orders (令) are numbered through, without a year.
            year = 0 if draft.series.endswith("令") else draft.issued.year
            groups[draft.series, year].append(draft)
    return groups.items()


def _numbers(count: int, dice: Dice) -> list[int]:
    """Rising numbers with gaps: not every document of a series is made public."""
    if count < len(_SPECIAL):
        return list(_SPECIAL[:count])
    pool = [n for n in range(2, int(count * 1.4) + 12) if n not in _SPECIAL]
    return sorted([*_SPECIAL, *dice.some(pool, count - len(_SPECIAL))])


def _announcements(ordered: Iterable[Draft], dice: Dice) -> None:
    """Announcements carry their number in the title: 第1号, 第11号."""
    groups: dict[int, list[Draft]] = defaultdict(list)
    for draft in ordered:
        if draft.variant == "公告":
            groups[draft.issued.year].append(draft)
    for year, group in groups.items():
        for draft, number in zip(group, _numbers(len(group), dice), strict=True):
            draft.title = f"{BUREAU}公告（{year}年第{number}号）"


def _index(ordered: Iterable[Draft]) -> None:
    """索引号: organisation code, year of publication, serial of five digits."""
    last: dict[int, int] = defaultdict(int)
    for draft in sorted(
        (one for one in ordered if one.own and one.published), key=lambda one: (one.date, one.id)
    ):
        last[draft.date.year] += 1
        draft.index = f"{BUREAU_ORGAN}/{draft.date.year}-{last[draft.date.year]:05d}"
