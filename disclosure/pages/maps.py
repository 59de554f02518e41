"""What nginx and Apache need to answer for departed addresses as HTTP means it.

Any web server shows the pages themselves (200, and the browser goes on by itself); with these
files it says 301 (moved) or 410 (gone, with the page that gives the reason). They hold exact
addresses only, so no other request is touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from disclosure.departures import Redirect, page_of
from disclosure.model import Catalogue
from disclosure.pages.permanent import permanent

NGINX = "redirects/nginx.conf"
APACHE = "redirects/apache.conf"
_HEAD = "# 由 disclosure build 从 redirects.yaml 生成，请不要手工修改。\n"


def maps(catalogue: Catalogue) -> Mapping[str, str]:
    """The two files by address; without departures they hold only a comment."""
    root = urlsplit(permanent(catalogue.bureau, "")).path
    nginx = [_HEAD, "# 写在 server 里：include 网站文件夹/redirects/nginx.conf;\n"]
    apache = [_HEAD, "# 写在网站的配置里：Include 网站文件夹/redirects/apache.conf\n"]
    for _, one in catalogue.departures.every():
        page = root + page_of(one.address)
        if isinstance(one, Redirect):
            to = root + one.to[1:]
            nginx += (f"location = {path} {{ return 301 {to}; }}\n" for path in _ways(page))
            apache.append(f'RedirectMatch 301 "^{re.escape(page[:-1])}/?$" "{to}"\n')
        else:
            gone = f"{{ error_page 410 {page}index.html; return 410; }}"
            nginx += (f"location = {path} {gone}\n" for path in _ways(page))
            apache += _gone(page)
    return {NGINX: "".join(nginx), APACHE: "".join(apache)}


def _ways(page: str) -> tuple[str, str]:
    """A page's path as it is asked for: with the slash and without."""
    return page, page[:-1]


def _gone(page: str) -> tuple[str, ...]:
    path = f"^{re.escape(page[:-1])}/?$"
    return (
        f'<LocationMatch "{path}">\n  ErrorDocument 410 {page}index.html\n</LocationMatch>\n',
        f'RedirectMatch 410 "{path}"\n',
    )
