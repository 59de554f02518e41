"""robots.txt as engines read it."""

from __future__ import annotations

import pytest

from disclosure.audit.robots import denied

PATHS = ["/", "/items/", "/items/x/", "/files/a.pdf"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", {}),
        ("User-agent: *\nDisallow:\n", {}),
        ("User-agent: *\nAllow: /\n", {}),
        ("User-agent: *\nDisallow: /\n", {"*": PATHS}),
        ("\ufeffuser-agent : *\r\nDISALLOW: /  # all\r\n", {"*": PATHS}),
        ("User-agent: *\nDisallow: /items/\nAllow: /items/x/\n", {"*": ["/items/"]}),
        ("User-agent: *\nAllow: /\nDisallow: /items/x\n", {"*": ["/items/x/"]}),
        ("User-agent: *\nDisallow: /*.pdf$\n", {"*": ["/files/a.pdf"]}),
        ("User-agent: a\nUser-agent: b\nDisallow: /files/\n",
         {"a": ["/files/a.pdf"], "b": ["/files/a.pdf"]}),
        ("Disallow: /\n", {}),
        ("User-agent: *\nDisallow: /admin/\nCrawl-delay: 9\n", {}),
    ],
)  # fmt: skip
def test_denied(text: str, refused: dict[str, list[str]]) -> None:
    assert denied(text, PATHS) == refused
