"""text -> findings. Pure: what a text says is all that counts.

Each detector stands behind a gate, a cheap pattern without which it cannot find anything; on a
clean page hardly anything else runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from disclosure.privacy.contacts import accounts, births, mailboxes
from disclosure.privacy.deeds import deeds
from disclosure.privacy.finding import Finding
from disclosure.privacy.fold import fold
from disclosure.privacy.homes import homes
from disclosure.privacy.numbers import numbers
from disclosure.privacy.persons import persons
from disclosure.privacy.secrets import marks

Detector = Callable[[str], Iterator[Finding]]

_DETECTORS: tuple[tuple[re.Pattern[str] | None, Detector], ...] = (
    (None, numbers),
    (re.compile("[住址]|户籍|户口|家在"), homes),
    (re.compile("@"), mailboxes),
    (re.compile("[Qq]{2}|扣扣|企鹅|微 ?信|薇信|[VvＶ] ?[Xx信]|[Ww][Xx]|echat|eixin"), accounts),
    (re.compile("出生|生于|生日|[日月] ?生|[）)]生"), births),
    (re.compile("[绝机秘] {0,6}密"), marks),
    (re.compile("[人者象员户生儿童子女妇孩犯工群众告姓你您]"), persons),
    (re.compile("[援矫映诉报告岁病症炎瘤癌残瘫孕毒患公求申受罪犯户儿]|HIV"), deeds),
)


def detect(text: str, label: str = "") -> tuple[Finding, ...]:
    """Every finding of a text, in order. `label` is the header or the field it stands under."""
    folded = fold(text)
    plain = folded.text
    shift = 0
    if label:
        head = fold(label).text.strip().rstrip(":：") + "："
        plain, shift = head + plain, len(head)
    found = {
        replace(
            one, start=folded.origin(one.start - shift), end=folded.origin(one.end - shift - 1) + 1
        )
        for gate, detector in _DETECTORS
        if gate is None or gate.search(plain)
        for one in detector(plain)
        if one.start >= shift
    }
    return _outermost(found)


def _outermost(found: set[Finding]) -> tuple[Finding, ...]:
    """One finding a kind and place: of two that overlap the longer stays."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not any(one.kind is other.kind and one.start < other.end for other in kept[-12:]):
            kept.append(one)
    return tuple(kept)
