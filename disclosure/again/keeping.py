"""The folder beside a site where a build leaves what the next one can use; one build at a time."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure.again.ledger import Ledger

try:
    import fcntl
except ImportError:  # Windows: every build is a whole one there
    fcntl = None  # type: ignore[assignment]

_LOCK = "lock"


@dataclass(frozen=True)
class Keeping:
    """Where things are kept for the site `target`."""

    target: Path

    @property
    def folder(self) -> Path:
        return self.target.with_name(f".{self.target.name}-kept")

    def ledger(self, surroundings: str) -> Path:
        """The ledger of a build under these surroundings, if that was the last one."""
        return self.folder / f"{surroundings}.ledger"

    def templates(self, surroundings: str) -> Path:
        """The folder of compiled templates under these surroundings."""
        return self.folder / f"{surroundings}.templates"

    @property
    def spare(self) -> Path:
        return self.folder / "tree"

    @property
    def former(self) -> Path:
        """Where the site goes for the moment between the two renamings of a swap."""
        return self.folder / "former"

    def swap(self) -> None:
        """The spare tree becomes the site, and the site the spare tree."""
        swap(self.spare, self.target, self.former)
        self.former.rename(self.spare)

    def recover(self) -> None:
        """Put a site back that was taken away between the two halves of a swap."""
        if self.former.is_dir():
            if self.target.exists():
                shutil.rmtree(self.former)
            else:
                self.former.rename(self.target)

    def settle(self, surroundings: str, ledger: Ledger | None) -> None:
        """Keep the ledger of the build that is over, and no other; without one, nothing."""
        stay = {self.folder / _LOCK}
        if ledger is not None:
            stay |= {self.spare, self.ledger(surroundings), self.templates(surroundings)}
        for path in self.folder.iterdir():
            if path in stay:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        if ledger is not None:
            ledger.write(self.ledger(surroundings))


@contextlib.contextmanager
def keeping(target: Path) -> Iterator[Keeping | None]:
    """The kept things for this build alone; None where another build has them, or the system
    knows neither locks nor forks."""
    if fcntl is None or not hasattr(os, "fork"):
        yield None
        return
    kept = Keeping(target)
    kept.folder.mkdir(exist_ok=True)
    with (kept.folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        kept.recover()
        yield kept


def swap(fresh: Path, target: Path, old: Path) -> None:
    """Put `fresh` where `target` was, moving the old one to `old`; put it back on failure."""
    existed = target.exists()
    if existed:
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if existed:
            old.rename(target)
        raise
