"""The scanner before a corpus written blind: recall and precision by kind, each miss by name.

Only the command is used. What it reports is matched to what was planted by kind and by the
letters its masked excerpt leaves in sight, so a hit at the wrong place does not count.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from disclosure.cli import main
from privacy.corpus import attached, numbers, written
from privacy.corpus.case import KINDS, Case, Expected
from privacy.corpus.judging import Report, measures
from privacy.corpus.spelling import plain

DEMANDED = 0.99
FOUND, UNREADABLE = 1, 2


@pytest.fixture(scope="module")
def corpus() -> list[Case]:
    return [*written.cases(), *attached.cases()]


@pytest.fixture(scope="module")
def scanned(corpus: list[Case], tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    """The exit code and the JSON of one scan of the whole folder."""
    root = tmp_path_factory.mktemp("corpus")
    for case in corpus:
        (root / "files").mkdir(exist_ok=True)
        (root / "files" / case.file).write_bytes(case.content)
    said = root / "said.json"
    code = main(["privacy", "scan", str(root / "files"), "--json", str(said)])
    return code, said.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reports(corpus: list[Case], scanned: tuple[int, str]) -> list[Report]:
    said = json.loads(scanned[1])
    by_file = {case.file: Report(case) for case in corpus}
    for finding in said["findings"]:
        by_file[_file_of(finding["file"], by_file)].findings.append(finding)
    for entry in said["unread"]:
        where = entry if isinstance(entry, str) else entry["file"]
        by_file[_file_of(where, by_file)].unread = True
    for entry in said.get("remarks", []):
        by_file[_file_of(entry["file"], by_file)].remarks.append(entry["remark"])
    for report in by_file.values():
        report.judge()
    return list(by_file.values())


def _file_of(said: str, known: Iterable[str]) -> str:
    """The case a path speaks of, also when it goes on into an archive."""
    names = re.findall(r"[at]\d+\.[a-z0-9]+", said)
    return next(name for name in names if name in known)


def _fail(head: str, reports: Iterable[Report]) -> None:
    pytest.fail(f"{head}\n" + "\n".join(report.describe() for report in reports), pytrace=False)


def test_the_corpus_is_as_large_and_as_mixed_as_it_says(corpus: list[Case]) -> None:
    texts = [case for case in corpus if case.file.startswith("t")]
    clean = [case for case in texts if case.clean]
    assert len(texts) >= 440 and len(corpus) - len(texts) >= 44
    assert 0.45 <= len(clean) / len(texts) <= 0.55
    kinds = Counter(want.kind for case in corpus for want in case.expected)
    assert set(kinds) == set(KINDS)
    assert max(Counter(case.name.rpartition("/")[0] for case in texts).values()) <= written.REPEATED


def test_the_corpus_is_the_same_every_time(corpus: list[Case]) -> None:
    again = [*written.cases(), *attached.cases()]
    assert [case.content for case in again] == [case.content for case in corpus]


def test_what_is_planted_stands_in_the_file(corpus: list[Case]) -> None:
    for case in corpus:
        assert not re.search(r"\[\[[a-z0-9.]+[\]:#=]", case.text), case.name
        if case.file.startswith("t"):
            assert all(want.written in case.text for want in case.expected), case.name


def test_no_private_number_stands_in_the_sources() -> None:
    """The templates and the code hold slots, never values."""
    for path in Path(written.__file__).parent.rglob("*.[pt][yx]*"):
        if "__pycache__" not in path.parts:
            source = path.read_text(encoding="utf-8")
            assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", source), path
            assert not re.search(r"(?<!\d)[1-8]\d{5}(?:19|20)\d{9}[\dXx](?!\d)", source), path


def _said(kind: str, excerpt: str) -> dict[str, Any]:
    return {"file": "t001.txt", "place": "第 1 行", "kind": kind, "excerpt": excerpt}


def test_the_measure_tells_right_from_wrong() -> None:
    number = numbers.identity(Random("measure"))
    masked = f"{number[:2]}*************{number[-3:]}"
    case = Case("a/b/1", "t001.txt", b"", "", (Expected("id", number, number),))
    right = Report(case, [_said("身份证号", masked), _said("身份证号", masked)])
    elsewhere = Report(case, [_said("身份证号", "99*************000")])
    nothing = Report(case)
    for report in (right, elsewhere, nothing):
        report.judge()
    assert (len(right.met), right.missed, right.wrong) == (1, [], [])
    assert (len(elsewhere.missed), len(elsewhere.wrong)) == (1, 1)
    assert nothing.missed and measures([right, nothing])["id"][:2] == (0.5, 1.0)
    assert measures([right, elsewhere])["id"][1] == 0.5


def test_a_finding_is_whole(reports: list[Report]) -> None:
    for report in reports:
        for said in report.findings:
            assert all(said.get(key) for key in ("file", "place", "kind", "excerpt", "severity")), (
                said
            )


def test_the_report_leaks_nothing(corpus: list[Case], scanned: tuple[int, str]) -> None:
    said = plain(scanned[1])
    leaks = [
        (case.name, want.kind)
        for case in corpus
        for want in case.expected
        if want.family in ("id", "mobile", "card") and want.value in said
    ]
    assert leaks == []


def test_the_exit_code_says_what_was_met(scanned: tuple[int, str]) -> None:
    assert scanned[0] in (FOUND, UNREADABLE)


def test_what_cannot_be_read_is_said(reports: list[Report]) -> None:
    silent = [report for report in reports if report.silence]
    if silent:
        _fail("未能读取的说法不对：", silent)


def test_recall_and_precision(reports: list[Report]) -> None:
    found = measures(reports)
    table = "\n".join(
        f"{kind:18} 召回 {recall:.4f}　准确 {precision:.4f}　共 {count}"
        for kind, (recall, precision, count) in found.items()
    )
    print(table)
    if any(min(recall, precision) < DEMANDED for recall, precision, _ in found.values()):
        _fail(table, (report for report in reports if report.missed or report.wrong))


def test_clean_cases_are_clean_by_form(reports: list[Report]) -> None:
    """A form with many false alarms cannot hide behind the others."""
    wrong: defaultdict[str, list[Report]] = defaultdict(list)
    total: Counter[str] = Counter()
    for report in reports:
        if report.case.clean:
            form = report.case.file.rpartition(".")[2]
            total[form] += 1
            if report.wrong:
                wrong[form].append(report)
    bad = {form: found for form, found in wrong.items() if len(found) > 0.05 * total[form] + 1}
    if bad:
        _fail("误报过多：", (report for found in bad.values() for report in found))
