"""A few scripted servers on this machine, in the loop of whoever asks them: for the self-test."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

Said = bytes | float
"""The whole answer; or how many seconds to say nothing before hanging up."""
_PEM = Path(__file__).with_name("planted.pem")
NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


@dataclass
class Host:
    """One port, and what it says at each path."""

    paths: Mapping[str, Said] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    port: int = 0

    @property
    def base(self) -> str:
        return f"http{'s' if self.tls else ''}://127.0.0.1:{self.port}"


class Loopback:
    """All hosts, as long as the context lasts."""

    def __init__(self, hosts: Mapping[str, Host]) -> None:
        self.hosts = hosts
        self._servers: list[asyncio.Server] = []
        self._talking: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Loopback:
        for host in self.hosts.values():
            await self._open(host)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for server in self._servers:
            server.close()
        for task in self._talking:
            task.cancel()
        await asyncio.gather(*self._talking, return_exceptions=True)

    async def _open(self, host: Host) -> None:
        async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._talking.add(task)
            # A task that ends as cancelled makes asyncio print a traceback.
            with suppress(OSError, EOFError, ValueError, IndexError, asyncio.CancelledError):
                await _answer(host, reader, writer)
            self._talking.discard(task)
            writer.close()

        server = await asyncio.start_server(meet, "127.0.0.1", 0, ssl=host.tls, backlog=256)
        host.port = server.sockets[0].getsockname()[1]
        self._servers.append(server)


async def _answer(host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One answer a connection."""
    first = await reader.readexactly(1)
    if first == b"\x16":  # a TLS handshake where none is spoken: as plain servers answer
        writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
        return
    target = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1].decode("ascii")
    said = host.paths.get(target) or host.paths.get(target.partition("?")[0], NOTHING)
    if isinstance(said, float):
        await asyncio.sleep(said)
        return
    head, _, body = said.partition(b"\r\n\r\n")
    writer.write(head + b"\r\nConnection: close\r\n\r\n" + body if body or b":" in head else said)
    await writer.drain()


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def certified(folder: Path) -> tuple[Path, dict[str, ssl.SSLContext]]:
    """The file of the root to trust, and a server's context for each fault of TLS."""
    parts = {
        head.strip(): text
        for head, _, text in (
            part.partition("\n") for part in _PEM.read_text(encoding="ascii").split("\n# ")[1:]
        )
    }
    root = folder / "root.pem"
    root.write_text(parts["root"], encoding="ascii")
    middle = parts["middle"]
    chains = {
        "good": ("key", parts["good"] + middle),
        "tls-incomplete": ("key", parts["good"]),
        "tls-expired": ("key", parts["expired"] + middle),
        "tls-wrong-host": ("key", parts["wrong-host"] + middle),
        "tls-self-signed": ("key", parts["self-signed"]),
        "tls-weak": ("weak-key", parts["weak"] + middle),
    }
    found = {}
    for name, (key, chain) in chains.items():
        file = folder / f"{name}.pem"
        file.write_text(parts[key] + chain, encoding="ascii")
        found[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        found[name].set_ciphers("ALL:@SECLEVEL=0")
        found[name].load_cert_chain(file)
    return root, found
