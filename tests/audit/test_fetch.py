"""`disclosure audit fetch` on the hostile server: every verdict and reason, in one run."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hostile.case import Case
from hostile.cases import CASES
from hostile.server import Host
from hostile.world import world, written

from disclosure.audit.reasons import FOREIGN, REASONS
from disclosure.cli import main

Row = dict[str, Any]
FAST = ("--rate", "0", "--timeout", "2.5", "--retries", "1", "--patience", "3", "--max-size", "4")


class Run:
    """One run over all cases."""

    def __init__(self, folder: Path, hosts: Mapping[str, Host], root: Path) -> None:
        self.hosts = hosts
        self.folder = folder
        names = folder / "list.csv"
        with names.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("url", "expect", "department"))
            for case in CASES:
                writer.writerow((written(case.written, hosts), case.expect, "法制仲裁科"))
        report = folder / "out.json"
        self.code = main(
            ["audit", "fetch", "--list", str(names), "--report", str(folder / "report"),
             "--json", str(report), "--ca", str(root), *FAST]
        )  # fmt: skip
        self.data: Row = json.loads(report.read_text(encoding="utf-8"))
        self.rows = {row["href"]: row for row in self.data["results"] if row["href"]}

    def row(self, case: Case) -> Row:
        found: Row = self.rows[written(case.written, self.hosts)]
        return found


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("hostile")
    with world(folder) as (hosts, root):
        yield Run(folder, hosts, root)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.written[:60].replace("\n", "|"))
def test_every_case_has_its_verdict(run: Run, case: Case) -> None:
    row = run.row(case)
    assert (row["verdict"], row["reason"]) == (case.verdict, case.reason), row


def test_the_report_has_the_foundations_shape(run: Run) -> None:
    data = run.data
    assert data["exit"] == run.code == 1 and data["trusted"] and data["audit"] == "fetch"
    assert sum(data["counts"].values()) == len(data["results"]) == len(CASES)
    assert [row["href"] for row in data["results"]][:3] == [
        written(case.written, run.hosts) for case in CASES[:3]
    ]
    for row in data["results"]:
        assert {"url", "href", "verdict", "reason", "evidence", "parents"} <= set(row)
        assert row["parents"][0].startswith("list.csv:") and row["department"] == "法制仲裁科"
        if row["reason"]:
            assert row["title"] == REASONS[row["reason"]].title and row["fix"].endswith("。")


def test_evidence_tells_what_was_seen(run: Run) -> None:
    (case,) = [one for one in CASES if one.name == "moved"]
    row = run.row(case)
    seen = row["seen"]
    assert [hop["status"] for hop in seen["chain"]] == [301, 200] and "已永久转到" in row["note"]
    assert seen["title"].startswith("关于印发") and len(seen["sha256"]) == 64
    assert "各科室" in seen["excerpt"] and seen["at"] and seen["seconds"] > 0
    (case,) = [one for one in CASES if one.name == "to-gone"]
    assert run.row(case)["fix"] == REASONS["gone"].redirected


def test_the_client_is_honest_and_asks_once(run: Run) -> None:
    main_host = run.hosts["main"]
    (agent,) = main_host.agents
    assert "disclosure-audit" in agent and "Mozilla" not in agent
    assert main_host.asked["/robots.txt"] == 1
    assert main_host.asked["/drift"] == main_host.asked["/hash"] == 1
    assert main_host.asked["/limited"] == 1  # it asked us to come back in an hour
    # One retry and the second round; the client itself repeats a GET whose kept connection broke.
    assert 2 + 1 <= main_host.asked["/reset"] <= 2 * (2 + 1)


def test_every_foreign_reason_has_a_case() -> None:
    shown = {case.reason for case in CASES}
    assert set(FOREIGN) - shown == {"not-asked"}
