"""The pure parts: addresses as written, encodings, expectations, robots.txt, lists, pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.audit.fetch import phrases
from disclosure.audit.fetch.asking import asked, page_links, read_list
from disclosure.audit.fetch.charset import decode
from disclosure.audit.fetch.elsewhere import same_page
from disclosure.audit.fetch.engines import kept_away
from disclosure.audit.fetch.expect import Expectation, appears, expectation, missing, normal
from disclosure.audit.fetch.judge import judge
from disclosure.audit.fetch.reading import read
from disclosure.audit.fetch.sighting import Hop, Sighting
from disclosure.audit.fetch.written import location, request

HOST = "http://www.example.gov.cn"


@pytest.mark.parametrize(
    ("written", "url", "reason"),
    [
        ("http://WWW.Example.GOV.cn/A/b.html#x", f"{HOST}/A/b.html", ""),
        (" http://www.example.gov.cn/a\u3000", f"{HOST}/a", ""),
        (f"{HOST}:80/a", f"{HOST}/a", ""),
        (f"{HOST}:/a", f"{HOST}/a", ""),
        (f"{HOST}/a b", f"{HOST}/a%20b", ""),
        (f"{HOST}/通知.html", f"{HOST}/%E9%80%9A%E7%9F%A5.html", ""),
        (f"{HOST}/%CD%A8%D6%AA", f"{HOST}/%CD%A8%D6%AA", ""),
        (f"{HOST}/100%", f"{HOST}/100%25", ""),
        (f"{HOST}/x/../a/./b", f"{HOST}/a/b", ""),
        (f"{HOST}?a=1", f"{HOST}/?a=1", ""),
        ("https://司法局.example.cn/", "https://xn--7ovw8xtph.example.cn/", ""),
        ("http://[::1]:8000/a", "http://[::1]:8000/a", ""),
        (f"{HOST}\\a\\b", f"{HOST}/a/b", "odd-form"),
        (f"{HOST}/a\n/b", f"{HOST}/a/b", "odd-form"),
        ("weixin://dl", "", "odd-form"),
        ("ftp://a.example/x", "", "odd-form"),
        ("www.example.gov.cn/a", "", "malformed"),
        ("www.example.gov.cn:8080/a", "", "malformed"),
        ("http:/www.example.gov.cn", "", "malformed"),
        ("http://", "", "malformed"),
        ("http://a b/", "", "malformed"),
        ("http://a.example:99999/", "", "malformed"),
        ("http://[::1/", "", "malformed"),
        ("D:\\a.doc", "", "leak"),
        ("JavaScript:void(0)", "", "leak"),
        ("data:text/plain,x", "", ""),
        ("mailto:a@example.gov.cn?subject=x", "", ""),
        ("tel:+86-0393-12348", "", ""),
    ],
)
def test_addresses_as_written(written: str, url: str, reason: str) -> None:
    wanted = request(written)
    if "司法局" in written:
        assert wanted.url.startswith("https://xn--") and wanted.url.isascii()
    else:
        assert wanted.url == url
    assert wanted.reason == reason
    assert bool(wanted.note) >= bool(reason)


def test_a_link_is_resolved_against_its_page() -> None:
    page = f"{HOST}/a/b.html"
    assert request("../c.html", page).url == f"{HOST}/c.html"
    assert request("?q=1", page).url == f"{HOST}/a/b.html?q=1"
    assert request("//x.example/", page).url == "http://x.example/"
    assert request("#part", page) == (page, "part", "", "")
    assert request("?q=通", page, "gb18030").url.endswith("?q=%CD%A8")
    assert location("/\udcb5\udcda") == "/%B5%DA" and location("/第") == "/第"


@given(st.text(max_size=60), st.sampled_from(["", f"{HOST}/a/b.html"]))
def test_no_address_upsets_it(text: str, base: str) -> None:
    for written in (text, "http://" + text, f"{HOST}/{text}"):
        wanted = request(written, base)
        assert wanted.url.isascii() and not set(wanted.url) & set(" \n\\#")
        assert wanted.url or wanted.reason or not wanted.note


@given(st.text(min_size=1, max_size=300))
def test_text_is_read_back_whatever_it_was_written_in(text: str) -> None:
    body = "<p>" + "政务公开，依法行政。" * 4 + text.replace("\r", "").replace("\0", "")
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        data = body.encode(encoding, "replace")
        assert decode(data)[0].lstrip("\ufeff") == data.decode(encoding).lstrip("\ufeff")


@given(st.binary(max_size=400))
def test_no_page_upsets_it(data: bytes) -> None:
    page = read(data, "text/html", anchors=True)
    phrases.signs(page)
    page_links(data, "", f"{HOST}/")


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 400_000, b"<b><p>" * 100_000, b"<script>" + b"function f(){location='/a'};" * 20_000,
        ("<title>" + "404页面" * 9 + "页" * 40_000 + "x").encode(), b"<p>" + b"cannot" * 100 + b"x",
    ],
)  # fmt: skip
def test_no_page_takes_for_ever(data: bytes) -> None:
    started = time.process_time()
    phrases.signs(read(data, "text/html; charset=utf-8"))
    assert time.process_time() - started < 5


def test_a_long_page_without_end_tags_is_read_to_its_end() -> None:
    data = "<p>甲<br>".encode() * 20_000 + "<p>附件在最后".encode()
    assert "附件在最后" in read(data).text


@pytest.mark.parametrize(
    ("expected", "text", "there"),
    [
        ("示司〔2020〕50号", "示司[2020]50号", True),
        ("示司〔2020〕50号", "示 司〔２０２０〕 ５０ 号", True),
        ("示司〔2020〕50号", "示司〔2020〕150号", False),
        ("50号", "第150号", False),
        ("50号", "第50号", True),
        ("《办法》（试行）", "办法(试行)", True),
        ("行政 执法", "执法与行政", True),
        ("行政 复议", "执法与行政", False),
        ("ABC", "a b c", True),
    ],
)
def test_what_counts_of_words(expected: str, text: str, there: bool) -> None:
    assert appears(expected, normal(text)) is there
    assert (missing(Expectation((expected,)), text) == "") is there


def test_an_expectation_is_a_hash_or_words() -> None:
    assert expectation("A" * 64) == Expectation((), "a" * 64)
    assert expectation("sha256:" + "0" * 64).sha256 == "0" * 64
    assert not expectation("  ") and not expectation("——")
    assert missing(Expectation(("甲", "乙")), "有乙") == ""


def test_robots_txt_as_engines_take_it() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Baiduspider\nUser-agent: bingbot\nAllow: /\n"
    assert kept_away(text, "/a") == ("搜狗", "360搜索", "谷歌")
    assert kept_away("User-agent: GPTBot\nDisallow: /", "/a") == ()
    assert kept_away("User-agent: *\nDisallow:\n", "/a") == ()
    assert kept_away("User-agent: *\nDisallow: /*?id=\n", "/a?id=3") != ()


def test_lists() -> None:
    rows = read_list("\ufeffname,URL,expect\n甲,http://a.example/,词\n,,\n乙,,x\n", "x.csv")
    assert [(one.written, one.expect.any_of, one.parents) for one in rows] == [
        ("http://a.example/", ("词",), ("x.csv:2",))
    ]
    rows = read_list("# 说明\n\nhttp://a.example/,b\nhttp://b.example/\t词\n", "x.txt")
    assert [one.written for one in rows] == ["http://a.example/,b", "http://b.example/"]
    assert rows[1].expect.any_of == ("词",) and rows[1].parents == ("x.txt:4",)
    rows = read_list("http://a.example/,词\nhttp://a.example/,词\n", "x.csv")
    assert [one.parents for one in rows] == [("x.csv:1", "x.csv:2")]


def test_a_private_address_is_a_leak_only_on_a_public_page() -> None:
    data = b'<a href="http://192.168.1.9/a">x</a><a href="b.html#c">y</a><a href="tel:1">z</a>'
    found = {one.written: one.request.reason for one in page_links(data, "", f"{HOST}/a/")}
    assert found == {f"{HOST}/a/": "", "http://192.168.1.9/a": "leak", "b.html#c": "", "tel:1": "contact-syntax"}  # fmt: skip
    inside = page_links(data, "", "http://127.0.0.1:8000/a/")
    assert [one.request.reason for one in inside] == ["", "", "", "contact-syntax"]
    assert inside[2].url == "http://127.0.0.1:8000/a/b.html#c"
    assert asked("http://10.0.0.1/").request.reason == ""
    assert asked("http://10.0.0.1/", public=True).request.reason == "leak"


@pytest.mark.parametrize(
    "code",
    [
        "function go(){location.href='/x'}",
        "if(/mobile/.test(navigator.userAgent))location.href='/m/'",
        "// location.href='/x'",
        "var u = location.href == '/x'",
        "location.href='/x?'+id",
        "my.location='/x'",
    ],
)
def test_scripts_that_lead_nowhere_by_themselves(code: str) -> None:
    assert read(f"<p>短</p><script>{code}</script>".encode()).hop == ""


@pytest.mark.parametrize(
    "code",
    [
        "window.location.href = '/x';",
        "top.location='/x'",
        'setTimeout(function(){self.location.replace("/x")}, 1000)',
        "function go(){location='/x'} window.onload=go",
    ],
)
def test_scripts_that_lead_on(code: str) -> None:
    assert read(f"<p>短</p><script>{code}</script>".encode()).hop == "/x"


def test_a_section_that_got_its_own_host_is_no_redirect_home() -> None:
    seen = Sighting(f"{HOST}/sfj/", status=200, size=9, sha256="x")
    seen.hops = [Hop(seen.url, 301, ""), Hop("https://sfj.example.gov.cn/", 200, "301")]
    seen.page = read("<title>司法局</title><p>要闻与公告，依法行政。".encode())
    assert judge(seen, asked(seen.url)) == []
    seen.hops[1] = Hop("https://www.other.gov.cn/", 200, "301")
    assert [sign.code for sign in judge(seen, asked(seen.url))] == ["redirect-home"]


def test_the_same_page_under_two_names() -> None:
    assert same_page(f"{HOST}/a/", "https://example.gov.cn/a/index.html")
    assert not same_page(f"{HOST}/a/?id=1", f"{HOST}/a/?id=2")
