"""A scan of our own pages sees what the parser sees."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.audit.observe.page import parse
from disclosure.audit.observe.scan import scan
from disclosure.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("data", ["data", "examples/demo"])
@pytest.mark.parametrize("offline", [False, True])
def test_scan_equals_the_parser_on_every_page(data: str, offline: bool) -> None:
    site = Site.read(ROOT / data, dt.date(2026, 11, 22), offline=offline)
    for page in site.pages.values():
        body = site.body(page)
        scanned, parsed = scan(body), parse(body.encode())
        assert sorted(scanned.links) == sorted(parsed.links), page.address
        assert scanned.resources == parsed.resources, page.address
        assert scanned.ids == parsed.ids, page.address


def test_entities_are_read() -> None:
    html = '<p><a href="a/?b=1&amp;c=%22" id="x&#34;y">z</a></p>'
    found = LexborHTMLParser(html).css_first("a").attributes
    assert scan(html).links == [found["href"]] and scan(html).ids == [found["id"]]
