"""What the head of a page says, packed: most audits keep it for every page and read it of none."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from disclosure.audit.observe.statement import Statement, read_statement

_CODING = ("utf-8", "surrogatepass")
"""A page can hold half a surrogate pair, which is no character."""


REFRESH = "http-equiv:refresh"
"""Name under which the heads keep a refresh, which has none."""


class Head(NamedTuple):
    """What engines read of a page besides its title and its canonical address."""

    metas: tuple[tuple[str, str], ...] = ()
    """Name and content of every named <meta>."""
    statement: Statement = Statement()

    def packed(self) -> bytes:
        return json.dumps(self, ensure_ascii=False).encode(*_CODING)


def read_head(metas: tuple[tuple[str, str], ...], statements: Iterable[str]) -> Head:
    """From the named <meta> of a page and the texts of its JSON-LD."""
    return Head(metas, read_statement(statements))


def unpacked(data: bytes) -> Head:
    """What `packed` made; nothing of a document without a head."""
    if not data:
        return Head()
    metas, (fault, types, sort, url, name, published, trail) = json.loads(data.decode(*_CODING))
    statement = Statement(fault, tuple(types), sort, url, name, published, tuple(trail))
    return Head(tuple((name, content) for name, content in metas), statement)
