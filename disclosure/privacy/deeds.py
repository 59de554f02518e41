"""Names known by what is said of them: 张三申请法律援助, 李四（8岁）, 王五患有精神分裂症.

Each pattern is tried only around the words it must contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy import roles
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked
from disclosure.privacy.names import ALIAS, name_at, whole_name
from disclosure.privacy.sieve import FAMILIES, gate
from disclosure.privacy.trie import pattern, windows, words

_NAME = rf"(?P<name>[{FAMILIES}][\u4e00-\u9fff]{{1,3}}?)"
_BEFORE = lazily(
    r"(?:^|[^\u4e00-\u9fff]|[对为将给到县区镇乡村了就与和由被请办理]|(?:村民|居民|群众|市民|职工|工人|老人|男子|女子|妻子|丈夫|父亲|母亲|公民|帮助|接到|收到|经查|受理|承办|代理|批准))$"
)
_PROTECTED = lazily(rf"{roles.PROTECTED}|律师|公证员|法官|检察官|某")

_DEED = lazily(
    rf"{_NAME}(?:等\d{{0,4}}[人名])?(?:[，,（(](?:男|女)[^。；\n]{{0,24}}?[，,）)])?(?:"
    r"(?:因[^，。；\n]{2,20}[，,]?)?(?:前来|向[^，。；\n]{2,14}|到[^，。；\n]{2,14}|依法)?"
    r"(?:申请|获得|接受|符合|请求)(?:了|到)?(?:法律援助|援助)"
    r"|(?:的)?法律援助(?:申请|案|一案|事项)|(?:等\d{0,4}人)?诉[^，。；\n]{2,24}?(?:案|纠纷|争议)"
    r"|(?:提供|给予|办理|实施|实行|开展|进行|指派)(?:了)?(?:免费)?(?:的)?(?:法律援助|社区矫正)"
    r"|(?:被|依法|已)(?:依法)?(?:纳入|接受|实行|列为|列管|执行)(?:为)?社区矫正"
    r"|(?:来信|来电|来访|实名|上访|信访)(?:反映|投诉|举报|求助|控告|称)"
    r"|(?:向[^，。；\n]{2,14})?(?:投诉称|举报称|实名举报|投诉举报|申请(?:政府)?信息公开|申请公开)"
    rf"|(?:系|是|为|作为|[（(])(?:我[县市区镇乡]|本[县市区镇乡]|一名|该案|本案|在册)?{pattern(roles.SAID_OF)})"
)

_AGE = lazily(r"[\d一二三四五六七八九十]\s?(?:周)?岁")
_CHILD = lazily(
    rf"{_NAME}(?:[，,（(]\s?(?:男|女)?[，,]?\s?(?:现年|今年|时年|年仅)?|现年|今年|时年|年仅)\s?"
    r"(?:\d|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)\s?(?:周)?岁"
)

_NAMED_ILLS = words(
    "艾滋病 HIV 梅毒 性病 肺结核 结核病 乙肝 丙肝 肝炎 癌 癌症 肿瘤 白血病 尿毒症 精神分裂 精神分裂症 "
    "精神病 精神障碍 抑郁 抑郁症 躁郁症 双相 智力障碍 自闭症 癫痫 糖尿病 心脏病 高血压 脑瘫 脑梗 中风 瘫痪 "
    "偏瘫 残疾 重病 大病 传染病 新冠 怀孕 孕期 流产 不孕 吸毒 毒瘾"
)
_DISEASES = pattern(_NAMED_ILLS)
_DISEASE = lazily(_DISEASES)
_IMPAIRED = "(?:肢体|视力|听力|言语|智力|精神|多重)残疾"
_ILL = lazily(
    rf"{_NAME}(?P<state>[（(，,]?\s?(?:男|女|\d{{1,3}}岁)?[，,、]?\s?(?:因|系|身|长期|曾|确诊)?"
    rf"(?:为|患有?|罹患|身患|查出|确诊|感染|检出|诊断|被诊断)[^，。；\n]{{0,12}}?(?:{_DISEASES}|病|症|炎|瘤)"
    rf"|[（(，,的]?[^，。；\n]{{0,6}}(?:[一二三四1-4]级{_IMPAIRED}|(?:肢体|视力|听力|言语|智力|精神|多重)[一二三四1-4]级|{_IMPAIRED}(?:[一二三四1-4]级)?|HIV|艾滋病|吸毒史|精神分裂症|怀孕))"
)


def deeds(text: str) -> Iterator[Finding]:
    """Every unmasked name known by a deed, a tender age or an illness."""
    for near, form in ((gate("said"), _DEED), (gate("said_of"), _DEED), (_AGE, _CHILD)):
        for match in _around(text, near, form):
            name = match["name"]
            start = match.start("name")
            yield Finding(start, start + len(name), Kind.NAME, masked(Kind.NAME, name), name)
    for match in _around(text, gate("ill"), _ILL):
        if not _DISEASE.match(text, match.start("name")):
            state = match["state"].strip("（(，,、的 ")
            shown = f"{masked(Kind.NAME, match['name'])}：{state}"
            yield Finding(match.start("name"), match.end(), Kind.HEALTH, shown)


def _around(text: str, near: re.Pattern[str], form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches near the words whose name is one; a false start is tried again one letter on."""
    for start, end in windows(text, near, 60, 30):
        at = start
        while match := form.search(text, at, end):
            if _is_name(text, match):
                yield match
                at = match.end()
            else:
                at = match.start() + 1


def _is_name(text: str, match: re.Match[str]) -> bool:
    name, start = match["name"], match.start("name")
    if not _BEFORE.search(text[max(0, start - 2) : start]) or _PROTECTED.search(name):
        return False
    if ALIAS.match(text, match.end("name")):
        return False
    return whole_name(name) and name_at(name + "，", 0) == name
