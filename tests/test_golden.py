"""Golden pages: the tiny catalogue's bodies, one of each kind, compared to the letter.

After a wanted change: `UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_golden.py`, then read the
diff before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.model import Catalogue
from disclosure.pages.plan import plan
from disclosure.pages.render import render
from planting import TODAY

GOLDEN = Path(__file__).parent / "golden"

ADDRESSES = {
    "home": "",
    "tree": "indicators/",
    "chapter": "chapters/p1/",
    "indicator": "indicators/n001/",
    "indicator-shared": "indicators/n002/",
    "indicator-yearly": "indicators/p01/",
    "item-text": "items/register-2021/",
    "item-attachment": "items/notice-2020/",
    "item-version": "items/law-a-2015/",
    "items": "items/",
    "items-of-kind": "items/kinds/law/",
    "items-of-year": "items/years/2021/",
    "directory": "directory/",
    "department": "departments/approval/",
    "method": "methods/web-search/",
    "progress": "progress/",
    "guide": "guide/",
    "requirements": "requirements/",
    "search": "search/",
    "registers": "registers/",
    "register": "registers/approvals/",
    "register-empty": "registers/powers/",
    "register-series": "registers/decisions/",
    "entry": "registers/decisions/penalty-2020-001/",
    "entry-versions": "registers/approvals/licence-a/",
    "stage": "enforcement/before/",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_page_is_as_agreed(name: str, catalogue: Catalogue) -> None:
    pages = {page.address: page for page in plan(catalogue, TODAY)}
    body = render(pages[ADDRESSES[name]], catalogue.bureau)
    path = GOLDEN / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, encoding="utf-8", newline="\n")
    assert body == path.read_text(encoding="utf-8")


def test_titles_and_descriptions_are_unique(real: Catalogue) -> None:
    pages = plan(real, TODAY)
    for field in ("address", "title", "description"):
        values = [getattr(page, field) for page in pages]
        assert len(set(values)) == len(values), field
        assert all(values) or field == "address"


def test_addresses_are_ascii_and_end_in_a_slash(real: Catalogue) -> None:
    for page in plan(real, TODAY):
        assert page.address.isascii() and (page.address == "" or page.address.endswith("/"))


def test_every_indicator_page_carries_its_official_text(real: Catalogue) -> None:
    pages = {page.address: page for page in plan(real, TODAY)}
    assert len(real.indicators) == 125
    for indicator in real.indicators.values():
        body = render(pages[indicator.address], real.bureau)
        assert indicator.text.replace('"', "&#34;") in body
        for owner in indicator.owners:
            assert owner not in body
