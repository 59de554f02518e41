"""Proof that `audit fetch` sees what is wrong: planted faults on this machine, each of which
must be found for its own reason, among addresses that are well and must give no alarm.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disclosure.audit.fetch.asking import Asked, asked
from disclosure.audit.fetch.expect import expectation
from disclosure.audit.fetch.report import Summary
from disclosure.audit.fetch.result import Result
from disclosure.audit.observe.fetch import planted
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.loopback import Host, Loopback, certified, free_port
from disclosure.audit.observe.fetch.planted import Planted
from disclosure.audit.observe.fetch.rounds import Rounds
from disclosure.audit.reasons import FOREIGN, REASONS

_LIMITS = Limits(rate=0, concurrency=32, timeout=1.5, retries=0, backoff=0.05, patience=0.5)


@dataclass
class SelfTest:
    """What was planted, and what of it was found."""

    planted: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """Reason, address, and the reason that was given instead."""
    alarms: list[tuple[str, str, str]] = field(default_factory=list)
    """Reason, address and evidence where nothing is wrong."""

    @property
    def unplanted(self) -> list[str]:
        """Reasons that nobody planted: whether they would be found is not known."""
        return [code for code in FOREIGN if not self.planted[code]]

    @property
    def passed(self) -> bool:
        return not (self.missed or self.alarms or self.unplanted)

    def take(self, wanted: str, result: Result) -> None:
        said = result.signs[0].code if result.signs else ""
        if wanted:
            self.planted[wanted] += 1
            if said != wanted:
                self.missed.append((wanted, result.asked.url, said))
        elif result.signs:
            self.alarms.append((said, result.asked.url, result.signs[0].evidence))

    def as_dict(self) -> dict[str, Any]:
        planted = sum(self.planted.values())
        return {
            "planted": planted,
            "found": planted - len(self.missed),
            "kinds": {code: self.planted[code] for code in REASONS if self.planted[code]},
            "missed": [{"reason": c, "url": u, "instead": i} for c, u, i in self.missed],
            "false_alarms": [{"reason": c, "url": u, "evidence": e} for c, u, e in self.alarms],
            "unplanted": self.unplanted,
        }

    def tell(self, summary: Summary) -> None:
        """What the self-test adds to a run: nothing, or the loss of all trust."""
        planted = sum(self.planted.values())
        found = planted - len(self.missed)
        summary.notes.append(f"自检：在本机埋下 {planted} 处毛病，找到 {found} 处。")
        for code, _, instead in self.missed:
            other = f"说成了“{REASONS[instead].title}”" if instead else "当成了正常"
            summary.doubts.append(f"自检没有找到埋下的毛病“{REASONS[code].title}”，{other}")
        for code, _, evidence in self.alarms:
            title = REASONS[code].title
            summary.doubts.append(f"自检把正常的网址误报为“{title}”：{evidence}")
        for code in self.unplanted:
            summary.doubts.append(f"自检没有埋下“{REASONS[code].title}”，不知道能不能找到")
        summary.extra["self_test"] = self.as_dict()


def self_test() -> SelfTest:
    """Plant and look; takes a few seconds, and asks nobody but this machine."""
    with tempfile.TemporaryDirectory(prefix="self-test-") as folder:
        return asyncio.run(_test(Path(folder)))


async def _test(folder: Path) -> SelfTest:
    root, contexts = certified(folder)
    main, denying = Host(planted.paths()), Host(planted.robots())
    hosts = {"main": main, "robots": denying}
    hosts |= {name: Host({"/": planted.GOOD}, tls) for name, tls in contexts.items()}
    result = SelfTest()
    async with Loopback(hosts):
        inside = planted.pdf_with(f"{main.base}/planted/gone")
        main.paths = {**main.paths, "/planted/dead-inside.pdf": inside}
        names = {name: host.base for name, host in hosts.items()}
        names |= {"main_port": str(main.port), "free": str(free_port())}
        every = (*planted.FAULTS, *planted.WELL)
        for one, told in zip(every, await _looked(every, names, root), strict=True):
            result.take(one.code, told)
        for told in await _interrupted(asked(names["main"] + "/good"), root):
            result.take("not-asked", told)
    return result


async def _looked(every: Iterable[Planted], names: dict[str, str], root: Path) -> list[Result]:
    """What the program concludes, in the order of what was planted."""
    wanted = [asked(_filled(one.written, names), expect=expectation(one.expect)) for one in every]
    found: dict[int, Result] = {}
    rounds = Rounds(wanted, _LIMITS, lambda result: found.update({id(result.asked): result}))
    await rounds.run(root, asyncio.Event())
    return [found[id(one)] for one in wanted]


async def _interrupted(one: Asked, root: Path) -> list[Result]:
    """A run that is stopped before it begins."""
    stop, found = asyncio.Event(), list[Result]()
    stop.set()
    await Rounds([one], _LIMITS, found.append).run(root, stop)
    return found


def _filled(written: str, names: dict[str, str]) -> str:
    for name, base in names.items():
        written = written.replace("{" + name + "}", base)
    return written
