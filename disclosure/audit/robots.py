"""robots.txt as engines read it: the longest matching rule wins, `*` and `$` are wildcards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Group:
    """The rules for some agents."""

    agents: list[str] = field(default_factory=list)
    rules: list[tuple[str, bool]] = field(default_factory=list)
    """A path pattern, and whether it allows."""

    def allows(self, path: str) -> bool:
        best, answer = -1, True
        for pattern, allowed in self.rules:
            longer = len(pattern) > best or (len(pattern) == best and allowed)
            if pattern and longer and _matches(pattern, path):
                best, answer = len(pattern), allowed
        return answer

    @property
    def forbids(self) -> bool:
        """Whether any rule could forbid anything."""
        return any(pattern and not allowed for pattern, allowed in self.rules)


def parse(text: str) -> list[Group]:
    """The groups of a robots.txt; what is not understood is passed over, as engines do."""
    groups: list[Group] = []
    naming = False
    for line in text.lstrip("\ufeff").splitlines():
        name, mark, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not mark:
            continue
        if name == "user-agent":
            if not naming:
                groups.append(Group())
            groups[-1].agents.append(value)
            naming = True
        elif name in ("allow", "disallow"):
            naming = False
            if groups:
                groups[-1].rules.append((value, name == "allow"))
    return groups


def denied(text: str, paths: Iterable[str]) -> dict[str, list[str]]:
    """Agent as named in the file -> the paths that it may not visit."""
    found: dict[str, list[str]] = {}
    wanted = list(paths)
    for group in parse(text):
        if not group.forbids:
            continue
        refused = [path for path in wanted if not group.allows(path)]
        if refused:
            found.update(dict.fromkeys(group.agents, refused))
    return found


def _matches(pattern: str, path: str) -> bool:
    if "*" not in pattern and "$" not in pattern:
        return path.startswith(pattern)
    end = pattern.endswith("$")
    parts = [re.escape(part) for part in pattern.removesuffix("$").split("*")]
    return re.match(".*".join(parts) + ("$" if end else ""), path) is not None
