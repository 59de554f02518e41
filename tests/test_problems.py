"""Every problem code has wording, a fix, and a fault that triggers it at the right place."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.load import load
from disclosure.problem import CODES, Severity
from disclosure.problem_codes import RULE_CODES
from planting import Fault, add, edit, move, problems_of, raw, remove

BOMB = b"a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n"


def waiving(
    until: str = "2021-07-01", address: str = "https://www.example.org/*", day: str = "2021-06-30"
) -> Fault:
    """A file of waivers with which nothing is wrong but what is given."""
    return add(
        "waivers.yaml",
        f"""waivers:
- address: "{address}"
  reason: 对方网站正在改版
  who: 办公室
  until: {until}
confirmations:
- address: https://www.example.org/law
  who: 办公室
  day: {day}
  saw: 法律全文
""",
    )


def recorded(*rows: str) -> Fault:
    return add("addresses.csv", "\n".join(("address,title,since", *rows, "")))


def departed(text: str) -> Fault:
    return add("redirects.yaml", text)


MOVED = "redirects:\n- address: /items/old/\n  to: {}\n  day: {}\ntombstones:\n"
GONE = "tombstones:\n- address: {}\n  how: 撤回\n  reason: 依法撤回\n  day: 2021-05-01\n"
OLD = "/items/old/,旧通知,2021-03-01"


def both(first: Fault, second: Fault) -> Fault:
    def fault(data: Path) -> None:
        first(data)
        second(data)

    return fault


# code, file, row, column contains, fault
FAULTS: list[tuple[str, str, int | None, str, Fault]] = [
    ("F01", "items.csv", None, "", remove("items.csv")),
    ("F01", "bureau.yaml", None, "", remove("bureau.yaml")),
    ("F02", "departments.csv", None, "", raw("departments.csv", lambda b: b"")),
    ("F02", "indicators.yaml", None, "", raw("indicators.yaml", lambda b: b" \n\n")),
    ("F03", "items.csv", 2, "", raw("items.csv", lambda b: b.replace(b"law-a-2015", b"\xff\xff"))),
    ("F04", "items.csv", None, "", raw("items.csv", lambda b: b"\xef\xbb\xbf" + b)),
    ("F04", "items.csv", None, "", raw("items.csv", lambda b: b.decode().encode("gb18030"))),
    ("F04", "indicators.yaml", None, "",
     raw("indicators.yaml", lambda b: b.decode().encode("gb18030"))),
    ("F05", "items.csv", 5, "", edit("items.csv", "register-2021,", 'register-2021,"')),
    ("F06", "materials.csv", None, "", raw("materials.csv", lambda b: b.replace(b"\n", b"\r\n"))),
    ("F07", "items.csv", 5, "", edit("items.csv", "待复核", "大" * 7_000_000)),
    ("F08", "bureau.yaml", 4, "", edit("bureau.yaml", "aliases: [", "aliases: [[")),
    ("F08", "indicators.yaml", None, "", edit("indicators.yaml", "title: 微", "title: \x07微")),
    ("F09", "bureau.yaml", 1, "", raw("bureau.yaml", lambda b: BOMB)),
    ("F09", "bureau.yaml", 2, "", raw("bureau.yaml", lambda b: b"a: 1\nb: " + b"[" * 200)),
    ("F10", "bureau.yaml", 2, "name", edit("bureau.yaml", "short_name", "name")),
    ("C01", "items.csv", 1, "", edit("items.csv", ",note\n", ",note,备注2\n")),
    ("C01", "indicators.yaml", 17, "shorts", edit("indicators.yaml", "short:", "shorts:")),
    ("C01", "indicators.yaml", 1, "", edit("indicators.yaml", "framework:", "frame: x\nframework:")),
    ("C02", "items.csv", 1, "", edit("items.csv", "id,title,kind", "id,title,")),
    ("C03", "items.csv", 1, "", edit("items.csv", ",note\n", ",title\n")),
    ("C04", "items.csv", 5, "", edit("items.csv", "待复核", "待复核,多,一")),
    ("V01", "items.csv", 5, "标题(title)", edit("items.csv", "审批清单（2021年版）", "")),
    ("V01", "indicators.yaml", 19, "text",
     edit("indicators.yaml", "text: 向社会公布全部审批清单。", 'text: ""')),
    ("V02", "items.csv", 5, "种类(kind)", edit("items.csv", ",清单,本局", ",清 单,本局")),
    ("V02", "indicators.yaml", 18, "series", edit("indicators.yaml", "national", "nation")),
    ("V02", "materials.csv", 3, "逐年(every_year)", edit("materials.csv", "工作日内,否", "工作日内,不")),
    ("V03", "items.csv", 5, "成文日期(issued)", edit("items.csv", "2021-05-20", "2021-02-30")),
    ("V03", "bureau.yaml", 14, "revised", edit("bureau.yaml", "2021-06-01", "六月一日")),
    ("V04", "items.csv", 4, "文号(number)", edit("items.csv", "示例司〔2020〕1号", "1.23E+30")),
    ("V04", "items.csv", 4, "索引号(index)",
     edit("items.csv", "示例司〔2020〕1号,", "示例司〔2020〕1号,14349/2017-00110")),
    ("V04", "items.csv", 5, "成文日期(issued)", edit("items.csv", "2021-05-20", "44336")),
    ("V05", "items.csv", 5, "编号(id)", edit("items.csv", "register-2021,", "清单2021,")),
    ("V05", "items.csv", 4, "年度(years)", edit("items.csv", ",2020,办公室", ",二零二零,办公室")),
    ("V05", "indicators.yaml", 23, "id", edit("indicators.yaml", "n001.2", "n002.2")),
    ("V06", "items.csv", 5, "成文日期(issued)", edit("items.csv", "2021-05-20", "2021年5月20日")),
    ("V06", "items.csv", 5, "成文日期(issued)", edit("items.csv", "2021-05-20", "2021/5/20")),
    ("V06", "items.csv", 4, "文号(number)", edit("items.csv", "〔2020〕", "〔２０２０〕")),
    ("R01", "items.csv", 3, "编号(id)", edit("items.csv", "law-a-2019,示", "law-a-2015,示")),
    ("R01", "indicators.yaml", None, "id", edit("indicators.yaml", "id: n002", "id: n001")),
    ("R02", "items.csv", 4, "对应材料(satisfies)", edit("items.csv", ",p01.1,", ",p01.9,")),
    ("R02", "items.csv", 3, "所依据的指标", edit("items.csv", "n001;m1", "n001;m9")),
    ("R02", "items.csv", 2, "替代文件", edit("items.csv", "已修改,law-a-2019", "已修改,law-b")),
    ("R02", "items.csv", 4, "责任科室", edit("items.csv", "2020,办公室", "2020,办公司")),
    ("R02", "indicators.yaml", 27, "shares", edit("indicators.yaml", "shares: n001", "shares: n9")),
    ("R02", "indicators.yaml", 15, "departments", edit("indicators.yaml", "[审批科]", "[审核科]")),
    ("R03", "materials.csv", None, "", edit("materials.csv", "m1.1,线", "m1.2,线")),
    ("R04", "items.csv", 2, "替代文件",
     edit("items.csv", "有效,,n001.2", "有效,law-a-2015,n001.2")),
    ("R05", "texts/nobody.md", None, "", add("texts/nobody.md")),
    ("R05", "files/notice-2020/extra.txt", None, "", add("files/notice-2020/extra.txt")),
    ("R06", "items.csv", 4, "附件", edit("items.csv", "plan.pdf|", "plan.docx|")),
    ("R06", "items.csv", 4, "附件", edit("items.csv", "plan.pdf|", "../../bureau.yaml|")),
    ("E01", "registers/powes.csv", None, "", add("registers/powes.csv")),
    ("E02", "registers/approvals.csv", 3, "起始日期(valid_from)",
     edit("registers/approvals.csv", "2021-01-01,,示例甲证", "2020-12-31,,示例甲证")),
    ("E03", "registers/approvals.csv", 4, "终止日期(valid_to)",
     edit("registers/approvals.csv", "2020-12-31,示例乙证", "2018-12-31,示例乙证")),
    ("E04", "registers/decisions/2019.csv", 2, "(decided)",
     move("registers/decisions/2020.csv", "registers/decisions/2019.csv")),
    ("I01", "items.csv", 5, "发布日期", edit("items.csv", "2021-05-21", "2021-05-19")),
    ("I02", "items.csv", 5, "发布日期", edit("items.csv", "2021-05-21", "2021-07-02")),
    ("I03", "items.csv", 3, "官方网址", edit("items.csv", "https://www", "www")),
    ("L01", "bureau.yaml", None, "credit_code", lambda data: None),
    ("L02", "materials.csv", 3, "", edit("items.csv", ",n001.1,", ",,")),
    ("L03", "materials.csv", 5, "", lambda data: None),
    ("R01", "addresses.csv", 3, "网址(address)", recorded(OLD, OLD)),
    ("R01", "redirects.yaml", 6, "address",
     departed(MOVED.format("/guide/", "2021-05-01") + GONE[12:].format("/items/old/"))),
    ("V05", "addresses.csv", 2, "网址(address)", recorded("items/old/,旧通知,2021-03-01")),
    ("V03", "addresses.csv", 2, "登记日期(since)", recorded("/items/old/,旧通知,三月")),
    ("V01", "addresses.csv", 2, "名称(title)", recorded("/items/old/,,2021-03-01")),
    ("V05", "redirects.yaml", 3, "to", departed(MOVED.format("https://a.example/", "2021-05-01"))),
    ("V02", "redirects.yaml", 3, "how", departed(GONE.replace("撤回", "删除", 1).format("/a/"))),
    ("U01", "addresses.csv", 2, "网址(address)", recorded(OLD)),
    ("U02", "redirects.yaml", 3, "to", departed(MOVED.format("/items/nowhere/", "2021-05-01"))),
    ("U03", "redirects.yaml", 2, "address", departed(GONE.format("/guide/"))),
    ("U03", "redirects.yaml", 2, "address", departed(GONE.format("/guide"))),
    ("U03", "redirects.yaml", 2, "address",
     departed(GONE.format("/files/notice-2020/plan.pdf/page/"))),
    ("U04", "redirects.yaml", 2, "address",
     both(recorded("/guide/,公开指南,2021-03-01"), departed(GONE.format("/items/old/")))),
    ("U05", "addresses.csv", None, "网址(address)", recorded("/guide/,公开指南,2021-03-01")),
    ("U06", "redirects.yaml", 4, "day", departed(MOVED.format("/guide/", "2021-07-02"))),
    ("X01", "waivers.yaml", 5, "until", waiving(until="2021-06-30")),
    ("X02", "waivers.yaml", 2, "address", waiving(address="https://gone.example.org/*")),
    ("X03", "waivers.yaml", 9, "day", waiving(day="2021-03-01")),
    ("X04", "waivers.yaml", 9, "day", waiving(day="2021-07-02")),
]  # fmt: skip


def test_the_tiny_catalogue_is_clean(tiny: Path) -> None:
    assert problems_of(tiny) == []


@pytest.mark.parametrize(
    ("code", "file", "row", "column", "fault"),
    FAULTS,
    ids=[f"{code}-{index}" for index, (code, *_) in enumerate(FAULTS)],
)
def test_a_planted_fault_is_found(
    tiny: Path, code: str, file: str, row: int | None, column: str, fault: Fault
) -> None:
    fault(tiny)
    found = [p for p in problems_of(tiny, for_release=code[0] == "L") if p.code.code == code]
    assert any(
        p.place.file == file and (row is None or p.place.row == row) and column in p.place.column
        for p in found
    ), [(p.code.code, str(p.place)) for p in problems_of(tiny, for_release=code[0] == "L")]
    assert all(p.found for p in found)


def test_every_code_is_planted() -> None:
    """Codes of the rules are planted in tests/rules."""
    assert {code for code, *_ in FAULTS} == set(CODES) - set(RULE_CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_speaks_plain_chinese(code: object) -> None:
    for name in ("title", "meaning", "fix"):
        text = getattr(code, name)
        assert text and any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_a_hint_names_the_nearest_word(tiny: Path) -> None:
    edit("items.csv", ",p01.1,", ",p01.9,")(tiny)
    (problem,) = problems_of(tiny)
    assert "最接近的是“p01" in problem.fix


def test_a_chinese_header_gets_its_english_name(tiny: Path) -> None:
    edit("items.csv", "id,title,kind", "id,标题,kind")(tiny)
    messages = [p.fix for p in problems_of(tiny) if p.code.code == "C01"]
    assert any("应写成“title”" in message for message in messages)


def test_all_problems_of_all_files_come_at_once(tiny: Path) -> None:
    edit("items.csv", "2021-05-20", "2021-02-30")(tiny)
    edit("materials.csv", "m1.1,线下查证", "m1.1,线下")(tiny)
    edit("bureau.yaml", "edition: 3", "edition: 三")(tiny)
    files = {p.place.file for p in problems_of(tiny) if p.severity is Severity.ERROR}
    assert {"items.csv", "materials.csv", "bureau.yaml"} <= files


def test_tolerated_forms_mean_the_same(tiny: Path) -> None:
    before = load(tiny).catalogue
    edit("items.csv", "2021-05-20", "２０２１年５月２０日")(tiny)
    raw("items.csv", lambda b: b.decode().replace("\n", "\r\n").encode("gb18030"))(tiny)
    raw("materials.csv", lambda b: b"\xef\xbb\xbf" + b)(tiny)
    after = load(tiny).catalogue
    assert before is not None and after is not None
    assert before.items == after.items and before.plans == after.plans


def test_numbers_in_yaml_stay_text(tiny: Path) -> None:
    edit("indicators.yaml", 'number: "1."', "number: 1.10")(tiny)
    catalogue = load(tiny).catalogue
    assert catalogue is not None
    assert catalogue.framework.chapters[0].sections[0].number == "1.10"


def test_what_is_absent_is_no_error_until_release(tiny: Path) -> None:
    edit("items.csv", ",n001.1,", ",,")(tiny)
    edit("bureau.yaml", "https://tiny.example/", '""')(tiny)
    assert problems_of(tiny) == []
    codes = {p.code.code for p in problems_of(tiny, for_release=True)}
    assert codes >= {"L01", "L02", "L03"} and {code[0] for code in codes} == {"L"}
