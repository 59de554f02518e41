"""The quick look never passes what a detector would have found, and loads nothing it needs not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.load import load_catalogue
from disclosure.privacy import catalogue as subject
from disclosure.privacy import detect as detectors
from disclosure.privacy import sieve, table
from disclosure.privacy.allow import Allowed
from disclosure.privacy.detect import detect
from disclosure.privacy.fold import fold
from disclosure.privacy.scan import scan_bytes
from privacy.corpus import attached, written
from privacy.corpus.case import Case
from privacy.made import CARD, ID, MOBILE
from privacy.test_detect import FOUND
from privacy.test_held_out import AGAIN, CLEAN, CLEAN_AGAIN, PRIVATE

ROOT = Path(__file__).resolve().parents[2]
FAULTS = [
    ID, MOBILE, f"账号{CARD}", "家住示例县示例镇东村3号", "受援人张三", "1990年1月2日出生", "机密★10年", "张伟患有精神分裂症",
    "王某，男，示例县示例镇上坪村3组，农民", "申请人：李小明", "微信号：zhang_san88", "张三系我县社区矫正对象", "李娜，女，8岁",
]  # fmt: skip


def corpus() -> list[Case]:
    return [*written.cases(), *attached.cases()]


def texts() -> Iterator[str]:
    yield from (one for found in FOUND.values() for one in found)
    yield from (text for _, text, *_ in [*PRIVATE, *AGAIN, *CLEAN, *CLEAN_AGAIN])
    yield from (case.text for case in corpus())


def test_what_is_found_is_suspicious() -> None:
    seen = 0
    for text in texts():
        for line in [text, *text.splitlines()]:
            if detect(line):
                seen += 1
                assert sieve.suspicious(line), line
    assert seen > 500


def test_gates_shut_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each detector behind its gates finds what it finds without them."""
    for text in texts():
        plain = fold(text).text
        for detector, gates in detectors._DETECTORS:
            if any(True for _ in detector(plain)):
                assert any(sieve.gate(name).search(plain) for name in gates), (detector, text)


def test_tables_are_read_alike_with_the_sieve_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def scanned() -> list[object]:
        return [scan_bytes(case.file, case.content, Allowed()).findings for case in corpus()]

    quick = scanned()
    assert sum(map(len, quick)) > 500  # type: ignore[arg-type]
    monkeypatch.setattr(table, "suspicious", lambda _: True)
    assert scanned() == quick


def test_rows_are_read_alike_with_the_sieve_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The demo with a fault in every hundredth row."""
    data = tmp_path / "demo"
    shutil.copytree(ROOT / "examples" / "demo", data)
    lines = (data / "items.csv").read_text(encoding="utf-8").splitlines()
    for number in range(1, len(lines), 100):
        lines[number] = (
            lines[number].rpartition(",")[0] + ",“" + FAULTS[number // 100 % len(FAULTS)] + "”"
        )
    (data / "items.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    loaded = load_catalogue(data)
    quick = list(subject._rows(loaded, Allowed()))
    assert len(quick) >= len(lines) // 200
    monkeypatch.setattr(subject, "doubtful", lambda *_: True)
    monkeypatch.setattr(table, "doubtful", lambda *_: True)
    monkeypatch.setattr(table, "suspicious", lambda _: True)
    assert list(subject._rows(loaded, Allowed())) == quick


def test_libraries_are_loaded_with_the_first_file_that_needs_them() -> None:
    script = "import sys, disclosure.privacy.catalogue; print([m for m in ('pypdf', 'lxml', 'PIL') if m in sys.modules])"
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
