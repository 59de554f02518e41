"""The closed vocabularies: every enum value is the Chinese word that data and pages use.

A member's name, lower-cased with hyphens, is its slug in addresses (`Kind.WORK_PLAN` is
`work-plan`); addresses are permanent, so names are never changed.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property


class Word(StrEnum):
    """A Chinese word with an ASCII slug."""

    @cached_property
    def slug(self) -> str:
        return self.name.lower().replace("_", "-")


class Series(Word):
    """Which authority added the indicator (the plan, annex 1, general rule 6)."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    BONUS = "bonus"
    DEDUCTION = "deduction"

    @property
    def label(self) -> str:
        return _SERIES_LABELS[self]


_SERIES_LABELS = {
    Series.NATIONAL: "国家指标",
    Series.PROVINCIAL: "省增指标",
    Series.MUNICIPAL: "市增指标",
    Series.BONUS: "加分项",
    Series.DEDUCTION: "减分项",
}


class Method(Word):
    """Assessment methods, as printed in the plan's table."""

    WEB_SEARCH = "网络检索"
    DOCUMENT_CHECK = "材料查证"
    RANDOM_INTERVIEW = "随机访谈"
    RANDOM_VISIT = "随机走访"
    SITE_CHECK = "实地核验"
    SITE_INSPECTION = "实地核查"
    CASE_REVIEW = "案卷评查"
    SPOT_EXAM = "随机抽考"
    ROUTINE = "日常掌握"
    DISCUSSION = "座谈了解"
    FIELD_TEST = "现场测试"
    SURVEY = "问卷调查"


class Audience(Word):
    """Where a required material is to be shown."""

    PUBLIC = "网上公开"
    OFFLINE = "线下查证"
    CLOSED = "不上网"
    NOT_APPLICABLE = "不适用"


class Kind(Word):
    """What an item is; items are grouped by kind in this order (annex 1, rule 二.4)."""

    LAW = "法律"
    ADMINISTRATIVE_REGULATION = "行政法规"
    STATE_COUNCIL_DOCUMENT = "国务院文件"
    PARTY_DOCUMENT = "党内法规和文件"
    DEPARTMENT_RULE = "部门规章"
    LOCAL_REGULATION = "地方性法规"
    LOCAL_RULE = "地方政府规章"
    NORMATIVE_DOCUMENT = "行政规范性文件"
    STANDARD = "标准"
    WORK_PLAN = "工作方案"
    REGISTER = "清单"
    ANNUAL_REPORT = "年度报告"
    STATEMENT = "情况说明"
    NOTICE = "通知公告"
    CONSULTATION = "征求意见"
    INTERPRETATION = "政策解读"
    GUIDE = "办事指南"
    DECISION = "执法决定"
    BUDGET = "预算决算"
    NEWS = "工作动态"


class Level(Word):
    """Who issued an item, seen from the bureau."""

    NATIONAL = "国家"
    PROVINCIAL = "省"
    MUNICIPAL = "市"
    BUREAU = "本局"


class Validity(Word):
    """Whether the version is in force today."""

    VALID = "有效"
    AMENDED = "已修改"
    REPEALED = "废止"
    EXPIRED = "失效"


class Confidence(Word):
    """How sure the row is: H read or seen twice, M one secondary source, L may be superseded."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class ColumnType(Word):
    """栏目类别: the words for the tag ColumnType (国办发〔2017〕47号, annex on page design)."""

    HOME = "首页"
    OVERVIEW = "概况信息"
    FUNCTIONS = "机构职能"
    OFFICIALS = "负责人信息"
    NEWS = "工作动态"
    POLICY = "政策文件"
    DISCLOSURE_GUIDE = "信息公开指南"
    DISCLOSURE_CATALOGUE = "信息公开目录"
    DISCLOSURE_REPORT = "信息公开年报"
    DISCLOSURE_REQUEST = "依申请公开"
    DATA = "数据发布"
    OPEN_DATA = "数据开放"
    INTERPRETATION = "政策解读"
    RESPONSE = "回应关切"
    SERVICES = "办事服务"
    COMPLAINTS = "咨询投诉"
    CONSULTATION = "征集调查"
    INTERVIEW = "在线访谈"


class State(Word):
    """公开情况 of a material, in order; the last three stand outside the count."""

    PUBLISHED = "已公开"
    PARTIAL = "部分公开"
    BY_HIGHER = "以上级文件落实"
    UNCONFIRMED = "待核定"
    MISSING = "未公开"
    OFFLINE = "线下查证"
    NOT_APPLICABLE = "不适用"
    CLOSED = "不上网"

    @property
    def counted(self) -> bool:
        """Whether the material is among those that must be public."""
        return self not in (State.OFFLINE, State.NOT_APPLICABLE, State.CLOSED)


class Departure(Word):
    """Why what was public under an address is there no longer."""

    WITHDRAWN = "撤回"
    MERGED = "合并"
    REVOKED = "废止"
