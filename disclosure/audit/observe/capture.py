"""A browser that takes pictures: full-page PDF and PNG, dated, and the bytes that were answered.

One address after the other, politely and as itself: no challenge is solved, nothing disguised.
What is captured is judged like any other page, so that an error page is never filed as proof.
Each address is noted in a journal when its files are in place; a run that was interrupted
goes on there, and a file that has changed since is captured again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from disclosure.audit.evidence.filing import Wanted
from disclosure.audit.evidence.manifest import Kept, Shot

if TYPE_CHECKING:
    from disclosure.audit.observe.camera import Camera

JOURNAL = "captured.jsonl"
_PART = ".part"


class Album:
    """The folder of captures."""

    def __init__(self, folder: Path, wanted: Sequence[Wanted]) -> None:
        self.folder, self.wanted = folder, wanted
        self.shots: dict[int, Shot] = {}
        self.kept = 0
        """How many an earlier run had captured."""
        folder.mkdir(parents=True, exist_ok=True)
        self._resume()

    def _resume(self) -> None:
        done = {key: shot for key, shot in self._journal() if shot.captured}
        for number, one in enumerate(self.wanted):
            shot = done.get(_key(one))
            if shot is not None and all(self._whole(file) for file in shot.files):
                self.shots[number] = shot
                self.kept += 1

    def _journal(self) -> Iterator[tuple[str, Shot]]:
        """Later lines count; the last one may be torn."""
        with suppress(OSError), (self.folder / JOURNAL).open(encoding="utf-8") as file:
            for line in file:
                try:
                    row = json.loads(line)
                    yield row["key"], Shot.from_dict(row["shot"])
                except (ValueError, KeyError, TypeError):
                    continue

    def _whole(self, file: Kept) -> bool:
        path = self.folder / file.path
        return path.is_file() and hashed(path) == file.sha256

    def fill(self, camera: Camera, rate: float, tell: Callable[[int, Wanted, Shot], None]) -> None:
        """Capture what is not there yet."""
        last: dict[str, float] = {}
        for number, one in enumerate(self.wanted):
            if number in self.shots:
                continue
            host = urlsplit(one.url).netloc
            if host in last:
                time.sleep(max(0.0, last[host] + rate - time.monotonic()))
            shot = self._take(camera, one)
            last[host] = time.monotonic()
            self.shots[number] = shot
            self._note(one, shot)
            tell(number, one, shot)

    def _take(self, camera: Camera, one: Wanted) -> Shot:
        part = self.folder / _PART
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        try:
            shot, names = camera.take(one.asked, part)
            return self._filed(one, shot, names) if shot.captured else shot
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def _filed(self, one: Wanted, shot: Shot, names: Mapping[str, str]) -> Shot:
        """Move the files to every place that needs them."""
        files = []
        day = shot.at[:10].replace("-", "")
        for name, kind in names.items():
            source = self.folder / _PART / name
            digest, size = hashed(source), source.stat().st_size
            for place in one.places:
                path = f"{place.folder}/{place.stem} {day} {name}"
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.unlink(missing_ok=True)
                try:
                    os.link(source, target)
                except OSError:
                    shutil.copyfile(source, target)
                files.append(Kept(kind, path, size, digest))
        return Shot(shot.url, shot.at, shot.final, shot.status, shot.title, files=tuple(files))

    def _note(self, one: Wanted, shot: Shot) -> None:
        row = {"key": _key(one), "shot": shot.as_dict()}
        with (self.folder / JOURNAL).open("a", encoding="utf-8", errors="replace") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _key(one: Wanted) -> str:
    """The same address in the same places; another place is another capture."""
    text = repr((one.url, one.asked.expect, one.places))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def hashed(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
