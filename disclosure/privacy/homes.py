"""Home addresses beyond the town or subdistrict; the offices of organs and firms are public.

An address is a home by the word before it (家住, 户籍地), by whom the text is about where that
word may mean an office as well (地址, 住所), or without any word by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy import roles
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked
from disclosure.privacy.places import Address, Depth, address_at
from disclosure.privacy.sieve import gate
from disclosure.privacy.trie import windows

_OWNER = r"(?:申请|受援|投诉|举报|信访|当事|来信|来访|来电|求助|咨询|留言|收件|收货|寄件|保证|监护|被?继承|相对|本|户|死|患|矫正对|处罚)(?:人|者|主|象)"
_STRONG = (
    r"家庭(?:详细|现|常)?(?:住址|地址|居住地|所在地|住所|位置)|住\s{0,4}址|住处|住家|现住地?址?|(?:现|经常|常|实际)?居住(?:地|于|在)?(?:地?址)?|(?:寄|旅|客|独|同|定|移|迁)居(?:住)?(?:于|在|到|至)?|家(?:就)?住(?:在|于)?|家在|老家(?:在|位于)?|家(?:庭)?(?:位于|地处)"
    r"|户籍(?:所在地|地|地址)?(?:址)?|户口(?:所在地|地址)?|身份证(?:住址|地址)|详细住址|住宅(?:地址)?|(?:个人|本人)(?:通[讯信])?地址|执行地址|租房(?:在|于|地址)"
    rf"|{_OWNER}(?:的)?(?:联系|通[讯信]|邮寄|送达|收件|现|详细)?(?:地址|住所|住处)"
    r"|(?<![记抓稳守保留停站挡扣堵顶绷盯拦按困禁捂忍卡入食吃])住(?!所|址|房|宅|院|建|户|宿|地|处|持|口|进|满|嘴|手)(?:在|于)?"
)
_WEAK = (
    r"(?:收件|收货|邮寄|寄送|寄递|送达|通[讯信]|联系|详细|拟迁[往入]|迁[往入])?地\s{0,4}址|住\s{0,4}所地?(?:址)?|所在村组|村组|房号|门牌号?|楼栋(?:房?号)?"
    r"|(?:房产|房屋|住房|住宅|楼房|商品房)[^，。；\n]{0,4}?(?:坐落|座落|位)(?:于|在)?|坐落(?:于|在)?|(?:搬|迁|搬迁)(?:至|到|往)"
)
_CUE = lazily(rf"(?P<weak>{_WEAK})|(?P<strong>{_STRONG})")
_SEPARATOR = lazily(
    r"[”\"']?\s{0,4}(?:[（(][^）)\n]{0,10}[）)])?\s{0,4}(?P<sign>[:：=|\t]|为|是|系|位于|在|于|[（(“\"])?\s{0,4}[:：]?\s{0,4}[“\"'‘]?(?:位于|在)?"
)

_COVERED = lazily(r"\s?[*＊×XxＸ○〇□●…某]")
_ORGAN_SEAT = lazily(
    r"(?:局|公司|事务所|中心(?![大街路村])|政府|委员会|法院|检察院|厅|大厦|写字楼|商务楼?|公证处|鉴定所|服务所|司法所|派出所|医院|学校|大学|学院|中学|小学|幼儿园|看守所|监狱|戒毒所"
    r"|宾馆|酒店|招待所|饭店|商场|超市|市场|车站|办公楼|综合楼|会议室|窗口|大厅|法庭|支行|工地|项目部|商铺|门面|门市|广场|工厂|仓库)"
    r"(?![\u4e00-\u9fff]{0,3}(?:家属|宿舍|小区|公寓|职工|生活区|花园|家园|嘉园))"
)
_RUN = lazily(r"(?:(?![的与和及从向到在一于由至是走居住])[\u4e00-\u9fff]){0,10}")
_PERSON = lazily(
    rf"{roles.PROTECTED}|{_OWNER}|男[，,、；\s|（(]|女[，,、；\s|（(]|身份证|公民身份|出生|生于|\d{{1,3}}\s?岁|[\u4e00-\u9fff]族[，,、]|姓\s?名|手机"
    r"|家长|监护人|村民|居民|农民|业主|住户|租户|房主|户主|学员|职工|某|\*\*|××|文化程度|婚姻"
)
_ORGAN = lazily(
    r"公司|事务所|机构|单位|中心(?![大街路村])|企业|经营|法定代表人|负责人|统一社会信用代码|信用代码|机关|窗口|办公|局|所名|律所|政府|法院|委员会|厅|学校|医院|受理|接收|注册|登记机"
    r"|邮编|邮政编码|联系人|咨询|监督|传真|办理地点|服务所|公证处|鉴定所|协会|银行|代理机构|采购人|供应商|中标"
)
_OFFICE_AFTER = lazily(
    r"[^。\n]{0,16}(?:邮编|邮政编码|传真|办公|\b0\d{2,3}-\d{7,8}|工作日|咨询|窗口)"
)

_TAIL = lazily(
    r"[0-9一二三四五六七八九十]\s?(?:号楼|栋|幢|单元|小?组|号院|室|户)|[村庄屯寨营]\D{0,8}\d{1,4}号|\d-\d{1,2}-\d{3,4}|村(?=[^，。；\n]{0,8}?(?:走访|看望|慰问|家访|入户|探望))"
)
_BEGINS = lazily(r"[，,、；;（(|\t\n]\s{0,4}|\s{2,4}|前往|来到|赶[到赴]|[到赴至在去]")
_VISIT = lazily(
    r"[^，。；\n]{0,8}(?:走访|看望|慰问|家访|入户|探望|家中|家里|上门|送达|查访|实地(?:走访|核查|查看))"
)
_VISITED = lazily(
    rf"(?:{roles.PROTECTED})(?:[\u4e00-\u9fff]{{2,4}}|.{{1,3}}[某*])?(?:家|[，。；、（(\n]|$)"
)
_VERBS = ("前往", "来到", "赶到", "赶赴", "到", "赴", "至", "在", "去")
_ITEM_ENDS = lazily(r"\s{0,4}(?:[，,、；;）)|\t\n。]|$|\s{2})")
_CLAUSE_ENDS = lazily(rf"{_ITEM_ENDS.pattern}|居住|的")
_TOKENS = lazily(
    r"(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|\d{2,6}\*{4,}|(?:^|[，,、；;\s|（(])(?:男|女)(?:[，,、；;\s|）)]|$)|\d{1,3}\s?岁|身份证|某家?[（(]|家[（(]|[某*×][，,、（(]"
)


def homes(text: str) -> Iterator[Finding]:
    """Every home address beyond the town that a word announces."""
    taken = 0
    for start, end in windows(text, gate("homes"), 16, 12):
        for match in _CUE.finditer(text, start, end):
            if match.start() >= taken and (address := _after(text, match)):
                yield _found(text, address)
                taken = address.end


def dwellings(text: str) -> Iterator[Finding]:
    """Every house or room that only its surroundings say somebody lives in."""
    taken = 0
    for near in ("dwellings", "units"):
        for start, end in windows(text, gate(near), 4, 16):
            for match in _TAIL.finditer(text, start, end):
                if match.start() >= taken and (address := _around(text, match)):
                    yield _found(text, address)
                    taken = address.end


def dwelling(text: str) -> Finding | None:
    """The home that a whole cell consists of, whatever stands above it."""
    start = len(text) - len(text.lstrip())
    address = address_at(text, start)
    if address is None or address.depth is not Depth.DWELLING or not _beyond(text, address):
        return None
    return _found(text, address) if _ITEM_ENDS.match(text, address.end) else None


def _found(text: str, address: Address) -> Finding:
    value = text[address.start : address.end].strip()
    return Finding(address.start, address.end, Kind.HOME, masked(Kind.HOME, value), value)


def _after(text: str, cue: re.Match[str]) -> Address | None:
    """The home that a cue announces."""
    separator = _SEPARATOR.match(text, cue.end())
    address = address_at(text, separator.end() if separator else cue.end())
    if address is None or not _beyond(text, address):
        return None
    signed = bool(separator and (separator["sign"] or "").strip("为是系在于"))
    # A village without its town: only where the clause ends with it.
    bare = address.depth is Depth.PLACE and address.town == address.start and not signed
    if bare and not _CLAUSE_ENDS.match(text, address.end):
        return None
    if cue["strong"]:
        return address
    whose = _about(text, cue.start())
    if whose is not None:
        return address if whose else None
    alone = address.depth is Depth.DWELLING and not _OFFICE_AFTER.match(text, address.end)
    return address if alone else None


def _around(text: str, tail: re.Match[str]) -> Address | None:
    """A dwelling without a cue: visited, or an item beside a person's other particulars."""
    first = max(0, tail.start() - 48)
    starts = [(0, "\n")] if not first else []
    starts += [(m.end(), m[0]) for m in _BEGINS.finditer(text, first, tail.start())]
    for start, sign in starts:
        address = address_at(text, start)
        if address is None or address.end < tail.end() - 1 or not _beyond(text, address):
            continue
        if sign in _VERBS:
            lived_in = _is_visited(text, address)
        else:
            lived_in = _is_named(text, address) or _beside(text, address)
        if lived_in:
            return address
    return None


def _is_visited(text: str, address: Address) -> bool:
    """A village is somebody's home only where it is said who was visited."""
    visited = _VISIT.match(text, address.end)
    if visited is None:
        return False
    return address.depth is Depth.DWELLING or bool(_VISITED.match(text, visited.end()))


def _is_named(text: str, address: Address) -> bool:
    """贫困户张某家（某某村）."""
    return text.endswith(("家（", "家("), 0, address.start)


def _beyond(text: str, address: Address) -> bool:
    """Whether it goes beyond the town, is not covered and not the seat of an organ."""
    if address.depth is Depth.TOWN or _COVERED.match(text, address.end):
        return False
    seat = _RUN.match(text, address.end) if address.depth < Depth.DWELLING else None
    return not _ORGAN_SEAT.search(text, address.start, seat.end() if seat else address.end)


def _about(text: str, place: int) -> bool | None:
    """Whether the nearest word before is about a person (true) or about an organ (false)."""
    before = text[max(0, place - 140) : place]
    person = max((one.end() for one in _PERSON.finditer(before)), default=-1)
    organ = max((one.end() for one in _ORGAN.finditer(before)), default=-1)
    return None if person == organ else person > organ


def _beside(text: str, address: Address) -> bool:
    """Whether it is an item of its own among a person's other particulars."""
    if address.depth is not Depth.DWELLING or not _ITEM_ENDS.match(text, address.end):
        return False
    before = text[max(0, address.start - 60) : address.start]
    after = text[address.end : address.end + 40]
    if _ORGAN.search(before) or _ORGAN.search(after):
        return False
    return bool(_TOKENS.search(before) or _TOKENS.search(after))
