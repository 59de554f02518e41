"""This build's pages alone: what stays when all that Hugo does not do either is left out.

`python -m benchmarks.pages_only DATA SITE`. Left out are rules and the privacy scan, page tags
and JSON-LD, search index and full text, and what the next build would need. Everything else is
the product's own way, and every link is checked as always.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Any

from disclosure import builder, handover


def _bare() -> None:
    """Imported only now, as in the product: MkDocs is under way."""
    from disclosure import making, site
    from disclosure.pages.search import FULL_TEXT, shard_addresses

    def nothing(*_: Any, **__: Any) -> Any:
        return None

    def files(catalogue: Any, _: Any) -> dict[str, str | bytes]:
        # The search page names its scripts, and every link must lead somewhere.
        empty: dict[str, str | bytes] = dict.fromkeys(shard_addresses(catalogue), "")
        return {FULL_TEXT: "[]\n", **empty}

    patched: Any = site.Site
    patched.errors = lambda *_: []
    patched.head = patched.key = lambda *_: ""
    vars(site)["assets"] = files
    vars(making).update(FullText=nothing, _keep=nothing)


class _MkDocs(handover.MkDocs):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        _bare()


if __name__ == "__main__":
    vars(builder)["MkDocs"] = _MkDocs
    builder.build(Path(sys.argv[1]), dt.date.today(), Path(sys.argv[2]), held=[])
    os._exit(0)  # as the command ends
