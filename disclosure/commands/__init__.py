"""The subcommands: each module has `add(subparsers, common)` and sets `run(options, say)`.

`run` returns the exit code; `say` prints one message to the person.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

Say = Callable[[str], None]


class Misuse(Exception):
    """The command was called in a way that makes no sense; the message says how to mend it."""


def commands() -> Iterator[ModuleType]:
    """Every command module, in order of name."""
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        yield importlib.import_module(f"{__name__}.{info.name}")


def write_json(target: Path | None, data: Any) -> None:
    """Write `data` where `--json` says; `-` is standard output, None is nowhere."""
    write_pieces(target, [json.dumps(data, ensure_ascii=False, indent=2), "\n"])


def write_pieces(target: Path | None, pieces: Iterable[str]) -> None:
    """The same for a text that is made piece by piece."""
    if target is None:
        return
    if str(target) == "-":
        sys.stdout.writelines(pieces)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(pieces)
