"""Yearly statistics, reports and case indexes: sums, years, days."""

from __future__ import annotations

import pytest

from disclosure.problem import Severity
from rules.workshop import Case, Workshop, fault, item, lawful, row, verify


def report(key: str, **changes: object) -> object:
    return row("reports", key, **changes)


def line(key: str, **changes: object) -> object:
    return row("statistics", key, **changes)


CASES: tuple[tuple[str, Case], ...] = (
    ("S01", fault("S01", "合计少一件", line("penalty-3-2021", count=2), "件数", also=("S04",))),
    ("S01", fault("S01", "金额不对", line("penalty-3-2021", amount="15001"), "金额")),
    ("S01", fault("S01", "分项多一件", line("penalty-1-2021", count=2))),
    ("S01", lawful("许可表不相加", line("licence-1-2021", count=30))),
    ("S01", lawful("118号文之前的统计",
                   lambda shop: [shop.row("statistics", f"penalty-{n}-2021", for_year=2016,
                                          count=n * n) for n in (1, 2, 3)])),
    ("S02", fault("S02", "留空", line("licence-1-2021", count=None), "件数")),
    ("S02", lawful("写 0", line("licence-1-2021", count=0))),
    ("S03", fault("S03", "公开的比统计的多", line("licence-3-2021", count=0), also=("S04",))),
    ("S03", lawful("统计的比公开的多", lambda shop: (
        shop.row("statistics", "licence-3-2021", count=5),
        shop.row("reports", "disclosure-2021", licences=6)))),
    ("S04", fault("S04", "许可件数", report("disclosure-2021", licences=4), "行政许可件数")),
    ("S04", fault("S04", "强制件数", report("disclosure-2021", coercions=1))),
    ("S04", lawful("年报没有写件数", report("disclosure-2021", licences=None))),
    ("S05", fault("S05", "收支不平", report("disclosure-2020", handled=12), "本年办理结果总计")),
    ("S05", lawful("数字不全就不算", report("disclosure-2020", handled=None))),
    ("S06", fault("S06", "结转不衔接",
                  report("disclosure-2021", carried_over=3, applications=7), "上年结转")),
    ("S06", lawful("没有上一年的年报", report("disclosure-2020", carried_over=5, applications=8))),
    ("S07", fault("S07", "规范性文件不衔接", report("disclosure-2021", documents_in_force=8))),
    ("S07", fault("S07", "规章不衔接", report("disclosure-2021", rules_made=1))),
    ("S07", lawful("上年没有写", report("disclosure-2020", documents_in_force=None))),
    ("S08", fault("S08", "2 月 1 日", report("disclosure-2020", published="2021-02-01"), "公开日期")),
    ("S08", fault("S08", "旧条例 4 月 1 日", item("disclosure-2017", published="2018-04-02"))),
    ("S08", lawful("1 月 31 日", report("disclosure-2020", published="2021-01-31"))),
    ("S08", lawful("旧条例 3 月 31 日", item("disclosure-2017", published="2018-03-31"))),
    ("S09", fault("S09", "2 月 1 日", report("enforcement-2020", published="2021-02-01"))),
    ("S09", fault("S09", "文件形式", item("rule-of-law-2020", title="示例市司法局2020年行政执法统计年报"))),
    ("S09", lawful("2017 年的年报还没有期限", report("enforcement-2020", for_year=2017, published="2018-06-01"))),
    ("S10", fault("S10", "2 月 1 日", report("website-2020", published="2021-02-01"))),
    ("S10", lawful("1 月 31 日", report("website-2020", published="2021-01-31"))),
    ("S11", fault("S11", "4 月 1 日", report("rule-of-law-2019", published="2020-04-01"))),
    ("S11", fault("S11", "文件形式，晚于两个期限",
                  item("rule-of-law-2020", published="2021-04-02"), also=("S12",))),
    ("S11", lawful("3 月 31 日", report("rule-of-law-2019", published="2020-03-31"))),
    ("S12", fault("S12", "指标期满以后", report("rule-of-law-2019", for_year=2022, published="2023-04-03"))),
    ("S12", lawful("指标期满以后 4 月 1 日", report("rule-of-law-2019", for_year=2022, published="2023-04-01"))),
    ("S13", fault("S13", "第 21 日", report("budget-2021", published="2021-02-22"))),
    ("S13", lawful("第 20 日", report("budget-2021", published="2021-02-21"))),
    ("S14", fault("S14", "一年两份", report("second", like="website-2020"), "年度")),
    ("S14", lawful("同年不同系列", report("website-2020", published="2021-01-02"))),
    ("S15", fault("S15", "序号重复", row("cases", "case-2", serial=1), "序号")),
    ("S15", lawful("另一类另起序号", row("cases", "case-2", serial=1, type="行政许可"))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_report(code: str, case: Case) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("plant", "severity"),
    [
        (item("disclosure-2017", published="2018-04-02"), Severity.WARNING),
        (report("disclosure-2020", published="2021-02-01"), Severity.ERROR),
    ],
)
def test_the_old_regulation_only_warns(plant: object, severity: Severity) -> None:
    shop = Workshop()
    plant(shop)  # type: ignore[operator]
    found = [problem for problem in shop.problems() if problem.code.code == "S08"]
    assert [problem.severity for problem in found] == [severity]
