"""Identity numbers, mobile numbers, bank cards: by their digits, and by the word before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.codes import is_citizen_number
from disclosure.privacy import cards, phones
from disclosure.privacy.digits import Group, Token, alone, groups, runs, spelt
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.labels import Label, governing
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked

_PROVINCE = lazily(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_OLD = lazily(r"[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")


def numbers(text: str) -> Iterator[Finding]:
    """Every identity number, mobile number and bank card of a folded text."""
    for run in runs(text):
        yield from _in_run(text, run)
    for token in spelt(text):
        yield from _whole(text, token)


def _in_run(text: str, run: Sequence[Token]) -> Iterator[Finding]:
    """Whole tokens first; what is left may be a number written in groups."""
    left: list[Token] = []
    for token in run:
        if found := list(_whole(text, token)):
            yield from _grouped(text, left)
            yield from found
            left = []
        else:
            left.append(token)
    yield from _grouped(text, left)


def _whole(text: str, token: Token) -> Iterator[Finding]:
    digits = token.digits
    if _identity(text, token):
        yield _found(Kind.IDENTITY, token, digits)
    elif plain := phones.mobile(text, token):
        yield _found(Kind.MOBILE, token, plain)
    elif alone(text, token) and cards.card(text, token.start, digits):
        yield _found(Kind.CARD, token, digits)


def _grouped(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    """Numbers written in groups; what one has taken the next cannot."""
    at = 0
    while at < len(tokens):
        for last, group in groups(text, tokens, at):
            if found := _group(text, group):
                yield found
                at = last
                break
        at += 1


def _group(text: str, group: Group) -> Finding | None:
    whole = group.whole
    if not alone(text, whole):
        return None
    if len(whole.digits) == 18 and _citizen(whole.digits):
        return _found(Kind.IDENTITY, whole, whole.digits)
    if group.breaks > 1:  # only a check digit speaks for so many pieces
        return None
    if plain := phones.grouped(text, group):
        return _found(Kind.MOBILE, whole, plain)
    if cards.grouped(text, group):
        return _found(Kind.CARD, whole, whole.digits)
    return None


def _identity(text: str, token: Token) -> bool:
    """Eighteen digits by their check digit, fifteen only under their label."""
    if len(token.digits) == 18 and _citizen(token.digits):
        before = text[max(0, token.start - 20) : token.start]
        return governing(text, token.start)[0] is not Label.SERIAL or "信用代码" not in before
    if len(token.digits) != 15 or not _OLD.fullmatch(token.digits):
        return False
    labelled = governing(text, token.start)[0] is Label.IDENTITY
    return labelled and alone(text, token) and bool(_PROVINCE.match(token.digits))


def _citizen(digits: str) -> bool:
    plausible = _PROVINCE.match(digits) and digits[6:8] in ("18", "19", "20")
    return bool(plausible) and is_citizen_number(digits)


def _found(kind: Kind, token: Token, digits: str) -> Finding:
    return Finding(token.start, token.end, kind, masked(kind, digits), digits)
