"""How far a long run is: a bar on a terminal, a line every ten seconds elsewhere."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import TextIO

from disclosure.audit.fetch.history import Row
from disclosure.audit.verdict import Verdict

_WIDTH = 24


class Progress:
    """Counts results and tells about them from time to time."""

    def __init__(self, total: int, say: Callable[[str], None], screen: TextIO | None) -> None:
        self.total, self.say, self.screen = total, say, screen
        self.done = 0
        self.counts: Counter[Verdict] = Counter()
        self._started = time.monotonic()

    def take(self, row: Row) -> None:
        self.done += 1
        self.counts[Verdict(row["verdict"])] += 1

    async def tell(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(0.2 if self.screen is not None else 10)
            if self.screen is None:
                self.say(f"核验中：{self.line()}")
            else:
                filled = _WIDTH * self.done // max(1, self.total)
                bar = "█" * filled + "░" * (_WIDTH - filled)
                self.screen.write(f"\r\x1b[K{bar} {self.line()}")
                self.screen.flush()

    def line(self) -> str:
        seconds = max(0.001, time.monotonic() - self._started)
        waiting = self.counts[Verdict.BLOCKED] + self.counts[Verdict.SUSPECT]
        return (
            f"{self.done}/{self.total}，通 {self.counts[Verdict.OK]}，"
            f"断 {self.counts[Verdict.BROKEN]}，待人工 {waiting}，每秒 {self.done / seconds:.0f} 个"
        )

    def end(self) -> None:
        if self.screen is not None:
            self.screen.write("\r\x1b[K")
            self.screen.flush()
