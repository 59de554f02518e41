"""The report: its shape, its exit codes, its readers."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest_audit import BASE, page, write

from disclosure.audit import run
from disclosure.audit.finding import Finding
from disclosure.audit.junit import junit
from disclosure.audit.last import read_last, report_path
from disclosure.audit.mutators import Planted
from disclosure.audit.observe.second_opinion import Opinion
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import Report, in_order
from disclosure.audit.run import Trust, audit_site
from disclosure.audit.selftest import SelfTest
from disclosure.audit.target import Targets
from disclosure.audit.verdict import Verdict
from disclosure.audit.wording import sentences

TODAY = dt.date(2021, 7, 1)
COMPLETE = {
    "searched": {"indicators": 39, "public": 3},
    "materials": {"due": 100, "public": 7},
}


@pytest.fixture
def audit(
    site: tuple[Path, Targets],
) -> Callable[[], Report]:
    """Audits the small site against its own targets."""
    return lambda: audit_site(*site, BASE, COMPLETE, TODAY)


def as_json(report: Report) -> Any:
    return json.loads("".join(report.json()))


def test_a_clean_site_lists_every_target(
    audit: Callable[[], Report], site: tuple[Path, Targets]
) -> None:
    report = audit()
    data = as_json(report)
    assert report.exit_code == 0 and data["exit"] == 0 and data["trusted"] is True
    assert data["counts"]["broken"] == 0 and data["complete"] == COMPLETE
    assert data["reachable"]["targets"] == data["reachable"]["ok"] == len(site[1].all)
    rows = {row["url"]: row for row in data["results"]}
    assert {BASE + one.address for one in site[1].all} <= set(rows)
    item = rows[BASE + "items/item-03/"]
    assert item["href"] == "../item-03/" and item["verdict"] == "ok"  # the shortest of its ways
    assert item["parents"] == [
        BASE,
        BASE + "items/item-03/",
        BASE + "items/moved-3/",
        "items.csv:5",
    ]
    assert "title" not in item


def test_both_verdicts_stand_side_by_side(audit: Callable[[], Report]) -> None:
    said = list(sentences(audit()))
    assert said[-1] == "结论：通过。"
    assert any(line.startswith("可达：") and "通 112" in line for line in said)
    assert any("39 项，已公开 3 项" in line and "已公开 7 份" in line for line in said)


def spoil_page(root: Path) -> None:
    (root / "items/item-04/index.html").unlink()


def spoil_attachment(root: Path) -> None:
    path = root / "files/item-01/paper.pdf"
    path.write_bytes(path.read_bytes()[:40])


def spoil_robots(root: Path) -> None:
    (root / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")


def spoil_heading(root: Path) -> None:
    path = root / "items/item-05/index.html"
    path.write_bytes(path.read_bytes().replace(b'id="one"', b'id="first"'))


def spoil_canonical(root: Path) -> None:
    path = root / "items/item-05/index.html"
    path.write_bytes(path.read_bytes().replace(b'href="https://small', b'href="https://large'))


@pytest.mark.parametrize(
    ("spoil", "code", "reason", "verdict"),
    [
        (spoil_page, 1, "missing-page", Verdict.BROKEN),
        (spoil_attachment, 1, "damaged-file", Verdict.BROKEN),
        (spoil_heading, 1, "dead-fragment", Verdict.BROKEN),
        (spoil_robots, 3, "robots-denial", Verdict.SUSPECT),
        (spoil_canonical, 2, "canonical", Verdict.SUSPECT),
    ],
)
def test_what_an_auditor_would_try(
    audit: Callable[[], Report],
    site: tuple[Path, Targets],
    spoil: Callable[[Path], None],
    code: int,
    reason: str,
    verdict: Verdict,
) -> None:
    spoil(site[0])
    report = audit()
    assert report.exit_code == code and report.reasons[reason] == 1
    (one,) = [one for one in report.findings if one.code == reason]
    assert one.verdict is verdict
    row = one.as_dict()
    assert row["title"] == REASONS[reason].title and row["fix"]
    said = "\n".join(sentences(report))
    assert REASONS[reason].title in said and REASONS[reason].fix in said
    assert one.verdict.label in ("断", "待人工")


def test_junit(audit: Callable[[], Report], site: tuple[Path, Targets]) -> None:
    spoil_page(site[0])
    suite = ElementTree.fromstring("".join(junit(audit())))
    cases = suite.findall("testcase")
    assert suite.get("tests") == str(len(cases)) and len(cases) >= len(site[1].all)
    failures = [case.find("failure") for case in cases if case.find("failure") is not None]
    assert suite.get("failures") == str(len(failures)) and failures
    assert next(iter(junit(audit()))).startswith("<?xml")


def report_of(*findings: Finding, **more: Any) -> Report:
    return Report("site", BASE, TODAY, 1, 1, in_order(findings), **more)


def test_exit_codes_put_distrust_first() -> None:
    dead, doubtful = Finding("dead-link", BASE + "a"), Finding("canonical", BASE + "b")
    denied = Finding("robots-denial", BASE + "robots.txt")
    assert report_of(Finding("", BASE), Finding("external", "https://x.example/")).exit_code == 0
    assert report_of(doubtful).exit_code == 2
    assert report_of(doubtful, dead).exit_code == 1
    assert report_of(doubtful, dead, denied).exit_code == 3
    assert report_of(Finding("", BASE), doubts=("x",)).exit_code == 3
    assert report_of(Finding("not-observed", BASE)).exit_code == 3


def test_a_target_without_a_row_is_distrust() -> None:
    assert run._unseen((BASE, BASE + "a/"), (Finding("", BASE),)) != ()
    assert run._unseen((BASE,), (Finding("", BASE),)) == ()


def test_an_unfinished_second_opinion_and_a_missed_fault_are_distrust(
    site: tuple[Path, Targets],
) -> None:
    tree = run.read_site(site[0], BASE, site[1])
    trust = Trust()
    run.take_opinion(tree, Opinion(BASE, ("",), (), False, 0, "no such module"), trust)
    assert "no such module" in trust.doubts[0] and not trust.findings
    trust = Trust()
    missed = SelfTest()
    missed.planted["dead-link"] = 1
    missed.missed.append(Planted("dead-link", "a/index.html", "b"))
    run.take_self_test(missed, trust)
    assert "链接打不开" in trust.doubts[0] and trust.extra["self_test"]["found"] == 0


def test_verdicts_in_chinese() -> None:
    assert [one.label for one in Verdict] == ["通", "断", "待人工", "待人工", "未检"]


def test_the_last_audit_is_read_back(
    audit: Callable[[], Report],
    site: tuple[Path, Targets],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil_attachment(site[0])
    path = tmp_path / "tree.json"
    path.write_text("".join(audit().json()), encoding="utf-8")
    last = read_last(path)
    assert last is not None and last.date == TODAY and last.trusted
    assert last.check("items/item-01/") == (last.date, Verdict.OK)
    assert last.check("files/item-01/paper.pdf") == (last.date, Verdict.BROKEN)
    assert last.check("") == (last.date, Verdict.OK) and last.check("items/unknown/") is None
    assert read_last(tmp_path / "none.json") is None
    path.write_text("{}", encoding="utf-8")
    assert read_last(path) is None
    monkeypatch.delenv("DISCLOSURE_AUDIT", raising=False)
    assert report_path() == Path("audit-report/site/tree.json")
    monkeypatch.setenv("DISCLOSURE_AUDIT", os.fspath(path))
    assert report_path() == path


def test_official_addresses_are_unchecked_and_name_their_row(
    audit: Callable[[], Report], site: tuple[Path, Targets]
) -> None:
    from disclosure.audit.target import Sort, Target

    root, wanted = site
    body = '<h1>欢迎</h1><a href="https://www.example/a?b=1">官方</a>'
    index = (root / "index.html").read_text(encoding="utf-8")
    write(root, {"index.html": index.replace("<h1>欢迎</h1>", body)})
    official = [
        Target(Sort.OFFICIAL, "https://www.example/a?b=1", "甲", "官方网址", origin="items.csv:2"),
        Target(Sort.OFFICIAL, "http://192.168.1.2/b", "乙", "官方网址", origin="items.csv:3"),
    ]
    object.__setattr__(wanted, "all", (*wanted.all, *official))
    rows = {one.url: one for one in audit().findings}
    good, bad = rows["https://www.example/a?b=1"], rows["http://192.168.1.2/b"]
    assert good.verdict is Verdict.UNCHECKED and good.parents == (BASE, "items.csv:2")
    assert bad.code == "leak" and bad.parents == ("items.csv:3",)


def test_numbered_pages_of_a_list_count_as_one(tmp_path: Path) -> None:
    from disclosure.audit.judge import findings
    from disclosure.audit.target import Sort, Target

    root = tmp_path / "listed"
    numbers = range(2, 9)
    pages = {"": "list/", "list/": "list/2/"}
    pages |= {f"list/{n}/": f"list/{n + 1}/" for n in numbers} | {"list/9/": "deep/"}
    pages |= {"deep/": "deeper/", "deeper/": "deepest/", "deepest/": ""}
    files = {
        f"{at}index.html": page(at, at or "首页", f'<a href="/column/{to}">x</a>')
        for at, to in pages.items()
    }
    write(root, {**files, "assets/site.css": "a{}"})
    wanted = Targets(
        tuple(
            Target(Sort.PAGE, at, at, "页", first="list/" if at[:5] == "list/" != at else "")
            for at in pages
        )
    )
    tree = run.read_site(root, BASE, wanted)
    far = [one.url for one in findings(tree, wanted) if one.code == "too-far"]
    assert far == [BASE + "deepest/"]
