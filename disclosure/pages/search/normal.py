"""The forms in which a query and what it looks for are compared.

`docs/javascripts/search-index.js` does the same to the index and to what is typed; this is
what tests and the audit hold it to.
"""

from __future__ import annotations

import re
import unicodedata

from disclosure.pages.search.traditional import TRADITIONAL

KEPT = "★"
"""The only sign that tells: it begins the municipal indicators' numbers."""

_SIMPLIFIED = str.maketrans(TRADITIONAL)
_SPACE = re.compile(r"\s+")


def folded(text: str) -> str:
    """One width, one case, simplified characters; spaces and punctuation as they are."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SIMPLIFIED)


def normalise(text: str) -> str:
    """Letters and digits alone: brackets, spaces, punctuation and signs do not tell."""
    return "".join(char for char in folded(text) if _tells(char))


def exact(text: str) -> str:
    """A name or number as a whole, less its spaces: 2.2 is a material, 22 an indicator."""
    return _SPACE.sub("", folded(text))


def _tells(char: str) -> bool:
    return char in KEPT or unicodedata.category(char)[0] in "LNM"
