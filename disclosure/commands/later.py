"""Commands below another one that bring their libraries only when they are called.

The list of commands needs their names and titles; the rest takes longer to import than many
a command takes to run.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Mapping
from typing import Any

Fill = Callable[["_Into"], None]


def group_of(parser: Any, title: str, dest: str) -> Any:
    """A group of commands below `parser` for `register`; they speak as the parser does."""
    late = type("LateParser", (_Late, type(parser)), {})
    return parser.add_subparsers(title=title, metavar="", dest=dest, parser_class=late)


def register(group: Any, module: str, titles: Mapping[str, str], *more: str) -> None:
    """Add commands by name and title. When one is called, `module.add_to` says the rest."""

    def fill(into: _Into) -> None:
        importlib.import_module(f"disclosure.commands.{module}").add_to(into, *more)

    for name, title in titles.items():
        group.add_parser(name, help=title).fill = fill


class _Late(argparse.ArgumentParser):
    """A parser that learns its options when it is asked to parse."""

    fill: Fill | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if self.fill is not None:
            fill, self.fill = self.fill, None
            fill(_Into(self))
        return super().parse_known_args(args, namespace)


class _Into:
    """Stands in for the group: the command that is called is there, others are for nobody."""

    def __init__(self, parser: _Late) -> None:
        self.parser = parser

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser:
        if self.parser.prog.rpartition(" ")[2] != name:
            return argparse.ArgumentParser(add_help=False)
        self.parser.description = options.get("description")
        self.parser.epilog = options.get("epilog")
        return self.parser
