"""Registers are read with every fault named, and a day decides which version is shown."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from disclosure.coverage import Coverage
from disclosure.load import load, load_catalogue
from disclosure.model import Catalogue
from disclosure.problem import Severity
from disclosure.vocabulary import State
from planting import TODAY, Fault, add, all_of, edit, move, problems_of

APPROVALS = "registers/approvals.csv"
CLOCKS = "norms/deadlines.csv"
CLOCK_HEADER = "id,area,event,limit,unit,bound,basis,in_force_from,in_force_to\n"
CLOCK = "a-clock,示例,公开,20,工作日,上限,示例法第一条,{},{}\n"


def clocks(*periods: tuple[str, str]) -> Fault:
    return add(CLOCKS, CLOCK_HEADER + "".join(CLOCK.format(*one) for one in periods))


# code, file, row, column contains, what the fix must say, fault
FAULTS: list[tuple[str, str, int | None, str, str, Fault]] = [
    ("E01", "registers/aprovals.csv", None, "", "“approvals”",
     move(APPROVALS, "registers/aprovals.csv")),
    ("E01", "registers/approvals.xlsx", None, "", "“approvals”",
     add("registers/approvals.xlsx")),
    ("E01", "registers/decision", None, "", "“decisions”", add("registers/decision/2020.csv")),
    ("E01", "registers/decisions/all.csv", None, "", "2021.csv",
     move("registers/decisions/2020.csv", "registers/decisions/all.csv")),
    ("E01", "registers/decisions/2019.csv", None, "", "2021.csv",
     add("registers/decisions/2019.csv/x.csv")),
    ("E02", APPROVALS, 3, "(valid_from)", "次日", edit(APPROVALS, "2020-12-31,示例甲", ",示例甲")),
    ("E02", APPROVALS, 3, "(valid_from)", "次日",
     edit(APPROVALS, "a,2021-01-01,,示例甲", "a,2020-06-01,,示例甲")),
    ("E02", APPROVALS, 3, "(valid_from)", "次日",
     edit(APPROVALS, "a,2021-01-01,,示例甲", "a,2019-01-01,,示例甲")),
    ("E02", "registers/decisions/2021.csv", 2, "", "换一个编号",
     edit("registers/decisions/2021.csv", "licence-2021-001", "penalty-2020-001")),
    ("E02", CLOCKS, 3, "(in_force_from)", "", clocks(("2015", "2020"), ("2020-07-01", ""))),
    ("E03", CLOCKS, 2, "(in_force_to)", "", clocks(("2015", "2014"))),
    ("E04", "registers/decisions/2021.csv", 2, "(decided)", "移到",
     edit("registers/decisions/2021.csv", "2021-05-20", "2020-12-31")),
    ("C01", APPROVALS, 1, "", "应写成“name”", edit(APPROVALS, ",name,", ",事项名称,")),
    ("C01", APPROVALS, 1, "", "“promised_days”", edit(APPROVALS, ",promised_days", ",promised_day")),
    ("V01", APPROVALS, 2, "事项名称(name)", "", edit(APPROVALS, ",示例甲证审批", ",")),
    ("V02", APPROVALS, 2, "(type)", "“行政许可”", edit(APPROVALS, ",行政许可,", ",行政审批许可,")),
    ("V02", APPROVALS, 2, "(confirmed)", "", edit(APPROVALS, ",是,", ",对,")),
    ("V03", APPROVALS, 2, "(valid_from)", "", edit(APPROVALS, "2019-01-01", "2019-02-30")),
    ("V03", APPROVALS, 2, "(valid_from)", "要写到日", edit(APPROVALS, "2019-01-01", "2019-01")),
    ("V03", APPROVALS, 2, "(valid_from)", "", edit(APPROVALS, "2019-01-01", "1609459200")),
    ("V04", APPROVALS, 2, "(valid_from)", "", edit(APPROVALS, "2019-01-01", "43466")),
    ("V06", APPROVALS, 2, "(valid_from)", "2019-01-01",
     edit(APPROVALS, "2019-01-01", "2019年1月1日")),
    ("V05", APPROVALS, 2, "(promised_days)", "阿拉伯数字",
     edit(APPROVALS, ",20,20,", ",20,二十,")),
    ("R02", APPROVALS, 2, "(satisfies)", "“m1.1”", edit(APPROVALS, ",m1.1,", ",m1.2,")),
    ("R02", APPROVALS, 2, "(department)", "“审批科”", edit(APPROVALS, "审批科,是", "审核科,是")),
    ("R02", "registers/decisions/2020.csv", 2, "有关文件(item)", "“notice-2020”",
     all_of(edit("registers/decisions/2020.csv", ",source\n", ",item\n"),
            edit("registers/decisions/2020.csv", "本局文件", "notice-2021"))),
    ("R02", "editions.csv", 2, "清单", "“approvals”", edit("editions.csv", "approvals", "approval")),
    ("R02", "editions.csv", 3, "(satisfies)", "", edit("editions.csv", "是,是,,", "是,是,n001.9,")),
    ("R01", "editions.csv", 3, "发布日期", "第 2 行",
     edit("editions.csv", "intermediaries,2021-05-21", "approvals,2021-03-02")),
    ("R02", "changes.csv", 2, "清单", "“approvals”", edit("changes.csv", "approvals", "approvls")),
    ("R02", "changes.csv", 2, "编号(entry)", "“licence-", edit("changes.csv", "licence-a", "licence-z")),
    ("V05", "changes.csv", 2, "调整类型", "新增、取消", edit("changes.csv", "变更", "修订")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "file", "row", "column", "fix", "fault"),
    FAULTS,
    ids=[f"{code}-{index}" for index, (code, *_) in enumerate(FAULTS)],
)
def test_a_planted_fault_is_found(
    tiny: Path, code: str, file: str, row: int | None, column: str, fix: str, fault: Fault
) -> None:
    fault(tiny)
    found = [p for p in load(tiny).problems if p.code.code == code and p.place.file == file]
    assert any(
        p.place.row == row and column in p.place.column and fix in p.fix and p.found for p in found
    ), [(p.code.code, str(p.place), p.fix) for p in load(tiny).problems]


LAWFUL: list[tuple[str, Fault]] = [
    ("versions that follow each other", edit(APPROVALS, "m1.1", "m1.1")),
    ("a gap between versions", edit(APPROVALS, "2020-12-31,示例甲", "2020-06-30,示例甲")),
    ("the first version without a start", edit(APPROVALS, "a,2019-01-01", "a,")),
    ("clocks that follow each other", clocks(("2015", "2019"), ("2020", ""))),
    ("files that a system leaves", add("registers/.DS_Store")),
    ("one file and a folder", move("registers/decisions/2020.csv", "registers/decisions.csv")),
]


@pytest.mark.parametrize(("why", "change"), LAWFUL, ids=[why for why, _ in LAWFUL])
def test_what_is_lawful_passes(tiny: Path, why: str, change: Fault) -> None:
    change(tiny)
    assert [str(p) for p in problems_of(tiny) if p.severity is Severity.ERROR] == []


def test_a_data_folder_may_have_no_registers(tiny: Path) -> None:
    import shutil

    shutil.rmtree(tiny / "registers")
    for name in ("editions.csv", "changes.csv"):
        (tiny / name).unlink()
    catalogue = load_catalogue(tiny)
    assert not catalogue.entries and not catalogue.latest("powers")
    assert {one.state for one in Coverage(catalogue).registers.values()} == {State.MISSING}


def test_every_version_knows_its_row(catalogue: Catalogue) -> None:
    assert catalogue.origins["registers/approvals/licence-a/"] == (APPROVALS, 2)
    key = ("approvals", "licence-a", dt.date(2021, 1, 1))
    assert catalogue.entry_origins[key] == (APPROVALS, 3)
    key = ("decisions", "licence-2021-001", None)
    assert catalogue.entry_origins[key] == ("registers/decisions/2021.csv", 2)


@pytest.mark.parametrize(
    ("day", "ids", "promised"),
    [
        ("2018-12-31", [], 20),
        ("2019-01-01", ["licence-a", "licence-b"], 20),
        ("2020-12-31", ["licence-a", "licence-b"], 20),
        ("2021-01-01", ["licence-a"], 10),
        ("2021-03-01", ["licence-a", "licence-c"], 10),
    ],
)
def test_a_day_decides_which_version_is_shown(
    catalogue: Catalogue, day: str, ids: list[str], promised: int
) -> None:
    today = dt.date.fromisoformat(day)
    assert [one.id for one in catalogue.current("approvals", today)] == ids
    oldest, newest = catalogue.versions("approvals", "licence-a")
    shown: Any = catalogue.shown(newest, today)
    assert shown is catalogue.shown(oldest, today)
    assert shown.promised_days == promised


def test_an_ended_entry_keeps_its_page(catalogue: Catalogue) -> None:
    assert [one.id for one in catalogue.latest("approvals")] == [f"licence-{x}" for x in "abc"]
    (ended,) = catalogue.versions("approvals", "licence-b")
    assert catalogue.shown(ended, TODAY) is ended and not ended.current(TODAY)
    (change,) = catalogue.changes_of("approvals", "licence-b")
    assert change.kind == "取消"


def test_the_newest_edition_stands(catalogue: Catalogue) -> None:
    edition = catalogue.edition("approvals")
    assert edition is not None
    older = edition.model_copy(update={"published": dt.date(2020, 1, 1)})
    more = dataclasses.replace(catalogue, editions=(edition, older))
    assert more.edition("approvals") is edition
    assert more.editions_of("approvals") == (older, edition)
    assert more.edition("powers") is None


def test_hints_end_but_faults_do_not(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among many wrong ids only the first are compared with all that there are."""
    monkeypatch.setattr("disclosure.load.lookup.MOST_COMPARED", 10)
    rows = "".join(f"approvals,licence-x{n},2021-01-01,变更,,\n" for n in range(9))
    add("changes.csv", f"slug,entry,date,kind,basis,note\n{rows}")(tiny)
    found = [p for p in load(tiny).problems if p.code.code == "R02"]
    assert len(found) == 9 and [bool(p.hint) for p in found] == [True] * 3 + [False] * 6
