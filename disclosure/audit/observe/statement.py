"""What a page states about itself in JSON-LD, as far as the audit compares it with the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, NoReturn

PUBLISHER, TRAIL = "GovernmentOrganization", "BreadcrumbList"
_BESIDE = {PUBLISHER, TRAIL, "Organization"}
"""Nodes that are not what the page is about."""


class Statement(NamedTuple):
    """The nodes of a page's graph; empty where it has none."""

    fault: str = ""
    """Why it cannot be read."""
    types: tuple[str, ...] = ()
    sort: str = ""
    """The type of what the page is about; with its address, name and day of publication."""
    url: str = ""
    name: str = ""
    published: str = ""
    trail: tuple[str, ...] = ()
    """The addresses of the breadcrumb, from home down."""


def read_statement(texts: Iterable[str]) -> Statement:
    """The scripts of one page, together."""
    nodes: list[dict[str, Any]] = []
    for text in texts:
        try:
            nodes += _nodes(json.loads(text, parse_constant=_refuse))
        except (ValueError, RecursionError) as error:
            return Statement(fault=str(error))
    about = next((one for one in nodes if one.get("url") and _type(one) not in _BESIDE), {})
    trail = next((one for one in nodes if _type(one) == TRAIL), {})
    return Statement(
        types=tuple(dict.fromkeys(map(_type, nodes))),
        sort=_type(about),
        url=_text(about.get("url")),
        name=_text(about.get("name")),
        published=_text(about.get("datePublished")),
        trail=tuple(_steps(trail.get("itemListElement"))),
    )


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
    elif isinstance(value, dict):
        if isinstance(value.get("@graph"), list):
            yield from _nodes(value["@graph"])
        else:
            yield value


def _steps(elements: Any) -> Iterator[str]:
    """The addresses in the order of their positions; out of order there are none."""
    steps = elements if isinstance(elements, list) else []
    for number, step in enumerate(steps, 1):
        if not isinstance(step, dict) or step.get("position") != number:
            return
        item = step.get("item")
        yield _text(item.get("@id") if isinstance(item, dict) else item)


def _type(node: dict[str, Any]) -> str:
    return _text(node.get("@type"))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
