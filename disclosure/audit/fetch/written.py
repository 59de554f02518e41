"""An address as written -> what to request, decided as a browser decides it.

A request is ASCII: letters beyond it are percent-encoded as UTF-8 in the path and in the
page's own encoding in the query; what is percent-encoded already stays as it is, GBK too.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import idna

from disclosure.audit.address import decode, without_dots
from disclosure.audit.hosts import is_private
from disclosure.audit.references import contact_fault

_EDGE = "".join(chr(n) for n in range(0x21)) + "\u3000\u00a0\ufeff\u200b"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_REMOVED = re.compile(r"[\t\n\r]")
_PATH = "/%:@!$&'()*+,;=~-._|[]"
_QUERY = _PATH + "?`{}^"
_CONTACTS = {"mailto", "tel", "sms"}
_LEAKS = {"file", "javascript", "vbscript", "chrome", "res"}
_HARMLESS = {"data", "about", "blob"}
_UNFIT = re.compile(r"[\s<>\"^`{|}%\\]")
_DEFAULT = {"http": 80, "https": 443}


class Request(NamedTuple):
    """What to ask for. Without a `url` there is nothing to ask."""

    url: str
    """ASCII, without the fragment."""
    fragment: str = ""
    reason: str = ""
    """What is wrong with the address as written; it is asked for all the same if there is a url."""
    note: str = ""


def request(written: str, base: str = "", charset: str = "utf-8") -> Request:
    """What `written` asks for; `base` is the page it stands on, empty for a list."""
    text = written.strip(_EDGE)
    note = ""
    if _REMOVED.search(text):
        text, note = _REMOVED.sub("", text), "网址里有换行或制表符"
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() not in _DEFAULT:
        return _other_scheme(scheme[1].lower(), text, text[scheme.end() :])
    rest, _, fragment = text.partition("#")
    if "\\" in rest.partition("?")[0]:
        path, mark, query = rest.partition("?")
        rest, note = path.replace("\\", "/") + mark + query, note or "网址里有反斜杠"
    if scheme is None:
        if not base:
            hint = "缺少 http:// 或 https://" if "." in rest.partition("/")[0] else "不是完整的网址"
            return Request("", "", "malformed", hint)
        rest = urljoin(base, rest) if rest else base
    elif not rest[scheme.end() :].startswith("//"):
        return Request("", "", "malformed", "协议后面缺少 //")
    return _absolute(rest, fragment, note, charset)


def _other_scheme(scheme: str, text: str, rest: str) -> Request:
    if scheme in _CONTACTS:
        fault = contact_fault(scheme, rest)
        return Request("", "", "contact-syntax" if fault else "", fault)
    if scheme in _LEAKS or len(scheme) == 1:
        return Request("", "", "leak", f"{scheme}: 只在本机有效")
    if scheme in _HARMLESS:
        return Request("")
    if re.match(r"[\w.\-]+\.[a-z]{2,}:\d", text):
        return Request("", "", "malformed", "缺少 http:// 或 https://")
    kind = "浏览器已不再打开 ftp 网址" if scheme == "ftp" else f"不认识的协议 {scheme}:"
    return Request("", "", "odd-form", kind)


def _absolute(url: str, fragment: str, note: str, charset: str) -> Request:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = _host(parts.hostname or "")
    except (ValueError, UnicodeError) as error:
        return Request("", "", "malformed", f"不能解析：{error}")
    if not host:
        return Request("", "", "malformed", "没有可用的主机名")
    if port == 0 or parts.netloc.endswith(":"):
        port = None
    place = host if port in (None, _DEFAULT[parts.scheme]) else f"{host}:{port}"
    _, odd = decode(parts.path)
    path = quote(without_dots(parts.path) or "/", safe=_PATH)
    path = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", path)
    asked = f"{parts.scheme}://{place}{path}"
    if parts.query:
        asked += "?" + _query(parts.query, charset)
    return Request(asked, fragment, "odd-form" if note else "", note or odd)


def _query(query: str, charset: str) -> str:
    try:
        return quote(query.encode(charset), safe=_QUERY)
    except (UnicodeError, LookupError):
        return quote(query, safe=_QUERY, errors="replace")


def _host(host: str) -> str:
    """The host as DNS knows it; empty when no name could look like that."""
    if ":" in host:
        return f"[{host}]"
    host = host.rstrip(".") if not host.endswith("..") else ""
    if not host or _UNFIT.search(host) or ".." in host or host.startswith("."):
        return ""
    if host.isascii():
        return host
    return idna.encode(host, uts46=True).decode("ascii")


def origin(url: str) -> str:
    """Scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def private(url: str) -> bool:
    """Whether the public cannot reach the address's host."""
    return is_private(urlsplit(url).hostname or "")


def location(raw: str) -> str:
    """A Location header as text: bytes that are not UTF-8 stay the bytes they were."""
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in data)
