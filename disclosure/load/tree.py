"""YAML to a checked node: every scalar is text (1.10 stays 1.10), every fault has a line.

Anchors, aliases and deep nesting are refused where they stand, so a YAML bomb costs at most
one pass over its own bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from disclosure.load.source import Report, read_text
from disclosure.load.wording import explain
from disclosure.problem import closest
from disclosure.record import Record

R = TypeVar("R", bound=Record)

_MAX_DEPTH = 30
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Tree:
    """Plain data with the line of every path."""

    data: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of a path, or of the nearest node above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_tree(path: Path, report: Report) -> Tree | None:
    """The file's data, or None after naming what is wrong."""
    text = read_text(path, report)
    if text is None:
        return None
    builder = _Builder(path, report)
    try:
        documents = builder.read(yaml.parse(text, Loader=_Loader))
    except _Harmful as harm:
        report.add("F09", path, harm.found, row=harm.row)
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row = mark.line + 1 if mark else None
        column = f"第 {mark.column + 1} 个字符" if mark else ""
        report.add("F08", path, "从这里起读不通", row=row, column=column)
        return None
    except yaml.YAMLError:
        report.add("F08", path, "有不能用的控制字符")
        return None
    if not documents:
        report.add("F02", path, "只有注释，没有内容")
        return None
    return builder.tree


def check_tree(
    path: Path, tree: Tree, data: Any, model: type[R], report: Report, *, at: tuple[str, ...] = ()
) -> R | None:
    """Validate `data` (the part of the tree under `at`) and report with lines."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors():
            where = (*at, *detail["loc"])
            code, found, hint = explain(detail, model)
            names = [str(step) for step in where if isinstance(step, str)]
            column = names[-1] if names else ""
            report.add(code, path, found, row=tree.line(where), column=column, hint=hint)
        return None


def unknown_keys(path: Path, tree: Tree, known: set[str], report: Report) -> None:
    """Report top-level keys that mean nothing."""
    for key in tree.data if isinstance(tree.data, dict) else ():
        if key not in known:
            report.add("C01", path, f"“{key}”", row=tree.line((key,)), hint=closest(key, known))


class _Harmful(Exception):
    """What no data file needs."""

    def __init__(self, found: str, event: Any) -> None:
        self.found, self.row = found, event.start_mark.line + 1


class _Builder:
    """Makes a tree of the events of a file."""

    def __init__(self, path: Path, report: Report) -> None:
        self.path, self.report = path, report
        self.tree = Tree(None)
        self.events: Iterator[Any] = iter(())

    def read(self, events: Iterator[Any]) -> int:
        """How many documents there are: one, or none. Raises _Harmful."""
        self.events, documents = events, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Harmful("一个文件里有多个文档（---）", event)
                self.tree.data = self._node(next(events), (), 0)
        return documents

    def _node(self, event: Any, at: tuple[str | int, ...], depth: int) -> Any:
        _refuse_references(event)
        self.tree.lines[at] = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return "" if _is_null(event) else event.value
        if depth == _MAX_DEPTH:
            raise _Harmful("层次过深", event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at, depth + 1)
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*at, len(found)), depth + 1))
        return found

    def _mapping(self, at: tuple[str | int, ...], depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            _refuse_references(event)
            line = event.start_mark.line + 1
            scalar = isinstance(event, yaml.ScalarEvent)
            key = event.value if scalar else str(self._node(event, (*at, "?"), depth))
            if key in found:
                self.report.add("F10", self.path, f"“{key}”", row=line, column=key)
            found[key] = self._node(next(self.events), (*at, key), depth)
            self.tree.lines[*at, key] = line
        return found


def _refuse_references(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Harmful(f"引用 *{event.anchor}", event)
    if event.anchor:
        raise _Harmful(f"锚点 &{event.anchor}", event)


def _is_null(event: Any) -> bool:
    if event.tag:
        return bool(event.tag.endswith(":null"))
    return event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
