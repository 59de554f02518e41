"""YAML as it is read: every scalar is text, every node has its line, nothing can explode."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from disclosure.load.source import Report
from disclosure.load.tree import Tree, read_tree


def read(folder: Path, text: str) -> tuple[Tree | None, list[tuple[str, int | None, str]]]:
    path, report = folder / "a.yaml", Report(folder)
    path.write_text(text, encoding="utf-8")
    tree = read_tree(path, report)
    return tree, [(one.code.code, one.place.row, one.found) for one in report.problems]


@pytest.mark.parametrize(
    "text, data",
    [
        ("a: 1.10\nb: yes\nc: 2020-01-01\nd: 0x10\n", {"a": "1.10", "b": "yes", "c": "2020-01-01", "d": "0x10"}),
        ("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: !!null x\n", dict.fromkeys("abcdef", "")),
        ("a: 'null'\nb: '~'\nc: !!str null\nd: ''\n", {"a": "null", "b": "~", "c": "null", "d": ""}),
        ("- 1\n- [2, {x: y}]\n-\n", ["1", ["2", {"x": "y"}], ""]),
        ("null: 1\n~: 2\n", {"null": "1", "~": "2"}),
        ("? [a, b]\n: 1\n", {"['a', 'b']": "1"}),
        ("a: |\n  甲\n  乙\n", {"a": "甲\n乙\n"}),
        ("单个\n", "单个"),
        ("a: " + "[" * 29 + "]" * 29, None),
    ],
)  # fmt: skip
def test_what_is_read(tmp_path: Path, text: str, data: Any) -> None:
    tree, problems = read(tmp_path, text)
    assert tree is not None and problems == []
    assert data is None or tree.data == data


def test_every_node_has_its_line(tmp_path: Path) -> None:
    tree, _ = read(tmp_path, "# x\na:\n  b: 1\n  c:\n    - x\n    - y: 1\n      z: 2\nd: 3\n")
    assert tree is not None
    assert tree.lines == {
        (): 2, ("a",): 2, ("a", "b"): 3, ("a", "c"): 4, ("a", "c", 0): 5, ("a", "c", 1): 6,
        ("a", "c", 1, "y"): 6, ("a", "c", 1, "z"): 7, ("d",): 8,
    }  # fmt: skip
    assert tree.line(("a", "c", 1, "missing")) == 6


@pytest.mark.parametrize(
    "text, code, row, found",
    [
        ("a: 1\nb: &x 2\n", "F09", 2, "锚点 &x"),
        ("a: 1\n&x b: 2\n", "F09", 2, "锚点 &x"),
        ("a: 1\nb: *x\n", "F09", 2, "引用 *x"),
        ("a: 1\nb: " + "[" * 30 + "]" * 30, "F09", 2, "层次过深"),
        ("a: 1\n---\nb: 2\n", "F09", 2, "一个文件里有多个文档（---）"),
        ("a: 1\nb: [\n", "F08", 3, "从这里起读不通"),
        ("# 只有注释\n", "F02", None, "只有注释，没有内容"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, code: str, row: int, found: str) -> None:
    tree, problems = read(tmp_path, text)
    assert tree is None and problems == [(code, row, found)]


def test_a_key_written_twice_is_named_with_its_line(tmp_path: Path) -> None:
    tree, problems = read(tmp_path, "a: 1\nb: 2\na: 3\n")
    assert tree is not None and problems == [("F10", 3, "“a”")]
