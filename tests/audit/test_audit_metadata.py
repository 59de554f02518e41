"""The audit of heads: what is wrong is named, what is right or unknown is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest_audit import BASE, DAY, IDENTITY, content

from disclosure.audit.folder import tree_of
from disclosure.audit.judge import findings
from disclosure.audit.metadata import TAGS, blanks, judge_metadata
from disclosure.audit.observe.heads import Head, unpacked
from disclosure.audit.observe.page import parse
from disclosure.audit.observe.statement import Statement, read_statement
from disclosure.audit.run import question, read_site
from disclosure.audit.target import Target, Targets
from disclosure.audit.targets import targets
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.vocabulary import ColumnType

Site = tuple[Path, Targets]
PAGE = "items/item-01/"
LIST = "items/item-00/"


def found(site: Site, address: str, old: str, new: str) -> list[tuple[str, str]]:
    """Codes and evidence about a page of which some text was replaced."""
    root, wanted = site
    path = root / address / "index.html"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    rows = findings(read_site(root, BASE, wanted), wanted)
    return [(one.code, one.evidence) for one in rows if one.code and one.url == BASE + address]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('<meta name="SiteName" content="小网站">', "", "tag-missing"),
        ('name="SiteName"', 'name="sitename"', "tag-missing"),
        ('name="ArticleTitle"', 'name="Articletitle"', "tag-missing"),
        ('<meta name="ColumnType" content="信息公开目录">', "", "tag-missing"),
        ('content="small.example"', 'content="https://small.example/"', "tag-format"),
        ('content="small.example"', 'content="other.example"', "tag-wrong"),
        ('content="0000000000"', 'content="000000"', "tag-format"),
        ('content="0000000000"', 'content="1111111111"', "tag-wrong"),
        (f"{DAY} 00:00", DAY, "tag-format"),
        (f"{DAY} 00:00", f"{DAY} 24:00", "tag-format"),
        (f"{DAY} 00:00", f"{DAY} 00:00:00", "tag-format"),
        (f"{DAY} 00:00", "2020—05—18 00:00", "tag-format"),
        (f"{DAY} 00:00", f"{DAY} 10:19", "tag-wrong"),
        (f"{DAY} 00:00", "2020-05-19 00:00", "tag-wrong"),
        ('content="示例机关"', 'content=""', "tag-empty"),
        ('content="示例机关"', 'content="另一机关"', "tag-wrong"),
        (f'content="{BASE}{PAGE}"', f'content="{BASE}"', "tag-wrong"),
        ('content="信息公开目录"', 'content="目录"', "tag-vocabulary"),
        ("</head>", '<meta name="PubDate" content="2020-05-18 00:00"></head>', "tag-repeated"),
        ("</head>", '<meta name="Description" content="又一个"></head>', "tag-repeated"),
        ('name="description"', 'name="summary"', "description-missing"),
        ('"@type":"DigitalDocument"', '"@type":"Dataset"', "structured-wrong"),
        ('"@type":"DigitalDocument"', '"@type":"Organization"', "structured-missing"),
        ('"@type":"GovernmentOrganization"', '"@type":"Thing"', "structured-missing"),
        (f'"url":"{BASE}{PAGE}"', f'"url":"{BASE}"', "structured-wrong"),
        (f'"datePublished":"{DAY}"', '"datePublished":"2020-05-01"', "structured-wrong"),
        ('"position":2', '"position":3', "structured-wrong"),
        ('{"@graph"', '{"@graph"NaN', "structured-syntax"),
        ('"name":"示例机关"', '"name":NaN', "structured-syntax"),
        ("application/ld+json", "text/plain", "structured-missing"),
        ('<link rel="canonical"', '<link rel="other"', "canonical"),
    ],
)
def test_one_fault_one_finding(site: Site, old: str, new: str, code: str) -> None:
    assert [one for one, _ in found(site, PAGE, old, new)] == [code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name="description"', 'name="Description"'),
        ("</head>", '<meta name="Image" content="a"><meta name="Image" content="b"></head>'),
        ("</head>", '<meta name="Keywords" content="一个词"></head>'),
        ("</head>", '<meta property="og:title" content=""></head>'),
        (f'"datePublished":"{DAY}",', '"datePublished":"2020-05",'),
        (f',"datePublished":"{DAY}"', ""),
    ],
)
def test_no_false_alarm(site: Site, old: str, new: str) -> None:
    if old not in (site[0] / PAGE / "index.html").read_text(encoding="utf-8"):
        old, new = old.strip(","), new.strip(",")
    assert found(site, PAGE, old, new) == []


def test_column_pages_have_no_day_of_publication(site: Site) -> None:
    new = '<meta name="PubDate" content="2020-05-18 00:00"></head>'
    assert [code for code, _ in found(site, LIST, "</head>", new)] == ["tag-misplaced"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('name="ColumnDescription"', 'name="Other"', "tag-missing"),
        ('content="栏目,事项"', 'content="栏目"', "tag-format"),
        ('"@type":"WebSite"', '"@type":"Legislation"', "structured-wrong"),
    ],
)
def test_column_pages(site: Site, old: str, new: str, code: str) -> None:
    assert [one for one, _ in found(site, LIST, old, new)] == [code]


def test_pages_that_share_a_title_or_description_are_all_named(site: Site) -> None:
    root, wanted = site
    for name in ("item-01", "item-02"):
        path = root / "items" / name / "index.html"
        text = path.read_text(encoding="utf-8").replace(f"这一页是事项{name}。", "同样的话")
        text = text.replace(f"<title>事项{name}", "<title>事项item-01事项item-02")
        path.write_text(text, encoding="utf-8")
    rows = [
        (one.code, one.url)
        for one in findings(read_site(root, BASE, wanted), wanted)
        if one.code.endswith("-repeated")
    ]
    urls = [f"{BASE}items/item-01/", f"{BASE}items/item-02/"]
    assert sorted(rows) == [
        (code, url) for code in ("description-repeated", "title-repeated") for url in urls
    ]


def test_what_the_data_do_not_know_must_not_be_there(site: Site) -> None:
    root, wanted = site
    unknown = replace(content("事项item-01"), published=frozenset({""}), sources=frozenset({""}))

    def without(one: Target) -> Target:
        return replace(one, content=unknown) if one.address == PAGE else one

    less = Targets(tuple(map(without, wanted.all)), replace(IDENTITY, code=""))
    assert blanks(less) == {"SiteIDCode": 92, "PubDate": 1, "ContentSource": 1}
    rows = list(judge_metadata(read_site(root, BASE, less), less))
    mine = sorted(one.evidence for one in rows if one.url == BASE + PAGE)
    assert [one.partition("（")[0] for one in mine] == [
        "ContentSource",
        "PubDate",
        "SiteIDCode",
        f"发布日期是 {DAY}",
    ]
    html = (root / PAGE / "index.html").read_text(encoding="utf-8")
    html = html.replace(f'<meta name="PubDate" content="{DAY} 00:00">', "")
    html = html.replace('<meta name="ContentSource" content="示例机关">', "")
    html = html.replace('<meta name="SiteIDCode" content="0000000000">', "")
    html = html.replace(f'"datePublished":"{DAY}"', '"x":1')
    (root / PAGE / "index.html").write_text(html, encoding="utf-8")
    rows = list(judge_metadata(read_site(root, BASE, less), less))
    assert [one for one in rows if one.url == BASE + PAGE] == []


def test_any_version_may_be_shown(site: Site) -> None:
    root, wanted = site
    either = replace(content("事项item-01"), titles=frozenset({"旧名", "事项item-01"}))
    either = replace(either, published=frozenset({"", DAY}))
    both = Targets(
        tuple(replace(o, content=either) if o.address == PAGE else o for o in wanted.all), IDENTITY
    )
    assert list(judge_metadata(read_site(root, BASE, both), both)) == []
    assert blanks(both) == {}


def test_the_title_is_one_of_the_versions(site: Site) -> None:
    """Which one depends on the day, so the target names none; but another is wrong."""
    root, wanted = site
    either = replace(content("事项item-01"), titles=frozenset({"旧名", "事项item-01"}))
    both = Targets(
        tuple(replace(o, title="", content=either) if o.address == PAGE else o for o in wanted.all),
        IDENTITY,
    )
    assert [one for one in findings(read_site(root, BASE, both), both) if one.code] == []
    path = root / PAGE / "index.html"
    html = path.read_text(encoding="utf-8")
    path.write_text(html.replace("<title>事项item-01", "<title>别的"), encoding="utf-8")
    codes = {
        one.code for one in findings(read_site(root, BASE, both), both) if one.url == BASE + PAGE
    }
    assert "wrong-title" in codes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<lastmod>2020-05-18</lastmod>", ""),
        ("2020-05-18</lastmod>", "2020-07-01</lastmod>"),
        ("2020-05-18</lastmod>", "2020-05-17</lastmod>"),
        ("2020-05-18</lastmod>", "2020/05/18</lastmod>"),
        ("2020-05-18</lastmod>", "20200518</lastmod>"),
        ("2020-05-18</lastmod>", "2020-13-01</lastmod>"),
    ],
)
def test_dates_of_the_sitemap(site: Site, old: str, new: str) -> None:
    root, wanted = site
    path = root / "sitemap.xml"
    before, mark, after = path.read_text(encoding="utf-8").partition(f"<loc>{BASE}{PAGE}</loc>")
    path.write_text(before + mark + after.replace(old, new, 1), encoding="utf-8")
    rows = [one for one in findings(read_site(root, BASE, wanted), wanted) if one.code]
    assert [(one.code, one.url) for one in rows] == [("sitemap-date", BASE + PAGE)]


def test_a_folder_by_itself_needs_no_tags(
    audit_tree: Callable[..., tuple[int, list[object]]],
) -> None:
    html = "<!doctype html><html><head><title>t</title></head><body>x</body></html>"
    assert audit_tree({"index.html": html}) == (0, [])


def test_the_table_is_the_norms() -> None:
    """附件 网页标签: 15 tags; required 3 + 4 + 3."""
    site = [one for one in TAGS if one.column and one.content and one.name.startswith("Site")]
    column = [one for one in TAGS if one.name.startswith("Column")]
    assert len(TAGS) == 15 and len(site) == 3 and len(column) == 4
    assert sum(one.column for one in TAGS) == 7
    assert [one.name for one in TAGS if one.content and not one.column] == [
        "ArticleTitle",
        "PubDate",
        "ContentSource",
    ]
    assert len(ColumnType) == 18


def test_what_only_a_script_shows_does_not_stand_on_the_page() -> None:
    html = b"<main><p>seen</p><script>var a='hidden seen twice';</script><svg><title>hint</title></svg></main>"
    assert parse(html, ("seen", "hidden", "hint")).missing == ("hidden", "hint")
    assert parse(b"<main><script>document.write('seen')</script></main>").empty


@pytest.mark.parametrize(
    "text",
    ["", "null", "1", "[]", '{"@graph":{}}', '{"@graph":[1,null,"x"]}', '{"@type":["A"],"url":[1]}',
     '{"@type":"BreadcrumbList","itemListElement":"x"}', "[" * 100_000,
     '{"@type":"BreadcrumbList","itemListElement":[{"position":1,"item":{"@id":3}},4]}'],
)  # fmt: skip
def test_no_statement_is_too_strange(text: str) -> None:
    statement = read_statement([text])
    head = Head((("name", "\ud800"),), statement)
    assert unpacked(head.packed()) == head


def test_statements_of_other_forms() -> None:
    assert read_statement([]) == Statement()
    trail = '{"@type":"BreadcrumbList","itemListElement":[{"position":1,"item":{"@id":"a"}}]}'
    two = read_statement([f"[{trail}]", '{"@type":"Article","url":"u","name":"n"}'])
    assert (two.types, two.sort, two.url, two.trail) == (
        ("BreadcrumbList", "Article"),
        "Article",
        "u",
        ("a",),
    )


def test_the_memory_keeps_heads(site: Site, tmp_path: Path) -> None:
    root, wanted = site
    memory = tmp_path / "seen.json"
    first = read_site(root, BASE, wanted)
    for _ in range(2):
        with tree_of(root, question(BASE, wanted), memory) as again:
            assert again.documents == first.documents
    assert memory.is_file()
    one = again.documents[again.pages[PAGE]]
    assert one.head().metas and one.head().statement.types


def test_targets_know_what_pages_must_say(catalogue: Catalogue) -> None:
    wanted = targets(catalogue)
    assert wanted.identity is not None and wanted.identity.domain == "tiny.example"
    item = wanted.pages["items/notice-2020/"].content
    assert item is not None and item.published == {"2020-03-05"}
    assert item.changed == dt.date(2020, 3, 5)
    entry = wanted.pages["registers/approvals/licence-a/"].content
    assert entry is not None and entry.published == {"", "2021-03-02"}  # depends on the day
    assert wanted.pages["items/"].content is None


def test_the_real_site_says_what_it_has_not_been_told() -> None:
    root = Path(__file__).resolve().parent.parent.parent
    real = load_catalogue(root / "data")
    if not real.bureau.site_id:
        wanted = targets(real)
        assert blanks(wanted)["SiteIDCode"] == len(wanted.pages)
