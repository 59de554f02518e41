"""Enforcement decisions: in time, complete, without contradictions."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure.problem import Severity
from rules.workshop import Case, Workshop, fault, item, lawful, row, verify


def decision(key: str, **changes: object) -> object:
    return row("decisions", key, **changes)


PENALTY = "penalty-1"
CASES: tuple[tuple[str, Case], ...] = (
    # 2021-04-06 is a Tuesday after the festival: the seventh working day after it is 04-15.
    ("D01", fault("D01", "许可第 8 个工作日", decision("licence-1", published="2021-04-16"), "公示日期")),
    ("D01", fault("D01", "处罚第 8 个工作日", decision(PENALTY, published="2021-08-12"))),
    ("D01", fault("D01", "文件形式的处罚决定", item("penalty", published="2021-04-16"), "发布日期")),
    ("D01", lawful("许可第 7 个工作日", decision("licence-1", published="2021-04-15"))),
    ("D01", lawful("国庆假期不计", decision("licence-1", decided="2021-09-30", published="2021-10-15",
                                     effective_from="2021-09-30"))),
    ("D01", lawful("双公示施行之前", decision("licence-1", decided="2018-07-24", published="2018-12-24",
                                     effective_from="2018-07-24"))),
    ("D01", fault("D01", "118号文之前按双公示",
                  decision("licence-1", decided="2018-07-25", published="2018-08-06",
                           effective_from="2018-07-25"))),
    ("D02", fault("D02", "检查结果第 21 个工作日", decision("check-1", published="2021-05-07"))),
    ("D02", fault("D02", "文件形式的检查结果", item("check", published="2021-05-07"))),
    ("D02", lawful("检查结果第 20 个工作日", decision("check-1", published="2021-05-06"))),
    ("D03", fault("D03", "第 4 个工作日撤回", decision(PENALTY, withdrawn="2021-09-07"), "撤回公开日期")),
    ("D03", fault("D03", "至今没有撤回", decision(PENALTY, withdrawn=None, withdrawal_reason=""), "变更撤销日期")),
    ("D03", lawful("第 3 个工作日撤回", decision(PENALTY, withdrawn="2021-09-06"))),
    ("D03", lawful("新法之前", decision(PENALTY, decided="2021-06-01", published="2021-06-02",
                                  revoked="2021-07-14", withdrawn="2021-09-06"))),
    ("D04", fault("D04", "没有理由", decision(PENALTY, withdrawal_reason=""), "撤回理由")),
    ("D04", lawful("没有撤销就不需要理由",
                   decision(PENALTY, revoked=None, withdrawn=None, withdrawal_reason=""))),
    ("D05", fault("D05", "公示早于决定", decision("licence-1", published="2021-04-05"), "公示日期")),
    ("D05", fault("D05", "有效期止早于起",
                  decision("licence-1", effective_from="2021-05-06", effective_to="2021-05-05"))),
    ("D05", fault("D05", "公示截止早于决定", decision(PENALTY, publicity_until="2021-08-01"))),
    ("D05", lawful("当天公示", decision("licence-1", published="2021-04-06"))),
    ("D06", fault("D06", "法人没有代码", decision("licence-1", credit_code=""), "统一社会信用代码")),
    ("D06", lawful("用工商注册号", decision("licence-1", credit_code="", business_registration="示例0001"))),
    ("D06", lawful("双公示以前", decision("check-1", credit_code="", decided="2018-07-01", published="2018-07-05"))),
    ("D07", fault("D07", "没有法定代表人", decision("check-1", representative=""), "法定代表人")),
    ("D07", lawful("自然人没有法定代表人", decision("person-1", representative=""))),
    ("D08", fault("D08", "自然人填了代码", decision("person-1", credit_code="31000000000000000R"))),
    ("D08", lawful("个体工商户可以有代码",
                   decision("person-1", party_kind="个体工商户", credit_code="31000000000000000R"))),
    *(("D09", fault("D09", f"许可缺 {column}", decision("licence-1", **{column: None}), column))
      for column in ("licence_kind", "effective_from", "effective_to", "licence_state")),
    ("D09", lawful("检查不需要许可栏目", decision("check-1", licence_kind=None))),
    *(("D10", fault("D10", f"处罚缺 {column}", decision(PENALTY, **{column: ""}), column))
      for column in ("offence", "facts", "basis")),
    ("D10", fault("D10", "处罚缺类别", decision(PENALTY, penalties=(), fine=None), "处罚类别")),
    ("D10", lawful("许可不需要处罚栏目", decision("licence-1", offence=""))),
    ("D11", fault("D11", "罚款没有金额", decision(PENALTY, fine=None), "罚款金额")),
    ("D11", fault("D11", "罚款金额为 0", decision(PENALTY, fine="0"))),
    ("D11", fault("D11", "没有罚款却有金额", decision(PENALTY, penalties="警告"))),
    ("D11", fault("D11", "没收没有金额",
                  decision(PENALTY, penalties="警告；罚款；没收违法所得、没收非法财物"), "没收金额")),
    ("D11", fault("D11", "吊销没有证照", decision(PENALTY, penalties="罚款；吊销许可证件"), "证照")),
    ("D11", lawful("只有警告", decision(PENALTY, penalties="警告", fine=None))),
    ("D12", fault("D12", "文书号重复", decision("person-1", number="示例司许决字〔2021〕1号"), "决定文书号")),
    ("D12", lawful("不同类别各自编号", decision("check-1", number="示例司许决字〔2021〕1号"))),
    ("K06", fault("K06", "证件类型写了号码", decision("person-1", party_paper="身份证000000"), "证件类型")),
    ("K06", lawful("只写类型", decision("person-1", party_paper="居民身份证"))),
    ("T01", fault("T01", "通知第 21 个工作日", item("notice", published="2021-05-07"), "发布日期")),
    ("T01", lawful("通知第 20 个工作日", item("notice", published="2021-05-06"))),
    ("T01", lawful("只知道月份，不算", item("notice", published="2021-06"))),
    ("T01", lawful("上级文件不管", item("ministry-rule", published="2016-01-01"))),
    ("T08", fault("T08", "工作日历以外", lambda shop: (
        shop.row("decisions", "check-1", decided="2027-01-04", published="2027-02-22"),
        setattr(shop, "today", dt.date(2027, 6, 30))))),
    ("T08", lawful("工作日历以内", decision("check-1", decided="2026-01-04", published="2026-01-05"))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_decision(code: str, case: Case) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("issued", "published", "severity"),
    [("2019-05-14", "2019-07-30", Severity.WARNING), ("2019-05-15", "2019-07-30", Severity.ERROR)],
)
def test_the_old_regulation_only_warns(issued: str, published: str, severity: Severity) -> None:
    shop = Workshop()
    shop.item("successor", issued=issued, published=published, number="", effective="")
    (problem,) = shop.problems()
    assert (problem.code.code, problem.severity) == ("T01", severity)


def test_a_clock_that_the_table_lacks_is_said_once() -> None:
    shop = Workshop()
    shop.clocks = {key: one for key, one in shop.clocks.items() if key[0] != "disclosure-proactive"}
    found = [problem for problem in shop.problems() if problem.code.code == "T09"]
    assert len(found) == 1 and "disclosure-proactive" in found[0].found
