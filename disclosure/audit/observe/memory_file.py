"""The file that keeps a Memory: columns rather than rows, and what is seldom wanted packed.

A file of another form, of code that reads pages otherwise, or not whole is no memory.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, islice, pairwise, starmap
from pathlib import Path
from typing import Any, TypeVar

from disclosure.audit.address import Link, Where
from disclosure.audit.observe import sections
from disclosure.audit.observe.attachment import Fault
from disclosure.audit.observe.documents import FINGERPRINT, Document
from disclosure.audit.observe.folder import Stamp
from disclosure.audit.observe.memory import Inspected, Memory
from disclosure.audit.observe.ways import Links

_FORM = "disclosure observed 4"
READERS = (
    "address.py", "hosts.py", "references.py", "observe/attachment.py", "observe/documents.py",
    "observe/heads.py", "observe/page.py", "observe/scan.py", "observe/statement.py",
    "observe/ways.py",
)  # fmt: skip
"""The modules that decide what is seen: after a change to one, all is read anew."""

Pieces = TypeVar("Pieces", bytes, "array[int]")
_SIDES = tuple(Where)
_SIZES = {"sizes": "size", "flags": "flags", "carried": "links"}
_TEXTS = {"paths": "path", "titles": "title", "canonicals": "canonical", "anchors": "ids"}
"""Section -> field of Document."""
_RARE = ("repeated", "missing")
"""Fields that are empty for nearly all documents."""


def remember(path: Path, memory: Memory) -> None:
    """Write what was seen."""
    where: dict[Link, int] = {}
    written = {
        **_documents(memory),
        **_links("links", memory.links, where),
        **_links("resources", memory.resources, where),
        "where": sections.text([list(column) for column in zip(*where, strict=True)]),
        "base": sections.text(memory.base_url),
        "inspected": sections.text(memory.inspected),
    }
    sections.write(path, _form(), written)


def recall(path: Path) -> Memory | None:
    """What was seen the last time."""
    try:
        found = sections.read(path, _form())
        sides, *rest = sections.from_text(found["where"]) or [[] for _ in Link._fields]
        where = list(map(Link, map(_SIDES.__getitem__, sides), *rest))
        if any(len(one) != len(where) for one in rest):
            return None
        memory = Memory(
            sections.from_text(found["base"]),
            _read_documents(found),
            _stamps(sections.from_numbers("Q", found["stamps"])),
            list(sections.from_numbers("I", found["asked"])),
            _read_links("links", found, where),
            _read_links("resources", found, where),
            _inspected(sections.from_text(found["inspected"])),
        )
    except (sections.Damaged, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    fits = len(memory.documents) == len(memory.stamps) == len(memory.asked)
    return memory if fits and isinstance(memory.base_url, str) else None


def _documents(memory: Memory) -> dict[str, bytes]:
    columns = dict(zip(Document._fields, zip(*memory.documents, strict=True), strict=False))
    rare = {
        name: {number: words for number, words in enumerate(columns.get(name, ())) if words}
        for name in _RARE
    }
    packed = columns.get("packed", ())
    return {
        "stamps": sections.numbers("Q", chain.from_iterable(memory.stamps)),
        "asked": sections.numbers("I", memory.asked),
        "rare": sections.text(rare),
        **{name: sections.text(columns.get(field, ())) for name, field in _TEXTS.items()},
        **{name: sections.numbers("Q", columns.get(field, ())) for name, field in _SIZES.items()},
        "digests": b"".join(columns.get("digest", ())),
        "heads": b"".join(packed),
        "head sizes": sections.numbers("Q", map(len, packed)),
    }


def _read_documents(found: Mapping[str, bytes]) -> list[Document]:
    texts = {field: sections.from_text(found[name]) for name, field in _TEXTS.items()}
    sizes = {field: sections.from_numbers("Q", found[name]) for name, field in _SIZES.items()}
    count = len(texts["path"])
    digests, heads = found["digests"], found["heads"]
    columns = texts | sizes
    columns["digest"] = [digests[n : n + FINGERPRINT] for n in range(0, len(digests), FINGERPRINT)]
    columns["packed"] = _cut(heads, sections.from_numbers("Q", found["head sizes"]))
    for name, values in sections.from_text(found["rare"]).items():
        columns[name] = [()] * count
        for number, words in values.items():
            columns[name][int(number)] = tuple(words)
    return list(starmap(Document, zip(*map(columns.__getitem__, Document._fields), strict=True)))


def _links(name: str, links: Links, where: dict[Link, int]) -> dict[str, bytes]:
    ways = links.values()
    users = [one for each in ways for one in each.values()]
    return {
        f"{name} where": sections.numbers("I", [where.setdefault(o, len(where)) for o in links]),
        f"{name} ways": sections.numbers("I", map(len, ways)),
        f"{name} written": sections.text([href for each in ways for href in each]),
        f"{name} counts": sections.numbers("I", map(len, users)),
        f"{name} users": b"".join(map(array.tobytes, users)),
    }


def _read_links(name: str, found: Mapping[str, bytes], where: list[Link]) -> Links:
    links = map(where.__getitem__, sections.from_numbers("I", found[f"{name} where"]))
    counts = sections.from_numbers("I", found[f"{name} counts"])
    users = _cut(sections.from_numbers("I", found[f"{name} users"]), counts)
    several = sections.from_numbers("I", found[f"{name} ways"])
    hrefs = sections.from_text(found[f"{name} written"])
    if sum(several) != len(hrefs):
        raise ValueError("the ways are not those of the links")
    ways = iter(list(zip(hrefs, users, strict=True)))
    return {link: dict(islice(ways, count)) for link, count in zip(links, several, strict=True)}


def _cut(data: Pieces, sizes: Sequence[int]) -> list[Pieces]:
    """Pieces of these sizes, and nothing may be left."""
    if sum(sizes) != len(data):
        raise ValueError("the pieces are not the whole")
    return [data[start:end] for start, end in pairwise(accumulate(sizes, initial=0))]


def _stamps(numbers: Iterable[int]) -> list[Stamp]:
    one = iter(numbers)
    return list(zip(one, one, one, one, strict=True))


def _inspected(rows: dict[str, Any]) -> Inspected:
    return {
        path: (tuple(stamp), asked, Fault(*fault) if fault else None)
        for path, (stamp, asked, fault) in rows.items()
    }


def _form() -> str:
    """Of the file, and of everything that decides what is seen in a page."""
    here, known = Path(__file__).parent.parent, blake2b(sys.version.encode(), digest_size=8)
    for name in READERS:
        known.update((here / name).read_bytes())
    parser = importlib.util.find_spec("selectolax")
    if parser is not None and parser.origin:
        status = os.stat(parser.origin)
        known.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return f"{_FORM} {known.hexdigest()}"
