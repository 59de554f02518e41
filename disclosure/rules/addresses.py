"""addresses.csv and redirects.yaml: an address once published never dies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from disclosure.atlas import public
from disclosure.departures import Redirect, Tombstone, page_of
from disclosure.model import Catalogue
from disclosure.problem import CODES, Place, Problem, closest
from disclosure.rules.inspection import Inspection

RECORD = "addresses.csv"


def check(inspection: Inspection) -> Iterator[Problem]:
    catalogue = inspection.catalogue
    if not catalogue.addresses and not any(catalogue.departures.every()):
        return
    living = {f"/{address}": title for address, title in public(catalogue)}
    yield from _lost(catalogue, living)
    for key, one in catalogue.departures.every():
        yield from _departed(inspection, key, one, living)
    fresh = [address for address in living if address not in catalogue.addresses]
    if catalogue.addresses and fresh:
        found = f"{len(fresh)} 个，如 {fresh[0]}"
        yield Problem(CODES["U05"], Place(RECORD, None, "网址(address)"), found)


def _lost(catalogue: Catalogue, living: Mapping[str, str]) -> Iterator[Problem]:
    """Recorded, yet neither there nor accounted for."""
    gone = [address for address in catalogue.addresses if address not in living]
    if not gone:
        return
    answered = {page_of(one.address) for _, one in catalogue.departures.every()}
    alike = {(_section(address), title): address for address, title in living.items()}
    for address in gone:
        if page_of(address) not in answered:
            title, row = catalogue.addresses[address]
            moved = alike.get((_section(address), title))
            hint = f"现在同名的在 {moved}" if moved else ""
            place = Place(RECORD, row, "网址(address)")
            yield Problem(CODES["U01"], place, f"{address}（{title}）", hint)


def _section(address: str) -> str:
    return address.split("/")[1]


def _departed(
    inspection: Inspection, key: str, one: Redirect | Tombstone, living: Mapping[str, str]
) -> Iterator[Problem]:
    """What is wrong with one entry of redirects.yaml."""
    catalogue = inspection.catalogue
    found = partial(_found, catalogue, key)
    if used := _used(one.address, living):
        yield found("U03", "address", used)
    elif catalogue.addresses and one.address not in catalogue.addresses:
        hint = closest(one.address, catalogue.addresses) if len(catalogue.addresses) < 5000 else ""
        yield found("U04", "address", one.address, hint)
    if one.to and one.to not in living:
        yield found("U02", "to", one.to, _onward(catalogue, one.to))
    if one.day > inspection.today:
        yield found("U06", "day", str(one.day))


def _used(address: str, living: Mapping[str, str]) -> str:
    """What still stands at an address, or in the way of a page that would answer for it."""
    bare = address.rstrip("/")
    files = [bare, *(bare[:n] for n, letter in enumerate(bare) if letter == "/" and n)]
    return next((one for one in (f"{bare}/", *files) if one in living), "")


def _onward(catalogue: Catalogue, address: str) -> str:
    """Where an address leads that has itself departed: a reader should not be sent twice."""
    for _, one in catalogue.departures.every():
        if one.address == address and one.to:
            return f"它自己也已经不在原处，直接写 {one.to}"
    return ""


def _found(
    catalogue: Catalogue, key: str, code: str, column: str, words: str, hint: str = ""
) -> Problem:
    file, line = catalogue.origins[f"{key}/{column}"]
    return Problem(CODES[code], Place(file, line, column), words, hint)
