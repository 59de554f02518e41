"""A run as a whole: manners, speed in any order, interruption and resumption, sources of lists."""

from __future__ import annotations

import asyncio
import io
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

import pytest
from hostile import answers as a
from hostile.server import Host, Script, Servers

from disclosure.audit.fetch.asking import asked, read_list
from disclosure.audit.fetch.expect import expectation
from disclosure.audit.fetch.judge import judge
from disclosure.audit.fetch.sighting import Sighting
from disclosure.audit.observe.fetch.body import Body
from disclosure.audit.observe.fetch.client import Answer
from disclosure.audit.observe.fetch.journal import Journal
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.looking import Looker, Need
from disclosure.audit.observe.fetch.polite import Asker, wait_asked
from disclosure.audit.observe.fetch.progress import Progress
from disclosure.cli import main

Row = dict[str, Any]
Serve = Callable[..., list[Host]]
MISSING = a.page("404", "", status="404 Not Found")
GOOD = a.article("关于公开行政执法信息的通知")


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start hosts, each with the given answer to everything but what it has none for."""
    with ExitStack() as stack:

        def start(*scripts: dict[str, Script], otherwise: Script = MISSING) -> list[Host]:
            hosts = [Host(paths, otherwise) for paths in scripts]
            stack.enter_context(Servers({str(n): host for n, host in enumerate(hosts)}))
            return hosts

        yield start


@pytest.fixture
def fetch(tmp_path: Path) -> Callable[..., tuple[int, Row]]:
    def run(urls: list[str], *options: str) -> tuple[int, Row]:
        names, report = tmp_path / "list.txt", tmp_path / "report"
        names.write_text("\n".join(urls), encoding="utf-8")
        code = main(["audit", "fetch", "--list", str(names), "--report", str(report), *options])
        return code, json.loads((report / "fetch.json").read_text(encoding="utf-8"))

    return run


Fetch = Callable[..., tuple[int, Row]]


def test_manners_towards_one_host(serve: Serve, fetch: Fetch) -> None:
    paths: dict[str, Script] = {f"/{n}": a.late(0.05, GOOD) for n in range(8)}
    (host,) = serve(paths)
    started = time.monotonic()
    code, _ = fetch([f"{host.base}/{n}" for n in range(8)], "--rate", "0.1", "--concurrency", "2")
    assert code == 0 and host.most_at_once <= 2
    assert time.monotonic() - started >= 0.1 * 9  # eight pages, robots.txt, a random address


def test_many_hosts_in_any_order(serve: Serve, fetch: Fetch) -> None:
    """200 addresses on 20 hosts at 0.35 s each, with the usual manners."""
    paths: dict[str, Script] = {f"/{n}.html": a.late(0.35, GOOD) for n in range(10)}
    hosts = serve(*([paths] * 20), otherwise=a.late(0.35, MISSING))
    urls = [f"{host.base}/{n}.html" for host in hosts for n in range(10)]
    random.Random(1).shuffle(urls)
    started = time.monotonic()
    code, data = fetch(urls)
    assert code == 0 and data["counts"]["ok"] == 200
    assert time.monotonic() - started <= 7


def test_retry_after_is_honoured(serve: Serve, fetch: Fetch) -> None:
    limited = a.in_turn(a.answer(b"", "429 Too Many Requests", Retry_After="1"), GOOD)
    (host,) = serve({"/a": limited})
    started = time.monotonic()
    code, _ = fetch([f"{host.base}/a"], "--rate", "0")
    assert code == 0 and time.monotonic() - started >= 1 and host.asked["/a"] == 2
    assert wait_asked(503, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert wait_asked(200, {"retry-after": "9"}) == 0 and wait_asked(429, {"retry-after": "x"}) == 0


def test_a_second_round_finds_what_came_back(serve: Serve, fetch: Fetch) -> None:
    broken = a.answer(b"", "502 Bad Gateway")
    (host,) = serve({"/a": a.in_turn(broken, broken, GOOD)})
    code, data = fetch([f"{host.base}/a"], "--rate", "0", "--retries", "1")
    assert code == 0 and data["counts"]["ok"] == 1 and host.asked["/a"] == 3


def test_a_dead_host_is_not_asked_for_each_address(fetch: Fetch) -> None:
    urls = [f"http://127.0.0.1:1/{n}" for n in range(60)]
    code, data = fetch(urls, "--retries", "3")
    assert code == 1 and data["reasons"] == {"no-connection": 60}
    assert data["requests"] < 60
    assert "不再逐个重试" in data["results"][-1]["evidence"]


def test_no_network_at_all_is_distrust(fetch: Fetch, capsys: pytest.CaptureFixture[str]) -> None:
    urls = [f"http://127.0.0.1:{port}/" for port in (1, 2, 3)]
    code, data = fetch(urls, "--retries", "0")
    assert code == 3 and not data["trusted"] and "网络不通" in data["distrust"][0]
    assert "不可信" in capsys.readouterr().out


def test_an_empty_list_is_distrust(fetch: Fetch) -> None:
    assert fetch(["", "# 空"])[0] == 3


def test_the_links_of_a_live_page(serve: Serve, tmp_path: Path) -> None:
    body = '<a href="/good">一</a><a href="gone.html">二</a><a href="/good">一</a><a href="file:///a">三</a>'
    (host,) = serve({"/list/": a.article("通知公告", body), "/good": GOOD})
    out = tmp_path / "out.json"
    page = f"{host.base}/list/"
    code = main(["audit", "fetch", "--page", page, "--rate", "0", "--json", str(out), "--report", str(tmp_path)])  # fmt: skip
    data = json.loads(out.read_text(encoding="utf-8"))
    assert code == 1 and data["site"] == page
    found = {row["href"]: (row["url"], row["reason"]) for row in data["results"]}
    assert found["gone.html"] == (f"{page}gone.html", "gone")
    assert found["/good"] == (f"{host.base}/good", "") and found["file:///a"][1] == "leak"
    assert found[page] == (page, "")
    assert {"/c0/", "/c7/"} <= set(found)
    assert all(row["parents"] == [page] for row in data["results"] if row["href"] != page)


def test_a_page_that_cannot_be_read(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    (host,) = serve({})
    assert main(["audit", "fetch", "--page", f"{host.base}/x", "--rate", "0"]) == 3
    assert "打不开：状态 404" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [
        ["--list", "none.csv"],
        ["--list", "a", "--page", "b"],
        ["--page", "http://a.example/", "--rate", "-1"],
        ["--page", "http://a.example/", "--ca", "none.pem"],
    ],
)
def test_wrong_use(options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "fetch", *options]) == 64


def test_interrupted_and_resumed(serve: Serve, tmp_path: Path) -> None:
    """Ctrl-C leaves a usable report; the next run does not ask again for what was well."""
    paths: dict[str, Script] = {f"/{n}": a.late(0.05, GOOD) for n in range(60)}
    (host,) = serve(paths)
    names, folder = tmp_path / "list.txt", tmp_path / "report"
    names.write_text("\n".join(f"{host.base}/{n}" for n in range(60)), encoding="utf-8")
    command = ["audit", "fetch", "--list", str(names), "--report", str(folder), "--rate", "0.1"]
    process = subprocess.Popen([sys.executable, "-m", "disclosure.cli", *command])
    while sum(host.asked.values()) < 20:
        time.sleep(0.05)
    process.send_signal(2)
    assert process.wait(20) == 3
    data = json.loads((folder / "fetch.json").read_text(encoding="utf-8"))
    assert len(data["results"]) == 60 and not data["trusted"] and "中断" in data["distrust"][0]
    well = {row["url"] for row in data["results"] if row["verdict"] == "ok"}
    assert 5 < len(well) < 60 and data["counts"]["unchecked"] == 60 - len(well)
    host.asked.clear()
    assert main([*command[:-1], "0"]) == 0
    data = json.loads((folder / "fetch.json").read_text(encoding="utf-8"))
    assert data["counts"]["ok"] == 60 and any("沿用" in note for note in data["notes"])
    assert not {host.base + path for path in host.asked} & well
    assert not (folder / "fetch.journal").exists()


def test_a_torn_journal_keeps_what_is_whole(tmp_path: Path) -> None:
    rows = read_list("http://a.example/1\nhttp://a.example/2\nhttp://a.example/3\n", "x.txt")
    path = tmp_path / "fetch.journal"
    journal = Journal(path, rows)
    journal.write(0, {"verdict": "ok", "url": "1"})
    journal.write(1, {"verdict": "broken", "url": "2"})
    journal.write(2, {"verdict": "ok", "url": "3"})
    journal.close(finished=False)
    path.write_bytes(path.read_bytes()[:-9])
    again = Journal(path, rows)
    assert again.resumed == 1 and [json.loads(line)["url"] for line in again.lines()] == ["1"]
    again.close(finished=False)
    other = Journal(path, rows[:2])
    assert other.resumed == 0
    other.close(finished=True)


def test_progress_on_a_terminal_and_elsewhere() -> None:
    async def watch(screen: io.StringIO | None, seconds: float) -> list[str]:
        said: list[str] = []
        progress = Progress(4, said.append, screen)
        progress.take({"verdict": "ok"})
        progress.take({"verdict": "suspect"})
        task = asyncio.ensure_future(progress.tell())
        await asyncio.sleep(seconds)
        task.cancel()
        progress.end()
        return said

    screen = io.StringIO()
    assert asyncio.run(watch(screen, 0.3)) == []
    assert "████████████░░░░░░░░░░░░ 2/4，通 1，断 0，待人工 1" in screen.getvalue()
    assert asyncio.run(watch(None, 0.3)) == []  # the first line comes after ten seconds


def answered(looks: Mapping[str, bytes]) -> Looker:
    """A looker whose client knows the answers, so that public hosts can be played."""

    class Known:
        requests = 0

        async def ask(self, url: str, *more: object, **others: object) -> tuple[Answer, int]:
            head, _, body = looks.get(url, MISSING).partition(b"\r\n\r\n")
            first, *lines = head.decode().split("\r\n")
            headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
            found = Body("", 1 << 20, Path("."))
            found.feed(body)
            return Answer(url, int(first.split()[1]), headers, body=found), 1

    return Looker(cast(Asker, Known()), Limits())


def test_a_public_address_must_not_lead_into_a_private_network() -> None:
    start = "http://www.example.gov.cn/a"
    looker = answered({start: a.to("http://192.168.0.9/x")})
    seen = asyncio.run(looker.look(start, Need()))
    assert [sign.code for sign in judge(seen, asked(start))] == ["leak"]
    assert [hop.url for hop in seen.hops] == [start]  # nothing was asked of the private host
    framed = a.page("", '<iframe src="http://10.1.1.1/"></iframe>', bare=True)
    seen = asyncio.run(answered({start: framed}).look(start, Need()))
    assert judge(seen, asked(start))[0].code == "dead-frame"
    frames = b"HTTP/1.1 200 OK\r\n\r\n<frameset><frame src=/left><frame src=/right></frameset>"
    pages = {
        start: frames,
        "http://www.example.gov.cn/right": GOOD,
        "http://www.example.gov.cn/left": GOOD,
    }
    seen = asyncio.run(answered(pages).look(start, Need()))
    assert judge(seen, asked(start, expect=expectation("公开行政执法信息"))) == []


def test_one_address_that_upsets_the_program_is_told_and_the_rest_go_on(
    serve: Serve, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    (host,) = serve({"/a": GOOD, "/b": GOOD})
    look = Looker.look

    async def upset(self: Looker, url: str, need: Need) -> Sighting:
        if url.endswith("/b"):
            raise RuntimeError("boom")
        return await look(self, url, need)

    monkeypatch.setattr(Looker, "look", upset)
    code, data = fetch([f"{host.base}/a", f"{host.base}/b"], "--rate", "0")
    assert code == 3 and data["counts"]["ok"] == 1 and "boom" in data["distrust"][0]
