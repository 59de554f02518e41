"""Ids that must be unique and ids that must exist, across all files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from disclosure.load.lookup import must_be_unique, must_exist, nearest
from disclosure.load.parts import Parts
from disclosure.load.register_references import Names, check_registers
from disclosure.load.source import Report
from disclosure.load.table import Row
from disclosure.load.wording import column_label
from disclosure.model import Department, Item
from disclosure.problem import closest


def check_references(root: Path, parts: Parts, report: Report) -> None:
    """Report duplicate ids, dangling ids, rings of versions and files nobody uses."""
    for rows in (parts.departments, parts.plans, [*parts.items, *parts.unverified]):
        must_be_unique(rows, report)
    names = _department_names(parts.departments, report)
    if parts.framework is not None:
        _framework(root, parts, names, report)
        _plans(parts, report)
    for rows in (parts.items, parts.unverified):
        _items(rows, parts, names, report)
        _rings(rows, report)
    _registers(parts, names, report)
    _orphans(root, parts, report)


def _registers(parts: Parts, names: set[str], report: Report) -> None:
    framework = parts.framework
    materials = {m.id for one in framework.indicators for m in one.materials} if framework else None
    items = {row.value.id for row in parts.items}
    check_registers(parts.registers, Names(materials, names or None, items), report)


def _department_names(rows: Sequence[Row[Department]], report: Report) -> set[str]:
    names: set[str] = set()
    for row in rows:
        for name in (row.value.name, *row.value.aliases):
            if name in names:
                report.add("R01", row.file, f"“{name}”", row=row.row, column="名称(name)")
            names.add(name)
    return names


def _framework(root: Path, parts: Parts, names: set[str], report: Report) -> None:
    assert parts.framework is not None
    path = root / "indicators.yaml"
    ids = [one.id for one in parts.framework.indicators]
    materials = [m.id for one in parts.framework.indicators for m in one.materials]
    places = [one.id for one in parts.framework.chapters]
    places += [one.id for chapter in parts.framework.chapters for one in chapter.sections]
    for group in (ids, materials, places):
        for twice in {one for one in group if group.count(one) > 1}:
            line = parts.indicator_lines.get(twice)
            report.add("R01", path, f"“{twice}”", row=line, column="id")
    for one in parts.framework.indicators:
        line = parts.indicator_lines.get(one.id)
        for name in one.departments if names else ():
            _known(report, path, line, "departments", name, names)
        if one.shares:
            _known(report, path, line, "shares", one.shares, set(ids) - {one.id})
        for material in one.materials:
            if not material.id.startswith(f"{one.id}."):
                report.add(
                    "V05", path, f"“{material.id}”", row=parts.indicator_lines.get(material.id),
                    column="id", hint=f"材料编号应以 {one.id}. 开头",
                )  # fmt: skip


def _plans(parts: Parts, report: Report) -> None:
    assert parts.framework is not None
    wanted = [m.id for one in parts.framework.indicators for m in one.materials]
    for row in parts.plans:
        _known(report, row.file, row.row, "编号(id)", row.value.id, wanted)
    planned = {row.value.id for row in parts.plans}
    for missing in [one for one in wanted if one not in planned]:
        report.add("R03", "materials.csv", f"“{missing}”", column="编号(id)")


def _items(rows: Sequence[Row[Item]], parts: Parts, names: set[str], report: Report) -> None:
    framework = parts.framework
    indicators = {one.id for one in framework.indicators} if framework else None
    materials = {m.id for one in framework.indicators for m in one.materials} if framework else None
    ids = {row.value.id for row in rows}
    for name, known in (
        ("satisfies", materials),
        ("basis_of", indicators),
        ("replaced_by", ids),
        ("department", names or None),
    ):
        if known is not None:
            _cells(rows, name, known, report)


def _cells(rows: Sequence[Row[Item]], name: str, known: Collection[str], report: Report) -> None:
    read = attrgetter(name)
    for row in rows:
        if given := read(row.value):
            for one in (given,) if isinstance(given, str) else given:
                if one not in known:
                    must_exist(report, row, column_label(Item, name), one, known)


def _known(
    report: Report, path: Path, row: int | None, column: str, given: str, known: Iterable[str]
) -> None:
    if given not in known:
        report.add("R02", path, f"“{given}”", row=row, column=column, hint=closest(given, known))


def _rings(rows: Sequence[Row[Item]], report: Report) -> None:
    following = {row.value.id: row.value.replaced_by for row in rows if row.value.replaced_by}
    for row in rows if following else ():
        seen, current = {row.value.id}, following.get(row.value.id)
        while current and current not in seen:
            seen.add(current)
            current = following.get(current)
        if current == row.value.id:
            report.add(
                "R04", row.file, f"“{row.value.id}”经替代又回到自己", row=row.row,
                column=column_label(Item, "replaced_by"),
            )  # fmt: skip


def _orphans(root: Path, parts: Parts, report: Report) -> None:
    items = {row.value.id for row in parts.items}
    for stem in sorted(set(parts.texts) - items):
        hint = nearest(report, "texts", stem, items)
        report.add("R05", f"texts/{stem}.md", "没有这个编号的公开事项", hint=hint)
    registered = {f"{a.item}/{a.name}" for files in parts.attachments.values() for a in files}
    for name in sorted(_files(root / "files") - registered):
        report.add("R05", f"files/{name}", "没有一行数据登记这个附件")


def _files(folder: Path) -> set[str]:
    """item/name of everything in the folders of attachments."""
    if not folder.is_dir():
        return set()
    with os.scandir(folder) as entries:
        inside = [entry.name for entry in entries if entry.is_dir()]
    return {f"{item}/{name}" for item in inside for name in os.listdir(folder / item)}
