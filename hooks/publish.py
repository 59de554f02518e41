"""Glue: hands the catalogue's pages to MkDocs.

Reads the data folder from DISCLOSURE_DATA (default `data`), the day from DISCLOSURE_TODAY;
DISCLOSURE_OFFLINE makes a tree that opens from a disk.
MkDocs makes its hand-written pages and the first page of every group; `mould` pours the rest.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import mould
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from disclosure.audit.gate import dead_links
from disclosure.load import DataError
from disclosure.pages.offline import to_files
from disclosure.site import Site

_site: Site
_nav: Navigation
_theme: mould.Theme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and give MkDocs the names and the address that stand in it."""
    global _site
    day = os.environ.get("DISCLOSURE_TODAY")
    data = Path(os.environ.get("DISCLOSURE_DATA", "data"))
    try:
        today = dt.date.fromisoformat(day) if day else dt.date.today()
        _site = Site.read(data, today, offline="DISCLOSURE_OFFLINE" in os.environ)
    except DataError as error:
        raise PluginError(f"数据有错误，没有生成网站。\n{error}") from None
    config.site_name = _site.catalogue.bureau.site_name
    config.site_url = _site.base_url
    config.extra.update(_site.chrome)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that MkDocs makes, the attachments, and the data files that pages load."""
    hidden = InclusionLevel.NOT_IN_NAV
    for address in mould.led(_site):
        files.append(File.generated(config, f"{address}index.md", content="", inclusion=hidden))
    for address, text in _site.assets.items():
        files.append(File.generated(config, address, content=text))
    for address, path in _site.attachments.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return files


def on_nav(nav: Navigation, **_: Any) -> None:
    global _nav
    _nav = nav


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the theme's environment; list every address for sitemap.xml, dated by the data."""
    global _theme
    if _site.offline:
        mould.name_files(env)
    _theme = mould.Theme(_site, config, env, files, _nav)
    written = {_address(file.page) for file in files.documentation_pages() if file.page}
    env.globals["site_pages"] = [
        (_site.base_url + address, _site.lastmod(address).isoformat())
        for address in sorted({*written, *_site.pages})
    ]


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Give MkDocs the page's head: title, description, what to hide."""
    known = _site.pages.get(_address(page))
    if known is not None:
        page.meta.update(_site.head(known))
    page.update_date = _site.lastmod(_address(page)).isoformat()
    return markdown


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Replace the empty body by the page's own."""
    known = _site.pages.get(_address(page))
    if known is None:
        return to_files(html) if _site.offline else html
    page.toc = mould.contents(known.filled())
    return _site.body(known)


def on_post_build(config: MkDocsConfig) -> None:
    """Pour the other pages; fail on a dead internal link (MkDocs validates only Markdown)."""
    poured = _theme.pour()
    dead = dead_links(Path(config.site_dir), _site.base_url, poured)
    if dead:
        shown = "\n".join(f"  {link}" for link in dead[:50])
        raise PluginError(f"网站里有 {len(dead)} 处打不开的站内链接：\n{shown}")


def on_serve(server: Any, **_: Any) -> Any:
    """Rebuild when a row is edited."""
    server.watch(str(_site.data))
    return server


def _address(page: Page) -> str:
    """The page's address from the site's root; a hand-written about.md is about/."""
    return "" if page.is_homepage else page.url
