"""One HTML page: its links as written, its anchors, its head, whether it says anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from disclosure.audit.observe.heads import REFRESH
from disclosure.audit.references import css_references, refresh_reference, srcset_references

_ADDRESSES = (
    "href", "src", "xlink:href", "poster", "action", "formaction", "cite", "background", "longdesc",
)  # fmt: skip
_ADDRESS_SET = frozenset(_ADDRESSES)
_FOLLOWED = {"a", "area", "form", "button", "input", "iframe", "frame", "use"}
"""A `use` leads to a symbol, most often on its own page; `scan` cannot tell it from an anchor."""
_SETS = ("srcset", "imagesrcset")
_RARE_SET = frozenset((*_SETS, "style", "name", "data", "content", "type"))
_STATEMENT = "application/ld+json"
_HINTS = {"preconnect", "dns-prefetch"}
_ROBOTS = {"robots", "baiduspider", "googlebot", "bingbot", "sogou", "360spider"}
_SILENT = "script,style,template,title"
_SHOWS = "img,svg,video,audio,object,embed,iframe,canvas,input,textarea,select,button,math"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)


class Parsed(NamedTuple):
    """What one page says."""

    title: str
    links: list[str]
    """What a reader can follow."""
    resources: list[str]
    """What a browser loads or an engine reads."""
    ids: list[str]
    names: list[str]
    """Anchors in the old way, <a name>."""
    base: str | None
    canonical: str
    empty: bool
    noindex: bool
    redirects: bool
    missing: tuple[str, ...]
    """Words that must appear and do not; what only a script could show does not appear."""
    metas: tuple[tuple[str, str], ...]
    """Name and content of every named <meta>."""
    statements: list[str]
    """The texts of its JSON-LD."""


def squeeze(text: str) -> str:
    """Without any white space: how words are compared with a page."""
    return "".join(text.split())


def decode(data: bytes) -> bytes:
    """The page as UTF-8, whatever it was written in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:2048])
        name = declared[1].decode("ascii").lower() if declared else ""
        encoding = name if name in ("big5", "euc-jp", "euc-kr", "shift_jis") else "gb18030"
        if name in ("iso-8859-1", "windows-1252", "latin1"):
            encoding = "windows-1252"
        return data.decode(encoding, "replace").encode()
    return data


def parse(data: bytes, words: Iterable[str] = ()) -> Parsed:
    """Read one page. `words` are squeezed texts that must appear in its main part."""
    parser = LexborHTMLParser(decode(data))
    found = _collected(parser)
    title = parser.css_first("title")
    main = parser.css_first("main") or parser.css_first("[role=main]") or parser.body
    text, empty = _visible(main)
    return Parsed(
        title=" ".join(title.text().split()) if title is not None else "",
        links=found.links,
        resources=found.resources,
        ids=found.ids,
        names=found.names,
        base=found.base,
        canonical=found.canonical,
        empty=empty,
        noindex=found.noindex,
        redirects=found.redirects,
        missing=tuple(word for word in words if word not in text),
        metas=tuple(found.metas),
        statements=found.statements,
    )


def _collected(parser: LexborHTMLParser) -> Collector:
    found = Collector()
    root = parser.root
    if root is not None:
        for node in root.traverse():
            attributes = node.attributes
            if attributes:
                found.take(node, attributes)
    for style in parser.css("style"):
        found.resources += css_references(style.text())
    return found


class Collector:
    """Gathers what the attributes of a page's elements say."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.resources: list[str] = []
        self.ids: list[str] = []
        self.names: list[str] = []
        self.base: str | None = None
        self.canonical = ""
        self.noindex = False
        self.redirects = False
        self.metas: list[tuple[str, str]] = []
        self.statements: list[str] = []

    def take(self, node: Any, attributes: dict[str, str | None]) -> None:
        if attributes.get("id"):
            self.ids.append(attributes["id"] or "")
        if not _ADDRESS_SET.isdisjoint(attributes):
            self._addresses(node.tag, attributes)
        if not _RARE_SET.isdisjoint(attributes):
            self._rare(node, attributes)

    def _addresses(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "base":
            if self.base is None and "href" in attributes:
                self.base = attributes["href"] or ""
            return
        if tag == "link":
            rel = (attributes.get("rel") or "").lower().split()
            if not _HINTS.isdisjoint(rel):
                return
            if "canonical" in rel:
                self.canonical = attributes.get("href") or ""
        target = self.links if tag in _FOLLOWED else self.resources
        for name in _ADDRESSES:
            if name in attributes:
                target.append(attributes[name] or "")

    def _rare(self, node: Any, attributes: dict[str, str | None]) -> None:
        tag = node.tag
        for name in _SETS:
            if attributes.get(name):
                self.resources += srcset_references(attributes[name] or "")
        if attributes.get("style"):
            self.resources += css_references(attributes["style"] or "")
        if tag == "a" and attributes.get("name"):
            self.names.append(attributes["name"] or "")
        elif tag == "object" and "data" in attributes:
            self.resources.append(attributes["data"] or "")
        elif tag == "meta" and "content" in attributes:
            self._meta(attributes)
        elif tag == "script" and (attributes.get("type") or "").lower() == _STATEMENT:
            self.statements.append(node.text())

    def _meta(self, attributes: dict[str, str | None]) -> None:
        content = attributes["content"] or ""
        name = attributes.get("name") or ""
        if name:
            self.metas.append((name, content))
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            target = refresh_reference(content)
            if target:
                self.redirects = True
                self.links.append(target)
                self.metas.append((REFRESH, content))
        elif name.lower() in _ROBOTS:
            wishes = set(re.split(r"[\s,]+", content.lower()))
            self.noindex = self.noindex or bool(wishes & {"noindex", "none"})


def _visible(main: Any) -> tuple[str, bool]:
    """The squeezed text of the main part, and whether a reader sees nothing there."""
    if main is None:
        return "", True
    text = squeeze(main.text())
    silent: list[str] = []
    for node in main.css(_SILENT):
        words = squeeze(node.text())
        # One within another went with it.
        if words and not any(words in outer for outer in silent):
            silent.append(words)
            text = text.replace(words, "\0", 1)
    aside = () if main.tag == "body" else main.css("nav")
    shown = len(text) - len(silent) - sum(len(squeeze(node.text())) for node in aside)
    return text, shown <= 0 and main.css_first(_SHOWS) is None
