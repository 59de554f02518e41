"""A built site, served on loopback as a web server would."""

from __future__ import annotations

import functools
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Site:
    """A built site: where it lies and where it is served."""

    folder: Path
    url: str


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Static files as a web server gives them; 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, extra: Mapping[str, str], **more: Any) -> None:
        self.extra = extra
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page drops its connections; that is no fault."""


@contextmanager
def serving(folder: Path, extra: Mapping[str, str] | None = None) -> Iterator[Site]:
    """The folder on a port of its own; `extra` headers stand on every answer."""
    handler = functools.partial(_Handler, directory=str(folder), extra=extra or {})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()
        thread.join()


def policy() -> dict[str, str]:
    """The content security policy of the published nginx configuration, as a header."""
    conf = (ROOT / "publishing/nginx.conf").read_text(encoding="utf-8")
    found = re.search(r'(Content-Security-Policy) "([^"]+)"', conf)
    assert found
    return {found[1]: found[2]}


def build(data: Path, today: str, folder: Path) -> Path:
    """Build with the command itself, as a person does."""
    command = f"build --data {data} --today {today} --site {folder}"
    done = subprocess.run(
        [sys.executable, "-m", "disclosure.cli", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
