"""waivers.yaml: nothing is put up with, nor believed, for ever."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import CODES, Place, Problem
from disclosure.rules.inspection import Inspection


def check(inspection: Inspection) -> Iterator[Problem]:
    waivers, today = inspection.catalogue.waivers, inspection.today
    urls = {item.url for item in inspection.catalogue.items if item.url}

    def found(code: str, key: str, column: str, words: str) -> Problem:
        file, line = inspection.catalogue.origins[f"{key}/{column}"]
        return Problem(CODES[code], Place(file, line, column), words)

    for n, one in enumerate(waivers.waivers):
        key = f"waivers/{n}"
        if not one.holds(today):
            yield found("X01", key, "until", f"{one.address} 的豁免到 {one.until} 为止")
        elif not any(one.matches(url) for url in urls):
            yield found("X02", key, "address", one.address)
    for n, seen in enumerate(waivers.confirmations):
        key = f"confirmations/{n}"
        if seen.age(today) < 0:
            yield found("X04", key, "day", f"{seen.address} 的核对日期是 {seen.day}")
        elif not any(seen.matches(url) for url in urls):
            yield found("X02", key, "address", seen.address)
        elif waivers.confirmation(seen.address) in (seen, None) and not waivers.fresh(seen, today):
            words = f"{seen.address} 在 {seen.day} 核对过，已有 {seen.age(today)} 天"
            yield found("X03", key, "day", words)
