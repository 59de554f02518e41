"""Codes of what must never be published: personal data and secrets."""

from __future__ import annotations

from disclosure.problem_codes.base import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_LAW = "个人信息保护法第25条；政府信息公开条例第15条"
_SENSITIVE = "个人信息保护法第28条"
_ALLOW = "依法应当公开的，在 privacy.yaml 的 allow 里登记，并写明法律依据"

PRIVACY_CODES = (
    Code("P01", "身份证号码", _ERROR, "内容里有校验位正确的公民身份号码。",
         "删去，或者遮盖为前两位、十三个星号、后三位（35*************123）。", _LAW),
    Code("P02", "手机号码", _ERROR, "内容里有手机号码。",
         f"删去，或者遮盖为 138****1234；办公联系方式用固定电话。{_ALLOW}。", _LAW),
    Code("P03", "银行卡号或账号", _ERROR, "内容里有校验位正确的银行卡号或者账号。",
         f"删去。{_ALLOW}。", _SENSITIVE),
    Code("P04", "家庭住址", _ERROR, "内容里有个人住址，而且比乡镇、街道更详细。",
         "只写到乡镇或者街道。", _LAW),
    Code("P05", "受保护人员的姓名", _ERROR,
         "内容里有申请人、未成年人、受援人、社区矫正对象、投诉人等人员或者决定相对人（自然人）的完整姓名。",
         f"只留姓，其余隐去（张某某或者张**）。{_ALLOW}。", _LAW),
    Code("P06", "出生日期", _ERROR, "内容里有个人的出生日期。", "删去，必要时只写年龄。", _LAW),
    Code("P07", "个人电子邮箱", _ERROR, "内容里有个人的电子邮箱。",
         f"删去，换成单位邮箱。{_ALLOW}。", _LAW),
    Code("P08", "QQ 或微信号", _ERROR, "内容里有个人的 QQ 号码或者微信号。",
         f"删去。{_ALLOW}。", _LAW),
    Code("P09", "健康等敏感状况", _WARNING, "内容里的疾病、残疾等状况和完整姓名在一起。",
         "遮盖姓名，或者删去这些状况。", _SENSITIVE),
    Code("P10", "密级标志", _ERROR, "内容带有绝密、机密、秘密的标志。",
         "立即停止公开，报保密机构处理；不属于国家秘密的，改掉容易误认的写法。",
         "政府信息公开条例第14条；保守国家秘密法"),
    Code("P11", "文件属性里的人名", _WARNING, "附件的作者、修改者等属性里有人名，会随文件一起公开。",
         "用 disclosure scrub 生成清理过的副本，换上它。", _LAW),
    Code("P12", "拍摄位置", _ERROR, "附件里的照片带有经纬度。",
         "用 disclosure scrub 生成清理过的副本，换上它。", _SENSITIVE),
    Code("P13", "附件未能读取", _WARNING,
         "附件加密、损坏、只有图片或者是旧版格式，程序读不出文字，无法检查个人信息。",
         "换成有文字层的 PDF 或者 .docx、.xlsx；不能换的由人工逐页检查。", _LAW),
    Code("P14", "许可名单不能用", _ERROR, "privacy.yaml 的写法有误，或者有一条没有写明法律依据。",
         "每条写明 kind（种类）、value（内容）和 ground（法律依据）。", "政府信息公开条例第15条"),
)  # fmt: skip
