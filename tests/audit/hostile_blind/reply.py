"""What the server sends, byte for byte: a reply is a list of steps."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final


class Reset:
    """A step: break the connection off (RST)."""


RESET: Final = Reset()
Step = bytes | float | Reset
"""Bytes to send, seconds to wait, or the end of the connection."""


@dataclass(frozen=True)
class Request:
    """What was asked."""

    method: str
    target: str
    """As sent, bytes as latin-1."""
    headers: dict[str, str]
    number: int
    """How often this path was asked with GET, this time included."""


@dataclass(frozen=True)
class Reply:
    """Steps to take; the connection stays open only if `keep`."""

    steps: Iterable[Step]
    keep: bool = False


Answer = Callable[[Request], Reply]
HTML = "text/html; charset=utf-8"


def reply(
    body: str | bytes,
    kind: str = HTML,
    status: str = "200 OK",
    headers: Sequence[str] = (),
    encoding: str = "utf-8",
) -> Answer:
    """An ordinary answer with its length; `kind` "" sends no Content-Type."""
    data = body if isinstance(body, bytes) else body.encode(encoding)
    lines = [f"HTTP/1.1 {status}", "Server: nginx", f"Content-Length: {len(data)}", *headers]
    if kind:
        lines.append(f"Content-Type: {kind}")
    head = "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n"
    return lambda _: Reply([head + data], keep=True)


def redirect(location: str | bytes, status: str = "302 Found", body: str = "") -> Answer:
    """A hop; a Location of bytes goes out as it is."""
    raw = location if isinstance(location, bytes) else location.encode("utf-8")
    data = body.encode()
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(data)}\r\nContent-Type: {HTML}\r\n".encode()
    return lambda _: Reply([head + b"Location: " + raw + b"\r\n\r\n" + data], keep=True)


def raw(*steps: Step) -> Answer:
    """Exactly these steps, then the end of the connection."""
    return lambda _: Reply(steps)


def file(
    data: bytes, kind: str = "application/octet-stream", headers: Sequence[str] = ()
) -> Answer:
    return reply(data, kind, headers=headers)


def zipped(body: str, encoding: str = "gzip") -> Answer:
    return reply(gzip.compress(body.encode()), headers=[f"Content-Encoding: {encoding}"])


def in_turn(*answers: Answer) -> Answer:
    """The first answer to the first request, and so on; the last one stays."""

    def answer(request: Request) -> Reply:
        return answers[min(request.number, len(answers)) - 1](request)

    return answer
