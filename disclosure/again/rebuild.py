"""The next tree from the spare one: changed pages poured, other files renewed, stale ones gone."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from disclosure.again.ledger import Ledger
from disclosure.leads import leading
from disclosure.pages.search import FULL_TEXT
from disclosure.press import NoMould, Poured, Press
from disclosure.site import Site

SITEMAP = "sitemap.xml"
_PACKED = "sitemap.xml.gz"


class Whole(Exception):
    """Something has changed that only a whole build can follow."""


@dataclass
class Change:
    """What a build again did to the tree."""

    poured: Poured
    made: dict[str, str]
    """Every file of the new tree, and what it is made of."""
    wrote: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def fingerprint(content: str | bytes) -> str:
    data = content.encode() if isinstance(content, str) else content
    return blake2b(data, digest_size=16).hexdigest()


def sources(site: Site) -> Iterator[tuple[str, str]]:
    """Files of a site that are no pages, and what each is made of."""
    for address, content in site.assets.items():
        if address != FULL_TEXT:  # which `fulltext` writes
            yield address, fingerprint(content)
    for files in site.catalogue.attachments.values():
        for one in files:
            yield one.address, one.sha256


def rebuild(site: Site, root: Path, ledger: Ledger, lost: list[str]) -> Change:
    """Turn `root`, which holds the last tree less the files that are `lost`, into the new one.

    Raises Whole where that cannot be done.
    """
    if any(not ledger.files[path].made for path in lost):
        raise Whole("a file of MkDocs' own is not as it was")
    kept = {path: one.made for path, one in ledger.files.items() if path not in {*lost}}
    poured = _pour(site, root, ledger, kept)
    others = dict(sources(site))
    own = {path: made for path, made in kept.items() if not made}
    made = own | others | poured.keys
    gone = [path for path in kept if path not in made]
    for path in gone:
        _remove(root, path)
    wrote = [path for path, one in others.items() if kept.get(path) != one]
    for path in wrote:
        _renew(site, root, path)
    wrote += _sitemap(site, root, own)
    return Change(poured, made, [*poured.wrote, *wrote], gone)


def _pour(site: Site, root: Path, ledger: Ledger, kept: Mapping[str, str]) -> Poured:
    press = Press(site, [*site.pages.values()], root, lambda _: ledger.moulds, kept)
    try:
        press.start()
        return press.finish()
    except NoMould as group:
        raise Whole(f"no mould for {group}") from None
    finally:
        press.stop()


def _remove(root: Path, path: str) -> None:
    os.unlink(root / path)
    folder = (root / path).parent
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _renew(site: Site, root: Path, path: str) -> None:
    """Write an asset or an attachment anew; what stands may be the live site's file as well."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        file.unlink()
    content = site.assets.get(path)
    if content is None:
        shutil.copyfile(site.attachments[path], file)
    else:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def _sitemap(site: Site, root: Path, own: Mapping[str, str]) -> list[str]:
    """sitemap.xml as MkDocs would write it, if it is not so already; what was written.

    The packed one bears the day on which the latest of the pages that MkDocs makes changed.
    """
    by_hand = {path[:-10] for path in own if path.endswith("index.html")}
    listed = sorted({*by_hand, *site.pages})
    template = Environment(loader=FileSystemLoader("overrides")).get_template(SITEMAP)
    text = template.render(
        site_pages=[(site.base_url + one, site.lastmod(one).isoformat()) for one in listed]
    ).encode()
    if (root / SITEMAP).read_bytes() == text:
        return []
    for name in (SITEMAP, _PACKED):
        (root / name).unlink()
    (root / SITEMAP).write_bytes(text)
    day = max(site.lastmod(one) for one in {*by_hand, *leading(site.pages.values())})
    moment = dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
    with gzip.GzipFile(root / _PACKED, "wb", mtime=int(moment)) as packed:
        packed.write(text)
    return [SITEMAP, _PACKED]
