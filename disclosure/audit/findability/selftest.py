"""Proof that the proof would have seen it: spoil the search in a copy, look for what was planted."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disclosure.audit.address import Here
from disclosure.audit.finding import Finding
from disclosure.audit.mutators import Copy, Planted
from disclosure.audit.mutators.search import mutators
from disclosure.audit.observe.documents import address_of
from disclosure.audit.selftest import copied

Auditor = Callable[[Path], Iterable[Finding]]
"""Searches a folder and gives everything it found."""

WORD = "qzxvkw jjhhgg"
"""Asked for where the data names nothing that must not be found."""


@dataclass
class SearchTest:
    """What was planted, and what of it was found."""

    planted: list[Planted] = field(default_factory=list)
    missed: list[Planted] = field(default_factory=list)
    alarms: list[Finding] = field(default_factory=list)
    """Findings in the untouched copy that the site itself did not give."""

    def as_dict(self) -> dict[str, Any]:
        return {
            "planted": [one.code for one in self.planted],
            "missed": [{"reason": one.code, "path": one.path} for one in self.missed],
            "false_alarms": [one.as_dict() for one in self.alarms],
        }


def self_test(
    site: Path,
    base_url: str,
    known: Iterable[Finding],
    audit: Auditor,
    word: str = "",
    seed: int = 1,
) -> SearchTest:
    """One fault of each sort, each in a copy of its own. `known`: what the site itself gives."""
    result, here = SearchTest(), Here(base_url)
    own = {_key(one) for one in known}
    chance = random.Random(seed)
    for mutate in (None, *mutators(word or WORD).values()):
        with tempfile.TemporaryDirectory(prefix="self-test-", dir=site.parent) as folder:
            copy = Path(folder) / "site"
            copied(site, copy)
            planted = mutate(Copy(copy, here.path, here.origin, chance)) if mutate else None
            if mutate and not planted:
                continue  # a site may have no two pages of one title
            fresh = [one for one in audit(copy) if _key(one) not in own]
        if planted is None:
            result.alarms = fresh
        else:
            result.planted.append(planted)
            if not any(_is(one, planted, here) for one in fresh):
                result.missed.append(planted)
    return result


def _key(one: Finding) -> tuple[str, ...]:
    return one.code, one.url, one.href, one.evidence


def _is(one: Finding, planted: Planted, here: Here) -> bool:
    about = not planted.path or one.url == here.url(address_of(planted.path))
    return one.code == planted.code and about
