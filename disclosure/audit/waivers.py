"""What people have said about addresses, beside what was seen of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from disclosure.audit.fetch.history import Row
from disclosure.audit.standing import Standing
from disclosure.waivers import Waivers


class Spoken:
    """Waivers and confirmations on a day. The verdict of a row stays; its standing changes."""

    def __init__(self, waivers: Waivers, today: dt.date) -> None:
        self.waivers, self.today = waivers, today
        self.empty = not (waivers.waivers or waivers.confirmations)

    def mark(self, row: Row) -> Row:
        """The row with what was said about its address."""
        at_hand = Standing(row["standing"])
        if self.empty or not at_hand.open:
            return row
        found = dict(row)
        names = [name for name in dict.fromkeys((row["url"], row["href"])) if name]
        for name in names:
            if waiver := self.waivers.waiver(name, self.today):
                found["standing"] = Standing.WAIVED.value
                found["waiver"] = waiver.model_dump(mode="json")
                return found
        seen = [one for name in names if (one := self.waivers.confirmation(name))]
        if at_hand is Standing.PERSON and seen:
            fresh = self.waivers.fresh(seen[0], self.today)
            found["confirmation"] = seen[0].model_dump(mode="json") | {"fresh": fresh}
            if fresh:
                found["standing"] = Standing.CONFIRMED.value
        return found

    def notes(self, urls: Iterable[str]) -> Iterator[str]:
        """What of the file does not help: expired, or about no address of the run."""
        known = set(urls)
        for one in self.waivers.waivers:
            if not one.holds(self.today):
                yield f"豁免已到期：{one.address}（到 {one.until} 为止，{one.who}）。"
            elif not any(one.matches(url) for url in known):
                yield f"豁免没有对上任何网址：{one.address}。"
        for seen in self.waivers.confirmations:
            if not any(seen.matches(url) for url in known):
                yield f"人工确认没有对上任何网址：{seen.address}。"
            elif self.waivers.confirmation(seen.address) == seen and not self.waivers.fresh(
                seen, self.today
            ):
                yield f"人工确认已过 {self.waivers.confirmed_for} 天，须重新核对：{seen.address}（{seen.day}）。"
