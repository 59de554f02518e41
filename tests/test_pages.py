"""Pages: hostile data stays text, links are relative, nothing private is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from disclosure.model import Catalogue
from disclosure.pages import render as made
from disclosure.pages.assets import assets
from disclosure.pages.plan import plan
from disclosure.pages.prose import prose
from disclosure.pages.render import relative, render
from planting import TODAY

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://site.example/"
HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def hostile(catalogue: Catalogue) -> Catalogue:
    """The tiny catalogue with markup in every text that a row can carry."""
    items = tuple(
        item.model_copy(
            update={
                "title": item.title + HOSTILE,
                "number": HOSTILE,
                "index": HOSTILE,
                "issuer": HOSTILE,
                "note": HOSTILE,
                "source": HOSTILE,
                "articles": (HOSTILE,),
                "url": "https://a.example/?q=" + HOSTILE,
            }
        )
        for item in catalogue.items
    )
    bureau = catalogue.bureau.model_copy(update={"name": HOSTILE, "column": HOSTILE})
    texts = {key: f"{text}\n\n{HOSTILE}\n\n{HOSTILE}" for key, text in catalogue.texts.items()}
    return replace(catalogue, items=items, bureau=bureau, texts=texts)


def test_data_never_injects_markup(hostile: Catalogue) -> None:
    for page in plan(hostile, TODAY):
        tree = HTMLParser(render(page, hostile.bureau))
        for script in tree.css("script"):
            assert (script.attributes.get("src") or "").endswith(".js"), page.address
            assert not script.text(), page.address
        assert not tree.css("img"), page.address
        for node in tree.css("*"):
            assert not any(name.startswith("on") for name in node.attributes), page.address


def test_every_page_has_one_h1_and_the_headings_of_its_contents(catalogue: Catalogue) -> None:
    for page in plan(catalogue, TODAY):
        tree = HTMLParser(render(page, catalogue.bureau))
        assert [node.attributes.get("id") for node in tree.css("h1")] == ["main"], page.address
        ids = [node.attributes.get("id") for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), page.address
        assert all(anchor in ids for anchor, _ in page.toc), page.address
        assert not tree.css("[style]"), page.address


def test_links_between_pages_lead_to_pages(real: Catalogue) -> None:
    pages = {page.address: page for page in plan(real, TODAY)}
    by_hand = {"about/", "accessibility/"}
    scripts = {f"javascripts/{one.name}" for one in (ROOT / "docs/javascripts").glob("*.js")}
    generated = set(assets(real, TODAY)) | scripts
    for page in pages.values():
        tree = HTMLParser(render(page, real.bureau))
        for node in tree.css("[href], [src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            full = urljoin(SITE + page.address, target).removeprefix(SITE)
            if "://" in full or target.startswith("#"):
                continue
            place = full.partition("#")[0].partition("?")[0]
            assert place in pages or place in by_hand or place in generated, (page.address, target)


def test_names_of_people_are_not_shown(real: Catalogue) -> None:
    owners = {name for one in real.framework.indicators for name in one.owners}
    assert owners
    shown = [render(page, real.bureau) for page in plan(real, TODAY)]
    shown += [text for text in assets(real, TODAY).values() if isinstance(text, str)]
    assert not [name for name in owners if any(name in text for text in shown)]


@pytest.mark.parametrize(
    ("base", "address", "href"),
    [
        ("", "", "./"),
        ("", "items/x/", "items/x/"),
        ("items/x/", "indicators/n001/", "../../indicators/n001/"),
        ("items/", "", "../"),
        ("items/", "indicators/n001/#material-1", "../indicators/n001/#material-1"),
    ],
)
def test_relative(base: str, address: str, href: str) -> None:
    assert relative(base, address) == href


@pytest.mark.parametrize(
    "link",
    [
        "[x](javascript:alert(1))",
        "[x](//evil.example/)",
        "[x](JaVaScRiPt:1)",
        "[x](data:text/html,1)",
    ],
)
def test_a_text_cannot_link_to_script_or_another_scheme(link: str) -> None:
    assert "href" not in prose(link).html


def test_a_text_keeps_no_html_and_no_image() -> None:
    html = prose("<div onclick=x>a</div>\n\n![b](https://evil.example/b.png) <b>c</b>").html
    tree = HTMLParser(html)
    assert not tree.css("div") and not tree.css("img") and not tree.css("b")


def test_headings_of_a_text_are_numbered_and_leave_the_h1_to_the_page() -> None:
    text = prose("# 一\n\n## 二\n\n### 三")
    assert [(one.id, one.title, one.level) for one in text.headings] == [
        ("s1", "一", 2),
        ("s2", "二", 2),
        ("s3", "三", 3),
    ]


def test_the_directory_says_what_to_type(real: Catalogue) -> None:
    """Its number first, then words that the proof of findability knows to lead there."""
    page = next(page for page in plan(real, TODAY) if page.kind == "directory")
    tries = page.context["tries"]
    searched = [one for one in real.framework.indicators if one.searched]
    assert set(tries) == {one.id for one in searched} and len(searched) == 39
    known = {
        one.id: {
            typed
            for ask in real.queries.indicators[one.id]
            for typed in ask.typed(real.bureau.name)
        }
        for one in searched
    }
    assert all(len(words) > 1 and set(words[1:]) <= known[key] for key, words in tries.items())
    html = HTMLParser(render(page, real.bureau))
    assert all(one in html.text() for words in tries.values() for one in words)
    # On paper: a code for every entry, and its address in letters.
    drawn = {one.attributes["id"] for one in html.css("symbol")}
    asked = [(one.attributes["href"] or "")[1:] for one in html.css(".entry > .qr use")]
    assert set(asked) == drawn == {f"qr-{key}" for key in tries} and len(asked) == 39
    written = [one.text() for one in html.css(".entry-address")]
    assert written == [f"https://disclosure.example/{one.address}" for one in searched]


def test_what_becomes_of_a_template_is_kept(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that finds templates compiled does not compile them, and renders the same."""
    home = plan(catalogue, TODAY)[0]

    def rendered(folder: Path) -> str:
        made._environment.cache_clear()
        with made.compiled_in(folder):
            return render(home, catalogue.bureau)

    def compile_(*_: object) -> None:
        raise AssertionError("compiled again")

    first = rendered(tmp_path / "kept")
    with monkeypatch.context() as patch:
        patch.setattr(made._Environment, "compile", compile_)
        assert rendered(tmp_path / "kept") == first
        with pytest.raises(AssertionError, match="compiled again"):
            rendered(tmp_path / "other")
    made._environment.cache_clear()
    assert render(home, catalogue.bureau) == first
