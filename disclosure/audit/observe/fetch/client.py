"""One GET -> Answer. It never raises: every way to fail has a reason code and words."""

from __future__ import annotations

import asyncio
import ssl
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import aiohttp
from yarl import URL

from disclosure.audit.fetch.sighting import Sign
from disclosure.audit.fetch.written import origin
from disclosure.audit.observe.fetch import lenient, tls
from disclosure.audit.observe.fetch.body import Body
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.reception import Answer, receiving

__all__ = ["Answer", "Client"]

_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_LINE = 128 * 1024


class Client:
    """A session; an asynchronous context."""

    def __init__(self, limits: Limits, ca: Path | None = None) -> None:
        self.limits = limits
        self._strict, self._lenient = tls.strict(ca), tls.lenient()
        self._faulty: dict[str, Sign] = {}
        """Origins whose TLS has a known fault: no need to fail again each time."""
        self._folder = tempfile.TemporaryDirectory(prefix="fetch-")
        self._kept = Path(self._folder.name)

    async def __aenter__(self) -> Client:
        limits = self.limits
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ttl_dns_cache=600),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(
                total=limits.timeout, sock_connect=limits.connect, sock_read=limits.silence
            ),
            headers={**_HEADERS, "User-Agent": limits.agent},
            auto_decompress=False,
            max_line_size=_LINE,
            max_field_size=_LINE,
            read_bufsize=_LINE,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()
        self._folder.cleanup()

    async def get(self, url: str, cookies: Mapping[str, str] | None = None) -> Answer:
        """Ask once; a fault of TLS is named, and the page behind it is read all the same."""
        if not url.startswith("https:"):
            return await self._get(url, cookies, self._strict)
        known = self._faulty.get(origin(url))
        answer = await self._get(url, cookies, self._lenient if known else self._strict)
        if known is None and answer.cut:
            # Some servers hang up on protocols they do not know; others just stumble.
            answer = await self._get(url, cookies, self._strict)
        if known is None and (answer.tls is not None or answer.cut):
            known, answer = await self._behind(url, cookies, answer)
        if known is not None:
            answer.tls = self._faulty[origin(url)] = known
        return answer

    async def _behind(
        self, url: str, cookies: Mapping[str, str] | None, first: Answer
    ) -> tuple[Sign | None, Answer]:
        """What a lenient look sees behind a fault of TLS, and the fault's name."""
        answer = await self._get(url, cookies, self._lenient)
        if first.tls is None:
            named = None if answer.cut or answer.fault else Sign("tls-weak", "按现行标准握手被拒绝")
            return named, answer
        if answer.tls is not None:
            answer.fault, answer.tls = Sign("tls-failed", first.tls.evidence), None
            return None, answer
        return first.tls, answer

    async def _get(
        self, url: str, cookies: Mapping[str, str] | None, context: ssl.SSLContext
    ) -> Answer:
        answer = Answer(url)
        started = time.monotonic()
        headers = {"Cookie": _cookie(cookies)} if cookies else None
        try:
            async with self._session.get(
                URL(url, encoded=True), allow_redirects=False, ssl=context, headers=headers
            ) as response:
                answer.status = response.status
                answer.headers = {k.lower(): v for k, v in response.headers.items()}
                answer.cookies = tuple(response.headers.getall("Set-Cookie", ()))
                if (body := answer.open(self.limits, self._kept)) is not None:
                    with receiving(answer, started):
                        async for piece in response.content.iter_any():
                            body.feed(piece)
        except aiohttp.ClientResponseError as error:
            why = " ".join(error.message.split())[:80]
            answer = await self._forgiving(url, headers or {}, context)
            if not answer.status and answer.fault is None:
                answer.fault = Sign("bad-answer", f"不是 HTTP 回答（{why}）")
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            _explain(error, answer, self.limits)
        answer.seconds = time.monotonic() - started
        return answer

    async def _forgiving(
        self, url: str, headers: Mapping[str, str], context: ssl.SSLContext
    ) -> Answer:
        """What a reader that forgives as much as browsers do makes of it."""
        answer, started = Answer(url), time.monotonic()

        def heard(status: int, pairs: list[tuple[str, str]]) -> Body | None:
            answer.status = status
            answer.headers = {name.lower(): value for name, value in pairs}
            answer.cookies = tuple(v for name, v in pairs if name.lower() == "set-cookie")
            return answer.open(self.limits, self._kept)

        sent = {**_HEADERS, "User-Agent": self.limits.agent, **headers}
        limits = self.limits
        try:
            with receiving(answer, started):
                await asyncio.to_thread(
                    lenient.get, url, sent, context, limits.silence, limits.timeout, heard
                )
        except lenient.Refused as refused:
            answer.fault = Sign("bad-answer", str(refused))
        except ValueError:
            answer.status = 0
        if not answer.status and answer.fault is not None and answer.fault.code != "bad-answer":
            answer.fault = None  # the strict parser's words say more
        return answer


def _explain(error: Exception, answer: Answer, limits: Limits) -> None:
    """The exception as a reason code and words."""
    answer.status = 0
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        answer.unconnected = True
        answer.fault = Sign("no-host", f"域名解析不到：{error.host}")
    elif isinstance(error, aiohttp.ClientConnectorCertificateError) and isinstance(
        error.certificate_error, ssl.SSLError
    ):
        answer.tls = tls.named(error.certificate_error)
    elif isinstance(error, aiohttp.ClientConnectorSSLError) and isinstance(
        error.os_error, ssl.SSLError
    ):
        answer.tls = tls.named(error.os_error)
        answer.fault = Sign("tls-failed", answer.tls.evidence)
    elif isinstance(error, (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError)):
        cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
        answer.cut = isinstance(cause, (ConnectionResetError, BrokenPipeError))
        answer.unconnected = not answer.cut
        answer.fault = Sign("no-connection", _unconnected(error, limits))
    elif isinstance(error, TimeoutError):
        answer.fault = Sign("timeout", f"{limits.silence:g} 秒内没有回答")
    elif isinstance(error, aiohttp.ServerDisconnectedError):
        answer.fault = Sign("no-connection", "没有回答就断开了连接")
    elif isinstance(error, OSError):
        answer.fault = Sign("no-connection", f"连接被重置（{error.strerror or error}）")
    else:
        answer.fault = Sign("bad-answer", f"{type(error).__name__}：{str(error)[:80]}")


def _unconnected(error: Exception, limits: Limits) -> str:
    if isinstance(error, TimeoutError):
        return f"{limits.connect:g} 秒内没有连上"
    if isinstance(error, aiohttp.ClientConnectorError):
        if isinstance(error.os_error, asyncio.TimeoutError):
            return f"{limits.connect:g} 秒内没有连上"
        return f"连接失败（{error.os_error.strerror or error.os_error}）"
    return str(error)[:80]


def _cookie(cookies: Mapping[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
