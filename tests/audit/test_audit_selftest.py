"""Every reason has a mutator; every planted fault is found; the untouched copy yields none."""

from __future__ import annotations

import ast
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest_audit import BASE

from disclosure.audit import mutators, selftest
from disclosure.audit.address import Here
from disclosure.audit.finding import Finding
from disclosure.audit.judge import findings
from disclosure.audit.mutators import MUTATORS, TRANSCRIPT_MUTATORS, Copy
from disclosure.audit.observe.documents import address_of
from disclosure.audit.observe.tree import Tree
from disclosure.audit.reasons import OWN, REASONS
from disclosure.audit.run import read_site
from disclosure.audit.target import Targets
from disclosure.audit.verdict import Verdict

Site = tuple[Path, Targets]


def audited(folder: Path, wanted: Targets) -> tuple[Tree, list[Finding]]:
    tree = read_site(folder, BASE, wanted)
    return tree, list(findings(tree, wanted))


def test_the_small_site_is_clean(site: Site) -> None:
    _, found = audited(*site)
    assert [one for one in found if one.code] == []


def test_every_reason_has_a_mutator() -> None:
    assert set(MUTATORS) | set(TRANSCRIPT_MUTATORS) == set(OWN)
    for reason in REASONS.values():
        assert reason.verdict is not Verdict.OK
        assert reason.title and reason.meaning.endswith("。") and reason.fix.endswith("。")


CASES = [(code, mutate) for code, several in MUTATORS.items() for mutate in several]


@pytest.mark.parametrize(
    ("code", "mutate"), CASES, ids=[f"{code}-{number}" for number, (code, _) in enumerate(CASES)]
)
def test_each_planted_fault_is_found(site: Site, code: str, mutate: mutators.Mutator) -> None:
    root, wanted = site
    here = Here(BASE)
    copy = Copy(root, here.path, here.origin, random.Random(7))
    planted = mutate(copy)
    assert planted is not None and planted.code == code
    _, found = audited(root, wanted)
    hits = [one for one in found if one.code == code]
    assert hits, f"{planted} not found"
    assert selftest._missed([planted], found, here) == []
    assert all(one.verdict is REASONS[code].verdict for one in hits)
    if planted.href:
        assert here.url(address_of(planted.path)) in hits[0].parents


@pytest.mark.parametrize("seed", range(5))
def test_the_self_test_finds_all_and_raises_no_alarm(site: Site, seed: int) -> None:
    root, wanted = site
    result = selftest.self_test(root, lambda folder: audited(folder, wanted), seed)
    assert result.missed == [] and result.alarms == []
    assert result.unplanted == []
    assert all(count >= 3 for count in result.planted.values())
    assert [path.name for path in root.parent.iterdir()] == ["small"]  # the copies are gone
    assert [one for one in audited(root, wanted)[1] if one.code] == []  # the site is untouched


def test_the_self_test_fails_an_audit_that_is_blind(site: Site) -> None:
    root, wanted = site

    def blind(folder: Path) -> tuple[Tree, list[Finding]]:
        tree, found = audited(folder, wanted)
        return tree, [one for one in found if one.code != "dead-fragment"]

    result = selftest.self_test(root, blind)
    assert {fault.code for fault in result.missed} == {"dead-fragment"} and not result.passed


def test_the_self_test_fails_an_audit_that_cries_wolf(site: Site) -> None:
    root, wanted = site

    def nervous(folder: Path) -> tuple[Tree, list[Finding]]:
        tree, found = audited(folder, wanted)
        return tree, [replace(one, url=one.url + folder.parent.name) for one in found]

    assert selftest.self_test(root, nervous).alarms


def test_mutators_import_nothing_from_the_audit() -> None:
    for path in Path(mutators.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                own = name.startswith("disclosure.audit.mutators")
                assert own or name.split(".")[0] in sys.stdlib_module_names, name


def test_every_reason_can_be_told(site: Site) -> None:
    """A reason that no code uses would be a promise; one that is used and undeclared an error."""
    package = Path(selftest.__file__).parent
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in package.rglob("*.py")
        if path.parent.name != "mutators" and path.name != "verdict.py"
    )
    for code in REASONS:
        assert f'"{code}"' in sources, code
