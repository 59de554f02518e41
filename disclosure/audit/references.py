"""Addresses written inside other text: CSS, srcset, meta refresh, mailto and tel."""

from __future__ import annotations

import re
from urllib.parse import unquote

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'"
_CSS = re.compile(
    rf"@import\s+(?:{_STRING})|url\(\s*(?:{_STRING}|((?:[^)\"'\\\s]|\\.)*))\s*\)",
    re.IGNORECASE | re.DOTALL,
)
_TO_BLANK = re.compile(r"[^ \t\n\r\f]*")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL)
_MAILBOX = re.compile(
    r"[^@\s,;:<>()\[\]\\\"]+@[^@\s,;:<>()\[\]\\\"]+\.[A-Za-z0-9\-\u4e00-\u9fff]{2,}"
)
_NUMBER = re.compile(r"\+?[0-9()./\-\s*#]+(?:;[a-z0-9\-]+(?:=[^;\s]*)?|[,pw]\d+)*", re.IGNORECASE)


def css_references(text: str) -> list[str]:
    """Every url() and @import; inline data and references into the same document are left out."""
    if "url(" not in text.lower() and "@import" not in text.lower():
        return []
    found = (
        _unescaped(next((part for part in match if part), ""))
        for match in _CSS.findall(_COMMENT.sub("", text))
    )
    return [one for one in found if one and not one.startswith(("#", "data:"))]


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: _character(m[1]) if m[1] else m[2], text)


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if 0 < number <= 0x10FFFF else "\ufffd"


def srcset_references(text: str) -> list[str]:
    """The candidates of a srcset; an address runs to the next blank, so it may hold commas."""
    found = []
    rest = text.lstrip(" \t\n\r\f,")
    while rest:
        url = _TO_BLANK.match(rest)[0]  # type: ignore[index]  # it matches even nothing
        rest = rest[len(url) :]
        if url.endswith(","):
            url = url.rstrip(",")
        else:
            rest = _after_descriptors(rest)
        if url:
            found.append(url)
        rest = rest.lstrip(" \t\n\r\f,")
    return found


def _after_descriptors(rest: str) -> str:
    """What follows the comma that ends the descriptors; commas in brackets do not end them."""
    depth = 0
    for at, character in enumerate(rest):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == "," and not depth:
            return rest[at + 1 :]
    return ""


def refresh_reference(content: str) -> str:
    """The address of `<meta http-equiv=refresh content="0; url=…">`, empty if it only reloads."""
    match = _REFRESH.fullmatch(content)
    text = match[1].strip() if match else ""
    if text[:1] in ("'", '"'):
        return text[1:].partition(text[0])[0]
    return text


def contact_fault(scheme: str, rest: str) -> str:
    """What is wrong with a mailto:, tel: or sms: link; empty when nothing is."""
    body, _, query = rest.partition("?")
    text = unquote(body).strip()
    if scheme == "mailto":
        if not text:
            return "" if query else "没有邮箱地址"
        wrong = [one for one in text.split(",") if not _MAILBOX.fullmatch(one.strip())]
        return f"“{wrong[0].strip()}”不是邮箱地址" if wrong else ""
    digits = sum(character in "0123456789" for character in text)
    if not _NUMBER.fullmatch(text) or not 3 <= digits <= 24:
        return f"“{text}”不是电话号码"
    return ""
