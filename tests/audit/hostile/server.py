"""Scripted servers in one thread: each path answers with bytes, or does something nasty.

Everything is bounded: what never ends here ends after a few seconds.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType

Act = Callable[["Call"], Awaitable[None]]
Script = bytes | Act


@dataclass
class Call:
    """One request."""

    target: str
    headers: Mapping[str, str]
    writer: asyncio.StreamWriter
    number: int
    """How often this path was asked for, this time included."""

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


@dataclass
class Host:
    """One port: what it answers, and what to everything else."""

    paths: Mapping[str, Script]
    otherwise: Script
    tls: ssl.SSLContext | None = None
    port: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def base(self) -> str:
        return f"http{'s' if self.tls else ''}://{'localhost' if self.tls else '127.0.0.1'}:{self.port}"


class Servers:
    """All hosts, running while the context lasts."""

    def __init__(self, hosts: Mapping[str, Host]) -> None:
        self.hosts = hosts
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._writers: list[asyncio.StreamWriter] = []
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Servers:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda loop, context: None)
        servers = [self._loop.run_until_complete(self._open(one)) for one in self.hosts.values()]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._shut(servers))
        self._loop.close()

    async def _shut(self, servers: list[asyncio.Server]) -> None:
        for server in servers:
            server.close()
        own = asyncio.current_task()
        talking = [task for task in asyncio.all_tasks() if task is not own]
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(0.1)

    async def _open(self, host: Host) -> asyncio.Server:
        async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers.append(writer)
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await _converse(host, reader, writer)
            with suppress(Exception):
                writer.close()

        server = await asyncio.start_server(
            meet, "127.0.0.1", 0, ssl=host.tls, limit=256 * 1024, backlog=256
        )
        host.port = server.sockets[0].getsockname()[1]
        return server


async def _converse(host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers as long as the connection lasts; an act closes it."""
    first = await reader.read(1)
    if first == b"\x16":  # a TLS handshake where none is spoken: as plain servers answer
        writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
        return
    while True:
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        first = b""
        target = head[0].split(" ")[1]
        headers = {
            name.lower(): value.strip() for name, _, value in (x.partition(":") for x in head[1:])
        }
        path = target.partition("?")[0]
        host.asked[path] += 1
        host.agents.add(headers.get("user-agent", ""))
        host.at_once += 1
        host.most_at_once = max(host.most_at_once, host.at_once)
        try:
            script = host.paths.get(target) or host.paths.get(path) or host.otherwise
            if not isinstance(script, bytes):
                await script(Call(target, headers, writer, host.asked[path]))
                return
            writer.write(script)
            await writer.drain()
        finally:
            host.at_once -= 1
