"""queries.yaml: what evaluators type. What it names must exist."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from disclosure.framework import Framework
from disclosure.load.registers import SLUGS
from disclosure.load.source import Report
from disclosure.load.tree import Tree, check_tree, read_tree
from disclosure.problem import closest
from disclosure.queries import KINDS, Queries
from disclosure.registers import Stage

COLUMNS = ("guide/", *(stage.address for stage in Stage))
"""Pages of no indicator and no register that hold what is asked for."""


def read_queries(path: Path, framework: Framework | None, report: Report) -> Queries | None:
    """The queries, checked against the indicator system; a data folder may have none."""
    if not path.exists():
        return Queries()
    tree = read_tree(path, report)
    queries = check_tree(path, tree, tree.data, Queries, report) if tree else None
    if tree and queries and framework:
        _check(path, tree, queries, framework, report)
    return queries


def _check(path: Path, tree: Tree, queries: Queries, framework: Framework, report: Report) -> None:
    indicators = {one.id for one in framework.indicators}
    materials = {m.id for one in framework.indicators for m in one.materials}
    places = materials | {*SLUGS, *(f"{slug}/*" for slug in SLUGS), *COLUMNS, *KINDS}
    for key, several in queries.indicators.items():
        at: tuple[str | int, ...] = ("indicators", key)
        _known(path, tree.line(at), "indicators", key, indicators, report)
        for number, one in enumerate(several):
            for place, name in enumerate(one.finds):
                line = tree.line((*at, number, "finds", place))
                _known(path, line, "finds", name, places, report)


def _known(
    path: Path, line: int, column: str, given: str, known: Collection[str], report: Report
) -> None:
    if given not in known:
        report.add("R02", path, f"“{given}”", row=line, column=column, hint=closest(given, known))
