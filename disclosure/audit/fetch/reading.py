"""Bytes of a foreign page -> Page: its words, where it leads at once, what engines are told."""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from disclosure.audit.fetch.bare import bare_places
from disclosure.audit.fetch.charset import decode
from disclosure.audit.fetch.furniture import Own, own
from disclosure.audit.fetch.sighting import Page
from disclosure.audit.references import refresh_reference

MOST = 4 * 1024 * 1024
"""So much of a page is read; what stands behind it decides nothing."""
_UNCLOSED, _NESTED = 6_000, 96 * 1024
_ALONE = rb"(?:br|img|li|p|td|tr|th|option|input|hr|meta|link|dd|dt|col|area|source|param)"
"""Elements that need no end tag."""
_OPEN = re.compile(rb"<(?!" + _ALONE + rb"[\s/>])[a-z]", re.IGNORECASE)
_CLOSE = re.compile(rb"</(?!" + _ALONE + rb"[\s>])[a-z]", re.IGNORECASE)
_ROBOTS = {"robots", "baiduspider", "googlebot", "bingbot", "sogou", "360spider"}
_SILENT = ["script", "style", "template", "noscript", "title", "head"]
_CHROME = ["nav", "header", "footer", "aside", "a", "select", "button", "label"]
_PLAYS = "video,audio,object,embed,canvas"
_SHOWS = "img,svg,textarea,math"
_TO = r"\s*[\"']([^\"'\s]{1,2000})[\"']\s*(?![+\w])"
_SCRIPT_HOP = re.compile(
    r"(?<![\w.$])(?:(?:window|self|top|parent|document)\s*\.\s*)*location"
    rf"(?:(?:\s*\.\s*href)?\s*=(?!=){_TO}|\s*\.\s*(?:replace|assign)\s*\({_TO}\))"
)
_AGENT = re.compile(r"userAgent|platform|screen\.width", re.IGNORECASE)
_COOKIE = re.compile(r"document\s*\.\s*cookie\s*=")
_GOES = re.compile(r"location\s*(?:\.\s*(?:reload|replace|assign|href)|=(?!=))")
_MARKERS = re.compile(
    r"_Incapsula_Resource|cf-browser-verification|__?cf_chl\w*|challenge-platform|acw_sc__v2"
    r"|__jsl_clearance|\$_ts\b|yunsuo_session|wzws[\w\-]*|safe\.webscan\.360\.cn|errors\.aliyun\.com"
    r"|guardret|geetest|hcaptcha|g-recaptcha|cf-turnstile|nocaptcha|TencentCaptcha|initNECaptcha",
    re.IGNORECASE,
)
_HINTS = (
    "incapsula",
    "cf-",
    "cf_chl",
    "challenge",
    "acw_sc",
    "jsl_clear",
    "$_ts",
    "yunsuo",
    "wzws",
    "webscan",
    "aliyun",
    "guardret",
    "geetest",
    "captcha",
)
"""One of these stands in every marker: found much faster than the markers themselves."""
_FUNCTION = re.compile(r"function\s+([A-Za-z_$][\w$]*)\s*\([^)]*\)\s*\{")
_DELAY = re.compile(r"\s*(\d+)")
_SOON, LITTLE, _SHORT = 5, 300, 1300
_SCRIPT = 20_000
"""A page that only leads on needs no longer script."""


def read(data: bytes, content_type: str = "", anchors: bool = False) -> Page:
    """Read one page; `anchors` only if somebody asks for a fragment."""
    text, charset = decode(data[: _bounded(data)], content_type)
    parser = LexborHTMLParser(text)
    rare = _Rare(parser, text.lower())
    title = parser.css_first("title")
    meta = _Meta(parser, rare)
    scripts = _inline(parser) if rare.has("<script", "onload") else ""
    frames = tuple(_sources(parser)) if rare.has("<frame", "<iframe") else ()
    ids = _anchors(parser) if anchors else frozenset()
    headings = tuple(_line(one.text()) for one in parser.css("h1,h2")[:6])
    password = rare.shows("input[type=password]", "password")
    plays = rare.shows(_PLAYS, *(f"<{tag}" for tag in _PLAYS.split(",")))
    shows = plays or rare.shows(_SHOWS, *(f"<{tag}" for tag in _SHOWS.split(",")))
    parser.strip_tags(_SILENT)
    lines = _lines(parser.body)
    named = _line(title.text()) if title is not None else ""
    bare = bare_places(parser, rare.source) if sum(map(len, lines)) < _SHORT else ""
    parser.strip_tags(_CHROME)
    body = parser.body
    prose = "".join(body.text().split()) if body is not None else ""
    hop, how = _hop(meta, scripts, len(prose))
    return Page(
        charset=charset,
        title=named,
        headings=tuple(one for one in headings if one),
        lines=lines,
        prose=prose,
        own=own(_lines(body), named) if len(prose) < _SHORT else Own((prose,), False, False),
        anchors=ids,
        hop=hop,
        hop_how=how,
        frames=frames,
        canonical=meta.canonical,
        base=meta.base,
        noindex=meta.noindex,
        password=password,
        scripts=rare.has("<script"),
        shows=shows,
        plays=plays,
        bare=bare,
        markers=_markers(text, scripts, rare) if len(prose) < LITTLE else "",
    )


def _bounded(data: bytes) -> int:
    """How much is read: the parser takes quadratic time over elements that are never closed."""
    head = data[:MOST]
    if head.count(b"<") - 2 * head.count(b"</") <= _UNCLOSED:
        return MOST
    unclosed = len(_OPEN.findall(head)) - len(_CLOSE.findall(head))
    return _NESTED if unclosed > _UNCLOSED else MOST


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(body: Any) -> tuple[str, ...]:
    if body is None:
        return ()
    return tuple(filter(None, map(str.strip, body.text(separator="\n").split("\n"))))


class _Rare:
    """A search through the tree only for what the source mentions at all: most pages do not."""

    def __init__(self, parser: LexborHTMLParser, source: str) -> None:
        self.parser, self.source = parser, source

    def has(self, *words: str) -> bool:
        return any(word in self.source for word in words)

    def shows(self, selector: str, *words: str) -> bool:
        return self.has(*words) and self.parser.css_first(selector) is not None

    def attribute(self, selector: str, name: str, word: str) -> str:
        node = self.parser.css_first(selector) if word in self.source else None
        return (node.attributes.get(name) or "").strip() if node is not None else ""


class _Meta:
    """What the head tells programs."""

    def __init__(self, parser: LexborHTMLParser, rare: _Rare) -> None:
        self.noindex = False
        self.refresh = ""
        for node in parser.css("meta[content]"):
            self._take(node)
        self.canonical = rare.attribute("link[rel~=canonical i]", "href", "canonical")
        self.base = rare.attribute("base[href]", "href", "<base")

    def _take(self, node: Any) -> None:
        attributes = node.attributes
        content = attributes.get("content") or ""
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            if node.parent is None or node.parent.tag != "noscript":
                self.refresh = self.refresh or content
        elif (attributes.get("name") or "").lower() in _ROBOTS:
            wishes = set(re.split(r"[\s,;]+", content.lower()))
            self.noindex = self.noindex or bool(wishes & {"noindex", "none"})


def _inline(parser: LexborHTMLParser) -> str:
    """All scripts of the page, and what runs as soon as it is there."""
    parts = [one.text() or "" for one in parser.css("script:not([src])")]
    body = parser.body
    if body is not None and body.attributes.get("onload"):
        parts.append(body.attributes["onload"] or "")
    return "\n".join(parts)


def _sources(parser: LexborHTMLParser) -> list[str]:
    found = [one.attributes.get("src") or "" for one in parser.css("frame[src],iframe[src]")]
    return [one for one in found if one.strip() and not one.lower().startswith(("about:", "java"))]


def _anchors(parser: LexborHTMLParser) -> frozenset[str]:
    ids = {one.attributes.get("id") or "" for one in parser.css("[id]")}
    return frozenset(ids | {one.attributes.get("name") or "" for one in parser.css("a[name]")})


def _hop(meta: _Meta, scripts: str, prose: int) -> tuple[str, str]:
    """Where a browser would be taken without a click."""
    if meta.refresh and (target := leads(meta.refresh, prose)):
        return target, "meta"
    brief = 0 < len(scripts) < _SCRIPT and prose < LITTLE
    if brief and not _AGENT.search(scripts):
        scripts = _without_comments(scripts)
        for match in _SCRIPT_HOP.finditer(scripts):
            if not _COOKIE.search(scripts) and _runs(scripts, match.start()):
                return match[1] or match[2], "script"
    return "", ""


def leads(refresh: str, prose: int) -> str:
    """Where a refresh takes the reader of so many letters; empty if they can be read first."""
    delay = _DELAY.match(refresh)
    soon = delay is None or int(delay[1]) <= _SOON
    return refresh_reference(refresh) if soon or prose < LITTLE else ""


def _runs(scripts: str, place: int) -> bool:
    """Whether a statement runs by itself: not if it stands in a function that nobody calls."""
    for function in _FUNCTION.finditer(scripts, 0, place):
        body = scripts[function.end() : place]
        if body.count("{") - body.count("}") >= 0:
            calls = re.findall(rf"(?<![\w$.]){re.escape(function[1])}\b", scripts)
            if len(calls) < 2:
                return False
    return True


def _without_comments(script: str) -> str:
    """Comments dropped; `//` within a quoted address is none."""
    return re.sub(r"/\*.*?\*/|(?<![:\"'\w])//[^\n]*", "", script, flags=re.DOTALL)


def _markers(text: str, scripts: str, rare: _Rare) -> str:
    found = set(_MARKERS.findall(text[:200_000])) if rare.has(*_HINTS) else set()
    if 0 < len(scripts) < _SCRIPT and _COOKIE.search(scripts) and _GOES.search(scripts):
        found.add("写入 Cookie 后重新打开")
    return "、".join(sorted(found))
