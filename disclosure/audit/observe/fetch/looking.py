"""An address -> Sighting: the chain of redirects, refreshes, scripts and frames, and its end."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from disclosure.audit.fetch import phrases
from disclosure.audit.fetch.asking import asked
from disclosure.audit.fetch.cookies import Cookies
from disclosure.audit.fetch.elsewhere import same_page
from disclosure.audit.fetch.furniture import waiting
from disclosure.audit.fetch.judge import judge
from disclosure.audit.fetch.reading import LITTLE, MOST, leads, read
from disclosure.audit.fetch.sighting import Hop, Other, Page, Sighting, Sign
from disclosure.audit.fetch.written import location, private, request
from disclosure.audit.observe.fetch.client import Answer
from disclosure.audit.observe.fetch.host import Hosts
from disclosure.audit.observe.fetch.limits import Limits
from disclosure.audit.observe.fetch.papers import is_paper, read_paper
from disclosure.audit.observe.fetch.polite import Asker
from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Verdict

_BARE = 20
"""A page with fewer letters of its own than that is what its frames show."""
_FRAMES, _INSIDE = 3, 20


class Need(NamedTuple):
    """What those who ask want to know."""

    anchors: bool = False
    words: bool = False
    tries: int | None = None


class Looker:
    """Looks at addresses."""

    def __init__(self, asker: Asker, limits: Limits) -> None:
        self.asker, self.limits = asker, limits
        self.hosts = Hosts(asker, self.plain)
        self._others: dict[str, Other] = {}

    async def look(self, url: str, need: Need) -> Sighting:
        """All that is to be known of an address."""
        seen = await self._follow(url, need)
        if seen.fault is None and seen.status == 200:
            seen.denied = await self.hosts.denied(seen.final)
            page = seen.page
            if page is not None and seen.paper is None:
                await self._beside(seen, page)
            if seen.paper is not None:
                await self._inside(seen, seen.paper.addresses)
        return seen

    async def plain(self, url: str) -> Sighting:
        """Only what is there; nothing around it."""
        return await self._follow(url, Need(tries=1))

    async def _follow(self, url: str, need: Need) -> Sighting:
        seen = Sighting(url, at=dt.datetime.now().astimezone().isoformat(timespec="seconds"))
        cookies, visited, how = Cookies(), set[tuple[str, str]](), ""
        while True:
            visited.add((url, str(cookies.of(url))))
            answer, tries = await self.asker.ask(url, cookies.of(url), need.tries)
            seen.hops.append(Hop(url, answer.status, how))
            seen.seconds += answer.seconds
            seen.tries = max(seen.tries, tries)
            cookies.take(url, answer.cookies)
            if answer.tls is not None and answer.tls not in seen.tls:
                seen.tls.append(answer.tls)
            await self._take(seen, answer, need)
            target, how = _next(seen, answer)
            if not target:
                break
            url = self._onward(seen, url, target, how, cookies, visited)
            if not url:
                break
        if seen.page is not None and seen.paper is None and len(seen.page.prose) < _BARE:
            await self._frames(seen, seen.page)
        return seen

    async def _take(self, seen: Sighting, answer: Answer, need: Need) -> None:
        """What the last answer says; earlier ones only led there."""
        seen.fault, seen.status, seen.headers = answer.fault, answer.status, answer.headers
        seen.page, seen.paper, body = None, None, answer.body
        if body is None:
            return
        seen.size, seen.sha256 = body.size, body.sha256
        try:
            moves = 300 <= answer.status < 400 and "location" in answer.headers
            paper = answer.status == 200 and is_paper(body, answer.url, answer.headers)
            if paper and seen.fault is not None and seen.fault.code == "truncated-page":
                seen.fault = Sign("damaged-file", seen.fault.evidence)
            elif paper and body.size and seen.fault is None:
                seen.paper = await read_paper(body, answer.url, answer.headers, need.words)
            wrong = seen.paper is not None and seen.paper.fault is not None
            if body.size and not moves and (wrong or not paper) and seen.fault is None:
                kind = answer.headers.get("content-type", "")
                seen.page = read(body.head(MOST), kind, need.anchors)
        finally:
            body.drop()

    def _onward(
        self,
        seen: Sighting,
        url: str,
        target: str,
        how: str,
        cookies: Cookies,
        visited: set[tuple[str, str]],
    ) -> str:
        """The next address; empty, with a fault where there is one, if the way ends here."""
        page = seen.page
        base = request(page.base, url).url if page is not None and page.base else ""
        wanted = request(target, base or url)
        quiet = how in ("meta", "script")
        if not wanted.url:
            if not (quiet and page is not None and page.prose):
                seen.fault = Sign("bad-answer", f"转到的网址有误：{target[:80]}，{wanted.note}")
        elif private(wanted.url) and not private(seen.url):
            seen.fault = Sign("leak", f"转到内部地址 {wanted.url}")
        elif (wanted.url, str(cookies.of(wanted.url))) in visited:
            if not (quiet and page is not None and _rests(page, wanted.url == url)):
                seen.fault = Sign("redirect-loop", f"转了 {len(seen.hops)} 次，又回到 {wanted.url}")
        elif len(seen.hops) > self.limits.hops:
            seen.fault = Sign("redirect-loop", f"转了 {len(seen.hops)} 次还没有到头")
        else:
            return wanted.url
        return ""

    async def _frames(self, seen: Sighting, page: Page) -> None:
        """A page of frames shows what its frames show."""
        for source in page.frames[:_FRAMES]:
            wanted = request(source, page.base or seen.final)
            if not wanted.url or (private(wanted.url) and not private(seen.url)):
                seen.frames.append(Other(source, "leak", wanted.note or "指向内部地址"))
                continue
            if wanted.url == seen.final:
                continue
            inner = await self._follow(wanted.url, Need(tries=1))
            signs = judge(inner, asked(wanted.url))
            if inner.page is not None and not signs and seen.page is not None:
                seen.page = seen.page._replace(
                    lines=seen.page.lines + inner.page.lines,
                    prose=seen.page.prose + inner.page.prose,
                    own=seen.page.own._replace(lines=seen.page.own.lines + inner.page.own.lines),
                    bare="",
                    anchors=seen.page.anchors | inner.page.anchors,
                )
            elif signs:
                seen.frames.append(Other(wanted.url, *signs[0]))

    async def _beside(self, seen: Sighting, page: Page) -> None:
        """What stands around a page: a random address, the home page, its canonical address."""
        seen.random = await self.hosts.random(seen.url, len(page.prose))
        if seen.redirected and not same_page(seen.url, seen.final):
            seen.home = await self.hosts.home(seen.final)
        if page.canonical:
            seen.canonical = await self._canonical(seen, page)

    async def _canonical(self, seen: Sighting, page: Page) -> Other | None:
        wanted = request(page.canonical, page.base or seen.final)
        if not wanted.url or wanted.reason:
            return Other(page.canonical, "canonical", wanted.note or "不是网址")
        if same_page(wanted.url, seen.final) or same_page(wanted.url, seen.url):
            return None
        if private(wanted.url) and not private(seen.url):
            return Other(wanted.url, "canonical", "是内部地址")
        other = await self.other(wanted.url)
        if other.code:
            return Other(wanted.url, "canonical", other.evidence)
        if other.title and other.title != page.title:
            return Other(wanted.url, "canonical", f"那里是另一个网页“{other.title[:40]}”")
        return None

    async def _inside(self, seen: Sighting, addresses: tuple[str, ...]) -> None:
        """Addresses inside a PDF that lead nowhere."""
        for written in addresses[:_INSIDE]:
            wanted = request(written)
            if not wanted.url:
                seen.inside.append(Other(written, wanted.reason, wanted.note))
            elif private(wanted.url) and not private(seen.url):
                seen.inside.append(Other(written, "leak", "是内部地址"))
            else:
                other = await self.other(wanted.url)
                if other.code and REASONS[other.code].verdict is Verdict.BROKEN:
                    seen.inside.append(other)

    async def other(self, url: str) -> Other:
        """What is wrong with an address that another one leans on; asked for once."""
        known = self._others.get(url)
        if known is None:
            seen = await self.plain(url)
            signs = [one for one in judge(seen, asked(url)) if not one.code.startswith("tls-")]
            code, evidence = signs[0] if signs else ("", "")
            title = seen.page.title if seen.page is not None else ""
            known = self._others[url] = Other(url, code, evidence, title)
        return known


def _next(seen: Sighting, answer: Answer) -> tuple[str, str]:
    """Where an answer leads on, and how; empty when it is the last."""
    if answer.fault is not None:
        return "", ""
    if 300 <= answer.status < 400 and "location" in answer.headers:
        return location(answer.headers["location"]), str(answer.status)
    page = seen.page
    if answer.status != 200 or (page is None and seen.paper is not None):
        return "", ""
    target, how = (page.hop, page.hop_how) if page is not None else ("", "")
    if not target and "refresh" in answer.headers:
        letters = len(page.prose) if page is not None else 0
        target, how = leads(location(answer.headers["refresh"]), letters), "meta"
    if not target or (page is not None and phrases.signs(page) is not None):
        return "", ""
    return target, how


def _rests(page: Page, itself: bool) -> bool:
    """Whether a page that leads round in a circle can be read all the same: it renews itself
    as waiting lists do, or has more to read than a page that only leads on."""
    if itself:
        return bool(page.prose) and not waiting(page.own.lines)
    return len(page.prose) >= LITTLE
