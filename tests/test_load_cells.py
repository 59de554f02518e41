"""A long table is read by its distinct cells: the same rows and problems, and fewer objects."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.load import load, table
from disclosure.load.cells import Cells, Column
from disclosure.load.source import Report
from disclosure.load.table import read_table
from disclosure.model import Item
from disclosure.problem import in_report_order
from disclosure.registers import REGISTERS

ROOT = Path(__file__).resolve().parent.parent
ALWAYS, NEVER = -1, 10**9
BLANKS = ["", " ", "\u3000", "\t"]
WORDS = [" 示例 ", "1E+5", "x" * 301, "多\n行", "１２", "a+b"]
CELLS: dict[str, list[str]] = {
    "id": ["plan-2020", "Plan", "plan-２０", " plan ", "x" * 81],
    "title": ["示例", *WORDS],
    "kind": ["法律", "工作方案", "法", " 法律"],
    "level": ["国家", "本局", "局"],
    "number": ["示例〔2020〕1号", "示例〔２０２０〕1号", "1E+5"],
    "index": ["000000000/2020-00001", "1/2020-1", "000000000/2020-1"],
    "issued": ["2020-12-28", "2020年12月28日", "2020", "44193", "2020-02-30", "２０２０"],
    "published": ["2020-12-28", "2020-12", "不详"],
    "validity": ["有效", "无效"],
    "satisfies": ["p22.1", "p22.1;p22.2", "p22.1； p22.2", ";", "p２２"],
    "years": ["2020", "2020;2021", "20", "二〇二〇", "1E+3"],
    "keywords": ["甲；乙", "甲\n乙", "；"],
    "confidence": ["H", "M", "X"],
}
ODD = st.sampled_from(
    [{name: cell} for name, cells in CELLS.items() for cell in [*cells, *BLANKS]]
    + [{"issued": "2020", "published": "2020-12-28"}, {}]
)
ROWS = st.lists(st.tuples(ODD, ODD, st.sampled_from([0, 1, 1, 1, 2])), max_size=12)
"""What is odd about each row, and how many cells it has too few; with 0 it has one too many."""
Found = tuple[list[Any], tuple[Any, ...]]


def read(path: Path, long: int, monkeypatch: pytest.MonkeyPatch) -> Found:
    with monkeypatch.context() as patch:
        patch.setattr(table, "_LONG", long)
        report = Report(path.parent)
        rows = read_table(path, Item, report)
    found = [(row.row, row.value, list(row.value.__dict__)) for row in rows]
    return found, in_report_order(report.problems)


@settings(max_examples=300)
@given(rows=ROWS)
def test_the_same_rows_and_problems(rows: list[tuple[dict[str, str], dict[str, str], int]]) -> None:
    sound = {name: cells[0] for name, cells in CELLS.items()}
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "items.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(CELLS)
            for one, other, cut in rows:
                cells = [*(sound | one | other).values(), "多"]
                writer.writerow(cells[: len(cells) - cut])
        assert read(path, ALWAYS, patch) == read(path, NEVER, patch)


@pytest.mark.parametrize("data", ["data", "examples/demo", "tests/tiny"])
def test_the_same_catalogue(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_LONG", NEVER)
    slow = load(ROOT / data)
    monkeypatch.setattr(table, "_LONG", ALWAYS)
    assert load(ROOT / data) == slow


def test_what_repeats_is_one_object(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "items.csv"
    rows = "".join(f"a-{n},题,法律,国家,示例国机关,甲；乙\n" for n in range(9))
    path.write_text(f"id,title,kind,level,issuer,keywords\n{rows}", encoding="utf-8")
    found, problems = read(path, ALWAYS, monkeypatch)
    assert not problems
    first, *others = (value for _, value, _ in found)
    assert len(others) == 8
    for one in others:
        assert one.issuer is first.issuer
        assert one.keywords is first.keywords
        assert one.model_fields_set is first.model_fields_set


@pytest.mark.parametrize("model", [Item, *(one.model for one in REGISTERS)])
def test_every_model_is_read_by_its_cells(model: type[Any]) -> None:
    assert Cells.fit(model, list(model.model_fields))
    assert not Cells.fit(model, [*model.model_fields, "unknown"])


@pytest.mark.parametrize("name", CELLS)
def test_a_sound_cell_is_one_of_which_nothing_is_said(name: str) -> None:
    column = Column.of(Item, name)
    for cell in {*CELLS[name], *CELLS["index"], *CELLS["issued"], *WORDS}:
        said = column.spoilt(cell) or column.straight(cell) != cell or not column.whole(cell)
        assert not (said and column.sound(cell)), cell
