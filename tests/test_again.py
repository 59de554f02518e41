"""A build that follows another: the same bytes as a clean one, whatever was edited between."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from disclosure.again.keeping import Keeping, keeping
from disclosure.again.ledger import read
from disclosure.again.surroundings import surroundings
from disclosure.audit.last import report_folder
from disclosure.cli import main
from planting import add, edit

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-20"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="every build is whole there")


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def build(data: Path, site: Path, today: str = DAY, *more: str) -> int:
    return main(["build", "--data", str(data), "--site", str(site), "--today", today, *more])


def build_apart(data: Path, site: Path, today: str = DAY) -> int:
    """In a process of its own, as people do: it forks there, and in a worker of xdist it cannot."""
    command = [sys.executable, "-m", "disclosure.cli", "build", "--data", data, "--site", site]
    return subprocess.run([*command, "--today", today], cwd=ROOT).returncode


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def inodes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_ino
        for path in folder.rglob("*")
        if path.is_file()
    }


def kept_ledger(site: Path) -> Path:
    return next(Keeping(site).folder.glob("*.ledger"))


# --- what may happen between two builds -------------------------------------------------------


def rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def rewrite(path: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    names, found = rows(path)
    change(found)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(found)


def retitle(data: Path, chance: Random) -> None:
    def change(found: list[dict[str, str]]) -> None:
        chance.choice(found)["title"] += f"（第{chance.randrange(1000)}稿）"

    rewrite(data / "items.csv", change)


def annotate(data: Path, chance: Random) -> None:
    def change(found: list[dict[str, str]]) -> None:
        chance.choice(found)["note"] = f"说明 {chance.randrange(1000)}"

    rewrite(data / "items.csv", change)


def one_more(data: Path, chance: Random) -> None:
    def change(found: list[dict[str, str]]) -> None:
        like, number = chance.choice(found), f"{len(found)}-{chance.getrandbits(48):x}"
        blank = {"number": "", "index": "", "attachments": "", "replaced_by": "", "satisfies": ""}
        found.append(like | blank | {"id": f"more-{number}", "title": f"新增的文件{number}"})

    rewrite(data / "items.csv", change)


def one_less(data: Path, chance: Random) -> None:
    """Of those nothing else names; else the build would be refused, which is another test."""
    bare = [
        one["id"]
        for one in rows(data / "items.csv")[1]
        if not one["attachments"] and not (data / "texts" / f"{one['id']}.md").exists()
    ]

    gone, stays = chance.choice(bare), rows(data / "items.csv")[1][0]["id"]

    def change(found: list[dict[str, str]]) -> None:
        found[:] = [one for one in found if one["id"] != gone]

    rewrite(data / "items.csv", change)
    departed = data / "redirects.yaml"
    head = f"- address: /items/{gone}/\n  day: 2026-06-30\n"
    if chance.random() < 0.5:
        where, more = "redirects:\n", f"  to: /items/{stays}/\n"
    else:
        where, more = "tombstones:\n", "  how: 撤回\n  reason: 依法撤回\n"
    text = departed.read_text(encoding="utf-8").replace(where, where + head + more)
    departed.write_text(text, encoding="utf-8")


def write_more(data: Path, chance: Random) -> None:
    path = chance.choice(sorted((data / "texts").glob("*.md")))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n\n补充第{chance.randrange(1000)}段。\n", encoding="utf-8")


def entry(data: Path, chance: Random) -> None:
    def change(found: list[dict[str, str]]) -> None:
        chance.choice(found)["note"] = f"说明 {chance.randrange(1000)}"

    rewrite(chance.choice(sorted((data / "registers").rglob("*.csv"))), change)


def due(data: Path, chance: Random) -> None:
    def change(found: list[dict[str, str]]) -> None:
        chance.choice(found)["due"] = f"{chance.randrange(2027, 2040)}年"

    rewrite(data / "materials.csv", change)


def bureau(data: Path, chance: Random) -> None:
    path = data / "bureau.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n# {chance.randrange(1000)}\n", encoding="utf-8")


def tamper(site: Path, chance: Random) -> None:
    chance.choice(sorted(site.rglob("*.html"))).write_bytes(b"<html>tampered</html>")


def lose(site: Path, chance: Random) -> None:
    chance.choice(sorted(path for path in site.rglob("*") if path.is_file())).unlink()


def litter(site: Path, chance: Random) -> None:
    folder = site / f"litter-{chance.randrange(1000)}"
    folder.mkdir(exist_ok=True)
    (folder / "notes.txt").write_text("not of a build", encoding="utf-8")


DATA_EDITS = (retitle, annotate, one_more, one_less, write_more, entry, due, bureau)
SITE_EDITS = (tamper, lose, litter)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo bureau and its site, whole and kept."""
    folder = tmp_path_factory.mktemp("again")
    shutil.copytree(ROOT / "examples" / "demo", folder / "data")
    os.chdir(ROOT)
    assert build_apart(folder / "data", folder / "site") == 0
    return folder


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_give_what_a_clean_build_gives(
    built: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """The edits pile up from seed to seed: each build follows the one before."""
    chance = Random(seed)
    edits = chance.choices(DATA_EDITS + SITE_EDITS, k=chance.randint(1, 4))
    day = chance.choice([DAY, "2026-11-21"])
    data, site, folder = built / "data", built / "site", tmp_path_factory.mktemp("clean")
    shutil.copytree(data, folder / "data")
    for one in edits:
        one(site if one in SITE_EDITS else data, chance)
    spoilt = files(site)
    code = build_apart(data, site, day)
    assert build(data, folder / "site", day) == code
    expected = files(folder / "site") if code == 0 else spoilt
    found = files(site)
    assert {
        path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path)
    } == set()
    if code:  # faulty data would make all that follows refused as well
        shutil.rmtree(data)
        (folder / "data").rename(data)


# --- what is made anew, and what is not -------------------------------------------------------


def test_one_row_touches_its_pages_only(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(tiny, site, "2021-07-01") == 0
    first = inodes(site)
    edit("items.csv", ",H,公开文本,\n", ",H,公开文本,改了一处\n")(tiny)
    assert build(tiny, site, "2021-07-01") == 0
    second = inodes(site)
    touched = {path for path in first.keys() | second.keys() if first.get(path) != second.get(path)}
    assert "items/law-a-2015/index.html" in touched
    assert "items/notice-2020/index.html" not in touched
    assert not {path for path in touched if path.startswith(("stylesheets/", "assets/style"))}
    assert len([path for path in touched if path.endswith(".html")]) < len(first) / 3


def test_nothing_changed_nothing_written(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    first = inodes(site)
    assert build(tiny, site) == 0
    assert inodes(site) == first


def test_a_new_audit_shows_on_every_page(tiny: Path, tmp_path: Path) -> None:
    """What the last audit concluded stands on every page, so it is part of what it is made of."""
    site = tmp_path / "audited-again"
    report = report_folder(site) / "tree.json"
    shutil.rmtree(report.parent, ignore_errors=True)
    try:
        assert build(tiny, site, "2021-07-01") == 0
        assert "未核验" in (site / "items/law-a-2015/index.html").read_text(encoding="utf-8")
        main(["audit", "--data", str(tiny), "--site", str(site), "--today", "2021-07-01"])
        assert build(tiny, site, "2021-07-01") == 0
        assert "2021-07-01" in (site / "items/law-a-2015/index.html").read_text(encoding="utf-8")
    finally:
        shutil.rmtree(report.parent, ignore_errors=True)


def test_a_refused_build_leaves_the_site_and_the_next_one_right(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    before = files(site)
    good = (tiny / "items.csv").read_text(encoding="utf-8")
    add("texts/law-a-2015.md", "见[那里](../nowhere/)。\n")(tiny)
    assert build(tiny, site) == 1
    assert "nowhere" in capsys.readouterr().out
    assert files(site) == before
    (tiny / "texts/law-a-2015.md").unlink()
    (tiny / "items.csv").write_text(good.replace("有效", "永远有效", 1), encoding="utf-8")
    assert build(tiny, site) == 1
    assert files(site) == before
    (tiny / "items.csv").write_text(good, encoding="utf-8")
    assert build(tiny, site) == 0
    assert files(site) == before


def test_what_links_to_a_page_that_went_is_found(tiny: Path, tmp_path: Path) -> None:
    """The page that carries the link has not changed, so nobody has poured it again."""
    site = tmp_path / "site"
    add("texts/register-2021.md", "见[旧法](../law-a-2015/)。\n")(tiny)
    edit("items.csv", "已修改,law-a-2019,,", "已修改,,,")(tiny)
    assert build(tiny, site) == 0
    text = (tiny / "items.csv").read_text(encoding="utf-8")
    gone = "".join(line for line in text.splitlines(True) if not line.startswith("law-a-2015,"))
    (tiny / "items.csv").write_text(gone, encoding="utf-8")
    assert build(tiny, site) == 1
    assert (site / "items/law-a-2015/index.html").is_file()


def test_what_links_to_an_anchor_that_went_is_found(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    add("texts/law-a-2015.md", "## 第一章\n\n正文\n")(tiny)
    add("texts/register-2021.md", "见[旧法](../law-a-2015/#s1)。\n")(tiny)
    assert build(tiny, site) == 0
    add("texts/law-a-2015.md", "正文\n")(tiny)
    assert build(tiny, site) == 1


@pytest.mark.parametrize("more", [(), ("--offline",)], ids=["online", "offline"])
def test_an_anchor_that_was_never_there_is_found(
    tiny: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    """On a page that stands as it did, which is looked into for the sake of the link."""
    site = tmp_path / "site"
    add("texts/law-a-2015.md", "## 第一章\n\n正文\n")(tiny)
    assert build(tiny, site, DAY, *more) == 0
    add("texts/register-2021.md", "见[旧法](../law-a-2015/#s1)。\n")(tiny)
    assert build(tiny, site, DAY, *more) == 0
    add("texts/register-2021.md", "见[旧法](../law-a-2015/#s2)。\n")(tiny)
    assert build(tiny, site, DAY, *more) == 1


def test_rows_are_searched_for_private_data_whenever_they_change(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, note = tmp_path / "site", ",H,公开文本,{}\n"
    assert build(tiny, site) == 0
    for old, new, code in (
        ("", "改了一处", 0),
        ("改了一处", "经办人手机13812345678", 1),
        ("经办人手机13812345678", "又改了一处", 0),
    ):
        edit("items.csv", note.format(old), note.format(new))(tiny)
        assert build(tiny, site) == code
    assert "手机" in capsys.readouterr().out


def test_a_sitemap_that_was_lost_is_made_anew(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    before, first = files(site), inodes(site)
    (site / "sitemap.xml").unlink()
    assert build(tiny, site) == 0
    assert files(site) == before
    kept = {path for path, inode in inodes(site).items() if first[path] == inode}
    assert first.keys() - kept == {"sitemap.xml", "sitemap.xml.gz"}


# --- when everything is made anew -------------------------------------------------------------


@pytest.mark.parametrize("spoil", ["missing", "empty", "other", "broken"])
def test_without_a_good_ledger_all_is_made_anew(tiny: Path, tmp_path: Path, spoil: str) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    first, ledger = (site / "index.html").stat().st_mtime_ns, kept_ledger(site)
    templates = ledger.with_suffix(".templates")
    match spoil:
        case "missing":
            ledger.unlink()
        case "empty":
            ledger.write_bytes(b"")
        case "other":
            for path in (ledger, templates):
                path.rename(path.with_stem("other"))
        case "broken":
            ledger.write_bytes(ledger.read_bytes()[:-1])
    assert build(tiny, site) == 0
    assert (site / "index.html").stat().st_mtime_ns > first
    kept = {path.name for path in Keeping(site).folder.iterdir()}
    assert kept == {"lock", "tree", ledger.name, templates.name}


def test_surroundings_are_code_theme_and_bureau(tiny: Path) -> None:
    first = surroundings(tiny, offline=False)
    assert first == surroundings(tiny, offline=False)
    assert first != surroundings(tiny, offline=True)
    edit("bureau.yaml", "tiny", "tinier")(tiny)
    assert first != surroundings(tiny, offline=False)


def test_two_builds_at_once_do_not_share(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    with keeping(site) as mine:
        assert mine is not None
        with keeping(site) as other:
            assert other is None
        assert build(tiny, site) == 0  # a whole build, which keeps nothing
    around = surroundings(tiny, offline=False)
    assert read(mine.ledger(around), around) is not None


def test_a_site_lost_between_the_halves_of_a_swap_is_put_back(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    before = files(site)
    site.rename(Keeping(site).former)
    with keeping(site):
        assert files(site) == before


def test_offline_trees_are_built_again_too(tiny: Path, tmp_path: Path) -> None:
    site, clean = tmp_path / "site", tmp_path / "clean"
    assert build(tiny, site, DAY, "--offline") == 0
    edit("items.csv", ",H,公开文本,\n", ",H,公开文本,改了一处\n")(tiny)
    assert build(tiny, site, DAY, "--offline") == 0
    assert build(tiny, clean, DAY, "--offline") == 0
    assert files(site) == files(clean)
