"""What is asked, when an answer will do, and what is said where it will not."""

from __future__ import annotations

import builtins
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from disclosure.audit.address import Here
from disclosure.audit.findability.cases import FIRST, Case, Sort, cases, named, spoken
from disclosure.audit.findability.judge import figures, findings, judged, needed
from disclosure.audit.findability.places import Places
from disclosure.audit.findability.proof import Proof, Question, prove, report
from disclosure.audit.findability.runs import plain, runs
from disclosure.audit.findability.wording import sentences
from disclosure.audit.mutators.search import mutators
from disclosure.audit.reasons import SEARCH
from disclosure.audit.verdict import Verdict
from disclosure.cli import main
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.queries import BUREAU, Ask
from disclosure.vocabulary import Kind
from planting import edit, problems_of

DAY = dt.date(2021, 7, 1)
BASE = "https://tiny.example/"


def of(catalogue: Catalogue, sort: Sort) -> list[Case]:
    return [one for one in cases(catalogue, DAY) if one.sort is sort]


# What is asked


def test_every_name_and_number_is_asked_for(catalogue: Catalogue) -> None:
    asked = {(one.sort, one.query) for one in cases(catalogue, DAY)}
    for item in catalogue.items:
        assert (Sort.TITLE, item.title) in asked
        assert not item.number or (Sort.NUMBER, item.number) in asked
        assert not item.index or (Sort.INDEX, item.index) in asked
    entries = [one for slug in catalogue.entries for one in catalogue.entries_of(slug)]
    assert len(entries) > 5
    for entry in entries:
        assert (Sort.TITLE, entry.title) in asked
    numbers = {one.query for one in of(catalogue, Sort.NUMBER)}
    decisions = catalogue.entries_of("decisions")
    assert decisions and {str(getattr(one, "number", "")) for one in decisions} <= numbers


def test_pages_of_one_title_must_come_together(catalogue: Catalogue) -> None:
    first = next(one for one in catalogue.items if one.number)
    twin = first.model_copy(update={"id": "twin", "title": f"《{first.title}》"})
    both = replace(catalogue, items=(*catalogue.items, twin))
    (case,) = [one for one in of(both, Sort.TITLE) if one.query == first.title]
    assert case.together and set(case.targets) == {first.address, twin.address}
    assert needed(case) >= 2


def test_a_sample_is_drawn_the_same_way_each_time(real: Catalogue) -> None:
    some = cases(real, DAY, sample=5, seed=3)
    assert some == cases(real, DAY, sample=5, seed=3)
    assert some != cases(real, DAY, sample=5, seed=4)
    titles = {target for one in some if one.sort is Sort.TITLE for target in one.targets}
    assert 1 <= len(titles) < len(list(named(real, DAY)))
    assert sum(one.sort is Sort.QUERY for one in some) == len(of(real, Sort.QUERY))


def test_indicators_are_asked_for_as_evaluators_speak(real: Catalogue) -> None:
    assert spoken(real.indicators["n054"]) == ("第54项", "54")
    assert spoken(real.indicators["p17"]) == ("第（17）项", "（17）")
    assert spoken(real.indicators["minus-1"]) == ("减分项1",)
    asked = {one.targets[0] for one in of(real, Sort.INDICATOR)}
    assert asked == {one.address for one in real.framework.indicators if one.searched}


def test_each_web_search_indicator_has_three_queries(real: Catalogue) -> None:
    searched = [one.id for one in real.framework.indicators if one.searched]
    assert len(searched) == 39
    assert set(real.queries.indicators) == set(searched)
    for key in searched:
        asked = [query for ask in real.queries.indicators[key] for query in ask.ask]
        assert len(asked) == len(set(asked)) >= 3, key
        assert sum(BUREAU in query for query in asked) >= 1, key
    assert len(real.queries.nothing) >= 5


def test_the_bureau_is_named_run_on_and_left_out() -> None:
    typed = Ask(ask=("{bureau} 权责清单", "五公开")).typed("某局")
    assert list(typed) == ["某局 权责清单", "某局权责清单", "权责清单", "五公开"]


def test_what_a_query_must_find(catalogue: Catalogue) -> None:
    found = {one.query: one for one in of(catalogue, Sort.QUERY)}
    listed = found["审批事项目录"]
    assert listed.targets[0] == "indicators/n001/" and "registers/approvals/" in listed.targets
    assert not [one for one in listed.targets if one.startswith("registers/approvals/x")]
    dated = found["处罚决定 2020"]
    entries = {one.id: one.year for one in catalogue.latest("decisions")}
    for key, year in entries.items():
        assert (f"registers/decisions/{key}/" in dated.targets) == (year == 2020)
    assert "enforcement/after/" in dated.targets and dated.public


def test_what_is_not_published_is_known_to_be_so(catalogue: Catalogue) -> None:
    without = replace(catalogue, entries={}, items=())
    asked = [one for one in of(without, Sort.QUERY) if "审批" in one.query]
    assert asked and not any(one.public for one in asked)


def test_withheld_items_must_not_be_found(catalogue: Catalogue) -> None:
    withheld = catalogue.items[0].model_copy(update={"id": "hidden-1", "title": "没有公开的办法"})
    known = replace(catalogue, unverified=(withheld,))
    asked = {one.query: one for one in of(known, Sort.NOTHING)}
    assert {"没有公开的办法", "hidden-1", "量子纠缠咖啡机"} == set(asked)
    titled, by_id = asked["没有公开的办法"], asked["hidden-1"]
    assert judged(titled, (A, withheld.address), 2).code == "found-wrongly"
    assert judged(titled, (A,), 1).code == ""  # something like it
    assert judged(by_id, (A,), 1).code == "found-wrongly"


# A run of letters


def test_a_run_is_inside_one_title_only() -> None:
    titles = [f"关于印发第{n}号法律援助工作办法的通知" for n in range(100, 160)]
    found = runs(titles, 1)
    assert len(found) == len(titles)
    for title, run in found.items():
        assert 4 <= len(run) <= 8 and [one for one in titles if run in one] == [title]
    assert found == runs(list(reversed(titles)), 1) != runs(titles, 2)
    assert len({len(run) for run in found.values()}) > 2


def test_no_run_where_none_is_unique() -> None:
    assert runs(["行政许可决定书", "行政许可决定书附件"], 1).keys() == {"行政许可决定书附件"}
    assert plain("《Ａbc》（2020）") == "abc2020"


# When an answer will do

A, B, C, D, E = "items/a/", "items/b/", "items/c/", "items/d/", "items/e/"
SHARED = Case(Sort.TITLE, "同名", (A, B), together=True, also=frozenset({C}))


@pytest.mark.parametrize(
    ("case", "found", "code"),
    [
        (Case(Sort.TITLE, "甲", (A,)), (B, C, A), ""),
        (Case(Sort.TITLE, "甲", (A,)), (B, C, D, A), "found-late"),
        (Case(Sort.TITLE, "甲", (A,)), (B, C), "not-found"),
        (Case(Sort.NUMBER, "甲", (A,)), (), "not-found"),
        (Case(Sort.QUERY, "甲", (A, B)), (B,), ""),
        (Case(Sort.QUERY, "甲", (A,), public=False), (B,), "not-public"),
        (Case(Sort.QUERY, "甲", (A,), public=False), (A,), ""),
        (Case(Sort.RUN, "甲乙丙丁", (A,)), (B, C, D, A), "run-missed"),
        (Case(Sort.NOTHING, "无"), (), ""),
        (Case(Sort.NOTHING, "无"), (A,), "found-wrongly"),
        (SHARED, (B, A, D), ""),
        (SHARED, (C, B, A), ""),
        (SHARED, (B, D, A), "shared-title"),
        (SHARED, (B, D), "not-found"),
    ],
)
def test_judging(case: Case, found: tuple[str, ...], code: str) -> None:
    assert judged(case, found, len(found)).code == code


# What is said


@dataclass
class Double:
    """A search of which every answer is known."""

    answers: dict[str, tuple[str, ...]]
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    helps: bool = True

    def ask(self, wanted: Sequence[tuple[str, int]]) -> Iterator[Any]:
        for query, first in wanted:
            found = self.answers.get(query, ())
            yield Said(found[:first], len(found))

    def ask_fully(self, query: str) -> Any:
        found = self.answers.get(query, ())
        return Said(found, len(found))

    def look(self, query: str) -> Any:
        return Looked(self.pages.get(query, self.answers.get(query, ())), self.helps)


@dataclass
class Said:
    first: tuple[str, ...]
    total: int


@dataclass
class Looked:
    addresses: tuple[str, ...]
    helps: bool


@pytest.fixture
def question(catalogue: Catalogue) -> Question:
    return Question.of(catalogue, BASE, DAY)


def right(question: Question) -> Double:
    return Double({one.query: one.targets for one in question.cases})


def codes(proof: Proof) -> set[str]:
    return {one.code for one in proof.findings}


def test_a_search_that_finds_everything_is_clean(question: Question) -> None:
    proof = prove(question, right(question))
    made = report(proof, DAY)
    assert codes(proof) == set() and made.exit_code == 0
    assert all(one["found"] == one["asked"] for one in proof.figures.values())
    assert "结论：都检索得到。" in list(sentences(made))


def test_a_missing_result_says_what_came_first_instead_and_where_it_is_stated(
    question: Question, catalogue: Catalogue
) -> None:
    item = next(one for one in catalogue.items if one.number)
    search = right(question)
    search.answers[item.number] = (catalogue.items[0].address,) * (FIRST + 1)
    proof = prove(question, search)
    (found,) = [one for one in proof.findings if one.code == "not-found"]
    assert found.url == BASE + item.address and found.parents[0].startswith("items.csv:")
    assert item.number in found.evidence and f"《{catalogue.items[0].title}》" in found.evidence
    said = "\n".join(sentences(report(proof, DAY)))
    assert found.evidence in said and "改法：" in said and "有检索不到的" in said
    row = found.as_dict()
    assert row["reason"] == "not-found" and row["fix"] == SEARCH["not-found"].fix


def test_too_few_runs_are_a_fault_of_their_own() -> None:
    asked = [Case(Sort.RUN, f"甲乙丙{n}", (A,)) for n in range(100)]
    two = [judged(one, (A,) if n > 1 else (B,), 1) for n, one in enumerate(asked)]
    three = [judged(one, (A,) if n > 2 else (B,), 1) for n, one in enumerate(asked)]
    here = Here(BASE)
    assert {one.code for one in findings(two, here, {}, {})} == {"run-missed"}
    assert {one.code for one in findings(three, here, {}, {})} == {"run-missed", "runs-missed"}
    assert figures(three)[Sort.RUN.value]["share"] == 0.97


def test_a_page_that_shows_something_else_takes_the_trust_away(question: Question) -> None:
    search = right(question)
    search.pages = {one.query: (E, *one.targets) for one in question.cases}
    made = report(prove(question, search), DAY)
    assert made.reasons["page-differs"] >= 6 and made.exit_code == 3


def test_a_page_must_say_that_nothing_was_found(question: Question) -> None:
    search = replace(right(question), helps=False)
    assert codes(prove(question, search)) == {"no-help"}


def test_every_reason_is_planted_or_judged_here() -> None:
    assert set(SEARCH) - set(mutators("无")) == {"not-public"}  # it depends on the data alone
    for code, reason in SEARCH.items():
        assert reason.verdict in (Verdict.BROKEN, Verdict.SUSPECT), code


# The data, the command


@pytest.mark.parametrize(
    ("old", "new", "code", "row"),
    [
        ("  n001:", "  n999:", "R02", 2),
        ("[approvals, n001.1]", "[approvals, n001.7]", "R02", 4),
        ('"decisions/*"', '"decision/*"', "R02", 6),
        ("year: 2020", "year: 20200", "V05", 7),
        ("finds: [app", "find: [app", "C01", 4),
        ("审批事项目录]", '""]', "V01", 3),
    ],
)
def test_faults_of_queries_are_told_by_line(
    tiny: Path, old: str, new: str, code: str, row: int
) -> None:
    edit("queries.yaml", old, new)(tiny)
    found = [one for one in problems_of(tiny) if one.place.file == "queries.yaml"]
    assert [(one.code.code, one.place.row) for one in found] == [(code, row)]


def test_a_data_folder_may_have_no_queries(tiny: Path) -> None:
    (tiny / "queries.yaml").unlink()
    assert problems_of(tiny) == [] and not load_catalogue(tiny).queries.indicators


def test_without_playwright_it_says_so_and_is_not_to_be_trusted(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = builtins.__import__

    def none(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("playwright"):
            raise ImportError(name)
        return known(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", none)
    asked = ["audit", "findability", "--data", str(tiny), "--site", str(tmp_path)]
    assert main(asked) == 3
    assert "没有安装 playwright" in capsys.readouterr().out
    assert main([*asked[:-1], str(tmp_path / "nowhere")]) == 64


def test_a_place_may_be_every_document_of_a_kind() -> None:
    """Who asks for decisions of a year has found any decision of that year."""
    catalogue = load_catalogue(Path(__file__).parents[2] / "examples" / "demo")
    asked = Ask.model_validate({"ask": ["甲"], "finds": ["items/kinds/decision/*"], "year": 2021})
    found = Places(catalogue).holders(catalogue.indicators["n057"], asked)
    assert found == tuple(
        one.address
        for one in catalogue.items
        if one.kind is Kind.DECISION and 2021 in one.served_years
    )
    assert found
