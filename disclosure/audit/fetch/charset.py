"""The text of a foreign page, whatever it was written in and whatever it claims.

Evidence before claims: a byte order mark, then valid UTF-8 with enough letters to be no
accident, then what header and meta say if the bytes agree, then GB18030, Big5, and last
whatever spoils least.
"""

from __future__ import annotations

import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.\-]+)")
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
         "cp936": "gb18030", "utf8": "utf-8", "big5-hkscs": "big5hkscs", "big5": "big5hkscs",
         "utf-16": "utf-16-le", "unicode": "utf-16-le"}  # fmt: skip
_SINGLE = {"iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii"}
_ACCIDENT = 12
"""So few bytes beyond ASCII may be valid UTF-8 by chance."""


def decode(data: bytes, content_type: str = "") -> tuple[str, str]:
    """The text, and the encoding it was read in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace"), wide
    claims = _claims(data, content_type)
    text = _strict(data, "utf-8")
    if text is not None:
        beyond = len(data) - len(text.encode("ascii", "ignore"))
        if beyond >= _ACCIDENT or "utf-8" in claims or not beyond:
            return text, "utf-8"
    tried = [name for name in claims if name not in _SINGLE]
    for name in dict.fromkeys((*tried, *(("utf-8",) if not tried else ()), "gb18030", "big5hkscs")):
        if (found := _strict(data, name)) is not None:
            return found, name
    if _SINGLE & set(claims) and not _looks_chinese(data):
        return data.decode("windows-1252", "replace"), "windows-1252"
    names = dict.fromkeys((*tried, "utf-8", "gb18030"))
    best = min(names, key=lambda name: _decoded(data, name).count("\ufffd"))
    return _decoded(data, best), best


def _claims(data: bytes, content_type: str) -> list[str]:
    """Header first, then meta, as known names."""
    head = data[:4096]
    found = [match[1] for match in (_HEADER.search(content_type),) if match]
    found += [
        match[1].decode("ascii") for match in (_XML.search(head), _META.search(head)) if match
    ]
    return [_SAME.get(name.lower(), name.lower()) for name in found]


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero bytes of its ASCII tags."""
    head = data[:200]
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    return "utf-16-be" if even > odd else "utf-16-le"


def _strict(data: bytes, name: str) -> str | None:
    """Decoded if the bytes agree; a page cut within a letter still agrees."""
    try:
        return data.decode(name)
    except LookupError:
        return None
    except UnicodeDecodeError as error:
        if error.start < len(data) - 4:
            return None
        return data.decode(name, "ignore")


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name, "replace")
    except LookupError:
        return "\ufffd" * len(data)


def _looks_chinese(data: bytes) -> bool:
    """Pairs of high bytes, as GBK has them; Western text has them singly."""
    return len(re.findall(rb"[\xa1-\xf7][\xa1-\xfe]{3,}", data[:4096])) > 2
