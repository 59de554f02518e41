"""A copy of a site that may be spoilt, and what was planted in it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_DEPARTED = b"data-departed"
_PLACES = re.compile(rb"</(?:p|li|td|h2|section|article|main)>")


@dataclass(frozen=True)
class Planted:
    """A fault that must be found: its reason, where it stands, and the href if it is one."""

    code: str
    path: str
    """The file it is in (for a link) or about (for a page)."""
    href: str = ""


@dataclass
class Copy:
    """A site's folder that may be spoilt; no page is spoilt twice."""

    root: Path
    base: str
    """The path under which the site is published, with a slash at both ends."""
    origin: str
    """Scheme and host."""
    chance: random.Random
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        found = sorted(path.relative_to(self.root).as_posix() for path in self._files())
        self.files = found
        every = [one for one in found if one.endswith("/index.html")]
        self.departed = [one for one in every if _DEPARTED in self.read(one)]
        """Pages that only answer for an address, of which less is demanded than of others."""
        self.pages = [one for one in every if one not in self.departed]

    def _files(self) -> list[Path]:
        return [path for path in self.root.rglob("*") if path.is_file()]

    def page(self) -> str:
        """A page that has not been spoilt yet."""
        free = [one for one in self.pages if one not in self.used]
        if not free:
            raise LookupError
        chosen = self.chance.choice(free)
        self.used.add(chosen)
        return chosen

    def page_with(
        self, pattern: re.Pattern[bytes], *, without: bytes = b""
    ) -> tuple[str, re.Match[bytes]]:
        """An unspoilt page that has something in its head, and one of the places where;
        none that has `without` anywhere."""
        free = [one for one in self.pages if one not in self.used]
        self.chance.shuffle(free)
        for one in free:
            data = self.read(one)
            found = list(pattern.finditer(data.partition(b"</head>")[0]))
            if found and not (without and without in data):
                self.used.add(one)
                return one, self.chance.choice(found)
        raise LookupError

    def replace(self, path: str, place: re.Match[bytes], new: bytes) -> None:
        """Put `new` where something was found."""
        data = self.read(path)
        self.write(path, data[: place.start()] + new + data[place.end() :])

    def other(self) -> str:
        """A page to link to; it is not spoilt afterwards."""
        return self.page()

    def leaf(self) -> str:
        """An unspoilt page with no pages below it, whose folder's name occurs only once."""
        names = [one.split("/")[-2] for one in self.pages]
        folders = {"/".join(one.split("/")[:-2]) for one in self.pages}
        free = [
            one
            for one, name in zip(self.pages, names, strict=True)
            if one not in self.used
            and names.count(name) == 1
            and one.removesuffix("/index.html") not in folders
            and not name.isdigit()
        ]
        if not free:
            raise LookupError
        chosen = self.chance.choice(free)
        self.used.add(chosen)
        return chosen

    def file(self, *endings: str) -> str | None:
        """An unspoilt file below files/ with one of the endings."""
        free = [
            one
            for one in self.files
            if one.startswith("files/") and one.endswith(endings) and one not in self.used
        ]
        if not free:
            return None
        chosen = self.chance.choice(free)
        self.used.add(chosen)
        return chosen

    def new_file(self) -> str:
        """A place for a file of our own, where the site has none to spoil."""
        path = f"files/{self.name()}.pdf"
        self.used.add(path)
        return path

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def write(self, path: str, data: bytes) -> None:
        """Always a new file: the copy may share its files with the site by hard links."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(data)
        if path not in self.files:
            self.files.append(path)

    def insert(self, path: str, markup: str) -> None:
        """Put markup at a random place of a page's content."""
        data = self.read(path)
        places = [match.start() for match in _PLACES.finditer(data)]
        at = self.chance.choice(places) if places else data.rindex(b"</body>")
        self.write(path, data[:at] + markup.encode() + data[at:])

    def name(self) -> str:
        return f"planted-{self.chance.randrange(16**6):06x}"

    def address(self, path: str) -> str:
        """The URL path of a page."""
        return self.base + path.removesuffix("index.html")


Mutator = Callable[[Copy], Planted | None]
