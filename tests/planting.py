"""Planting faults in a private copy of a data folder, and reading back what is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from disclosure.load import load
from disclosure.problem import Problem
from disclosure.rules import check

TODAY = dt.date(2021, 7, 1)
"""The day on which the tiny data folder is clean."""

Fault = Callable[[Path], None]


def problems_of(data: Path, *, for_release: bool = False) -> list[Problem]:
    loaded = load(data)
    found = list(loaded.problems)
    if loaded.catalogue is not None:
        found += check(loaded.catalogue, TODAY, for_release=for_release)
    return found


def edit(file: str, old: str, new: str) -> Fault:
    def fault(data: Path) -> None:
        path = data / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"the fault would change nothing: {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    return fault


def raw(file: str, change: Callable[[bytes], bytes]) -> Fault:
    def fault(data: Path) -> None:
        path = data / file
        path.write_bytes(change(path.read_bytes()))

    return fault


def remove(file: str) -> Fault:
    return lambda data: (data / file).unlink()


def add(file: str, text: str = "正文\n") -> Fault:
    def fault(data: Path) -> None:
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    return fault


def move(file: str, new: str) -> Fault:
    def fault(data: Path) -> None:
        (data / new).parent.mkdir(parents=True, exist_ok=True)
        (data / file).rename(data / new)

    return fault


def all_of(*faults: Fault) -> Fault:
    def fault(data: Path) -> None:
        for one in faults:
            one(data)

    return fault
