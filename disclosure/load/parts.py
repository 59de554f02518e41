"""The checked files of a data folder, before their references are checked."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.bureau import Bureau
from disclosure.departures import Departures, Recorded
from disclosure.framework import Framework, Requirements
from disclosure.load.registers import RegisterParts
from disclosure.load.table import Row
from disclosure.model import Attachment, Department, Item, MaterialPlan, Synonyms
from disclosure.queries import Queries
from disclosure.waivers import Waivers


@dataclass
class Parts:
    """What was read; None stands for a file that could not be."""

    bureau: Bureau | None
    framework: Framework | None
    requirements: Requirements | None
    departments: list[Row[Department]]
    plans: list[Row[MaterialPlan]]
    items: list[Row[Item]]
    unverified: list[Row[Item]]
    texts: dict[str, str]
    attachments: dict[str, tuple[Attachment, ...]]
    indicator_lines: dict[str, int]
    registers: RegisterParts
    synonyms: Synonyms | None
    queries: Queries | None
    waivers: Waivers | None
    waiver_lines: dict[str, int]
    addresses: dict[str, Recorded]
    departures: Departures | None
    departure_lines: dict[str, int]
