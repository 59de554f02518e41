"""Generated files that are not pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from disclosure.model import Catalogue
from disclosure.pages import search
from disclosure.pages.permanent import permanent


def assets(catalogue: Catalogue, today: dt.date) -> Mapping[str, str]:
    """Path from the site's root, and text."""
    sitemap = permanent(catalogue.bureau, "sitemap.xml")
    return {
        "assets/search-titles.js": search.script(catalogue),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n",
    }
