"""The command as a person meets it: Chinese messages, documented exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure.cli import main
from planting import edit


def test_clean_data_is_zero(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(tiny), "--today", "2021-07-01"]) == 0
    assert "错误 0，警告 0，提示 0" in capsys.readouterr().out


def test_an_error_is_one(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("items.csv", "2021-05-20", "2021-02-30")(tiny)
    assert main(["check", "--data", str(tiny)]) == 1
    said = capsys.readouterr().out
    assert "items.csv，第 5 行，成文日期(issued)" in said
    assert "“2021-02-30”" in said and "改法：" in said


def test_a_warning_is_one_only_when_strict(tiny: Path) -> None:
    (tiny / "texts" / "nobody.md").write_text("正文\n", encoding="utf-8")
    assert main(["check", "--data", str(tiny)]) == 0
    assert main(["check", "--data", str(tiny), "--strict"]) == 1


def test_release_refuses_what_is_absent(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(tiny), "--release"]) == 1
    assert "缺 2019、2021 年" in capsys.readouterr().out


def test_json_on_standard_output_is_only_json(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(tiny), "--json", "-"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["counts"] == {"error": 0, "warning": 0, "note": 0}
    assert "检查完毕" in captured.err


def test_json_rows_name_the_place(tiny: Path, tmp_path: Path) -> None:
    edit("items.csv", ",p01.1,", ",p01.9,")(tiny)
    target = tmp_path / "out" / "problems.json"
    assert main(["check", "--data", str(tiny), "--json", str(target)]) == 1
    (row,) = json.loads(target.read_text(encoding="utf-8"))["problems"]
    assert (row["code"], row["file"], row["row"]) == ("R02", "items.csv", 4)
    assert row["column"] == "对应材料(satisfies)" and row["fix"] and row["found"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "缺少参数"),
        (["chek"], "不能是"),
        (["check", "--foo"], "不认识的参数"),
        (["check", "--today", "明天"], "不是日期"),
        (["check", "--data"], "后面要跟一个值"),
        (["check", "--data", "nowhere"], "没有找到数据文件夹"),
    ],
)
def test_wrong_use_is_64_in_chinese(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    said = capsys.readouterr().err
    assert code == 64
    assert expected in said and "usage" not in said


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    said = capsys.readouterr().out
    assert "用法：" in said and "usage" not in said and "show this help" not in said


def test_every_command_takes_json(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parent.parent)
    site, answer = str(tmp_path / "site"), tmp_path / "answer.json"
    common = ["--data", str(tiny), "--today", "2021-07-01", "--json", str(answer)]
    for arguments, key in (
        (["check", *common], "problems"),
        (["build", "--site", site, *common], "pages"),
        (["audit", "--site", site, "--report", str(tmp_path / "report"), *common], "results"),
        (["audit", "tree", site, "--json", str(answer)], "results"),
        (["demo", str(tmp_path / "demo"), "--items", "200", "--json", str(answer)], "items"),
    ):
        assert main(arguments) == 0, arguments
        assert key in json.loads(answer.read_text(encoding="utf-8")), arguments
        answer.unlink()
    edit("items.csv", "2021-05-20", "2021-02-30")(tiny)
    assert main(["site", "--site", site, *common]) == 1
    assert json.loads(answer.read_text(encoding="utf-8"))["problems"]
