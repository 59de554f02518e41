"""The proof from beginning to end: ask everything fast, ask again what failed, look at some.

The fast way knows titles, numbers and keywords; what fails there is asked again with the full
text, because that is what the page shows in the end. A sample is then opened page by page.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import quote

from disclosure.atlas import atlas
from disclosure.audit.address import Here
from disclosure.audit.findability.cases import FIRST, Case, Sort, cases, named
from disclosure.audit.findability.judge import Outcome, figures, findings, judged, needed
from disclosure.audit.finding import Finding
from disclosure.audit.report import Report, in_order
from disclosure.model import Catalogue

LOOKS = 3
"""Cases of each sort that are opened in the page as well."""


class _Answer(Protocol):
    @property
    def first(self) -> tuple[str, ...]: ...
    @property
    def total(self) -> int: ...


class _Shown(Protocol):
    @property
    def addresses(self) -> tuple[str, ...]: ...
    @property
    def helps(self) -> bool: ...


class Searches(Protocol):
    """What types and reads: `observe.browser.Searcher`, or a double of it."""

    def ask(self, wanted: Sequence[tuple[str, int]]) -> Iterator[_Answer]: ...
    def ask_fully(self, query: str) -> _Answer: ...
    def look(self, query: str) -> _Shown: ...


@dataclass(frozen=True)
class Question:
    """What is to be proved, made ready once."""

    cases: tuple[Case, ...]
    here: Here
    titles: Mapping[str, str]
    origins: Mapping[str, str]
    records: int
    """Items and entries that the site has."""
    sampled: int = 0
    """How many of them were drawn; 0 is all."""

    @classmethod
    def of(
        cls, catalogue: Catalogue, base_url: str, today: dt.date, sample: int = 0, seed: int = 1
    ) -> Question:
        everything = tuple(named(catalogue, today))
        titles = {one.address: one.title for one in atlas(catalogue)}
        titles |= {one.address: one.titles[-1] for one in everything}
        return cls(
            cases(catalogue, today, sample=sample, seed=seed),
            Here(base_url),
            titles,
            {address: f"{file}:{row}" for address, (file, row) in catalogue.origins.items()},
            len(everything),
            sample if sample < len(everything) else 0,
        )


@dataclass
class Proof:
    """What was asked and found."""

    question: Question
    outcomes: list[Outcome] = field(default_factory=list)
    looked: int = 0
    further: list[Finding] = field(default_factory=list)
    """What looking at the result page showed."""

    @property
    def findings(self) -> Iterator[Finding]:
        question = self.question
        yield from findings(self.outcomes, question.here, question.titles, question.origins)
        yield from self.further

    @property
    def figures(self) -> dict[str, dict[str, Any]]:
        return figures(self.outcomes)


def prove(question: Question, searcher: Searches, seed: int = 1, looks: int = LOOKS) -> Proof:
    """Ask every case, then look at a few with a person's eyes."""
    proof = Proof(question)
    wanted = [(one.query, needed(one)) for one in question.cases]
    for case, answer in zip(question.cases, searcher.ask(wanted), strict=True):
        proof.outcomes.append(judged(case, answer.first, answer.total))
    for at, outcome in enumerate(proof.outcomes):
        # Nonsense that titles and numbers do not know must not be in the full text either.
        if outcome.code or outcome.case.sort is Sort.NOTHING:
            answer = searcher.ask_fully(outcome.case.query)
            proof.outcomes[at] = judged(outcome.case, answer.first, answer.total)
    sample = list(_sample(proof.outcomes, seed, looks))
    # First all that one page answers, then a page each: going to and fro costs a loading each way.
    fully = [searcher.ask_fully(one.case.query) for one in sample]
    for outcome, answer in zip(sample, fully, strict=True):
        proof.further += _look(outcome, answer, searcher, question.here)
    proof.looked = len(sample)
    return proof


def _sample(outcomes: Sequence[Outcome], seed: int, looks: int) -> Iterator[Outcome]:
    chance = random.Random(seed)
    for sort in Sort:
        of_sort = [one for one in outcomes if one.case.sort is sort]
        # Of a single result no page can mistake the order.
        of_sort = [one for one in of_sort if one.total > 1] or of_sort
        yield from chance.sample(of_sort, min(looks, len(of_sort)))


def _look(outcome: Outcome, fully: _Answer, searcher: Searches, here: Here) -> Iterator[Finding]:
    query = outcome.case.query
    shown = searcher.look(query)
    href, url = f"search/?q={quote(query)}", here.url("search/")
    wanted, page = fully.first[:FIRST], shown.addresses[:FIRST]
    # The full text may add to the results and move them, but not change what was concluded.
    if page != wanted or judged(outcome.case, fully.first, fully.total).code != outcome.code:
        told = f"检索“{query}”，检索程序给出 {_listed(wanted)}，网页列出 {_listed(page)}"
        yield Finding("page-differs", url, href, told)
    if not shown.addresses and not shown.helps:
        yield Finding("no-help", url, href, f"检索“{query}”没有结果，页面上没有说明")


def _listed(addresses: Sequence[str]) -> str:
    return "、".join(addresses) or "空"


def report(proof: Proof, today: dt.date) -> Report:
    """The proof as a report like any other; its rows are what failed."""
    question = proof.question
    return Report(
        sort="findability",
        base_url=question.here.url(""),
        today=today,
        pages=question.records,
        links=len(question.cases),
        findings=in_order(proof.findings),
        notes=tuple(_notes(proof)),
        extra={"findability": proof.figures},
    )


def unusable(question: Question, why: str, today: dt.date) -> Report:
    """The report of a site whose search does not work at all."""
    url = question.here.url("search/")
    found = (Finding("no-search", url, "search/", why),)
    return Report("findability", question.here.url(""), today, question.records, 0, found)


def _notes(proof: Proof) -> Iterator[str]:
    question = proof.question
    if question.sampled:
        yield f"公开事项和清单条目 {question.records} 个，抽查了 {question.sampled} 个。"
    yield f"另在检索页上逐个打开看了 {proof.looked} 个词。"
