"""The many ways one number is written: what a reader takes in, a careless pattern passes over."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789X"}
JOINERS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def groups(text: str, sizes: tuple[int, ...], between: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return between.join([*parts, text[at:]] if text[at:] else parts)


def _grouped(between: str) -> Callable[[str], str]:
    """Where people part a number: an identity number at the birthday, a card by fours."""

    def spell(text: str) -> str:
        sizes = {11: (3, 4, 4), 18: (6, 8, 4), 15: (6, 6, 3)}.get(len(text), (4, 4, 4, 4))
        return groups(text, sizes, between)

    return spell


def _middle(between: str) -> Callable[[str], str]:
    return lambda text: text[: len(text) // 2] + between + text[len(text) // 2 :]


SPELLINGS: dict[str, Callable[[str], str]] = {
    "": str,
    "wide": lambda text: text.translate(WIDE),
    "spaced": _grouped(" "),
    "widespace": _grouped("\u3000"),
    "nbsp": _grouped("\u00a0"),
    "hyphen": _grouped("-"),
    "dash": _grouped("－"),
    "spread": " ".join,
    "zwsp": _middle("\u200b"),
    "zwj": _grouped("\u2060"),
    "broken": _middle("\n"),
    "indented": _middle("\n    "),
    "86": lambda text: f"+86{text}",
    "86s": lambda text: f"+86 {groups(text, (3, 4, 4), ' ')}",
    "0086": lambda text: f"0086-{text}",
    "lower": str.lower,
    # HTML only
    "entity": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "hexentity": lambda text: "".join(f"&#x{ord(sign):x};" for sign in text),
    "nbspentity": _grouped("&nbsp;"),
    "tags": _grouped("<span></span>"),
    "bold": lambda text: f"{text[:6]}<b>{text[6:10]}</b>{text[10:]}",
    "br": _middle("<br>"),
    "wbr": _middle("<wbr>"),
    # CSV only
    "formula": lambda text: f'"=""{text}"""',
    "quote": lambda text: f"'{text}",
    "tab": lambda text: f"{text}\t",
}
# What `any` goes through, by the form of the file.
ANY = {
    "txt": ("", "wide", "spaced", "hyphen", "broken", "zwsp", "widespace"),
    "md": ("", "spaced", "wide", "hyphen", "nbsp"),
    "html": ("", "entity", "tags", "wide", "nbspentity", "spaced", "wbr"),
    "csv": ("", "quote", "wide", "tab", "formula", "spaced"),
}


def plain(text: str) -> str:
    """As a reader takes it: one width, nothing between the signs."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(
        sign for sign in text if not sign.isspace() and sign not in "-\u2010\u2011\u2013" + JOINERS
    )
