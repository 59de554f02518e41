"""JSON: each value is read under its key, lists of objects as tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from disclosure.privacy.content import Content, Table


def read(text: str, content: Content) -> bool:
    """Whether it was one JSON document, or one a line; what it says goes into the content."""
    try:
        nodes = [json.loads(text)]
    except ValueError:
        try:
            nodes = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError:
            return False
    rows = [dict(_fields(node)) for node in _objects(nodes)]
    for group in _alike([row for row in rows if row]):
        heads = dict(enumerate(group[0]))
        cells = [heads, *({n: row[key] for n, key in heads.items()} for row in group)]
        content.tables.append(Table(cells, _locator(text, cells)))
    content.add_lines("\n".join(_plain(nodes)))
    return True


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)


def _fields(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys with plain values; a list of words is one value."""
    for key, value in node.items():
        words = value if isinstance(value, list) else [value]
        if words and all(isinstance(one, str | int | float) for one in words):
            yield key, "；".join(map(str, words))


def _plain(node: Any) -> Iterator[str]:
    """Words that stand in a list of their own."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for value in node:
            yield from _plain(value)


def _alike(rows: list[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """Neighbours with the same keys."""
    group: list[dict[str, str]] = []
    for row in rows:
        if group and row.keys() != group[0].keys():
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _locator(text: str, cells: list[dict[int, str]]) -> Callable[[int, int], str]:
    def at(row: int, column: int) -> str:
        found = text.find(json.dumps(cells[row][column], ensure_ascii=False)[1:-1])
        line = f"第 {text.count(chr(10), 0, found) + 1} 行，" if found >= 0 else ""
        return f"{line}{cells[0][column]}"

    return at
