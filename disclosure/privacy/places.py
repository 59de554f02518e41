"""How addresses are built: province, city, county, town, then village or street, house, room.

Only the form is read here; whether somebody lives there is for `homes`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from disclosure.privacy.lazy import lazily


class Depth(IntEnum):
    """How far an address goes beyond the town."""

    TOWN = 0
    PLACE = 1
    """A village, an estate or a street."""
    HOUSE = 2
    """A number in a street: an office may have it as well as a home."""
    DWELLING = 3
    """A group or a house of a village, a stair or a room of an estate."""


class Address(NamedTuple):
    """An address in a text."""

    start: int
    town: int
    """Where its town ends, or what else of it may be shown."""
    end: int
    depth: Depth


_HAN = r"(?![的了在或及并其该是不对按把被将从者住]|应当|以及|所在|本[村人市县省区镇院]|某|向[^阳东南西北前])[\u4e00-\u9fff]"
_PROVINCES = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
_REGIONS = "内蒙古|广西|西藏|宁夏|新疆"
_PROVINCE = (
    rf"(?:(?:{_PROVINCES})省?|(?:北京|天津|上海|重庆)市?"
    rf"|(?:{_REGIONS})(?:壮族|回族|维吾尔)?(?:自治区)?|(?:香港|澳门)(?:特别行政区)?)"
)
_CITY = rf"(?:{_HAN}){{2,9}}?(?:市|自治州|地区|盟|州(?!区|县|市|街|路|镇|乡))"
_COUNTY = rf"(?:{_HAN}){{1,9}}?(?:自治县|县(?!城?(?:医院|政府|局|委))|(?<![小社园校住厂库院东南西北中])区(?![域内级间])|市|(?<![\u4e00-\u9fff]右|[\u4e00-\u9fff]左)旗)"
_TOWN = rf"(?:{_HAN}){{1,8}}?(?:街道办事处|街道办|街道|办事处|(?<!乡)镇(?!政府|区)|(?<!老|家)乡(?!政府|村)|苏木)"
_ADMIN = lazily(rf"{_PROVINCE}?[ ]?(?:{_CITY})?[ ]?(?:{_COUNTY})?[ ]?(?:{_TOWN})?")

_FIGURE = (
    r"(?:[0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4}|[零〇一二两三四五六七八九十百]{1,5}|[甲乙丙丁])"
)
_ROAD = r"(?:大街|大道|中路|街(?!道)|路|巷子?|胡同|弄|里弄)"
_CROSSING = lazily(
    rf"(?:{_HAN}){{1,9}}?{_ROAD}(?:与|和|、|—|-)(?:{_HAN}){{1,9}}?{_ROAD}(?:交叉口|交汇处|交界处|路口|口)?(?:向?[东西南北]{{1,2}}(?:侧|角|约?\d{{1,4}}米)?(?:路[东西南北])?)?"
)
_STREET = lazily(
    rf"(?:{_HAN}){{1,9}}?{_ROAD}(?:[东西南北中]段)?(?!口|政|线|由|径|途|过|费|况|灯|村|社区|小区|居委)"
)
_HAMLET = "[庄屯寨营堡沟湾坡岭湖店集楼郭坊铺桥洼坑岗寺庙口]"
_VILLAGE = lazily(
    rf"(?:{_HAN}|[A-Za-z0-9]){{1,9}}?(?:自然村|行政村|新村|{_HAMLET}?村(?:委会|民委员会)?(?![民里])|嘎查|{_HAMLET}(?=第?{_FIGURE}(?:村民)?(?:小?组|社|队|号))|社区(?!矫正|戒毒|服务|康复|民警|卫生|工作|居民|法律)|居委会|大队|生产队|农场|林场)"
)
_ESTATE = lazily(
    rf"(?:{_HAN}|[A-Za-z0-9·]){{1,11}}?(?:小区|花园|花苑|家园|佳园|嘉园|佳苑|雅苑|新苑|公寓|家属院|家属楼|家属区|宿舍楼?|大院|苑|名邸|华府|华庭|雅居|逸居|新城|新居|公馆|别墅|花城|名城|国际城)(?![\u4e00-\u9fff]{{0,3}}(?:公司|中心|局|法院))"
)
_ANY = lazily(
    r"(?:农|乡|山|外|同|邻|全|各|城中|行政|自然|乡镇|.{0,2}城乡)村|(?:老旧|同一?|住宅|居民|安置|封闭|一个|全|各|新建)小区|(?:全|各|城市|街道)社区|(?:马|公|大|道|水|铁)路|大街|上街|逛街|一路|半路"
)
"""Words that name no place in particular."""
_NEXT_BUILDING = rf"(?<![0-9])(?=[ ]?(?:第?{_FIGURE}\s?(?:号楼|栋|幢|座|#|期|区\s?{_FIGURE}\s?(?:号楼|栋|幢|座))|\d{{1,3}}[-—]\d{{1,3}}[-—]\d{{2,4}}|{_FIGURE}单元))"
_BUILT = lazily(rf"(?:{_HAN})(?:{_HAN}|[A-Za-z0-9·]){{1,11}}?{_NEXT_BUILDING}")
_NAMED = {"street": _STREET, "village": _VILLAGE, "estate": _ESTATE, "block": _BUILT}
_UNIT = lazily(
    rf"[ ]?[第附]?(?:{_FIGURE}|[东西南北中前后]{{1,2}}(?=\s?(?:单元|户|室|院|排|栋|门)))\s?(?P<kind>号院|号楼|号|#楼?|栋|幢|座|单元|层|楼|室|户(?![主籍口])|村民小组|小组|组|社(?!区)|生产队|队|排(?!名)|弄|门|期|区|院|巷|街)(?P<inner>[东西南北]{{1,2}}(?:单元|户|室))?"
)
_DASHES = lazily(r"[ ]?(?:[A-Za-z]?\d{1,4}|[A-Z])(?:[-—]\d{1,4}){1,3}(?:号|室|户)?(?![\d年月日-])")
_ROOM = lazily(r"[ ]?\d{2,4}(?![\d年月日人元件户万千%个名.、])")
_DWELT = {
    "号楼",
    "#",
    "#楼",
    "栋",
    "幢",
    "单元",
    "室",
    "户",
    "村民小组",
    "小组",
    "组",
    "社",
    "生产队",
    "队",
    "排",
}
_INNER = {"单元", "室", "户"}


def address_at(text: str, start: int) -> Address | None:
    """The address that begins here, as far as it goes."""
    admin = _ADMIN.match(text, start)
    at = town = admin.end() if admin else start
    depth = Depth.TOWN
    named: set[str] = set()
    for _ in range(8):
        if found := _UNIT.match(text, at):
            depth = max(depth, _depth(found, depth, named))
            if found["kind"] not in ("期", "区", "街", "巷"):
                named.add("building")
        elif depth and (found := _DASHES.match(text, at)):
            inner = named & {"estate", "block", "building"} or found[0].count("-") > 1
            depth = Depth.DWELLING if inner else max(depth, Depth.HOUSE)
        elif "building" in named and (found := _ROOM.match(text, at)):
            depth = Depth.DWELLING
        elif part := _named(text, at):
            kind, found = part
            named.add(kind)
            depth = max(depth, Depth.PLACE)
        else:
            break
        at = found.end()
    if depth is Depth.TOWN:
        return Address(start, town, town, depth) if town > start else None
    return Address(start, town, at, depth)


def _depth(unit: re.Match[str], depth: Depth, named: set[str]) -> Depth:
    """How deep a numbered part leads: a room always, a house of a village, a block of a place."""
    kind = unit["kind"]
    inner = kind in _INNER or unit["inner"]
    rural = "village" in named and kind in ("号", "院", "门")
    block = kind in _DWELT and depth > Depth.TOWN
    return Depth.DWELLING if inner or rural or block else Depth.HOUSE


def _named(text: str, at: int) -> tuple[str, re.Match[str]] | None:
    """A part with a name of its own, and what it is: the one that ends first."""
    if crossing := _CROSSING.match(text, at):
        return "street", crossing
    parts = [
        (kind, found)
        for kind, form in _NAMED.items()
        if (found := form.match(text, at)) and not _ANY.fullmatch(found[0])
    ]
    return min(parts, key=lambda part: part[1].end(), default=None)


def shown(text: str, address: Address) -> str:
    """What may be shown of it: down to the town, else the first two letters."""
    return text[address.start : address.town] or text[address.start : address.start + 2]
