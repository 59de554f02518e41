"""The build's own gate: links inside the site that lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from disclosure.audit.judge import link_faults
from disclosure.audit.observe.documents import Document, Seen
from disclosure.audit.observe.scan import scan
from disclosure.audit.observe.tree import Tree, links_only, read_links
from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Verdict


class DeadLinks(Exception):
    """A site with links that lead nowhere; the message lists them."""


def dead_links(root: Path, base_url: str = "", poured: Seen | None = None) -> list[str]:
    """What a build must not contain: links inside the site that lead nowhere, one line each.

    `poured`: pages that were read while they were written (numbered from 0), so that only
    the others are read from the disk.
    """
    nothing = Seen([], {}, {}, 0)
    dead = _broken(read_links(root, base_url, poured or nothing))
    if dead and poured is not None:
        # A scan may take a quotation for a link; the parser does not.
        dead = _broken(read_links(root, base_url, nothing))
    return dead


def dead_ends(
    root: Path, base_url: str, poured: Seen, paths: Sequence[str], files: frozenset[str]
) -> list[str]:
    """The same for a few pages just written into a tree where all other links stand.

    `poured` names them by their numbers among `paths`, the site's pages; `files` is every file.
    """
    known = dict(poured.documents)
    number = {path: at for at, path in enumerate(paths)}
    for link, _ in (*poured.links, *poured.resources):
        path = f"{link.address}index.html"
        if link.fragment and path in files and number.get(path) not in known:
            ids = scan((root / path).read_text(encoding="utf-8")).ids
            at = number.setdefault(path, len(number))
            known[at] = Document(path, ids="\0".join(("", *ids, "")))
    every = [(at, known.get(at) or Document(path)) for path, at in number.items()]
    return _broken(links_only(root, base_url, files, poured._replace(documents=every)))


def _broken(tree: Tree) -> list[str]:
    return [
        f"{finding.url}（写作 {finding.href}）{REASONS[finding.code].title}：{finding.evidence}；"
        f"出现在 {'、'.join(finding.parents[:3])}{' 等' if len(finding.parents) > 3 else ''}"
        for finding in link_faults(tree)
        if finding.verdict is Verdict.BROKEN
    ]


def refusal(dead: list[str]) -> str:
    """Why a site with dead links is not built."""
    shown = "\n".join(f"  {link}" for link in dead[:50])
    return f"网站里有 {len(dead)} 处打不开的站内链接：\n{shown}"
