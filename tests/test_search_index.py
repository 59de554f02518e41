"""The search's index: every page once, in order; normalised as the browser does; compact."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.fulltext import FAILED, FullText, by_hand, executable, split
from disclosure.load import load
from disclosure.model import Catalogue
from disclosure.pages.assets import assets
from disclosure.pages.plan import plan
from disclosure.pages.search import exact, normalise, rows, scripts, shard_addresses, shards
from disclosure.pages.search.fulltext import documents, lettered, plain
from disclosure.pages.search.row import Row
from disclosure.pages.search.rows import pages, records
from disclosure.problem import Severity
from disclosure.site import Site
from planting import TODAY

ROOT = Path(__file__).resolve().parent.parent
NOT_FOUND = {"search", "item-list", "register"}
"""Kinds of pages of which some are not in the index: itself, and further sheets of lists."""


def decoded(script: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(script.partition(".push(")[2].rstrip().removesuffix(");"))
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "濮司〔2020〕50号",
        "濮司[2020]50号",
        "濮司［2020］ 50 号",
        "濮司（2020）５０号",
        "濮司﹝2020﹞50號",
        "《濮司》2020・50号！",
    ],
)
def test_ways_to_type_a_number_are_one(typed: str) -> None:
    assert normalise(typed) == "濮司202050号"


def test_traditional_characters_are_read_as_simplified() -> None:
    assert normalise("行政處罰決定公開") == "行政处罚决定公开"
    assert normalise("權責清單後於徵") == "权责清单后于征"


def test_only_the_star_tells_among_signs() -> None:
    assert normalise("★1 +=%。、") == "★1"
    assert exact(" 2.2 ") == "2.2" != exact("22")


def test_every_page_is_found_once(real: Catalogue, catalogue: Catalogue) -> None:
    for one in (real, catalogue):
        found = [row.address for row in rows(one, TODAY)]
        assert len(found) == len(set(found))
        planned = {page.address: page for page in plan(one, TODAY)}
        assert set(found) - {"about/", "accessibility/"} <= set(planned)
        missed = {planned[address].kind for address in set(planned) - set(found)}
        assert missed <= NOT_FOUND


def test_titles_are_those_of_the_pages(real: Catalogue) -> None:
    planned = {page.address: page for page in plan(real, TODAY)}
    for row in records(real, TODAY):
        assert normalise(row.title) in normalise(planned[row.address].title), row.address


def test_equal_results_stand_newest_first_after_pages(real: Catalogue) -> None:
    every = rows(real, TODAY)
    first = len(pages(real))
    assert every[0].sort == "公开清单"
    dates = [row.date for row in every[first:]]
    assert dates == sorted(dates, reverse=True)
    assert not any(row.date for row in every[:first])


def test_indicators_are_found_by_their_numbers(real: Catalogue) -> None:
    names = {exact(name): row.address for row in rows(real, TODAY) for name in row.names}
    assert names["第54项"] == names["54"] == names["指标54"] == "indicators/n054/"
    assert names["54.1"] == names["国家指标54"] == "indicators/n054/"
    assert names["(22)"] == names["第(22)项"] == "indicators/p22/"
    assert names["★1"] == "indicators/m1/"
    assert names["加分项1"] == "indicators/plus-1/"


def test_a_register_is_found_by_what_people_call_it(real: Catalogue) -> None:
    powers = next(row for row in rows(real, TODAY) if row.address == "registers/powers/")
    assert "权力清单" in powers.aliases
    decisions = next(row for row in rows(real, TODAY) if row.address == "registers/decisions/")
    assert "行政处罚决定书" in decisions.aliases


def test_an_entry_is_found_by_the_titles_of_all_its_versions(catalogue: Catalogue) -> None:
    for latest in catalogue.latest("approvals"):
        versions = catalogue.versions("approvals", latest.id)
        row = next(row for row in rows(catalogue, TODAY) if row.address == latest.address)
        assert {row.title, *row.aliases} == {one.title for one in versions}


def test_shards_hold_every_row(real: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "RECORDS", 100)
    made = scripts(real, TODAY)
    assert tuple(made) == shard_addresses(real)
    assert len(made) > 2
    whole = [decoded(script) for script in made.values()]
    assert [one["part"] for one in whole] == list(range(len(whole)))
    assert whole[0]["parts"] == len(whole)
    titles = [title for one in whole for title in str(one["titles"]).split("\n")]
    assert titles == [row.title for row in rows(real, TODAY)]


def test_data_cannot_break_out_of_a_shard() -> None:
    hostile = Row("items/a/", "</script>\u2028\n\tx", "a", names=("1\t2",), words="<b>")
    script = shards.scripts([hostile], [hostile], {})[shards.address(1)]
    assert "<" not in script and "\u2028" not in script
    assert script.count("\n") == 1
    assert decoded(script)["titles"] == "</script> x"
    assert decoded(script)["names"] == "1 2"


def test_the_index_is_compact(real: Catalogue) -> None:
    made = scripts(real, TODAY)
    size = sum(len(gzip.compress(one.encode(), 6)) for one in made.values())
    assert size < 50_000 + 60 * len(rows(real, TODAY))


def test_the_search_page_loads_what_is_made(real: Catalogue) -> None:
    page = next(page for page in plan(real, TODAY) if page.address == "search/")
    assert set(page.context["shards"]) <= set(assets(real, TODAY))
    assert assets(real, TODAY)["assets/search-fulltext.json"] == "[]\n"


def test_the_words_of_synonyms_stand_on_the_site(real: Catalogue) -> None:
    """A synonym of a word that no page has would lead nowhere."""
    parts = [f"{row.title} {row.words} {' '.join(row.aliases)}" for row in rows(real, TODAY)]
    text = normalise(" ".join(parts))
    assert real.synonyms.words
    assert [word for word in real.synonyms.words if normalise(word) not in text] == []
    for word, forms in real.synonyms.words.items():
        assert word not in forms and len(forms) == len(set(forms)), word


def test_a_data_folder_needs_no_synonyms(tiny: Path) -> None:
    (tiny / "synonyms.yaml").unlink(missing_ok=True)
    loaded = load(tiny)
    assert loaded.catalogue is not None
    assert loaded.catalogue.synonyms.words == {}


def test_a_slip_in_synonyms_has_its_line(tiny: Path) -> None:
    (tiny / "synonyms.yaml").write_text("words:\n  甲: [乙]\nweek: [丙]\n", encoding="utf-8")
    errors = [one for one in load(tiny).problems if one.severity is Severity.ERROR]
    assert [(one.place.file, one.place.row) for one in errors] == [("synonyms.yaml", 3)]


# ---- Full text ------------------------------------------------------------------------------


def test_each_chinese_letter_is_a_word() -> None:
    assert (
        lettered("依照《行政处罚法》第８条。PDF 2020年")
        == "依 照《 行 政 处 罚 法》 第 8 条。 PDF 2020 年"
    )


def test_markdown_is_read_as_text() -> None:
    text = "---\ntitle: x\n---\n# 一 {#one}\n\n见[这里](../a/)，**重要**。\n\n| 甲 | 乙 |\n|---|---|\n- 丙\n<b>丁</b>"
    assert plain(text).split() == ["一", "见这里，", "重要", "。", "甲", "乙", "丙", "丁"]


def test_full_text_has_records_and_no_lists(real: Catalogue) -> None:
    found = dict(documents(real, TODAY))
    assert "registers/powers/" not in found and "items/kinds/law/" not in found
    assert set(real.indicators) == {
        address.split("/")[1] for address in found if address.startswith("indicators/")
    }
    for key in real.texts:
        assert f"items/{key}/" in found
    assert any(address.startswith("registers/powers/") for address in found)
    assert {address for address, _ in by_hand(ROOT / "docs")} == {"about/", "accessibility/"}


def test_a_new_page_changes_only_the_last_part() -> None:
    old = [(f"items/{n}/", "字" * 40) for n in range(10)]
    parts = list(split(old, 100))
    more = list(split([*old, ("items/new/", "新")], 100))
    assert len(parts) == 5 and sum((part.pages for part in parts), ()) == tuple(old)
    assert [one.digest for one in more[:-1]] == [one.digest for one in parts[: len(more) - 1]]


@pytest.mark.skipif(executable() is None, reason="没有安装 pagefind")
def test_full_text_is_made_once_and_taken_over_while_nothing_changes(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path, catalogue, TODAY)
    first = made(site, tmp_path / "none", tmp_path / "one")
    pages = json.loads((first / "pagefind/1/pages.json").read_text(encoding="utf-8"))["pages"]
    assert set(pages.values()) == {address for address, _ in documents(catalogue, TODAY)} | {
        "about/",
        "accessibility/",
    }
    assert not list(first.rglob("*ui*"))

    # A program that only fails: whatever had to be indexed could not be.
    monkeypatch.setattr("disclosure.fulltext.executable", lambda: Path("/bin/false"))
    again = made(site, first, tmp_path / "two")
    assert (again / "pagefind/1/pagefind-entry.json").read_bytes() == (
        first / "pagefind/1/pagefind-entry.json"
    ).read_bytes()
    changed = replace(catalogue, texts={**catalogue.texts, "register-2021": "别的内容"})
    texts = FullText(Site(tmp_path, changed, TODAY), again, tmp_path)
    texts.start()
    assert texts.finish(tmp_path) == FAILED


def made(site: Site, old: Path, folder: Path) -> Path:
    (folder / "assets").mkdir(parents=True)
    texts = FullText(site, old, folder)
    texts.start()
    assert texts.finish(folder) == ""
    assert json.loads((folder / "assets/search-fulltext.json").read_text()) == ["pagefind/1/"]
    return folder


def test_without_pagefind_there_is_a_note(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure.fulltext.executable", lambda: None)
    texts = FullText(Site(tmp_path, catalogue, TODAY), tmp_path, tmp_path)
    texts.start()
    assert "没有安装 pagefind" in texts.finish(tmp_path)
