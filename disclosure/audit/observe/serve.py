"""The built site on a loopback server that behaves as a plain public web server does.

Exact case, a redirect where a folder's slash is missing, index.html for folders, 404 with
the site's own page, no folder listings. Every answer carries a `LinkChecker` header:
LinkChecker asks without its usual pauses where it sees one.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from disclosure.audit.address import decode

_TYPES = {".html": "text/html; charset=utf-8", ".md": "text/plain; charset=utf-8"}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, root: Path, files: Collection[str], prefix: str) -> None:
        self.root, self.files, self.prefix = root, files, prefix
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is no fault of the site."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "disclosure"
    server: _Server
    timeout = 30
    # Head and body in one packet: sent apart, each answer would wait 40 ms for an acknowledgement.
    wbufsize = 64 * 1024
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith(self.server.prefix):
            return self._missing()
        address, problem = decode(path[len(self.server.prefix) :])
        files = self.server.files
        if problem:
            return self._missing()
        if not address or address.endswith("/"):
            address += "index.html"
        if address in files:
            return self._send(200, address)
        if address + "/index.html" in files:
            return self._answer(301, b"", "text/html", {"Location": path + "/"})
        return self._missing()

    do_HEAD = do_GET

    def _missing(self) -> None:
        if "404.html" in self.server.files:
            self._send(404, "404.html")
        else:
            self._answer(404, b"<!doctype html><title>404</title>", _TYPES[".html"])

    def _send(self, status: int, path: str) -> None:
        suffix = "." + path.rpartition(".")[2].lower()
        kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        try:
            data = (self.server.root / path).read_bytes()
        except OSError:
            status, data = 500, b""
        self._answer(status, data, kind)

    def _answer(
        self, status: int, data: bytes, kind: str, also: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("LinkChecker", "disclosure")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in (also or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the report speaks."""


@contextmanager
def served(root: Path, files: Collection[str], prefix: str = "/") -> Iterator[str]:
    """The address at which the folder can be read while the block runs."""
    server = _Server(root, files, prefix)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
