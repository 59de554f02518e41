"""Text as HTML shows it."""

from __future__ import annotations

from markupsafe import escape


def shown(value: object) -> str:
    """What `escape` gives, as plain text: a Markup object for each value of each page is what
    rendering would mostly spend its time on."""
    if type(value) is not str:
        return escape(value)
    return (
        value.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )
