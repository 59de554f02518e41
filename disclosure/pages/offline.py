"""Addresses for a tree that opens from a disk, where a folder shows as a listing.

There every internal href must name the file: `../../indicators/n001/index.html`.
"""

from __future__ import annotations

import re

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

_TAIL = re.compile(r"[?#]")


def to_file(href: str) -> str:
    """A relative href with the file's name where it names a folder; others as they are."""
    match = _TAIL.search(href)
    path, tail = (href[: match.start()], href[match.start() :]) if match else (href, "")
    if ":" in path or path.startswith("//") or (tail and not path):
        return href
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}index.html{tail}" if path.endswith("/") else href


def to_files(html: str) -> Markup:
    """A piece of HTML that was not made from templates (prose), every link naming a file."""
    tree = LexborHTMLParser(html, is_fragment=True)
    changed = False
    for link in tree.css("a[href]"):
        href = link.attributes["href"] or ""
        if (named := to_file(href)) != href:
            link.attrs["href"] = named
            changed = True
    return Markup(tree.html if changed else html)
