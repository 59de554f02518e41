"""Pages that people wrote by hand, and the theme's chrome: scanned before they are published.

All else on a site comes from rows, texts and attachments, which are scanned as data.
"""

from __future__ import annotations

from pathlib import Path

from disclosure.privacy.allow import read_policy
from disclosure.privacy.scan import scan_file
from disclosure.problem import Severity

FOLDERS = {"docs": "*.md", "overrides": "*.html"}
_SHOWN = 20


def refusal(project: Path, data: Path) -> str:
    """Why what is written by hand may not be published; empty when it may."""
    allowed = read_policy(data)
    found = [
        f"  {one.file}，{one.place}：{one.kind.label} {one.excerpt}"
        for folder, pattern in FOLDERS.items()
        for path in sorted((project / folder).rglob(pattern))
        for one in scan_file(path, allowed).findings
        if one.kind.severity is Severity.ERROR
    ]
    if not found:
        return ""
    more = [f"  ……还有 {len(found) - _SHOWN} 处"] if len(found) > _SHOWN else []
    return "\n".join(["手写的网页里有不得公开的内容：", *found[:_SHOWN], *more])
