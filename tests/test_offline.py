"""The offline tree: every internal href names a file, and nothing else differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.cli import main
from disclosure.pages.offline import to_file, to_files

ROOT = Path(__file__).resolve().parent.parent

HREFS = [
    ("../../indicators/n001/", "../../indicators/n001/index.html"),
    ("../../indicators/n001/#material-1", "../../indicators/n001/index.html#material-1"),
    ("search/?q=%E6%B8%85%E5%8D%95", "search/index.html?q=%E6%B8%85%E5%8D%95"),
    ("./", "./index.html"),
    (".", "./index.html"),
    ("..", "../index.html"),
    ("../..", "../../index.html"),
    ("../files/plan-2020/plan.pdf", "../files/plan-2020/plan.pdf"),
    ("#main", "#main"),
    ("?chapter=1", "?chapter=1"),
    ("https://www.example.org/", "https://www.example.org/"),
    ("//www.example.org/", "//www.example.org/"),
    ("mailto:contact@disclosure.example", "mailto:contact@disclosure.example"),
]


@pytest.mark.parametrize(("href", "expected"), HREFS)
def test_a_href_names_the_file(href: str, expected: str) -> None:
    assert to_file(href) == expected
    assert to_file(expected) == expected


def test_prose_keeps_all_but_its_links() -> None:
    html = (
        '<p>见<a href="../n001/">这里</a>和<a href="https://www.example.org/">那里</a>&lt;b&gt;</p>'
    )
    assert to_files(html) == html.replace('"../n001/"', '"../n001/index.html"')


def hrefs(path: Path) -> list[str]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    found = [node.attributes.get("href") or "" for node in tree.css("[href]")]
    return found + [node.attributes.get("action") or "" for node in tree.css("form")]


def test_the_whole_tree_opens_from_a_disk(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = tiny / "texts" / "register-2021.md"
    text.write_text("见[指标](../../indicators/n001/)。\n", encoding="utf-8")
    common = ["--data", str(tiny), "--today", "2021-07-01"]
    assert main(["build", *common, "--site", str(tmp_path / "public")]) == 0
    assert main(["build", *common, "--offline", "--site", str(tmp_path / "disk")]) == 0
    pages = sorted((tmp_path / "disk").rglob("index.html"))
    assert len(pages) > 30
    for page in pages:
        public = tmp_path / "public" / page.relative_to(tmp_path / "disk")
        assert hrefs(page) == [to_file(href) for href in hrefs(public)], page
        for href in hrefs(page):
            if "://" not in href and not href.startswith(("#", "mailto:", "tel:")):
                assert (page.parent / href.partition("#")[0].partition("?")[0]).is_file(), href
