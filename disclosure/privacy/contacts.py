"""Email addresses, QQ and WeChat accounts, birth dates of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked

_EMAIL = lazily(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?@\s?(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,10}(?![A-Za-z0-9-]|\.[A-Za-z])"
)
_OFFICIAL_DOMAIN = lazily(
    r"(?i)(?:\.gov|\.gov\.cn|\.org\.cn|\.edu\.cn|(?:^|[.@])gov\.cn|court\.gov\.cn)$"
)
_PROVIDER = lazily(
    r"(?i)@(?:vip\.)?(?:qq|163|126|139|189|wo|sina|sohu|foxmail|yeah|gmail|outlook|hotmail|live|icloud|aliyun|tom|21cn|msn|yahoo|wechat)\.(?:com|net|cn|com\.cn)$"
)
_OFFICE = lazily(
    r"单位|办公|监督|(?:举报|投诉|咨询|来信|报名|报送|投稿)(?![人者])|意见|建议|反馈|受理|公共|公务|官方|我局|本局|司法局|机关|征集|信箱地址|中心|律师事务所|公证处"
    r"|传真|邮编|邮政编码|通讯地址|办公地址|网址|局长信箱|政务|服务|发送|寄|发至|提交|联系部门|联系科室|责任科室|科室|技术支持|主办|承办"
)
_OFFICE_NAME = lazily(
    r"(?i)^[^@]*(?:sfj|sfs|xxgk|zwgk|bgs|12348|gongzheng|jubao|jiandu|office|admin|info|service|contact|webmaster|support|sifa|justice|gov)[^@]*@"
)
_NOTED = lazily(rf"\s?[（(][^）)\n]{{0,12}}(?:{_OFFICE.pattern})")
_OWN = lazily(
    r"个人|本人|私人|姓\s?名|(?:申请|受援|投诉|举报|信访|当事|联系|来信|来访|来电|留言|咨询|报名|报送|投稿|反映|求助|负责|收件|经办)(?:人|者)|社区矫正|家长|学生|身份证|手机|性别|微信|(?i:qq)|男，|女，|律师|干部|同志"
)

_QQ = lazily(
    r"(?i)(?<![A-Za-z])(?P<cue>(?:q\s?q|扣扣|企鹅)(?P<tail>号码?|账号|联系)?(?:[（(][^）)]{0,6}[）)])?)\s?(?:[:：|\t]|是|为|加|联系)?\s{0,3}(?P<value>[1-9]\d{4,10})(?!\d|@)"
)
_WECHAT = lazily(
    r"(?i)(?P<cue>(?:个人|本人|私人)?(?:微\s?信|v\s?信|wechat|weixin|\bvx|\bwx|薇信)(?P<tail>号码?|账号|id|联系)?(?:[（(][^）)]{0,6}[）)])?)\s?(?:[:：|\t]|是|为|加)\s{0,3}(?P<value>[a-zA-Z][-_a-zA-Z0-9]{5,19}|[1-9]\d{5,10})(?![A-Za-z0-9@.])"
)
_WECHAT_NUMBER = lazily(
    r"(?i)(?:微\s?信号|\bvx|\bwechat id)\s{0,2}(?P<value>[a-zA-Z][-_a-zA-Z0-9]{5,19})(?![A-Za-z0-9@.])"
)
_PUBLIC_ACCOUNT = lazily(
    r"公众号?|公众平台|小程序|官方|官微|政务|订阅号|服务号|视频号|咨询|群|企业|监督|举报|本局|我局|单位|平台|客服|关注|扫码|搜索|订阅"
)

_YEAR = r"(?:18[89]\d|19\d\d|20[0-3]\d)"
_HAN_DIGIT = "[零〇○一二三四五六七八九]"
_DAY = (
    rf"(?:{_YEAR}\s?(?:年|[-/.])\s?(?:0?[1-9]|1[0-2])\s?(?:月|[-/.])\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)\s?日?"
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|{_HAN_DIGIT}{{4}}年(?:十[一二]?|[一二三四五六七八九元正腊])月(?:三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九])日?)"
)
_MONTH = rf"(?:{_YEAR}\s?(?:年\s?(?:0?[1-9]|1[0-2])\s?月|[-/.](?:0[1-9]|1[0-2])(?![-/.\d])))"
_BORN = r"出生(?:年\s?月\s?日?|日\s?期|时间|年份|于|在)?|生\s?于|生日|出生年月（?日?）?|诞生日"
_BIRTH = lazily(
    rf"(?P<cue>{_BORN})(?:[（(][^）)\n]{{0,8}}[）)])?\s?(?:[:：|\t]|为|是|系)?\s{{0,4}}(?P<day>{_DAY})(?P<after>\s?(?:以后|以前|之后|之前|后|前|至|到|—|-|~|～|起|期间|间)?)|(?<!\d)(?P<day2>{_DAY})\s?(?:[（(][^）)]{{0,4}}[）)])?\s?(?:出生|生(?![效产活成存态育命物日意]))(?P<after2>的?(?:公民|人员|人口|婴儿|新生儿|儿童|孩子|子女|农民|职工|考生|者)?)"
)
_BIRTH_MONTH = lazily(
    rf"(?:{_BORN})\s?(?:[:：|\t]|为|是)?\s{{0,4}}(?P<day>{_MONTH})(?!\s?\d{{1,2}}\s?日)(?P<after>\s?(?:以后|以前|之后|之前|后|前|至|到|—|-|~|～|起)?)|(?<!\d)(?P<day2>{_MONTH})\s?(?:出生|生(?![效产活成存态育命物日意]))"
)
_PROTECTED = lazily(
    r"受援人|申请人|社区矫正|矫正对象|未成年|学生|儿童|孤儿|低保|残疾|被处罚人|投诉人|举报人|信访人|身份证|家庭住址|监护人|戒毒|罪犯"
)


_WECHAT_LOOSE = lazily(
    r"微\s?信\s{0,3}[“\"‘（(]?(?P<value>[a-zA-Z]+[-_\d][-_a-zA-Z0-9]{3,18})(?![A-Za-z0-9@.])"
)


def mailboxes(text: str) -> Iterator[Finding]:
    """Every mailbox of a person."""
    for match in _EMAIL.finditer(text):
        if _personal_mailbox(text, match):
            value = match[0].replace(" ", "")
            yield Finding(match.start(), match.end(), Kind.EMAIL, masked(Kind.EMAIL, value), value)


def accounts(text: str) -> Iterator[Finding]:
    """Every QQ number and WeChat account of a person."""
    for pattern in (_QQ, _WECHAT, _WECHAT_NUMBER, _WECHAT_LOOSE):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            if not _PUBLIC_ACCOUNT.search(text[max(0, match.start() - 8) : start]):
                shown = masked(Kind.SOCIAL, match["value"])
                yield Finding(start, end, Kind.SOCIAL, shown, match["value"])


def births(text: str) -> Iterator[Finding]:
    """Every birth date; a birth month only beside a protected person."""
    for match in _BIRTH.finditer(text):
        if (match["after"] or "").strip() or (match["after2"] or "").strip("的"):
            continue
        if not match["day"] and text[max(0, match.start() - 1) : match.start()] in (
            "至",
            "到",
            "-",
            "~",
        ):
            continue
        group = "day" if match["day"] else "day2"
        yield _born(match.start(group), match.end(group), match[group])
    for match in _BIRTH_MONTH.finditer(text):
        if not (match["after"] or "").strip() and _PROTECTED.search(
            text[max(0, match.start() - 60) : match.end() + 40]
        ):
            group = "day" if match["day"] else "day2"
            yield _born(match.start(group), match.end(group), match[group])


def _born(start: int, end: int, value: str) -> Finding:
    return Finding(start, end, Kind.BIRTH, masked(Kind.BIRTH, value), value.strip())


def _personal_mailbox(text: str, match: re.Match[str]) -> bool:
    """Whether a mailbox is a person's: by the word before it, else by its provider."""
    address = match[0].replace(" ", "")
    if _OFFICIAL_DOMAIN.search(address):
        return False
    before = re.split(r"[。；;\n]", text[max(0, match.start() - 60) : match.start()])[-1]
    if _OFFICE_NAME.search(address) and not re.search("个人|本人|私人", before):
        return False
    own = max((one.end() for one in _OWN.finditer(before)), default=-1)
    office = max((one.end() for one in _OFFICE.finditer(before)), default=-1)
    if own != office:
        return own > office
    if _NOTED.match(text, match.end()):
        return False
    return bool(_PROVIDER.search(address))
