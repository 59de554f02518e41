"""Memory between runs: what is red and since when, two runs at once, a run that is killed."""

from __future__ import annotations

import datetime as dt
import json
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import answers as a
from hostile.server import Host, Script, Servers

from disclosure.audit.fetch.asking import Asked, asked
from disclosure.audit.history import History
from disclosure.audit.history_file import HistoryError
from disclosure.audit.past import changed
from disclosure.cli import main

Row = dict[str, Any]
GOOD = a.article("关于公开行政执法信息的通知")
GONE = a.page("404", "", status="404 Not Found")
DOWN = a.answer(b"", "502 Bad Gateway")
CODES = {"ok": "", "broken": "gone", "blocked": "guarded", "suspect": "drift"}


def row(url: str, verdict: str, day: int = 1, **seen: Any) -> Row:
    """A row of the report as far as the history reads it."""
    at = f"2026-11-{day:02d}T08:00:00+08:00"
    what: Row = {
        "status": 200,
        "chain": [{"url": url}],
        "size": 9,
        "title": "一",
        "sha256": "0" * 64,
    }
    return {
        "url": url, "href": url, "verdict": verdict, "reason": CODES[verdict],
        "evidence": "x" if CODES[verdict] else "", "parents": (), "department": "",
        "seen": what | seen | {"at": at, "seconds": 0.1},
    }  # fmt: skip


def go(path: Path, one: Asked, *verdicts: str, **options: Any) -> Row:
    """Runs that see an address so, one a day; the last row."""
    found: Row = {}
    for day, verdict in enumerate(verdicts, 1):
        with History(path) as history:
            history.begin("data", "list", "site", **options)
            found = dict(history.take(one, row(one.url, verdict, day)))
            history.end({"exit": 0})
    return found


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "audit.sqlite"


ONE = asked("https://a.example/1.html")


@pytest.mark.parametrize(
    ("seen", "standing", "failures", "since", "well"),
    [
        (["ok"], "ok", None, "", ""),
        (["broken"], "recheck", 1, "01", ""),
        (["ok", "broken"], "recheck", 1, "02", "01"),
        (["ok", "broken", "broken"], "red", 2, "02", "01"),
        (["broken", "broken", "broken"], "red", 3, "01", ""),
        (["broken", "ok", "broken"], "recheck", 1, "03", "02"),
        (["ok", "blocked", "broken"], "recheck", 2, "02", "01"),
        (["broken", "broken", "suspect", "broken"], "recheck", 4, "01", ""),
        (["ok", "suspect", "suspect"], "person", 2, "02", "01"),
        (["broken", "broken", "ok"], "ok", None, "", ""),
    ],
)
def test_only_the_second_failure_in_a_row_is_red(
    base: Path, seen: list[str], standing: str, failures: int | None, since: str, well: str
) -> None:
    last = go(base, ONE, *seen)
    memory = last.get("history", {})
    assert last["standing"] == standing
    assert memory.get("failures") == failures
    assert memory.get("first_failure", "")[8:10] == since
    assert memory.get("last_success", "")[8:10] == well


def test_a_fault_of_writing_is_red_at_once(base: Path) -> None:
    with History(base) as history:
        history.begin("list", "x", "y")
        without = {k: v for k, v in row("file:///a", "broken").items() if k != "seen"}
        assert history.take(asked("file:///a"), without)["standing"] == "red"


def test_what_was_not_looked_at_is_not_remembered(base: Path) -> None:
    with History(base) as history:
        history.begin("list", "x", "y")
        unchecked = {**row(ONE.url, "ok"), "verdict": "unchecked", "reason": "not-asked"}
        assert history.take(ONE, unchecked)["standing"] == "unchecked"
        history.flush()
        assert history.askings(ONE.url) == []


def test_an_interrupted_run_and_its_rest_are_one(base: Path) -> None:
    for resumed in (False, True, True):
        with History(base) as history:
            history.begin("list", "same", "y", resumed=resumed)
            last = history.take(ONE, row(ONE.url, "broken"))
    assert last["standing"] == "recheck" and last["history"]["failures"] == 1
    assert go(base, ONE, "broken")["standing"] == "red"


def test_our_own_network_down_counts_for_nothing(base: Path) -> None:
    with History(base) as history:
        history.begin("data", "x", "y")
        history.take(ONE, row(ONE.url, "broken"))
        history.end({}, void=True)
    assert go(base, ONE, "broken")["standing"] == "recheck"


def test_what_changed_is_told(base: Path) -> None:
    def seen(**more: Any) -> Row:
        with History(base) as history:
            history.begin("data", "x", "y")
            return dict(history.take(ONE, row(ONE.url, "ok", **more)))

    assert "history" not in seen() and "history" not in seen()
    assert seen(title="二")["history"] == {"changed": {"title": ["一", "二"]}}
    chain = [{"url": ONE.url}, {"url": "https://b.example/"}]
    found = seen(title="二", chain=chain, sha256="1" * 64)["history"]["changed"]
    assert found == {
        "sha256": ["0" * 64, "1" * 64],
        "chain": [[ONE.url], [ONE.url, "https://b.example/"]],
    }
    assert changed({"size": 0, "title": ""}, {"size": 0, "title": ""}) == {}


def test_success_is_trusted_for_a_time_failure_never(base: Path) -> None:
    def known(verdict: str, days_ago: float, trust: float) -> bool:
        one = asked(
            f"https://a.example/{verdict}/{days_ago}/{trust}", ("l:1",), department="办公室"
        )
        at = dt.datetime.now().astimezone() - dt.timedelta(days=days_ago)
        with History(base, trust) as history:
            history.begin("data", "x", "y")
            made = row(one.url, verdict)
            made["seen"]["at"] = at.isoformat()
            history.take(one, made)
            history.flush()
            found = history.known(one)
        if found is not None:
            assert found["verdict"] == "ok" and found["department"] == "办公室"
            assert found["parents"] == ("l:1",) and found["seen"]["title"] == "一"
            assert found["trusted"] == at.isoformat()
        return found is not None

    assert known("ok", 2, 3) and not known("ok", 4, 3) and not known("ok", 0, 0)
    assert not known("broken", 0, 3) and not known("suspect", 0, 3) and not known("blocked", 0, 3)


def test_other_expectations_are_other_addresses(base: Path) -> None:
    from disclosure.audit.fetch.expect import expectation

    other = asked(ONE.url, expect=expectation("应有的文字"))
    go(base, ONE, "ok")
    assert go(base, other, "broken")["history"]["last_success"] == ""


def test_lone_surrogates_and_quotes_are_kept(base: Path) -> None:
    url = "https://a.example/\udcff'\"\x00中"
    strange = Asked(url, ONE.request, url=url)
    go(base, strange, "broken", "broken")
    with History(base) as history:
        (asking,) = history.askings("https://a.example/\\udcff'\"\x00中")
        assert len(history.steps(asking)) == 2


@pytest.mark.parametrize("content", [b"this is no database, whatever its name says" * 99, b""])
def test_a_file_that_is_no_history(base: Path, content: bytes, tmp_path: Path) -> None:
    base.write_bytes(content)
    if content:
        with pytest.raises(HistoryError, match="打不开"):
            History(base)
        names = tmp_path / "l.txt"
        names.write_text("https://a.example/", encoding="utf-8")
        command = ["--list", str(names), "--history", str(base), "--report", str(tmp_path / "r")]
        assert main(["audit", "fetch", *command]) == 3
    else:
        History(base).__exit__(None, None, None)


def test_a_newer_file_is_refused(base: Path) -> None:
    with History(base):
        pass
    with sqlite3.connect(base) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(HistoryError, match="升级"):
        History(base)


def test_runs_at_once_wait_for_each_other_and_lose_nothing(base: Path) -> None:
    each, runs = 1200, 4
    faults: list[BaseException] = []

    def run(number: int) -> None:
        try:
            with History(base) as history:
                history.begin("list", str(number), f"l{number}")
                for n in range(each):
                    url = f"https://a.example/{n if n % 2 else f'{number}-{n}'}"
                    history.take(asked(url), row(url, "ok"))
                history.end({"exit": 0})
        except BaseException as error:  # whatever a thread meets must fail the test
            faults.append(error)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert whole(base) == (runs, runs * each)


def whole(base: Path) -> tuple[int, int]:
    """Runs and results of a file that is in order."""
    raw = sqlite3.connect(base)
    try:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        for missing in (
            "SELECT count(*) FROM results WHERE run NOT IN (SELECT id FROM runs)",
            "SELECT count(*) FROM results WHERE address NOT IN (SELECT key FROM addresses)",
            "SELECT count(*) FROM results WHERE sight NOT IN (SELECT key FROM sights)",
        ):
            assert raw.execute(missing).fetchone() == (0,)
        runs: int = raw.execute("SELECT count(*) FROM runs").fetchone()[0]
        results: int = raw.execute("SELECT count(*) FROM results").fetchone()[0]
        return runs, results
    finally:
        raw.close()


# The command


@pytest.fixture
def host() -> Iterator[Host]:
    paths: dict[str, Script] = {f"/{n}": a.late(0.01, GOOD) for n in range(80)}
    one = Host(paths, GONE)
    with Servers({"0": one}):
        yield one


@pytest.fixture
def fetch(tmp_path: Path, host: Host) -> Callable[..., tuple[int, Row]]:
    def run(paths: list[str], *options: str) -> tuple[int, Row]:
        names, report = tmp_path / "list.txt", tmp_path / "report"
        names.write_text("\n".join(host.base + path for path in paths), encoding="utf-8")
        command = ["audit", "fetch", "--list", str(names), "--report", str(report), "--rate", "0"]
        code = main([*command, "--retries", "0", "--data", str(tmp_path), *options])
        return code, json.loads((report / "fetch.json").read_text(encoding="utf-8"))

    return run


Fetch = Callable[..., tuple[int, Row]]


def test_first_recheck_then_red(fetch: Fetch, capsys: pytest.CaptureFixture[str]) -> None:
    code, data = fetch(["/gone", "/1"], "--confirmed")
    assert code == 2 and data["standings"]["recheck"] == 1 and data["counts"]["broken"] == 1
    assert "待复核 网页已不存在" in capsys.readouterr().out
    code, data = fetch(["/gone", "/1"], "--confirmed")
    assert code == 1 and data["standings"]["red"] == 1
    assert data["results"][0]["history"]["failures"] == 2
    assert "断 网页已不存在" in capsys.readouterr().out


def test_asked_for_by_hand_the_first_look_counts(fetch: Fetch) -> None:
    code, data = fetch(["/gone"])
    assert code == 1 and data["results"][0]["standing"] == "recheck"


def test_a_trusted_success_is_not_asked_for_again(fetch: Fetch, host: Host) -> None:
    assert fetch(["/1", "/gone"])[0] == 1
    host.asked.clear()
    code, data = fetch(["/1", "/gone"], "--trust", "1")
    assert code == 1 and data["counts"]["ok"] == 1 and data["results"][0]["trusted"]
    assert host.asked["/1"] == 0 and host.asked["/gone"] >= 1
    fetch(["/1", "/gone"])
    assert host.asked["/1"] == 1


def test_an_outage_of_our_own_makes_nothing_red(fetch: Fetch, tmp_path: Path) -> None:
    names = tmp_path / "dead.txt"
    names.write_text("".join(f"http://127.0.0.1:{n}/\n" for n in (1, 2, 3)), encoding="utf-8")
    command = ["audit", "fetch", "--list", str(names), "--report", str(tmp_path / "r")]
    for _ in range(3):
        assert main([*command, "--retries", "0", "--confirmed"]) == 3
    data = json.loads((tmp_path / "r" / "fetch.json").read_text(encoding="utf-8"))
    assert data["standings"]["red"] == 0 and data["standings"]["recheck"] == 3


def test_history_and_trend_are_told(
    fetch: Fetch, host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch(["/1", "/gone"])
    host.paths = {**host.paths, "/1": a.article("换了标题的通知")}
    fetch(["/1", "/gone"])
    capsys.readouterr()
    base = ["--history", str(tmp_path / "report" / "audit.sqlite")]
    assert main(["audit", "history", host.base + "/1", *base]) == 0
    said = capsys.readouterr().out
    assert said.count("通 正常") == 2 and "网页标题变了：关于公开" in said
    assert main(["audit", "history", host.base + "/none", *base]) == 3
    svg, out = tmp_path / "t.svg", tmp_path / "t.json"
    assert main(["audit", "trend", *base, "--picture", str(svg), "--json", str(out)]) == 0
    assert [run["standings"]["red"] for run in json.loads(out.read_text("utf-8"))] == [0, 1]
    assert svg.read_text("utf-8").startswith("<svg") and "断 1" in svg.read_text("utf-8")
    assert main(["audit", "trend", "--history", str(tmp_path / "none")]) == 64
    assert not (tmp_path / "none").exists()


def test_killed_at_random_points_the_history_stays_whole(host: Host, tmp_path: Path) -> None:
    chance = random.Random(7)
    names, folder = tmp_path / "list.txt", tmp_path / "report"
    names.write_text("\n".join(f"{host.base}/{n}" for n in range(80)), encoding="utf-8")
    command = ["audit", "fetch", "--list", str(names), "--report", str(folder), "--rate", "0.02"]
    for started in range(1, 7):
        process = subprocess.Popen(
            [sys.executable, "-m", "disclosure.cli", *command], stdout=subprocess.DEVNULL
        )
        seen = sum(host.asked.values())
        deadline = time.monotonic() + 20
        while sum(host.asked.values()) == seen and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.7)
        process.kill()
        process.wait()
        runs, _results = whole(folder / "audit.sqlite")
        assert runs == started
    assert main([*command[:-1], "0"]) == 0
    data = json.loads((folder / "fetch.json").read_text(encoding="utf-8"))
    assert data["counts"]["ok"] == 80 and data["trusted"]
    whole(folder / "audit.sqlite")
    with History(folder / "audit.sqlite") as history:
        for n in range(80):
            (asking,) = history.askings(f"{host.base}/{n}")
            assert {step.verdict.value for step in history.steps(asking)} == {"ok"}
        assert len(history.ended()) == 1


def test_the_same_command_twice_at_once(host: Host, tmp_path: Path) -> None:
    """Same list, same folder: each gives its own whole report, whoever is the last to write."""
    names, folder = tmp_path / "list.txt", tmp_path / "r"
    names.write_text("\n".join(f"{host.base}/{n}" for n in range(80)), encoding="utf-8")
    command = [sys.executable, "-m", "disclosure.cli", "audit", "fetch", "--list", str(names)]
    command += ["--report", str(folder), "--rate", "0.01"]
    processes = []
    for number in range(2):
        processes.append(subprocess.Popen([*command, "--json", str(tmp_path / f"{number}.json")]))
        time.sleep(0.7)
    assert [process.wait(60) for process in processes] == [0, 0]
    for number in range(2):
        data = json.loads((tmp_path / f"{number}.json").read_text(encoding="utf-8"))
        assert [row["url"] for row in data["results"]] == [f"{host.base}/{n}" for n in range(80)]
    assert whole(folder / "audit.sqlite")[0] == 2
    assert not list(folder.glob("fetch.journal*"))


def test_two_commands_with_one_history(host: Host, tmp_path: Path) -> None:
    base = tmp_path / "audit.sqlite"
    processes = []
    for number in range(2):
        names = tmp_path / f"list{number}.txt"
        names.write_text("\n".join(f"{host.base}/{n}" for n in range(80)), encoding="utf-8")
        command = ["audit", "fetch", "--list", str(names), "--history", str(base), "--rate", "0"]
        command += ["--report", str(tmp_path / f"r{number}")]
        processes.append(subprocess.Popen([sys.executable, "-m", "disclosure.cli", *command]))
    assert [process.wait(60) for process in processes] == [0, 0]
    assert whole(base) == (2, 160)
