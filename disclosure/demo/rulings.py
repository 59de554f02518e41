"""What the demo bureau decides on parties: the same facts for the register and for the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.demo.dice import Dice
from disclosure.demo.parties import Party, some_organisation, some_person, some_trader
from disclosure.registers.enforcement_words import DecisionType, LicenceKind, PenaltyKind

_CHANGES = ("住所", "名称", "合伙协议", "负责人")
_OFFENCES = (
    "未按规定建立收案登记制度", "未按规定报送年度执业情况", "未按规定公示收费标准",
    "未按规定保管业务档案", "统一收取费用以外私自收费", "不按规定履行法律援助义务",
)  # fmt: skip
_OF_TRADE = {
    "律师事务所": "law-firm", "基层法律服务所": "grassroots-office", "司法鉴定所": "forensic",
    "公证处": "notary",
}  # fmt: skip
"""What the powers on a trade are called by."""
_SANCTIONS: tuple[tuple[tuple[PenaltyKind, ...], int], ...] = (
    ((PenaltyKind.WARNING,), 8),
    ((PenaltyKind.WARNING, PenaltyKind.FINE), 4),
    ((PenaltyKind.FINE,), 3),
    ((PenaltyKind.FINE, PenaltyKind.CONFISCATION), 2),
    ((PenaltyKind.SUSPENSION,), 1),
    ((PenaltyKind.CLOSURE_ORDER,), 1),
)
CHECKED = ("依法执业情况", "内部管理制度执行情况", "案卷管理情况", "收费公示情况")
_FOUND = (
    "未发现问题。",
    "未发现问题。",
    "发现档案装订不规范，已当场改正。",
    "发现公示内容不全，已责令限期改正。",
)
ACTS = {
    DecisionType.LICENCE: "示例省法律服务条例第12条",
    DecisionType.PENALTY: "示例省法律服务条例第38条",
    DecisionType.INSPECTION: "示例省法律服务条例第30条",
    DecisionType.OTHER: "示例省法律服务条例第6条",
}
"""The fictional articles that the decisions rest on."""


@dataclass(frozen=True)
class Ruling:
    """One decision; money is in units of a thousand yuan."""

    type: DecisionType
    party: Party
    power: str
    """Id in the list of powers."""
    content: str
    subject: str = ""
    """What is changed, checked or praised."""
    licence_kind: LicenceKind | None = None
    certificate: str = ""
    offence: str = ""
    penalties: tuple[PenaltyKind, ...] = ()
    fine: int = 0
    confiscated: int = 0
    withdrawn: str = ""
    """Certificate that is suspended."""

    @property
    def sanction(self) -> str:
        """警告、罚款人民币3000元: the penalties in words."""
        words = {
            PenaltyKind.FINE: f"罚款人民币{self.fine}000元",
            PenaltyKind.CONFISCATION: f"没收违法所得{self.confiscated}000元",
            PenaltyKind.SUSPENSION: f"暂扣{self.withdrawn}三个月",
            PenaltyKind.CLOSURE_ORDER: "停业整顿一个月",
        }
        return "、".join(words.get(kind, kind.value) for kind in self.penalties)


def ruling(kind: DecisionType, dice: Dice, *, on_firms: bool = False) -> Ruling:
    """A decision of a type; `on_firms` keeps to organisations."""
    match kind:
        case DecisionType.LICENCE:
            if not on_firms and dice.chance(0.35):
                return _transfer(dice)
            return _licence(some_organisation(dice), dice)
        case DecisionType.PENALTY:
            return _penalty(some_organisation(dice) if on_firms else _anyone(dice), dice)
        case DecisionType.INSPECTION:
            return _inspection(some_organisation(dice), dice)
        case _:
            return _praise(some_organisation(dice), dice)


def thousand(amount: int) -> Decimal | None:
    """Thousands of yuan as 万元; nothing for none."""
    return Decimal(amount) / 10 if amount else None


def _anyone(dice: Dice) -> Party:
    if dice.chance(0.25):
        return some_person(dice)
    return some_trader(dice) if dice.chance(0.05) else some_organisation(dice)


def _licence(party: Party, dice: Dice) -> Ruling:
    subject = dice.pick(_CHANGES)
    return Ruling(
        DecisionType.LICENCE, party, "law-firm-change", f"准予变更{subject}", subject,
        LicenceKind.VERIFICATION,
    )  # fmt: skip


def _transfer(dice: Dice) -> Ruling:
    return Ruling(
        DecisionType.LICENCE, some_person(dice), "lawyer-transfer", "准予变更执业机构",
        "执业机构", LicenceKind.ORDINARY, _certificate(dice),
    )  # fmt: skip


def _penalty(party: Party, dice: Dice) -> Ruling:
    kinds = dice.weighted(_SANCTIONS)
    ruled = Ruling(
        DecisionType.PENALTY, party, f"{_OF_TRADE.get(party.firm, 'lawyer')}-penalty", "",
        offence=dice.pick(_OFFENCES), penalties=kinds,
        fine=dice.between(1, 5) if PenaltyKind.FINE in kinds else 0,
        confiscated=dice.between(1, 4) if PenaltyKind.CONFISCATION in kinds else 0,
        withdrawn=f"示例执业证（{_certificate(dice)}）" if PenaltyKind.SUSPENSION in kinds else "",
    )  # fmt: skip
    return replace(ruled, content=f"给予{ruled.sanction}的行政处罚")


def _inspection(party: Party, dice: Dice) -> Ruling:
    subject = dice.pick(CHECKED)
    power = f"{_OF_TRADE[party.firm]}-inspection"
    content = f"检查{subject}，{dice.pick(_FOUND)}"
    return Ruling(DecisionType.INSPECTION, party, power, content, subject)


def _praise(party: Party, dice: Dice) -> Ruling:
    subject = dice.pick(("法律援助工作", "人民调解工作"))
    power = "legal-aid-award" if subject.startswith("法律援助") else "mediation-award"
    content = f"对在{subject}中成绩突出的单位予以通报表扬"
    return Ruling(DecisionType.OTHER, party, power, content, subject)


def _certificate(dice: Dice) -> str:
    """A number that no office gives."""
    return f"示例{dice.between(1, 99_999):06d}"
