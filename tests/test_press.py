"""The press: which links it hands on to be judged, and how values become HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from disclosure.audit.address import Where
from disclosure.pages.shown import shown
from disclosure.pages.stencil import Stencil, group
from disclosure.press import press
from disclosure.site import Site

TODAY = dt.date(2021, 7, 1)
MOULD = Stencil(("", "title", "", "description", "", "canonical", "", "head", "", "body", ""))


def test_only_links_that_can_be_dead_are_handed_on(tiny: Path, tmp_path: Path) -> None:
    text = tiny / "texts" / "register-2021.md"
    text.write_text("[无](../nowhere/) [锚](../../indicators/n001/#none)\n", encoding="utf-8")
    site = Site.load(tiny, TODAY)
    pages = [*site.pages.values()]
    poured = press(site, pages, tmp_path / "site", lambda _: {group(one): MOULD for one in pages})
    inside = {link for link in poured.seen.links if link.where is Where.INSIDE}
    assert "items/nowhere/" in {link.address for link in inside}
    assert ("indicators/n001/", "none") in {(link.address, link.fragment) for link in inside}
    assert all(link.fragment or link.address not in site.pages for link in inside)
    assert len(poured.keys) == len(pages) == len(poured.wrote)
    assert all((tmp_path / "site" / path).is_file() for path in poured.keys)


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_what_is_shown_is_what_escape_gives(value: object) -> None:
    assert shown(value) == str(escape(value))
