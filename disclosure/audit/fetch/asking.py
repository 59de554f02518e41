"""What to look at: lists, and the links of a live page; `official` has those of the data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from disclosure.audit.fetch.charset import decode
from disclosure.audit.fetch.expect import NOTHING, Expectation, expectation
from disclosure.audit.fetch.written import Request, private, request

_COLUMNS = {"url", "网址", "链接", "address"}
_EXPECT = ("expect", "应含", "应有文字")
_DEPARTMENT = ("department", "责任科室", "科室")


@dataclass(frozen=True, slots=True)
class Asked:
    """One address to look at, as somebody wrote it."""

    written: str
    request: Request
    expect: Expectation = NOTHING
    parents: tuple[str, ...] = ()
    """Pages (URL) and data rows (file:row) that carry it."""
    department: str = ""
    url: str = ""
    """How reports name it: absolute, with the fragment."""


def asked(
    written: str,
    parents: Iterable[str] = (),
    expect: Expectation = NOTHING,
    department: str = "",
    public: bool = False,
) -> Asked:
    """From a list or a data row; `public`: it is a row of a public host, where a private
    address is a leak."""
    wanted = _guarded(request(written), public)
    return Asked(written, wanted, expect, tuple(parents), department, written.strip())


def _guarded(wanted: Request, public: bool) -> Request:
    """Public pages must not lead into a private network; nothing is asked for there."""
    if public and wanted.url and private(wanted.url):
        return Request("", "", "leak", f"{wanted.url} 是内部地址")
    return wanted


def read_list(text: str, name: str) -> list[Asked]:
    """CSV with a column `url` (and `expect`, `department`), or text with an address a line."""
    rows = _table(text, name.lower().endswith(".csv"))
    return merged(
        asked(url, (f"{name}:{number}",), expectation(expect), department)
        for number, url, expect, department in rows
    )


def _table(text: str, table: bool) -> Iterator[tuple[int, str, str, str]]:
    """Row number, address, expectation, department."""
    text = text.lstrip("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    heads = [cell.strip().lower() for cell in next(csv.reader([first]), [])]
    if _COLUMNS & set(heads):
        reader = csv.reader(io.StringIO(text))
        number = 1
        for cells in reader:
            if number > 1 or not _COLUMNS & {cell.strip().lower() for cell in cells}:
                row = dict(zip(heads, cells, strict=False))
                if _cell(row, _COLUMNS).strip():
                    yield number, _cell(row, _COLUMNS), _cell(row, _EXPECT), _cell(row, _DEPARTMENT)
            number += 1
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            cells = next(csv.reader([line])) if table else line.split("\t")
            yield number, cells[0], cells[1] if len(cells) > 1 else "", ""


def _cell(row: dict[str, str], names: Iterable[str]) -> str:
    return next((row[name] for name in names if name in row), "")


def merged(rows: Iterable[Asked]) -> list[Asked]:
    """The same address with the same expectation once, carried by all its parents."""
    found: dict[tuple[str, Expectation], Asked] = {}
    for one in rows:
        known = found.get((one.written, one.expect))
        if known is not None:
            parents = (*known.parents, *(p for p in one.parents if p not in known.parents))
            one = Asked(
                one.written, one.request, one.expect, parents,
                known.department or one.department, one.url,
            )  # fmt: skip
        found[one.written, one.expect] = one
    return list(found.values())


def page_links(data: bytes, content_type: str, url: str) -> list[Asked]:
    """Every link of a live page as a reader can follow it, and the page itself."""
    text, charset = decode(data, content_type)
    parser = LexborHTMLParser(text)
    base = parser.css_first("base[href]")
    start = url
    if base is not None:
        start = request(base.attributes.get("href") or "", url).url or url
    public = not private(url)
    found = [Asked(url, request(url), NOTHING, (), "", url)]
    for node in parser.css("a[href],area[href],iframe[src],frame[src]"):
        written = node.attributes.get("href" if node.tag in ("a", "area") else "src") or ""
        if not written.strip():
            continue
        wanted = _guarded(request(written, start, charset), public)
        shown = wanted.url + ("#" + wanted.fragment if wanted.fragment else "") or written
        found.append(Asked(written, wanted, NOTHING, (url,), "", shown))
    return _by_address(found)


def _by_address(rows: Sequence[Asked]) -> list[Asked]:
    """One row an address and way of writing it."""
    found: dict[tuple[str, str], Asked] = {}
    for one in rows:
        found.setdefault((one.url, one.written), one)
    return list(found.values())
