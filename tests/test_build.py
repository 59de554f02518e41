"""The build as a whole: real MkDocs on the tiny bureau, faults planted, bytes compared."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.again.keeping import Keeping
from disclosure.cli import main
from disclosure.pages.search import FULL_TEXT
from planting import edit

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def build(data: Path, site: Path, today: str = "2021-07-01", *more: str) -> int:
    return main(["build", "--data", str(data), "--site", str(site), "--today", today, *more])


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_input_and_day_same_bytes(tiny: Path, tmp_path: Path) -> None:
    assert build(tiny, tmp_path / "one") == 0
    assert build(tiny, tmp_path / "two") == 0
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_sitemap_dates_come_from_data(tiny: Path, tmp_path: Path) -> None:
    assert build(tiny, tmp_path / "site", "2026-01-01") == 0
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://tiny.example/indicators/n001/</loc>" in sitemap
    assert "2026" not in sitemap and "2021-06-01" in sitemap


@pytest.mark.parametrize("target", ["../nowhere/", "../../indicators/n001/#no-such-heading"])
def test_a_dead_link_fails_the_build_and_keeps_the_old_site(
    tiny: Path, tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert build(tiny, site) == 0
    before = digests(site)
    text = tiny / "texts" / "register-2021.md"
    text.write_text(f"见[这里]({target})。\n", encoding="utf-8")
    assert build(tiny, site) == 1
    said = capsys.readouterr().out
    assert target.rpartition("/")[2] in said or "nowhere" in said
    assert "保持原样" in said
    assert digests(site) == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".site")] == [
        Keeping(site).folder.name
    ]


@pytest.mark.parametrize("target", ["../nowhere/", "../../indicators/n001/#no-such-heading"])
def test_mkdocs_itself_fails_on_a_dead_link(tiny: Path, tmp_path: Path, target: str) -> None:
    (tiny / "texts" / "register-2021.md").write_text(f"见[这里]({target})。\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site")],
        env=os.environ | {"DISCLOSURE_DATA": str(tiny), "NO_MKDOCS_2_WARNING": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "打不开的站内链接" in done.stderr + done.stdout


def test_a_data_error_builds_nothing(tiny: Path, tmp_path: Path) -> None:
    edit("items.csv", "2021-05-20", "2021-02-30")(tiny)
    assert build(tiny, tmp_path / "site") == 1
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_no_site_is_never_replaced(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.docx").write_bytes(b"precious")
    assert build(tiny, tmp_path / "site") == 64
    assert (tmp_path / "site" / "letter.docx").read_bytes() == b"precious"


def test_release_refuses_while_something_is_absent(tiny: Path, tmp_path: Path) -> None:
    assert build(tiny, tmp_path / "site", "2021-07-01", "--release") == 1
    assert not (tmp_path / "site").exists()


def test_pages_can_be_written_without_mkdocs(tiny: Path, tmp_path: Path) -> None:
    assert build(tiny, tmp_path / "site", "2021-07-01", "--pages", str(tmp_path / "pages")) == 0
    body = (tmp_path / "pages" / "indicators" / "n001" / "index.html").read_text(encoding="utf-8")
    assert "向社会公布全部审批清单。" in body and "<html" not in body
    assert (tmp_path / "pages" / "files" / "notice-2020" / "plan.pdf").is_file()


def test_data_can_never_inject_markup(tiny: Path, tmp_path: Path) -> None:
    for file, old in (
        ("items.csv", "年度安排表"),
        ("registers/approvals.csv", "符合示例法第五条,申请表"),
        ("items.csv", "待复核"),
        ("materials.csv", "指标写明向社会公布。"),
        ("indicators.yaml", "向社会公布全部审批清单。"),
        ("bureau.yaml", "sponsor: 示例市司法局"),
        ("requirements.yaml", "各部门一式三份。"),
    ):
        edit(file, old, f"{old}<script>window.hacked=1</script><img src=x onerror=hack()>")(tiny)
    assert build(tiny, tmp_path / "site") == 0
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>window.hacked" not in text and "<img src=x" not in text, page


def project(folder: Path, **replaced: tuple[str, str]) -> Path:
    """A copy of what MkDocs reads, with some text of overrides/main.html replaced."""
    for name in ("hooks", "overrides", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    chrome = folder / "overrides" / "main.html"
    text = chrome.read_text(encoding="utf-8")
    for old, new in replaced.values():
        assert old in text
        text = text.replace(old, new)
    chrome.write_text(text, encoding="utf-8")
    return folder


def test_it_equals_what_mkdocs_alone_makes(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(tiny, tmp_path / "one") == 0
    monkeypatch.setenv("DISCLOSURE_DATA", str(tiny))
    monkeypatch.setenv("DISCLOSURE_TODAY", "2021-07-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    other = str(tmp_path / "two")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", other], check=True)
    # The full text is made beside MkDocs, from the data.
    one = {p: d for p, d in digests(tmp_path / "one").items() if not p.startswith("pagefind/")}
    two = digests(tmp_path / "two")
    assert one | {FULL_TEXT: ""} == two | {FULL_TEXT: ""}


def test_where_no_mould_fits_mkdocs_renders_every_page(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = project(tmp_path / "p", it=('content="{{ page.meta.description | e }}"', 'content=""'))
    monkeypatch.chdir(place)
    assert build(tiny, tmp_path / "site") == 0
    said = capsys.readouterr().out
    assert "主题与模具不合" in said and "没有用到 description" in said
    pages = {path for path in digests(tmp_path / "site") if path.endswith("index.html")}
    monkeypatch.chdir(ROOT)
    assert build(tiny, tmp_path / "usual") == 0
    assert pages == {path for path in digests(tmp_path / "usual") if path.endswith("index.html")}


def test_a_theme_that_cannot_be_rendered_is_told_and_keeps_the_old_site(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(tiny, tmp_path / "site") == 0
    before = digests(tmp_path / "site")
    place = project(
        tmp_path / "p", it=("{% block tabs %}", "{% block tabs %}{{ nothing.here.at.all }}")
    )
    monkeypatch.chdir(place)
    assert build(tiny, tmp_path / "site") == 1
    assert "保持原样" in capsys.readouterr().out
    assert digests(tmp_path / "site") == before


def test_a_text_that_quotes_html_is_no_link(tiny: Path, tmp_path: Path) -> None:
    text = 'The letters `<a href="../nowhere/" id="x">` are no link; nor are <a href="../no/">.\n'
    (tiny / "texts" / "register-2021.md").write_text(text, encoding="utf-8")
    assert build(tiny, tmp_path / "site") == 0


PHONE = "13" + "8" * 3 + "001234"  # put together here, so that no number stands in the code


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("items.csv", "待复核"),
        ("registers/approvals.csv", "符合示例法第五条,申请表"),
        ("texts/register-2021.md", ""),
    ],
)
def test_private_data_is_never_published(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, old: str
) -> None:
    assert build(tiny, tmp_path / "site") == 0
    before = digests(tmp_path / "site")
    if old:
        edit(file, old, f"{old}，联系电话{PHONE}")(tiny)
    else:
        (tiny / file).write_text(f"联系人的手机是{PHONE}。\n", encoding="utf-8")
    assert build(tiny, tmp_path / "site") == 1
    said = capsys.readouterr().out
    assert "手机" in said and PHONE not in said and file.rpartition("/")[2] in said
    assert digests(tmp_path / "site") == before


def test_nor_is_it_in_a_page_written_by_hand(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = project(tmp_path / "p")
    with (place / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n有事请打我的手机{PHONE}。\n")
    monkeypatch.chdir(place)
    assert build(tiny, tmp_path / "site") == 1
    said = capsys.readouterr().out
    assert "docs/about.md" in said and PHONE not in said
