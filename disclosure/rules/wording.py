"""Wording: words known to be slips, numbers run together, names that the registry writes otherwise.

A text that must keep a slip of its source says 原文如此 in the note of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.problem import Problem
from disclosure.rules.inspection import Inspection
from disclosure.vocabulary import Level

SLIPS = {
    "攻府": "政府", "共合国": "共和国", "人民大和国": "人民共和国",
    "中共人民共和国": "中华人民共和国", "领导小姐": "领导小组", "扫黑险恶": "扫黑除恶",
    "秸杆": "秸秆", "佩带": "佩戴", "跟综": "跟踪", "示范市创工作": "示范市创建工作",
}  # fmt: skip
"""Slips that monitors of government sites have reported, and those of the plan itself."""

_ALWAYS = re.compile("|".join(map(re.escape, SLIPS)) + r"|治政府建设(?<!法.{5})")
_RUN_TOGETHER = re.compile(r"(?:19|20)(?<!\d{3})\d{2}(?:0?[1-9]|1[0-2])月(?!\d)")
_SHORTEST = 5
"""A shorter name of a department differs in one letter from too many ordinary words."""


def check(inspection: Inspection) -> Iterator[Problem]:
    """Titles and texts; texts of other organs are theirs to mend."""
    departments = _Names(inspection)
    for item in inspection.catalogue.items:
        if item.level is not Level.BUREAU or "原文如此" in item.note:
            continue
        for code, found, hint, _ in _slips(item.title):
            yield inspection.found(code, item, "title", found, hint)
        if text := inspection.catalogue.texts.get(item.id):
            for code, found, hint, offset in (*_slips(text), *departments.almost(text)):
                yield inspection.in_text(code, item, offset, found, hint)
    yield from _entries(inspection)


def _entries(inspection: Inspection) -> Iterator[Problem]:
    """Cells of the registers, joined so that one search reads a row."""
    for rows in inspection.catalogue.entries.values():
        for entry in rows:
            joined = "\n".join([one for one in vars(entry).values() if isinstance(one, str)])
            if not (_ALWAYS.search(joined) or _RUN_TOGETHER.search(joined)):
                continue
            for name, value in entry:
                for code, found, hint, _ in _slips(value) if isinstance(value, str) else ():
                    yield inspection.found(code, entry, name, found, hint)


def _slips(text: str) -> Iterator[tuple[str, str, str, int]]:
    for match in _ALWAYS.finditer(text):
        right = SLIPS.get(match[0], "法治政府建设")
        yield "W01", f"“{match[0]}”", f"疑为“{right}”", match.start()
    for match in _RUN_TOGETHER.finditer(text):
        yield "W02", f"“{match[0]}”", f"疑为“{match[0][:4]}年{match[0][4:]}”", match.start()


class _Names:
    """Names of departments, and texts that almost write them."""

    def __init__(self, inspection: Inspection) -> None:
        departments = inspection.catalogue.departments
        self.known = {n for one in departments for n in (one.name, *one.aliases)}
        self.names = [one.name for one in departments if len(one.name) >= _SHORTEST]
        tails = "".join(sorted({name[-1] for name in self.names}))
        self.tails = re.compile(f"[{tails}]") if tails else None

    def almost(self, text: str) -> Iterator[tuple[str, str, str, int]]:
        for match in self.tails.finditer(text) if self.tails else ():
            for name in self.names:
                start = match.end() - len(name)
                written = text[start : match.end()] if start >= 0 else ""
                if one_letter_off(written, name) and not any(
                    written.endswith(known) for known in self.known
                ):
                    yield "W03", f"“{written}”", f"疑为“{name}”", start


def one_letter_off(written: str, name: str) -> bool:
    """One inner letter changed, or two neighbours swapped; the last letter is never changed."""
    if len(written) != len(name) or written[-1:] != name[-1] or written == name:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(written, name, strict=True)) if a != b]
    if len(wrong) == 1:
        return wrong != [0] and "\u4e00" <= written[wrong[0]] <= "\u9fff"
    a, b = wrong[:2]
    return wrong == [a, a + 1] and written[a] == name[b] and written[b] == name[a]
