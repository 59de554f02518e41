"""The theme's side of the mould: let the theme render one page a group, cut it at its slots.

With `publish`, the only code that imports mkdocs.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import TableOfContents, get_toc

from disclosure.leads import Lead, Leads
from disclosure.pages.offline import to_file
from disclosure.pages.stencil import SLOTS, Group, Misfit, Stencil, group, mark, values

# Not a logger of MkDocs: there a warning would stop a strict build, and the fallback is sound.
_log = logging.getLogger("disclosure")


def make_ready(config: MkDocsConfig) -> None:
    """What needs no leads, while they are still being made: modules, and the theme's templates."""
    from disclosure.pages import metadata  # noqa: F401  for the heads of hand-written pages

    env = config.theme.get_env()
    assert env.loader
    names = ["main.html"]
    for name in names:  # grows by what each of them extends or includes
        env.get_template(name)
        tree = env.parse(env.loader.get_source(env, name)[0])
        names += {one for one in find_referenced_templates(tree) if one} - {*names}
    config.theme.get_env = lambda: env  # type: ignore[method-assign]


def name_files(env: jinja2.Environment) -> None:
    """Make the theme's `url` filter name files, for a tree that opens from a disk."""
    plain = env.filters["url"]

    @jinja2.pass_context
    def url(context: jinja2.runtime.Context, value: str) -> str:
        return to_file(plain(context, value))

    env.filters["url"] = url


def contents(lead: Lead) -> TableOfContents:
    """The page's table of contents; its root is the h1, where the skip link leads."""
    parts = [{"level": 2, "id": one, "name": name, "children": []} for one, name in lead.toc]
    return get_toc([{"level": 1, "id": "main", "name": lead.title, "children": parts}])


@dataclass
class Theme:
    """The theme as MkDocs set it up for this build."""

    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def moulds(self, leads: Leads) -> dict[Group, Stencil | None]:
        """A mould for every group; None where the theme does not fit it."""
        return {group(lead): self._stencil(lead) for lead in leads.pages.values()}

    def _stencil(self, lead: Lead) -> Stencil | None:
        """The group's mould, proved on the page that MkDocs made; None where it does not fit."""
        try:
            stencil = Stencil.cut(self._dress(lead, **{slot: mark(slot) for slot in SLOTS}))
            made = Path(self.config.site_dir, lead.address, "index.html").read_bytes()
            if stencil.pour(values(lead, lead.url, lead.head, lead.body)) != made:
                raise Misfit("灌出的页面与主题排出的不一致")
        except Misfit as misfit:
            _log.warning("主题与模具不合（%s：%s），这一类网页改用逐页排版。", lead.kind, misfit)
            return None
        return stencil

    def write(self, lead: Lead) -> None:
        """One page the ordinary way, where no mould fits."""
        path = Path(self.config.site_dir, lead.address, "index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        html = self._dress(lead, lead.title, lead.description, lead.url, lead.head, lead.body)
        path.write_text(html, encoding="utf-8", newline="")

    def _dress(
        self, lead: Lead, title: str, description: str, canonical: str, head: str, body: str
    ) -> str:
        """One page through the theme's own templates."""
        file = File.generated(self.config, f"{lead.address}index.md", content="")
        shown = ThemePage(None, file, self.config)
        shown.meta = {**lead.meta, "title": title, "description": description, "head": head}
        shown.canonical_url = canonical
        shown.content = body
        shown.toc = contents(lead)
        shown.update_date = lead.lastmod
        context = get_context(self.nav, self.files, self.config, shown)
        return self.env.get_template("main.html").render(context)
