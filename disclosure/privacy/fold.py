"""One plain form of a text: half-width digits and letters, plain spaces and hyphens, nothing
invisible; and the way back from a place in the plain form to the place in the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from disclosure.privacy.lazy import lazily

_GONE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_INVISIBLE = lazily(f"[{_GONE}]+")
ODD = lazily(
    "[\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2024\u2028\u2029\u202f\u205f\u2212\u3000\ufe58\ufe63"
    "\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a\u2460-\u2468\u24ea"
    f"\U0001d7ce-\U0001d7ff\u0660-\u0669\u06f0-\u06f9\r\v\f\u0085{_GONE}]"
)


def _table() -> dict[int, str]:
    table = {ord(c): " " for c in "\u00a0\u1680\u202f\u205f\u3000"}
    table |= dict.fromkeys(range(0x2000, 0x200B), " ")
    table |= {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
    table |= {ord(c): "\n" for c in "\u2028\u2029\r\v\f\u0085"}
    for first in (0x660, 0x6F0, 0xFF10, *range(0x1D7CE, 0x1D800, 10)):
        table |= {first + n: str(n) for n in range(10)}
    table |= {0x2460 + n: str(n + 1) for n in range(9)} | {0x24EA: "0", 0x2024: "."}
    wide = (0xFF0B, 0xFF0E, 0xFF20, 0xFF3F, *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    return table | {code: chr(code - 0xFEE0) for code in wide}


_PLAIN = _table()


@dataclass(frozen=True)
class Folded:
    """The plain form, and where invisible characters were taken out."""

    text: str
    cuts: tuple[tuple[int, int], ...] = ()
    """(place in the plain form, characters dropped up to it), ascending."""

    def origin(self, place: int) -> int:
        """The place in the original text."""
        if not self.cuts:
            return place
        at = bisect_right(self.cuts, (place, 1 << 60)) - 1
        return place + (self.cuts[at][1] if at >= 0 else 0)


def fold(text: str) -> Folded:
    """The plain form; one character stays one character, invisible ones are dropped."""
    if not ODD.search(text):
        return Folded(text)
    plain = text.translate(_PLAIN)
    cuts: list[tuple[int, int]] = []
    dropped = 0
    for match in _INVISIBLE.finditer(plain):
        length = match.end() - match.start()
        cuts.append((match.start() - dropped, dropped + length))
        dropped += length
    return Folded(_INVISIBLE.sub("", plain), tuple(cuts)) if cuts else Folded(plain)
