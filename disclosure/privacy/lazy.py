"""Patterns that are compiled when first used: most texts need few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        self.__dict__[name] = found  # the next time it is found without coming here
        return found


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but not before it is used."""
    return cast(re.Pattern[str], _Lazy(source, flags))
