"""The theme's side of the mould: let the theme render one page a group, press the others.

With `publish`, the only code that imports mkdocs.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import TableOfContents, get_toc

from disclosure.audit.observe.documents import Seen
from disclosure.pages import Page
from disclosure.pages.offline import to_file
from disclosure.pages.stencil import SLOTS, Misfit, Stencil, group, mark
from disclosure.press import poured, press
from disclosure.site import Site

# Not a logger of MkDocs: there a warning would stop a strict build, and the fallback is sound.
_log = logging.getLogger("disclosure")


def led(site: Site) -> dict[str, Page]:
    """The pages that MkDocs itself makes: the first of every group."""
    first: dict[tuple[str, str, int], Page] = {}
    for page in site.pages.values():
        first.setdefault(group(page), page)
    return {page.address: page for page in first.values()}


def name_files(env: jinja2.Environment) -> None:
    """Make the theme's `url` filter name files, for a tree that opens from a disk."""
    plain = env.filters["url"]

    @jinja2.pass_context
    def url(context: jinja2.runtime.Context, value: str) -> str:
        return to_file(plain(context, value))

    env.filters["url"] = url


def contents(page: Page) -> TableOfContents:
    """The page's table of contents; its root is the h1, where the skip link leads."""
    parts = [{"level": 2, "id": one, "name": name, "children": []} for one, name in page.toc]
    return get_toc([{"level": 1, "id": "main", "name": page.title, "children": parts}])


@dataclass
class Theme:
    """The theme as MkDocs set it up for this build."""

    site: Site
    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def pour(self) -> Seen:
        """Write every page that MkDocs did not; what the poured ones link to."""
        leaders = led(self.site)
        others = [page for page in self.site.pages.values() if page.address not in leaders]
        wanted = {group(page) for page in others}
        stencils = {
            group(page): self._stencil(page) for page in leaders.values() if group(page) in wanted
        }
        batch = []
        for page in others:
            stencil = stencils[group(page)]
            if stencil is None:
                self._write(page)
            else:
                batch.append((stencil, page))
        return press(self.site, batch, Path(self.config.site_dir))

    def _stencil(self, page: Page) -> Stencil | None:
        """The group's mould, proved on the page that MkDocs made; None where it does not fit."""
        try:
            stencil = Stencil.cut(self._dress(page, **{slot: mark(slot) for slot in SLOTS}))
            made = Path(self.config.site_dir, page.address, "index.html").read_bytes()
            if poured(self.site, stencil, page, self.site.body(page)).encode() != made:
                raise Misfit("灌出的页面与主题排出的不一致")
        except Misfit as misfit:
            _log.warning("主题与模具不合（%s：%s），这一类网页改用逐页排版。", page.kind, misfit)
            return None
        return stencil

    def _dress(self, page: Page, title: str, description: str, canonical: str, body: str) -> str:
        """One page through the theme's own templates."""
        file = File.generated(self.config, f"{page.address}index.md", content="")
        shown = ThemePage(None, file, self.config)
        shown.meta = self.site.head(page) | {"title": title, "description": description}
        shown.canonical_url = canonical
        shown.content = body
        shown.toc = contents(page.filled())
        shown.update_date = page.lastmod.isoformat()
        context = get_context(self.nav, self.files, self.config, shown)
        return self.env.get_template("main.html").render(context)

    def _write(self, page: Page) -> None:
        path = Path(self.config.site_dir, page.address, "index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        canonical = self.site.base_url + page.address
        html = self._dress(page, page.title, page.description, canonical, self.site.body(page))
        path.write_text(html, encoding="utf-8", newline="")
