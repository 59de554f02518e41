"""The next tree from the spare one: changed pages poured, other files renewed, stale ones gone."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from disclosure.again.ledger import Ledger, Stamp
from disclosure.audit.observe.scan import scan
from disclosure.fulltext import FullText
from disclosure.keys import Keys
from disclosure.leads import Leads, leading
from disclosure.pages.search import FULL_TEXT
from disclosure.pages.stencil import Group, Stencil
from disclosure.press import NoMould, Poured, Press
from disclosure.problem import Problem
from disclosure.site import Site

_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


class Whole(Exception):
    """Something has changed that only a whole build can follow."""


@dataclass(frozen=True)
class Survey:
    """What can be known of a new tree besides its pages, from the catalogue alone."""

    errors: list[Problem]
    made: dict[str, str]
    """Assets and attachments, and what each is made of."""
    fresh: dict[str, str | bytes]
    """The assets that are not as they stand."""
    texts_stand: bool
    """Whether the full text is as it stands."""


@dataclass
class Change:
    """What a build again did to the tree."""

    poured: Poured
    made: dict[str, str]
    """Every file of the new tree, and what it is made of."""
    wrote: list[str]
    gone: list[str]
    texts_stand: bool


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


def survey(site: Site, ledger: Ledger, keys: Keys, texts: FullText | None) -> Survey:
    """Check the data, and see what is to be done besides pages.

    A row in which the last build found nothing private is not searched again.
    """
    made, known = dict(sources(site)), ledger.made
    fresh = {
        path: content
        for path, content in site.assets.items()
        if path in made and known.get(path) != made[path]
    }
    errors = site.errors(lambda row: keys.name(row) in ledger.sound)
    return Survey(errors, made, fresh, texts is None or texts.stands())


def pour(site: Site, root: Path, ledger: Ledger, keys: Keys, lost: Collection[str]) -> Poured:
    """Write the pages that have changed into `root`, which holds the last tree less what is
    `lost`; raises Whole where a mould is missing."""
    kept = {path: made for path, made in ledger.made.items() if path not in lost}
    press = Press(site, [*site.pages.values()], root, lambda _: ledger.moulds, kept, keys)
    try:
        press.start()
        return press.finish()
    except NoMould as group:
        raise Whole(f"no mould for {group}") from None
    finally:
        press.stop()


def renew(
    site: Site, root: Path, ledger: Ledger, lost: Collection[str], found: Survey, poured: Poured
) -> Change:
    """Turn all else in `root` into the new tree."""
    kept = {path: made for path, made in ledger.made.items() if path not in lost}
    own = {path: made for path, made in kept.items() if not made}
    by_hand = {path[:-10] for path in own if path.endswith("index.html")}
    listed = _Listed.of(site, by_hand)
    made = own | found.made | poured.keys | dict.fromkeys(_SITEMAPS, listed.key)
    gone = [path for path in kept if path not in made]
    for path in gone:
        _remove(root, path)
    wrote = [path for path, one in found.made.items() if kept.get(path) != one]
    for path in wrote:
        _renew(site, root, path, found.fresh.get(path))
    if any(kept.get(path) != listed.key for path in _SITEMAPS):
        listed.write(root)
        wrote += _SITEMAPS
    return Change(poured, made, [*poured.wrote, *wrote], gone, found.texts_stand)


def _remove(root: Path, path: str) -> None:
    os.unlink(root / path)
    folder = (root / path).parent
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _renew(site: Site, root: Path, path: str, content: str | bytes | None) -> None:
    """Write an asset or an attachment anew; what stands may be the live site's file as well."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        file.unlink()
    if path in site.attachments:
        shutil.copyfile(site.attachments[path], file)
    else:
        content = site.assets[path] if content is None else content
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


@dataclass(frozen=True)
class _Listed:
    """What a sitemap says, and what it is made of."""

    days: Mapping[str, str]
    """When each page last changed, by its URL."""
    packed: str
    """The day that the packed one bears: on which the latest of MkDocs' own pages changed."""
    key: str

    @classmethod
    def of(cls, site: Site, by_hand: Collection[str]) -> _Listed:
        base, revised = site.base_url, site.catalogue.bureau.revised.isoformat()
        pages = site.pages.values()
        days = {base + one.address: one.lastmod.isoformat() for one in pages}
        days |= {base + one: revised for one in by_hand if one not in site.pages}
        packed = max(days[base + one] for one in {*by_hand, *leading(pages)})
        for one in pages:
            if not one.listed:
                del days[base + one.address]
        days = dict(sorted(days.items()))
        return cls(days, packed, fingerprint("\n".join((packed, *map(" ".join, days.items())))))

    def write(self, root: Path) -> None:
        """Both, as MkDocs would write them; what stands may be the live site's files as well."""
        template = Environment(loader=FileSystemLoader("overrides")).get_template(_SITEMAPS[0])
        text = template.render(site_pages=self.days.items()).encode()
        plain, packed = (root / one for one in _SITEMAPS)
        for path in (plain, packed):
            path.unlink(missing_ok=True)
        plain.write_bytes(text)
        moment = dt.datetime.combine(dt.date.fromisoformat(self.packed), dt.time(), dt.UTC)
        with gzip.GzipFile(packed, "wb", mtime=int(moment.timestamp())) as file:
            file.write(text)


def first_ledger(
    around: str,
    site: Site,
    stamps: Mapping[str, Stamp],
    moulds: Mapping[Group, Stencil | None],
    poured: Poured,
    leads: Leads,
) -> Ledger:
    """What a whole build leaves: every file of its tree, as it stands."""
    made = {**dict(sources(site)), **poured.keys}
    anchors = {document.path: document.ids for _, document in poured.seen.documents}
    for address, lead in leads.pages.items():
        path = f"{address}index.html"
        made[path] = lead.key
        anchors[path] = "\0".join(("", *scan(lead.body).ids, ""))
    by_hand = [path[:-10] for path in stamps if path.endswith("index.html") and path not in made]
    made |= dict.fromkeys(_SITEMAPS, _Listed.of(site, by_hand).key)
    fitting = {group: one for group, one in moulds.items() if one is not None}
    return Ledger(around, fitting, {path: made.get(path, "") for path in stamps}, stamps, anchors)
