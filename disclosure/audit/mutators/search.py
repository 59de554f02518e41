"""Faults of the search: pages that its index lost, sank or mixed up, a page that misleads.

Each takes the copy of a site and returns what must then be found: the reason, and the page it
is about (the search itself where it is about no other).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from disclosure.audit.mutators.copy import Copy, Planted

PAGE = "search/index.html"


@dataclass
class Shard:
    """A script of the index, taken apart."""

    path: str
    before: str
    data: dict[str, Any]

    @property
    def titles(self) -> list[str]:
        return str(self.data["titles"]).split("\n")

    def write(self, copy: Copy, titles: list[str]) -> None:
        data = self.data | {"titles": "\n".join(titles)}
        text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
        copy.write(self.path, f"{self.before}{text});\n".encode())

    def address(self, row: int) -> str:
        folders = self.data["addresses"]["folders"]
        step = self.data["addresses"]["steps"].split("\n")[row]
        return f"{folders['values'][folders['codes'][row]]}{step}/"


def _records(copy: Copy) -> Shard:
    """The first shard of records: items and entries."""
    path = "assets/search-1.js"
    before, call, rest = copy.read(path).decode().partition(".push(")
    return Shard(path, before + call, json.loads(rest.rstrip().removesuffix(");")))


def _planted(code: str, address: str) -> Planted:
    return Planted(code, f"{address}index.html")


def lost_title(copy: Copy) -> Planted:
    """The index calls a page something else."""
    shard = _records(copy)
    titles = shard.titles
    row = copy.chance.choice(_alone(titles))
    titles[row] = "某" * 6
    shard.write(copy, titles)
    return _planted("not-found", shard.address(row))


def sunk_title(copy: Copy) -> Planted:
    """Three newer pages bear its title as well, so that it comes fourth."""
    shard = _records(copy)
    titles = shard.titles
    row = copy.chance.choice([one for one in _alone(titles) if one > 2])
    for stranger in range(3):
        titles[stranger] = titles[row]
    shard.write(copy, titles)
    return _planted("found-late", shard.address(row))


def mixed_titles(copy: Copy) -> Planted | None:
    """A page stands before those that share a title."""
    shard = _records(copy)
    titles = shard.titles
    counts = Counter(titles)
    shared = [row for row, title in enumerate(titles) if counts[title] > 1 and row > 0]
    if not shared:
        return None
    row = copy.chance.choice(shared)
    if titles[0] == titles[row]:
        return None
    titles[0] = titles[row]
    shard.write(copy, titles)
    return Planted("shared-title", "")


def garbled_title(copy: Copy) -> Planted:
    """Every third letter of a title is another one, so no part of it is found."""
    shard = _records(copy)
    titles = shard.titles
    row = copy.chance.choice([one for one in _alone(titles) if len(titles[one]) > 12])
    titles[row] = "".join("某" if at % 3 == 2 else char for at, char in enumerate(titles[row]))
    shard.write(copy, titles)
    return Planted("run-missed", "")


def garbled_titles(copy: Copy) -> Planted:
    """The same with one title in five."""
    shard = _records(copy)
    titles = ["某".join(title) if row % 5 == 0 else title for row, title in enumerate(shard.titles)]
    shard.write(copy, titles)
    return Planted("runs-missed", PAGE)


def nonsense(word: str) -> Callable[[Copy], Planted]:
    """A page is called what nothing should be called."""

    def mutate(copy: Copy) -> Planted:
        shard = _records(copy)
        titles = shard.titles
        titles[copy.chance.randrange(len(titles))] = word
        shard.write(copy, titles)
        return Planted("found-wrongly", PAGE)

    return mutate


def speechless(copy: Copy) -> Planted:
    """The page does not say that nothing was found."""
    mark = b"<style>[data-no-results]{display:none!important}</style></head>"
    copy.write(PAGE, copy.read(PAGE).replace(b"</head>", mark, 1))
    return Planted("no-help", PAGE)


def dead_script(copy: Copy) -> Planted:
    """The search's program is cut short."""
    path = "javascripts/search-engine.js"
    data = copy.read(path)
    copy.write(path, data[: len(data) // 2])
    return Planted("no-search", PAGE)


def shuffled_page(copy: Copy) -> Planted:
    """The page lists the second result first."""
    script = b"""<script>addEventListener("DOMContentLoaded", () => {
      const list = document.getElementById("results");
      const shuffle = () => {
        if (list.children.length > 1) list.prepend(list.children[1]);
        watch.takeRecords();
      };
      const watch = new MutationObserver(shuffle);
      watch.observe(list, { childList: true });
      shuffle();  // the page has drawn already
    });</script></head>"""
    copy.write(PAGE, copy.read(PAGE).replace(b"</head>", script, 1))
    return Planted("page-differs", PAGE)


def _alone(titles: list[str]) -> list[int]:
    """Rows whose title no other row has or contains."""
    whole = "\n".join(titles)
    return [row for row, title in enumerate(titles) if title and whole.count(title) == 1]


def mutators(word: str) -> dict[str, Callable[[Copy], Planted | None]]:
    """By reason; `word` must find nothing."""
    return {
        "not-found": lost_title,
        "found-late": sunk_title,
        "shared-title": mixed_titles,
        "run-missed": garbled_title,
        "runs-missed": garbled_titles,
        "found-wrongly": nonsense(word),
        "no-help": speechless,
        "no-search": dead_script,
        "page-differs": shuffled_page,
    }
