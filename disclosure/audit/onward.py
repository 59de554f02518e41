"""Pages that lead elsewhere by themselves, judged: those that must, and those that must not."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.address import Where, resolve
from disclosure.audit.finding import Finding
from disclosure.audit.observe.documents import REDIRECTS
from disclosure.audit.observe.heads import REFRESH
from disclosure.audit.observe.tree import Tree
from disclosure.audit.references import refresh_reference
from disclosure.audit.target import Targets


def judge_onward(tree: Tree, targets: Targets) -> Iterator[Finding]:
    for address, target in targets.pages.items():
        number = tree.pages.get(address)
        if number is None:
            continue
        redirects = tree.documents[number].flags & REDIRECTS
        if target.to is None and not redirects:
            continue
        led = _leads_to(tree, address, number)
        if target.to is None:
            yield Finding("redirects-away", tree.urls[number], "", f"自动转到 {led}")
        elif led != (wanted := tree.here.url(target.to)):
            said = f"自动转到 {led}" if led else "没有自动转走"
            yield Finding("moved-astray", tree.urls[number], "", f"{said}，应转到 {wanted}")


def _leads_to(tree: Tree, address: str, number: int) -> str:
    """Where a browser is sent from a page; empty if it is not."""
    here = tree.here
    for name, content in tree.documents[number].head().metas:
        if name == REFRESH and (href := refresh_reference(content)):
            link = resolve(here, here.location(address), href)
            if link.where is not Where.INSIDE:
                return link.address or href
            return here.url(link.address.removesuffix("index.html"))
    return ""
