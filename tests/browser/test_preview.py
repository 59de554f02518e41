"""The preview: `mkdocs serve` shows an edited row without being started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.serving import ROOT

PATIENCE = 20.0
"""Seconds until an edit must be seen."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(tiny: Path, tmp_path: Path) -> Iterator[str]:
    """The preview of a private copy of the tiny bureau, stopped as Ctrl+C stops it."""
    port = free_port()
    log = tmp_path / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            env=os.environ
            | {"DISCLOSURE_DATA": str(tiny), "DISCLOSURE_TODAY": "2021-07-01"}
            | {"NO_MKDOCS_2_WARNING": "1"},
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=10)
    assert code == 0, log.read_text(encoding="utf-8", errors="replace")


def wait_for(url: str, text: str) -> str:
    """The page, once it is served and contains `text`."""
    body = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                body = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
            body = str(error)
        if text in body:
            return body
        time.sleep(0.1)
    pytest.fail(f"{url}: {text!r} did not appear in {PATIENCE} s; last seen: {body[:300]}")


def test_an_edited_row_is_shown(preview: str, tiny: Path) -> None:
    page = wait_for(preview + "indicators/n001/", "审批清单公开")
    assert "审批清单改名" not in page
    file = tiny / "indicators.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("审批清单公开", "审批清单改名"), encoding="utf-8"
    )
    wait_for(preview + "indicators/n001/", "审批清单改名")
    wait_for(preview, "livereload")
