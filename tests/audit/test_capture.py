"""Pictures of pages as proof: dated, filed by indicator and year, whole, resumable."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hostile import answers as a
from hostile.server import Host, Servers
from PIL import Image
from pypdf import PdfReader

from disclosure.audit.evidence.filing import listed, official
from disclosure.cli import main
from disclosure.load import load_catalogue

ROOT = Path(__file__).resolve().parent.parent.parent
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONG = a.article("很长的公告", "<p style='height:25000px'>长</p>")
LATE = a.page(
    "脚本显示的公告",
    "<div id=a></div><script>a.innerHTML='<p>由脚本显示的正文，一共二十多个字，足够说明这一页有内容。</p>'.repeat(9)</script>",
)
PAPER = a.docx()
PATHS = {
    "/a": a.article("关于公开行政执法信息的通知"),
    "/gone": a.page("404", "", status="404 Not Found"),
    "/soft": a.page("页面不存在", "<p>您访问的页面不存在</p>", bare=True),
    "/guard": a.answer("访问被拦截".encode(), "403 Forbidden"),
    "/f.pdf": a.file(a.pdf(), "application/pdf"),
    "/torn.pdf": a.file(a.pdf()[:-30], "application/pdf"),
    "/f.docx": a.file(PAPER, DOCX),
    "/long": LONG,
    "/late": LATE,
    "/moved": a.to("/a"),
    "/slow": a.late(4, b""),
    "/reset": a.reset,
}
ROWS = (
    ("/a", "行政执法信息", "n001", "2020", "关于公开行政执法信息的通知"),
    ("/a", "行政执法信息", "n002", "2020", "关于公开行政执法信息的通知"),
    ("/moved", "", "n001", "2016", "搬了家的"),
    ("/f.docx", "", "n001", "2019", "附件:一/二?"),
    ("/f.pdf", "", "n002", "2018", "附件"),
    ("/long", "", "", "", ""),
    ("/late", "", "", "", ""),
    ("/gone", "", "n001", "2018", "没了"),
    ("/soft", "", "", "", ""),
    ("/a", "没有的文字", "", "", ""),
    ("/torn.pdf", "", "", "", ""),
    ("/slow", "", "", "", ""),
    ("/reset", "", "", "", ""),
    ("/guard", "", "", "", ""),
)


@dataclass(frozen=True)
class Taken:
    """A folder of captures and its manifest."""

    code: int
    folder: Path
    host: Host
    command: list[str]

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        return found

    @property
    def rows(self) -> list[dict[str, str]]:
        text = (self.folder / "manifest.csv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*/*") if path.is_file())


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    folder = tmp_path_factory.mktemp("capture")
    with Servers({"0": (host := Host(PATHS, a.answer(b"", "404 Not Found")))}):
        names = folder / "list.csv"
        lines = [f"{host.base}{row[0]},{','.join(row[1:])}" for row in ROWS]
        names.write_text("url,expect,indicator,year,title\n" + "\n".join(lines), "utf-8")
        command = ["audit", "capture", "--list", str(names), "--out", str(folder / "out")]
        command += ["--data", str(ROOT / "data"), "--rate", "0", "--timeout", "3"]
        yield Taken(main(command), folder / "out", host, command)


pytestmark = pytest.mark.browser


def test_every_address_is_in_the_manifest(taken: Taken) -> None:
    assert taken.code == 1
    manifest = taken.manifest
    assert manifest["counts"] == {"wanted": 13, "captured": 6, "failed": 7}
    assert {row["网址"] for row in taken.rows} == {taken.host.base + row[0] for row in ROWS}


def test_a_failure_is_reported_and_nothing_is_filed(taken: Taken) -> None:
    failed = {
        one["url"].removeprefix(taken.host.base): one["reason"]
        for one in taken.manifest["entries"]
        if not one["captured"] and one["url"] != f"{taken.host.base}/a"
    }
    assert failed == {
        "/gone": "gone", "/soft": "soft-404", "/torn.pdf": "damaged-file", "/slow": "timeout",
        "/reset": "no-connection", "/guard": "guarded",
    }  # fmt: skip
    drift = [one for one in taken.manifest["entries"] if one["reason"] == "drift"]
    assert len(drift) == 1 and "没有的文字" in drift[0]["failure"]
    rows = [row for row in taken.rows if row["结果"] == "失败"]
    assert len(rows) == 7 and all(row["说明"] and not row["文件"] for row in rows)
    assert not [path for path in taken.files() if "没了" in path.name or "soft" in path.name]


def test_folders_by_indicator_files_by_year(taken: Taken) -> None:
    names = [path.relative_to(taken.folder).as_posix() for path in taken.files()]
    assert sorted({name.partition("/")[0] for name in names}) == [
        "001 国家指标 1 行政审批事项清单公开",
        "002 国家指标 2 取消和承接行政审批事项",
        "999 未对应指标",
    ]
    first = [name.partition("/")[2] for name in names if name.startswith("001")]
    assert [name[:7] for name in first if "响应头" in name] == ["01 2016", "03 2019", "04 2020"]
    assert not [name for name in names if set(':?*"<>|\\') & set(name)]
    again = [name for name in names if name.startswith("002") and "行政执法信息" in name]
    assert len(again) == 4  # the same capture, for the other indicator too


def test_hashes_are_those_of_the_files(taken: Taken) -> None:
    files = {
        path.relative_to(taken.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in taken.files()
    }
    assert {row["文件"]: row["SHA-256"] for row in taken.rows if row["文件"]} == files
    sums = (taken.folder / "SHA256SUMS").read_text(encoding="utf-8")
    assert {line[66:]: line[:64] for line in sums.splitlines()} == files


def test_the_response_is_kept_byte_for_byte(taken: Taken) -> None:
    body = PATHS["/a"]
    assert isinstance(body, bytes)
    page = next(
        path for path in taken.files() if "行政执法信息" in path.name and path.suffix == ".html"
    )
    assert page.read_bytes() == body.partition(b"\r\n\r\n")[2]
    paper = next(path for path in taken.files() if path.suffix == ".docx")
    assert paper.read_bytes() == PAPER
    head = next(path for path in taken.files() if "搬了家" in path.name and path.suffix == ".txt")
    said = head.read_text(encoding="utf-8")
    assert f"302 {taken.host.base}/moved\n200 {taken.host.base}/a\n" in said


def test_pictures_are_whole_and_bear_date_and_address(taken: Taken) -> None:
    day = time.strftime("%Y%m%d")
    assert all(f" {day} " in path.name for path in taken.files())
    parts = [path for path in taken.files() if " long " in path.name and path.suffix == ".png"]
    heights = []
    for path in parts:
        with Image.open(path) as picture:
            assert picture.width == 1280
            heights.append(picture.height - 34)
            strip = picture.crop((0, 0, picture.width, 33)).convert("L")
            assert min(strip.tobytes()) < 80  # something is written there
    assert len(parts) == 3 and sum(heights) >= 25_000
    pdf = next(path for path in taken.files() if "搬了家" in path.name and path.suffix == ".pdf")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert f"{taken.host.base}/a" in text and time.strftime("%Y-%m-%d") in text
    assert "各科室应当" in text
    long = next(path for path in taken.files() if " long " in path.name and path.suffix == ".pdf")
    assert len(PdfReader(long).pages) > 10


def test_a_second_run_does_only_what_is_missing(taken: Taken) -> None:
    before = {path: path.stat().st_mtime_ns for path in taken.files()}
    spoilt = next(path for path in before if "搬了家" in path.name and path.suffix == ".png")
    spoilt.unlink()
    spoilt.write_bytes(b"something else")
    taken.host.asked.clear()
    assert main(taken.command) == 1
    asked = taken.host.asked
    assert asked["/moved"] == 1 and asked["/gone"] == 1 and asked["/f.docx"] == 0
    after = {path: path.stat().st_mtime_ns for path in taken.files()}
    assert set(after) == set(before)
    same = {path for path in before if before[path] == after[path]}
    assert {path for path in before if "搬了家" not in path.name} <= same
    test_hashes_are_those_of_the_files(taken)


def test_killed_and_resumed(tmp_path: Path) -> None:
    paths = {f"/{n}": a.article(f"第{n}号公告") for n in range(6)}
    with Servers({"0": (host := Host(paths, a.answer(b"", "404 Not Found")))}):
        names = tmp_path / "list.txt"
        names.write_text("\n".join(f"{host.base}/{n}" for n in range(6)), encoding="utf-8")
        command = ["audit", "capture", "--list", str(names), "--out", str(tmp_path / "out")]
        command += ["--rate", "0", "--data", str(tmp_path / "none")]
        process = subprocess.Popen(
            [sys.executable, "-m", "disclosure.cli", *command], stdout=subprocess.DEVNULL
        )
        journal = tmp_path / "out" / "captured.jsonl"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if journal.is_file() and journal.read_bytes().count(b"\n") >= 2:
                break
            time.sleep(0.02)
        process.kill()
        process.wait()
        with journal.open("a", encoding="utf-8") as file:
            file.write('{"key": "torn')
        done = journal.read_bytes().count(b"\n")
        host.asked.clear()
        assert main(command) == 0
        asked = sum(n for path, n in host.asked.items() if path != "/favicon.ico")
        assert asked <= 6 - done + 1
        rows = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
        assert rows["counts"] == {"wanted": 6, "captured": 6, "failed": 0}
        assert not (tmp_path / "out" / ".part").exists()


def test_the_default_list_is_the_catalogue_and_our_own_pages() -> None:
    catalogue = load_catalogue(ROOT / "examples" / "demo")
    wanted = official(catalogue, "https://public.example/fz/")
    urls = {one.url for one in wanted}
    assert {item.url for item in catalogue.items if item.url} <= urls
    searched = [one for one in catalogue.framework.indicators if one.searched]
    own = {f"https://public.example/fz/{one.address}" for one in searched}
    assert own <= urls and len(own) == len(searched) > 20
    for one in wanted:
        for place in one.places:
            if one.url in own:
                assert place.stem.startswith("01 本站")
    folders: dict[str, list[str]] = {}
    for one in wanted:
        for place in one.places:
            folders.setdefault(place.folder, []).append(place.stem)
    assert all(len(set(stems)) == len(stems) for stems in folders.values())
    years = [
        [stem[3:7] for stem in sorted(stems) if stem[3:7].isdigit()] for stems in folders.values()
    ]
    assert all(several == sorted(several) for several in years)
    assert official(catalogue, "") and not own & {one.url for one in official(catalogue, "")}


def test_lists_without_columns() -> None:
    found = listed("https://a.example/1.html\nhttps://a.example/2.html\n", "l.txt")
    assert [one.places[0].folder for one in found] == ["999 未对应指标"] * 2
    assert [one.places[0].stem[:3] for one in found] == ["01 ", "02 "]


def test_without_a_browser_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextmanager
    def none() -> Iterator[None]:
        from disclosure.audit.observe.browser import NoBrowser

        raise NoBrowser("没有安装 playwright，请运行 pip install playwright")
        yield

    names = tmp_path / "l.txt"
    names.write_text("https://a.example/", encoding="utf-8")
    command = ["audit", "capture", "--list", str(names), "--out", str(tmp_path / "o")]
    command += ["--data", str(tmp_path / "none")]
    monkeypatch.setattr("disclosure.commands.capture.launched", none)
    assert main(command) == 3
    assert "pip install playwright" in capsys.readouterr().out
    monkeypatch.undo()
    monkeypatch.setenv("PATH", os.devnull)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    assert main(command) == 3
    assert "请安装 chromium" in capsys.readouterr().out


def test_wrong_use(tmp_path: Path) -> None:
    out = ["--out", str(tmp_path / "o")]
    assert main(["audit", "capture", *out, "--list", str(tmp_path / "none")]) == 64
    assert main(["audit", "capture", *out, "--data", str(tmp_path / "none")]) == 64
    assert main(["audit", "capture", *out, "--rate", "-1"]) == 64
