"""A signed message to somebody else's program: one POST, retried with back-off.

The body is JSON in UTF-8. `X-Hub-Signature-256: sha256=…` is the HMAC-SHA256 of the body's
bytes (the header's name is the field's custom), `X-Delivery` stays the same over retries, so
that a receiver can drop doubles, and `sent_at` stands in the signed body against replay.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import random
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from disclosure.audit.observe.fetch.limits import AGENT
from disclosure.audit.observe.fetch.polite import wait_asked
from disclosure.audit.observe.fetch.tls import strict

SIGNATURE = "X-Hub-Signature-256"
TRIES = 5
_BACKOFF, _LONGEST, _TIMEOUT = 1.0, 30.0, 15.0
_AGAIN = {408, 425, 429, 500, 502, 503, 504}


class _Stays(urllib.request.HTTPRedirectHandler):
    """A signed body goes to nobody but the one it was meant for."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def deliver(
    url: str,
    message: Mapping[str, Any],
    secret: bytes,
    ca: Path | None = None,
    *,
    backoff: float = _BACKOFF,
    sleep: Callable[[float], None] = time.sleep,
) -> str:
    """Send it; empty when the receiver took it, else why not."""
    if urlsplit(url).scheme not in ("http", "https"):
        return f"{url} 不是 http 或 https 网址"
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    body = json.dumps({**message, "sent_at": now}, ensure_ascii=False).encode("utf-8", "replace")
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": AGENT,
        "X-Delivery": str(uuid.uuid4()),
        SIGNATURE: signature(body, secret),
    }
    https = urllib.request.HTTPSHandler(context=strict(ca))
    opener = urllib.request.build_opener(https, _Stays)
    failure = ""
    for attempt in range(TRIES):
        request = urllib.request.Request(url, body, headers, method="POST")
        failure, asked = _post(opener, request)
        if not failure or asked is None:
            return failure
        if attempt + 1 < TRIES:
            usual = backoff * 2**attempt * random.uniform(0.8, 1.2)
            sleep(min(max(usual, asked), _LONGEST))
    return f"{failure}（试了 {TRIES} 次）"


def signature(body: bytes, secret: bytes) -> str:
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def _post(
    opener: urllib.request.OpenerDirector, request: urllib.request.Request
) -> tuple[str, float | None]:
    """What went wrong, and how long to wait before the next try; None: there is no sense in it."""
    try:
        with opener.open(request, timeout=_TIMEOUT):
            return "", None
    except urllib.error.HTTPError as error:
        with error:
            headers = {name.lower(): value for name, value in error.headers.items()}
        wait = max(0.0, wait_asked(error.code, headers))
        return f"对方回答 {error.code}", wait if error.code in _AGAIN else None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return f"发不出去：{reason}", 0.0
