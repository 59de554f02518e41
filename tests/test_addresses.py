"""An address once published never dies: the record, the pages that answer, the servers' maps."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from disclosure.addressbook import extended, fresh
from disclosure.atlas import public
from disclosure.cli import main
from disclosure.departures import Published, page_of
from disclosure.load import load, load_catalogue
from disclosure.load.addresses import _sound, read_addresses
from disclosure.load.source import Report
from disclosure.pages.maps import APACHE, NGINX, maps
from disclosure.pages.plan import plan
from disclosure.pages.search import rows
from disclosure.problem import Problem, Severity
from disclosure.rules import check
from planting import add, edit

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "examples" / "demo"
DAY = dt.date(2026, 6, 30)
ITEM = "/items/notice-2020/"
FILE = "/files/notice-2020/plan.pdf"
DEPARTED = f"""redirects:
- address: /items/old-notice/
  to: {ITEM}
  day: 2021-05-02
- address: /files/old-notice/plan.pdf
  to: {FILE}
  day: 2021-05-02
tombstones:
- address: /items/withdrawn/
  how: 撤回
  reason: 原决定被依法撤销 <撤回>
  day: 2021-05-03
  title: 一份决定书
- address: /registers/merged/
  how: 合并
  reason: 并入审批事项清单
  day: 2021-05-03
  to: /registers/approvals/
"""
RECORD = """address,title,since
/items/old-notice/,旧通知,2021-03-01
/files/old-notice/plan.pdf,旧通知：附件,2021-03-01
/items/withdrawn/,示例某某的决定书,2021-03-01
/registers/merged/,并走的清单,2021-03-01
"""


def found(data: Path, day: dt.date = dt.date(2021, 7, 1)) -> list[Problem]:
    """What the rules say of addresses."""
    catalogue = load_catalogue(data)
    return [one for one in check(catalogue, day) if one.code.code[0] == "U"]


@pytest.fixture
def departed(tiny: Path) -> Path:
    """The tiny folder with a past."""
    add("addresses.csv", RECORD)(tiny)
    add("redirects.yaml", DEPARTED)(tiny)
    return tiny


# --- the record -------------------------------------------------------------------------------


def test_the_demo_has_recorded_everything() -> None:
    catalogue = load_catalogue(DEMO)
    assert fresh(catalogue, DAY) == [] and found(DEMO, DAY) == []
    living = {f"/{address}" for address, _ in public(catalogue)}
    assert len(catalogue.addresses) == len(living) + len([*catalogue.departures.every()])


def test_what_is_public_is_what_the_site_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page and file with contents of its own, and no other."""
    monkeypatch.chdir(ROOT)
    site = tmp_path / "site"
    assert main(["build", "--data", str(DEMO), "--site", str(site), "--today", str(DAY)]) == 0
    catalogue = load_catalogue(DEMO)
    answering = {page_of(one.address) for _, one in catalogue.departures.every()}
    pages = {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for path in site.rglob("index.html")
    }
    files = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.relative_to(site).parts[0] in ("files", "registers")
    }
    files = {one for one in files if not one.endswith(".html")}
    named = {address for address, _ in public(catalogue)}
    assert named == {page.removeprefix("/") for page in pages - answering} | files


def test_record_only_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    shutil.copytree(DEMO, data)
    path = data / "addresses.csv"
    whole = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(whole[:-40]).rstrip("\n"), encoding="utf-8")
    command = ["addresses", "record", "--data", str(data), "--today", "2026-07-02"]
    assert main([*command, "--json", str(tmp_path / "out.json")]) == 0
    assert "新登记 40 个网址" in capsys.readouterr().out
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(said["recorded"]) == 40
    now = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert now[:-40] == whole[:-40]
    assert sorted(one.rsplit(",", 1)[0] for one in now) == sorted(
        one.rsplit(",", 1)[0] for one in whole
    )
    assert all(one.endswith(",2026-07-02\n") for one in now[-40:])
    assert main(command) == 0
    assert "没有新的网址" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").splitlines(keepends=True) == now
    assert not [one for one in data.iterdir() if one.name.endswith(".partial")]


def test_the_first_record(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(tiny) == []
    command = ["addresses", "record", "--data", str(tiny), "--today", "2021-07-01"]
    assert main(command) == 0
    recorded = load_catalogue(tiny).addresses
    assert recorded["/"].row == 2 and {ITEM, FILE} <= {*recorded}
    assert found(tiny) == []


def test_faulty_data_records_nothing(departed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("redirects.yaml", ITEM, "/items/nowhere/")(departed)
    command = ["addresses", "record", "--data", str(departed), "--today", "2021-07-01"]
    assert main(command) == 1
    assert "U02" in capsys.readouterr().out
    assert (departed / "addresses.csv").read_text(encoding="utf-8") == RECORD


def test_without_a_command_it_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["addresses"])
    assert left.value.code == 64
    assert "缺少参数" in capsys.readouterr().err


def test_a_file_that_cannot_be_replaced(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target).name == "addresses.csv":
            raise PermissionError(13, "另一个程序正在使用此文件")
        replace(source, target)

    add("addresses.csv", "address,title,since\n")(tiny)
    monkeypatch.setattr(os, "replace", locked)
    command = ["addresses", "record", "--data", str(tiny), "--today", "2021-07-01"]
    assert main(command) == 64
    assert "正在使用" in capsys.readouterr().err
    assert (tiny / "addresses.csv").read_text(encoding="utf-8") == "address,title,since\n"
    assert not [*tiny.glob(".addresses*")]


TITLES = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)
PATHS = st.from_regex(r"/([a-z0-9][a-z0-9._-]{0,5}/){0,3}([a-z0-9]{1,5}\.pdf)?", fullmatch=True)


@given(st.dictionaries(PATHS, TITLES, max_size=8))
def test_what_is_recorded_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, known: dict[str, str]
) -> None:
    """The quick reader and the careful one agree on whatever the command writes."""
    root = tmp_path_factory.mktemp("record")
    path = root / "addresses.csv"
    day = "2021-03-01"
    text = extended("", ((one, title, day) for one, title in known.items()))
    path.write_text(text, encoding="utf-8")
    quick = _sound(path)
    assert quick is not None and {a: row.title for a, row in quick.items()} == known
    assert [row.row for row in quick.values()] == list(range(2, len(known) + 2))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())  # as Excel saves it
    assert _sound(path) is None
    report = Report(root)
    careful = read_addresses(root, report)
    assert {a: " ".join(row.title.split()) for a, row in careful.items()} == {
        a: " ".join(title.split()) for a, title in known.items()
    }
    assert {one.code.code for one in report.problems} == {"F04"}


# --- what dies --------------------------------------------------------------------------------


def test_a_row_that_goes_takes_its_addresses_with_it(tmp_path: Path) -> None:
    """Page and attachments are named, and where the same title stands now."""
    data = tmp_path / "data"
    shutil.copytree(DEMO, data)
    old, new = "annual-report-2018-002", "renamed-report"
    for path in [data / "items.csv", *data.glob("registers/**/*.csv")]:
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    (data / "files" / old).rename(data / "files" / new)
    (data / "texts" / f"{old}.md").rename(data / "texts" / f"{new}.md")
    lost = [one for one in found(data, DAY) if one.code.code == "U01"]
    assert {one.found.partition("（")[0] for one in lost} == {
        "/items/annual-report-2018-002/",
        "/files/annual-report-2018-002/annex-1.pdf",
    }
    assert all(one.severity is Severity.ERROR for one in lost)
    assert "/items/renamed-report/" in next(one.hint for one in lost if "/items/" in one.found)


def test_the_departed_are_accounted_for(departed: Path) -> None:
    assert {one.code.code for one in found(departed)} == {"U05"}


def test_nobody_is_sent_on_twice(departed: Path) -> None:
    edit("redirects.yaml", f"to: {ITEM}", "to: /files/old-notice/plan.pdf")(departed)
    twice = [one for one in found(departed) if one.code.code == "U02"]
    assert [one.hint for one in twice] == [f"它自己也已经不在原处，直接写 {FILE}"]


def test_a_blank_file_and_blank_parts_are_fine(tiny: Path) -> None:
    add("redirects.yaml", "redirects:\ntombstones:\n")(tiny)
    add("addresses.csv", "address,title,since\n")(tiny)
    loaded = load(tiny)
    assert loaded.problems == () and loaded.catalogue is not None
    assert loaded.catalogue.addresses == {} and not [*loaded.catalogue.departures.every()]


# --- what answers -----------------------------------------------------------------------------


def test_pages_answer(departed: Path) -> None:
    pages = {one.address: one for one in plan(load_catalogue(departed), dt.date(2021, 7, 1))}
    moved, gone = pages["items/old-notice/"], pages["items/withdrawn/"]
    assert moved.title == "旧通知（已迁移）" and moved.leads_to == ITEM[1:]
    assert moved.canonical == ITEM[1:] and not moved.listed
    assert gone.title == "一份决定书（已撤回）" and gone.leads_to is None
    assert gone.canonical == gone.address and not gone.listed
    assert pages["files/old-notice/plan.pdf/"].leads_to == FILE[1:]


@pytest.mark.parametrize("offline", [False, True])
def test_the_built_pages(
    departed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offline: bool
) -> None:
    monkeypatch.chdir(ROOT)
    site, more = tmp_path / "site", ["--offline"] if offline else []
    command = ["build", "--data", str(departed), "--site", str(site), "--today", "2021-07-01"]
    assert main([*command, *more]) == 0
    end = "index.html" if offline else ""
    moved = BeautifulSoup((site / "items/old-notice/index.html").read_bytes(), "lxml")
    refresh = moved.select_one("meta[http-equiv=refresh]")
    assert refresh and refresh["content"] == f"0; url=../../items/notice-2020/{end}"
    canonical = moved.select_one("link[rel=canonical]")
    assert canonical and str(canonical["href"]).endswith(ITEM)
    assert moved.select_one(f'main a[href="../../items/notice-2020/{end}"]')
    file = BeautifulSoup((site / "files/old-notice/plan.pdf/index.html").read_bytes(), "lxml")
    assert file.select_one('main a[href="../../../files/notice-2020/plan.pdf"]')
    gone = BeautifulSoup((site / "items/withdrawn/index.html").read_bytes(), "lxml")
    assert not gone.select_one("meta[http-equiv=refresh]")
    text = gone.get_text()
    assert "原决定被依法撤销 <撤回>" in text and "2021年5月3日" in text
    assert "某某" not in text  # the recorded title, which is not to be read any more
    for address in ("old-notice", "withdrawn", "merged"):
        assert address not in (site / "sitemap.xml").read_text(encoding="utf-8")
        assert not [
            p for p in (site / "assets").rglob("search-*") if address.encode() in p.read_bytes()
        ]


def test_nobody_finds_the_departed(departed: Path) -> None:
    catalogue = load_catalogue(departed)
    answering = {page_of(one.address) for _, one in catalogue.departures.every()}
    assert not answering & {row.address for row in rows(catalogue, dt.date(2021, 7, 1))}


@pytest.mark.parametrize("base", ["https://a.example/", "https://a.example/fzzf/"])
def test_maps_hold_every_departed_address(departed: Path, base: str) -> None:
    catalogue = load_catalogue(departed)
    bureau = catalogue.bureau.model_copy(update={"base_url": base})
    files, root = maps(dataclasses.replace(catalogue, bureau=bureau)), base[17:]
    assert f"location = {root}items/old-notice/ {{ return 301 {root[:-1]}{ITEM}; }}" in files[NGINX]
    assert f"location = {root}files/old-notice/plan.pdf {{" in files[NGINX]
    assert files[NGINX].count("return 410") == 4 and files[NGINX].count("return 301") == 4
    assert files[APACHE].count("RedirectMatch 410") == 2
    assert files[APACHE].count("RedirectMatch 301") == 2


def test_without_departures_the_maps_say_nothing(tiny: Path) -> None:
    for text in maps(load_catalogue(tiny)).values():
        assert all(line.startswith("#") for line in text.splitlines())


@pytest.mark.parametrize(
    ("address", "page"),
    [("/items/a/", "items/a/"), ("/items/a", "items/a/"), ("/files/a/b.pdf", "files/a/b.pdf/")],
)
def test_a_page_answers_for_a_file(address: str, page: str) -> None:
    assert page_of(address) == page


@pytest.mark.parametrize(
    "address",
    [
        "items/a/",
        "/../a/",
        "//a.example/",
        "/a//b/",
        "/.git/",
        "/中文/",
        "/a b/",
        "/a/?q=1",
        "/a#b",
    ],
)
def test_only_plain_addresses(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Published.model_validate({"address": address, "title": "甲", "since": "2021-01-01"})
