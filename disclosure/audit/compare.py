"""Two opinions of one site: where they differ is a finding of its own."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.address import Here, Where, resolve
from disclosure.audit.finding import Finding
from disclosure.audit.observe.documents import address_of
from disclosure.audit.observe.second_opinion import Opinion, Row, Said
from disclosure.audit.observe.tree import Tree


def compare(tree: Tree, opinion: Opinion) -> Iterator[Finding]:
    """Addresses about which the tree check and LinkChecker disagree, or that it never saw."""
    here = Here(tree.base_url)
    there = Here(opinion.base)
    known = _known(tree) | set(opinion.asked)
    seen: set[str] = set()
    for row in opinion.rows:
        link = resolve(there, there.path, row.url)
        if link.where is not Where.INSIDE:
            continue
        seen.add(link.address)
        evidence = _difference(tree, row, link.address, known)
        if evidence:
            yield Finding("disagreement", here.url(link.address), row.written, evidence)
    for address in opinion.asked:
        if address not in seen:
            evidence = f"LinkChecker 没有看 {address or '首页'}"
            yield Finding("not-observed", here.url(address), "", evidence)


def _known(tree: Tree) -> set[str]:
    """Every address inside the site that the tree check has read from a link."""
    links = (*tree.links, *tree.resources)
    return {link.address for link in links if link.where is Where.INSIDE}


def _difference(tree: Tree, row: Row, address: str, known: set[str]) -> str:
    """How the two differ about an address; empty when they agree."""
    if row.said is Said.NOTHING:
        return ""
    file = tree.find(address)
    if row.said is Said.BROKEN and file is not None:
        return f"本程序：有文件 {file}；LinkChecker：{row.result or row.warning}"
    if row.said is Said.OK and file is None:
        return f"本程序：没有这个文件；LinkChecker：{row.result}"
    if file is not None and address not in known and address_of(file) not in known:
        return f"LinkChecker 在 {row.parent} 读到这个链接，本程序没有读到"
    return ""
