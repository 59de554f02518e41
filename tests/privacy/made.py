"""Numbers for tests, made here so that none stands in the repository; all are invented."""

from __future__ import annotations

from disclosure.privacy.cards import luhn

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(body: str = "41090019900101" + "123") -> str:
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def card(body: str = "6222" + "0217" + "1200" + "0012" + "34") -> str:
    return next(body + str(n) for n in range(10) if luhn(body + str(n)))


MOBILE = "138" + "1234" + "5678"
ID = identity()
ID_X = next(i for i in (identity(f"41090019900101{n}") for n in range(100, 200)) if i.endswith("X"))
OLD_ID = "410900" + "900101" + "123"
CARD = card()
CARD16 = card("6228" + "4800" + "1234" + "567")
