"""One page of the site as the search knows it."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """What it is called, and by what else it is found."""

    address: str
    title: str
    sort: str
    """What it is, as shown and filtered by: 三级指标, 工作方案, 执法决定公示."""
    date: str = ""
    """ISO, perhaps only the year; its first four digits are the year it is filtered by."""
    names: tuple[str, ...] = ()
    """Numbers and other exact names; the first is shown."""
    aliases: tuple[str, ...] = ()
    """Other titles, as good as its own."""
    words: str = ""
    """What else it is found by."""
    departments: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
