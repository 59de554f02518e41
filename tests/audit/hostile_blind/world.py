"""The server: any number of sites on loopback addresses, all in one thread, all bounded."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import struct
import threading
from collections import Counter
from types import TracebackType
from typing import Self
from urllib.parse import unquote_to_bytes

from .reply import Answer, Reply, Request, Reset, reply
from .texts import HOME, NOT_FOUND

PATIENCE = 8.0
"""Nothing the server does lasts longer (seconds)."""


class Site:
    """One host: its own address and port, its routes, and what it says of anything else."""

    def __init__(self, address: str, tls: ssl.SSLContext | None, missing: Answer) -> None:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((address, 0))
        self.address = address
        self.port: int = self.socket.getsockname()[1]
        self.tls = tls
        self.missing = missing
        self.name = f"[{address}]" if ":" in address else address
        self.routes: dict[bytes, Answer] = {b"/": reply(HOME)}

    @property
    def origin(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.name}:{self.port}"

    def at(self, path: str, answer: Answer, listed: str | None = None) -> str:
        """Serve `path` (percent-encoded or not); returns the URL, written as `listed`."""
        self.routes[_plain(path)] = answer
        return self.origin + (path if listed is None else listed)

    def answer(self, target: str) -> Answer:
        whole = _plain(target)
        return self.routes.get(whole) or self.routes.get(_plain(_path(target)), self.missing)


def _path(target: str) -> str:
    return target.partition("?")[0]


def _plain(target: str) -> bytes:
    """The bytes meant, however they were escaped."""
    try:
        return unquote_to_bytes(target.encode("latin-1"))
    except UnicodeEncodeError:
        return unquote_to_bytes(target)


class World:
    """All sites; `with World() as world:` serves what was built on it until the end."""

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self.asked: list[tuple[str, Request]] = []
        """Every request, with its origin."""
        self.counts: Counter[tuple[str, bytes]] = Counter()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="hostile", daemon=True)
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()

    def site(
        self,
        missing: Answer | None = None,
        tls: ssl.SSLContext | None = None,
        address: str = "",
    ) -> Site:
        """A new host. Unknown paths are an honest 404 unless said otherwise."""
        number = len(self.sites)
        chosen = address or f"127.77.{number // 200}.{number % 200 + 1}"
        made = Site(chosen, tls, missing or reply(NOT_FOUND, status="404 Not Found"))
        self.sites.append(made)
        return made

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(PATIENCE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)
        for site in self.sites:
            site.socket.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        # A client that hangs up, or a handshake that fails, is what this server is for.
        self._loop.set_exception_handler(lambda loop, context: None)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        servers = [
            await asyncio.start_server(
                lambda r, w, site=site: self._connected(site, r, w),  # type: ignore[misc]
                sock=site.socket,
                ssl=site.tls,
                backlog=256,
            )
            for site in self.sites
        ]
        self._ready.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await asyncio.sleep(0.05)

    async def _connected(
        self, site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task
        self._running.add(task)
        try:
            with contextlib.suppress(OSError, EOFError, ValueError, asyncio.TimeoutError):
                while await self._one(site, reader, writer):
                    pass
        finally:
            self._running.discard(task)
            with contextlib.suppress(OSError, RuntimeError):
                writer.close()

    async def _one(
        self, site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE * 4)
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        pairs = (line.partition(":") for line in lines if line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        key = (site.origin, _plain(target))
        self.counts[key] += method == "GET"
        request = Request(method, target, headers, max(1, self.counts[key]))
        self.asked.append((site.origin, request))
        answer = site.answer(target)(request)
        await asyncio.wait_for(_send(answer, writer, method == "HEAD"), PATIENCE)
        return answer.keep and headers.get("connection", "").lower() != "close"


async def _send(answer: Reply, writer: asyncio.StreamWriter, head_only: bool) -> None:
    for step in answer.steps:
        if isinstance(step, bytes):
            part = step.partition(b"\r\n\r\n")
            writer.write(part[0] + part[1] if head_only else step)
            await writer.drain()
            if head_only and part[1]:
                return
        elif isinstance(step, Reset):
            connection = writer.get_extra_info("socket")
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
            return
        else:
            await asyncio.sleep(step)
