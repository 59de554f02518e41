"""waivers.yaml: what is put up with alarms nobody, until a day; confirmations age."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import answers as a
from hostile.server import Host, Servers

from disclosure.audit.waivers import Spoken
from disclosure.cli import main
from disclosure.load import load
from disclosure.load.source import Report
from disclosure.load.waivers import read_waivers
from disclosure.waivers import Waivers

TODAY = dt.date(2026, 11, 23)
URL = "https://a.example/list/1.html"


def waiver(address: str = URL, until: str = "2026-12-31") -> dict[str, str]:
    return {"address": address, "reason": "对方改版", "who": "办公室", "until": until}


def confirmation(day: str, address: str = URL) -> dict[str, str]:
    return {"address": address, "who": "办公室", "day": day, "saw": "清单全文"}


def marked(standing: str, **said: Any) -> dict[str, Any]:
    spoken = Spoken(Waivers.model_validate(said), TODAY)
    return dict(spoken.mark({"url": URL, "href": URL, "standing": standing}))


@pytest.mark.parametrize("standing", ["red", "recheck", "person"])
@pytest.mark.parametrize(
    ("address", "until", "holds"),
    [
        (URL, "2026-11-23", True),
        (URL, "2026-11-22", False),
        ("https://a.example/*", "2026-12-31", True),
        ("*list*", "2026-12-31", True),
        ("https://a.example/list/1", "2026-12-31", False),
        ("https://b.example/*", "2026-12-31", False),
        ("https://a.example/list/?.html", "2026-12-31", False),
        ("https://a.example/list/[1].html", "2026-12-31", False),
    ],
)
def test_a_waiver_holds_until_its_day(standing: str, address: str, until: str, holds: bool) -> None:
    row = marked(standing, waivers=[waiver(address, until)])
    assert (row["standing"] == "waived") is holds and ("waiver" in row) is holds
    if holds:
        assert row["waiver"] == waiver(address, until)


def test_what_is_well_needs_no_waiver() -> None:
    assert marked("ok", waivers=[waiver()])["standing"] == "ok"
    assert marked("unchecked", waivers=[waiver()])["standing"] == "unchecked"


@pytest.mark.parametrize(
    ("standing", "days", "after"),
    [
        ("person", ["2026-11-01"], "confirmed"),
        ("person", ["2026-08-25"], "confirmed"),
        ("person", ["2026-08-24"], "person"),
        ("person", ["2026-08-24", "2026-11-20"], "confirmed"),
        ("person", ["2026-11-24"], "person"),
        ("red", ["2026-11-01"], "red"),
    ],
)
def test_a_confirmation_ages(standing: str, days: list[str], after: str) -> None:
    row = marked(standing, confirmations=[confirmation(day) for day in days])
    assert row["standing"] == after
    if standing == "person":
        assert row["confirmation"]["fresh"] is (after == "confirmed")


def test_the_days_can_be_set() -> None:
    said = {"confirmations": [confirmation("2026-11-01")], "confirmed_for": 10}
    assert marked("person", **said)["standing"] == "person"


def test_notes_name_what_does_not_help() -> None:
    said = Waivers.model_validate(
        {
            "waivers": [waiver(until="2026-11-22"), waiver("https://b.example/*"), waiver()],
            "confirmations": [confirmation("2026-01-01"), confirmation("2026-11-01", "x")],
        }
    )
    notes = list(Spoken(said, TODAY).notes([URL]))
    assert [note.partition("：")[0] for note in notes] == [
        "豁免已到期", "豁免没有对上任何网址", "人工确认已过 90 天，须重新核对", "人工确认没有对上任何网址",
    ]  # fmt: skip


def test_a_wrong_file_is_named_with_its_lines(tiny: Path) -> None:
    (tiny / "waivers.yaml").write_text(
        "waivers:\n- address: x\n  reason: 理由\n  who: 办公室\n  until: 明年\n- address: y\n"
        "  reason: ''\n  why: 无\nconfirmed_for: 0\n",
        encoding="utf-8",
    )
    found = {(p.code.code, p.place.row, p.place.column) for p in load(tiny).problems}
    assert ("V03", 5, "until") in found and ("V01", 7, "reason") in found
    assert ("C01", 8, "why") in found and any(row == 9 for _, row, _ in found)
    assert read_waivers(tiny, Report(tiny)) == (None, {})
    (tiny / "waivers.yaml").write_text(
        "".join(f"{'waivers:' if n == 0 else ''}\n- address: x\n  reason: 甲\n  who: 乙\n  until: 2027-01-01" for n in range(2)),
        encoding="utf-8",
    )  # fmt: skip
    assert [(p.code.code, p.place.row) for p in load(tiny).problems] == [("R01", 6)]


def test_the_file_is_optional_and_may_be_blank(tiny: Path) -> None:
    assert read_waivers(tiny, Report(tiny)) == (Waivers(), {})
    (tiny / "waivers.yaml").write_text("# nothing yet\nwaivers:\n", encoding="utf-8")
    report = Report(tiny)
    found, _ = read_waivers(tiny, report)
    assert found == Waivers() and not report.problems


@pytest.fixture
def host() -> Iterator[Host]:
    guard = a.answer("访问被拦截".encode(), "403 Forbidden")
    one = Host({"/ok": a.article("通知"), "/guard": guard}, a.answer(b"", "404 Not Found"))
    with Servers({"0": one}):
        yield one


def test_a_run_listens_to_what_was_said(host: Host, tmp_path: Path) -> None:
    data, names, out = tmp_path / "data", tmp_path / "l.txt", tmp_path / "out.json"
    data.mkdir()
    names.write_text("\n".join(host.base + one for one in ("/ok", "/guard", "/gone")), "utf-8")
    command = ["audit", "fetch", "--list", str(names), "--data", str(data), "--json", str(out)]
    command += ["--report", str(tmp_path / "r"), "--rate", "0", "--today", "2026-11-23"]
    assert main(command) == 1
    text = {"waivers": [waiver(f"{host.base}/gone")]}
    (data / "waivers.yaml").write_text(json.dumps(text), encoding="utf-8")
    assert main(command) == 2
    text["confirmations"] = [confirmation("2026-11-20", f"{host.base}/guard")]
    (data / "waivers.yaml").write_text(json.dumps(text), encoding="utf-8")
    assert main(command) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [row["standing"] for row in found["results"]] == ["ok", "confirmed", "waived"]
    assert [row["verdict"] for row in found["results"]] == ["ok", "blocked", "broken"]
    assert main([*command[:-1], "2027-06-01"]) == 1  # the waiver is over, the look too old
