"""Lists of bare names under a title that says whose they are (受援人名单, then a name a line)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy import roles
from disclosure.privacy.finding import Finding
from disclosure.privacy.lazy import lazily
from disclosure.privacy.names import whole_name
from disclosure.privacy.persons import found

_TITLE = lazily(rf"(?P<who>{roles.STRONG_LISTS}|{roles.PROTECTED})(?P<more>[^。；\n]{{0,24}})$")
_LIST_WORD = lazily(r"名单|名册|花名册|如下|公示|姓\s*名$|[:：]$")
_STAFF = lazily(roles.STAFF)
_NUMBERING = lazily(
    r"\s*(?:[-*•·●]\s*|(?:第?\d{1,3}\s?[、.．)）名]|[（(]\d{1,3}[）)]|[①-⑳]|\d{1,3}(?=\s))\s*)?"
)
_ITEM = lazily(r"[^\s、，,;；|]+(?: [\u4e00-\u9fff](?![\u4e00-\u9fff]))?")
_ASIDE = lazily(
    r"[（(][^）)\n]{0,30}[）)]|男|女|\d{1,3}岁?|[\u4e00-\u9fff]{1,3}族|等\d*[人名]?|\S{1,2}[某*×]{1,2}"
)
_MAX_LINE = 240


def rosters(text: str) -> Iterator[Finding]:
    """Every name of such a list; the first line that is none ends it."""
    at, listed, empty = 0, False, 0
    for line in text.split("\n"):
        stripped = line.strip(" #*\t【】")
        if listed and stripped:
            if len(line) <= _MAX_LINE and (names := list(_names(line))):
                for start, name in names:
                    yield found(name, at + start)
                empty = 0
            else:
                listed = False
        elif listed:
            empty += 1
            listed = empty < 3
        if not listed and stripped:
            listed, empty = _is_title(stripped), 0
        at += len(line) + 1


def _is_title(line: str) -> bool:
    title = _TITLE.search(line) if len(line) <= 60 else None
    if title is None or _STAFF.search(title["more"]):
        return False
    return bool(_LIST_WORD.search(title["more"])) or (title.start() == 0 and not title["more"])


def _names(line: str) -> Iterator[tuple[int, str]]:
    """The names of a line that holds nothing but names."""
    begun = _NUMBERING.match(line)
    names: list[tuple[int, str]] = []
    for item in _ITEM.finditer(line, begun.end() if begun else 0):
        bare = re.split(r"[（(。]", item[0])[0]
        if whole_name(bare):
            names.append((item.start(), bare))
        elif not _ASIDE.fullmatch(item[0]):
            return
    yield from names
