"""Wrong ids are all reported, however many; the hint what each may mean is sought for a while."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from disclosure.load import load, lookup, references

TINY = Path(__file__).resolve().parent / "tiny"
WRONG = 40
ROW = "wrong-{n},示例办法,工作方案,本局,,,,2020,,,有效,nothing-{n}" + "," * 11 + "\n"


def test_many_wrong_ids_cost_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(TINY, tmp_path / "data"))
    with (root / "items.csv").open("a", encoding="utf-8", newline="") as file:
        file.writelines(ROW.format(n=n) for n in range(WRONG))
    for n in range(WRONG):
        (root / "texts" / f"orphan-{n}.md").write_text("正文\n", encoding="utf-8")
    sought: list[str] = []

    def closest(word: str, words: Iterable[str]) -> str:
        sought.append(word)
        return f"最接近的是“{min(words)}”"

    for module in (lookup, references):
        monkeypatch.setattr(module, "closest", closest)
    items = (root / "items.csv").read_text(encoding="utf-8").count("\n") - 1
    monkeypatch.setattr(lookup, "MOST_COMPARED", 3 * items)
    found = [one for one in load(root).problems if "nothing-" in one.found]
    orphans = [one for one in load(root).problems if one.place.file.startswith("texts/orphan-")]
    assert len(found) == len(orphans) == WRONG
    assert [bool(one.hint) for one in found] == [True] * 3 + [False] * (WRONG - 3)
    assert len(sought) == 2 * 3  # it was read twice
