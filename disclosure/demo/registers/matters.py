"""Approvals and powers, with what was added, changed, handed down and cancelled."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import CREDIT_CODE, PHONE
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.shelf import Row, Shelf
from disclosure.registers.words import DaysUnit, MatterState, PowerType

WINDOW = "示例市政务服务大厅司法行政窗口"
HOURS = "工作日8:30至12:00，14:30至18:00"
ONLINE = "https://service.city.example/matters/"
_TIDYING = "示例市人民政府关于取消和调整一批行政审批事项的决定"
_UPDATE = "示例市司法局关于权责清单动态调整的通知"
_FIRST = "示例市司法局关于公布行政审批事项清单和权责清单的通知"
_SINCE = dt.date(2016, 7, 1)
_LICENCE, _OTHER = PowerType.LICENSING, PowerType.OTHER

_APPROVALS = (
    # id, name, type, department, basis, conditions, materials, result, statutory, promised
    ("law-firm-establishment", "律师事务所设立许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第8条",
     "有自己的名称、住所和章程，有符合规定人数的合伙人", "申请书；章程；合伙协议；住所使用证明", "初审意见", 20, 10),
    ("law-firm-change", "律师事务所变更登记事项许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第12条",
     "本市律师事务所，变更事项经合伙人会议通过", "变更申请书；合伙人会议决议", "准予变更决定书", 20, 8),
    ("lawyer-licence", "律师执业许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第5条",
     "取得法律职业资格，在律师事务所实习满一年", "申请书；实习考核合格材料；身份证明", "初审意见", 20, 10),
    ("lawyer-transfer", "律师变更执业机构许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第14条",
     "本市执业律师，与原执业机构办结解除手续", "变更申请表；拟变更机构同意接收的证明", "换发执业证", 15, 7),
    ("grassroots-worker-approval", "基层法律服务工作者执业核准", _LICENCE, "基层",
     "示例省基层法律服务条例第9条", "品行良好，身体健康，考试考核合格", "申请书；聘用合同；身份证明", "执业证", 20, 10),
    ("notary-office-change", "公证机构变更登记事项（初审）", _OTHER, "律师公证", "示例省公证条例第7条",
     "本市公证机构", "变更申请书", "初审意见", 15, 7),
    ("grassroots-office-change", "基层法律服务所变更登记事项", _OTHER, "基层",
     "示例省基层法律服务条例第16条", "本市基层法律服务所", "变更申请书；会议决议", "变更批复", 15, 5),
    ("forensic-annual-check", "司法鉴定机构年度考核备案", _OTHER, "司法鉴定", "示例省司法鉴定管理条例第20条",
     "本市司法鉴定机构", "年度工作报告", "备案回执", 10, 5),
)  # fmt: skip

_POWERS = (
    # id, name, type, department, basis, days, measures
    ("law-firm-establishment", "律师事务所设立许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第8条", 20, ""),
    ("law-firm-change", "律师事务所变更登记事项许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第12条", 20, ""),
    ("lawyer-transfer", "律师变更执业机构许可（初审）", _LICENCE, "律师公证", "示例省律师执业条例第14条", 15, ""),
    ("grassroots-worker-approval", "基层法律服务工作者执业核准", _LICENCE, "基层", "示例省基层法律服务条例第9条", 20, ""),
    ("law-firm-penalty", "对律师事务所违法行为的处罚", PowerType.PENALTY, "律师公证", "示例省法律服务条例第38条", 90,
     "警告；罚款；停业整顿"),
    ("lawyer-penalty", "对律师违法行为的处罚", PowerType.PENALTY, "律师公证", "示例省法律服务条例第39条", 90,
     "警告；罚款；停止执业"),
    ("notary-penalty", "对公证机构违法行为的处罚", PowerType.PENALTY, "律师公证", "示例省公证条例第31条", 90,
     "警告；罚款；没收违法所得"),
    ("grassroots-office-penalty", "对基层法律服务所违法行为的处罚", PowerType.PENALTY, "基层",
     "示例省基层法律服务条例第32条", 90, "警告；罚款"),
    ("forensic-penalty", "对司法鉴定机构违法行为的处罚", PowerType.PENALTY, "司法鉴定",
     "示例省司法鉴定管理条例第35条", 90, "警告；停止执业"),
    ("fine-surcharge", "对逾期不缴纳罚款的加处罚款", PowerType.COERCION, "法制仲裁", "示例省行政执法条例第41条", None,
     "每日按罚款数额的百分之三加处，不超过本金"),
    ("legal-aid-subsidy", "法律援助补贴发放", PowerType.PAYMENT, "法律援助", "示例省法律援助条例第24条", 30, ""),
    ("law-firm-inspection", "对律师事务所的行政检查", PowerType.INSPECTION, "律师公证", "示例省法律服务条例第30条", None, ""),
    ("notary-inspection", "对公证机构的行政检查", PowerType.INSPECTION, "律师公证", "示例省公证条例第26条", None, ""),
    ("grassroots-office-inspection", "对基层法律服务所的行政检查", PowerType.INSPECTION, "基层",
     "示例省基层法律服务条例第28条", None, ""),
    ("forensic-inspection", "对司法鉴定机构的行政检查", PowerType.INSPECTION, "司法鉴定",
     "示例省司法鉴定管理条例第30条", None, ""),
    ("grassroots-assessment", "基层法律服务工作者年度考核结果确认", PowerType.CONFIRMATION, "基层",
     "示例省基层法律服务条例第25条", 30, ""),
    ("legal-aid-award", "法律援助表彰奖励", PowerType.REWARD, "法律援助", "示例省法律援助条例第6条", None, ""),
    ("mediation-award", "人民调解表彰奖励", PowerType.REWARD, "基层", "示例省人民调解条例第5条", None, ""),
    ("law-firm-annual-report", "律师事务所年度执业情况报告备案", _OTHER, "律师公证", "示例省律师执业条例第22条", 30, ""),
    ("normative-filing", "行政规范性文件备案审查", _OTHER, "规范性文件", "示例省行政规范性文件管理条例第18条", 30, ""),
)  # fmt: skip
_OF_PERSONS = {"lawyer-licence", "lawyer-transfer", "grassroots-worker-approval"}
_NUMBERS = {
    entry_id: number
    for number, entry_id in enumerate(
        dict.fromkeys([*(one[0] for one in _APPROVALS), *(one[0] for one in _POWERS)]), 1
    )
}
"""A matter has one number, as an approval and as a power."""


def put(shelf: Shelf) -> None:
    """Both registers and their history."""
    approvals = {one[0]: _approval(shelf, *one) for one in _APPROVALS}
    powers = {one[0]: _power(shelf, *one) for one in _POWERS}
    _adjust_approvals(shelf, approvals)
    _adjust_powers(shelf, powers)
    basis = f"《{_TIDYING}》"
    shelf.edition("approvals", dt.date(2018, 7, 2), basis=f"《{_FIRST}》")
    shelf.edition("approvals", dt.date(2021, 5, 20), "n001.2", basis=basis)
    shelf.edition("powers", dt.date(2018, 7, 2), basis=f"《{_FIRST}》")
    shelf.edition("powers", dt.date(2021, 5, 20), "n007.1", basis=f"《{_UPDATE}》")


def _approval(
    shelf: Shelf, entry_id: str, name: str, kind: PowerType, department: str,
    basis: str, conditions: str, materials: str, result: str, statutory: int, promised: int,
) -> Row:  # fmt: skip
    return shelf.put(
        "approvals", entry_id, department, name=name, type=kind, basis=basis,
        conditions=conditions, materials=materials, result=result, statutory_days=statutory,
        promised_days=promised, days_unit=DaysUnit.WORKING_DAYS, days_basis=basis, fee="0",
        fee_basis="不收费", channel="窗口；网上", place=WINDOW, hours=HOURS, phone=PHONE,
        online=f"{ONLINE}{entry_id}.html", visits=1, accepting_body=BUREAU,
        deciding_body=BUREAU if "初审" not in name else "示例省司法行政机关",
        role="受理、初审" if "初审" in name else "受理、决定", state=MatterState.KEPT,
        applicant="自然人" if entry_id in _OF_PERSONS else "法人和其他组织",
        valid_from=_SINCE, **_codes(kind, entry_id),
    )  # fmt: skip


def _power(
    shelf: Shelf, entry_id: str, name: str, kind: PowerType, department: str,
    basis: str, days: int | None, measures: str,
) -> Row:  # fmt: skip
    steps = (
        "立案、调查、告知、决定、送达、公开"
        if kind is PowerType.PENALTY
        else "受理、审查、决定、送达、事后监管"
    )
    return shelf.put(
        "powers", entry_id, department, name=name, type=kind, basis=basis, implementer=BUREAU,
        role="决定" if "初审" not in name else "初审", city_item=True, statutory_days=days,
        days_unit=_unit(kind) if days else None, days_basis=basis if days else "",
        measures=measures, duties=steps, duties_basis=basis,
        liability="违法行使职权的，对直接负责的主管人员和其他直接责任人员依法给予处分",
        accountability="应当受理而不受理的；超过法定期限的；违反法定程序的；徇私舞弊的",
        supervision=f"向{BUREAU}投诉举报，电话：{PHONE}",
        remedy="陈述、申辩；行政复议；行政诉讼", valid_from=_SINCE, **_codes(kind, entry_id),
    )  # fmt: skip


def _unit(kind: PowerType) -> DaysUnit:
    return DaysUnit.WORKING_DAYS if kind is PowerType.LICENSING else DaysUnit.DAYS


def _codes(kind: PowerType, entry_id: str) -> Row:
    """Codes of the form that the standard wants; no authority has the digits 00."""
    basic = f"00{kind.code}00{_NUMBERS[entry_id]:03d}000"
    return {"basic_code": basic, "implementation_code": f"{CREDIT_CODE}3{basic}"}


def _adjust_approvals(shelf: Shelf, rows: dict[str, Row]) -> None:
    """Two sped up, one of them twice; one new; one handed down, one cancelled."""
    basis, slug = f"《{_TIDYING}》", "approvals"
    fresh = shelf.amend(slug, rows["lawyer-licence"], dt.date(2018, 7, 2), basis, promised_days=7)
    shelf.amend(slug, fresh, dt.date(2021, 1, 4), basis, promised_days=5, visits=0)
    shelf.amend(slug, rows["law-firm-change"], dt.date(2020, 3, 2), basis, promised_days=5)
    shelf.begin(slug, rows["grassroots-office-change"], dt.date(2018, 7, 2), basis)
    for entry, day, state in (
        ("forensic-annual-check", dt.date(2020, 7, 1), MatterState.HANDED_DOWN),
        ("notary-office-change", dt.date(2021, 5, 20), MatterState.CANCELLED),
    ):
        rows[entry]["state"] = state
        shelf.end(slug, rows[entry], day, state, basis)


def _adjust_powers(shelf: Shelf, rows: dict[str, Row]) -> None:
    basis, slug = f"《{_UPDATE}》", "powers"
    shelf.amend(
        slug, rows["law-firm-penalty"], dt.date(2021, 7, 15), basis,
        measures="警告；通报批评；罚款；停业整顿",
    )  # fmt: skip
    shelf.amend(
        slug, rows["legal-aid-subsidy"], dt.date(2022, 1, 4), basis, statutory_days=20,
    )  # fmt: skip
    shelf.begin(slug, rows["normative-filing"], dt.date(2018, 7, 2), basis)
    shelf.end(slug, rows["law-firm-annual-report"], dt.date(2020, 7, 1), "下放", basis)
    shelf.end(slug, rows["grassroots-assessment"], dt.date(2021, 5, 20), "取消", basis)
