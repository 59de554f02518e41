"""The full text of the site for its search, by Pagefind: a process beside the build.

texts of the catalogue ─▶ parts ─▶ a shadow of bare pages ─▶ pagefind ─▶ pagefind/<part>/
                            └──── unchanged since the last build: taken over as it stands

Without the `pagefind` package there is no full text; titles and numbers are found all the
same. Nothing here can fail a build: a site without tier two is still whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import html
import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from disclosure import indexing
from disclosure.beside import Beside, ChildFailed
from disclosure.pages.search import FULL_TEXT
from disclosure.pages.search.fulltext import Document, documents, lettered, plain
from disclosure.site import Site

FOLDER = "pagefind/"
ABSENT = "没有安装 pagefind，没有做正文检索；名称、文号和编号照常可以检索。"
FAILED = "正文检索没有建成，名称、文号和编号照常可以检索。"
_LETTERS = 1_200_000
"""Letters of one part: Pagefind holds some 450 bytes of memory for each."""
_VERSION = "1"
"""Of what is written here; another one makes every part anew."""
_PARTS = "parts.json"


def executable() -> Path | None:
    """Pagefind's program, where it is installed."""
    for name in ("pagefind_bin", "pagefind_bin_extended"):
        spec = importlib.util.find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            for program in sorted(Path(folder).glob("pagefind*")):
                if program.suffix in ("", ".exe") and program.is_file():
                    return program
    found = shutil.which("pagefind")
    return Path(found) if found else None


@dataclass(frozen=True)
class Part:
    """Pages that Pagefind indexes together."""

    pages: tuple[Document, ...]

    @property
    def digest(self) -> str:
        content = json.dumps([_VERSION, self.pages], ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()


def split(pages: Sequence[Document], letters: int = _LETTERS) -> Iterator[Part]:
    """Parts of about equal size, in the order of the pages: a new page changes the last."""
    taken: list[Document] = []
    size = 0
    for page in pages:
        if taken and size + len(page[1]) > letters:
            yield Part(tuple(taken))
            taken, size = [], 0
        taken.append(page)
        size += len(page[1])
    if taken:
        yield Part(tuple(taken))


def by_hand(folder: Path) -> Iterator[Document]:
    """The hand-written pages."""
    for path in sorted(folder.glob("*.md")):
        yield f"{path.stem}/", plain(path.read_text(encoding="utf-8"))


class FullText:
    """Made while the site is: `start`, then `finish` puts it into the site."""

    def __init__(self, site: Site, standing: Path, workplace: Path) -> None:
        """`standing`: the site before this one."""
        self._site, self._standing = site, standing / FOLDER
        self._made = workplace / "fulltext"
        self._shadow = workplace / "shadow"
        self._order = workplace / "fulltext.json"
        self._program = executable()
        self._child: Beside[None] | None = None

    def start(self) -> None:
        if self._program is not None:
            # Pagefind's own run needs nothing of this process, least of all its memory.
            become = [sys.executable, "-m", indexing.__name__, str(self._order)]
            self._child = Beside(self._prepare, nice=5, become=become)

    def finish(self, target: Path) -> str:
        """Wait for it and put it into the finished tree; what there is to say."""
        if self._child is None:
            return self._without(target, ABSENT)
        try:
            self._child.result()
        except ChildFailed:
            return self._without(target, FAILED)
        shutil.rmtree(target / FOLDER, ignore_errors=True)
        (target / FULL_TEXT).unlink(missing_ok=True)
        (self._made / _PARTS).replace(target / FULL_TEXT)
        self._made.rename(target / FOLDER)
        return ""

    def _without(self, target: Path, why: str) -> str:
        """No full text in the tree, nor what is left of another."""
        if (target / FOLDER).is_dir():
            shutil.rmtree(target / FOLDER)
            (target / FULL_TEXT).unlink()
            (target / FULL_TEXT).write_text("[]\n", encoding="utf-8")
        return why

    def stop(self) -> None:
        """Leave nothing running, whatever has happened."""
        if self._child:
            self._child.stop()

    def stands(self) -> bool:
        """Whether just this full text stands in the site before this one."""
        if self._program is None:
            return not self._standing.is_dir()
        standing = _digests(self._standing)
        names = [
            path.name if (path := standing.get((part.digest, number == 1))) else ""
            for number, part in enumerate(self._parts(), 1)
        ]
        return names == [str(number) for number in range(1, len(standing) + 1)]

    def _parts(self) -> list[Part]:
        texts = documents(self._site.catalogue, self._site.today)
        return list(split((*texts, *by_hand(Path("docs")))))

    def _prepare(self) -> None:
        """Link what stands, and write the shadow and the order of what does not."""
        parts, standing = self._parts(), _digests(self._standing)
        self._made.mkdir()
        fresh = []
        for number, part in enumerate(parts, 1):
            folder = self._made / str(number)
            # The first part also bears the program, so it can only be taken from a first one.
            last = standing.get((part.digest, number == 1))
            if last is None:
                self._cast(part, self._shadow / folder.name)
                fresh.append([folder.name, part.digest])
            else:
                shutil.copytree(last, folder, copy_function=_link)
        addresses = [f"{FOLDER}{number}/" for number in range(1, len(parts) + 1)]
        (self._made / _PARTS).write_text(json.dumps(addresses) + "\n", encoding="utf-8")
        order = {"program": str(self._program), "made": str(self._made), "fresh": fresh}
        order |= {"shadow": str(self._shadow)}
        self._order.write_text(json.dumps(order), encoding="utf-8")

    def _cast(self, part: Part, shadow: Path) -> None:
        for address, words in part.pages:
            path = shadow / address
            path.mkdir(parents=True)
            body = f'<html lang="zh"><body><p>{html.escape(lettered(words))}</p></body></html>'
            (path / "index.html").write_text(body, encoding="utf-8")


def _digests(folder: Path) -> dict[tuple[str, bool], Path]:
    """The parts of the standing site by what they were made of."""
    found = {}
    for path in folder.glob("*/pages.json"):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            digest = str(json.loads(path.read_bytes())["digest"])
            found[digest, path.parent.name == "1"] = path.parent
    return found


def _link(source: str, target: str) -> str:
    """No copy where the file system can do without."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return target
