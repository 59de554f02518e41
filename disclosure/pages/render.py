"""Page -> HTML body, through Jinja with autoescape: what comes from data stays text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from disclosure.audit.last import LastAudit
from disclosure.model import Catalogue
from disclosure.pages.offline import to_file, to_files
from disclosure.pages.page import Page


def render(
    page: Page,
    catalogue: Catalogue,
    *,
    last: LastAudit | None = None,
    offline: bool = False,
) -> str:
    """The body of a page, from the breadcrumb down.

    `last` is the last audit of this site; `offline` makes hrefs name files, not folders.
    """
    page = page.filled()
    titles = dict(page.toc)

    def url(address: str) -> str:
        href = relative(page.address, address)
        return to_file(href) if offline else href

    def heading(anchor: str) -> Markup:
        # The table of contents is the one place of headings, so an unknown id is a KeyError.
        return Markup('<h2 id="{}">{}</h2>').format(anchor, titles[anchor])

    template = _environment().get_template(page.template)
    return template.render(
        page.context,
        page=page,
        bureau=catalogue.bureau,
        url=url,
        heading=heading,
        last=last,
        prose=to_files if offline else Markup,
    )


def relative(base: str, address: str) -> str:
    """The href from one page (a directory) to another address of the site."""
    return "../" * base.count("/") + address or "./"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # asking the disk three times a page whether a template changed
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["host"] = lambda url: urlsplit(url).hostname or ""
    environment.filters["size"] = _size
    environment.filters["percent"] = _percent
    return environment


def _size(number: int) -> str:
    """12 KB, 3.4 MB: as file managers show it."""
    if number < 1024:
        return f"{number} 字节"
    if number < 1024 * 1024:
        return f"{number / 1024:.0f} KB"
    return f"{number / 1024 / 1024:.1f} MB"


def _percent(part: int, whole: int) -> str:
    """At most one decimal; a share of nothing is a dash."""
    return f"{round(100 * part / whole, 1):g}%" if whole else "—"
