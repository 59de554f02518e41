"""An item's text: Markdown in, safe HTML out.

Data can never inject markup: raw HTML stays text, images (which could call another host)
become links, and a link keeps its address only if the scheme is one a reader expects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_SCHEMES = {"", "http", "https", "mailto", "tel"}
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_IMAGES = ("image_link", "image_reference", "short_image_ref")


@dataclass(frozen=True)
class Heading:
    """A heading inside a text, with its explicit ASCII id."""

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class Prose:
    """A text ready to show, and its headings."""

    html: Markup
    headings: tuple[Heading, ...]


class Text:
    """A text as it stands in the data; it is rendered when a page asks for it."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _prose(self) -> Prose:
        return prose(self.source)

    @property
    def html(self) -> Markup:
        return self._prose.html

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self._prose.headings


class _Guard(Treeprocessor):
    """Number the headings s1, s2, …; the page keeps its only h1; links become harmless."""

    headings: tuple[Heading, ...] = ()

    def run(self, root: Element) -> None:
        found: list[Heading] = []
        for node in root.iter():
            if node.tag in _LEVELS:
                level = _LEVELS[node.tag]
                heading = Heading(f"s{len(found) + 1}", "".join(node.itertext()), level)
                found.append(heading)
                node.tag = f"h{level}"
                node.set("id", heading.id)
            elif node.tag == "th":
                node.set("scope", "col")
            elif node.tag == "a":
                _make_harmless(node)
        self.headings = tuple(found)


def _make_harmless(link: Element) -> None:
    href = link.get("href", "")
    try:
        parts = urlsplit(href)
    except ValueError:
        link.attrib.clear()
        return
    if parts.scheme.lower() not in _SCHEMES or href.startswith("//"):
        link.attrib.clear()
    elif parts.scheme in ("http", "https"):
        link.set("rel", "noopener")


def prose(text: str) -> Prose:
    """Render a text; tables are understood, HTML in it is shown as text."""
    return _plain(text) or _markdown(text)


# Letters that Markdown may read as signs, and starts of a line that may open a block.
_SIGNS = re.compile(r"[*_`~\[\]<>&\\|!\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff]|\n\n\n")
_OPENING = re.compile(r"[#>+\-=:]|\d+[.)]")
_HEADING = re.compile(r"(#{1,6}) ([^#\s][^#\n]*)")


def _plain(text: str) -> Prose | None:
    """The same for a text of plain paragraphs and headings, many times as fast; else None.

    Most documents are just that. A property test holds that it equals the Markdown library.
    """
    body = text.strip("\n")
    if not body or _SIGNS.search(body):
        return None
    parts: list[str] = []
    headings: list[Heading] = []
    for block in body.split("\n\n"):
        lines = block.split("\n")
        if any(line != line.strip() for line in lines):
            return None
        if match := _HEADING.fullmatch(block):
            level = max(len(match[1]), 2)
            headings.append(Heading(f"s{len(headings) + 1}", match[2], level))
            parts.append(f'<h{level} id="{headings[-1].id}">{match[2]}</h{level}>')
        elif any(_OPENING.match(line) for line in lines):
            return None
        else:
            parts.append(f"<p>{block}</p>")
    return Prose(Markup("\n".join(parts)), tuple(headings))


def _markdown(text: str) -> Prose:
    markdown, guard = _converter()
    html = Markup(markdown.reset().convert(text))
    return Prose(html, guard.headings)


@cache
def _converter() -> tuple[Markdown, _Guard]:
    # Building a converter costs more than converting a page, so one serves all texts.
    markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    for name in _IMAGES:
        markdown.inlinePatterns.deregister(name)
    guard = _Guard(markdown)
    # After "inline" (priority 20), so that links and emphasis are nodes already.
    markdown.treeprocessors.register(guard, "guard", 5)
    return markdown, guard
