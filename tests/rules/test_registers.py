"""What the registers state, and official codes."""

from __future__ import annotations

import pytest

from disclosure.problem import Severity
from rules.lawful import BASIC, FIRM, ORGAN
from rules.workshop import Case, Workshop, both, fault, lawful, row, verify

LICENCE = "worker-licence"


def approval(**changes: object) -> object:
    return row("approvals", LICENCE, **changes)


CASES: tuple[tuple[str, Case], ...] = (
    *(("Q01", fault("Q01", f"权责清单 {column} 空白", row("powers", "firm-check", **{column: ""}), column))
      for column in ("basis", "implementer", "supervision", "liability", "remedy", "duties")),
    ("Q01", fault("Q01", "审批事项没有电话", approval(phone=""), "(phone)")),
    ("Q01", lawful("未核定的条目只在正式发布时检查", row("powers", "firm-check", basis="", confirmed=False))),
    ("Q01", lawful("0 不是空白", approval(statutory_days=0, promised_days=0))),
    *(("Q02", fault("Q02", word, row("powers", "firm-check", duties=word), "责任事项(duties)"))
      for word in ("待定", "责任事项待补充", "xxx", "？？")),
    ("Q02", lawful("“待遇”不是占位", row("powers", "firm-check", duties="落实待遇，等待核查结果"))),
    ("Q03", fault("Q03", "将来的公示日期",
                  row("decisions", "check-1", decided="2026-06-29", published="2026-07-01"), "(published)")),
    ("Q03", fault("Q03", "将来的决定日期",
                  row("decisions", "check-1", decided="2026-07-01", published=None), "(decided)",
                  also=("Q01",))),
    ("Q03", lawful("今天公示", row("decisions", "check-1", decided="2026-06-29", published="2026-06-30"))),
    ("Q03", lawful("有效期可以在将来", row("decisions", "licence-1", effective_to="2036-04-05"))),
    ("Q04", fault("Q04", "省级事项", row("powers", "firm-check", city_item=False), "是否市级事项")),
    ("Q04", fault("Q04", "仲裁委员会登记", row("powers", "firm-check", name="仲裁委员会设立登记"))),
    ("Q04", lawful("仲裁工作指导", row("powers", "firm-check", name="仲裁工作指导"))),
    *(("Q05", fault("Q05", basis, row("powers", "firm-licence", basis=basis), "法律依据(basis)"))
      for basis in ("律师事务所管理办法第5条", "示例政〔2015〕1号", "市政府规范性文件", "司法部令第137号")),
    *(("Q05", lawful(basis, row("powers", "firm-licence", basis=basis)))
      for basis in ("律师法第18条", "《中华人民共和国律师法》第十八条", "法律援助条例(2003)第17条",
                    "国务院对确需保留的行政审批项目设定行政许可的决定附件第75项",
                    "全国人民代表大会常务委员会关于司法鉴定管理问题的决定第5条", "河南省人民政府令第168号")),
    ("Q05", lawful("检查可以由规章规定", row("powers", "firm-check", basis="律师事务所管理办法第5条"))),
    ("Q05", lawful("许可法施行前已终止", row("powers", "firm-licence", basis="示例政〔1999〕1号",
                                    valid_from="1999-01-01", valid_to="2004-06-30"))),
    ("Q06", fault("Q06", "承诺 21 法定 20", approval(promised_days=21), "承诺时限")),
    ("Q06", lawful("承诺等于法定", approval(promised_days=20))),
    ("Q07", fault("Q07", "时限没有单位", approval(days_unit=None), "时限单位")),
    ("Q07", lawful("没有时限也没有单位", row("powers", "firm-check", days_unit=None))),
    ("Q08", fault("Q08", "收费没有依据", approval(fee="50元/件"), "收费依据")),
    ("Q08", lawful("收费有依据", approval(fee="50元/件", fee_basis="示例价费〔2015〕1号"))),
    ("Q08", lawful("不收费", approval(fee="不收费"))),
    ("Q09", fault("Q09", "规章不能设定证明", row("certificates", "domicile", basis_level="部门规章"))),
    ("Q09", fault("Q09", "没写层级看依据",
                  row("certificates", "domicile", basis_level="", basis="律师事务所管理办法第12条"))),
    ("Q09", lawful("已取消的不管", row("certificates", "hardship", basis_level="规范性文件"))),
    ("Q09", lawful("没写层级，依据是法律", row("certificates", "domicile", basis_level=""))),
    ("Q10", fault("Q10", "文件不能设定中介", row("intermediaries", "audit", basis="示例政〔2015〕1号"))),
    ("Q10", lawful("已取消的中介", row("intermediaries", "audit", basis="示例政〔2015〕1号", state="取消"))),
    ("Q11", fault("Q11", "公开时限 21", row("public-services", "hotline", disclosure_days=21))),
    ("Q11", lawful("公开时限 20", row("public-services", "hotline", disclosure_days=20))),
    *(("Q12", fault("Q12", f"指南缺 {column}", row("enforcement", "guide-1", **{column: ""}), column))
      for column in ("matter", "accepting_body", "limit")),
    ("Q12", lawful("依据不需要这五项", row("enforcement", "guide-1", type="执法依据", matter="", limit=""))),
    ("Q13", fault("Q13", "没有证号", row("enforcement", "officer-1", certificate=""), "(certificate)")),
    ("Q13", lawful("主体不需要证号", row("enforcement", "officer-1", type="执法主体", certificate=""))),
    ("Q14", fault("Q14", "6 小时", row("channels", "briefing", first_hours=6), "(first_hours)")),
    ("Q14", fault("Q14", "25 小时", row("channels", "briefing", briefing_hours=25), "(briefing_hours)")),
    ("Q14", lawful("4 小时和 20 小时", row("channels", "briefing", first_hours=4, briefing_hours=20))),
    ("Q15", fault("Q15", "先回应后事件", row("channels", "briefing", responded="2020-05-31"))),
    ("Q15", lawful("第二天回应", row("channels", "briefing", responded="2020-06-02"))),
    ("K01", fault("K01", "校验码不对", row("decisions", "licence-1", credit_code=FIRM[:-1] + "0"), "(credit_code)")),
    ("K01", fault("K01", "少一位", row("institutions", "firm", credit_code=FIRM[:-1]))),
    ("K01", fault("K01", "字母 O", row("decisions", "check-1", organ_code="1" + "O" + ORGAN[2:]), "(organ_code)")),
    ("K01", fault("K01", "本单位的代码", lambda shop: (
        shop.bureau.update(credit_code=ORGAN[:-1] + "1"),
        shop.row("approvals", LICENCE, implementation_code="")),
        also=("Q01",))),
    ("K01", lawful("原文如此", row("decisions", "licence-1", credit_code=FIRM[:-1] + "0", note="代码原文如此"))),
    ("K01", lawful("标准施行之前", row("decisions", "check-1", decided="2015-09-01", published="2015-09-09",
                                organ_code="12345"))),
    ("K02", fault("K02", "11 位", row("powers", "firm-check", basic_code="00061200100"), "基本编码")),
    ("K02", fault("K02", "小写字母", row("powers", "firm-check", basic_code="0006120010a0"))),
    ("K02", lawful("省级编码末尾有字母", row("powers", "firm-check", basic_code="430612012W00"))),
    ("K02", lawful("标准施行前已终止", row("powers", "firm-check", basic_code="X1", valid_from="2015-01-01",
                                   valid_to="2020-11-18"))),
    ("K03", fault("K03", "处罚写成许可", row("powers", "lawyer-penalty", basic_code="000112001000"))),
    ("K03", fault("K03", "检查写成确认", row("powers", "firm-check", basic_code="000712001000"))),
    ("K03", fault("K03", "公共服务用了许可码", row("public-services", "hotline", code="000112001000"))),
    ("K03", lawful("公共服务码", row("public-services", "hotline", code="002012001000"))),
    ("K04", fault("K04", "30 位", approval(implementation_code=f"{ORGAN}3{BASIC}"[:-1]), "实施编码")),
    ("K04", fault("K04", "层级", approval(implementation_code=f"{ORGAN}4{BASIC}"))),
    ("K04", fault("K04", "别的机关", approval(implementation_code=f"{FIRM}3{BASIC}"))),
    ("K04", fault("K04", "与基本编码不同", approval(implementation_code=f"{ORGAN}3000112015001"))),
    ("K04", fault("K04", "校验码", approval(implementation_code=f"{ORGAN[:-1]}13{BASIC}"))),
    ("K04", lawful("没有登记基本编码", both(
        approval(confirmed=False, basic_code="")))),
    ("K05", fault("K05", "实施编码重复", row("approvals", "second", like=LICENCE, name="另一事项"))),
    ("K05", lawful("同一主项的变体共用基本编码", row("powers", "second", like="lawyer-penalty", name="另一处罚"))),
    ("K05", lawful("新旧版本同码", lambda shop: shop.rows["approvals"].update(
        old=shop.rows["approvals"][LICENCE].model_copy(
            update={"valid_from": None, "valid_to": shop.rows["approvals"][LICENCE].valid_from})))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_register(code: str, case: Case) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("plant", "severity"),
    [
        (row("powers", "lawyer-penalty", basic_code="000112001000"), Severity.ERROR),
        (row("powers", "firm-check", basic_code="000712001000"), Severity.WARNING),
        (row("powers", "firm-licence", basis="示例政〔2015〕1号"), Severity.ERROR),
        (
            row("powers", "firm-licence", basis="示例政〔2015〕1号", confirmed=False),
            Severity.WARNING,
        ),
        (row("powers", "firm-check", duties=""), Severity.ERROR),
        (row("decisions", "check-1", content=""), Severity.WARNING),
    ],
)
def test_an_uncertain_norm_only_warns(plant: object, severity: Severity) -> None:
    shop = Workshop()
    plant(shop)  # type: ignore[operator]
    (problem,) = shop.problems()
    assert problem.severity is severity
    assert problem.as_dict()["severity"] == severity.value
