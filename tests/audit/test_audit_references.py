"""Addresses inside CSS, srcset and meta refresh."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.audit.references import css_references, refresh_reference, srcset_references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a{background:url(x.png)}", ["x.png"]),
        ("a{background:URL( 'x y.png' )}", ["x y.png"]),
        ('@import "a.css"; @import url(b.css) print;', ["a.css", "b.css"]),
        ('/* url(no.png) */ a{src:url("f.woff2?v=1#x")}', ["f.woff2?v=1#x"]),
        ("a{b:url(data:image/svg+xml;utf8,<svg>)} c{d:url(#g)}", []),
        ("a{b:url(x\\29.png)}", ["x).png"]),
        ("a{b:url()}", []),
    ],
)
def test_css(text: str, found: list[str]) -> None:
    assert css_references(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png,b.png", ["a.png,b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        (" a,b.png 100w , c.png", ["a,b.png", "c.png"]),
        ("data:image/png;base64,AA 1x, b.png 2x", ["data:image/png;base64,AA", "b.png"]),
        ("", []),
    ],
)
def test_srcset(text: str, found: list[str]) -> None:
    assert srcset_references(text) == found


@pytest.mark.parametrize(
    ("content", "target"),
    [("0; url=../a/", "../a/"), ("5;URL='a b'", "a b"), ("3", ""), ("0, x/", "x/"), ("", "")],
)
def test_refresh(content: str, target: str) -> None:
    assert refresh_reference(content) == target


@given(st.text())
def test_nothing_raises(text: str) -> None:
    css_references("url(" + text)
    srcset_references(text)
    refresh_reference(text)
