"""The proof on the demo bureau: everything is found by whoever searches for it, in Chromium."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.serving import ROOT, build
from disclosure.audit.findability.cases import FIRST, Case, Sort
from disclosure.audit.findability.proof import Proof, Question, prove, report
from disclosure.audit.findability.selftest import self_test
from disclosure.audit.findability.wording import sentences
from disclosure.audit.finding import Finding
from disclosure.audit.mutators.search import mutators
from disclosure.audit.observe.browser import Chromium, NoSearch, Searcher
from disclosure.audit.reasons import SEARCH
from disclosure.cli import main
from disclosure.load import load_catalogue

ITEMS = 300
TODAY = "2026-06-30"
BASE = "https://demo.disclosure.example/"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("findability") / "data"
    assert main(["demo", str(folder), "--items", str(ITEMS), "--data", str(ROOT / "data")]) == 0
    return folder


@pytest.fixture(scope="module")
def site(data: Path) -> Path:
    return build(data, TODAY, data.with_name("site"))


@pytest.fixture(scope="module")
def question(data: Path) -> Question:
    return Question.of(load_catalogue(data), BASE, dt.date.fromisoformat(TODAY))


@pytest.fixture(scope="module")
def searcher(site: Path, browser: Browser) -> Iterator[Searcher]:
    with Chromium(browser).at(site) as one:
        yield one


@pytest.fixture(scope="module")
def proof(question: Question, searcher: Searcher) -> Proof:
    return prove(question, searcher)


def test_everything_is_found(proof: Proof) -> None:
    said = "\n".join(sentences(report(proof, dt.date.fromisoformat(TODAY))))
    figures = proof.figures
    for sort in set(Sort) - {Sort.RUN}:
        assert figures[sort.value]["found"] == figures[sort.value]["asked"], said
    assert figures[Sort.RUN.value]["share"] >= 0.98, said
    assert {one.code for one in proof.findings} <= {"run-missed"}, said


def test_it_asked_for_all_there_is(proof: Proof) -> None:
    """A proof that asked for little would be easy to pass."""
    figures = {sort: proof.figures[sort.value]["asked"] for sort in Sort}
    assert figures[Sort.TITLE] >= 2 * ITEMS and figures[Sort.NUMBER] >= ITEMS
    assert figures[Sort.INDEX] >= ITEMS // 2 and figures[Sort.PLAIN] >= ITEMS // 2
    assert figures[Sort.RUN] >= 0.8 * figures[Sort.TITLE]
    assert figures[Sort.INDICATOR] == 77  # 38 indicators as 第N项 and N, and 减分项1
    assert figures[Sort.QUERY] >= 39 * 3 * 2 and figures[Sort.NOTHING] >= 8
    assert proof.looked >= 2 * len(Sort)


def test_the_fast_way_and_the_page_agree(proof: Proof, searcher: Searcher) -> None:
    """Twenty queries besides those that the proof itself looked at."""
    sample = [one for one in proof.outcomes if one.case.sort is not Sort.RUN][::100][:20]
    assert len(sample) == 20
    for one in sample:
        fast = searcher.ask_fully(one.case.query).first
        assert searcher.look(one.case.query).addresses[:FIRST] == fast[:FIRST], one.case.query


def test_what_finds_nothing_says_so(proof: Proof, searcher: Searcher) -> None:
    nothing = [one.case for one in proof.outcomes if one.case.sort is Sort.NOTHING]
    assert any(case.hidden for case in nothing)  # in the demo nothing is like these
    assert len(nothing) >= 8
    for case in nothing:
        shown = searcher.look(case.query)
        assert shown.addresses == () and shown.helps, case.query


def test_every_planted_fault_is_found(
    site: Path, question: Question, proof: Proof, browser: Browser
) -> None:
    chromium = Chromium(browser)
    some = {Sort.TITLE, Sort.RUN, Sort.NOTHING}  # each fault shows in one of these
    fewer = replace(question, cases=tuple(one for one in question.cases if one.sort in some))

    def search(folder: Path) -> list[Finding]:
        try:
            with chromium.at(folder) as one:
                return list(prove(fewer, one, looks=1).findings)
        except NoSearch as error:
            return [Finding("no-search", f"{BASE}search/", evidence=str(error))]

    result = self_test(site, BASE, proof.findings, search, "量子纠缠咖啡机")
    assert result.missed == [] and result.alarms == []
    assert {one.code for one in result.planted} == set(mutators("")) == set(SEARCH) - {"not-public"}


def test_what_is_not_public_is_told_apart(question: Question, searcher: Searcher) -> None:
    unpublished = Case(Sort.QUERY, "没有公开的东西", ("indicators/n001/",), public=False)
    asked = Question((unpublished,), question.here, question.titles, question.origins, 0)
    (found,) = prove(asked, searcher).findings
    assert found.code == "not-public"


def test_the_command(site: Path, data: Path, tmp_path: Path) -> None:
    """In a process of its own: this one's Playwright is in use."""
    answer = tmp_path / "proof.json"
    given = ["--site", str(site), "--data", str(data), "--today", TODAY]
    given += ["--sample", "20", "--json", str(answer)]
    done = subprocess.run(
        [sys.executable, "-m", "disclosure.cli", "audit", "findability", *given],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    row: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    assert row["audit"] == "findability" and row["exit"] == done.returncode in (0, 2), done.stdout
    assert row["findability"][Sort.QUERY.value]["asked"] > 200
    assert "抽查了 20 个" in done.stdout and "结论：" in done.stdout
