"""The build's own gate: links inside the site that lead nowhere."""

from __future__ import annotations

from pathlib import Path

from disclosure.audit.judge import link_faults
from disclosure.audit.links import judge
from disclosure.audit.observe.documents import Document, Seen
from disclosure.audit.observe.scan import scan
from disclosure.audit.observe.tree import Tree, is_page, links_only, read_links
from disclosure.audit.reasons import REASONS
from disclosure.audit.verdict import Verdict


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


def dead_ends(root: Path, base_url: str, poured: Seen, files: frozenset[str]) -> bool:
    """Whether a few pages just written may have any, in a tree where all other links stand.

    `files` is every file of the tree; a page among them is looked into only for its anchors.
    """
    known = {document.path: document for _, document in poured.documents}
    find = links_only(root, base_url, files, poured).find
    for link in (*poured.links, *poured.resources):
        path = find(link.address) if link.fragment else None
        if path and is_page(path) and path not in known:
            ids = scan((root / path).read_text(encoding="utf-8")).ids
            known[path] = Document(path, ids="\0".join(("", *ids, "")))
    seen = poured._replace(documents=[*enumerate(known.values())])
    followed, loaded = judge(links_only(root, base_url, files, seen))
    codes = {one.code for one in (*followed, *loaded)} - {""}
    return any(REASONS[code].verdict is Verdict.BROKEN for code in codes)


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
