"""Yearly reports with forms and figures of their own; what is counted agrees with the registers."""

from __future__ import annotations

from disclosure.demo.bureau import PHONE
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft

_WEBSITE = (
    ("信息发布", 180, 400), ("专栏专题", 2, 6), ("解读回应", 5, 20), ("办事服务", 20, 60),
    ("互动交流", 30, 90), ("安全防护", 2, 6), ("移动新媒体", 1, 2), ("创新发展", 0, 3),
)  # fmt: skip


def decided(draft: Draft) -> str:
    """One sentence of the figures that a report repeats."""
    if "licences" not in draft.figures:
        return ""
    licences, penalties = draft.figures["licences"], draft.figures["penalties"]
    return f"全年作出行政许可决定{licences}件、行政处罚决定{penalties}件，行政强制0件。"


def disclosure_report(draft: Draft, dice: Dice) -> list[str]:
    """The six parts of a report on openness, with the sums of its tables."""
    return [
        f"根据政府信息公开有关规定，现公布{BUREAU}{draft.year}年政府信息公开工作年度报告。"
        f"对本报告有疑问的，请拨打办公电话{PHONE}。",
        "## 一、总体情况",
        "本年主动公开、依申请公开、政府信息管理、平台建设和监督保障工作有序开展，"
        f"组织业务培训{dice.between(1, 4)}次。",
        "## 二、主动公开政府信息情况",
        _table(draft, _ACTIVE),
        "## 三、收到和处理政府信息公开申请情况",
        _table(draft, _ASKED),
        "## 四、政府信息公开行政复议、行政诉讼情况",
        "本年没有因政府信息公开引起的行政复议和行政诉讼。",
        "## 五、存在的主要问题及改进情况",
        "公开内容的更新还不够及时，查找还不够方便。下一年将按月核对目录，完善检索功能。",
        "## 六、其他需要报告的事项",
        "本年没有收取信息处理费。",
    ]


_ACTIVE = (
    ("规章现行有效件数", "rules_in_force"), ("行政规范性文件制发件数", "documents_made"),
    ("行政规范性文件废止件数", "documents_repealed"),
    ("行政规范性文件现行有效件数", "documents_in_force"), ("行政许可处理决定数量", "licences"),
    ("行政处罚处理决定数量", "penalties"), ("行政强制处理决定数量", "coercions"),
)  # fmt: skip
_ASKED = (
    ("本年新收政府信息公开申请数量", "applications"), ("上年结转政府信息公开申请数量", "carried_over"),
    ("本年度办理结果总计", "handled"), ("结转下年度继续办理", "carried_forward"),
)  # fmt: skip


def _table(draft: Draft, rows: tuple[tuple[str, str], ...]) -> str:
    lines = ["| 统计项 | 数量 |", "| --- | --- |"]
    lines += [f"| {name} | {draft.figures[key]} |" for name, key in rows if key in draft.figures]
    return "\n".join(lines) if len(lines) > 2 else "统计数据见年度统计报表。"


def website_report(draft: Draft, dice: Dice) -> list[str]:
    """The eight groups of a website's yearly form."""
    lines = ["| 项目 | 数量 |", "| --- | --- |"]
    lines += [f"| {name} | {dice.between(low, high)} |" for name, low, high in _WEBSITE]
    return [
        f"现公布{BUREAU}网站{draft.year}年工作年度报表。",
        "\n".join(lines),
        "报表数据由网站管理系统统计，截止日期为当年12月31日。",
    ]
