"""Reports of a run: every form says the same, against the schema, for people and programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import openpyxl
import pytest
from hostile import answers as a
from hostile.server import Host, Script, Servers
from selectolax.lexbor import LexborHTMLParser

from disclosure.audit.reporting.chat import one_line
from disclosure.audit.reporting.lines import HEAD, Line, line
from disclosure.audit.reporting.page import page
from disclosure.audit.reporting.picture import Point, picture
from disclosure.audit.reporting.schema import Report, json_schema
from disclosure.audit.reporting.sheets import sheets
from disclosure.audit.standing import Standing
from disclosure.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "publishing" / "fetch-report.schema.json"
Head = dict[str, Any]
EVIL = '<img src=x onerror=alert(1)>=HYPERLINK("http://evil.example")'


@dataclass(frozen=True)
class Ran:
    """A run and the folder of its reports."""

    code: int
    folder: Path
    base: str
    data: Head

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    """Two runs over every sort of answer, some waived and confirmed; the second is reported."""
    folder = tmp_path_factory.mktemp("reports")
    paths: dict[str, Script] = {
        "/ok": a.article("通知"),
        "/moved": a.to("/ok", "301 Moved Permanently"),
        "/noindex": a.article("=1+1 清单", head='<meta name="robots" content="noindex">'),
        "/soft": a.page("页面不存在" + EVIL.replace("<", "&lt;"), "<p>页面不存在</p>", bare=True),
        "/guard": a.answer("访问被拦截".encode(), "403 Forbidden"),
        "/changing": a.in_turn(a.article("旧标题"), a.article("旧标题"), a.article("新标题")),
    }
    with Servers({"0": (host := Host(paths, a.answer(b"", "404 Not Found")))}):
        rows = [f"{host.base}{path},{expect},{department}" for path, expect, department in (
            ("/ok", "通知", "办公室"), ("/moved", "", ""), ("/noindex", "", "法制科"), ("/soft", "", "法制科"),
            ("/guard", "", "法制科"), ("/gone", "", "办公室"), ("/gone2", "", ""), ("/changing", "", ""),
        )]  # fmt: skip
        rows += ["javascript:alert(1),,办公室", "mailto:<img src=x onerror=alert(1)>,,办公室"]
        names = folder / "list.csv"
        names.write_text("url,expect,department\n" + "\n".join(rows) + "\n", encoding="utf-8")
        said = {
            "waivers": [{"address": f"{host.base}/gone2", "reason": "改版", "who": "办公室", "until": "2999-01-01"}],
            "confirmations": [{"address": f"{host.base}/guard", "who": "法制科", "day": str(dt.date.today()), "saw": "清单"}],
        }  # fmt: skip
        (folder / "waivers.yaml").write_text(json.dumps(said), encoding="utf-8")
        command = ["audit", "fetch", "--list", str(names), "--report", str(folder / "r")]
        command += ["--rate", "0", "--data", str(folder), "--confirmed"]
        assert main(command) == 1
        code = main([*command, "--self-test"])
        data = json.loads((folder / "r" / "fetch.json").read_text(encoding="utf-8"))
        yield Ran(code, folder / "r", host.base, data)


def test_the_schema_is_that_of_the_declaration() -> None:
    made = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == made
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_a_real_report_keeps_the_schema(ran: Ran) -> None:
    jsonschema.validate(ran.data, json_schema())
    report = Report.model_validate_json(ran.text("fetch.json"))
    assert len(report.results) == 10 and report.exit == ran.code == 1
    assert {row.standing for row in report.results} == {
        Standing.OK, Standing.RED, Standing.PERSON, Standing.CONFIRMED, Standing.WAIVED,
    }  # fmt: skip
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**ran.data, "exit": 9}, json_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**ran.data, "results": [{"url": "x"}]}, json_schema())


def test_every_schema_field_of_a_row_was_seen(ran: Ran) -> None:
    """A field that no real row ever has would be documented in vain."""
    seen = {name for row in ran.data["results"] for name in row}
    wanted = set(json_schema()["$defs"]["Result"]["properties"])
    assert seen | {"trusted", "also"} >= wanted and seen <= wanted


def test_the_csv_opens_in_a_spreadsheet(ran: Ran) -> None:
    text = (ran.folder / "fetch.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and b"\r\n" in text
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert tuple(rows[0]) == tuple(HEAD) and len(rows) == 10
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@" and cell]
    assert [row["网址"] for row in rows] == [row["url"] for row in ran.data["results"]]
    gone = next(row for row in rows if row["网址"] == f"{ran.base}/gone")
    assert gone["结论"] == "断" and gone["连续失败次数"] == "2"
    assert gone["首次失败"] == str(dt.date.today()) and gone["责任科室"] == "办公室"
    titles = {row["网址"]: row["网页标题"] for row in rows}
    assert titles[f"{ran.base}/noindex"].startswith("'=1+1")
    changed = {row["网址"]: row["变化"] for row in rows}
    assert changed[f"{ran.base}/changing"] in ("网页标题、内容", "")


def test_the_workbook_has_a_sheet_a_department(ran: Ran) -> None:
    book = openpyxl.load_workbook(ran.folder / "fetch.xlsx")
    assert book.sheetnames == ["合计", "办公室", "法制科", "未指明科室"]
    head, *rows = [[cell.value for cell in row] for row in book["办公室"].iter_rows()]
    assert head[:2] == ["结论", "网址"] and {"改法", "首次失败", "改好日期"} <= set(head)
    gone = next(dict(zip(head, row, strict=True)) for row in rows if row[1] == f"{ran.base}/gone")
    assert gone["首次失败"].date() == dt.date.today() and gone["已有天数"] == 0
    assert gone["改法"] and gone["改好日期"] is None
    total = [[cell.value for cell in row] for row in book["合计"].iter_rows()]
    sums = next(row for row in total if row[0] == "合计")
    counts = ran.data["standings"]
    assert sums[1:6] == [counts[x] for x in ("red", "recheck", "person", "confirmed", "waived")]
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_junit_counts_what_it_lists(ran: Ran) -> None:
    suite = ElementTree.fromstring(ran.text("junit.xml"))
    cases = suite.findall("testcase")
    assert len(cases) == int(suite.attrib["tests"]) == 10
    assert len(suite.findall(".//failure")) == int(suite.attrib["failures"]) == 5
    assert len(suite.findall(".//skipped")) == int(suite.attrib["skipped"]) == 2
    failed = next(one for one in cases if one.attrib["name"] == f"{ran.base}/gone")
    assert failed.attrib["classname"] == "办公室" and "改法" in (failed[0].text or "")


def test_the_page_stands_alone_and_is_chinese(ran: Ran) -> None:
    text = ran.text("fetch.html")
    assert text.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert LexborHTMLParser(text).css("[src],link,script,iframe,img") == []
    assert "@import" not in text and "url(" not in text
    assert "&lt;img src=x" in text  # said by a page, and only said
    assert not re.search(r'href="(?!http)', text)
    for words in (
        "办公室（3）",
        "首次失败",
        "连续 2 次",
        "豁免到 2999-01-01",
        "历次结果",
        "<svg",
        "改法",
    ):
        assert words in text, words
    assert f'href="{ran.base}/gone"' in text and ">javascript:alert(1)<" in text


def test_one_line_for_a_chat(ran: Ran) -> None:
    said = ran.text("summary.txt")
    assert said.count("\n") == 1 and said.endswith("。\n")
    assert said.startswith(f"【链接核验 {ran.data['today']}】共 10 个网址：通 3，断 3，待人工 2，")
    assert "http" not in said and "办公室 3" in said
    head = {**ran.data, "exit": 3, "distrust": ["网络不通"]}
    assert "不可信：网络不通" in one_line(head)


def test_the_self_test_of_a_run(ran: Ran) -> None:
    told = ran.data["self_test"]
    assert told["planted"] == told["found"] >= 25 and not told["missed"]
    assert any(note.startswith("自检：") for note in ran.data["notes"])


# The parts


def row(**more: Any) -> dict[str, Any]:
    return {
        "url": "https://a.example/", "href": "", "verdict": "broken", "reason": "gone",
        "evidence": "状态 404", "parents": [], "standing": "red", **more,
    }  # fmt: skip


def head(**counts: int) -> Head:
    return {
        "today": "2026-11-23", "site": "x", "trusted": True, "exit": 1, "distrust": [],
        "notes": [], "standings": {one.value: counts.get(one.value, 0) for one in Standing},
        "departments": {},
    }  # fmt: skip


def test_control_characters_and_surrogates_reach_no_file() -> None:
    one = line(row(evidence="a\x00b\x1b\ud800c\ufffe", department="甲" * 40))
    text = page(head(red=1), [one], 0, dt.date(2026, 11, 23))
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\ud800]", text)


def test_sheets_have_names_that_excel_takes() -> None:
    names = ["甲" * 40, "甲" * 41, "History", "history", "合计"]
    lines: list[Line] = [line(row(department=name)) for name in names]
    made = sheets(head(red=5), lines, 7, dt.date(2026, 11, 23))
    titles = [one.name for one in made]
    assert len({name.casefold() for name in titles}) == 6 and all(len(x) <= 31 for x in titles)
    assert any("另有 7 个" in str(cells[0]) for cells in made[0].rows)


def test_a_page_without_faults_says_so() -> None:
    text = page(head(ok=5), [], 0, dt.date(2026, 11, 23))
    assert "没有须要处理的网址" in text and "<svg" not in text
    doubtful = head() | {"trusted": False, "distrust": ["网络不通"]}
    assert "不能作为依据" in page(doubtful, [], 0, dt.date(2026, 11, 23))


def test_a_hijacked_address_is_no_link() -> None:
    one = line(row(reason="hijacked", standing="person", verdict="suspect"))
    text = page(head(person=1), [one], 0, dt.date(2026, 11, 23))
    assert "https://a.example/" in text and 'href="https://a.example/"' not in text


def test_the_picture_says_in_words_what_it_shows() -> None:
    points = [
        Point(f"2026-11-{day:02d}", {"ok": 900 - day, "red": day, "person": 3})
        for day in range(1, 21)
    ]
    svg = picture(points)
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img" and "断开的网址从 1 个到 20 个" in svg
    bars = [one for one in root.iter("{http://www.w3.org/2000/svg}rect") if len(one)]
    heights = [float(one.attrib["height"]) for one in bars if "断" in (one[0].text or "")]
    assert len(heights) == 20 and min(heights) >= 2  # one fault in 900 is still seen
    assert picture([]) == "" and picture([Point("2026-11-01", {})]) == ""
    assert ElementTree.fromstring(picture(points * 10)) is not None
