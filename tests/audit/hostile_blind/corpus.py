"""All cases, and the list that names them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .case import Case
from .cases import (
    addresses,
    attachments,
    encoding,
    engines,
    expectations,
    fragments,
    guards,
    hops,
    pages,
    soft,
    tls,
    transport,
)
from .certificates import Authority
from .world import World

CAUSES = {
    "软 404": soft,
    "跳转": hops,
    "证书": tls,
    "编码": encoding,
    "锚点": fragments,
    "应有的文字": expectations,
    "附件": attachments,
    "搜索引擎": engines,
    "防护": guards,
    "传输": transport,
    "页面": pages,
    "网址": addresses,
}
"""Cause, in Chinese, and its module."""


def build(world: World, authority: Authority) -> dict[str, list[Case]]:
    """Put every site on the world; the cases by cause."""
    found = {cause: list(module.cases(world, authority)) for cause, module in CAUSES.items()}
    names = [case.name for cases in found.values() for case in cases]
    assert len(names) == len(set(names)), "two cases of one name"
    return found


def as_csv(cases: Iterable[Case]) -> str:
    """The list as a person would keep it: two columns, and an empty line here and there."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("url", "expect"))
    for number, case in enumerate(cases):
        writer.writerow((case.url, case.expect))
        if number % 25 == 24:
            text.write("\n")
    return text.getvalue()
