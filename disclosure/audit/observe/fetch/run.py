"""One run from beginning to end: asked addresses -> rows in a journal, and a summary."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from disclosure.audit.fetch.asking import Asked, page_links
from disclosure.audit.fetch.history import History
from disclosure.audit.fetch.report import Summary
from disclosure.audit.fetch.result import Result
from disclosure.audit.fetch.written import location, request
from disclosure.audit.observe.fetch.client import Client
from disclosure.audit.observe.fetch.journal import Journal
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.polite import Asker
from disclosure.audit.observe.fetch.progress import Progress
from disclosure.audit.observe.fetch.rounds import Outcome, Rounds

_FEW = 3
"""With fewer hosts, that none of them answers says nothing about our own network."""


class NoPage(Exception):
    """The page whose links were to be looked at cannot be read; the message says why."""


def fetch(
    asked: Sequence[Asked],
    limits: Limits,
    ca: Path | None,
    journal: Journal,
    history: History,
    summary: Summary,
    say: Callable[[str], None],
    screen: TextIO | None,
) -> None:
    """Look at every address; rows go to the journal, counts and doubts to the summary."""
    progress = Progress(len(asked), say, screen)

    def take(result: Result) -> None:
        row = history.take(result.asked, result.as_dict())
        journal.write(journal.number(result.asked), row)
        summary.take(row)
        progress.take(row)

    for line in journal.lines():
        summary.take(json.loads(line))
    waiting = []
    for one in asked:
        if journal.has(one):
            progress.total -= 1
        elif (row := history.known(one)) is not None:
            journal.write(journal.number(one), row)
            summary.take(row)
            progress.total -= 1
        else:
            waiting.append(one)
    outcome = asyncio.run(_run(Rounds(waiting, limits, take), ca, progress))
    summary.asked = len(asked)
    _conclude(summary, outcome, journal.resumed, progress)


async def _run(rounds: Rounds, ca: Path | None, progress: Progress) -> Outcome:
    """Ctrl-C ends the run in good order."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
        loop.add_signal_handler(signal.SIGINT, stop.set)
    telling = asyncio.ensure_future(progress.tell())
    try:
        return await rounds.run(ca, stop)
    finally:
        telling.cancel()
        progress.end()
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            loop.remove_signal_handler(signal.SIGINT)


def _conclude(summary: Summary, outcome: Outcome, resumed: int, progress: Progress) -> None:
    if resumed:
        summary.notes.append(f"接着上次中断的核验：{resumed} 个网址沿用上次看到的结果。")
    if outcome.stopped:
        summary.doubts.append(
            f"核验中断，这次看完 {progress.done} 个中的一部分；再运行一次同样的命令会接着看"
        )
    elif not summary.asked:
        summary.doubts.append("名单里没有网址")
    elif outcome.hosts >= _FEW and not outcome.reached:
        summary.offline = True
        summary.doubts.append(f"{outcome.hosts} 台服务器一台也连不上，多半是本机的网络不通")
    summary.extra["requests"] = outcome.requests
    summary.extra["hosts"] = outcome.hosts


def links_of(url: str, limits: Limits, ca: Path | None) -> list[Asked]:
    """The links of a live page, and the page itself."""
    return asyncio.run(_links_of(url, limits, ca))


async def _links_of(url: str, limits: Limits, ca: Path | None) -> list[Asked]:
    wanted = request(url)
    if not wanted.url:
        raise NoPage(f"{url} {wanted.note}")
    place = wanted.url
    async with Client(limits, ca) as client:
        asker = Asker(client, limits)
        for _ in range(limits.hops):
            answer, _tries = await asker.ask(place)
            if not (300 <= answer.status < 400 and "location" in answer.headers):
                break
            place = request(location(answer.headers["location"]), place).url or place
        if answer.fault is not None or answer.body is None or answer.status != 200:
            why = answer.fault.evidence if answer.fault is not None else f"状态 {answer.status}"
            raise NoPage(f"{url} 打不开：{why}")
        data = answer.body.head(limits.max_page)
        return page_links(data, answer.headers.get("content-type", ""), place)
