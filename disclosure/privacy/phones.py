"""Eleven digits that are a number to call, and not part of a code, an address or an amount."""

from __future__ import annotations

import re

from disclosure.privacy.digits import Group, Token
from disclosure.privacy.labels import Label, adjoins, governing
from disclosure.privacy.lazy import lazily

_MOBILE = lazily(r"1[3-9]\d{9}")
_GROUPS = {(3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (3, 3, 5), (5, 6), (6, 5), (4, 7), (8, 3)}
_GROUPS |= {(1,) * 11}
_COUNTRY = lazily(r"(?:\+|00)?86[)）]?[ -]?$")
_UNIT = lazily(
    r"[ \t]?(?:万|亿|千|元(?!旦)|人次|人民币|件|份|册|平方|公里|米|吨|次|个(?!人)|台|套|户(?![主籍口名])|字|[%％㎡]|,\d{3}|\.\d|[KMG]?B\b)"
)
_WORD_BEFORE = lazily(
    r"(?i)(?:^|[^a-z])(?:tel|telephone|phone|mobile|mob|cell|call|sms|m|t|p|qq|vx|wx|v)$"
)
_ADDRESS = lazily(r"://|www\.|/[A-Za-z_]|[A-Za-z]/")
_CHUNK = lazily(r"[!-~]*$")
_QUERY = lazily(r"(?i)(?:tel|phone|mobile|sms|wa\.me)[:=/+]*$")
_FILE = lazily(r"(?i)\.(?:s?html?|jpe?g|png|gif|pdf|docx?|xlsx?|zip|mp4|json|aspx?|php)")
_DECIMAL = lazily(r"\d[.,]$|[￥¥$]$")


def mobile(text: str, token: Token) -> str:
    """The eleven digits of a whole token, less the country's prefix; else nothing."""
    digits = token.digits
    label = governing(text, token.start)[0]
    if len(digits) == 13 and digits.startswith("86"):
        called = text[max(0, token.start - 1) : token.start] == "+" or label is Label.PHONE
        digits = digits[2:] if called else ""
    elif len(digits) == 15 and digits.startswith("0086"):
        digits = digits[4:]
    elif len(digits) == 12 and digits.startswith("01"):
        digits = digits[1:] if label is Label.PHONE else ""
    return digits if _MOBILE.fullmatch(digits) and _to_call(text, token) else ""


def grouped(text: str, group: Group) -> str:
    """The eleven digits of a group, if it is no row of figures."""
    digits = group.whole.digits
    if len(digits) != 11 or not _MOBILE.fullmatch(digits):
        return ""
    label, far = governing(text, group.whole.start)
    if "." in "".join(group.gaps) and group.sizes != (3, 4, 4):
        return ""
    if label in (Label.PHONE, Label.SOCIAL) and far <= 30:
        return digits
    if label in (Label.SERIAL, Label.AMOUNT) or group.breaks or group.sizes not in _GROUPS:
        return ""
    # Figures stand in rows: the same gap goes on before or behind.
    rowed = group.gaps[0] in (group.before, group.behind)
    country = _COUNTRY.search(text[max(0, group.whole.start - 6) : group.whole.start])
    return digits if "-" in group.gaps[0] or country or not rowed else ""


def _to_call(text: str, token: Token) -> bool:
    before = text[max(0, token.start - 60) : token.start]
    behind = text[token.end : token.end + 12]
    label, far = governing(text, token.start)
    if label is Label.PHONE and far <= 12:
        return True
    last = before[-1:]
    if last.isascii() and last.isalpha() and not _WORD_BEFORE.search(before):
        return False
    if re.match(r"[A-Za-z_]", behind) or _UNIT.match(behind) or _DECIMAL.search(before):
        return False
    if (last == "第" and behind[:1] == "号") or _in_address(before, behind):
        return False
    if label in (Label.SERIAL, Label.AMOUNT, Label.IDENTITY):
        return not adjoins(text, token.start, far)
    return True


def _in_address(before: str, behind: str) -> bool:
    """Whether the digits are part of a web address or the name of a file."""
    if _QUERY.search(before):
        return False
    chunk = _CHUNK.search(before)
    return bool(
        before[-1:] in ("_", "=", "&", "%", "\\")
        or _FILE.match(behind)
        or (chunk and _ADDRESS.search(chunk[0]))
    )
