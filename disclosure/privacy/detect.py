"""text -> findings. Pure: what a text says is all that counts.

Each detector stands behind a gate, a cheap pattern without which it cannot find anything; on a
clean page hardly anything else runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from disclosure.privacy.contacts import accounts, births, mailboxes
from disclosure.privacy.deeds import deeds
from disclosure.privacy.finding import Finding
from disclosure.privacy.fold import fold
from disclosure.privacy.homes import dwellings, homes
from disclosure.privacy.numbers import numbers
from disclosure.privacy.persons import persons
from disclosure.privacy.rosters import rosters
from disclosure.privacy.secrets import marks
from disclosure.privacy.sieve import gate

Detector = Callable[[str], Iterator[Finding]]

_DETECTORS: tuple[tuple[Detector, tuple[str, ...]], ...] = (
    (numbers, ("numbers",)),
    (homes, ("homes",)),
    (dwellings, ("dwellings", "units")),
    (mailboxes, ("mailboxes",)),
    (accounts, ("accounts",)),
    (births, ("births", "units")),
    (marks, ("marks",)),
    (persons, ("persons",)),
    (deeds, ("said", "said_of", "ill", "units")),
    (rosters, ("rosters",)),
)
"""Each detector with its gates, one of which must open."""


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
        for detector, gates in _DETECTORS
        if any(gate(name).search(plain) for name in gates)
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
