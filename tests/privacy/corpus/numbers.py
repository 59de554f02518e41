"""Numbers made from a seed: none of them stands in the repository as plain bytes.

What must look true carries its true check digit (GB 11643, GB 32100, Luhn, ISBN); what must
only look alike carries a wrong one, an impossible date or another length.
"""

from __future__ import annotations

import datetime as dt
from random import Random

REGIONS = (
    "410902", "410922", "410923", "410926", "410927", "410928", "410105", "410527", "371726", "130428",
    "320106", "110108", "440306", "500112", "610113", "650102", "230103", "330106", "420111", "511302",
)  # fmt: skip
_THIRD = {
    "3": "012356789",
    "4": "7",
    "5": "01235689",
    "6": "6",
    "7": "35678",
    "8": "012356789",
    "9": "1389",
}
PREFIXES = tuple(f"1{second}{third}" for second, thirds in _THIRD.items() for third in thirds)
# (issuer prefix, length): the debit and credit cards a county meets.
CARDS = (
    ("622848", 19),
    ("621700", 19),
    ("622202", 19),
    ("621661", 19),
    ("622188", 19),
    ("621799", 19),
    ("622991", 19),
    ("622262", 17),
    ("625958", 16),
    ("622155", 16),
    ("436742", 16),
)
USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def id_check(body: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def luhn_check(body: str) -> str:
    doubled = (int(d) * 2 for d in body[-1::-2])
    total = sum(d - 9 if d > 9 else d for d in doubled) + sum(int(d) for d in body[-2::-2])
    return str(-total % 10)


def other_digit(rng: Random, right: str) -> str:
    return rng.choice([digit for digit in "0123456789" if digit != right])


def birthday(rng: Random, first: int = 1945, last: int = 2015) -> dt.date:
    start = dt.date(first, 1, 1)
    return start + dt.timedelta(days=rng.randrange((dt.date(last, 12, 31) - start).days))


def identity(rng: Random, born: dt.date | None = None, ends_in_x: bool = False) -> str:
    while True:
        day = born or birthday(rng)
        body = f"{rng.choice(REGIONS)}{day:%Y%m%d}{digits(rng, 3)}"
        if not ends_in_x or id_check(body) == "X":
            return body + id_check(body)


def identity_old(rng: Random) -> str:
    """The 15-digit form of before 1999."""
    return f"{rng.choice(REGIONS)}{birthday(rng, 1931, 1985):%y%m%d}{digits(rng, 3)}"


def identity_wrong_check(rng: Random) -> str:
    right = identity(rng)
    return right[:17] + other_digit(rng, right[17])


def identity_wrong_date(rng: Random) -> str:
    """Right check digit, but the thirteenth month or later: a serial, not a person."""
    body = f"{rng.choice(REGIONS)}{rng.randint(1960, 1999)}{rng.randint(13, 99)}{digits(rng, 5)}"
    return body + id_check(body)


def identity_wrong_region(rng: Random) -> str:
    """Right check digit, but no province begins with 9 or 0."""
    body = f"{rng.choice('09')}{digits(rng, 5)}{birthday(rng):%Y%m%d}{digits(rng, 3)}"
    return body + id_check(body)


def mobile(rng: Random) -> str:
    return rng.choice(PREFIXES) + digits(rng, 8)


def card(rng: Random) -> str:
    prefix, length = rng.choice(CARDS)
    body = prefix + digits(rng, length - len(prefix) - 1)
    return body + luhn_check(body)


def serial_luhn(rng: Random, length: int = 16) -> str:
    """A serial that happens to satisfy Luhn and begins as no issuer's card does."""
    body = rng.choice("0178") + rng.choice("0123456789") + digits(rng, length - 3)
    return body + luhn_check(body)


def account_public(rng: Random, length: int = 19) -> str:
    """The account of a treasury: digits near 账号 that fail Luhn."""
    body = rng.choice(("16", "17", "41", "25")) + digits(rng, length - 3)
    return body + other_digit(rng, luhn_check(body))


def uscc(rng: Random, kind: str = "11", region: str = "410900") -> str:
    body = kind + region + "".join(rng.choice(USCC) for _ in range(9))
    total = sum(USCC.index(sign) * pow(3, at, 31) for at, sign in enumerate(body))
    return body + USCC[-total % 31]


def isbn(rng: Random) -> str:
    body = "9787" + digits(rng, 8)
    total = sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(body))
    return f"{body[:3]}-{body[3]}-{body[4:7]}-{body[7:]}-{-total % 10}"


def implementation_code(rng: Random) -> str:
    """31 digits: organ, basic code of twelve, version; mobiles may seem to stand inside."""
    return f"1141090000{digits(rng, 3)}1{rng.choice(PREFIXES)}{digits(rng, 14)}"


def office_phone(rng: Random) -> str:
    return f"0393-{rng.choice('4568')}{digits(rng, 6)}"


def badge(rng: Random) -> str:
    """An enforcement officer's: in one of its forms it looks like a mobile number."""
    return rng.choice((f"16090{digits(rng, 6)}", f"豫J{digits(rng, 6)}", f"豫J-0{digits(rng, 4)}"))
