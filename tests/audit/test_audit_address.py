"""Where an href leads: as a browser decides, on every path, never raising."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.audit.address import Here, Where, resolve
from disclosure.audit.hosts import is_private
from disclosure.audit.observe.documents import Reader

HERE = Here("https://bureau.example/column/")
PAGE = HERE.location("items/x/")


@pytest.mark.parametrize(
    ("href", "address", "fragment"),
    [
        ("", "items/x/", ""),
        ("#s1", "items/x/", "s1"),
        ("#top", "items/x/", ""),
        ("#:~:text=x", "items/x/", ""),
        ("?q=1#a", "items/x/", "a"),
        ("../y/", "items/y/", ""),
        ("../../", "", ""),
        ("..", "items/", ""),
        ("./a/../b.pdf", "items/x/b.pdf", ""),
        ("%2e%2e/y/", "items/y/", ""),
        ("/column/items/y/#s", "items/y/", "s"),
        ("/column", "", ""),
        ("https://bureau.example/column/guide/", "guide/", ""),
        ("HTTP://BUREAU.example:80/column/guide/", "guide/", ""),
        ("//bureau.example/column/guide/", "guide/", ""),
        (" ../y/ ", "items/y/", ""),
        ("../%E6%96%87.pdf", "items/文.pdf", ""),
        ("../文 件.pdf", "items/文 件.pdf", ""),
        ("a%2Fb", "items/x/a%2Fb", ""),
    ],
)
def test_inside(href: str, address: str, fragment: str) -> None:
    link = resolve(HERE, PAGE, href)
    assert (link.where, link.address, link.fragment) == (Where.INSIDE, address, fragment)
    assert link.reason == ""


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("https://other.example/a", "external"),
        ("//other.example/a", "external"),
        ("/elsewhere/", "external"),
        ("../../../../x", "external"),
        ("ftp://other.example/a", "external"),
        ("..\\y\\", "odd-form"),
        ("../\ny/", "odd-form"),
        ("..//y/", "odd-form"),
        ("weixin://dl/x", "odd-form"),
        ("file:///C:/a.doc", "leak"),
        ("C:\\a.doc", "leak"),
        ("\\\\server\\share\\a.doc", "leak"),
        ("javascript:void(0)", "leak"),
        ("JavaScript:alert(1)", "leak"),
        ("java\nscript:alert(1)", "leak"),
        ("http://localhost:8000/", "leak"),
        ("http://10.1.2.3/", "leak"),
        ("http://127.1/", "leak"),
        ("http://2130706433/", "leak"),
        ("http://[::1]/", "leak"),
        ("http://oa/", "leak"),
        ("http://[::1", "malformed"),
        ("http:///x", "malformed"),
        ("http:x", "malformed"),
        ("http://a b/", "malformed"),
        ("http://a.example:99999/", "malformed"),
        ("mailto:a@b.example", ""),
        ("mailto:a@b.example?subject=x", ""),
        ("mailto:a b", "contact-syntax"),
        ("mailto:", "contact-syntax"),
        ("tel:0000-0000000", ""),
        ("tel:+86-393-0000000", ""),
        ("tel:12345", ""),
        ("tel:０３９３", "contact-syntax"),
        ("tel:请拨打", "contact-syntax"),
        ("data:image/png;base64,AA", ""),
    ],
)
def test_forms(href: str, reason: str) -> None:
    assert resolve(HERE, PAGE, href).reason == reason


def test_a_gbk_path_is_read_and_named() -> None:
    link = resolve(HERE, PAGE, "../" + "".join(f"%{b:02X}" for b in "文件".encode("gbk")) + "/")
    assert "文件" in link.note


def test_the_bases_own_host_is_inside_even_if_private() -> None:
    here = Here("http://127.0.0.1:8000/")
    assert resolve(here, "/", "http://127.0.0.1:8000/a/").where is Where.INSIDE
    assert resolve(here, "/", "http://127.0.0.1:9000/a/").reason == "leak"


@pytest.mark.parametrize("host", ["192.168.0.1", "172.16.0.9", "169.254.1.1", "fd00::1", "１０.0.0.1",
                                  "0x7f.0.0.1", "printer", "oa.local", "::ffff:10.0.0.1"])  # fmt: skip
def test_private(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "www.gov.cn", "bureau.example", "2606:4700::1111"])
def test_public(host: str) -> None:
    assert not is_private(host)


@given(st.text())
def test_any_text_resolves(href: str) -> None:
    link = resolve(HERE, PAGE, href)
    assert isinstance(link.address, str)
    if link.where is Where.INSIDE:
        HERE.url(link.address, link.fragment, link.query)


SEGMENT = st.sampled_from(["a", "b-1", "..", ".", "items", "x", "文", "a.pdf", "%41"])


@given(
    st.lists(SEGMENT, max_size=6).map("/".join),
    st.sampled_from(["", "/"]),
    st.sampled_from(["", "?q=1", "#s", "?q#s"]),
)
def test_relative_paths_agree_with_the_standard_library(path: str, end: str, tail: str) -> None:
    href = path + end + tail
    if href.startswith("/") or not path:
        return
    expected = urlsplit(urljoin("https://bureau.example" + PAGE, href))
    link = resolve(HERE, PAGE, href)
    if not expected.path.startswith(HERE.path):
        assert link.where is Where.OUTSIDE or link.address == ""
        return
    assert link.where is Where.INSIDE
    assert HERE.location(link.address) == HERE.location(resolve(HERE, "/", expected.path).address)
    assert link.fragment == expected.fragment


@given(
    st.text(alphabet="./abc:?#\\%2E文 \n", max_size=12),
    st.sampled_from(["", "a/", "a/b/", "a/b/c/"]),
)
def test_the_remembered_way_gives_the_same_answer(href: str, folder: str) -> None:
    """Links are resolved once for each distinct ancestor folder; that must change nothing."""
    location = HERE.location(folder)
    for prefix in ("", "../", "../../"):
        reader = Reader(HERE.base_url)
        for _ in range(2):  # the second time the answer is remembered
            reader.take(0, location, [prefix + href], "\0", reader.users)
        links = list(reader.numbers)
        if reader.users:
            assert links == [resolve(HERE, location, prefix + href)]
