"""Proof that the audit would have seen the fault: plant faults in a copy, look for each.

Several rounds; in each a fresh copy gets one fault of every mutator, at seeded random places.
The untouched copy must give exactly what the site itself gave.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disclosure.audit.address import Here
from disclosure.audit.compare import compare
from disclosure.audit.finding import Finding
from disclosure.audit.mutators import MUTATORS, TRANSCRIPT_MUTATORS, Copy, Planted
from disclosure.audit.observe.documents import address_of
from disclosure.audit.observe.second_opinion import Opinion, parse_rows
from disclosure.audit.observe.tree import Tree
from disclosure.audit.reasons import OWN

ROUNDS = 3

Auditor = Callable[[Path], tuple[Tree, list[Finding]]]
"""Reads a folder and gives everything it found."""


@dataclass
class SelfTest:
    """What was planted, and what of it was found."""

    planted: Counter[str] = field(default_factory=Counter)
    missed: list[Planted] = field(default_factory=list)
    alarms: list[Finding] = field(default_factory=list)
    """Findings in the untouched copy that the site itself did not give."""

    @property
    def unplanted(self) -> list[str]:
        """Reasons for which the site has no place."""
        return [code for code in OWN if not self.planted[code]]

    @property
    def passed(self) -> bool:
        return not self.missed and not self.alarms

    def as_dict(self) -> dict[str, Any]:
        return {
            "planted": sum(self.planted.values()),
            "found": sum(self.planted.values()) - len(self.missed),
            "kinds": {code: self.planted[code] for code in OWN},
            "missed": [{"reason": p.code, "path": p.path, "href": p.href} for p in self.missed],
            "false_alarms": [one.as_dict() for one in self.alarms],
        }


def self_test(site: Path, audit: Auditor, seed: int = 1) -> SelfTest:
    """Plant and look. `audit` is told nothing about what was planted."""
    result = SelfTest()
    tree, found = audit(site)
    own = {(one.code, one.url, one.href) for one in found}
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="self-test-", dir=site.parent) as folder:
            copy = Path(folder) / "site"
            copied(site, copy)
            if number == 0:
                found = audit(copy)[1]
                result.alarms = [o for o in found if (o.code, o.url, o.href) not in own]
            planted = _plant(copy, tree.base_url, random.Random(f"{seed}/{number}"))
            found = audit(copy)[1]
        result.planted.update(one.code for one in planted)
        result.missed += _missed(planted, found, Here(tree.base_url))
        _transcripts(tree, random.Random(f"{seed}/{number}/said"), result)
    return result


def copied(site: Path, target: Path) -> None:
    """A copy by hard links where the file system has them: mutators never write in place."""

    def link(source: str, destination: str) -> None:
        try:
            os.link(source, destination)
        except OSError:
            shutil.copyfile(source, destination)

    shutil.copytree(site, target, copy_function=link)


def _plant(copy: Path, base_url: str, chance: random.Random) -> list[Planted]:
    """One fault of every mutator; places are shared out in random order."""
    here = Here(base_url)
    place = Copy(copy, here.path, here.origin, chance)
    mutators = [one for several in MUTATORS.values() for one in several]
    chance.shuffle(mutators)
    planted = []
    for mutate in mutators:
        try:
            one = mutate(place)
        except LookupError:
            one = None  # a small site has no unspoilt page left
        if one is not None:
            planted.append(one)
    return planted


def _missed(planted: Iterable[Planted], found: Iterable[Finding], here: Here) -> list[Planted]:
    """What was planted and not found: right reason, right place, right href."""
    links: set[tuple[str, str, str]] = set()
    places: set[tuple[str, str]] = set()
    for one in found:
        places.add((one.code, one.url.partition("#")[0]))
        if one.code:
            links.update((one.code, one.href, parent) for parent in one.parents)
    missed = []
    for fault in planted:
        url = here.url(address_of(fault.path))
        seen = (fault.code, fault.href, url) in links if fault.href else (fault.code, url) in places
        if not seen:
            missed.append(fault)
    return missed


def _transcripts(tree: Tree, chance: random.Random, result: SelfTest) -> None:
    """The same for LinkChecker's transcript: one answer turned round, one left out."""
    here = Here(tree.base_url)
    asked = tuple(sorted(address for address in tree.pages if address != "404.html"))
    transcript = _transcript(here, asked)
    if number := len(list(_compared(tree, asked, transcript))):
        raise AssertionError(f"{number} findings in an untouched transcript")
    for code, mutate in TRANSCRIPT_MUTATORS.items():
        changed, url = mutate(transcript, chance)
        found = {(one.code, one.url) for one in _compared(tree, asked, changed)}
        result.planted[code] += 1
        if (code, url) not in found:
            result.missed.append(Planted(code, url))


def _compared(tree: Tree, asked: tuple[str, ...], transcript: bytes) -> Iterable[Finding]:
    rows, finished = parse_rows(transcript.decode())
    return compare(tree, Opinion(tree.base_url, asked, rows, finished))


def _transcript(here: Here, asked: tuple[str, ...]) -> bytes:
    """What LinkChecker prints when all is well."""
    rows = (f"{here.url(one)};;;200 OK;;;True;{here.url(one)};;0;1;0;0;0;" for one in asked)
    return "\n".join(("# created by LinkChecker", *rows, "# Stopped checking at -", "")).encode()
