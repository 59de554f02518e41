"""Where an href leads, decided as a browser decides it, without touching disk or network.

    Here                 the site's base address, split once
    resolve(here, page, href) -> Link

A Link inside the site has a decoded address from the site's root ("" is home,
"items/x/" a page, "files/x/a.pdf" a file), which names a file of the built tree exactly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes, urlsplit

from disclosure.audit.hosts import is_private
from disclosure.audit.references import contact_fault

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_EDGE = "".join(chr(n) for n in range(0x21))
_REMOVED = re.compile(r"[\t\n\r]")
_SLASHES = re.compile(r"/{2,}")
_HARMLESS = {"data", "about", "blob"}
_CONTACTS = {"mailto", "tel", "sms"}
_LEAKS = {"file", "javascript", "vbscript", "chrome", "res"}
_SAFE = "/-._~!$&'()*+,;=:@"
_PLAIN = re.compile(r"[A-Za-z0-9/\-._~!$&'()*+,;=:@]*").fullmatch
"""What quoting would leave as it is, which is nearly every address."""


class Where(IntEnum):
    """Which side of the site's border a link points to."""

    INSIDE = 0
    OUTSIDE = 1
    NOWHERE = 2
    """Nothing to open: contacts, inline data, or a form that leads nowhere."""

    # An enum's own hash is written in Python, and links are keys by the hundred thousand.
    __hash__ = int.__hash__


class Link(NamedTuple):
    """Where an href leads, and what is wrong with its form (`reason` is empty when nothing is)."""

    where: Where
    address: str
    """INSIDE: decoded, from the root. OUTSIDE: the absolute URL. NOWHERE: the href."""
    fragment: str = ""
    reason: str = ""
    note: str = ""
    query: str = ""
    """INSIDE: a static site shows the same page with any query, but the report keeps it."""


@dataclass(frozen=True)
class Here:
    """The site's base address: what counts as inside."""

    base_url: str

    @cached_property
    def origin(self) -> str:
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def host(self) -> str:
        return _host(urlsplit(self.base_url).netloc)

    @cached_property
    def path(self) -> str:
        """The base path with a slash at both ends."""
        path = urlsplit(self.base_url).path
        return path if path.endswith("/") else path + "/"

    def url(self, address: str, fragment: str = "", query: str = "") -> str:
        """The absolute URL of an address inside the site."""
        url = self.origin + self.location(address)
        if query:
            url += "?" + quote(query, _SAFE + "?%")
        return url + "#" + quote(fragment, _SAFE + "?%") if fragment else url

    def urls(self, addresses: Sequence[str]) -> list[str]:
        """The absolute URLs of many addresses, which are nearly always as they stand."""
        if not _PLAIN("".join(addresses)):
            return [self.url(address) for address in addresses]
        root = self.origin + self.path
        return [root + address for address in addresses]

    def location(self, address: str) -> str:
        """The encoded URL path of an address, against which its links are resolved."""
        if _PLAIN(address):
            return self.path + address
        return self.path + quote(address, _SAFE, errors="surrogateescape")


def is_fixed(href: str) -> bool:
    """Whether the href means the same on every page: it has a scheme or starts at the root."""
    return href[:1] == "/" or _SCHEME.match(href) is not None


def resolve(here: Here, location: str, href: str) -> Link:
    """Where `href` leads from the document at the URL path `location`."""
    text = href.strip(_EDGE)
    note = ""
    if _REMOVED.search(text):
        text, note = _REMOVED.sub("", text), "网址里有换行或制表符"
    if scheme := _SCHEME.match(text):
        return _with_scheme(here, scheme[1].lower(), text, text[scheme.end() :], note)
    path, fragment = _split(text)
    if "\\" in path:
        path, note = path.replace("\\", "/"), "网址里有反斜杠"
    if path.startswith("//"):
        return _absolute(here, "https:" + path, fragment, note)
    path, _, query = path.partition("?")
    if not path:
        merged = location
    elif path.startswith("/"):
        merged = path
    else:
        merged = location[: location.rfind("/") + 1] + path
    return _from_root(here, merged, query, fragment, note)


def _split(text: str) -> tuple[str, str]:
    path, mark, fragment = text.partition("#")
    return path, _plain_fragment(fragment) if mark else ""


def _plain_fragment(fragment: str) -> str:
    """Without a text fragment; `#` and `#top` lead to the top of any page."""
    fragment = fragment.partition(":~:")[0]
    return "" if fragment.lower() == "top" else fragment


def _with_scheme(here: Here, scheme: str, text: str, rest: str, note: str) -> Link:
    if scheme in ("http", "https"):
        path, fragment = _split(text)
        path = path.replace("\\", "/")
        if "\\" in rest.partition("#")[0]:
            note = "网址里有反斜杠"
        return _absolute(here, path, fragment, note)
    if scheme in _CONTACTS:
        fault = contact_fault(scheme, rest)
        return Link(Where.NOWHERE, text, "", "contact-syntax" if fault else "", fault)
    if scheme in _HARMLESS:
        return Link(Where.NOWHERE, scheme + ":")
    if scheme in _LEAKS or len(scheme) == 1:
        return Link(Where.NOWHERE, text, "", "leak", f"{scheme}: 只在本机有效")
    if scheme == "ftp":
        return Link(Where.OUTSIDE, text, "", "external")
    return Link(Where.NOWHERE, text, "", "odd-form", f"不认识的协议 {scheme}:")


def _absolute(here: Here, url: str, fragment: str, note: str) -> Link:
    """An address with a host: our own leads inside, a private one is a leak."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, _host(parts.netloc)
    except ValueError as error:
        return Link(Where.NOWHERE, url, "", "malformed", f"不能解析：{error}")
    if not host or not url.partition(":")[2].startswith("//") or _unfit(host):
        return Link(Where.NOWHERE, url, "", "malformed", "没有可用的主机名")
    if host == here.host:
        path = parts.path or "/"
        return _from_root(here, path, parts.query, fragment, note)
    if is_private(parts.hostname or ""):
        place = parts.hostname if port is None else f"{parts.hostname}:{port}"
        return Link(Where.NOWHERE, url, "", "leak", f"{place} 是内部地址")
    full = url + ("#" + fragment if fragment else "")
    return Link(Where.OUTSIDE, full, "", "odd-form" if note else "external", note)


def _host(netloc: str) -> str:
    """Host and port without user name, lower case, default ports dropped."""
    host = netloc.rpartition("@")[2].lower()
    return re.sub(r":(?:80|443)?$", "", host)


def _unfit(host: str) -> bool:
    return bool(re.search(r"[\s<>\"^`{|}%]", host))


def _from_root(here: Here, path: str, query: str, fragment: str, note: str) -> Link:
    """A path on our own host."""
    clean = without_dots(path)
    if clean + "/" == here.path:
        clean = here.path
    if not clean.startswith(here.path):
        return Link(Where.OUTSIDE, here.origin + clean, fragment, "external", "")
    address = clean[len(here.path) :]
    if "//" in "/" + address:
        address, note = _SLASHES.sub("/", "/" + address)[1:], note or "网址里有重复的斜杠"
    decoded, problem = decode(address)
    reason = "odd-form" if note and not problem else ""
    return Link(Where.INSIDE, decoded, fragment, reason, problem or note, query)


def without_dots(path: str) -> str:
    """Remove `.` and `..` (also percent-encoded), as browsers do before asking a server."""
    if "." not in path and "%2" not in path:
        return path
    kept: list[str] = []
    pieces = path.split("/")[1:]
    for number, piece in enumerate(pieces):
        plain = piece.replace("%2e", ".").replace("%2E", ".")
        last = number == len(pieces) - 1
        if plain == "..":
            if kept:
                kept.pop()
            kept += [""] if last else []
        elif plain == ".":
            kept += [""] if last else []
        else:
            kept.append(piece)
    return "/" + "/".join(kept)


def decode(address: str) -> tuple[str, str]:
    """Percent-decode a path to a file name; a problem is said in words.

    An encoded slash stays encoded: it is a character of a name, and no file has it.
    """
    if "%" not in address:
        return address, ""
    held = re.sub(r"%(2[fF]|5[cC]|00)", r"%25\1", address)
    raw = unquote_to_bytes(held)
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(
            "utf-8", "surrogateescape"
        ), f"不是 UTF-8，按 GBK 读作 {raw.decode('gb18030')}"
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape"), "百分号编码不是 UTF-8"
