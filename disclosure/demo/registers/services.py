"""Public services, and the certificates that an applicant is asked for."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import PHONE
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.matters import HOURS
from disclosure.demo.registers.shelf import Shelf
from disclosure.registers.words import DaysUnit, ProofState, ServiceType

_HALL = "示例市公共法律服务中心"
_ACT = "示例省公共法律服务条例"
_SERVICES = (
    # id, name, type, department, audience, article, how
    ("legal-advice", "法律咨询", ServiceType.ADVICE, "法律援助", "全社会", 6, "电话；窗口；网上"),
    ("lawyer-lookup", "律师和律师事务所执业信息查询", ServiceType.LOOK_UP, "律师公证", "全社会", 9, "网上"),
    ("notary-lookup", "公证机构信息查询", ServiceType.LOOK_UP, "律师公证", "全社会", 10, "网上"),
    ("legal-aid-guide", "法律援助申请指引", ServiceType.GUIDANCE, "法律援助", "经济困难的公民", 12, "窗口；网上"),
    ("mediation", "人民调解申请", ServiceType.HANDLING, "基层", "发生民间纠纷的当事人", 15, "窗口；电话"),
    ("village-counsel", "村（居）法律顾问服务", ServiceType.SERVICE, "基层", "村（居）民", 18, "上门；电话"),
    ("forensic-roster", "司法鉴定机构名册公开", ServiceType.DISCLOSURE, "司法鉴定", "全社会", 20, "网上"),
    ("law-library", "法治宣传资料发放", ServiceType.EDUCATION, "普法", "全社会", 22, "窗口；上门"),
    ("rule-making-part", "行政规范性文件意见征集", ServiceType.PARTICIPATION, "规范性文件", "全社会", 25, "网上"),
    ("enforcement-complaint", "行政执法投诉举报", ServiceType.SUPERVISION, "法制仲裁", "全社会", 28, "电话；窗口"),
)  # fmt: skip
_PROOFS = (
    # id, name, matter, basis, level, issued by, guide, state, from, substitute
    ("office-premises", "住所使用证明", "律师事务所设立许可", "示例省律师执业条例第8条", "地方性法规",
     "房屋产权人或者出租人", "由产权人或者出租人出具书面材料", ProofState.KEPT, "2016-07-01", ""),
    ("internship-assessment", "实习考核合格证明", "律师执业许可", "示例省律师执业条例第5条", "地方性法规",
     "示例市律师协会", "向律师协会申请考核", ProofState.KEPT, "2016-07-01", ""),
    ("consent-to-receive", "同意接收证明", "律师变更执业机构许可", "示例省律师执业条例第14条", "地方性法规",
     "拟变更的律师事务所", "由律师事务所出具", ProofState.KEPT, "2016-07-01", ""),
    ("clean-record", "无犯罪记录证明", "律师执业许可", "示例省律师执业条例第6条", "地方性法规",
     "示例市公安机关", "由受理机关核查，申请人书面承诺", ProofState.PROMISED, "2020-11-02", "书面承诺、部门核查"),
    ("economic-hardship", "经济困难证明", "法律援助申请", "示例省法律援助条例第13条", "地方性法规",
     "街道办事处、乡镇人民政府", "由申请人书面承诺", ProofState.PROMISED, "2020-11-02", "书面承诺、信息共享"),
    ("separation-from-employer", "离职证明", "基层法律服务工作者执业核准", "示例市司法局工作规定", "规范性文件",
     "原工作单位", "不再提交", ProofState.CANCELLED, "2019-01-02", "书面承诺"),
)  # fmt: skip


def put(shelf: Shelf) -> None:
    """Both registers; one service began late, one is open for longer than it was."""
    rows = {}
    for entry_id, name, kind, department, audience, article, how in _SERVICES:
        rows[entry_id] = shelf.put(
            "public-services", entry_id, department, name=name, type=kind, audience=audience,
            basis=f"{_ACT}第{article}条", how=how, where=_HALL, when=HOURS, phone=PHONE, fee="0",
            disclosure_days=20, disclosure_unit=DaysUnit.WORKING_DAYS,
            valid_from=dt.date(2016, 7, 1),
        )  # fmt: skip
    basis = f"《{BUREAU}关于公共服务事项清单动态调整的通知》"
    shelf.begin("public-services", rows["village-counsel"], dt.date(2018, 1, 2), basis)
    shelf.amend(
        "public-services", rows["legal-advice"], dt.date(2020, 1, 2), basis,
        when="窗口：工作日；电话：每天24小时",
    )  # fmt: skip
    shelf.edition("public-services", dt.date(2021, 5, 20), "n007.1", basis=basis)
    for entry_id, name, matter, law, level, issuer, guide, state, since, instead in _PROOFS:
        shelf.put(
            "certificates", entry_id, "法制仲裁", name=name, purpose=f"办理{matter}",
            matter=matter, basis=law, basis_level=level, demanded_by=BUREAU, issued_by=issuer,
            guide=guide, state=state, state_from=since, substitute=instead,
        )  # fmt: skip
    shelf.edition("certificates", dt.date(2020, 11, 2), "n004.1", basis=f"《{BUREAU}证明事项清单》")
