"""Parties of enforcement decisions: firms that do not exist, and persons whose names are masked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from disclosure.demo.codes import credit_code
from disclosure.demo.dice import Dice
from disclosure.demo.subjects import FIRMS, PLACES, person
from disclosure.registers.enforcement_words import PartyKind

_NAMES = 130
"""How many names `person` can give."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WHERE = ("", *PLACES)
_POOL = len(FIRMS) * _NAMES * len(_WHERE)


@dataclass(frozen=True)
class Party:
    """行政相对人 as the public sees it: no number of an identity paper, no natural person's name."""

    name: str
    kind: PartyKind
    code: str = ""
    head: str = ""

    @property
    def firm(self) -> str:
        """Its trade: 律师事务所, 公证处 …; empty for a person."""
        return next((one for one in FIRMS if self.name.endswith(one)), "")


@cache
def organisation(number: int) -> Party:
    """One of the firms; the same number is always the same firm with the same code."""
    rest, trade = divmod(number % _POOL, len(FIRMS))
    where, name = divmod(rest, _NAMES)
    called = f"{_WHERE[where]}{person(name)}" if not where else _WHERE[where] + person(name)[2:]
    head = person((number * 7 + 3) % _NAMES)
    code = credit_code("31", number % _POOL + 1)
    return Party(f"{called}{FIRMS[trade]}", PartyKind.ORGANISATION, code, head)


def some_organisation(dice: Dice) -> Party:
    """A firm; the first few have most to do with the bureau."""
    most = 39 if dice.chance(0.3) else _POOL - 1
    return organisation(dice.between(0, most))


def some_person(dice: Dice) -> Party:
    """A natural person of whom only the first character stands."""
    return Party(f"{dice.pick(_STEMS)}某某", PartyKind.PERSON)


def some_trader(dice: Dice) -> Party:
    """A sole trader."""
    number = dice.between(0, _NAMES - 1)
    code = credit_code("92", 800_000 + number)
    head = person((number * 3 + 1) % _NAMES)
    return Party(f"{person(number)}法律咨询服务部", PartyKind.SOLE_TRADER, code, head)
