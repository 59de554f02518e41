"""What a host says of itself, asked once: robots.txt, a random address, where home is."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from disclosure.audit.fetch.elsewhere import without_echo
from disclosure.audit.fetch.engines import kept_away
from disclosure.audit.fetch.sighting import Baseline, Sighting
from disclosure.audit.fetch.written import origin
from disclosure.audit.observe.fetch.polite import Asker

_ROBOTS = 512 * 1024
_PROBES = 16
"""Random addresses asked for at one host, at most."""
_BARE = 300
"""A page with fewer letters is compared with a random address in its own folder as well."""

Plain = Callable[[str], Awaitable[Sighting]]
T = TypeVar("T")


class Hosts:
    """Knowledge about hosts; each question is asked once however many want to know."""

    def __init__(self, asker: Asker, plain: Plain) -> None:
        self.asker, self.plain = asker, plain
        self._known: dict[tuple[str, str], asyncio.Future[Any]] = {}
        self._probes: dict[str, int] = {}

    async def _once(self, key: tuple[str, str], question: Callable[[], Awaitable[T]]) -> T:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = asyncio.ensure_future(question())
        if not known.done():
            await asyncio.shield(known)
        found: T = known.result()
        return found

    async def denied(self, url: str) -> tuple[str, ...]:
        """The engines that robots.txt keeps away from the address."""
        start = origin(url)
        text = await self._once((start, "robots"), lambda: self._robots(start))
        return kept_away(text, url[len(start) :]) if text else ()

    async def _robots(self, start: str) -> str:
        """The rules; empty where there are none. Redirects are followed, as engines do."""
        url = start + "/robots.txt"
        for _ in range(3):
            answer, _tries = await self.asker.ask(url, tries=1)
            target = answer.headers.get("location", "")
            if 300 <= answer.status < 400 and target.startswith(("http://", "https://", "/")):
                url = start + target if target.startswith("/") else target
                continue
            break
        if answer.status != 200 or answer.body is None:
            return ""
        if "html" in answer.headers.get("content-type", ""):
            return ""
        text = answer.body.head(_ROBOTS).decode("utf-8", "replace")
        answer.body.drop()
        return text

    async def random(self, url: str, letters: int) -> Baseline | None:
        """What the host shows at an address that nobody can have published."""
        start, path = origin(url), urlsplit(url).path
        folder, _, name = path.rpartition("/")
        suffix = name.rpartition(".")[2] if "." in name else ""
        suffix = "." + suffix if suffix.isalnum() and len(suffix) < 6 else ""
        found = await self._once((start, suffix), lambda: self._random(start + folder, suffix))
        if found is None and letters < _BARE and self._probes.get(start, 0) < _PROBES:
            key = (start, f"{folder}/*{suffix}")
            found = await self._once(key, lambda: self._random(start + folder, suffix))
        return found

    async def _random(self, folder: str, suffix: str) -> Baseline | None:
        start = origin(folder)
        self._probes[start] = self._probes.get(start, 0) + 1
        url = f"{folder}/{secrets.token_hex(8)}{suffix}"
        seen = await self.plain(url)
        if seen.fault is not None or seen.status != 200 or seen.page is None:
            return None
        shown = seen.page.lines
        plain = {without_echo(without_echo(line, url), seen.final) for line in shown}
        lines = frozenset(filter(None, plain.union(shown)))
        text = f"{seen.page.title} {seen.page.text}"
        return Baseline(url, seen.final, lines, seen.sha256, text)

    async def home(self, url: str) -> str:
        """Where the home page of the host ends up; empty if it cannot be seen."""
        start = origin(url)
        return await self._once((start, "/"), lambda: self._home(start + "/"))

    async def _home(self, url: str) -> str:
        seen = await self.plain(url)
        return seen.final if seen.status == 200 and seen.fault is None else ""
