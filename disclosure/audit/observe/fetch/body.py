"""A body as it streams in: decompressed, hashed, bounded; on disk when it is large."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from pathlib import Path

_IN_MEMORY = 1024 * 1024
_PIECE = 256 * 1024


class Unreadable(Exception):
    """The body is not what its Content-Encoding says."""


class TooLarge(Exception):
    """More than the limit; what came so far is kept."""


class Body:
    """Takes pieces as they come from the network."""

    def __init__(self, encoding: str, limit: int, folder: Path) -> None:
        self.size = 0
        self.raw = 0
        self.limit, self.folder = limit, folder
        self._hash = hashlib.sha256()
        self._parts: list[bytes] = []
        self._file: Path | None = None
        self._decoder = _decoder(encoding)

    def feed(self, data: bytes) -> None:
        self.raw += len(data)
        if self._decoder is None:
            self._keep(data)
            return
        for piece in self._decoder.pieces(data):
            self._keep(piece)

    def _keep(self, piece: bytes) -> None:
        if self.size + len(piece) > self.limit:
            raise TooLarge
        self.size += len(piece)
        self._hash.update(piece)
        if self._file is None:
            self._parts.append(piece)
            if self.size > _IN_MEMORY:
                with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                    file.writelines(self._parts)
                self._file, self._parts = Path(file.name), []
        else:
            with self._file.open("ab") as more:
                more.write(piece)

    @property
    def whole(self) -> bool:
        """Whether a compressed body came to its end."""
        return self._decoder is None or self._decoder.ended or not self.raw

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def head(self, most: int) -> bytes:
        """The first bytes."""
        if self._file is not None:
            with self._file.open("rb") as file:
                return file.read(most)
        return b"".join(self._parts)[:most]

    def path(self, suffix: str) -> Path:
        """The body as a file, for tests that want one; `drop` removes it."""
        if self._file is None:
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.writelines(self._parts)
            self._file = Path(file.name)
        if suffix and self._file.suffix != "." + suffix:
            self._file = self._file.rename(self._file.with_suffix("." + suffix))
        return self._file

    def drop(self) -> None:
        self._parts = []
        if self._file is not None:
            self._file.unlink(missing_ok=True)


class _Inflate:
    """gzip and deflate, also in several members, a bounded piece at a time."""

    def __init__(self, modes: tuple[int, ...]) -> None:
        self.modes = modes
        self._object = zlib.decompressobj(modes[0])
        self._begun = False

    @property
    def ended(self) -> bool:
        return self._object.eof

    def pieces(self, data: bytes) -> list[bytes] | _Pieces:
        return _Pieces(self, data)

    def start(self, data: bytes) -> bytes:
        """The first piece; deflate is sent with and without a zlib header."""
        for mode in self.modes:
            self._object = zlib.decompressobj(mode)
            try:
                found = self._object.decompress(data, _PIECE)
            except zlib.error:
                continue
            self._begun = True
            return found
        raise Unreadable

    def step(self, data: bytes) -> bytes:
        try:
            if self._begun:
                return self._object.decompress(data, _PIECE)
        except zlib.error:
            raise Unreadable from None
        return self.start(data)

    def rest(self) -> bytes:
        """What is still to be decompressed; another member begins anew."""
        if self._object.eof and self._object.unused_data:
            rest, self._begun = self._object.unused_data, False
            return rest if rest.strip(b"\0") else b""
        return self._object.unconsumed_tail


class _Pieces:
    """Iterates over what one piece of input gives."""

    def __init__(self, inflate: _Inflate, data: bytes) -> None:
        self.inflate, self.data = inflate, data

    def __iter__(self) -> _Pieces:
        return self

    def __next__(self) -> bytes:
        if not self.data:
            raise StopIteration
        found = self.inflate.step(self.data)
        self.data = self.inflate.rest()
        return found


def _decoder(encoding: str) -> _Inflate | None:
    """None for a body sent as it is."""
    name = encoding.strip().lower()
    if name in ("", "identity", "none", "utf-8", "binary"):
        return None
    if name in ("gzip", "x-gzip"):
        return _Inflate((31,))
    if name == "deflate":
        return _Inflate((15, -15))
    raise Unreadable
