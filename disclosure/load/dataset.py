"""Read a whole data folder: every problem of every file at once, then one catalogue."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from disclosure.bureau import Bureau
from disclosure.departures import Departures
from disclosure.framework import Framework, Requirements
from disclosure.load.addresses import REDIRECTS, read_addresses, read_departures
from disclosure.load.parts import Parts
from disclosure.load.queries import read_queries
from disclosure.load.references import check_references
from disclosure.load.registers import read_registers
from disclosure.load.source import Report, read_text
from disclosure.load.table import Row, read_table
from disclosure.load.tree import check_tree, read_tree, unknown_keys
from disclosure.load.waivers import FILE as WAIVERS
from disclosure.load.waivers import read_waivers
from disclosure.model import Attachment, Catalogue, Department, Item, MaterialPlan, Synonyms
from disclosure.problem import Problem, Severity, in_report_order
from disclosure.queries import Queries
from disclosure.record import Record
from disclosure.waivers import Waivers

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What a reading gave: the problems, and a catalogue if none of them is an error."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


class DataError(Exception):
    """The data has errors; `problems` names them all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def load(root: Path) -> Loaded:
    """Read the data folder `root`. Never raises for bad data: it is in `problems`."""
    report = Report(root)
    parts = _read(root, report)
    check_references(root, parts, report)
    problems = in_report_order(report.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Loaded(None, problems)
    return Loaded(_catalogue(root, parts), problems)


def load_catalogue(root: Path) -> Catalogue:
    """The catalogue of `root`; raises DataError with every error."""
    loaded = load(root)
    if loaded.catalogue is None:
        raise DataError(p for p in loaded.problems if p.severity is Severity.ERROR)
    return loaded.catalogue


def _read(root: Path, report: Report) -> Parts:
    framework, lines = _framework(root / "indicators.yaml", report)
    items = read_table(root / "items.csv", Item, report)
    waivers, waiver_lines = read_waivers(root, report)
    departures, departure_lines = read_departures(root, report)
    return Parts(
        bureau=_node(root / "bureau.yaml", Bureau, report),
        framework=framework,
        requirements=_node(root / "requirements.yaml", Requirements, report),
        departments=read_table(root / "departments.csv", Department, report),
        plans=read_table(root / "materials.csv", MaterialPlan, report),
        items=items,
        unverified=_optional_table(root / "items_unverified.csv", report),
        texts=_texts(root / "texts", report),
        attachments=_attachments(root / "files", items, report),
        indicator_lines=lines,
        registers=read_registers(root, report),
        synonyms=_synonyms(root / "synonyms.yaml", report),
        queries=read_queries(root / "queries.yaml", framework, report),
        waivers=waivers,
        waiver_lines=waiver_lines,
        addresses=read_addresses(root, report),
        departures=departures,
        departure_lines=departure_lines,
    )


def _optional_table(path: Path, report: Report) -> list[Row[Item]]:
    return read_table(path, Item, report) if path.exists() else []


def _synonyms(path: Path, report: Report) -> Synonyms | None:
    """A data folder may have none."""
    return _node(path, Synonyms, report) if path.exists() else Synonyms()


def _node(path: Path, model: type[R], report: Report) -> R | None:
    tree = read_tree(path, report)
    return check_tree(path, tree, tree.data, model, report) if tree else None


def _framework(path: Path, report: Report) -> tuple[Framework | None, dict[str, int]]:
    tree = read_tree(path, report)
    if tree is None:
        return None, {}
    unknown_keys(path, tree, {"framework", "chapters"}, report)
    data = tree.data if isinstance(tree.data, dict) else {}
    head = data.get("framework")
    merged = {**(head if isinstance(head, dict) else {}), "chapters": data.get("chapters", [])}
    tree.lines.update({path[1:]: n for path, n in tree.lines.items() if path[:1] == ("framework",)})
    lines: dict[str, int] = {}
    for at, line in tree.lines.items():
        if at and at[-1] == "id":
            node = _at(data, at)
            lines.setdefault(str(node), line)
    return check_tree(path, tree, merged, Framework, report), lines


def _at(data: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _texts(folder: Path, report: Report) -> dict[str, str]:
    texts = {}
    names = sorted(os.listdir(folder)) if folder.is_dir() else []
    for name in names:
        if name.endswith(".md") and (text := read_text(folder / name, report)) is not None:
            texts[name.removesuffix(".md")] = text
    return texts


def _attachments(
    folder: Path, items: list[Row[Item]], report: Report
) -> dict[str, tuple[Attachment, ...]]:
    found = {}
    for row in items:
        files = []
        for entry in row.value.attachments:
            name, _, label = entry.partition("|")
            name = name.strip()
            path = folder / row.value.id / name
            if not _FILE_NAME.fullmatch(path.name) or "/" in name or not path.is_file():
                report.add("R06", row.file, f"“{name}”", row=row.row, column="附件(attachments)")
                continue
            data = path.read_bytes()
            files.append(
                Attachment(
                    item=row.value.id,
                    name=path.name,
                    label=label.strip() or path.name,
                    size=len(data),
                    sha256=hashlib.sha256(data).hexdigest(),
                )
            )
        if files:
            found[row.value.id] = tuple(files)
    return found


_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""Addresses are ASCII; and such a name cannot lead out of the item's own folder."""


def _catalogue(root: Path, parts: Parts) -> Catalogue:
    assert parts.bureau and parts.framework and parts.requirements
    origins = {
        row.value.address: (row.file.name, row.row)
        for rows in (parts.departments, parts.items)
        for row in rows
    }
    origins |= {f"materials/{r.value.id}": (r.file.name, r.row) for r in parts.plans}
    origins |= {
        one.address: ("indicators.yaml", parts.indicator_lines.get(one.id, 1))
        for one in parts.framework.indicators
    }
    origins |= {key: (WAIVERS, line) for key, line in parts.waiver_lines.items()}
    origins |= {key: (REDIRECTS, line) for key, line in parts.departure_lines.items()}
    registers = parts.registers
    entry_origins = registers.origins(root)
    for rows in registers.entries.values():
        for row in rows:
            entry = row.value
            key = (entry.register, entry.id, entry.valid_from)
            origins.setdefault(entry.address, entry_origins[key])
    return Catalogue(
        bureau=parts.bureau,
        framework=parts.framework,
        departments=tuple(row.value for row in parts.departments),
        plans={row.value.id: row.value for row in parts.plans},
        items=tuple(row.value for row in parts.items),
        unverified=tuple(row.value for row in parts.unverified),
        requirements=parts.requirements,
        synonyms=parts.synonyms or Synonyms(),
        queries=parts.queries or Queries(),
        waivers=parts.waivers or Waivers(),
        addresses=parts.addresses,
        departures=parts.departures or Departures(),
        texts=parts.texts,
        attachments=parts.attachments,
        origins=origins,
        entries={s: tuple(row.value for row in rows) for s, rows in registers.entries.items()},
        editions=tuple(row.value for row in registers.editions),
        changes=tuple(row.value for row in registers.changes),
        clocks=tuple(row.value for row in registers.clocks),
        laws=tuple(row.value for row in registers.laws),
        entry_origins=entry_origins,
        names={row.value.id: row.name for row in parts.items if row.name},
    )
