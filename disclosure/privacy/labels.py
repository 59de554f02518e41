"""Which word governs a number: the nearest one before it decides what the number is."""

from __future__ import annotations

from enum import StrEnum

from disclosure.privacy.lazy import lazily


class Label(StrEnum):
    """What the word before a number says that it is."""

    PHONE = "phone"
    IDENTITY = "identity"
    ACCOUNT = "account"
    SOCIAL = "social"
    SERIAL = "serial"
    AMOUNT = "amount"
    NONE = "none"


_WORDS = {
    Label.IDENTITY: r"(?:居民)?身份证(?:件)?(?:号码|编号|号|件)?|(?:公民|居民)?身份号码?|公民身份证?号码?"
    r"|身份证明号码?|证件(?:号码|编号|号)|身分证号?码?",
    Label.PHONE: r"手机(?:号码?)?|移动电话|(?:联系|咨询|办公|监督|举报|投诉|家庭|本人|固定|值班)?电话(?:号码?)?"
    r"|联系(?:方式|方法|号码)|联络方式|通[讯信](?:方式|号码)|致电|拨打|热线|手机/微信"
    r"|(?i:\b(?:tel|telephone|phone|mobile|cell|mob|call)\b)|☎|📞|📱",
    Label.ACCOUNT: r"(?:银行|储蓄|信用|借记|工资|社保|收款|打款|汇款|转账|对公|个人|结算)?卡(?:号码?|上|内|中|：|:|为|是|(?=\s?\d{4}))"
    r"|(?i:bank[ _-]?(?:card|account)|card[ _-]?n(?:o|umber)|account[ _-]?n(?:o|umber))|银行卡|储蓄卡|工资卡|借记卡|信用卡|一卡通|(?:银行|收款|开户|汇款|缴款|结算|打款|个人|对公|基本|资金|退款)?[账帐](?:户号?码?|号码?)"
    r"|存折号?码?|开户(?:银)?行|银联|(?:工商|农业|建设|中国|交通|邮储|邮政储蓄|招商|中信|光大|民生|浦发|兴业|平安|华夏|广发|中原|商业)银行"
    r"|工行|农行|建行|中行|交行|招行|信用社|农商行|转账至|汇至|打(?:入|到)",
    Label.SOCIAL: r"(?i:\bqq)(?:号码?)?|扣扣号?|微信号?|(?i:wechat|weixin)号?",
    Label.SERIAL: r"订单号?码?|流水号?码?|[运货快]单号?码?|单号|编号|序号|编码|条形?码|批次号?|批号|工号|货号|件号|受理(?:号码?|编号)"
    r"|登记(?:号码?|编号)|许可(?:证)?(?:编号|号)|证书(?:编号|号码?)|执业证?号?码?|执法证(?:件)?(?:编号|号码?)?|执法证件|证号|资格证|准考证号?|学号|考号"
    r"|发票(?:代码|号码?)|票号|[票档案文]号|案件号|(?i:isbn|issn|uscc|ean|sku|hash|guid|uuid|timestamp|md5|sha\d*)|信用代码|机构代码"
    r"|注册号|税号|纳税人识别号|索引号|标识码|备案号?|公网安备|(?i:icp备?)|代码|图号|版本号?|时间戳|车架号|发动机号|快递|物流|回执号?|查询码"
    r"|验证码|[^\W\d_卡账帐机话证信系络微]{2}号码?(?=\s?[:：])|取件码|合同号|项目号|设备号|产品号|型号|(?i:\bids?\b|\bno\b|\bcode\b|\bserial\b|\border\b|№)",
    Label.AMOUNT: r"金额|面积|人口|总额|合计|共计|总计|累计|收入|支出|余额|总数|产值|投资|访问量|点击量|浏览量|阅读量|数量|统计值|[￥¥$]",
}  # fmt: skip
_ANY = lazily("|".join(f"(?P<{label.value}>{words})" for label, words in _WORDS.items()))
_STOP = lazily(r"[。；;\n]")


def governing(text: str, start: int, reach: int = 40) -> tuple[Label, int]:
    """The nearest label before `start` and how far its end is from it.

    It must stand in the same clause; of an enumeration (手机：甲、乙) it governs every member.
    """
    window = text[max(0, start - reach) : start]
    stop = 0
    for match in _STOP.finditer(window.rstrip("\n ")):
        stop = match.end()
    best, end = Label.NONE, -1
    for match in _ANY.finditer(window, stop):
        if match.end() > end:
            best, end = Label(match.lastgroup or "none"), match.end()
    return best, len(window) - end if end >= 0 else reach


_BETWEEN = lazily(
    r"[\s:：为是=\"'“”（(）)、，,和\d#\[\]-]*(?:[\u4e00-\u9fff]?[A-Z]{1,2}[-\d]{3,}(?:[\s、，,和]+\d*)?)*"
)


def adjoins(text: str, start: int, far: int) -> bool:
    """Whether nothing but signs and other members stands between a label and a number."""
    return bool(_BETWEEN.fullmatch(text, start - far, start))
