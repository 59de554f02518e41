"""`disclosure audit fetch` on the hostile corpus that was written without sight of the code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hostile_blind.case import BLOCKED, BROKEN, OK, SUSPECT, Case
from hostile_blind.certificates import Authority
from hostile_blind.corpus import as_csv, build
from hostile_blind.world import World

from disclosure.audit.reasons import REASONS
from disclosure.cli import main

PATIENT = ("--timeout", "5", "--retries", "1")
"""The slowest good page takes two seconds; what never answers need not be awaited for long."""
WORST = (BROKEN, BLOCKED, SUSPECT, "unchecked", OK)
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Audited:
    """One run of the command on the whole corpus."""

    cases: tuple[Case, ...]
    rows: tuple[Row, ...]
    world: World
    code: int


def audit(listing: Path, folder: Path, *options: str) -> tuple[int, tuple[Row, ...]]:
    report = folder / "result.json"
    given = ["--list", str(listing), "--json", str(report), "--report", str(folder / "report")]
    code = main(["audit", "fetch", *given, "--rate", "0", *options])
    return code, tuple(json.loads(report.read_text(encoding="utf-8"))["results"])


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    folder = tmp_path_factory.mktemp("hostile")
    authority = Authority(folder)
    world = World()
    cases = tuple(case for group in build(world, authority).values() for case in group)
    listing = folder / "list.csv"
    listing.write_text(as_csv(cases), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, world:
        patch.chdir(folder)
        code, rows = audit(listing, folder, "--ca", str(authority.ca), *PATIENT)
    yield Audited(cases, rows, world, code)


def rows_of(case: Case, rows: Sequence[Row]) -> list[Row]:
    """The rows about the address as it was listed, or without the space around it."""
    names = {case.url, case.url.strip()}
    return [row for row in rows if row["url"] in names or row.get("href") in names]


def verdict_of(case: Case, rows: Sequence[Row]) -> str:
    found = [str(row["verdict"]) for row in rows_of(case, rows)]
    return min(found, key=WORST.index) if found else "没有列出"


def test_the_corpus_is_what_it_claims(audited: Audited) -> None:
    good = [case for case in audited.cases if case.good]
    assert len(audited.cases) >= 60
    assert 0.35 <= len(good) / len(audited.cases) <= 0.65
    assert {case.verdict for case in audited.cases} == {OK, BROKEN, BLOCKED, SUSPECT}
    assert len({case.url for case in audited.cases}) == len(audited.cases)


def test_every_verdict_is_the_truth(audited: Audited) -> None:
    misses = []
    for case in audited.cases:
        said = verdict_of(case, audited.rows)
        if said not in case.accepted:
            wanted = "/".join(case.accepted)
            misses.append(f"{case.name}（{case.cause}）：应为 {wanted}，却是 {said}")
            for row in rows_of(case, audited.rows):
                misses.append(f"    {row.get('reason')} {str(row.get('evidence'))[:200]}")
    right = len(audited.cases) - sum(not one.startswith(" ") for one in misses)
    assert not misses, f"{right}/{len(audited.cases)} 正确\n" + "\n".join(misses)


def test_every_fault_has_a_declared_reason_and_its_fix(audited: Audited) -> None:
    for row in audited.rows:
        if row["verdict"] != OK:
            assert row["reason"] in REASONS, row
            assert row["fix"], row
            assert row["evidence"], row


def test_every_listed_address_is_in_the_report(audited: Audited) -> None:
    absent = [case.url for case in audited.cases if not rows_of(case, audited.rows)]
    assert not absent
    assert audited.code in (1, 3)


def test_one_honest_name_and_no_flood(audited: Audited) -> None:
    agents = {request.headers.get("user-agent", "") for _, request in audited.world.asked}
    assert len(agents) == 1, agents
    (agent,) = agents
    assert "disclosure" in agent.lower()
    assert "Chrome/" not in agent and "Firefox/" not in agent
    most = max(audited.world.counts.items(), key=lambda one: one[1])
    # Robots, retries and the second round included, no address is asked without end.
    assert most[1] <= 16, most


def test_a_guard_is_asked_seldom_and_never_answered(audited: Audited) -> None:
    for _, request in audited.world.asked:
        assert "acw_sc__v2" not in request.headers.get("cookie", "")
        assert "__jsl_clearance" not in request.headers.get("cookie", "")
        assert request.method in ("GET", "HEAD")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-8"])
@pytest.mark.parametrize("form", ["csv", "txt"])
def test_lists_as_people_save_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, encoding: str
) -> None:
    """A spreadsheet saves GB18030 or a BOM, CRLF, and columns of its own."""
    monkeypatch.chdir(tmp_path)
    world = World()
    cases = build(world, Authority(tmp_path))["锚点"]
    chosen = [case for case in cases if case.name.startswith("fragment-chinese")]
    if form == "csv":
        lines = [
            "序号,url,expect",
            *(f'{n},"{c.url}",工作方案' for n, c in enumerate(chosen)),
            ",,",
        ]
    else:
        lines = ["", *(case.url for case in chosen), "", ""]
    listing = tmp_path / f"list.{form}"
    listing.write_bytes("\r\n".join(lines).encode(encoding))
    with world:
        _, rows = audit(listing, tmp_path)
    assert [verdict_of(case, rows) in case.accepted for case in chosen] == [True] * len(chosen)
    assert len({row["url"] for row in rows}) == len(chosen)
