"""What a catalogue must not publish, with file, row and column; nothing is scanned twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.load import load_catalogue
from disclosure.privacy import catalogue as subject
from disclosure.problem import CODES
from disclosure.problem_codes.privacy import PRIVACY_CODES
from privacy import built
from privacy.made import CARD, ID, MOBILE

Plant = Callable[[Path], None]


def note(words: str) -> Plant:
    """Write words into the note of the first item."""

    def plant(data: Path) -> None:
        path = data / "items.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        assert lines[1].endswith(",")
        path.write_text("\n".join([lines[0], lines[1] + words, *lines[2:]]), encoding="utf-8")

    return plant


def text(words: str) -> Plant:
    return lambda data: _append(next((data / "texts").glob("*.md")), f"\n\n{words}\n".encode())


def attachment(body: bytes) -> Plant:
    return lambda data: (data / "files" / "notice-2020" / "plan.pdf").write_bytes(body) and None  # type: ignore[func-returns-value]


def policy(words: str) -> Plant:
    return lambda data: (data / "privacy.yaml").write_text(words, encoding="utf-8") and None  # type: ignore[func-returns-value]


def _append(path: Path, words: bytes) -> None:
    path.write_bytes(path.read_bytes() + words)


PLANTED: list[tuple[str, str, str, Plant]] = [
    ("P01", "items.csv", "备注(note)", note(ID)),
    ("P02", "items.csv", "备注(note)", note(MOBILE)),
    ("P03", "items.csv", "备注(note)", note(f"账号{CARD}")),
    ("P04", "items.csv", "备注(note)", note("家住示例县示例镇东村3号")),
    ("P05", "items.csv", "备注(note)", note("受援人张三")),
    ("P06", "items.csv", "备注(note)", note("1990年1月2日出生")),
    ("P07", "items.csv", "备注(note)", note("个人邮箱a@example.com")),
    ("P08", "items.csv", "备注(note)", note("QQ：123456789")),
    ("P09", "items.csv", "备注(note)", note("张伟患有精神分裂症")),
    ("P10", "items.csv", "备注(note)", note("机密★10年")),
    ("P02", "texts/", "", text(MOBILE)),
    ("P02", "files/notice-2020/plan.pdf", "第 1 页", attachment(built.pdf([f"手机{MOBILE}"]))),
    ("P11", "files/notice-2020/plan.pdf", "属性“作者”", attachment(built.pdf(["一"], author="张三"))),
    ("P12", "files/notice-2020/plan.pdf", "拍摄信息", attachment(built.jpeg(gps=True))),
    ("P13", "files/notice-2020/plan.pdf", "", attachment(built.scanned_pdf())),
    ("P14", "privacy.yaml", "", policy("allow: [{kind: mobile}]\n")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "file", "column", "plant"), PLANTED, ids=[f"{p[0]}-{n}" for n, p in enumerate(PLANTED)]
)
def test_a_planted_leak_is_found_where_it_stands(
    tiny: Path, code: str, file: str, column: str, plant: Plant
) -> None:
    assert list(subject.problems(load_catalogue(tiny), tiny)) == []
    plant(tiny)
    (problem,) = subject.problems(load_catalogue(tiny), tiny)
    assert problem.code is CODES[code]
    assert problem.place.file.startswith(file) and column in problem.place.column
    assert MOBILE not in str(problem) and ID not in str(problem)


def test_every_code_is_planted_and_every_kind_has_one() -> None:
    assert {one.code for one in PRIVACY_CODES} == {code for code, *_ in PLANTED}
    assert set(subject.CODE_OF) == set(subject.Kind)


def test_what_was_scanned_is_not_scanned_again(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment(built.pdf([f"手机{MOBILE}"]))(tiny)
    store = tmp_path / "kept" / "privacy.json"
    first = subject.findings(load_catalogue(tiny), tiny, store)
    assert MOBILE not in store.read_text(encoding="utf-8")
    monkeypatch.setattr(subject, "scan_bytes", None)
    assert subject.findings(load_catalogue(tiny), tiny, store) == first
    monkeypatch.undo()
    store.write_text("{", encoding="utf-8")
    assert subject.findings(load_catalogue(tiny), tiny, store) == first


def test_the_real_and_the_demo_data_are_clean(real: object) -> None:
    root = Path(__file__).resolve().parents[2]
    assert subject.findings(load_catalogue(root / "data"), root / "data") == []
    assert (
        subject.findings(load_catalogue(root / "examples" / "demo"), root / "examples" / "demo")
        == []
    )
