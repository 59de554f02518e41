"""The probes of probes.js, asked from Python."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.serving import HERE

PROBES = (HERE / "probes.js").read_text(encoding="utf-8")
EVERYWHERE = (
    "overflow",
    "cutOff",
    "contrast",
    "headings",
    "anchors",
    "tables",
    "names",
    "language",
)
TARGET = 40
"""Pixels that a thumb needs."""


def faults(page: Page, *checks: str) -> dict[str, list[str]]:
    """What the probes found, by probe; nothing is {}."""
    page.evaluate(PROBES)
    found = {name: page.evaluate(f"probes.{name}()") for name in checks}
    return {name: texts for name, texts in found.items() if texts}
