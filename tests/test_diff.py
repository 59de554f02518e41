"""`disclosure diff`: what came, went and changed between two days, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from disclosure.cli import main
from planting import edit

APPROVALS = "registers/approvals.csv"


def diff(data: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    target = data.parent / "diff.json"
    code = main(["diff", *arguments, "--data", str(data), "--json", str(target)])
    return code, json.loads(target.read_text(encoding="utf-8"))


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in found]


def test_two_editions_in_words(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = diff(tiny, "approvals", "2020-12-31", "2021-03-01")
    assert code == 0
    assert ids(found["added"]) == ["licence-c"] and ids(found["ended"]) == ["licence-b"]
    (changed,) = found["changed"]
    assert changed["columns"] == [
        {"column": "promised_days", "title": "承诺时限", "before": "20", "after": "10"}
    ]
    assert found["rows"] == {"before": 2, "after": 2}
    said = capsys.readouterr().out
    assert "新增：示例丙证" in said and "依据：示例法第六条" in said
    assert "取消：示例乙证审批（licence-b）。依据：示例政〔2020〕3号" in said
    assert "  承诺时限：“20” → “10”" in said
    assert "合计：新增 1 条，取消或终止 1 条，变更 1 条。" in said


def test_the_same_day_twice_is_the_same(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = diff(tiny, "approvals", "2021-01-01", "2021-01-01")
    assert code == 0
    assert not (found["added"] or found["ended"] or found["changed"] or found["unseen"])
    assert "内容相同" in capsys.readouterr().out


def test_a_blank_is_said_to_be_blank(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(APPROVALS, ",20,10,工作日", ",20,,工作日")(tiny)
    diff(tiny, "approvals", "2020-12-31", "2021-01-01")
    assert "承诺时限：“20” → （空）" in capsys.readouterr().out


def test_an_end_without_a_record_has_no_basis(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("changes.csv", "approvals,licence-b,2021-01-01,取消,示例政〔2020〕3号,\n", "")(tiny)
    diff(tiny, "approvals", "2020-12-31", "2021-01-01")
    assert "终止：示例乙证审批（licence-b）。依据：没有记录" in capsys.readouterr().out


def test_a_record_without_a_trace_is_said(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(APPROVALS, ",20,10,工作日", ",20,20,工作日")(tiny)
    _, found = diff(tiny, "approvals", "2020-12-31", "2021-01-01")
    assert not found["changed"] and ids(found["unseen"]) == ["licence-a"]
    assert "另有记录：2021-01-01 变更（licence-a）" in capsys.readouterr().out


def test_a_change_on_the_first_day_belongs_to_the_edition_before(tiny: Path) -> None:
    _, found = diff(tiny, "approvals", "2021-01-01", "2021-03-01")
    assert ids(found["added"]) == ["licence-c"] and not found["ended"] and not found["unseen"]


def test_a_series_is_compared_by_its_dates(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = diff(tiny, "decisions", "2020-09-13", "2020-12-31")
    assert found["rows"] == {"before": 0, "after": 1}
    assert ids(found["added"]) == ["penalty-2020-001"]
    assert "没有记录" not in capsys.readouterr().out


def test_rows_without_a_start_are_counted(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(APPROVALS, "licence-c,2021-03-01", "licence-c,")(tiny)
    _, found = diff(tiny, "approvals", "2020-12-31", "2021-03-01")
    assert found["timeless"] == 1 and not found["added"]
    assert "1 条没有写起始日期" in capsys.readouterr().out


def test_a_chinese_title_will_do(tiny: Path) -> None:
    assert diff(tiny, "行政审批事项清单", "2020-12-31", "2021-01-01")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["aprovals", "2020-01-01", "2021-01-01"], "最接近的是“approvals”"),
        (["权责", "2020-01-01", "2021-01-01"], "最接近的是“权责清单”"),
        (["中文", "2020-01-01", "2021-01-01"], "可选：approvals、powers"),
        (["approvals", "2021-01-01", "2020-01-01"], "请对调"),
        (["approvals", "2021-1-1x", "2020-01-01"], "不是日期"),
        (["approvals", "2021-01-01"], "缺少参数"),
    ],
)
def test_wrong_use(
    tiny: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    try:
        code = main(["diff", *arguments, "--data", str(tiny)])
    except SystemExit as left:
        code = int(str(left.code))
    assert code == 64 and said in capsys.readouterr().err


def test_no_folder_and_bad_data(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["2020-01-01", "2021-01-01"]
    assert main(["diff", "approvals", *days, "--data", str(tiny / "nowhere")]) == 64
    edit(APPROVALS, "2019-01-01", "2019-02-30")(tiny)
    assert main(["diff", "approvals", *days, "--data", str(tiny)]) == 1
    assert "V03" in capsys.readouterr().out
