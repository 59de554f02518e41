"""Run Pagefind over shadows that `fulltext` has prepared: a small program of its own.

python -m disclosure.indexing ORDER
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_AT_ONCE = 2
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-playground*")
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")
"""What the first part has for all of them."""


def main(order: Path) -> None:
    """Index the parts of an order, a few at a time."""
    told = json.loads(order.read_text(encoding="utf-8"))
    fresh = told["fresh"]
    for at in range(0, len(fresh), _AT_ONCE):
        _index(told["program"], Path(told["shadow"]), Path(told["made"]), fresh[at : at + _AT_ONCE])
    # Now, while the build is still at work, not when it would wait for it.
    shutil.rmtree(told["shadow"], ignore_errors=True)


def _index(program: str, shadow: Path, made: Path, parts: Sequence[tuple[str, str]]) -> None:
    """Parts by name, and the digest of each."""
    running = [(made / name, digest, _run(program, shadow / name, made)) for name, digest in parts]
    for folder, digest, process in running:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, "pagefind")
        _trim(folder)
        pages = {"digest": digest, "pages": _addresses(folder)}
        text = json.dumps(pages, separators=(",", ":")) + "\n"
        (folder / "pages.json").write_text(text, encoding="utf-8")


def _run(program: str, shadow: Path, made: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [program, "--site", shadow, "--output-path", made / shadow.name, "--silent"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _trim(folder: Path) -> None:
    """Drop Pagefind's own interface, and the program from all parts but the first."""
    patterns = _UNUSED if folder.name == "1" else (*_UNUSED, *_PROGRAM)
    for pattern in patterns:
        for path in folder.glob(pattern):
            path.unlink()


def _addresses(folder: Path) -> dict[str, str]:
    """The page that each of Pagefind's fragments is of."""
    found = {}
    for path in sorted((folder / "fragment").iterdir()):
        fragment = gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")
        found[path.stem] = str(json.loads(fragment)["url"]).removeprefix("/")
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
