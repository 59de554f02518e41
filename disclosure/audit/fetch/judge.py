"""What was seen + what was asked for -> what is wrong with it. Pure.

The first thing wrong is the most telling; a page that is not what it should be at all (a
guard, a soft 404) is not judged further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from disclosure.audit.fetch import phrases
from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.elsewhere import as_any_address, elsewhere
from disclosure.audit.fetch.expect import Expectation, missing, normal
from disclosure.audit.fetch.furniture import waiting
from disclosure.audit.fetch.sighting import Page, Paper, Sighting, Sign
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import WORST
from disclosure.audit.verdict import Verdict

_LOGIN = re.compile(
    r"(?:^|[/.])(?:sso|cas|oauth2?|passport|log-?in|sign-?in|logon|uaa|idp|userlogin|tologin)(?:[/.?_]|$)",
    re.IGNORECASE,
)
_GUARDED = {403, 405, 406, 412, 418, 451, 456, 493, 999}
_TELLING = 10
"""An expectation of so many letters is more than the name of a site."""
_BLOCKED = {code for code, reason in REASONS.items() if reason.verdict is Verdict.BLOCKED}


def judge(seen: Sighting, one: Asked) -> list[Sign]:
    """Everything wrong, the most telling first; empty when the address is ok."""
    found = list(_signs(seen, one))
    ranked = [(WORST.index(REASONS[sign.code].verdict), n, sign) for n, sign in enumerate(found)]
    return [sign for _, _, sign in sorted(ranked)]


def written_fault(one: Asked) -> list[Sign]:
    """What is wrong with an address for which nothing can be asked."""
    wanted = one.request
    return [Sign(wanted.reason, wanted.note)] if wanted.reason else []


def _signs(seen: Sighting, one: Asked) -> Iterator[Sign]:
    yield from _refused(seen)
    if seen.fault is None and 200 <= seen.status < 300:
        hopeless = list(_hopeless(seen, one))
        yield from hopeless
        if not hopeless:
            yield from _content(seen, one)
            yield from _engines(seen)
    yield from seen.tls
    if one.request.reason:
        yield Sign(one.request.reason, one.request.note)


def _refused(seen: Sighting) -> Iterator[Sign]:
    """No answer, or one that says no."""
    if seen.fault is not None:
        yield seen.fault
        return
    status = seen.status
    said = f"状态 {status}" + (f"，{_title(seen)}" if _title(seen) else "")
    told = phrases.signs(seen.page) if seen.page is not None and status >= 400 else None
    if 200 <= status < 300:
        return
    if told is not None and told.code in ("challenge", "login") and status not in (404, 410):
        yield Sign(told.code, f"状态 {status}，{told.evidence}")
    elif status == 401 or status == 407:
        yield Sign("login", said)
    elif status == 429:
        yield Sign("rate-limited", said)
    elif status in _GUARDED or (told is not None and told.code == "guarded" and status != 404):
        yield Sign("guarded", said)
    elif status in (404, 410):
        yield Sign("gone", said)
    elif status >= 500:
        script_only = status == 521 or (seen.page is not None and "Cookie" in seen.page.markers)
        yield Sign("challenge" if script_only else "server-error", said)
    elif status >= 400:
        yield Sign("client-error", said)
    else:
        yield Sign("bad-answer", f"状态 {status}，没有说转到哪里")


def _title(seen: Sighting) -> str:
    return f"标题“{seen.page.title[:60]}”" if seen.page is not None and seen.page.title else ""


def _hopeless(seen: Sighting, one: Asked) -> Iterator[Sign]:
    """An answer that is not what was asked for at all."""
    if seen.passing is not None:
        yield seen.passing
        return
    page = seen.page
    if page is None:
        if seen.size == 0:
            yield Sign("empty-page", f"状态 {seen.status}，内容 0 字节")
        return
    sign = phrases.signs(page, _telling(one.expect, " ".join((page.title, *page.headings))))
    if sign is not None and seen.paper is not None and sign.code not in _BLOCKED:
        return  # a file that is an error page is the wrong type of file
    meant = seen.paper is None and _LOGIN.search(_place(seen.url)) is not None
    if sign is not None and not (meant and sign.code == "login"):
        yield sign
        return
    if (
        seen.redirected
        and _LOGIN.search(_place(seen.final))
        and not _LOGIN.search(_place(seen.url))
    ):
        yield Sign("login", f"转到 {seen.final}")
        return
    if seen.paper is None:
        sure = _satisfied(seen, one.expect, page)
        sign = None if sure else elsewhere(seen) or as_any_address(seen)
        if sign is not None:
            yield sign


def _place(url: str) -> str:
    parts = urlsplit(url)
    return (parts.hostname or "").partition(".")[0] + "." + parts.path


def _satisfied(seen: Sighting, expect: Expectation, page: Page) -> bool:
    """Whether the page is surely the one that was meant: it says what no other address says."""
    if not _telling(expect, _words(page)):
        return False
    return seen.random is None or not _telling(expect, seen.random.text)


def _telling(expect: Expectation, text: str) -> bool:
    """Whether an expectation that is more than a name of a site stands in a text."""
    telling = tuple(one for one in expect.any_of if len(normal(one)) >= _TELLING)
    return bool(telling) and not missing(Expectation(telling), text)


def _words(page: Page) -> str:
    return f"{page.title} {page.text}"


def _content(seen: Sighting, one: Asked) -> Iterator[Sign]:
    """Whether it is the right thing, and whole."""
    if seen.paper is not None:
        yield from _paper(seen, seen.paper, one.expect)
    elif seen.page is not None:
        yield from _page(seen, seen.page, one)
    if one.expect.sha256 and seen.sha256 and seen.sha256 != one.expect.sha256:
        yield Sign("drift", f"SHA-256 是 {seen.sha256[:16]}…，应为 {one.expect.sha256[:16]}…")


def _paper(seen: Sighting, paper: Paper, expect: Expectation) -> Iterator[Sign]:
    if paper.fault is not None:
        yield paper.fault
        return
    if seen.page is not None:
        return
    if expect.any_of:
        if paper.text is None:
            yield Sign("expect-unread", f"{paper.suffix or '文件'} 的文字读不出来")
        elif lost := missing(expect, paper.text):
            yield Sign("drift", f"文件里{lost}")
    for other in seen.inside[:1]:
        more = f" 等 {len(seen.inside)} 个" if len(seen.inside) > 1 else ""
        yield Sign("dead-inside", f"{other.url}{more}：{other.evidence}")


def _page(seen: Sighting, page: Page, one: Asked) -> Iterator[Sign]:
    for frame in seen.frames[:1]:
        yield Sign("dead-frame", f"{frame.url}：{frame.evidence}")
    if not page.lines and not page.shows and not seen.frames:
        yield _nothing(page, f"共 {seen.size} 字节，没有可看的内容")
    elif lost := missing(one.expect, _words(page)):
        bare = len(page.text) < 40 and page.scripts
        yield Sign("needs-script", f"网页本身{lost}") if bare else Sign("drift", f"网页里{lost}")
    elif waits := _waits(page):
        yield Sign("needs-script", f"正文只有“{waits[:40]}”")
    elif "正文" in page.bare and _says_nothing(page):
        yield _nothing(page, "有标题，正文的位置是空的")
    if fragment := one.request.fragment:
        yield from _fragment(page, fragment)


def _nothing(page: Page, evidence: str) -> Sign:
    if page.scripts:
        return Sign("needs-script", "网页本身没有正文，只有脚本")
    return Sign("empty-page", evidence)


def _waits(page: Page) -> str:
    """Words that stand in until a script has run, where there is nothing else."""
    return waiting(page.own.lines) if page.scripts and not page.plays else ""


def _says_nothing(page: Page) -> bool:
    """Beside its title and headings."""
    known = {"".join(one.split()).lower() for one in (page.title, *page.headings)}
    return not page.plays and not any(
        line not in known and not any(line in one for one in known) for line in page.own.lines
    )


def _fragment(page: Page, fragment: str) -> Iterator[Sign]:
    """Routes of a script (#/…, #!…) and text fragments are no anchors."""
    plain = fragment.partition(":~:")[0]
    if not plain or plain.lower() == "top" or plain.startswith(("/", "!")):
        return
    raw = unquote_to_bytes(plain)
    names = {plain, unquote(plain), raw.decode("gb18030", "replace")}
    if not names & page.anchors:
        yield Sign("dead-fragment", f"页面上没有锚点 {unquote(plain)}")


def _engines(seen: Sighting) -> Iterator[Sign]:
    """What keeps engines away from a page that is there."""
    if seen.denied:
        yield Sign("robots-disallow", f"robots.txt 不让 {'、'.join(seen.denied)} 访问")
    page = seen.page
    header = seen.headers.get("x-robots-tag", "").lower()
    if "noindex" in header or re.search(r"(?:^|[,:\s])none\b", header):
        yield Sign("noindex", f"X-Robots-Tag: {header[:60]}")
    elif page is not None and page.noindex and seen.paper is None:
        yield Sign("noindex", "页面有 robots noindex 标签")
    if seen.canonical is not None and seen.canonical.code:
        yield Sign("canonical", f"规范网址写成了 {seen.canonical.url}，{seen.canonical.evidence}")
