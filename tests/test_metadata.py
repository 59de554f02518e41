"""The heads of pages: tags of 国办发〔2017〕47号, JSON-LD, true dates; nothing is made up."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from disclosure.atlas import atlas
from disclosure.cli import main
from disclosure.dates import PartialDate
from disclosure.model import Catalogue
from disclosure.pages.metadata import Heads
from disclosure.pages.page import Page
from disclosure.pages.plan import plan
from disclosure.publication import Publication
from disclosure.vocabulary import ColumnType
from planting import TODAY

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://tiny.example/"
COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
HOSTILE = "</script><!--<script>alert(1)</script>\"'&\\\u2028\r\n]]>"


def heads(catalogue: Catalogue) -> dict[str, tuple[Page, LexborHTMLParser]]:
    """Every page of the plan with its head, by address."""
    make = Heads(catalogue.bureau, catalogue)
    return {
        page.address: (page, LexborHTMLParser(f"<head>{make.of(page)}</head>"))
        for page in plan(catalogue, TODAY)
    }


@pytest.fixture(scope="module")
def tiny_heads(catalogue: Catalogue) -> dict[str, tuple[Page, LexborHTMLParser]]:
    return heads(catalogue)


def tags(tree: LexborHTMLParser) -> dict[str, str]:
    named = [node.attributes for node in tree.css("head meta[name]")]
    found = [(one["name"], one["content"] or "") for one in named]
    assert len(dict(found)) == len(found), "a tag stands twice"
    return {str(name): content for name, content in found}


def graph(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    (script,) = tree.css("script")
    assert script.attributes == {"type": "application/ld+json"}
    whole = json.loads(script.text())
    assert whole["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = whole["@graph"]
    return nodes


def test_column_and_content_pages_have_their_tags(
    tiny_heads: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    types = {one.value for one in ColumnType}
    for page, tree in tiny_heads.values():
        found = tags(tree)
        assert all(found.values()), page.address
        assert found["ColumnType"] in types
        if page.kind in ("item", "entry"):
            assert {"ColumnName", "ArticleTitle", "ContentSource", "Keywords"} <= set(found)
            assert not {"ColumnDescription", "ColumnKeywords"} & set(found)
            assert found["Url"] == BASE + page.address
        else:
            assert list(found) == COLUMN, page.address
            assert found["ColumnDescription"] == page.description
            assert "," in found["ColumnKeywords"]
    assert tags(tiny_heads[""][1])["ColumnName"] == "首页"


def test_a_document(tiny_heads: dict[str, tuple[Page, LexborHTMLParser]]) -> None:
    assert tags(tiny_heads["items/notice-2020/"][1]) == {
        "ColumnName": "工作方案",
        "ColumnType": "政策文件",
        "ArticleTitle": '关于印发“年度安排”的通知 <b>&"1"',
        "PubDate": "2020-03-05 00:00",
        "ContentSource": "示例市司法局",
        "Keywords": "安排,计划",
        "Url": f"{BASE}items/notice-2020/",
    }


def test_what_the_data_do_not_know_is_left_out(catalogue: Catalogue) -> None:
    law = tags(heads(catalogue)["items/law-a-2019/"][1])  # issued, but not known when published
    assert "PubDate" not in law and law["ContentSource"] == "示例机关"
    month = PartialDate.parse("2020-03")
    items = tuple(
        one.model_copy(update={"published": month, "issuer": ""}) for one in catalogue.items
    )
    for page, tree in heads(replace(catalogue, items=items)).values():
        if page.kind == "item":
            assert not {"PubDate", "ContentSource"} & set(tags(tree))
            (about,) = [node for node in graph(tree) if node.get("url") == BASE + page.address]
            assert about["datePublished"] == "2020-03"


def test_an_entry_is_published_with_the_edition_that_holds_it(catalogue: Catalogue) -> None:
    known = Publication(catalogue)
    old, new = catalogue.versions("approvals", "licence-a")
    (ended,) = catalogue.versions("approvals", "licence-b")
    assert known.published(old) is None and known.published(ended) is None
    assert known.published(new) == dt.date(2021, 3, 2)
    unconfirmed = new.model_copy(update={"confirmed": False})
    assert known.published(unconfirmed) is None
    assert known.source(new) == catalogue.bureau.name
    assert known.source(unconfirmed) == catalogue.bureau.site_name


def test_a_decision_without_its_own_day_has_none(catalogue: Catalogue) -> None:
    for one in catalogue.latest("decisions"):
        assert Publication(catalogue).published(one.model_copy(update={"published": None})) is None


def test_statements_match_their_pages(
    tiny_heads: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    for address, (page, tree) in tiny_heads.items():
        publisher, *rest = graph(tree)
        assert publisher["@type"] == "GovernmentOrganization"
        assert publisher["@id"] == rest[-1]["publisher"]["@id"]
        assert rest[-1]["url"] == BASE + address
        assert rest[-1]["name"] in page.title
        if not page.crumbs:
            continue
        steps = rest[0]["itemListElement"]
        assert [one["position"] for one in steps] == list(range(1, len(page.crumbs) + 2))
        assert [one["item"] for one in steps] == [
            BASE + one for one in (*(where for _, where in page.crumbs), address)
        ]
        for step in steps:
            assert step["item"].removeprefix(BASE).partition("#")[0] in tiny_heads


@pytest.mark.parametrize(
    ("address", "sort"),
    [
        ("", "WebSite"),
        ("items/", "CollectionPage"),
        ("guide/", "WebPage"),
        ("items/law-a-2019/", "Legislation"),
        ("items/notice-2020/", "DigitalDocument"),
        ("registers/approvals/", "Dataset"),
        ("registers/approvals/licence-a/", "DigitalDocument"),
    ],
)
def test_types(
    tiny_heads: dict[str, tuple[Page, LexborHTMLParser]], address: str, sort: str
) -> None:
    assert graph(tiny_heads[address][1])[-1]["@type"] == sort


def test_a_law_says_whether_it_is_in_force(
    tiny_heads: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    law = graph(tiny_heads["items/law-a-2019/"][1])[-1]
    assert law["legislationLegalForce"] == "https://schema.org/InForce"
    assert law["legislationDate"] == "2019-04-23" and "datePublished" not in law
    amended = graph(tiny_heads["items/law-a-2015/"][1])[-1]
    assert "legislationLegalForce" not in amended and amended["legislationDate"] == "2015"


def test_a_register_lists_its_files_only_if_it_has_any(
    tiny_heads: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    files = graph(tiny_heads["registers/approvals/"][1])[-1]["distribution"]
    assert [one["contentUrl"].rpartition(".")[2] for one in files] == ["xlsx", "csv", "json"]
    assert "distribution" not in graph(tiny_heads["registers/powers/"][1])[-1]


@given(text=st.text())
def test_no_text_leaves_its_place(catalogue: Catalogue, text: str) -> None:
    title = text + HOSTILE
    update = {"title": title, "issuer": title, "number": title, "keywords": (title,)}
    item = catalogue.items[-1].model_copy(update=update)
    page = next(p for p in plan(catalogue, TODAY) if p.subject == catalogue.items[-1])
    page = page._replace(subject=item, title=title, description=title)
    html = Heads(catalogue.bureau, catalogue).of(page)
    tree = LexborHTMLParser(f"<head>{html}</head><body><p>end</p></body>")
    assert len(tree.css("script")) == 1 and not tree.css("b")
    assert tree.css_first("body").text() == "end"
    assert graph(tree)[-1]["name"] == title


def test_dates_are_those_of_the_things_themselves(catalogue: Catalogue) -> None:
    pages = {page.address: page for page in plan(catalogue, TODAY)}
    assert pages["items/notice-2020/"].lastmod == dt.date(2020, 3, 5)
    assert pages["items/law-a-2015/"].lastmod == dt.date(2019, 4, 23)  # since then superseded
    assert pages["registers/approvals/licence-b/"].lastmod == dt.date(2021, 1, 1)  # cancelled
    assert pages["registers/approvals/"].lastmod == dt.date(2021, 3, 2)
    assert pages["items/kinds/work-plan/"].lastmod == dt.date(2020, 3, 5)
    revised = catalogue.bureau.revised
    assert pages[""].lastmod == revised
    assert max(page.lastmod for page in pages.values()) == revised
    assert pages["registers/powers/"].lastmod == revised  # nothing is known of it


def test_rows_that_are_not_confirmed_bear_the_day_of_the_revision(real: Catalogue) -> None:
    known = Publication(real)
    for rows in real.entries.values():
        for one in rows:
            assert one.confirmed or known.changed(one) == real.bureau.revised


def test_nothing_is_newer_than_the_data(real: Catalogue) -> None:
    days = Counter(page.lastmod for page in plan(real, TODAY))
    assert max(days) == real.bureau.revised and len(days) > 50


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("built") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        data = ["--data", "tests/tiny", "--today", str(TODAY)]
        assert main(["build", *data, "--site", str(target)]) == 0
    return target


def test_every_built_page_has_one_head(built: Path, catalogue: Catalogue) -> None:
    """Poured, made by MkDocs or written by hand: all alike."""
    titles, descriptions = set(), set()
    for one in atlas(catalogue):
        tree = LexborHTMLParser((built / one.address / "index.html").read_bytes())
        found = tags(tree)
        assert found["SiteName"] == "示例市司法局公开专栏"
        assert found["SiteDomain"] == "tiny.example" and found["SiteIDCode"] == "0000000000"
        assert found["ColumnType"], one.address
        (title,) = tree.css("head > title")
        titles.add(title.text())
        descriptions.add(found["description"])
        (canonical,) = tree.css("link[rel=canonical]")
        assert canonical.attributes["href"] == BASE + one.address
        (statement,) = tree.css('script[type="application/ld+json"]')
        assert json.loads(statement.text())["@graph"][-1]["url"] == BASE + one.address
        assert "robots" not in found
    assert len(titles) == len(descriptions) == len(atlas(catalogue))


def test_what_the_bureau_has_not_said_is_on_no_page(tiny: Path, tmp_path: Path) -> None:
    path = tiny / "bureau.yaml"
    text = path.read_text(encoding="utf-8").replace('site_id: "0000000000"', 'site_id: ""')
    path.write_text(text.replace("https://tiny.example/", '""'), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        site = tmp_path / "site"
        assert main(["build", "--data", str(tiny), "--site", str(site), "--today", str(TODAY)]) == 0
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "SiteIDCode" not in html and "SiteDomain" not in html, page
        assert "SiteName" in html


def test_sitemap_and_robots(built: Path) -> None:
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    entry = f"<url><loc>{BASE}items/notice-2020/</loc><lastmod>2020-03-05</lastmod></url>"
    assert entry in sitemap
    robots = (built / "robots.txt").read_text(encoding="utf-8")
    assert "Disallow" not in robots and f"Sitemap: {BASE}sitemap.xml" in robots
