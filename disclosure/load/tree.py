"""YAML to a checked node: every scalar is text (1.10 stays 1.10), every fault has a line.

Anchors, aliases and deep nesting are refused before anything is built, so a YAML bomb costs
one pass over its own bytes.
"""

from __future__ import annotations

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
    try:
        if not _harmless(path, text, report):
            return None
        node: Any = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row = mark.line + 1 if mark else None
        column = f"第 {mark.column + 1} 个字符" if mark else ""
        report.add("F08", path, "从这里起读不通", row=row, column=column)
        return None
    except yaml.YAMLError:
        report.add("F08", path, "有不能用的控制字符")
        return None
    if node is None:
        report.add("F02", path, "只有注释，没有内容")
        return None
    tree = Tree(None)
    tree.data = _plain(node, (), tree, path, report)
    return tree


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


def _harmless(path: Path, text: str, report: Report) -> bool:
    depth = documents = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        found = ""
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            found = "一个文件里有多个文档（---）" if documents > 1 else ""
        elif isinstance(event, yaml.AliasEvent):
            found = f"引用 *{event.anchor}"
        elif getattr(event, "anchor", None):
            found = f"锚点 &{event.anchor}"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            found = "层次过深" if depth > _MAX_DEPTH else ""
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if found:
            report.add("F09", path, found, row=event.start_mark.line + 1)
            return False
    return True


def _plain(
    node: yaml.Node, at: tuple[str | int, ...], tree: Tree, path: Path, report: Report
) -> Any:
    tree.lines[at] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in found:
                report.add("F10", path, f"“{key}”", row=line, column=key)
            found[key] = _plain(value_node, (*at, key), tree, path, report)
            tree.lines[(*at, key)] = line
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, (*at, i), tree, path, report) for i, one in enumerate(node.value)]
    if node.tag.endswith(":null"):
        return ""
    return node.value
