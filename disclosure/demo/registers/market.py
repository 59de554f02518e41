"""Money and the market: intermediaries, charges, purchases; of fees a zero list."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import PHONE
from disclosure.demo.codes import credit_code
from disclosure.demo.days import working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU
from disclosure.demo.registers.shelf import Shelf
from disclosure.registers.words import ChargeKind, DaysUnit, MatterState, ProcurementKind

_PUBLISHED = dt.date(2021, 5, 20)
_WHERE = "示例省示例市示例区示例路0号"
_INTERMEDIARIES = (
    # id, name, matter, basis, provider, conditions, days, fee, fee basis
    ("capital-verification", "验资报告", "律师事务所设立许可（初审）", "示例省律师执业条例第9条", "会计师事务所",
     "申请设立律师事务所时", 5, "按合同约定", "双方合同，市场调节价"),
    ("asset-audit", "清算审计", "律师事务所终止注销", "示例省律师执业条例第26条", "会计师事务所",
     "申请终止注销时", 10, "按合同约定", "双方合同，市场调节价"),
    ("laboratory-certification", "检测实验室认证", "司法鉴定机构登记（初审）", "示例省司法鉴定管理条例第11条",
     "认证认可机构", "申请登记检测类业务时", 20, "0", "不收费"),
)  # fmt: skip
_CHARGES = (
    # id, name, type, basis, subject, standard, frequency, organ, decoupled
    ("notarial-fee", "公证服务费", ChargeKind.CHARGE, "示例省公证服务收费办法第3条", "申请公证的企业",
     "按示例省公布的标准", "每件一次", "示例公证处", None),
    ("law-firm-check", "对律师事务所的行政检查", ChargeKind.INSPECTION, "示例省法律服务条例第30条", "律师事务所",
     "内部管理制度执行情况", "每年1次", BUREAU, None),
    ("forensic-check", "对司法鉴定机构的行政检查", ChargeKind.INSPECTION, "示例省司法鉴定管理条例第30条",
     "司法鉴定机构", "执业活动合规情况", "每年1次", BUREAU, None),
    ("bar-association", "示例市律师协会", ChargeKind.ASSOCIATION, "示例省律师执业条例第40条", "律师和律师事务所",
     "会费标准由会员代表大会通过", "", "示例市律师协会", True),
    ("notary-association", "示例市公证协会", ChargeKind.ASSOCIATION, "示例省公证条例第4条", "公证员和公证机构",
     "会费标准由会员代表大会通过", "", "示例市公证协会", True),
)  # fmt: skip
_CATALOGUE = (
    ("legal-aid-review", "示例市法律援助案件质量评估", "A0101"),
    ("village-counsel", "示例市村（居）法律顾问服务", "A0102"),
    ("law-education", "示例市法治宣传活动承办", "A0201"),
)
_SUPPLIERS = ("示例法律服务中心", "示例法治宣传服务社", "示例社会工作服务站")


def put(shelf: Shelf, dice: Dice) -> None:
    """Five registers."""
    for (
        entry_id,
        name,
        matter,
        basis,
        provider,
        conditions,
        days,
        fee,
        fee_basis,
    ) in _INTERMEDIARIES:
        shelf.put(
            "intermediaries", entry_id, "法制仲裁", name=name, matter=matter, approver=BUREAU,
            basis=basis, provider=provider, conditions=conditions,
            process="委托、受理、出具报告、送达", days=days, days_unit=DaysUnit.WORKING_DAYS, fee=fee,
            fee_basis=fee_basis, state=MatterState.KEPT,
        )  # fmt: skip
    shelf.edition("intermediaries", _PUBLISHED, "n003.3", basis=f"《{BUREAU}中介服务事项清单》")
    for number, (service, trade) in enumerate((("验资报告", "会计师事务所"), ("清算审计", "会计师事务所"),
                                               ("检测实验室认证", "认证有限公司"))):  # fmt: skip
        shelf.put(
            "institutions", f"institution-{number + 1}", "法制仲裁",
            name=f"示例{'甲乙丙'[number]}{trade}", credit_code=credit_code("91", 900_001 + number),
            type="企业", service=service, address_line=_WHERE, phone=PHONE,
            website=f"https://institution-{number + 1}.example/", decoupled=True,
        )  # fmt: skip
    shelf.edition("institutions", _PUBLISHED, "n003.1", basis=f"《{BUREAU}中介服务机构目录》")
    shelf.edition(
        "fees", _PUBLISHED, zero=True, basis="示例省行政事业性收费目录清单",
        note="本单位没有行政事业性收费和政府性基金",
    )  # fmt: skip
    for entry_id, name, kind, basis, subject, standard, often, organ, decoupled in _CHARGES:
        shelf.put(
            "enterprise-charges", entry_id, "律师公证", name=name, type=kind, basis=basis,
            subject=subject, standard=standard, frequency=often, organ=organ, phone=PHONE,
            decoupled=decoupled,
        )  # fmt: skip
    shelf.edition("enterprise-charges", _PUBLISHED, "n018.2", basis=f"《{BUREAU}涉企事项清单》")
    _purchases(shelf, dice)


def _purchases(shelf: Shelf, dice: Dice) -> None:
    """The catalogue, and from it one purchase a year."""
    for entry_id, name, code in _CATALOGUE:
        shelf.put("procurement", entry_id, "财务", name=name, code=code,
                  type=ProcurementKind.CATALOGUE)  # fmt: skip
    for year in range(2016, 2022):
        _, name, code = dice.pick(_CATALOGUE)
        day = working(dt.date(year, dice.between(3, 9), dice.between(1, 28)))
        shelf.put(
            "procurement", f"purchase-{year}", "财务", name=f"{year}年{name}", code=code,
            type=ProcurementKind.PROJECT, for_year=year, supplier=dice.pick(_SUPPLIERS),
            method=dice.pick(("公开招标", "竞争性磋商")), amount=f"{dice.between(5, 60)}.5",
            contracted=day,
        )  # fmt: skip
    shelf.edition("procurement", _PUBLISHED, "n019.1", basis="示例市政府购买服务指导性目录")
