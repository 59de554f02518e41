"""`disclosure audit tree`: every attribute, every form, and no false alarm."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest_audit import docx, page, pdf, write

from disclosure.audit.gate import dead_links
from disclosure.audit.observe import reading as observed
from disclosure.audit.observe.page import parse
from disclosure.audit.observe.tree import UNSETTLED, read_tree
from disclosure.cli import main

Audit = Callable[..., tuple[int, list[dict[str, Any]]]]


def html(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>t</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="no.html">x</a>',
        "<a href=no.html>x</a>",
        '<a HREF="no.html">x</a>',
        '<map><area href="no.html"></map>',
        '<img src="no.html" alt="">',
        '<img srcset="no.html 2x" alt="">',
        '<source srcset="no.html">',
        '<video poster="no.html"></video>',
        '<object data="no.html"></object>',
        '<iframe src="no.html"></iframe>',
        '<script src="no.html"></script>',
        '<form action="no.html"><button>x</button></form>',
        '<button formaction="no.html">x</button>',
        '<p style="background:url(no.html)">x</p>',
        "<style>@import 'no.html';</style>x",
        '<svg><use xlink:href="no.html"/></svg>',
        '<svg><image href="no.html"/></svg>',
        '<noscript><a href="no.html">x</a></noscript>',
        '<blockquote cite="no.html">x</blockquote>',
    ],
)
def test_every_place_of_an_address_is_read(audit_tree: Audit, markup: str) -> None:
    code, rows = audit_tree({"index.html": html(markup + "x"), "sub/index.html": html("x")})
    (row,) = [row for row in rows if row["reason"] == "dead-link"]
    assert code == 1
    assert row["url"] == f"{UNSETTLED}no.html" and row["href"] == "no.html"
    assert row["verdict"] == "broken" and row["parents"] == [UNSETTLED]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="no.css">',
        '<link rel="icon" href="no.ico">',
        '<link rel="preload" imagesrcset="no.png 1x" href="/">',
        '<meta http-equiv="Refresh" content="0; url=no.html">',
    ],
)
def test_head(audit_tree: Audit, head: str) -> None:
    code, rows = audit_tree({"index.html": html("x", head)})
    assert code == 1 and [row["reason"] for row in rows] == ["dead-link"]


@pytest.mark.parametrize(
    "body",
    [
        '<!-- <a href="no.html">x</a> -->x',
        "<script>var a = '<a href=\"no.html\">'</script>x",
        '<textarea><a href="no.html">x</a></textarea>',
        '<a href="#">x</a> <a href="#top">x</a> <a href="">x</a> <a href>x</a>',
        '<a href="sub">x</a> <a href="sub/index.html">x</a> <a href="sub/?q=1">x</a>',
        '<a href="sub/#%E6%96%87">x</a> <a href="sub/#文">x</a> <a href="sub/#old">x</a>',
        '<a href="a.pdf#page=3">x</a> <a href="https://x.example/">x</a>',
        '<a href="mailto:a@b.example">x</a> <a href="tel:12345">x</a>',
        '<link rel="preconnect" href="https://x.example">x',
        '<svg><rect fill="url(#g)"/></svg>x',
        '<a href="&#115;ub/">x</a> <a href="%73ub/">x</a>',
    ],
)
def test_no_false_alarm(audit_tree: Audit, body: str) -> None:
    code, rows = audit_tree(
        {
            "index.html": html(body + '<a href="sub/">x</a>'),
            "sub/index.html": html('<h2 id="文">x</h2><a name="old">y</a>'),
            "a.pdf": pdf(),
        }
    )
    assert [row for row in rows if row["verdict"] != "unchecked"] == []
    assert code == 0


def test_case_and_fragment_say_what_comes_nearest(audit_tree: Audit) -> None:
    body = '<a href="Sub/">x</a><a href="sub/#Intro">x</a><a href="sub/">x</a>'
    _, rows = audit_tree(
        {"index.html": html(body), "sub/index.html": html('<h2 id="intro">x</h2>')}
    )
    found = {row["reason"]: row["evidence"] for row in rows}
    assert "sub/index.html" in found["case-mismatch"] and "intro" in found["dead-fragment"]


def test_base_changes_where_links_start(audit_tree: Audit) -> None:
    files = {
        "index.html": html('<a href="a/">x</a><a href="b/">x</a>'),
        "a/index.html": html('<a href="c.html">x</a><a href="#x">x</a>', '<base href="../b/">'),
        "b/index.html": html("b"),
        "b/c.html": html("c"),
    }
    _, rows = audit_tree(files)
    assert [(row["reason"], row["url"]) for row in rows] == [("dead-fragment", UNSETTLED + "b/#x")]


def test_parents_are_every_page_that_carries_the_link(audit_tree: Audit) -> None:
    files: dict[str, str] = {f"p{n}/index.html": html('<a href="../no/">x</a>') for n in range(7)}
    files["index.html"] = html("".join(f'<a href="p{n}/">x</a>' for n in range(7)))
    files["assets/a.css"] = "a{b:url(../no/)}"
    _, rows = audit_tree(files)
    (row,) = rows
    assert row["parents"] == [
        UNSETTLED + "assets/a.css", *(f"{UNSETTLED}p{n}/" for n in range(7))
    ]  # fmt: skip


def test_gbk_and_utf16_pages_are_read(audit_tree: Audit) -> None:
    page = html('<p>中文</p><a href="没有.html">x</a>', '<meta charset="gb2312">')
    files = {
        "index.html": html('<a href="g.html">x</a><a href="u.html">x</a>'),
        "g.html": page.encode("gbk"),
        "u.html": page.encode("utf-16"),
    }
    _, rows = audit_tree(files)
    (row,) = rows
    assert row["href"] == "没有.html" and len(row["parents"]) == 2


def test_the_base_is_read_from_canonical_and_absolute_links_lead_inside(audit_tree: Audit) -> None:
    base = "https://bureau.example/column/"
    canonical = f'<link rel="canonical" href="{base}">'
    body = f'<a href="{base}no/">x</a><a href="/column/no2/">x</a><a href="/page/">x</a>'
    files = {"index.html": html(body + '<a href="page/">x</a>', canonical),
             "page/index.html": html("x", canonical.replace(base, base + "page/"))}  # fmt: skip
    _, rows = audit_tree(files)
    found = {row["href"]: row["reason"] for row in rows}
    assert found == {f"{base}no/": "dead-link", "/column/no2/": "dead-link", "/page/": "base-path"}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"", "damaged-file"),
        ("a.pdf", b"<html><body>404</body></html>", "wrong-type"),
        ("a.pdf", pdf()[:60], "damaged-file"),
        ("a.pdf", pdf()[:60] + b"\nstartxref\n9999\n%%EOF", "damaged-file"),
        ("a.docx", docx()[: len(docx()) // 2], "damaged-file"),
        ("a.docx", docx().replace(b"word/", b"ward/"), "damaged-file"),
        ("a.xlsx", docx(), "damaged-file"),
        ("a.docx", pdf(), "wrong-type"),
        ("a.doc", docx(), "wrong-type"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "damaged-file"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "wrong-type"),
        ("a.csv", b"", "damaged-file"),
    ],
)
def test_files_that_are_not_what_they_claim(
    audit_tree: Audit, name: str, data: bytes, reason: str
) -> None:
    code, rows = audit_tree({"index.html": html(f'<a href="{name}">x</a>'), name: data})
    assert code == 1 and [row["reason"] for row in rows] == [reason]
    assert rows[0]["parents"] == [UNSETTLED]


def test_empty_pages_repeated_ids_strays(audit_tree: Audit) -> None:
    files = {
        "index.html": html('<a href="empty.html">x</a><i id="a"></i><b id="a"></b>'),
        "empty.html": html("<main><nav>x</nav><script>1</script></main>"),
        "alone.html": html("x"),
        "404.html": html("x"),
        "moved.html": html("", '<meta http-equiv="refresh" content="0;url=./">'),
    }
    code, rows = audit_tree(files)
    assert code == 1
    assert {(row["reason"], row["url"].removeprefix(UNSETTLED)) for row in rows} == {
        ("empty-page", "empty.html"), ("duplicate-id", "#a"), ("stray", "alone.html"),
        ("stray", "moved.html"),
    }  # fmt: skip


def test_a_robots_denial_of_home_is_not_trusted(audit_tree: Audit) -> None:
    code, _ = audit_tree({"index.html": html("x"), "robots.txt": "User-agent: *\nDisallow: /\n"})
    assert code == 3


def test_no_pages_no_folder(audit_tree: Audit, tmp_path: Path) -> None:
    assert audit_tree({"a.txt": "x"})[0] == 3
    assert main(["audit", "tree", str(tmp_path / "nowhere")]) == 64


def test_json_on_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "t", {"index.html": html('<a href="no/">x</a>')})
    arguments = ["audit", "tree", str(tmp_path / "t"), "--json", "-"]
    monkeypatch.setattr("sys.argv", ["disclosure", *arguments])
    assert main(arguments) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"ok": 0, "broken": 1, "blocked": 0, "suspect": 0, "unchecked": 0}
    assert set(report["results"][0]) >= {"url", "href", "verdict", "reason", "evidence", "parents"}


def test_two_processes_see_what_one_sees(
    site: tuple[Path, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = read_tree(site[0])
    monkeypatch.setattr(observed, "_ALONE", 5)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    two = read_tree(site[0])
    assert one.documents == two.documents and one.total == two.total

    def plain(links: Any) -> dict[Any, dict[str, list[int]]]:
        return {
            link: {href: sorted(users) for href, users in ways.items()}
            for link, ways in links.items()
        }

    assert plain(one.links) == plain(two.links) and plain(one.resources) == plain(two.resources)


def test_dead_links_are_told_to_the_build(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": page("", "t", '<a href="no/">x</a><a href="#no">x</a>')})
    dead = dead_links(tmp_path, "https://small.example/column/")
    assert len(dead) == 3 and any("no/" in line for line in dead)  # the style sheet too


def test_a_page_is_parsed_as_a_browser_does() -> None:
    seen = parse(b"<title> a\n b </title><p>x<a href='a&amp;b'>y<a name=n id=i>")
    assert seen.title == "a b" and seen.links == ["a&b"]
    assert (seen.ids, seen.names) == (["i"], ["n"])
