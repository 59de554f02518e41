"""A second look at an answer that the strict parser refuses, with the standard library's.

Browsers forgive more than aiohttp: a Content-Length that is said twice, lines that are no
headers. What they do not forgive either (two different lengths) stays a fault.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from disclosure.audit.observe.fetch.body import Body

_PIECE = 64 * 1024

Heard = Callable[[int, list[tuple[str, str]]], Body | None]
"""Is told status and headers; gives back where the body goes, if anybody wants it."""


class Refused(Exception):
    """A browser would refuse it as well; the message says why."""


def get(
    url: str,
    headers: Mapping[str, str],
    context: ssl.SSLContext,
    silence: float,
    timeout: float,
    heard: Heard,
) -> None:
    """Ask once, in a thread of its own; raises Refused, OSError, HTTPException, ValueError, and
    what the body raises."""
    ends = time.monotonic() + timeout
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    connection = (
        http.client.HTTPSConnection(host, port, timeout=silence, context=context)
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=silence)
    )
    try:
        target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        connection.request("GET", target, headers={**headers, "Connection": "close"})
        response = connection.getresponse()
        _settle(response)
        body = heard(response.status, [(name, _text(value)) for name, value in _pairs(response)])
        while body is not None and (piece := response.read1(_PIECE)):
            body.feed(piece)
            if time.monotonic() > ends:
                raise TimeoutError
        if body is not None and response.length:
            raise http.client.IncompleteRead(b"", response.length)
    finally:
        connection.close()


def _pairs(response: http.client.HTTPResponse) -> list[tuple[str, str]]:
    return list(response.msg.raw_items()) if response.msg is not None else []


def _text(value: str) -> str:
    """The value as aiohttp gives it: UTF-8, and what is none as surrogates."""
    return value.encode("latin-1", "replace").decode("utf-8", "surrogateescape").strip()


def _settle(response: http.client.HTTPResponse) -> None:
    """The one length that all Content-Length agree on."""
    said = [value for name, value in _pairs(response) if name.lower() == "content-length"]
    lengths = {one.strip() for value in said for one in value.split(",")}
    if len(lengths) > 1:
        raise Refused(f"Content-Length 前后不一：{'、'.join(sorted(lengths))[:60]}")
    if response.chunked or not lengths:
        return
    (length,) = lengths
    if not (length.isascii() and length.isdigit()):
        raise Refused(f"Content-Length 不是数字：{length[:40]}")
    if response.length is None and response.status not in (204, 304):
        response.length = int(length)
