"""Many addresses: hosts in parallel, the order of the list irrelevant, and a second round."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.judge import judge, written_fault
from disclosure.audit.fetch.result import Result
from disclosure.audit.fetch.sighting import Sighting, Sign
from disclosure.audit.fetch.written import origin
from disclosure.audit.observe.fetch.client import Client
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.looking import Looker, Need
from disclosure.audit.observe.fetch.polite import AGAIN, PASSING, Asker, wait_asked

Take = Callable[[Result], None]
"""Is told each conclusion as soon as there is one."""


@dataclass(slots=True)
class Unit:
    """One address to request, and everybody who asked for it."""

    url: str
    asked: list[Asked] = field(default_factory=list)

    @property
    def need(self) -> Need:
        return Need(
            anchors=any(one.request.fragment for one in self.asked),
            words=any(one.expect.any_of for one in self.asked),
        )


@dataclass
class Outcome:
    """How a run went, beyond its results."""

    hosts: int = 0
    reached: int = 0
    requests: int = 0
    stopped: bool = False


class Rounds:
    """One run over a list."""

    def __init__(self, asked: Iterable[Asked], limits: Limits, take: Take) -> None:
        self.limits, self.take = limits, take
        self.outcome = Outcome()
        self.units: dict[str, Unit] = {}
        self.settled: list[Asked] = []
        """Nothing to request: contacts, leaks, addresses that are none."""
        self.pending: dict[str, Sighting] = {}
        """What failed in the first round."""
        for one in asked:
            if one.request.url:
                self.units.setdefault(one.request.url, Unit(one.request.url)).asked.append(one)
            else:
                self.settled.append(one)

    async def run(self, ca: Path | None, stop: asyncio.Event) -> Outcome:
        """Both rounds; ends early when `stop` is set, and tells what it knows by then."""
        for one in self.settled:
            self.take(Result(one, tuple(written_fault(one))))
        async with Client(self.limits, ca) as client:
            asker = Asker(client, self.limits)
            looker = Looker(asker, self.limits)
            work = asyncio.ensure_future(self._both(looker, asker))
            stopping = asyncio.ensure_future(stop.wait())
            await asyncio.wait((work, stopping), return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            self.outcome.stopped = not work.done()
            if self.outcome.stopped:
                work.cancel()
                await asyncio.wait((work,))
            else:
                work.result()
            self.outcome.requests = asker.requests
            self.outcome.reached = asker.reached
        self._leave()
        return self.outcome

    async def _both(self, looker: Looker, asker: Asker) -> None:
        hosts = self._by_host(self.units.values())
        self.outcome.hosts = len(hosts)
        await self._round(hosts, looker, first=True)
        if self.pending:
            asker.forgive()
            await asyncio.sleep(min(10.0, 4 * self.limits.backoff))
            failed = [self.units[url] for url in self.pending]
            await self._round(self._by_host(failed), looker, first=False)

    @staticmethod
    def _by_host(units: Iterable[Unit]) -> dict[str, deque[Unit]]:
        hosts: dict[str, deque[Unit]] = defaultdict(deque)
        for unit in units:
            hosts[origin(unit.url)].append(unit)
        return hosts

    async def _round(self, hosts: dict[str, deque[Unit]], looker: Looker, *, first: bool) -> None:
        """As many workers a host as may ask there at once; the longest queues start first."""
        queues = sorted(hosts.values(), key=len, reverse=True)
        async with asyncio.TaskGroup() as group:
            for queue in queues:
                for _ in range(min(self.limits.concurrency, len(queue))):
                    group.create_task(self._work(queue, looker, first))

    async def _work(self, queue: deque[Unit], looker: Looker, first: bool) -> None:
        while queue:
            unit = queue.popleft()
            need = unit.need if first else unit.need._replace(tries=1)
            try:
                seen = await looker.look(unit.url, need)
            except Exception as error:  # one address must not end the audit of all the others
                seen = Sighting(unit.url, fault=Sign("not-observed", repr(error)[:200]))
            if first and _may_pass(seen, self.limits.patience):
                seen.page = seen.paper = None
                self.pending[unit.url] = seen
            else:
                self.pending.pop(unit.url, None)
                self._tell(unit, seen)

    def _tell(self, unit: Unit, seen: Sighting) -> None:
        for one in unit.asked:
            self.take(Result(one, tuple(judge(seen, one)), seen))
        unit.asked = []

    def _leave(self) -> None:
        """After an interruption: what failed once is told as it is, the rest is not looked at."""
        for unit in self.units.values():
            seen = self.pending.get(unit.url)
            if unit.asked and seen is not None:
                self._tell(unit, seen)
            for one in unit.asked:
                self.take(Result(one, (Sign("not-asked", ""),)))
            unit.asked = []


def _may_pass(seen: Sighting, patience: float) -> bool:
    """Whether a second round may see something else."""
    if seen.fault is not None:
        return seen.fault.code in PASSING
    return seen.status in AGAIN and wait_asked(seen.status, seen.headers) <= patience
