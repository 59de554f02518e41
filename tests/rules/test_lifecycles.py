"""Major decisions, rules and normative documents, from start to clearing."""

from __future__ import annotations

import pytest

from rules.workshop import Case, fault, item, lawful, row, verify


def decision(**changes: object) -> object:
    return row("major-decisions", "decision-1", **changes)


def document(**changes: object) -> object:
    return row("normative", "document-1", **changes)


def rule(**changes: object) -> object:
    return row("normative", "rule-1", **changes)


BEFORE_713 = {
    "for_year": 2019, "started": "2019-01-07", "consultation_from": None, "consultation_to": None,
    "argued": None, "assessed": None, "hearing": None, "hearing_notified": None,
    "discussed": "2019-04-01", "decided": None, "published": "2019-04-10", "filed": None,
}  # fmt: skip

CASES: tuple[tuple[str, Case], ...] = (
    ("M01", fault("M01", "先讨论后审查", decision(discussed="2020-07-09"), "集体讨论日期")),
    ("M01", fault("M01", "先公布后决策", decision(published="2020-07-26", filed="2020-07-26"), "公布日期")),
    ("M01", fault("M01", "启动以前就征求意见", decision(started="2020-04-02"), "征求意见起")),
    ("M01", fault("M01", "论证以前就评估", decision(assessed="2020-05-10"), "风险评估日期")),
    ("M01", lawful("征求意见期间论证", decision(argued="2020-04-15"))),
    ("M01", lawful("条例施行之前", decision(**BEFORE_713 | {
        "legality_from": "2019-03-11", "legality_to": "2019-03-18", "discussed": "2019-03-15"}))),
    ("M02", fault("M02", "29 日", decision(consultation_to="2020-04-30"), "征求意见止")),
    ("M02", lawful("30 日", decision(consultation_to="2020-05-01"))),
    ("M02", lawful("说明了缩短的理由", decision(consultation_to="2020-04-10", shortened="疫情防控急需"))),
    ("M03", fault("M03", "6 个工作日", decision(legality_to="2020-07-09"), "合法性审查完成")),
    ("M03", lawful("7 个工作日", decision(legality_to="2020-07-10"))),
    ("M04", fault("M04", "条例以前 4 个工作日", decision(**BEFORE_713 | {
        "legality_from": "2019-03-11", "legality_to": "2019-03-15"}))),
    ("M04", lawful("条例以前 5 个工作日", decision(**BEFORE_713 | {
        "legality_from": "2019-03-11", "legality_to": "2019-03-18"}))),
    ("M05", fault("M05", "没有采纳情况", decision(feedback_item=""), "采纳情况文件")),
    ("M05", lawful("还没有公布", decision(feedback_item="", published=None, filed=None,
                                    decision_item="", state="办理中"))),
    ("M06", fault("M06", "没有审查就讨论", decision(legality_from=None, legality_to=None), "合法性审查完成")),
    ("M06", lawful("还没有讨论", decision(legality_to=None, discussed=None, decided=None,
                                    published=None, filed=None, decision_item="", state="办理中"))),
    ("M07", fault("M07", "没有专家论证", decision(argued=None), "专家论证日期")),
    ("M07", fault("M07", "没有风险评估", decision(assessed=None), "风险评估日期")),
    ("M07", fault("M07", "没有民意调查", decision(survey_item=""), "民意调查文件")),
    ("M07", lawful("不属于这三类", decision(specialised="否", risky="否", livelihood="否", argued=None,
                                     assessed=None, survey_item=""))),
    ("M08", fault("M08", "提前 6 日", decision(hearing_notified="2020-05-07"), "听证会日期")),
    ("M08", lawful("提前 7 日", decision(hearing_notified="2020-05-06"))),
    ("M09", fault("M09", "已公布没有日期", decision(published=None, filed=None), "公布日期")),
    ("M09", fault("M09", "已公布没有文件", decision(decision_item=""), "决策文件")),
    ("M09", fault("M09", "有公布日期还在办理", decision(state="办理中"), "进展")),
    ("M09", lawful("终止的决策", decision(state="终止"))),
    ("N01", fault("N01", "先公布后审议", document(discussed="2021-04-13", decided=None), "公布日期")),
    ("N01", fault("N01", "没有征求完就审核", document(review_from="2021-02-09", review_to="2021-02-23"))),
    ("N01", fault("N01", "备案早于公布", document(filed="2021-04-11"), "备案日期")),
    ("N01", lawful("37号文之前", document(consultation_from=None, consultation_to=None, review_from="2018-03-12",
                                     review_to="2018-03-05"))),
    ("N02", fault("N02", "规章 29 日", rule(consultation_to="2021-03-02"), "征求意见止")),
    ("N02", lawful("规章 30 日", rule(consultation_to="2021-03-03"))),
    ("N03", fault("N03", "4 个工作日", document(review_to="2021-03-05"), "合法性审核完成")),
    ("N03", fault("N03", "16 个工作日", document(review_to="2021-03-23"))),
    ("N03", lawful("5 个工作日", document(review_to="2021-03-08"))),
    ("N03", lawful("15 个工作日", document(review_to="2021-03-22"))),
    ("N04", fault("N04", "31 日备案", rule(filed="2021-05-13"), "备案日期")),
    ("N04", lawful("30 日备案", rule(filed="2021-05-12"))),
    ("N05", fault("N05", "29 日施行", rule(effective="2021-05-11"), "施行日期")),
    ("N05", lawful("规范性文件可以当天施行", document(effective="2021-04-12"))),
    ("N06", fault("N06", "两年没有再评估", document(
        consultation_from=None, consultation_to=None, review_from=None, review_to=None, discussed=None,
        published="2018-04-12", decided=None, filed=None, evaluated="2019-04-22", item=""), "后评估日期")),
    ("N06", lawful("下一次在指标期满以后", document(evaluated="2021-04-22"))),
    ("N07", fault("N07", "废止没有依据", document(validity="废止", item=""), "废止依据")),
    ("N07", lawful("写明废止文件", document(validity="废止", item="", repealed_by="notice"))),
    ("N07", lawful("备注写明", document(validity="失效", item="", note="由《清理通知》宣布失效"))),
    ("N08", fault("N08", "有效期已过", document(expires="2026-06-29"), "有效性")),
    ("N08", fault("N08", "清理结果是废止", document(clearing_result="废止", cleared="2023-12-01"))),
    ("N08", lawful("有效期还没有到", document(expires="2026-06-30"))),
    ("N09", fault("N09", "名称不同", document(name="示例市司法局公证质量检查规定"), "名称")),
    ("N09", fault("N09", "文号不同", document(number="示例司规〔2021〕2号"), "文号")),
    ("N09", fault("N09", "成文日期不同", document(decided="2021-04-07"), "成文日期")),
    ("N09", fault("N09", "有效性不同", item("document", validity="已修改"), "有效性")),
    ("N09", lawful("没有登记文本", document(item="", number="示例司规〔2021〕2号"))),
    ("N10", fault("N10", "没有审核就审议", document(review_from=None, review_to=None), "合法性审核完成")),
    ("N10", lawful("还没有审议", document(review_to=None, discussed=None, decided=None))),
    ("N11", fault("N11", "涉及市场主体 29 日", document(
        market="是", consultation_from="2021-01-20", consultation_to="2021-02-18"), "征求意见止")),
    ("N11", lawful("涉及市场主体 30 日", document(
        market="是", consultation_from="2021-01-20", consultation_to="2021-02-19"))),
    ("N12", fault("N12", "6 个工作日", document(consultation_to="2021-02-08"), "征求意见止")),
    ("N12", lawful("7 个工作日", document(consultation_to="2021-02-09"))),
    ("N12", lawful("指标期满以后", lambda shop: shop.row(
        "normative", "document-1", item="", number="示例司规〔2022〕9号", consultation_from="2022-02-07",
        consultation_to="2022-02-08", review_from="2022-03-01", review_to="2022-03-08",
        discussed="2022-04-01", decided="2022-04-06", published="2022-04-12", effective="2022-05-06",
        filed="2022-04-20"))),
    ("N13", fault("N13", "少报一个机关", rule(filed_with="国务院；省人大常委会；省人民政府"), "备案机关")),
    ("N13", lawful("规范性文件不必报四个机关", document(filed_with="市政府"))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_life(code: str, case: Case) -> None:
    verify(case)
