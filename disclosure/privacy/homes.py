"""Home addresses beyond the town or subdistrict; the offices of organs and firms are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.mask import masked
from disclosure.privacy.trie import windows

_STRONG = (
    r"家庭(?:住址|地址|居住地|所在地)|(?:现|常)?住址|现住地?址?|现居住(?:地|于|在)?(?:址)?|(?:经常)?居住地(?:址)?|居住(?:于|在|地址)|家住(?:在|于)?|家在|住家|"
    r"户籍(?:所在地|地|地址)?(?:址)?|户口(?:所在地|地址)|身份证(?:住址|地址)|租住(?:在|于)?|暂住(?:地|址|在|于)?(?:址)?|借住(?:在|于)?|"
    r"执行地址|(?<![\u4e00-\u9fff])住(?!所|址|房|宅|院|建|户|宿|地)(?:在|于)?|[，,、；;（(]\s?(?:现|均)?住(?!所|址|房|宅|院|建|户|宿|地)(?:在|于)?|(?:本人|我|他|她|其|均|同)(?:现|常年?)?住(?!所|址|房|宅|院|建|户|宿|地)(?:在|于)?|家庭详细住址|详细住址|(?:个人|本人)(?:通[讯信])?地址|住宅(?:地址)?"
)
_WEAK = r"收件地址|收货地址|邮寄地址|送达地址|住所地?(?:址)?|通[讯信]地址|联系地址|联系住址|详细地址|地\s{0,4}址"
_NEAR = re.compile("[住址籍户居]|家在|地 {1,4}址")
_CUE = re.compile(rf"(?P<strong>{_STRONG})|(?P<weak>{_WEAK})")
_SEPARATOR = re.compile(
    r"\s{0,4}(?:[（(][^）)\n]{0,10}[）)])?\s{0,4}(?:[:：|\t]|为|是|系|位于|在|于)?\s{0,4}(?:[:：])?\s{0,4}"
)

_SPAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9#＃\-—–·・（）() ]{2,70}")
_TOWN = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,7}?(?:市|州|盟|地区))?(?:[\u4e00-\u9fff]{1,7}?(?:区|县|市|旗)(?![域内]))?"
    r"(?:[\u4e00-\u9fff]{1,7}?(?:街道办事处|街道办|街道|办事处|镇|乡|苏木))?"
)
_NUMBER = r"(?:[0-9A-Za-z甲乙丙丁东西南北前后中]+|[零〇一二三四五六七八九十百]+)"
_DETAIL = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?(?:村|庄|屯|寨|小区|社区(?!矫正|戒毒|服务|康复)|花园|家园|佳园|花苑|苑|公寓|家属院|家属楼|大院|新村|嘉园|名邸|华府|胡同|弄堂|(?<!道)路(?!口)|(?<!街)大街|街(?!道)|大道|巷|里弄|别墅|宿舍)"
    rf"|{_NUMBER}\s?(?:号楼|号院|号|楼|栋|幢|座|单元|室|组|队|排|户|弄|门)|第{_NUMBER}(?:村民)?(?:小组|组|生产队)"
)
_NOT_PLACE = re.compile(
    r"(?:的|或者?|应当|可以|不得|机关|部门|委员会|派出所|政府|所在|公安|证明|申请|变更|管辖|迁移|登记|管理|规定|进行|有关|一致|不一致|居住|本[省市县]"
    r"|户籍|本人|以外|以内|期间|是否|姓名|身份|电话|公司|事务所|法院|检察院|司法|中心$|机构|单位|学校|医院|看守所|监狱|宾馆|酒店|服务|以及|及其|和|与|按|由|向|后$)"
)
_COVERED = re.compile(r"[*＊×XxＸ○〇□●…]|某")
_PERSONAL = re.compile(
    r"男[，,、；\s|（(]|女[，,、；\s|（(]|(?:男|女)$|身份证|公民身份|出生|生于|\d{1,3}\s?岁|汉族|[一-龥]族[，,]|姓\s?名|手机|受援人|申请人|当事人|被处罚人|社区矫正|投诉人|举报人|信访人|学生|未成年|家长|监护人|村民|居民|农民|户主|本人|收件人"
)
_ORGAN = re.compile(
    r"公司|事务所|机构|单位|中心|企业|经营|法定代表人|负责人|统一社会信用代码|信用代码|机关|窗口|办公|局|所名|律所|政府|法院|委员会|厅|学校|医院|受理|接收|来信|邮编|邮政编码|寄送?|联系人|咨询|监督|传真|办理地点"
)


_SEAT = re.compile(
    r"(?:局|公司|事务所|中心|政府|委员会|法院|检察院|厅|大厦|公证处|鉴定所|服务所|司法所|学校|医院)(?:[^村组户]{0,8})$"
)


def homes(text: str) -> Iterator[Finding]:
    """Every home address that goes beyond the town."""
    for start, end in windows(text, _NEAR, 8, 8):
        for match in _CUE.finditer(text, start, end):
            yield from _after(text, match)


def _after(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """The address after a cue."""
    separator = _SEPARATOR.match(text, match.end())
    at = separator.end() if separator else match.end()
    span = _address(text, at)
    if not span or (match["weak"] and not _of_person(text, match.start(), at + len(span))):
        return
    yield Finding(at, at + len(span), Kind.HOME, masked(Kind.HOME, span), span)


def _address(text: str, at: int) -> str:
    """The address that begins here if it is a whole one that goes beyond the town."""
    span = _SPAN.match(text, at)
    if not span:
        return ""
    address = re.split(r"[（(]|\s{2,}| (?=[\u4e00-\u9fff]{2})", span[0].strip())[0].rstrip(" -—–")
    covered = address + text[at + len(address) : at + len(address) + 2]
    town = _TOWN.match(address)
    rest = address[town.end() if town else 0 :]
    detail = _DETAIL.match(rest)
    if not detail or _COVERED.search(covered):
        return ""
    return (
        "" if _NOT_PLACE.search(address[: (town.end() if town else 0) + detail.end()]) else address
    )


def _of_person(text: str, start: int, end: int) -> bool:
    """Whether the words around an address without an owner are about a person."""
    before = re.split(r"[。\n]", text[max(0, start - 90) : start])[-1]
    after = re.split(r"[。\n]", text[end : end + 60])[0]
    if _ORGAN.search(before[-60:]) or _SEAT.search(text[start:end]):
        return False
    return bool(_PERSONAL.search(before) or re.search(r"身份证|公民身份|出生|监护人", after))
