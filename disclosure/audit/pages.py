"""Every page and file, judged: is it there, is it the right one, does it say what it must?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.audit.finding import Finding
from disclosure.audit.observe.documents import (
    EMPTY,
    NOINDEX,
    REDIRECTS,
    TRUNCATED,
    Document,
)
from disclosure.audit.observe.tree import Tree
from disclosure.audit.target import Target, Targets

NOT_FOUND = "404.html"
_SHOWN = 40


def judge_pages(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    """What is wrong with pages; without targets only what is wrong with any page."""
    for number, document in enumerate(tree.documents):
        if document.repeated or document.flags & EMPTY:
            yield from _any_page(document, tree.urls[number])
    if targets is None:
        return
    here = tree.here
    for address, target in targets.pages.items():
        page = tree.pages.get(address)
        if page is None:
            yield Finding(
                "missing-page", here.url(address), "", f"{target.why}“{target.title}”没有页面"
            )
        else:
            known = address if target.to is None else target.to
            yield from _expected_page(
                tree.urls[page], tree.documents[page], target, here.url(known)
            )


def _any_page(document: Document, url: str) -> Iterator[Finding]:
    if document.flags & EMPTY and not document.flags & REDIRECTS:
        yield Finding(
            "empty-page", url, "", f"{document.path} 共 {document.size} 字节，正文没有内容"
        )
    for anchor in document.repeated:
        yield Finding("duplicate-id", f"{url}#{anchor}", "", f"锚点 {anchor} 出现不止一次")


def _expected_page(
    url: str, document: Document, target: Target, canonical: str
) -> Iterator[Finding]:
    """`canonical`: the address by which its contents are to be known."""
    if document.flags & TRUNCATED:
        yield Finding("truncated-page", url, "", f"{document.path} 没有以 </html> 结尾")
    titles = _titles(target)
    if not any(_squeeze(title) in _squeeze(document.title) for title in titles):
        evidence = f"标题是“{document.title}”，应含“{'”或“'.join(titles)}”"
        yield Finding("wrong-title", url, "", evidence)
    if document.missing and not document.flags & EMPTY:
        missing = "、".join(f"“{_cut(word)}”" for word in document.missing[:5])
        yield Finding("missing-words", url, "", f"缺少 {len(document.missing)} 处：{missing}")
    if document.flags & NOINDEX:
        yield Finding("noindex", url, "", "页面有 robots noindex 标签")
    if document.canonical != canonical:
        said = f"写成了 {document.canonical}" if document.canonical else "没有写"
        yield Finding("canonical", url, "", f"规范网址{said}")


def _titles(target: Target) -> list[str]:
    """Those that are right; several where it depends on the day which version is shown."""
    if target.title or target.content is None:
        return [target.title]
    return sorted(target.content.titles)


def judge_files(tree: Tree, targets: Targets | None) -> Iterator[Finding]:
    """Files that are not there, or not what they claim to be."""
    here = tree.here
    for path, fault in sorted(tree.faults.items()):
        yield Finding(fault.reason, here.url(path), "", fault.evidence)
    for address, target in (targets.files if targets else {}).items():
        if address not in tree.files:
            evidence = f"{target.why}“{target.title}”不在网站里"
            yield Finding("missing-file", here.url(address), "", evidence)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _cut(word: str) -> str:
    return word if len(word) <= _SHOWN else word[:_SHOWN] + "…"
