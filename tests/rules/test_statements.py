"""情况说明: title, signature, length, last day."""

from __future__ import annotations

import pytest

from rules.lawful import SIGNED
from rules.workshop import Case, Workshop, fault, item, lawful, text, verify

TITLE = "示例市司法局关于压缩办理时限的情况说明"


def _long(count: int) -> object:
    """A statement of exactly so many characters, blanks and marks not counted."""
    signed = "".join(SIGNED.split())
    return text("statement", lambda _: "字" * (count - len(signed)) + "\n\n" + SIGNED)


CASES: tuple[tuple[str, Case], ...] = (
    *(("A01", fault("A01", title, item("statement", title=title), "标题(title)"))
      for title in ("关于压缩办理时限的情况说明", "示例司法局关于压缩办理时限的情况说明",
                    "示例市司法局关于压缩办理时限的说明", "示例市司法局关于的情况说明")),
    ("A01", lawful("照格式的标题", item("statement", title="示例市司法局关于“一网通办”的情况说明"))),
    ("A01", lawful("通知的标题不归这条管", item("notice", title="关于情况说明的通知"))),
    ("A02", fault("A02", "落款晚一天",
                  lambda shop: (shop.item("statement", issued="2021-06-01", published="2021-06-02"),
                                shop.text("statement", shop.texts["statement"].replace("4月6日", "6月1日"))),
                  "成文日期(issued)")),
    ("A02", lawful("最后一天",
                   lambda shop: (shop.item("statement", issued="2021-05-31", published="2021-06-01"),
                                 shop.text("statement", shop.texts["statement"].replace("4月6日", "5月31日"))))),
    ("A02", lawful("以后与方案无关的说明",
                   lambda shop: (shop.item("statement", issued="2022-04-06", published="2022-04-07",
                                           index="", satisfies=""),
                                 shop.text("statement", shop.texts["statement"].replace("2021", "2022"))))),
    ("A03", fault("A03", "没有单位", text("statement", lambda t: t.replace("示例市司法局\n", "")))),
    ("A03", fault("A03", "单位写简称", text("statement", lambda t: t.replace("示例市司法局\n", "市司法局\n")))),
    ("A03", fault("A03", "没有日期", text("statement", lambda t: t.replace("2021年4月6日", "")))),
    ("A03", lawful("单位和日期各占一行", text("statement", lambda t: t.rstrip()))),
    ("A04", fault("A04", "1001 字", _long(1001))),
    ("A05", fault("A05", "501 字", _long(501))),
    ("A05", fault("A05", "1000 字", _long(1000))),
    ("A05", lawful("500 字", _long(500))),
    *(("A04", case) for material, most in (("n090.1", 1500), ("n087.1", 2000)) for case in (
        fault("A04", f"{material} 多一字",
              lambda shop, material=material, most=most: (
                  shop.item("statement", satisfies=material), _long(most + 1)(shop))),
        lawful(f"{material} 写明 {most} 字",
               lambda shop, material=material, most=most: (
                   shop.item("statement", satisfies=material), _long(most)(shop))))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_statement(code: str, case: Case) -> None:
    verify(case)


def test_a_problem_in_a_text_says_the_line() -> None:
    shop = Workshop()
    shop.text("statement", shop.texts["statement"].replace("4月6日", "04月06日"))
    (problem,) = shop.problems()
    lines = shop.texts["statement"].splitlines()
    assert problem.place.file == "texts/statement.md"
    assert problem.place.row == lines.index("2021年04月06日") + 1
