"""The places of a template that were filled with nothing: a heading, the text of an article."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_BODIES = (
    "#zoom,#UCAP-CONTENT,#content,#vsb_content,[id^=vsb_content_],#js_content,#article,#artibody,"
    "#articleContent,#fontzoom,.TRS_Editor,.trs_editor_view,.article-content,.article_content,"
    ".wp_articlecontent,.news_content,.bt-content,.view-content,.con_text,.pages_content"
)
"""Where the systems that official sites are made with put the text of an article."""
_NAMES = re.compile(r"zoom|content|arti|trs_|con_text")
_FULL = "img,svg,video,audio,object,embed,canvas,iframe,frame,table,input,a[href]"
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|jpe?g|png)(?:[?#]|$)", re.IGNORECASE
)


def bare_places(parser: LexborHTMLParser, source: str) -> str:
    """Which are empty, in words; scripts are gone by now. `source` is in small letters."""
    found = []
    heading = parser.css_first("h1") if "<h1" in source else None
    if heading is not None and not heading.text().strip() and heading.css_first("img,svg") is None:
        found.append("标题")
    bodies = parser.css(_BODIES) if _NAMES.search(source) else []
    empty = bodies and not any(one.text().strip() or one.css_first(_FULL) for one in bodies)
    if empty and not _has_file(parser):
        found.append("正文")
    return "、".join(found)


def _has_file(parser: LexborHTMLParser) -> bool:
    """An attachment may be all the text there is."""
    return any(_FILE.search(one.attributes.get("href") or "") for one in parser.css("a[href]"))
