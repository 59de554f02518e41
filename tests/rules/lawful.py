"""Fictional rows that break no rule. Numbers that look official carry the area 000000."""

from __future__ import annotations

from typing import Any

BUREAU = "示例市司法局"
ORGAN = "11000000000000000U"
FIRM = "31000000000000000R"
BASIC = "000112015000"

SIGNED = f"{BUREAU}\n\n2021年4月6日\n"
STATEMENT = "现将有关情况说明如下。\n\n" + "压缩办理时限的措施已经落实。" * 20 + f"\n\n{SIGNED}"
NOTICE = f"现予公布，自印发之日起施行，由规范性文件管理科负责解释。\n\n{BUREAU}\n\n2021年4月6日\n"

_ITEM = {"level": "本局", "issuer": BUREAU, "confidence": "H"}
DOCUMENTS: list[dict[str, Any]] = [
    _ITEM | {"id": "statement", "kind": "情况说明", "title": f"{BUREAU}关于压缩办理时限的情况说明",
     "issued": "2021-04-06", "published": "2021-04-08", "index": "000000000/2021-00001",
     "satisfies": "n001.1", "years": "2019;2020"},
    _ITEM | {"id": "notice", "kind": "通知公告", "title": f"{BUREAU}关于公布清理结果的通知",
     "number": "示例司〔2021〕3号", "issued": "2021-04-06", "published": "2021-04-12",
     "index": "000000000/2021-00002"},
    _ITEM | {"id": "document", "kind": "行政规范性文件", "title": "示例市司法局公证质量检查办法",
     "number": "示例司规〔2021〕1号", "issued": "2021-04-06", "published": "2021-04-12",
     "effective": "2021-05-06"},
    _ITEM | {"id": "successor", "kind": "行政规范性文件", "title": "示例市司法局公证质量检查规定",
     "number": "示例司规〔2024〕1号", "issued": "2024-04-08", "published": "2024-04-12",
     "effective": "2024-05-06"},
    _ITEM | {"id": "penalty", "kind": "执法决定", "title": "关于对示例律师事务所的行政处罚决定",
     "number": "示例司罚决字〔2021〕第1号", "issued": "2021-04-06", "published": "2021-04-12"},
    _ITEM | {"id": "check", "kind": "执法决定", "title": "公证机构抽查结果",
     "issued": "2021-04-06", "published": "2021-04-26"},
    _ITEM | {"id": "rule-of-law-2020", "kind": "年度报告",
     "title": f"{BUREAU}2020年法治政府建设年度报告", "issued": "2021-03-20",
     "published": "2021-03-26"},
    _ITEM | {"id": "disclosure-2017", "kind": "年度报告",
     "title": f"{BUREAU}2017年政府信息公开工作年度报告", "issued": "2018-03-20",
     "published": "2018-03-26"},
    {"id": "ministry-rule", "kind": "部门规章", "level": "国家", "issuer": "示例部",
     "title": "示例办法", "number": "示例部令第95号", "issued": "2015-04-24"},
    {"id": "standard", "kind": "标准", "level": "国家", "title": "示例标准",
     "number": "GB/T 00000-2012", "issued": "2012-06-29"},
]  # fmt: skip
TEXTS = {"statement": STATEMENT, "notice": NOTICE}

_SURE = {"confirmed": "是", "confidence": "H"}
_DECISION = _SURE | {
    "party_kind": "法人及非法人组织", "party": "示例律师事务所", "credit_code": FIRM,
    "representative": "张三", "content": "决定内容", "organ": BUREAU, "organ_code": ORGAN,
    "data_source": BUREAU, "data_source_code": ORGAN,
}  # fmt: skip
_POWER = _SURE | {
    "implementer": BUREAU, "duties": "依法实施", "liability": "依法追责", "accountability": "超期办理",
    "supervision": "拨打监督电话", "remedy": "行政复议；行政诉讼",
}  # fmt: skip
_REPORT = _SURE | {"series": "政府信息公开工作年度报告", "item": "notice"}

ROWS: dict[str, list[dict[str, Any]]] = {
    "approvals": [_SURE | {
        "id": "worker-licence", "name": "基层法律服务工作者执业核准", "type": "行政许可",
        "basic_code": BASIC, "implementation_code": f"{ORGAN}3{BASIC}", "state": "保留",
        "basis": "国务院令第412号附件第75项", "accepting_body": BUREAU, "deciding_body": BUREAU,
        "conditions": "符合条件", "materials": "申请表", "statutory_days": 20, "promised_days": 10,
        "days_unit": "工作日", "fee": "0", "channel": "窗口", "phone": "0000-0000000",
        "online": "https://justice.city.example/", "valid_from": "2018-02-01"}],
    "powers": [
        _POWER | {"id": "lawyer-penalty", "name": "对律师违法行为的处罚", "type": "行政处罚",
         "basic_code": "000212001000", "basis": "律师法第47条", "statutory_days": 90,
         "days_unit": "日", "valid_from": "2021-07-15"},
        _POWER | {"id": "firm-check", "name": "对律师事务所的检查", "type": "行政检查",
         "basic_code": "000612001000", "basis": "律师事务所管理办法第5条"},
        _POWER | {"id": "firm-licence", "name": "律师事务所设立许可（初审）", "type": "行政许可",
         "basis": "律师法第18条"},
    ],
    "public-services": [_SURE | {
        "id": "hotline", "name": "12348法律服务热线", "type": "咨询", "audience": "全社会",
        "basis": "法律援助法第23条", "how": "电话", "where": "示例路", "when": "每天",
        "disclosure_days": 20, "disclosure_unit": "工作日"}],
    "certificates": [
        _SURE | {"id": "domicile", "name": "住所证明", "matter": "律师事务所设立许可",
         "basis": "律师法第17条", "basis_level": "法律", "demanded_by": BUREAU,
         "issued_by": "设立人", "guide": "到产权登记机构开具", "state": "保留"},
        _SURE | {"id": "hardship", "name": "经济困难证明", "matter": "法律援助审批",
         "basis": "示例部令第1号第2条", "basis_level": "部门规章", "demanded_by": BUREAU,
         "issued_by": "居委会", "guide": "无", "state": "取消"},
    ],
    "intermediaries": [_SURE | {
        "id": "audit", "name": "示例评估", "matter": "示例审批", "basis": "示例管理条例第5条",
        "conditions": "需要评估的", "process": "委托、评估、出具报告", "days": 5,
        "days_unit": "工作日", "fee": "0", "state": "保留"}],
    "institutions": [_SURE | {
        "id": "firm", "name": "示例评估公司", "credit_code": FIRM, "service": "示例评估",
        "phone": "0000-0000000"}],
    "enforcement": [
        _SURE | {"id": "officer-1", "name": "李四", "type": "执法人员", "content": "律师管理",
         "certificate": "00000000001", "category": "司法行政"},
        _SURE | {"id": "guide-1", "name": "检查指南", "type": "服务指南", "content": "见附件",
         "matter": "对律师事务所的检查", "accepting_body": BUREAU, "deciding_body": BUREAU,
         "conditions": "年度计划", "limit": "20个工作日"},
    ],
    "decisions": [
        _DECISION | {"id": "licence-1", "name": "行政许可决定书", "type": "行政许可",
         "number": "示例司许决字〔2021〕1号", "decided": "2021-04-06", "published": "2021-04-15",
         "licence_kind": "核准", "effective_from": "2021-04-06", "effective_to": "2099-12-31",
         "licence_state": "有效"},
        _DECISION | {"id": "penalty-1", "name": "行政处罚决定书", "type": "行政处罚",
         "number": "示例司罚决字〔2021〕1号", "decided": "2021-08-02", "published": "2021-08-11",
         "offence": "违规收费", "facts": "违规收费一次", "basis": "律师法第50条",
         "penalties": "警告；罚款", "fine": "0.5", "revoked": "2021-09-01",
         "withdrawn": "2021-09-06", "withdrawal_reason": "复议撤销"},
        _DECISION | {"id": "check-1", "name": "检查结果", "type": "行政检查",
         "number": "示例司检字〔2021〕1号", "decided": "2021-04-06", "published": "2021-05-06"},
        _DECISION | {"id": "person-1", "name": "行政许可决定书", "type": "行政许可",
         "number": "示例司许决字〔2021〕2号", "party_kind": "自然人", "party": "王某某",
         "credit_code": "", "representative": "", "decided": "2021-04-06",
         "published": "2021-04-15", "licence_kind": "核准", "effective_from": "2021-04-06",
         "effective_to": "2099-12-31", "licence_state": "有效", "party_paper": "身份证"},
    ],
    "statistics": [
        _SURE | {"id": f"{table}-{n}-2021", "for_year": 2021, "table": word, "name": name,
                 "count": count, "amount": amount}
        for table, word, lines in (
            ("licence", "行政许可", (("申请", 3, 0), ("受理", 3, 0), ("许可", 2, 0), ("不予许可", 1, 0))),
            ("penalty", "行政处罚", (("警告", 1, 0), ("罚款", 2, 15000), ("合计", 3, 15000))),
            ("coercion", "行政强制", (("合计", 0, 0),)),
        )
        for n, (name, count, amount) in enumerate(lines, 1)
    ],
    "reports": [
        _REPORT | {"id": "disclosure-2020", "name": "2020年政府信息公开工作年度报告",
         "for_year": 2020, "published": "2021-01-29", "applications": 12, "carried_over": 1,
         "handled": 11, "carried_forward": 2, "documents_made": 2, "documents_repealed": 1,
         "documents_in_force": 9, "rules_in_force": 0},
        _REPORT | {"id": "disclosure-2021", "name": "2021年政府信息公开工作年度报告",
         "for_year": 2021, "published": "2022-01-28", "applications": 8, "carried_over": 2,
         "handled": 10, "carried_forward": 0, "documents_made": 1, "documents_repealed": 3,
         "documents_in_force": 7, "rules_made": 0, "rules_repealed": 0, "rules_in_force": 0,
         "licences": 3, "penalties": 3, "coercions": 0},
        _REPORT | {"id": "enforcement-2020", "name": "2020年行政执法总体情况",
         "series": "行政执法总体情况", "for_year": 2020, "published": "2021-01-31"},
        _REPORT | {"id": "website-2020", "name": "2020年政府网站工作年度报表",
         "series": "政府网站工作年度报表", "for_year": 2020, "published": "2021-01-20"},
        _REPORT | {"id": "rule-of-law-2019", "name": "2019年法治政府建设年度报告",
         "series": "法治政府建设年度报告", "for_year": 2019, "published": "2020-03-31"},
        _REPORT | {"id": "budget-2021", "name": "2021年部门预算", "series": "部门预算",
         "for_year": 2021, "approved": "2021-02-01", "published": "2021-02-21"},
    ],
    "cases": [
        _SURE | {"id": f"case-{n}", "serial": n, "number": f"示例司罚决字〔2021〕{n}号",
                 "name": "某律师事务所处罚案", "type": "行政处罚", "for_year": 2021}
        for n in (1, 2)
    ],
    "major-decisions": [_SURE | {
        "id": "decision-1", "name": "公共法律服务规划", "for_year": 2020, "state": "已公布",
        "undertaker": "规范性文件管理科", "planned": "第三季度", "started": "2020-03-02",
        "consultation_from": "2020-04-01", "consultation_to": "2020-05-01",
        "feedback_item": "notice", "specialised": "是", "argued": "2020-05-11", "risky": "是",
        "assessed": "2020-06-01", "livelihood": "是", "survey_item": "notice",
        "hearing_notified": "2020-05-06", "hearing": "2020-05-13", "legality_from": "2020-07-01",
        "legality_to": "2020-07-10", "discussed": "2020-07-20", "decided": "2020-07-27",
        "published": "2020-07-31", "filed": "2020-08-31", "decision_item": "notice"}],
    "normative": [
        _SURE | {"id": "document-1", "name": "示例市司法局公证质量检查办法",
         "type": "行政规范性文件", "number": "示例司规〔2021〕1号", "issuer": BUREAU, "market": "否",
         "consultation_from": "2021-02-01", "consultation_to": "2021-02-10",
         "review_from": "2021-03-01", "review_to": "2021-03-08", "discussed": "2021-04-01",
         "decided": "2021-04-06", "published": "2021-04-12", "effective": "2021-05-06",
         "filed": "2021-04-20", "validity": "有效", "item": "document"},
        _SURE | {"id": "rule-1", "name": "示例市规章", "type": "地方政府规章",
         "number": "示例市人民政府令第1号", "issuer": "示例市人民政府",
         "consultation_from": "2021-02-01", "consultation_to": "2021-03-03",
         "review_from": "2021-03-05", "review_to": "2021-03-30", "discussed": "2021-04-01",
         "decided": "2021-04-06", "published": "2021-04-12", "effective": "2021-05-12",
         "filed": "2021-05-12", "validity": "有效",
         "filed_with": "国务院；省人大常委会；省人民政府；市人大常委会"},
    ],
    "channels": [_SURE | {
        "id": "briefing", "name": "示例发布会", "type": "突发事件信息发布", "phone": "0000-0000000",
        "happened": "2020-06-01", "responded": "2020-06-01", "first_hours": 5,
        "briefing_hours": 24}],
}  # fmt: skip
