"""Closed vocabularies of the registers' columns; those of enforcement are in enforcement_words."""

from __future__ import annotations

from disclosure.vocabulary import Word


class PowerType(Word):
    """The ten types of a list of powers; codes of GB/T 39554.1 follow this order."""

    LICENSING = "行政许可"
    PENALTY = "行政处罚"
    COERCION = "行政强制"
    COLLECTION = "行政征收"
    PAYMENT = "行政给付"
    INSPECTION = "行政检查"
    CONFIRMATION = "行政确认"
    REWARD = "行政奖励"
    ADJUDICATION = "行政裁决"
    OTHER = "其他行政权力"

    @property
    def code(self) -> str:
        """Digits 3 and 4 of the basic code."""
        return f"{list(PowerType).index(self) + 1:02d}"


class DaysUnit(Word):
    """What a limit is counted in."""

    DAYS = "日"
    WORKING_DAYS = "工作日"
    MONTHS = "月"
    YEARS = "年"


class MatterState(Word):
    """What became of an approval when matters were cut, handed down and taken over."""

    KEPT = "保留"
    CANCELLED = "取消"
    HANDED_DOWN = "下放"
    TAKEN_OVER = "承接"


class ServiceType(Word):
    """What a public service does for people."""

    ADVICE = "咨询"
    LOOK_UP = "查询"
    GUIDANCE = "指引"
    HANDLING = "办理"
    SERVICE = "服务"
    DISCLOSURE = "公开"
    EDUCATION = "宣传"
    PARTICIPATION = "参与"
    SUPERVISION = "监督"


class FeeType(Word):
    """What a row of the list of fees is; the last is no charge of an administrative organ."""

    ADMINISTRATIVE = "行政事业性收费"
    FUND = "政府性基金"
    FREE = "不收费"
    NOT_OURS = "非本机关收费"


class ProofState(Word):
    """Whether a certificate is still asked for."""

    KEPT = "保留"
    CANCELLED = "取消"
    PROMISED = "告知承诺"
    UNSETTLED = "待核"


class ChargeKind(Word):
    """What the list of burdens on enterprises holds."""

    CHARGE = "涉企收费"
    INSPECTION = "涉企检查"
    ASSOCIATION = "行业协会商会"


class ProcurementKind(Word):
    """Whether a row is of the standing catalogue or of the ledger of a year."""

    CATALOGUE = "指导性目录"
    PROJECT = "购买项目"


class DecisionState(Word):
    """How far a major decision has come."""

    LISTED = "列入目录"
    UNDER_WAY = "办理中"
    PUBLISHED = "已公布"
    STOPPED = "终止"


class RuleKind(Word):
    """Two things that are made, filed and cleared by different norms."""

    LOCAL_RULE = "地方政府规章"
    NORMATIVE_DOCUMENT = "行政规范性文件"


class ClearingResult(Word):
    """What a clearing concluded."""

    KEPT = "保留"
    AMENDED = "修改"
    REPEALED = "废止"
    EXPIRED = "失效"


class CatalogueOrigin(Word):
    """Where a row of the standard catalogue of openness comes from."""

    MODEL = "司法部标准目录"
    STATUTE = "法定公开事项"
    BUREAU = "本单位增补"


class ReconsiderationPart(Word):
    """Parts of what a reconsideration body must make public."""

    SCOPE = "受理范围"
    EXCLUSION = "排除范围"
    INCIDENTAL_REVIEW = "附带审查"
    PREREQUISITE = "复议前置"
    JURISDICTION = "管辖"
    LIMIT = "期限"
    PROCEDURE = "程序"
    PUBLICITY = "公开"
    FEE = "费用"
    LITIGATION = "诉讼衔接"
    FORM = "申请书格式"
    DECISION = "复议决定书"


class ReconsiderationResult(Word):
    """How a reconsideration ended."""

    UPHELD = "维持"
    CHANGED = "变更"
    REVOKED = "撤销"
    UNLAWFUL = "确认违法"
    VOID = "确认无效"
    ORDERED = "责令履行"
    DISMISSED = "驳回"
    SETTLED = "调解"
    WITHDRAWN = "终止"


class ChannelKind(Word):
    """How the public reaches the bureau, and how the bureau answered in public."""

    COMPLAINT = "投诉举报"
    HOTLINE = "政务热线"
    PRESS = "新闻发布"
    MEDIA = "媒体曝光回应"
    EMERGENCY = "突发事件信息发布"


class ReportSeries(Word):
    """Reports of which one a year is due."""

    RULE_OF_LAW = "法治政府建设年度报告"
    DISCLOSURE = "政府信息公开工作年度报告"
    ENFORCEMENT = "行政执法总体情况"
    BUDGET = "部门预算"
    FINAL_ACCOUNT = "部门决算"
    WEBSITE = "政府网站工作年度报表"


class ClockBound(Word):
    """What a clock's limit bounds."""

    AT_MOST = "上限"
    AT_LEAST = "下限"
    BETWEEN = "区间"
    IN_ADVANCE = "提前量"
    WAITING = "等待"
    BY_DATE = "截止"
    EVERY = "周期"
    CONDITION = "条件"


class ClockUnit(Word):
    """What a clock counts."""

    DAYS = "日"
    WORKING_DAYS = "工作日"
    MONTHS = "月"
    YEARS = "年"
    HOURS = "小时"
    DAY_OF_YEAR = "每年日期"
    DATE = "日期"
