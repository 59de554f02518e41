"""The subcommands: each module has `add(subparsers, common)` and sets `run(options, say)`.

`run` returns the exit code; `say` prints one message to the person.
"""

from __future__ import annotations

import argparse
import datetime as dt
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


def commands(wanted: str) -> Iterator[ModuleType]:
    """The module of the command that is wanted, else every one, in order of name.

    Each brings the libraries it works with, so loading all takes longer than many a command.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    for name in [wanted] if wanted in names else names:
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "add"):  # the others stand below another command
            yield module


def day(text: str) -> dt.date:
    """A calendar day given as 2026-11-22."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2026-11-22") from None


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
