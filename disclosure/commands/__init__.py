"""The subcommands: each module has `add(subparsers, common)` and sets `run(options, say)`.

`run` returns the exit code; `say` prints one message to the person.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
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
    if target is None:
        return
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    if str(target) == "-":
        sys.stdout.write(text)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
