"""The build's own gate: links inside the site that lead nowhere."""

from __future__ import annotations

from pathlib import Path

from disclosure.audit.judge import link_faults
from disclosure.audit.observe.documents import Seen
from disclosure.audit.observe.tree import read_links
from disclosure.audit.verdict import REASONS, Verdict


def dead_links(root: Path, base_url: str = "", poured: Seen | None = None) -> list[str]:
    """What a build must not contain: links inside the site that lead nowhere, one line each.

    `poured`: pages that were read while they were written (numbered from 0), so that only
    the others are read from the disk.
    """
    tree = read_links(root, base_url, poured or Seen([], {}, {}, 0))
    return [
        f"{finding.url}（写作 {finding.href}）{REASONS[finding.code].title}：{finding.evidence}；"
        f"出现在 {'、'.join(finding.parents[:3])}{' 等' if len(finding.parents) > 3 else ''}"
        for finding in link_faults(tree)
        if finding.verdict is Verdict.BROKEN
    ]
