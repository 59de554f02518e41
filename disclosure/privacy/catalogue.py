"""The catalogue as it would be published -> findings with file, row and column, and problems.

Rows are read under the titles of their columns; texts and attachments as files, which a store
remembers by their hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import get_args

from disclosure.departures import Published
from disclosure.model import Catalogue
from disclosure.privacy.allow import FILE, Allowed, PolicyError, read_policy
from disclosure.privacy.finding import Kind
from disclosure.privacy.headers import Headers
from disclosure.privacy.scan import Scan, scan_bytes
from disclosure.privacy.store import Store
from disclosure.privacy.table import doubtful, row_findings
from disclosure.problem import CODES, Place, Problem
from disclosure.record import Record

CODE_OF = {
    Kind.IDENTITY: "P01",
    Kind.MOBILE: "P02",
    Kind.CARD: "P03",
    Kind.HOME: "P04",
    Kind.NAME: "P05",
    Kind.BIRTH: "P06",
    Kind.EMAIL: "P07",
    Kind.SOCIAL: "P08",
    Kind.HEALTH: "P09",
    Kind.SECRET: "P10",
    Kind.PROPERTY: "P11",
    Kind.GPS: "P12",
}
UNREAD, POLICY = "P13", "P14"
_NODES = ("bureau.yaml", "indicators.yaml", "requirements.yaml", "redirects.yaml")

Known = Callable[[Record], bool]


@dataclass(frozen=True)
class Located:
    """A finding in the data; `kind` is None where a file could not be read."""

    place: Place
    kind: Kind | None
    excerpt: str


def problems(
    catalogue: Catalogue, root: Path, cache: Path | None = None, sound: Known = lambda _: False
) -> Iterator[Problem]:
    """Every finding as a problem; first of all whether the allow list can be used.

    `sound`: whether a row was looked at before under the same policy, and is not looked at again.
    """
    try:
        allowed = read_policy(root)
    except PolicyError as error:
        yield Problem(CODES[POLICY], Place(FILE), str(error))
        allowed = Allowed()
    for one in findings(catalogue, root, cache, allowed, sound):
        code = CODES[CODE_OF[one.kind] if one.kind else UNREAD]
        yield Problem(code, one.place, one.excerpt)


def findings(
    catalogue: Catalogue,
    root: Path,
    cache: Path | None = None,
    allowed: Allowed | None = None,
    sound: Known = lambda _: False,
) -> list[Located]:
    """Every finding in rows, structure, texts and attachments, in that order."""
    allowed = read_policy(root) if allowed is None else allowed
    store = Store(cache, allowed)
    found = list(_rows(catalogue, allowed, sound))
    found += _files(catalogue, root, store, allowed)
    store.save()
    return found


def _rows(
    catalogue: Catalogue, allowed: Allowed, sound: Known = lambda _: False
) -> Iterator[Located]:
    unknown = (one for one in _records(catalogue) if not sound(one[0]))
    for kind, group in groupby(unknown, key=lambda one: type(one[0])):
        fields = [
            (name, one.title or name)
            for name, one in kind.model_fields.items()
            if _holds_words(one.annotation)
        ]
        titles = {n: title for n, (_, title) in enumerate(fields)}
        headers = Headers.of(titles, typed=True)
        values = attrgetter(*(name for name, _ in fields), "__class__")
        for record, (file, row) in group:
            cells = _cells(values(record))
            if headers.special or doubtful(headers, cells):
                for column, one in row_findings(headers, cells):
                    if not allowed.allows(one.kind, one.value):
                        at = Place(file, row, f"{titles[column]}({fields[column][0]})")
                        yield Located(at, one.kind, one.excerpt)


def _holds_words(annotation: object) -> bool:
    """Whether a field may hold words; dates, choices and numbers hold no names."""
    return annotation is str or any(map(_holds_words, get_args(annotation)))


def rows(catalogue: Catalogue) -> Iterator[Record]:
    """Every row that is looked at."""
    return (record for record, _ in _records(catalogue))


def _records(catalogue: Catalogue) -> Iterator[tuple[Record, tuple[str, int | None]]]:
    """Every row with its file and its line, rows of one kind together."""
    origins = catalogue.origins
    for department in catalogue.departments:
        yield department, origins.get(department.address, ("departments.csv", None))
    for plan in catalogue.plans.values():
        yield plan, origins.get(f"materials/{plan.id}", ("materials.csv", None))
    for item in catalogue.items:
        yield item, origins.get(item.address, ("items.csv", None))
    for number, item in enumerate(catalogue.unverified):
        yield item, ("items_unverified.csv", number + 2)
    for slug, entries in catalogue.entries.items():
        for entry in entries:
            key = (slug, entry.id, entry.valid_from)
            yield entry, catalogue.entry_origins.get(key, (f"registers/{slug}.csv", None))
    for number, edition in enumerate(catalogue.editions):
        yield edition, ("editions.csv", number + 2)
    for number, change in enumerate(catalogue.changes):
        yield change, ("changes.csv", number + 2)
    for place, one in catalogue.departures.every():  # whose recorded titles pages show
        title = catalogue.departed_title(one)
        known = Published(address=one.address, title=title, since=one.day)
        yield known, origins.get(f"{place}/address", ("redirects.yaml", None))


def _cells(values: Sequence[object]) -> dict[int, str]:
    """The words of a row by column."""
    cells: dict[int, str] = {}
    for column, value in enumerate(values):
        if value:
            if type(value) is str:
                cells[column] = value
            elif type(value) is tuple:
                cells[column] = "；".join([one for one in value if type(one) is str])
    return cells


def _files(catalogue: Catalogue, root: Path, store: Store, allowed: Allowed) -> Iterator[Located]:
    """Structure files, texts and attachments, each scanned once as long as it stays the same."""
    for name in _NODES:
        path = root / name
        if path.is_file():
            yield from _scanned(name, path.read_bytes(), "", store, allowed)
    for item, text in catalogue.texts.items():
        yield from _scanned(f"texts/{item}.md", text.encode(), "", store, allowed)
    for files in catalogue.attachments.values():
        for one in files:
            path = root / "files" / one.item / one.name
            yield from _scanned(one.address, path, one.sha256, store, allowed)


def _scanned(
    file: str, body: bytes | Path, sha256: str, store: Store, allowed: Allowed
) -> Iterable[Located]:
    key = (
        sha256 or hashlib.sha256(body if isinstance(body, bytes) else body.read_bytes()).hexdigest()
    )
    key += file  # a name counts among the words above a table
    scan = store.get(key, file)
    if scan is None:
        data = body if isinstance(body, bytes) else body.read_bytes()
        scan = scan_bytes(file, data, allowed)
        store.put(key, file, scan)
    return _located(file, scan)


def _located(file: str, scan: Scan) -> Iterator[Located]:
    for one in scan.findings:
        line = one.place.removeprefix("第 ").removesuffix(" 行") if one.file == file else ""
        inner = f"{one.file.removeprefix(file + ' → ')}，" if one.file != file else ""
        if line.isdecimal():
            yield Located(Place(file, int(line)), one.kind, one.excerpt)
        else:
            yield Located(Place(file, None, inner + one.place), one.kind, one.excerpt)
    for name, reason in scan.unread:
        inner = name.removeprefix(file).removeprefix(" → ")
        yield Located(Place(file, None, inner), None, reason)
