"""An answer whose body is coming in: where it goes, and what may go wrong on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import aiohttp

from disclosure.audit.fetch.sighting import Sign
from disclosure.audit.observe.fetch.body import Body, TooLarge, Unreadable
from disclosure.audit.observe.fetch.limits import Limits

_FLOWS = 1024
"""Bytes a second above which a body that does not end in time is large, not stuck."""


@dataclass(slots=True)
class Answer:
    """What came back for one request."""

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    body: Body | None = None
    fault: Sign | None = None
    tls: Sign | None = None
    unconnected: bool = False
    """The fault came before there was a connection."""
    cut: bool = False
    """The connection was there, and was cut during the handshake."""
    seconds: float = 0.0

    def open(self, limits: Limits, folder: Path) -> Body | None:
        """Where the body goes; none, with the fault, if its encoding is unknown."""
        kind = self.headers.get("content-type", "text/html").lower()
        most = limits.max_page if "html" in kind else limits.max_size
        try:
            self.body = Body(self.headers.get("content-encoding", ""), most, folder)
        except Unreadable:
            name = self.headers["content-encoding"]
            self.fault = Sign("unread", f"用了不认识的压缩方式 {name[:40]}")
        return self.body


@contextmanager
def receiving(answer: Answer, started: float) -> Iterator[None]:
    """What goes wrong while the body comes in becomes the answer's fault."""
    try:
        yield
    except TooLarge:
        most = answer.body.limit if answer.body is not None else 0
        answer.fault = Sign("unread", f"超过 {most // 2**20} MB，没有读完")
    except Unreadable:
        answer.fault = Sign("bad-answer", "声明的压缩方式和内容不符，解不开")
    except TimeoutError:
        answer.fault = _late(answer, time.monotonic() - started)
    except (aiohttp.ClientError, HTTPException, OSError) as error:
        answer.fault = _cut(answer, error)
    else:
        body = answer.body
        if body is not None and not body.whole:
            answer.fault = Sign("truncated-page", f"压缩的内容没有结尾，收到 {body.raw} 字节")


def _late(answer: Answer, seconds: float) -> Sign:
    raw = answer.body.raw if answer.body is not None else 0
    if raw > _FLOWS * max(seconds, 1):
        return Sign("unread", f"{seconds:.0f} 秒收到 {raw} 字节，还没有完")
    return Sign("timeout", f"{seconds:.0f} 秒只收到 {raw} 字节，没有收完")


def _cut(answer: Answer, error: Exception) -> Sign:
    length, raw = answer.headers.get("content-length", ""), answer.body.raw if answer.body else 0
    if raw or isinstance(error, (aiohttp.ClientPayloadError, HTTPException)):
        due = f"应有 {length} 字节，" if length else ""
        return Sign("truncated-page", f"{due}收到 {raw} 字节就断开了")
    return Sign("no-connection", f"收到状态 {answer.status} 后连接断开")
