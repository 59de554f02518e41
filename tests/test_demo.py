"""The demo bureau: the committed one is fresh, clean, complete, and nothing in it is real."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import chinese_calendar
import pytest
import yaml

from disclosure.coverage import Coverage
from disclosure.demo import Unsound, write_demo
from disclosure.load import load, load_catalogue
from disclosure.model import Catalogue, Item
from disclosure.rules import check
from disclosure.vocabulary import Kind, Level, State, Validity

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "examples" / "demo"
ITEMS, SEED = 160, 1
COMMAND = "disclosure demo examples/demo --items 160 --seed 1"
TODAY = dt.date(2026, 11, 22)


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def demo() -> Catalogue:
    return load_catalogue(DEMO)


@pytest.fixture(scope="module")
def own(demo: Catalogue) -> list[Item]:
    return [item for item in demo.items if item.level is Level.BUREAU]


def test_the_committed_demo_is_what_the_command_writes(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo", ROOT / "data", ITEMS, SEED)
    fresh, committed = contents(tmp_path / "demo"), contents(DEMO)
    assert fresh.keys() == committed.keys(), COMMAND
    differing = [name for name in fresh if fresh[name] != committed[name]]
    assert not differing, COMMAND


def test_it_is_small() -> None:
    assert sum(map(len, contents(DEMO).values())) < 1_500_000


def test_it_is_clean(demo: Catalogue) -> None:
    assert load(DEMO).problems == ()
    assert list(check(demo, TODAY)) == []
    assert demo.bureau.example and demo.bureau.name == "示例市司法局"


@pytest.mark.parametrize(("count", "seed"), [(1, 1), (2, 3), (37, 5), (400, 9)])
def test_any_size_and_seed_is_clean_and_exact(tmp_path: Path, count: int, seed: int) -> None:
    written = write_demo(tmp_path / "demo", ROOT / "data", count, seed)
    loaded = load(tmp_path / "demo")
    assert loaded.problems == () and loaded.catalogue is not None
    assert len(loaded.catalogue.items) == written.items == count
    assert list(check(loaded.catalogue, TODAY)) == []


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        # Each in a program of its own: the order of sets differs from one to the next.
        command = [sys.executable, "-m", "disclosure.cli", "demo", str(tmp_path / name)]
        more = ["--items", "250", "--seed", str(seed), "--framework", str(ROOT / "data")]
        hashes = {**os.environ, "PYTHONHASHSEED": str(len(name) + ord(name))}
        subprocess.run([*command, *more], check=True, env=hashes, capture_output=True)
    a, b, c = (contents(tmp_path / name) for name in "abc")
    assert a == b
    for name in ("items.csv", "registers/decisions.csv", "registers/normative.csv"):
        assert a[name] != c[name]


def test_it_can_be_as_large_as_one_asks(tmp_path: Path) -> None:
    written = write_demo(tmp_path / "demo", ROOT / "data", 10_000, 2, 10_000)
    assert written.items == 10_000 and written.entries > 10_000


def test_every_kind_level_validity_and_state_is_there(demo: Catalogue) -> None:
    assert {item.kind for item in demo.items} == set(Kind)
    assert {item.level for item in demo.items} == set(Level)
    assert {item.validity for item in demo.items} == set(Validity)
    tally = Coverage(demo).tally().by_state
    # 待核定 comes from registers that public law alone has filled, not from items.
    assert {state for state in State if not tally[state]} <= {State.UNCONFIRMED}
    assert tally[State.PUBLISHED] > tally[State.MISSING]
    years = {item.date.year for item in demo.items if item.date}
    assert set(range(2016, 2022)) <= years
    assert any(not demo.readable(item) for item in demo.items)
    assert any(item.url and item.level is Level.BUREAU for item in demo.items)
    bare = [item for item in demo.items if item.id not in demo.texts]
    assert any(demo.attachments.get(item.id) and not item.url for item in bare)
    assert any(item.level is Level.BUREAU and item.url for item in bare)


def test_versions_and_withdrawals_are_there(demo: Catalogue) -> None:
    assert max(len(demo.chain(item)) for item in demo.items) >= 3
    for item in demo.items:
        if item.replaced_by:
            newer = demo.items_by_id[item.replaced_by]
            assert item.validity in (Validity.AMENDED, Validity.REPEALED)
            assert str(item.date) < str(newer.date)
        elif item.validity is not Validity.VALID:
            assert item.validity in (Validity.REPEALED, Validity.EXPIRED) and item.note
    assert any(i.validity is Validity.REPEALED and not i.replaced_by for i in demo.items)


def test_near_duplicates_are_there_and_can_be_told_apart(demo: Catalogue) -> None:
    titles = Counter(item.title for item in demo.items)
    assert max(titles.values()) >= 6
    assert {"示例市司法局公告（2020年第1号）", "示例市司法局公告（2020年第11号）"} <= titles.keys()
    numbers = [item.number for item in demo.items if item.number]
    assert len(numbers) == len(set(numbers))
    assert {"示例司〔2020〕1号", "示例司〔2020〕11号"} <= set(numbers)
    assert len({(item.title, str(item.date)) for item in demo.items}) == len(demo.items)


def test_numbers_have_the_form_of_the_norms(demo: Catalogue, own: list[Item]) -> None:
    number = re.compile(r"示例[\u4e00-\u9fa5]{1,10}(〔20\d{2}〕[1-9]\d{0,4}|第[1-9]\d*)号")
    assert all(number.fullmatch(item.number) for item in demo.items if item.number)
    indexes = [item.index for item in own]
    assert len(set(indexes)) == len(own)
    for item in own:
        assert item.published and item.issued and item.index
        assert re.fullmatch(rf"0{{9}}/{item.published.year}-\d{{5}}", item.index)


def test_dates_keep_the_clocks(own: list[Item]) -> None:
    for item in own:
        assert item.issued and item.published
        start, end = item.issued.first, item.published.first
        assert chinese_calendar.is_workday(start) and chinese_calendar.is_workday(end), item.id
        days = (start + dt.timedelta(n) for n in range(1, (end - start).days + 1))
        taken = sum(map(chinese_calendar.is_workday, days))
        assert 0 <= taken <= (7 if item.kind is Kind.DECISION else 20), item.id


def test_statements_keep_annex_1(demo: Catalogue, own: list[Item]) -> None:
    for item in own:
        if item.kind is not Kind.STATEMENT:
            continue
        assert re.fullmatch(r"示例市司法局关于.+的情况说明", item.title)
        assert item.issued and item.issued.first <= dt.date(2021, 5, 31)
        assert len("".join(demo.texts.get(item.id, "").split())) <= 500


def test_texts_are_whole(demo: Catalogue) -> None:
    for key, text in demo.texts.items():
        assert "{" not in text and "None" not in text, key
        assert text.endswith("\n") and len(text.split("\n\n")) >= 3, key
    assert len(set(demo.texts.values())) > 0.97 * len(demo.texts)


def test_owners_are_fictional_and_all_else_is_the_framework_to_the_byte() -> None:
    with (ROOT / "data" / "indicators.yaml").open(encoding="utf-8") as source:
        real = yaml.safe_load(source)
    owners = {
        owner
        for chapter in real["chapters"]
        for section in chapter["sections"]
        for indicator in section["indicators"]
        for owner in indicator.get("owners", [])
    }
    text = (DEMO / "indicators.yaml").read_text(encoding="utf-8")
    assert owners and not [name for name in owners if name in text]
    for name in ("departments.csv", "materials.csv", "requirements.yaml", "norms/deadlines.csv"):
        assert (DEMO / name).read_bytes() == (ROOT / "data" / name).read_bytes()
    demo = load_catalogue(DEMO).framework
    assert {o[:2] for one in demo.indicators for o in one.owners} == {"示例"}
    texts = [indicator.text for indicator in load_catalogue(ROOT / "data").framework.indicators]
    assert [indicator.text for indicator in demo.indicators] == texts
    assert demo.title.endswith("（示例引用）") and demo.source.endswith("（示例引用）")


def test_a_framework_that_cannot_be_read_is_refused(tiny: Path) -> None:
    (tiny / "indicators.yaml").write_bytes("责任人".encode("gb18030"))
    with pytest.raises(Unsound):
        write_demo(tiny.parent / "demo", tiny, 5, 1)
    assert not (tiny.parent / "demo").exists()
    assert [path.name for path in tiny.parent.iterdir()] == ["data"]


def test_rows_are_sorted_and_columns_known() -> None:
    with (DEMO / "items.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert set(rows[0]) <= set(Item.model_fields)
    assert all(row["source"] == "示例数据，纯属虚构" for row in rows)
