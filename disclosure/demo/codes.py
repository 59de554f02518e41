"""Codes with true check digits and the area 000000, which no place has."""

from __future__ import annotations

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGAN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

AREA = "000000"
BUREAU_ORGAN = "000000000"
"""The bureau's organisation code: eight zeros and their check digit (GB 11714)."""


def organ_code(body: str) -> str:
    """Eight characters and the check digit of GB 11714."""
    total = sum(_ORGAN.index(c) * w for c, w in zip(body, _ORGAN_WEIGHTS, strict=True))
    return body + "0123456789X0"[11 - total % 11]


def credit_code(kind: str, serial: int) -> str:
    """A 统一社会信用代码 (GB 32100-2015): kind 11 is an organ, 31 a law firm."""
    # The letters keep the code from being taken for an identity or a card number.
    body = f"{kind}{AREA}{organ_code(f'MD{serial:06d}')}"
    return body + credit_check(body)


def credit_check(body: str) -> str:
    """The eighteenth character for seventeen."""
    total = sum(_CREDIT.index(c) * w for c, w in zip(body, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT[(31 - total % 31) % 31]
