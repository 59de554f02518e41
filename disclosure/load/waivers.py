"""waivers.yaml: read alone, because an audit of a mere list needs nothing else of the data."""

from __future__ import annotations

from pathlib import Path

from disclosure.load.source import Report
from disclosure.load.tree import check_tree, read_tree
from disclosure.waivers import Waivers

FILE = "waivers.yaml"
PARTS = ("waivers", "confirmations")


def read_waivers(root: Path, report: Report) -> tuple[Waivers | None, dict[str, int]]:
    """The file and the line of each field (`waivers/0/until`); a data folder may have none."""
    path = root / FILE
    if not path.exists():
        return Waivers(), {}
    tree = read_tree(path, report)
    if tree is None:
        return None, {}
    data = tree.data or {}
    if isinstance(data, dict):  # a part without entries may be left blank
        data = {key: () if key in PARTS and value == "" else value for key, value in data.items()}
    found = check_tree(path, tree, data, Waivers, report)
    if found is None:
        return None, {}
    lines = {
        f"{part}/{n}/{name}": tree.line((part, n, name))
        for part in PARTS
        for n, one in enumerate(getattr(found, part))
        for name in type(one).model_fields
    }
    for part in PARTS:
        known: set[str] = set()
        for n, one in enumerate(getattr(found, part)):
            if one.address in known and part == "waivers":
                row = lines[f"{part}/{n}/address"]
                report.add("R01", path, f"“{one.address}”", row=row, column="address")
            known.add(one.address)
    return found, lines
