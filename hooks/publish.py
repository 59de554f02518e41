"""Glue: hands the catalogue's pages to MkDocs. The one file that imports mkdocs.

Reads the data folder from DISCLOSURE_DATA (default `data`), the day from DISCLOSURE_TODAY.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from disclosure.audit.observe.tree import dead_links
from disclosure.load import DataError
from disclosure.site import Site

_site: Site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and give MkDocs the names and the address that stand in it."""
    global _site
    day = os.environ.get("DISCLOSURE_TODAY")
    data = Path(os.environ.get("DISCLOSURE_DATA", "data"))
    try:
        _site = Site.read(data, dt.date.fromisoformat(day) if day else dt.date.today())
    except DataError as error:
        raise PluginError(f"数据有错误，没有生成网站。\n{error}") from None
    config.site_name = _site.catalogue.bureau.site_name
    config.site_url = _site.base_url
    config.extra.update(_site.chrome)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page of the catalogue, its attachments, and the data files pages load."""
    for address in _site.pages:
        files.append(
            File.generated(
                config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
        )
    for address, text in _site.assets.items():
        files.append(File.generated(config, address, content=text))
    for address, path in _site.attachments.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return files


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
        return html
    parts = [{"level": 2, "id": one, "name": name, "children": []} for one, name in known.toc]
    page.toc = get_toc([{"level": 1, "id": "main", "name": known.title, "children": parts}])
    return _site.body(known)


def on_post_build(config: MkDocsConfig) -> None:
    """Fail on a dead internal link or fragment: MkDocs itself validates only Markdown."""
    dead = dead_links(Path(config.site_dir), _site.base_url)
    if dead:
        shown = "\n".join(f"  {link}" for link in dead[:50])
        raise PluginError(f"网站里有 {len(dead)} 处打不开的站内链接：\n{shown}")


def on_serve(server: Any, **_: Any) -> Any:
    """Rebuild when a row is edited."""
    server.watch(str(_site.data))
    return server


def _address(page: Page) -> str:
    return page.file.src_uri.removesuffix("index.md")
