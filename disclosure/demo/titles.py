"""Titles of each kind, in the wording of official documents, and the series of their 文号."""

from __future__ import annotations

import re

from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU
from disclosure.vocabulary import Kind

SERIES = {
    Kind.NOTICE: "示例司",
    Kind.WORK_PLAN: "示例司",
    Kind.NORMATIVE_DOCUMENT: "示例司规",
}
"""Kinds that carry a 文号; decisions have series of their own."""

_PATTERNS: dict[Kind, tuple[str, ...]] = {
    Kind.NOTICE: (
        "{b}关于做好{y}年{t}工作的通知",
        "{b}关于进一步加强{t}工作的通知",
        "{b}关于开展{t}专项检查的通知",
        "{b}关于{y}年{t}工作情况的通报",
        "{b}关于组织开展{t}专题培训的通知",
        "{b}关于报送{y}年{t}工作情况的通知",
    ),
    Kind.WORK_PLAN: (
        "{b}关于印发{y}年{t}工作方案的通知",
        "{b}关于印发《{t}三年行动方案》的通知",
        "{b}{y}年{t}工作要点",
    ),
    Kind.NORMATIVE_DOCUMENT: (
        "{b}关于印发《示例市{t}工作办法》的通知",
        "{b}关于印发《示例市{t}工作规则（试行）》的通知",
        "{b}关于规范{t}工作的若干规定",
    ),
    Kind.REGISTER: ("{b}{t}工作事项清单（{y}年版）", "{b}{t}工作目录（{y}年）"),
    Kind.ANNUAL_REPORT: ("{b}{y}年度{t}工作报告",),
    Kind.STATEMENT: ("{b}关于{t}的情况说明", "{b}关于{y}年{t}工作的情况说明"),
    Kind.CONSULTATION: (
        "{b}关于《示例市{t}工作办法（征求意见稿）》公开征求意见的公告",
        "{b}关于{t}工作方案公开征求意见的公告",
    ),
    Kind.INTERPRETATION: ("《示例市{t}工作办法》政策解读", "一图看懂{t}工作新要求"),
    Kind.NEWS: (
        "{b}召开{t}工作推进会",
        "{b}到{p}调研{t}工作",
        "{p}扎实推进{t}工作",
        "{b}开展{t}集中宣传活动",
    ),
}
_FEEDBACK = "{b}关于《示例市{t}工作办法（征求意见稿）》意见采纳情况的反馈"


def title(kind: Kind, topic: str, year: int, dice: Dice, *, place: str = "") -> str:
    """One of the kind's wordings."""
    return _fill(dice.pick(_PATTERNS[kind]), topic, year, place)


def serving_title(kind: Kind, topic: str, year: int) -> str:
    """The plainest wording of the kind, for what answers a required material."""
    if kind is Kind.ANNUAL_REPORT and topic.endswith(("报告", "年报")):
        return f"{BUREAU}{year}年{topic}"
    if kind is Kind.REGISTER:
        named = re.sub(r"(?<=清单|目录)(公开|管理|制度)$", "", topic)
        tail = "" if named.endswith(("清单", "目录")) else "目录"
        return f"{BUREAU}{named}{tail}（{year}年版）"
    return _fill(_PATTERNS[kind][0], topic, year, "")


def feedback_title(topic: str) -> str:
    return _fill(_FEEDBACK, topic, 0, "")


def _fill(pattern: str, topic: str, year: int, place: str) -> str:
    filled = pattern.format(b=BUREAU, t=topic, y=year, p=place)
    for twice, once in (("工作工作", "工作"), ("管理工作办法", "管理办法"), ("制度工作", "制度")):
        filled = filled.replace(twice, once)
    return filled
