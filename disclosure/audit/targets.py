"""Catalogue -> targets: what must resolve, why, and which words must appear there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.atlas import atlas, downloads
from disclosure.audit.expected import contents, identity
from disclosure.audit.target import Sort, Target, Targets
from disclosure.model import Catalogue

_STANDING = (
    ("sitemap.xml", "网站地图文件"),
    ("robots.txt", "检索程序须知"),
    ("404.html", "找不到网页时的提示页"),
    ("redirects/nginx.conf", "迁移和撤下的网址（nginx）"),
    ("redirects/apache.conf", "迁移和撤下的网址（Apache）"),
)


def targets(catalogue: Catalogue) -> Targets:
    """All targets of a catalogue: pages, files, official addresses."""
    every = (*_pages(catalogue), *_files(catalogue), *_official(catalogue))
    return Targets(every, identity(catalogue))


def _origin(catalogue: Catalogue, address: str) -> str:
    file, row = catalogue.origins.get(address, ("", 0))
    return f"{file}:{row}" if file else ""


def _pages(catalogue: Catalogue) -> Iterator[Target]:
    heads = contents(catalogue)
    for one in atlas(catalogue):
        # White space is dropped on both sides, so line breaks of a cell do not matter.
        words = tuple(re.sub(r"\s+", "", word) for word in one.words)
        origin = _origin(catalogue, one.address)
        yield Target(
            Sort.PAGE,
            one.address,
            one.title,
            one.why,
            words,
            one.first,
            departed=one.departed,
            to=one.to,
            origin=origin,
            content=heads.get(one.address),
        )


def _files(catalogue: Catalogue) -> Iterator[Target]:
    for address, why in _STANDING:
        yield Target(Sort.FILE, address, address, why)
    for address, title in downloads(catalogue):
        yield Target(Sort.FILE, address, title, "清单下载")
    for item in catalogue.items:
        origin = _origin(catalogue, item.address)
        for one in catalogue.attachments.get(item.id, ()):
            yield Target(
                Sort.FILE, one.address, one.label, "附件", sha256=one.sha256, origin=origin
            )


def _official(catalogue: Catalogue) -> Iterator[Target]:
    for item in catalogue.items:
        if item.url:
            origin = _origin(catalogue, item.address)
            yield Target(Sort.OFFICIAL, item.url, item.title, "官方网址", origin=origin)
