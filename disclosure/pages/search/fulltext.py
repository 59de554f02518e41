"""What tier two reads: the texts of records and of pages that have their own, letter by letter.

Registers, lists and indexes have none: they repeat what stands on the records, and would push
them down. Pagefind looks for words, and Chinese has no blanks between them; so each Chinese
letter is made a word of its own, and what is typed becomes a phrase. Then nothing depends on
where a dictionary thinks a word begins, and any run of letters is found.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from disclosure.framework import Indicator
from disclosure.model import Catalogue, Item
from disclosure.pages.columns import columns, text
from disclosure.registers import REGISTERS

Document = tuple[str, str]
"""Address and text."""

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_LETTER = re.compile(rf"[^\w\s]*(?:[{_HAN}]|[^\W{_HAN}]+)[^\w\s]*")
_WIDTHS = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F) if chr(wide).isalnum()}
_MARKUP = (
    (re.compile(r"\A---\n.*?\n---\n", re.DOTALL), ""),
    (re.compile(r"<[^>]*>|\{[#:][^}]*\}"), " "),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[\s>]*(?:#+|[-*+]|\d+\.)\s+|^[\s|:-]+$", re.MULTILINE), " "),
    (re.compile(r"[*_`|]+"), " "),
)


def documents(catalogue: Catalogue, today: dt.date) -> tuple[Document, ...]:
    """Records oldest first, so that a new one changes the end; then indicators."""
    found = [*_items(catalogue.items, catalogue), *_entries(catalogue, today)]
    found.sort()
    indicators = (
        (0, one.address, _indicator(catalogue, one)) for one in catalogue.indicators.values()
    )
    return tuple((address, words) for _, address, words in (*found, *indicators) if words)


def plain(markdown: str) -> str:
    """The text of a Markdown file, without what only lays it out."""
    for pattern, instead in _MARKUP:
        markdown = pattern.sub(instead, markdown)
    return " ".join(markdown.split())


def lettered(words: str) -> str:
    """A blank between letters; punctuation stays with the letter before it."""
    return " ".join(_LETTER.findall(words.translate(_WIDTHS)))


def _items(items: Sequence[Item], catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    for item in items:
        text = catalogue.texts.get(item.id, "")
        if text or item.articles or item.note:
            parts = (text and plain(text), "、".join(item.articles), item.note)
            yield str(item.date or ""), item.address, " ".join(filter(None, parts))


def _entries(catalogue: Catalogue, today: dt.date) -> Iterator[tuple[str, str, str]]:
    for register in REGISTERS:
        names = [one.name for one in columns(register) if not one.document]
        for latest in catalogue.latest(register.slug):
            entry = catalogue.shown(latest, today)
            cells = (text(getattr(entry, name)) for name in names)
            when = str(entry.date or entry.year or "")
            yield when, entry.address, "；".join(filter(None, (*cells, entry.note)))


def _indicator(catalogue: Catalogue, one: Indicator) -> str:
    materials = (material.text for material in catalogue.materials_of(one))
    return " ".join(filter(None, (one.text, *materials, one.remark, one.source_note)))
