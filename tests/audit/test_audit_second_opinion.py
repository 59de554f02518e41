"""LinkChecker as a second opinion: each of its traps, on the real program where it can be."""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest_audit import BASE, page, small, write

from disclosure.audit.compare import compare
from disclosure.audit.observe import second_opinion
from disclosure.audit.observe.second_opinion import Opinion, Said, ask, parse_rows
from disclosure.audit.observe.serve import served
from disclosure.audit.observe.tree import Question, Tree, read_tree

COLUMNS = (
    "urlname;parentname;base;result;warningstring;infostring;valid;url;line;column;name;"
    "dltime;size;checktime;cached;level;modified\n"
)
CLOSING = "# Stopped checking at 2020-01-01 00:00:00+000 (1 seconds)\n"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tree, Opinion, float]]:
    """One real run on a site with every trap that can be set on disk."""
    root = tmp_path_factory.mktemp("trapped")
    small(root)
    gbk = "".join(f"%{byte:02X}" for byte in "文件".encode("gbk"))
    write(
        root,
        {
            "robots.txt": "User-agent: *\nDisallow: /\n",
            **{f"more/{n}/index.html": page(f"more/{n}/", "更多", "x") for n in range(100)},
            "hidden/index.html": page("hidden/", "无人链接", '<a href="../nothing/">x</a>'),
            "文/index.html": page("文/", "中文路径", '<a href="../items/">x</a>'),
            "coded.html": (
                '<html><head><meta charset="gbk"><title>编码</title></head><body>'
                f'<a href="文/">中文</a><a href="{gbk}/">x</a></body></html>'
            ).encode("gbk"),
        },
    )
    tree = read_tree(root, Question(BASE))
    started = time.monotonic()
    opinion = ask(tree, [address for address in tree.pages if address != "404.html"])
    yield tree, opinion, time.monotonic() - started


def said(opinion: Opinion, address: str) -> set[Said]:
    return {row.said for row in opinion.rows if row.url == opinion.base + address}


def test_it_runs_to_the_end_and_is_not_throttled(asked: tuple[Tree, Opinion, float]) -> None:
    """With its usual pauses (0.35 seconds on average) it would take twice as long at least."""
    tree, opinion, seconds = asked
    assert opinion.finished and not opinion.complaint
    requests = len({row.url for row in opinion.rows if row.said is not Said.NOTHING})
    assert requests > 130 and seconds < 0.17 * requests
    assert set(opinion.asked) == set(tree.pages) - {"404.html"}


def test_a_page_that_nothing_links_to_is_seen(asked: tuple[Tree, Opinion, float]) -> None:
    assert said(asked[1], "hidden/") == {Said.OK}
    assert said(asked[1], "nothing/") == {Said.BROKEN}


def test_robots_denial_does_not_blind_it(asked: tuple[Tree, Opinion, float]) -> None:
    """robots.txt denies everything here, and still every page has a real answer."""
    for address in asked[1].asked:
        assert Said.NOTHING not in said(asked[1], address)


def test_both_agree_even_on_a_dead_link_and_on_chinese_paths(
    asked: tuple[Tree, Opinion, float],
) -> None:
    tree, opinion, _ = asked
    assert list(compare(tree, opinion)) == []
    assert said(opinion, "%E6%96%87/") == {Said.OK}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root becomes nobody")
def test_as_root_it_still_reports(asked: tuple[Tree, Opinion, float]) -> None:
    """It became nobody and could not have written a file; standard output came all the same."""
    assert asked[1].finished and asked[1].rows


def test_its_words_do_not_follow_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    write(tmp_path, {"index.html": "<title>x</title><a href='no/'>x</a>"})
    opinion = ask(read_tree(tmp_path, Question("https://a.example/")), [""])
    assert opinion.finished
    assert [row.result for row in opinion.rows if row.valid] == ["200 OK"]


def test_large_sites_are_sampled_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_opinion, "FULL", 5)
    monkeypatch.setattr(second_opinion, "SAMPLE", 2)
    started: list[str] = []

    def run(starts: str) -> tuple[str, str]:
        started.extend(starts.splitlines())
        return "", "stopped"

    monkeypatch.setattr(second_opinion, "_run", run)
    small(tmp_path)
    tree = read_tree(tmp_path, Question(BASE))
    opinion = ask(tree, list(tree.pages))
    assert len(started) == 2 and opinion.sampled_from == len(tree.pages)
    assert not opinion.finished and opinion.complaint == "stopped"


ROWS = {
    "plain": ("a/;;;200 OK;;;True;{}a/;;0;1;0;0;0;", Said.OK),
    "dead": ("a/;;;404 Not Found;;;False;{}a/;;0;1;0;0;0;", Said.BROKEN),
    "robots": (
        "a/;;;syntax OK;;Access denied by robots.txt, checked only syntax.;True;{}a/;;0;1",
        Said.NOTHING,
    ),
    "rate": (
        "a/;;;429 Too Many Requests;Rate limited (Retry-After: None);;True;{}a/;3;9;;0;1;0;0;0;",
        Said.NOTHING,
    ),
    "anchor": (
        "a/#x;{}p/;;200 OK;\"Anchor `x' (decoded: `x') not found.\nAvailable anchors: -.\";;True;"
        "{}a/#x;3;9;name;0;1;0;0;0;",
        Said.BROKEN,
    ),
    "gbk": ("%CE%C4/;;;404 Not Found;;;False;{}%CE%C4/;;0;1;0;0;0;", Said.NOTHING),
    "foreign": ("https://x.example/;;;filtered;;;True;https://x.example/;1;2;;0;1", Said.NOTHING),
}


@pytest.mark.parametrize("name", ROWS)
def test_what_a_row_is_worth(name: str) -> None:
    text, expected = ROWS[name]
    text = COLUMNS + text.replace("{}", "http://127.0.0.1:1/") + "\n" + CLOSING
    rows, finished = parse_rows("# created by LinkChecker; see # its pages\n" + text)
    assert finished and [row.said for row in rows] == [expected]


def test_a_run_counts_only_with_its_closing_line() -> None:
    """Its exit code mixes warnings with errors and is not asked."""
    text = COLUMNS + ROWS["plain"][0].format("http://h/") + "\n"
    assert parse_rows(text)[1] is False and parse_rows("")[1] is False
    assert parse_rows(text + CLOSING)[1] is True


def opinion_of(tree: Tree, text: str) -> Opinion:
    rows, finished = parse_rows(text)
    return Opinion("http://127.0.0.1:1/", ("",), rows, finished)


def test_differences_are_findings(tmp_path: Path) -> None:
    body = '<a href="a/">x</a><a href="no/">x</a>'
    write(tmp_path, {"index.html": body, "a/index.html": "a", "b/index.html": "b"})
    tree = read_tree(tmp_path, Question("https://x.example/"))
    host = "http://127.0.0.1:1/"
    said_so = "".join(
        f"{address};{parent};;{result};;;{valid};{host}{address};1\n"
        for address, parent, result, valid in (
            ("", "", "200 OK", True),
            ("a/", host, "404 Not Found", False),
            ("no/", host, "200 OK", True),
            ("b/", host, "200 OK", True),
        )
    )
    found = {one.url: one for one in compare(tree, opinion_of(tree, said_so))}
    assert {one.code for one in found.values()} == {"disagreement"}
    assert set(found) == {f"https://x.example/{one}" for one in ("a/", "no/", "b/")}
    silent = list(compare(tree, opinion_of(tree, "")))
    assert [(one.code, one.url) for one in silent] == [("not-observed", "https://x.example/")]


def test_the_server_is_a_plain_web_server(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a/index.html": "a", "a/b.pdf": b"%PDF", "404.html": "missing", "文.txt": "x"},
    )
    tree = read_tree(tmp_path, Question("https://x.example/column/"))

    def get(path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(base + path, timeout=5) as answer:
                assert answer.headers["LinkChecker"]
                return answer.status, answer.headers["Content-Type"]
        except urllib.error.HTTPError as error:
            with error:
                assert error.read() == b"missing"
                return error.code, error.headers["Content-Type"]

    with served(tmp_path, tree.files, "/column/") as base:
        assert base.endswith("/column/")
        assert get("a/")[0] == 200 and get("a")[0] == 200  # after a redirect
        assert get("a/b.pdf") == (200, "application/pdf")
        assert get("%E6%96%87.txt")[0] == 200
        for path in ("A/", "a/../../x", "%2e%2e/%2e%2e/etc/passwd", "a/c.pdf", "", "%CE%C4/"):
            assert get(path)[0] == 404, path
