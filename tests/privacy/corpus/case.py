"""A case: one file, what must be found in it, what may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from privacy.corpus import numbers, people
from privacy.corpus.spelling import ANY, SPELLINGS

# Kinds found once a file, however many cells or revisions bear them.
CONTAINERS = ("metadata", "hidden", "comment", "tracked", "gps")
KINDS = (
    "id", "mobile", "card", "addr", "birth", "contact", "secret",
    "name.applicant", "name.minor", "name.aided", "name.corrected", "name.complainant",
    *CONTAINERS,
)  # fmt: skip


@dataclass(frozen=True)
class Expected:
    """A value that must be found; `written` is how it stands in the file."""

    kind: str
    value: str
    written: str

    @property
    def family(self) -> str:
        """What a scanner can tell apart: it may say 姓名 without saying whose."""
        return self.kind.partition(".")[0]


@dataclass(frozen=True)
class Case:
    name: str
    file: str
    content: bytes
    text: str
    expected: tuple[Expected, ...] = ()
    allowed: tuple[Expected, ...] = ()
    # must: 未能读取 is the right answer; may: it is one of the right answers; never: it is wrong.
    unread: str = "never"
    # At least a finding or a word that it was not read.
    never_silent: bool = False

    @property
    def clean(self) -> bool:
        return not self.expected and self.unread == "never" and not self.never_silent


Maker = Callable[[Random], str]

POSITIVE: dict[str, Maker] = {
    "id": numbers.identity,
    "idx": lambda rng: numbers.identity(rng, ends_in_x=True),
    "idold": numbers.identity_old,
    "mobile": numbers.mobile,
    "card": numbers.card,
    "village": people.village,
    "flat": people.flat,
    "house": people.house,
    "birth": lambda rng: "{0.year}年{0.month}月{0.day}日".format(numbers.birthday(rng)),
    "birthiso": lambda rng: f"{numbers.birthday(rng):%Y-%m-%d}",
    "birthdot": lambda rng: "{0.year}.{0.month}.{0.day}".format(numbers.birthday(rng)),
    "qq": lambda rng: rng.choice("123456789") + numbers.digits(rng, rng.choice((7, 8, 9))),
    "wechat": people.wechat,
    "email": people.email,
    "applicant": people.name,
    "minor": people.name,
    "aided": people.name,
    "corrected": people.name,
    "complainant": people.name,
}
KIND_OF = {
    **dict.fromkeys(("id", "idx", "idold"), "id"),
    **dict.fromkeys(("village", "flat", "house"), "addr"),
    **dict.fromkeys(("birth", "birthiso", "birthdot"), "birth"),
    **dict.fromkeys(("qq", "wechat", "email"), "contact"),
    **{who: f"name.{who}" for who in ("applicant", "minor", "aided", "corrected", "complainant")},
}
NEUTRAL: dict[str, Maker] = {
    "person": people.name,
    "maskedname": people.masked_name,
    "town": people.town,
    "office": people.street,
    "tel": numbers.office_phone,
    "uscc": numbers.uscc,
    "usccfirm": lambda rng: numbers.uscc(rng, "91"),
    "usccsole": lambda rng: numbers.uscc(rng, "92", rng.choice(numbers.REGIONS)),
    "usccfirmlaw": lambda rng: numbers.uscc(rng, "31", "410000"),
    "usccngo": lambda rng: numbers.uscc(rng, "52"),
    "impl": numbers.implementation_code,
    "wrongid": numbers.identity_wrong_check,
    "wrongdate": numbers.identity_wrong_date,
    "wrongregion": numbers.identity_wrong_region,
    "luhn": numbers.serial_luhn,
    "luhn18": lambda rng: numbers.serial_luhn(rng, 18),
    "account": numbers.account_public,
    "account17": lambda rng: numbers.account_public(rng, 17),
    "isbn": numbers.isbn,
    "licence": lambda rng: f"1410920{rng.randint(1, 9)}{rng.randint(10**8, 10**9 - 1)}",
    "badge": numbers.badge,
    "qualification": lambda rng: f"A{rng.randint(2002, 2020)}410902{numbers.digits(rng, 4)}",
    "maskedid": lambda rng: (
        f"{rng.choice(numbers.REGIONS)[:2]}*************{numbers.digits(rng, 3)}"
    ),
    "maskedid2": lambda rng: f"{rng.choice(numbers.REGIONS)}********{numbers.digits(rng, 4)}",
    "maskedmobile": lambda rng: f"{rng.choice(numbers.PREFIXES)}****{numbers.digits(rng, 4)}",
    "maskedmobile2": lambda rng: f"{rng.choice(numbers.PREFIXES)}xxxx{numbers.digits(rng, 4)}",
    "maskedcard": lambda rng: f"6228************{numbers.digits(rng, 3)}",
    **{f"d{count}": lambda rng, n=count: numbers.digits(rng, n) for count in range(1, 33)},
}
_SLOT = re.compile(r"\[\[(may\.)?([a-z0-9]+)(?::([a-z0-9]+))?(?:#(\w+))?\]\]")
_MARK = re.compile(r"\[\[secret=([^\]]+)\]\]")


@dataclass
class Filling:
    """Fills the slots of one template; a slot with a #key has one value wherever it stands."""

    seed: str
    form: str = "txt"
    turn: int = 0
    expected: list[Expected] = field(default_factory=list)
    allowed: list[Expected] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    _kept: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def fill(self, template: str) -> str:
        self.filled.append(_MARK.sub(self._mark, _SLOT.sub(self._slot, template)))
        return self.filled[-1]

    def _mark(self, match: re.Match[str]) -> str:
        self.expected.append(Expected("secret", match[1], match[1]))
        return match[1]

    def _slot(self, match: re.Match[str]) -> str:
        allowed, maker, spelling, key = match.groups()
        self._count += 1
        value = self._kept.get(key) if key else None
        if value is None:
            make = POSITIVE.get(maker) or NEUTRAL[maker]
            value = make(Random(f"{self.seed}/{key or self._count}"))
            if key:
                self._kept[key] = value
        written = SPELLINGS[self._spelling(spelling)](value)
        if maker in POSITIVE:
            found = Expected(KIND_OF.get(maker, maker), value, written)
            into = self.allowed if allowed else self.expected
            if not any((one.kind, one.value) == (found.kind, value) for one in into):
                into.append(found)
        return written

    def _spelling(self, asked: str | None) -> str:
        if asked != "any":
            return asked or ""
        ways = ANY[self.form]
        return ways[(self.turn + self._count) % len(ways)]
