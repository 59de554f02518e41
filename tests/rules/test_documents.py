"""The form of documents: each fault found alone, and the lawful case beside it."""

from __future__ import annotations

import pytest

from rules.workshop import Case, Workshop, both, fault, item, lawful, row, text, verify


def _bureau(**changes: str) -> object:
    return lambda shop: shop.bureau.update(changes)


CASES: tuple[tuple[str, Case], ...] = (
    *(("I04", fault("I04", f"文号 {number}", item("notice", number=number), "文号(number)"))
      for number in ("示例司[2021]3号", "示例司（2021）3号", "示例司〔2021〕第3号", "示例司〔2021〕03号",
                     "示例司〔2021〕 3号", "示例司【2021】3号", "示例司〔21〕3号", "示例司〔2021〕3")),
    *(("I04", lawful(f"文号 {number}", item("notice", number=number)))
      for number in ("示例司〔2021〕3号", "示例司办发〔2021〕120号", "第3号令", "示例司公告2021年第3号")),
    ("I04", lawful("规章的令号不归格式标准管", item("ministry-rule", number="示例部令第095号"))),
    ("I04", lawful("国标号不是发文字号", item("standard", number="GB/T 00000.1-2012"))),
    ("I04", lawful("执法文书有自己的编号", item("penalty", number="示例司罚决字[2021]第001号"))),
    ("I04", lawful("标准施行之前的文号", item("successor", number="示例司[2011]3号", issued="2011-04-06",
                                     published="2011-04-07", effective="2011-05-01"))),
    ("I05", fault("I05", "文号年份不对", item("notice", number="示例司〔2020〕3号"), "文号(number)")),
    ("I05", lawful("文号年份就是成文年份", item("successor", number="示例司规〔2024〕11号"))),
    ("I06", fault("I06", "一号两题", item("second", like="notice", title="另一份通知", index=""))),
    ("I06", lawful("同一文号的新旧版本同名",
                   item("second", like="ministry-rule", issued="2018-04-24"))),
    ("I07", fault("I07", "一题两号",
                  item("second", like="notice", number="示司例〔2021〕3号", index=""))),
    ("I07", lawful("不同日期的同名通知",
                   item("second", like="notice", number="示例司〔2021〕4号", issued="2021-04-07", index=""))),
    *(("I08", fault("I08", f"索引号 {index}", item("notice", index=index), "索引号(index)"))
      for index in ("00000000/2021-00002", "000000000-2021-00002", "000000000/2021-2", "索引2021")),
    ("I08", lawful("信用代码的索引号", item("notice", index="11000000000000000U/2021-0000002"))),
    ("I08", lawful("上级文件的索引号另有写法", item("ministry-rule", index="司法/2015-3"))),
    ("I09", fault("I09", "索引号重复", item("notice", index="000000000/2021-00001"))),
    ("I09", lawful("流水号不同", item("notice", index="000000000/2021-00009"))),
    ("I10", fault("I10", "索引号年份", item("notice", index="000000000/2020-00002"))),
    ("I10", lawful("跨年发布以发布年份为准",
                   item("successor", issued="2024-12-30", published="2025-01-06",
                        effective="2025-02-06", index="000000000/2025-00001"))),
    ("I11", fault("I11", "别的机关的索引号", item("notice", index="000000001/2021-00002"))),
    ("I11", lawful("没有登记信用代码时不比", both(
        item("notice", index="000000001/2021-00002"), _bureau(credit_code="")))),
    ("I12", fault("I12", "废止无依据", item("notice", validity="废止"), "有效性(validity)")),
    ("I12", lawful("备注写明由谁废止", item("notice", validity="废止", note="由《清理通知》废止。"))),
    ("I12", lawful("写明替代文件",
                   item("notice", validity="失效", replaced_by="successor"))),
    ("I13", fault("I13", "被替代仍写有效",
                  both(item("document", replaced_by="successor")), "有效性(validity)")),
    ("I13", lawful("替代文件还没有施行", both(
        item("document", replaced_by="successor"),
        item("successor", number="示例司规〔2026〕1号", issued="2026-06-08",
             published="2026-06-10", effective="2026-07-10")))),
    ("I14", fault("I14", "月日编虚位", text("notice", lambda t: t.replace("4月6日", "04月06日")))),
    ("I14", lawful("正文中间的日期不管", text("notice", lambda t: "2021年04月06日起草。\n\n" + t))),
    ("I15", fault("I15", "落款与成文不一致", text("notice", lambda t: t.replace("4月6日", "4月7日")))),
    ("I15", lawful("只登记了月份", both(item("notice", issued="2021-04")))),
    ("A06", fault("A06", "年度倒排", item("statement", years="2020;2019"), "年度(years)")),
    ("A06", fault("A06", "年度重复", item("statement", years="2020;2020"))),
    ("A06", lawful("年度升序", item("statement", years="2016;2018;2021"))),
    ("A07", fault("A07", "本局不能制定规章", item("notice", kind="地方政府规章"), "种类(kind)")),
    ("A07", fault("A07", "法律是国家的", item("ministry-rule", kind="法律", level="省"))),
    ("A07", lawful("市政府规章", item("ministry-rule", kind="地方政府规章", level="市"))),
    ("W04", fault("W04", "发布机构写简称", item("notice", issuer="示例司法局"), "发布机构(issuer)")),
    ("W04", lawful("上级机关另有名称", item("ministry-rule", issuer="别的部"))),
    ("W04", lawful("没有写发布机构", item("notice", issuer=""))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_document(code: str, case: Case) -> None:
    verify(case)


def test_the_workshop_is_lawful() -> None:
    assert Workshop().problems() == []


def test_a_hint_says_how_to_write_the_number() -> None:
    shop = Workshop()
    shop.item("notice", number="示例司[2021]3号")
    (problem,) = shop.problems()
    assert "〔2021〕" in problem.fix


def test_a_row_of_a_register_is_no_document() -> None:
    shop = Workshop()
    row("cases", "case-1", number="示例[2021]01号")(shop)
    assert shop.problems() == []
