"""sitemap.xml of a built folder: what it lists, and when each address is said to have changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

NAME = "sitemap.xml"


class Sitemap(NamedTuple):
    """What the file says."""

    addresses: tuple[str, ...] | None = None
    """Absolute URLs; None when it cannot be read or is not there."""
    lastmods: Mapping[str, str] = {}
    """When each address changed."""
    fault: str = ""
    """What is wrong with the file itself."""


def read_sitemap(root: Path) -> Sitemap:
    path = root / NAME
    if not path.is_file():
        return Sitemap()
    try:
        tree = ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError as error:
        return Sitemap(fault=f"{NAME} 读不通：{error}")
    addresses, dates = [], {}
    for node in tree.iter():
        name, text = node.tag.rpartition("}")[2], (node.text or "").strip()
        if name == "loc":
            addresses.append(text)
        elif name == "lastmod" and addresses:
            dates[addresses[-1]] = text
    return Sitemap(tuple(addresses), dates)
