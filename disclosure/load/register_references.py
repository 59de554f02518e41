"""Registers across files: ids that must exist, and versions that must not contradict."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosure.load.lookup import must_exist
from disclosure.load.registers import SLUGS, RegisterParts
from disclosure.load.source import Report
from disclosure.load.table import Row
from disclosure.load.wording import column_label
from disclosure.registers import register
from disclosure.registers.base import Edition, Entry
from disclosure.registers.clocks import Clock


@dataclass(frozen=True)
class Names:
    """What rows may refer to; None where the file that says so could not be read."""

    materials: Collection[str] | None
    departments: Collection[str] | None
    items: Collection[str]


def check_registers(parts: RegisterParts, names: Names, report: Report) -> None:
    """Report ids that do not exist and versions that contradict each other."""
    ids: dict[str, set[str]] = {}
    for slug, rows in parts.entries.items():
        ids[slug] = {row.value.id for row in rows}
        _versions(rows, report)
        _entries(register(slug).model, rows, names, report)
    _clocks(parts.clocks, report)
    _editions(parts.editions, names, report)
    for row in parts.changes:
        change = row.value
        if must_exist(report, row, "清单(slug)", change.register, SLUGS):
            must_exist(report, row, "编号(entry)", change.entry, ids.get(change.register, ()))


def _versions(rows: Sequence[Row[Entry]], report: Report) -> None:
    """Of one id at most one version may be in force on any day."""
    chains: dict[str, list[Row[Entry]]] = defaultdict(list)
    for row in rows:
        chains[row.value.id].append(row)
        first, last = row.value.valid_from, row.value.valid_to
        if first and last and last < first:
            label = column_label(type(row.value), "valid_to")
            found = f"起 {first}，止 {last}"
            report.add("E03", row.file, found, row=row.row, column=label)
    for chain in chains.values():
        if len(chain) > 1:
            _overlaps(chain, report)


def _overlaps(chain: list[Row[Entry]], report: Report) -> None:
    chain.sort(key=lambda row: row.value.valid_from or dt.date.min)
    for older, newer in pairwise(chain):
        end, start = older.value.valid_to, newer.value.valid_from
        if end is None or start is None or start <= end:
            period = f"{older.value.valid_from or '未写起始'} 至 {end or '未写终止'}"
            found = f"“{newer.value.id}”与 {older.file.name} 第 {older.row} 行（{period}）重叠"
            label = column_label(type(newer.value), "valid_from")
            report.add("E02", newer.file, found, row=newer.row, column=label)


def _clocks(rows: Sequence[Row[Clock]], report: Report) -> None:
    """Rows of one id are one clock under successive norms: a day must name one of them."""
    chains: dict[str, list[Row[Clock]]] = defaultdict(list)
    for row in rows:
        chains[row.value.id].append(row)
        first, last = row.value.in_force_from, row.value.in_force_to
        if last and last.last < first.first:
            label = column_label(Clock, "in_force_to")
            report.add("E03", row.file, f"起 {first}，止 {last}", row=row.row, column=label)
    for chain in chains.values():
        chain.sort(key=lambda row: row.value.in_force_from.first)
        for older, newer in pairwise(chain):
            end, start = older.value.in_force_to, newer.value.in_force_from
            if end is None or start.first <= end.last:
                found = f"“{newer.value.id}”与第 {older.row} 行（至 {end or '未写失效'}）重叠"
                label = column_label(Clock, "in_force_from")
                report.add("E02", newer.file, found, row=newer.row, column=label)


def _entries(model: type[Entry], rows: Iterable[Row[Entry]], names: Names, report: Report) -> None:
    """Materials, departments and documents that rows name must exist."""
    known = {"satisfies": names.materials, "department": names.departments}
    known |= dict.fromkeys(document_columns(model), names.items)
    checks = [(name, column_label(model, name), words) for name, words in known.items()]
    for row in rows:
        for name, label, words in checks:
            given = getattr(row.value, name)
            if given and words is not None:
                for one in (given,) if isinstance(given, str) else given:
                    must_exist(report, row, label, one, words)


def document_columns(model: type[Entry]) -> tuple[str, ...]:
    """Columns that hold ids of documents (items.csv): they are named …item or …items."""
    return tuple(
        name
        for name, one in model.model_fields.items()
        if re.search(r"(^|_)items?$", name) and one.annotation is not bool
    )


def _editions(rows: Sequence[Row[Edition]], names: Names, report: Report) -> None:
    seen: dict[tuple[str, dt.date | None], Row[Edition]] = {}
    for row in rows:
        edition = row.value
        must_exist(report, row, "清单(slug)", edition.register, SLUGS)
        for one in edition.satisfies if names.materials is not None else ():
            must_exist(report, row, "对应材料(satisfies)", one, names.materials or ())
        first = seen.setdefault((edition.register, edition.published), row)
        if first is not row:
            found = f"“{edition.register}”在 {edition.published or '未定'} 发布了两次"
            hint = f"第一次出现在第 {first.row} 行"
            report.add("R01", row.file, found, row=row.row, column="发布日期(published)", hint=hint)
