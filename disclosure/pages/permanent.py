"""The address that is printed and cited, and its QR code for the print sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

import segno
from markupsafe import Markup

from disclosure.bureau import Bureau

UNSETTLED = "https://disclosure.example/"
"""Stands in until bureau.yaml names the base address."""


def permanent(bureau: Bureau, address: str) -> str:
    """The full address of a page, for citing and printing."""
    return (bureau.base_url or UNSETTLED).rstrip("/") + "/" + address


def qr(url: str, title: str) -> Markup:
    """A QR code as inline SVG without style attributes."""
    # Any mask can be read; trying all eight to please the eye costs four times as long.
    code = segno.make(url, error="m", micro=False, mask=2)
    svg = code.svg_inline(omitsize=True, svgclass="qr-code", lineclass=None, title=title)
    return Markup(svg)


def qr_symbols(urls: Mapping[str, str]) -> Markup:
    """Many codes in one place, as symbols `qr-<key>`: side by side they pack three times as
    well as spread over a page. On clean paper the lowest level of correction will do."""
    symbols = []
    for key, url in urls.items():
        code = segno.make(url, error="l", micro=False, mask=2)
        drawn = _DRAWN.search(code.svg_inline(omitsize=True, lineclass=None))
        assert drawn, "segno draws otherwise"
        symbols.append(f'<symbol id="qr-{key}" viewBox="{drawn[1]}">{drawn[2]}</symbol>')
    return Markup(f'<svg class="qr-symbols" aria-hidden="true">{"".join(symbols)}</svg>')


_DRAWN = re.compile(r'viewBox="([^"]*)"[^>]*>(<path[^>]*/>)')
