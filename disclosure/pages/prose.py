"""An item's text: Markdown in, safe HTML out.

Data can never inject markup: raw HTML stays text, images (which could call another host)
become links, and a link keeps its address only if the scheme is one a reader expects.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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


class _Guard(Treeprocessor):
    """Number the headings s1, s2, …; the page keeps its only h1; make links harmless."""

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
