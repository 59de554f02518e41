"""Every code of a rule has a planted fault and a lawful case, and speaks plain Chinese."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from disclosure.load import load_catalogue
from disclosure.problem import CODES, Severity
from disclosure.problem_codes import RULE_CODES
from disclosure.problem_codes.base import Code
from disclosure.vocabulary import Confidence
from rules import (
    test_citations,
    test_decisions,
    test_documents,
    test_lifecycles,
    test_registers,
    test_release,
    test_reports,
    test_statements,
    test_wording,
)
from rules.workshop import ROOT

MODULES = (
    test_citations,
    test_decisions, test_documents, test_lifecycles, test_registers, test_reports,
    test_statements, test_wording,
)  # fmt: skip
RULES = {code: one for code, one in RULE_CODES.items() if code[0] != "P"}
"""P is the scanner's (tests/privacy)."""
ELSEWHERE = {"T09"}
"""Planted by spoiling the table of clocks (test_decisions)."""


def test_every_code_has_its_two_tests() -> None:
    named = [(code, case.found[0]) for one in MODULES for code, case in one.CASES if case.found]
    assert [pair for pair in named if pair[0] != pair[1]] == []
    faults = Counter(code for one in MODULES for code, case in one.CASES if case.found)
    lawful = Counter(code for one in MODULES for code, case in one.CASES if not case.found)
    release = Counter(code for code, _, more in test_release.CASES if more)
    for code in set(RULES) - ELSEWHERE:
        if code.startswith("L"):
            assert release[code], code
        else:
            assert faults[code] and (lawful[code] or code == "A05"), code
    assert not (set(faults) | set(lawful)) - set(RULES)


@pytest.mark.parametrize("code", RULES.values(), ids=lambda code: code.code)
def test_every_code_speaks_plain_chinese_and_cites_its_norm(code: Code) -> None:
    assert CODES[code.code] is code
    for words in (code.title, code.meaning, code.fix, code.norm):
        assert words and any("\u4e00" <= letter <= "\u9fff" or letter.isdigit() for letter in words)
    assert code.fix.endswith("。") and code.meaning.endswith("。")
    assert code.since is None or code.until is None or code.since < code.until


def test_limits_are_data() -> None:
    """Every clock named by a rule stands in the table; an uncertain one alone is no error."""
    clocks = load_catalogue(ROOT / "data").clocks
    rows = {one.id: [c for c in clocks if c.id == one.id] for one in clocks}
    for code in RULES.values():
        for clock_id in code.clocks:
            assert clock_id in rows, (code.code, clock_id)
            sure = any(one.confidence is Confidence.HIGH for one in rows[clock_id])
            assert sure or code.severity is not Severity.ERROR, code.code


def test_the_modules_hold_no_limit_of_their_own() -> None:
    """No rule compares with a number of days, letters or years that a norm sets."""
    limits = {"7", "15", "20", "30", "500", "1000", "1500", "2000"}
    for path in sorted((ROOT / "disclosure" / "rules").glob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            words = line.split("#")[0].split()
            for at, word in enumerate(words):
                after = words[at - 1] if at else ""
                assert not (word.rstrip(":,)") in limits and after in ("<", ">", "<=", ">=")), (
                    path.name, number,
                )  # fmt: skip


def test_a_day_outside_the_period_is_not_judged() -> None:
    code = RULE_CODES["Q09"]
    assert code.since is not None
    assert code.governs(code.since) and not code.governs(code.since - dt.timedelta(days=1))
    assert "2020-01-01" in code.period
