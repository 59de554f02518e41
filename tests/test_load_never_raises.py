"""Whatever stands in a data file, reading it gives problems, never an exception."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disclosure.load import load
from disclosure.problem import Severity

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "tiny"
FILES = sorted(
    path.relative_to(TINY).as_posix()
    for path in TINY.rglob("*")
    if path.suffix in (".csv", ".yaml")
)


def read_with(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(TINY, Path(folder) / "data"))
        (root / name).write_bytes(data)
        loaded = load(root)
    errors = [p for p in loaded.problems if p.severity is Severity.ERROR]
    assert (loaded.catalogue is None) == bool(errors)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=300))
@example(data=b"PK\x03\x04\x14\x00\x06\x00 a workbook renamed")
@example(data=b"\x00\x00\x00")
@example(data=b"- a list\n- of text\n")
@example(data=b"null\n")
@example(data=b"{a: {b: {c: [1, 2, {d: e}]}}}\n")
@example(data=b"? [complex, key]\n: value\n")
@example(data=b"!!python/object/apply:os.system ['true']\n")
def test_any_bytes(name: str, data: bytes) -> None:
    read_with(name, data)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(where=st.floats(0, 1), what=st.sampled_from(['"', ",", ":", "[", "&", "\t", "\n", "\ufeff"]))
def test_one_sign_too_many(name: str, where: float, what: str) -> None:
    text = (TINY / name).read_text(encoding="utf-8")
    at = int(len(text) * where)
    read_with(name, (text[:at] + what + text[at:]).encode())
