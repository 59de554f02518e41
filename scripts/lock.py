"""Write requirements.txt and requirements-dev.txt: the versions installed here, by name only."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent


def closure(extra: str) -> dict[str, str]:
    """Every distribution that the project needs, with its installed version."""
    found: dict[str, str] = {}
    queue = [("disclosure", frozenset({extra}))]
    while queue:
        name, extras = queue.pop()
        for text in metadata.requires(name) or ():
            requirement = Requirement(text)
            marker = requirement.marker
            if marker and not any(marker.evaluate({"extra": one}) for one in extras | {""}):
                continue
            key = re.sub(r"[-_.]+", "-", requirement.name).lower()
            if key not in found:
                found[key] = metadata.version(requirement.name)
                queue.append((requirement.name, frozenset(requirement.extras)))
    return found


if __name__ == "__main__":
    for file, extra in (("requirements.txt", ""), ("requirements-dev.txt", "dev")):
        lines = [f"{name}=={version}\n" for name, version in sorted(closure(extra).items())]
        (ROOT / file).write_text("".join(lines), encoding="utf-8")
