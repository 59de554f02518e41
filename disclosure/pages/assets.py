"""Generated files that are not pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from disclosure.model import Catalogue
from disclosure.pages import downloads, search
from disclosure.pages.maps import maps
from disclosure.pages.permanent import permanent


def assets(catalogue: Catalogue, today: dt.date) -> Mapping[str, str | bytes]:
    """Path from the site's root, and content."""
    sitemap = permanent(catalogue.bureau, "sitemap.xml")
    return {
        **search.scripts(catalogue, today),
        search.FULL_TEXT: "[]\n",
        **downloads.files(catalogue, today),
        **maps(catalogue),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n",
    }
