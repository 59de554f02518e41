"""Text as HTML shows it."""

from __future__ import annotations

from markupsafe import Markup, escape

try:  # what `escape` itself calls: text from text, without an object around each
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:

    def _escaped(text: str, /) -> str:
        return str(escape(text))


def shown(value: object) -> str:
    """What `escape` gives, as plain text: a Markup object for each value of each page is what
    rendering would mostly spend its time on."""
    if type(value) is str:
        return _escaped(value)
    return value if type(value) is Markup else escape(value)
