"""The self-test of `audit fetch`: every reason is planted and found, and it can fail."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hostile import answers as a
from hostile.case import GOOD
from hostile.server import Host, Servers

from disclosure.audit.fetch import judge
from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.sighting import Sighting, Sign
from disclosure.audit.observe.fetch import rounds, selftest
from disclosure.audit.observe.fetch.planted import FAULTS
from disclosure.audit.observe.fetch.selftest import SelfTest, self_test
from disclosure.audit.reasons import FOREIGN, REASONS
from disclosure.audit.verdict import Reason, Verdict
from disclosure.cli import main


@pytest.fixture(scope="module")
def passed() -> tuple[SelfTest, float]:
    started = time.monotonic()
    return self_test(), time.monotonic() - started


def test_everything_planted_is_found_and_nothing_else(passed: tuple[SelfTest, float]) -> None:
    result, seconds = passed
    assert (result.missed, result.alarms, result.unplanted) == ([], [], [])
    assert result.passed and seconds <= 5


def test_every_foreign_reason_has_a_planted_case(passed: tuple[SelfTest, float]) -> None:
    """A reason that is added without a fault for the self-test is told here."""
    assert set(FOREIGN) <= set(passed[0].planted)
    assert {one.code for one in FAULTS} <= set(REASONS)


def test_a_reason_without_a_fault_takes_the_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    new = Reason("new-one", Verdict.SUSPECT, "新的原因", "新的。", "改。")
    foreign: Mapping[str, Reason] = {**FOREIGN, "new-one": new}
    monkeypatch.setattr(selftest, "FOREIGN", foreign)
    result = SelfTest()
    result.planted.update(FOREIGN)
    assert result.unplanted == ["new-one"] and not result.passed


def blind(code: str) -> object:
    def signs(seen: Sighting, one: Asked) -> list[Sign]:
        return [sign for sign in judge.judge(seen, one) if sign.code != code]

    return signs


def alarmed(seen: Sighting, one: Asked) -> list[Sign]:
    return judge.judge(seen, one) or [Sign("drift", "看错了")]


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[list[str]]:
    with Servers({"": (host := Host({"/a": GOOD}, a.answer(b"", "404 Not Found")))}):
        names = tmp_path / "list.txt"
        names.write_text(f"{host.base}/a\n", encoding="utf-8")
        yield ["audit", "fetch", "--self-test", "--list", str(names), "--rate", "0",
               "--report", str(tmp_path / "report")]  # fmt: skip


@pytest.mark.parametrize(
    ("judging", "told"),
    [
        (judge.judge, ""),
        (blind("soft-404"), "没有找到埋下的毛病“打开的是出错页”，当成了正常"),
        (alarmed, "自检把正常的网址误报为“内容与登记的不同”：看错了"),
    ],
)
def test_only_a_proven_audit_is_trusted(
    listed: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    judging: object,
    told: str,
) -> None:
    monkeypatch.setattr(rounds, "judge", judging)
    code = main(listed)
    data = json.loads((tmp_path / "report" / "fetch.json").read_text(encoding="utf-8"))
    assert code == (3 if told else 0) and data["trusted"] is not bool(told)
    assert told in "".join(data["distrust"])
    assert any("自检：在本机埋下" in note for note in data["notes"])
    said = data["self_test"]
    assert set(FOREIGN) <= set(said["kinds"]) and said["planted"] == sum(said["kinds"].values())
    assert len(data["results"]) == 1  # what was planted is not among what was asked
