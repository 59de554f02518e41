"""Closed vocabularies of enforcement, as 118号, 双公示 and the penalties law print them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from disclosure.vocabulary import Word


class Disclosed(Word):
    """What is public before enforcement: the eight objects, then what goes with them."""

    SUBJECT = "执法主体"
    OFFICER = "执法人员"
    DUTY = "执法职责"
    AUTHORITY = "执法权限"
    BASIS = "执法依据"
    PROCEDURE = "执法程序"
    REMEDY = "救济渠道"
    SPOT_CHECK = "随机抽查事项清单"
    GUIDE = "服务指南"
    FLOWCHART = "执法流程图"
    DISCRETION = "裁量基准"
    DELEGATION = "委托执法"
    MAJOR_DECISIONS = "重大执法决定范围"


EIGHT_OBJECTS = tuple(Disclosed)[:8]
"""国办发〔2018〕118号: what must be public before enforcement."""


class ProcedureKind(Word):
    """Which procedure a step belongs to."""

    GENERAL = "处罚通则"
    SUMMARY = "简易程序"
    ORDINARY = "普通程序"
    HEARING = "听证程序"
    PUBLICITY = "决定公开"
    EXECUTION = "处罚执行"
    HENAN = "河南补充规定"
    MAJOR_DECISION = "重大行政决策"


class DecisionType(Word):
    """What is decided on whom, as 双公示 and 118号 divide it."""

    LICENCE = "行政许可"
    PENALTY = "行政处罚"
    INSPECTION = "行政检查"
    OTHER = "其他执法决定"


class PartyKind(Word):
    """行政相对人类别."""

    ORGANISATION = "法人及非法人组织"
    PERSON = "自然人"
    SOLE_TRADER = "个体工商户"


class LicenceKind(Word):
    """许可类别."""

    ORDINARY = "普通"
    FRANCHISE = "特许"
    ACCREDITATION = "认可"
    VERIFICATION = "核准"
    REGISTRATION = "登记"
    OTHER = "其他"


class LicenceState(Word):
    """当前状态 of a licence."""

    VALID = "有效"
    INVALID = "无效"


class PenaltyKind(Word):
    """处罚类别 from light to heavy, the order in which concurrent kinds are counted once."""

    WARNING = "警告"
    CRITICISM = "通报批评"
    FINE = "罚款"
    CONFISCATION = "没收违法所得、没收非法财物"
    SUSPENSION = "暂扣许可证件"
    DOWNGRADE = "降低资质等级"
    RESTRICTION = "限制开展生产经营活动"
    CLOSURE_ORDER = "责令停产停业"
    SHUTDOWN = "责令关闭"
    BAN = "限制从业"
    REVOCATION = "吊销许可证件"
    DETENTION = "行政拘留"
    OTHER = "其他行政处罚"


def _split(value: object) -> object:
    return re.split(r"\s*[;；]\s*", value.strip("；; ")) if isinstance(value, str) else value


PenaltyKinds = Annotated[tuple[PenaltyKind, ...], BeforeValidator(_split)]


class StatisticsTable(Word):
    """Tables of the yearly statistics of enforcement."""

    LICENCE = "行政许可"
    PENALTY = "行政处罚"
    COERCION = "行政强制"
    COLLECTION = "行政征收"
    EXPROPRIATION = "行政征用"
    INSPECTION = "行政检查"


class CaseKind(Word):
    """What a case file is about."""

    LICENCE = "行政许可"
    PENALTY = "行政处罚"
    COERCION = "行政强制"
    INSPECTION = "行政检查"
    GUIDANCE = "行政指导"
    MEDIATION = "行政调解"
    TRANSFER = "行刑衔接移送"
    DISCLOSURE = "依申请公开"
    OTHER = "其他案卷"
