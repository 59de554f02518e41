"""What a page states about itself in JSON-LD, compared with the page and with the data."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.address import Where, resolve
from disclosure.audit.observe.documents import Document
from disclosure.audit.observe.statement import PUBLISHER, TRAIL, Statement
from disclosure.audit.observe.tree import Tree
from disclosure.audit.target import Target

_CONTENT = {"Legislation", "DigitalDocument"}
_COLUMN = {"WebSite", "WebPage", "CollectionPage", "Dataset", "AboutPage", "SearchResultsPage"}


def judge_statement(
    document: Document, said: Statement, target: Target, url: str, tree: Tree
) -> Iterator[tuple[str, str]]:
    """Reasons and evidence."""
    if said.fault:
        yield "structured-syntax", said.fault
        return
    if not said.types:
        yield "structured-missing", "没有 JSON-LD"
        return
    demanded = {PUBLISHER: "发布机构", TRAIL: "当前位置"}
    if not target.address:
        del demanded[TRAIL]
    for one, title in demanded.items():
        if one not in said.types:
            yield "structured-missing", f"JSON-LD 里没有{title}（{one}）"
    if not said.sort:
        yield "structured-missing", "JSON-LD 没有说这一页是什么"
        return
    yield from _about(document, said, target, url)
    if TRAIL in said.types and target.address:
        yield from _trail(said.trail, url, tree)


def _about(
    document: Document, said: Statement, target: Target, url: str
) -> Iterator[tuple[str, str]]:
    content = target.content
    if said.sort not in (_COLUMN if content is None else _CONTENT):
        yield "structured-wrong", f"类型是 {said.sort}"
    if said.url != url:
        yield "structured-wrong", f"网址是 {said.url}"
    if not said.name or "".join(said.name.split()) not in "".join(document.title.split()):
        yield "structured-wrong", f"名称是“{said.name}”，页面标题是“{document.title}”"
    days = content.published if content else ()
    # A month or a year alone is as the data have it; a day must be the one they know.
    if content and len(said.published) > len("YYYY-MM") and said.published not in days:
        yield "structured-wrong", f"发布日期是 {said.published}"


def _trail(trail: tuple[str, ...], url: str, tree: Tree) -> Iterator[tuple[str, str]]:
    """The breadcrumb must begin at home, end here, and lead over pages that are there."""
    here = tree.here
    if not trail or trail[0] != here.url("") or trail[-1] != url:
        yield "structured-wrong", f"当前位置是 {' > '.join(trail) or '空的'}"
        return
    for step in trail[1:-1]:
        if step in tree.page_urls:
            continue
        link = resolve(here, here.path, step)
        if link.where is not Where.INSIDE or link.address not in tree.pages:
            yield "structured-wrong", f"当前位置里的 {step} 不在网站里"
