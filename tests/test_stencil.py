"""The mould: a poured page is the page that MkDocs would have made, and no slot ever leaks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from disclosure.pages.stencil import SLOTS, Misfit, Stencil, mark

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
import mould  # noqa: E402  lies in hooks/, which MkDocs puts on the path by itself

HTML = (
    f"<title>{mark('title')} - 站</title><meta content='{mark('description')}'>"
    f"<link href='{mark('canonical')}'>{mark('head')}<main>{mark('body')}</main><i>{mark('title')}</i>"
)


def built(data: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DISCLOSURE_DATA", str(data))
    monkeypatch.setenv("DISCLOSURE_TODAY", "2026-11-22")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site)))
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("data", ["tests/tiny", "examples/demo"])
def test_poured_equals_what_the_theme_makes(
    data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poured = built(ROOT / data, tmp_path / "poured", monkeypatch)
    monkeypatch.setattr(mould.Theme, "_stencil", lambda theme, lead: None)
    ordinary = built(ROOT / data, tmp_path / "ordinary", monkeypatch)
    assert poured.keys() == ordinary.keys()
    assert [path for path in poured if poured[path] != ordinary[path]] == []
    assert not any(b"stencil-slot" in content for content in poured.values())


def test_a_theme_that_does_not_fit_is_named_and_rendered_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expected = built(ROOT / "tests/tiny", tmp_path / "one", monkeypatch)
    whole = Stencil.cut
    monkeypatch.setattr(Stencil, "cut", lambda html: whole(html.replace(mark("description"), "")))
    assert built(ROOT / "tests/tiny", tmp_path / "two", monkeypatch) == expected
    assert "主题与模具不合（item：模板没有用到 description）" in caplog.text


def test_a_mould_that_renders_differently_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expected = built(ROOT / "tests/tiny", tmp_path / "one", monkeypatch)
    whole = Stencil.cut
    monkeypatch.setattr(Stencil, "cut", lambda html: whole(html.replace("</main>", "！</main>")))
    assert built(ROOT / "tests/tiny", tmp_path / "two", monkeypatch) == expected
    assert "与主题排出的不一致" in caplog.text


def test_every_slot_is_poured() -> None:
    html = Stencil.cut(HTML).pour({slot: f"[{slot}]" for slot in SLOTS})
    assert html.decode() == (
        "<title>[title] - 站</title><meta content='[description]'>"
        "<link href='[canonical]'>[head]<main>[body]</main><i>[title]</i>"
    )


@pytest.mark.parametrize("slot", SLOTS)
def test_a_missing_slot_is_a_misfit(slot: str) -> None:
    with pytest.raises(Misfit, match=slot):
        Stencil.cut(HTML.replace(mark(slot), ""))


def test_a_body_that_stands_twice_is_a_misfit() -> None:
    with pytest.raises(Misfit, match="2 次"):
        Stencil.cut(HTML + mark("body"))


@given(st.text())
def test_a_value_is_never_read_for_marks(text: str) -> None:
    stencil = Stencil.cut(HTML)
    value = text + mark("body")
    assert stencil.pour(dict.fromkeys(SLOTS, value)).count(value.encode()) == 6
