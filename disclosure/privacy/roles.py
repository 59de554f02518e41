"""The words that stand before the name of a person whom the law protects, and before those
whose names the law wants public."""

from __future__ import annotations

from disclosure.privacy.trie import pattern, words


def _joined(heads: str, tails: str) -> list[str]:
    return [head + tail for head in heads.split() for tail in tails.split()]


AIDED = [
    *words(
        "受援人 受援人员 受援对象 受援者 受援群众 受援职工 受助人 受助者 被援助人 农民工 讨薪农民工 讨薪人员"
    ),
    *_joined("法律援助", "申请人 受援人 对象 当事人"),
]
APPLICANT = words(
    "申请人 申请执行人 申请公民 申请者 申请人本人 请求人 申诉人 申诉者 当事人 被处罚人 被处罚当事人 行政相对人 "
    "行政管理相对人 相对人 违法行为人 违法当事人 被强制人 被执行人 上诉人 委托人 原告 原告人 被告 被告人 被申请执行人 "
    "继承人 被继承人 遗嘱人 立遗嘱人 被赡养人 被扶养人 被调解人 调解对象"
)
COMPLAINANT = words(
    "投诉人 投诉人员 投诉者 举报人 举报者 被举报人 检举人 控告人 报案人 信访人 信访人员 信访群众 上访人 上访人员 来访人 "
    "来访人员 来访群众 来访者 来信人 来电人 来电群众 反映人 求助人 求助者 咨询人 咨询者 留言人 受害人 被害人 受害者 死者 伤者 证人"
)
CORRECTED = [
    *_joined("社区矫正 社矫 矫正", "对象 人员 罪犯"),
    *_joined("在矫 在册 解矫 入矫 被矫正", "对象 人员"),
    *words(
        "被矫正人 社区服刑人员 服刑人员 服刑罪犯 罪犯 犯人 刑满释放人员 刑释人员 犯罪嫌疑人 安帮对象 帮教对象 帮教人员"
    ),
    *_joined("安置帮教", "对象 人员"),
    *_joined("缓刑 假释 管制 暂予监外执行", "人员 犯 罪犯 对象"),
]
MINOR = [
    *_joined(
        "未成年",
        "人 子女 孩子 被害人 犯罪嫌疑人 当事人 受援人 学生 原告 被告 被告人 社区矫正对象 女儿 儿子 女孩 男孩",
    ),
    *words(
        "儿童 女童 男童 幼童 幼儿 婴儿 女婴 男婴 孤儿 小学生 中学生 初中生 高中生 学生 少年 少年犯 少女 男孩 "
        "女孩 孩子 患儿"
    ),
    *words(
        "其子 其女 其儿子 其女儿 之子 之女 儿子 女儿 长子 次子 三子 长女 次女 三女 孙子 孙女 外孙 外孙女 "
        "婚生子 婚生女 婚生子女 非婚生子 非婚生女"
    ),
    *words("养子 养女 养子女 继子 继女 被监护人 被收养人 被抚养人"),
]
NEEDY = [
    *_joined("低保", "户 对象 人员 家庭"),
    *_joined("五保", "户 老人 对象"),
    *_joined("特困", "户 人员 供养人员 职工"),
    *_joined("困难", "户 群众 职工 家庭"),
    *_joined("贫困", "户 户主 人口 群众 学生"),
    *_joined("精神病 精神障碍", "人 患者 病人"),
    *_joined("戒毒", "人员 对象 康复人员"),
    *words(
        "脱贫户 监测户 残疾人 聋哑人 盲人 智障人员 智障人 患者 病人 孕妇 吸毒人员 吸毒者 涉毒人员 艾滋病人 "
        "艾滋病患者 艾滋病感染者 感染者 救助对象 帮扶对象 被帮扶人 被救助人 申领人 救助申请人"
    ),
]
ALL = frozenset([*AIDED, *APPLICANT, *COMPLAINANT, *CORRECTED, *MINOR, *NEEDY])
PROTECTED = pattern(sorted(ALL))
SAID_OF = (*AIDED, *CORRECTED, *COMPLAINANT, *NEEDY, "未成年人", "申请人", "孤儿")
"""What a sentence says that a person is (张三系社区矫正对象)."""

LISTS = (
    r"受援|法律援助|社区矫正|社矫|矫正对象|未成年|依申请公开|申请公开|信访|投诉|举报|来访|低保|五保|特困|困难|贫困|帮扶|残疾|残联|吸毒|戒毒|"
    r"刑满释放|刑释|安置帮教|救助|学生|儿童|孤儿|申请人"
)
"""A list with such a title is a list of protected persons (法律援助案件受理登记表)."""

STRONG_LISTS = (
    r"受援|社区矫正(?:对象|人员)|矫正类别|入矫|解矫|罪名|刑期|矫正对象|社矫|依申请公开|信访人|投诉人|举报人|来访人|申请人|低保|五保|特困|困难(?:户|职工|群众|学生)|贫困|残疾人|吸毒|"
    r"戒毒人员|刑满释放|刑释|安置帮教|救助对象|孤儿|留守儿童|困境儿童|未成年人"
)
"""Words that make a list one of protected persons whatever else its title says, unless what
follows them speaks of those who serve (残疾人法律援助律师名单)."""

STAFF = (
    r"工作人员|工作者|律师|志愿者|执法人员|干警|承办人|公证员|鉴定人|调解员|陪审员|监督员|负责人|联系人|联络员|机构|律所|事务所|中心|"
    r"领导小组|值班|名册|教师|专家|顾问|值守|接待领导|包案领导|分工|培训|校长|辅导员|宣传员"
)
"""A list with such a title names those who serve; their names are public."""
