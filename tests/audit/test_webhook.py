"""The message to somebody else's program: signed, retried, delivered once."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hostile import answers as a
from hostile.server import Host, Servers

from disclosure.audit.observe.webhook import SIGNATURE, TRIES, deliver
from disclosure.cli import main

SECRET = b"a secret of the test"


@dataclass
class Receiver:
    """Answers with the given states, the last one from then on."""

    states: list[int]
    retry_after: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    one = Receiver([204])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            one.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            state = one.states[min(len(one.got), len(one.states)) - 1]
            if state == 0:
                self.connection.close()
                return
            self.send_response(state)
            if one.retry_after:
                self.send_header("Retry-After", one.retry_after)
            if state == 302:
                self.send_header("Location", one.url + "elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            pass

        def finish(self) -> None:
            with suppress(OSError, ValueError):  # hung up on purpose
                super().finish()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    one.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield one
    server.shutdown()
    thread.join()
    server.server_close()


def signed(headers: dict[str, str], body: bytes) -> bool:
    wanted = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(headers[SIGNATURE.lower()], wanted)


def test_the_body_is_json_and_signed(receiver: Receiver) -> None:
    assert deliver(receiver.url, {"text": "断 2"}, SECRET) == ""
    ((headers, body),) = receiver.got
    assert signed(headers, body) and not signed(headers, body + b" ")
    assert headers["content-type"].startswith("application/json")
    assert "断 2".encode() in body
    sent = json.loads(body)
    assert sent["text"] == "断 2" and sent["sent_at"][:2] == "20"


@pytest.mark.parametrize("states", [[503, 429, 204], [500, 200], [0, 0, 200], [408, 202]])
def test_it_is_tried_again_with_growing_pauses(receiver: Receiver, states: list[int]) -> None:
    receiver.states = states
    waits: list[float] = []
    assert deliver(receiver.url, {}, SECRET, sleep=waits.append) == ""
    assert len(receiver.got) == len(states)
    assert len({headers["x-delivery"] for headers, _ in receiver.got}) == 1
    assert len({body for _, body in receiver.got}) == 1
    for n, wait in enumerate(waits):
        assert 0.8 * 2**n <= wait <= 1.2 * 2**n


def test_the_receiver_says_how_long_to_wait(receiver: Receiver) -> None:
    receiver.states, receiver.retry_after = [429, 204], "7"
    waits: list[float] = []
    assert deliver(receiver.url, {}, SECRET, sleep=waits.append) == ""
    assert waits == [7]


@pytest.mark.parametrize(("state", "tries"), [(400, 1), (401, 1), (410, 1), (302, 1), (503, TRIES)])
def test_what_makes_no_sense_is_not_tried_again(receiver: Receiver, state: int, tries: int) -> None:
    receiver.states = [state]
    failure = deliver(receiver.url, {}, SECRET, sleep=lambda _: None)
    assert str(state) in failure and len(receiver.got) == tries


def test_nobody_listens() -> None:
    failure = deliver("http://127.0.0.1:1/", {}, SECRET, sleep=lambda _: None)
    assert "发不出去" in failure and f"试了 {TRIES} 次" in failure
    assert deliver("file:///etc/hosts", {}, SECRET) and deliver("ftp://a.example/", {}, SECRET)


def test_a_run_tells_what_is_open(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tmp_path / "l.csv"
    with Servers({"0": (host := Host({"/ok": a.article("通知")}, a.answer(b"", "404 Not Found")))}):
        names.write_text(f"url,department\n{host.base}/ok,\n{host.base}/gone,法制科\n", "utf-8")
        command = ["audit", "fetch", "--list", str(names), "--report", str(tmp_path / "r")]
        command += ["--rate", "0", "--data", str(tmp_path), "--webhook", receiver.url]
        assert main(command) == 64  # without a secret nothing is sent
        monkeypatch.setenv("DISCLOSURE_WEBHOOK_SECRET", SECRET.decode())
        assert main(command) == 1
        ((headers, body),) = receiver.got
        assert signed(headers, body)
        told = json.loads(body)
        assert told["event"] == "audit.fetch" and told["exit"] == 1
        assert told["standings"]["recheck"] == 1 and "待复核 1" in told["text"]
        (fault,) = told["faults"]
        assert fault["url"] == f"{host.base}/gone" and fault["department"] == "法制科"
        assert fault["failures"] == 1 and fault["fix"] and told["more"] == 0
        names.write_text(f"{host.base}/ok\n", encoding="utf-8")
        receiver.states = [403]
        assert main(command) == 2  # all is well, but nobody was told
