"""Glue: hands MkDocs its share of the site (`disclosure.leads`); the rest is poured.

`disclosure build` reads the data in its own process and hands the leads over through standard
input, while MkDocs starts; it pours the other pages itself. Plain `mkdocs build` and
`mkdocs serve` do everything here: the data folder is DISCLOSURE_DATA (default `data`), the day
DISCLOSURE_TODAY; DISCLOSURE_OFFLINE makes a tree that opens from a disk. What only that needs
is imported there: it takes as long as MkDocs itself does to start.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mould
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from disclosure import handover
from disclosure.leads import Lead, Leads
from disclosure.pages.offline import to_files
from disclosure.pages.stencil import Group, Stencil, group

if TYPE_CHECKING:
    from disclosure.site import Site

_site: Site | None
"""The whole site, where MkDocs was started by itself."""
_leads: Leads
_nav: Navigation
_theme: mould.Theme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the leads, and give MkDocs the names and the address that stand in the data."""
    global _site, _leads
    if handover.expected():
        mould.make_ready(config)
    received = handover.receive()
    _site = None if received else _read()
    _leads = received or Leads.of(_site)
    config.site_name = _leads.site_name
    config.site_url = _leads.base_url
    config.extra.update(_leads.chrome)
    return config


def _read() -> Site:
    from disclosure.load import DataError
    from disclosure.site import Site

    day = os.environ.get("DISCLOSURE_TODAY")
    data = Path(os.environ.get("DISCLOSURE_DATA", "data"))
    today = dt.date.fromisoformat(day) if day else dt.date.today()
    try:
        return Site.read(data, today, offline="DISCLOSURE_OFFLINE" in os.environ)
    except DataError as error:
        raise PluginError(f"数据有错误，没有生成网站。\n{error}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that MkDocs makes, the attachments, and the data files that pages load."""
    hidden = InclusionLevel.NOT_IN_NAV
    for address in _leads.pages:
        files.append(File.generated(config, f"{address}index.md", content="", inclusion=hidden))
    for address, text in _leads.assets.items():
        files.append(File.generated(config, address, content=text))
    for address, path in _leads.attachments.items():
        files.append(File.generated(config, address, abs_src_path=path))
    return files


def on_nav(nav: Navigation, **_: Any) -> None:
    global _nav
    _nav = nav


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the theme's environment; list every address for sitemap.xml, dated by the data."""
    global _theme
    if _leads.offline:
        mould.name_files(env)
    _theme = mould.Theme(config, env, files, _nav)
    written = {_address(file.page) for file in files.documentation_pages() if file.page}
    by_hand = written - {*_leads.pages}
    env.globals["site_pages"] = [
        (_leads.base_url + address, _leads.lastmod(address))
        for address in sorted({*by_hand, *_leads.dates})
    ]


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Give MkDocs the page's head: title, description, what to hide."""
    known = _leads.pages.get(_address(page))
    if known is not None:
        page.meta.update(known.meta, head=known.head)
        page.canonical_url = known.url
        page.update_date = known.lastmod
    else:
        title, description = page.meta.get("title", page.title), page.meta.get("description", "")
        page.meta["head"] = _leads.by_hand(_address(page), str(title), str(description))
        page.update_date = _leads.revised
    return markdown


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Replace the empty body by the page's own."""
    known = _leads.pages.get(_address(page))
    if known is None:
        return to_files(html) if _leads.offline else html
    page.toc = mould.contents(known)
    return known.body


def on_post_build(config: MkDocsConfig) -> None:
    """Hand the moulds back; or, where MkDocs was started by itself, pour the other pages."""
    moulds = _theme.moulds(_leads)
    if _site is None:
        handover.answer(moulds)
    else:
        _pour(_site, moulds, Path(config.site_dir))


def _pour(site: Site, moulds: Mapping[Group, Stencil | None], target: Path) -> None:
    """All other pages, where MkDocs was started by itself."""
    from disclosure.audit.gate import dead_links, refusal
    from disclosure.press import press

    pages = [page for page in site.pages.values() if page.address not in _leads.pages]
    fitting = [page for page in pages if moulds[group(page)] is not None]
    for page in pages:
        if moulds[group(page)] is None:
            _theme.write(Lead.of(site, page, site.keys()))
    dead = dead_links(target, site.base_url, press(site, fitting, target, lambda _: moulds).seen)
    if dead:
        raise PluginError(refusal(dead))


def on_serve(server: Any, **_: Any) -> Any:
    """Rebuild when a row is edited."""
    if _site is not None:
        server.watch(str(_site.data))
    return server


def _address(page: Page) -> str:
    """The page's address from the site's root; a hand-written about.md is about/."""
    return "" if page.is_homepage else page.url
