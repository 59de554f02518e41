"""Did the address lead to something else: home, an error page, what any address shows?"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from disclosure.audit.fetch.sighting import Sighting, Sign

_HOME = re.compile(
    r"/?(?:(?:index|default|home|main)(?:\.(?:html?|shtml|jsp|php|aspx?|action|do))?/?)?",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:^|/)(?:40[0-9]|50[0-9]|errors?|err|not[-_]?found|page[-_]?not[-_]?found|error[-_]?page|"
    r"(?:error|err)[-_]?40[0-9]|40[0-9][-_]?(?:error|page))(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[\d\s]+")
_OWN = 8
"""A page with fewer letters of its own than that has only what any address shows."""


def elsewhere(seen: Sighting) -> Sign | None:
    """A redirect to home or to an error page."""
    if not seen.redirected or seen.final == seen.url:
        return None
    start, end = urlsplit(seen.url), urlsplit(seen.final)
    if _ERROR.search(end.path) and not _ERROR.search(start.path):
        return Sign("redirect-error", f"转到 {seen.final}")
    if _is_home(seen.url):
        return None
    home = _is_home(seen.final) or (seen.home and _same_place(seen.home, seen.final))
    if home and not _moved_to_own_host(start.path, end.hostname or ""):
        return Sign("redirect-home", f"转到 {seen.final}")
    random = seen.random
    astray = random is not None and random.final != random.url
    if astray and random is not None and _same_place(random.final, seen.final):
        return Sign("redirect-error", f"转到 {seen.final}，随便编的网址也转到那里")
    return None


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return _HOME.fullmatch(parts.path) is not None and not parts.query


def _same_place(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    same = first.hostname == second.hostname and first.query == second.query
    return same and first.path.rstrip("/") == second.path.rstrip("/")


def _moved_to_own_host(path: str, host: str) -> bool:
    """A section that got a host of its own: /sfj/ to https://sfj.example/."""
    first = path.strip("/").partition("/")[0].lower()
    return len(first) > 2 and first == host.partition(".")[0] and path.strip("/") == first


def as_any_address(seen: Sighting) -> Sign | None:
    """The same as what the host shows at an address that nobody can have published."""
    random, page = seen.random, seen.page
    if random is None or page is None or _is_home(seen.url):
        return None
    if random.sha256 == seen.sha256:
        return Sign("soft-404", f"和随便编的网址 {random.url} 内容完全一样")
    if not random.lines:
        return None
    own = 0
    for line in page.lines:
        if line in random.lines:
            continue
        plain = without_echo(line, seen.url)
        if plain and plain not in random.lines:
            own += len(plain)
            if own >= _OWN:
                return None
    return Sign("soft-404", f"和随便编的网址 {random.url} 内容一样")


def without_echo(line: str, url: str) -> str:
    """A line without what a server repeats of the address, and without numbers."""
    path = "/" + url.partition("//")[2].partition("/")[2].partition("?")[0]
    for echo in (url, path, unquote(path), path.rpartition("/")[2]):
        if len(echo) > 1:
            line = line.replace(echo, "")
    return _NUMBERS.sub("", line)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ only in ways that do not matter to a reader."""
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    path = re.sub(r"/(?:index|default)\.\w{2,5}$", "/", unquote(parts.path))
    host = (parts.netloc or "").lower().removeprefix("www.")
    return re.sub(r":(?:80|443)$", "", host), path.rstrip("/"), parts.query
