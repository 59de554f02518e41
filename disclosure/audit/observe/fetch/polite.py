"""Per host: requests at once, seconds between, Retry-After, back-off, and giving up on the dead."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
from collections.abc import Mapping
from types import TracebackType

from disclosure.audit.fetch.written import origin
from disclosure.audit.observe.fetch.client import Answer, Client
from disclosure.audit.observe.fetch.limits import Limits

PASSING = {"no-host", "no-connection", "timeout", "truncated-page"}
"""Faults that may be gone at the next try."""
AGAIN = {408, 425, 429, 500, 502, 503, 504, 520, 522, 523, 524, 525, 527, 530}
_DEAD = 4
"""A host that could not be connected to so often, and never was, is asked no more in a round."""


class Gate:
    """The way into one host."""

    def __init__(self, limits: Limits) -> None:
        self._slots = asyncio.Semaphore(limits.concurrency)
        self._rate = limits.rate
        self._next = 0.0
        self.refusals = 0
        self.reached = False

    async def __aenter__(self) -> None:
        await self._slots.acquire()
        if self._rate or self._next:
            now = asyncio.get_running_loop().time()
            start = max(now, self._next)
            self._next = start + self._rate
            if start > now:
                await asyncio.sleep(start - now)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._slots.release()

    def hold(self, seconds: float) -> None:
        """Nothing is asked of the host for so long."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    @property
    def dead(self) -> bool:
        return not self.reached and self.refusals >= _DEAD

    def note(self, answer: Answer) -> None:
        if answer.unconnected:
            self.refusals += 1
        else:
            self.reached = True


class Asker:
    """Asks politely, and again where that may help."""

    def __init__(self, client: Client, limits: Limits) -> None:
        self.client, self.limits = client, limits
        self._gates: dict[str, Gate] = {}
        self._all = asyncio.Semaphore(max(limits.total, limits.concurrency))
        self._last: dict[str, Answer] = {}
        self.requests = 0

    def gate(self, url: str) -> Gate:
        place = origin(url)
        gate = self._gates.get(place)
        if gate is None:
            gate = self._gates[place] = Gate(self.limits)
        return gate

    async def ask(
        self, url: str, cookies: Mapping[str, str] | None = None, tries: int | None = None
    ) -> tuple[Answer, int]:
        """The last answer, and how often it was asked for."""
        gate = self.gate(url)
        most = tries or 1 + self.limits.retries
        pause = self.limits.backoff
        for number in range(1, most + 1):
            if gate.dead:  # nothing is asked of it, so nobody has to wait for his turn
                return _as_before(url, self._last[origin(url)]), number
            async with gate, self._all:
                answer = await self.client.get(url, cookies)
            self.requests += 1
            gate.note(answer)
            if answer.unconnected:
                self._last[origin(url)] = answer
            wait = wait_asked(answer.status, answer.headers)
            if number == most or not passing(answer) or wait > self.limits.patience:
                break
            if wait:
                gate.hold(wait)
            await asyncio.sleep(max(wait, pause))
            pause *= 2
        return answer, number

    @property
    def reached(self) -> int:
        """Hosts to which there was a connection."""
        return sum(gate.reached for gate in self._gates.values())

    def forgive(self) -> None:
        """Before another round: hosts that were given up get one more chance."""
        for gate in self._gates.values():
            gate.refusals = min(gate.refusals, _DEAD - 1)


def passing(answer: Answer) -> bool:
    """Whether another try may give another answer."""
    if answer.fault is not None:
        return answer.fault.code in PASSING
    return answer.status in AGAIN


def wait_asked(status: int, headers: Mapping[str, str]) -> float:
    """Seconds that the host asks to wait: a number or a date."""
    text = headers.get("retry-after", "").strip() if status in (429, 503) else ""
    if text.isdigit():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - dt.datetime.now(dt.UTC)).total_seconds())


def _as_before(url: str, answer: Answer) -> Answer:
    """The fault of a dead host, for another of its addresses."""
    fault = answer.fault
    if fault is not None:
        fault = fault._replace(evidence=fault.evidence + "；这台服务器一直连不上，不再逐个重试")
    return Answer(url, fault=fault, unconnected=True)
