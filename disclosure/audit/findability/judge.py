"""Answers -> findings and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from disclosure.audit.address import Here
from disclosure.audit.findability.cases import FIRST, SHARES, Case, Sort
from disclosure.audit.finding import Finding

_NAMED = 3
"""Results that a finding names."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what it found."""

    case: Case
    found: tuple[str, ...]
    """Addresses, best first: as many as the case needs, or all of them where it failed."""
    total: int
    code: str = ""
    """The reason why it failed; empty where it did not."""


def needed(case: Case) -> int:
    """How many results must be known to judge a case."""
    return max(FIRST, len(case.targets) + len(case.also)) if case.together else FIRST


def judged(case: Case, found: tuple[str, ...], total: int) -> Outcome:
    """The outcome; `found` are the first results, or all of them."""
    return Outcome(case, found, total, _code(case, found, total))


def _code(case: Case, found: tuple[str, ...], total: int) -> str:
    if case.sort is Sort.NOTHING:
        wrong = case.hidden in found if case.hidden else total
        return "found-wrongly" if wrong else ""
    if case.together:
        own = [one for one in found if one not in case.also][: len(case.targets)]
        if {*own} == {*case.targets}:
            return ""
        return "shared-title" if {*case.targets} <= {*found} else "not-found"
    if any(one in case.targets for one in found[:FIRST]):
        return ""
    if case.sort is Sort.RUN:
        return "run-missed"
    if any(one in case.targets for one in found):
        return "found-late"
    return "not-found" if case.public else "not-public"


def figures(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Any]]:
    """Of each sort: asked, found, the share, and what it must be."""
    counts = {sort: [0, 0] for sort in Sort}
    for one in outcomes:
        counts[one.case.sort][0] += 1
        counts[one.case.sort][1] += not one.code
    return {
        sort.value: {
            "asked": asked,
            "found": found,
            "share": round(found / asked, 4) if asked else 1.0,
            "required": SHARES[sort],
        }
        for sort, (asked, found) in counts.items()
    }


def findings(
    outcomes: Iterable[Outcome], here: Here, titles: Mapping[str, str], origins: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each failure, and one where too few runs were found."""
    runs = missed = 0
    for one in outcomes:
        runs += one.case.sort is Sort.RUN
        missed += one.code == "run-missed"
        if one.code:
            yield _finding(one, here, titles, origins)
    if runs and (runs - missed) / runs < SHARES[Sort.RUN]:
        told = f"{runs} 个里找到 {runs - missed} 个，占 {(runs - missed) / runs:.1%}"
        yield Finding("runs-missed", here.url("search/"), evidence=told)


def _finding(
    one: Outcome, here: Here, titles: Mapping[str, str], origins: Mapping[str, str]
) -> Finding:
    """About the page that should have been found; about the search where none should."""
    case = one.case
    lost = [target for target in case.targets if target not in one.found]
    about = next(iter(lost or case.targets), "search/")
    return Finding(
        one.code,
        here.url(about),
        f"search/?q={quote(case.query)}",
        f"检索“{case.query}”（{case.sort.value}）{_wanted(case, titles)}；{_instead(one, titles)}",
        tuple(filter(None, (origins.get(about, ""),))),
    )


def _wanted(case: Case, titles: Mapping[str, str]) -> str:
    if not case.targets:
        return f"不应找到没有公开的 {case.hidden}" if case.hidden else "不应有结果"
    several = f"等 {len(case.targets)} 个页面" if len(case.targets) > 1 else ""
    first = named(case.targets[0], titles)
    if case.together:
        return f"最前面应恰好是同名的{first}{several}"
    return f"前 {FIRST} 条里应有{first}{f'{several}之一' if several else ''}"


def _instead(one: Outcome, titles: Mapping[str, str]) -> str:
    if not one.total:
        return "什么也没有找到"
    shown = "、".join(named(address, titles) for address in one.found[:_NAMED])
    places = [at for at, address in enumerate(one.found, 1) if address in one.case.targets]
    rank = f"，要找的排在第 {places[0]} 条" if places and places[0] > FIRST else ""
    return f"找到 {one.total} 条，最前面的是{shown}{rank}"


def named(address: str, titles: Mapping[str, str]) -> str:
    """A page as people are told of it."""
    title = titles.get(address, "")
    return f"《{title}》（{address}）" if title else f"“{address or '首页'}”"
