"""`disclosure demo` as a person meets it: it never destroys what is not a demo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.demo import write

ROOT = Path(__file__).resolve().parent.parent
DATA = str(ROOT / "data")


def demo(folder: Path, *more: str) -> int:
    return main(["demo", str(folder), "--items", "20", "--framework", DATA, *more])


def test_a_new_folder_is_written_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, report = tmp_path / "deep" / "demo", tmp_path / "demo.json"
    assert demo(target, "--json", str(report)) == 0
    assert "公开事项 20 件" in capsys.readouterr().out
    answer = json.loads(report.read_text(encoding="utf-8"))
    assert answer["items"] == 20 and answer["entries"] > 100
    assert main(["check", "--data", str(target), "--strict"]) == 0
    assert [path.name for path in target.parent.iterdir()] == ["demo"]


def test_an_earlier_demo_is_replaced_whole(tmp_path: Path) -> None:
    assert demo(tmp_path) == 0
    stale = tmp_path / "texts" / "stale.md"
    stale.write_text("旧文\n", encoding="utf-8")
    assert demo(tmp_path, "--seed", "2") == 0
    assert not stale.exists()
    assert "--seed 2" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_a_demo_can_be_its_own_framework(tmp_path: Path) -> None:
    assert demo(tmp_path / "demo") == 0
    before = (tmp_path / "demo" / "indicators.yaml").read_bytes()
    assert main(["demo", str(tmp_path / "demo"), "--data", str(tmp_path / "demo")]) == 0
    assert (tmp_path / "demo" / "indicators.yaml").read_bytes() == before


def test_data_of_others_is_left_alone(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in tiny.rglob("*") if path.is_file()}
    assert demo(tiny) == 64
    assert "为免误删，没有写入" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tiny.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda at: (at / "notes.txt").write_text("我的笔记", encoding="utf-8"),
        lambda at: (at / "bureau.yaml").write_text("name: 某市司法局\n", encoding="utf-8"),
        lambda at: (at / "bureau.yaml").write_text("a: [", encoding="utf-8"),
        lambda at: (at / "bureau.yaml").unlink(),
    ],
    ids=["a file of one's own", "another bureau", "unreadable", "no bureau"],
)
def test_what_is_no_longer_just_a_demo_is_left_alone(tmp_path: Path, spoil: object) -> None:
    assert demo(tmp_path) == 0
    assert callable(spoil)
    spoil(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert demo(tmp_path) == 64
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_failure_half_way_leaves_the_former_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "demo"
    assert demo(target) == 0
    before = (target / "items.csv").read_bytes()

    def fail(*_: object) -> str:
        raise OSError("磁盘已满")

    monkeypatch.setattr(write, "_attachment", fail)
    assert demo(target, "--seed", "3", "--items", "60") == 64
    assert (target / "items.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


@pytest.mark.parametrize("option", ["--items", "--entries"])
@pytest.mark.parametrize("number", ["-3", "999999", "many"])
def test_impossible_numbers_are_wrong_use(tmp_path: Path, option: str, number: str) -> None:
    try:
        code = main(["demo", str(tmp_path / "demo"), option, number, "--data", DATA])
    except SystemExit as leaving:
        assert isinstance(leaving.code, int)
        code = leaving.code
    assert code == 64 and not (tmp_path / "demo").exists()


def test_a_file_in_the_way_and_a_missing_framework(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert demo(tmp_path / "file") == 64
    assert "是一个文件" in capsys.readouterr().err
    assert main(["demo", str(tmp_path / "demo"), "--framework", str(tmp_path)]) == 64
    assert "--framework" in capsys.readouterr().err


def test_a_framework_with_errors_is_one(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    materials = tiny / "materials.csv"
    materials.write_text(materials.read_text(encoding="utf-8").replace("网上公开", "上网", 1),
                         encoding="utf-8")  # fmt: skip
    assert main(["demo", str(tiny.parent / "demo"), "--data", str(tiny)]) == 1
    assert "disclosure check" in capsys.readouterr().out
    assert not (tiny.parent / "demo").exists()


def test_no_items_is_wrong_use_but_no_entries_is_a_demo_without_registers(tmp_path: Path) -> None:
    assert demo(tmp_path / "demo", "--items", "0") == 64
    assert demo(tmp_path / "demo") == 0
    assert (tmp_path / "demo" / "registers" / "decisions.csv").is_file()
    assert demo(tmp_path / "demo", "--entries", "0") == 0
    left = {path.name for path in (tmp_path / "demo").iterdir()}
    assert not left & {"registers", "editions.csv", "changes.csv"} and "norms" in left
    assert main(["check", "--data", str(tmp_path / "demo"), "--strict"]) == 0
