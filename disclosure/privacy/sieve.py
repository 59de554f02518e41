"""What a text must hold for a detector to find anything: one quick look lets clean rows pass.

Each gate is a necessary condition of its detector, and the sieve holds wherever a gate does. What
begins with a plain letter, or a set of them, lets Python's engine skip to the places in question
instead of trying each; so the patterns are put together from alternatives that do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

from disclosure.privacy import roles
from disclosure.privacy.fold import ODD, fold
from disclosure.privacy.letters import COMMON, COMPOUND, RARE
from disclosure.privacy.trie import pattern, words

FAMILIES = "".join(sorted(COMMON | RARE | {one[0] for one in COMPOUND}))
"""The first letters of family names."""

_FIGURES = "0123456789零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_COUNTED = "0123456789一二三四五六七八九十"
_LONG = rf"[{_FIGURES}](?<![{_FIGURES}].)(?:[ \t.·_\n-]{{0,5}}+[{_FIGURES}]){{10}}"


def _spaced(first: str, rest: str) -> list[str]:
    """Two letters that may be set apart."""
    return [first + rest, *(rf"{first}{blank}\s{{0,5}}{rest}" for blank in " \n\t")]


_HOMES = [
    r"住(?!房和城|房公积|房保|院|宿|建)", *_spaced("地", "址"),
    *words("户籍 户口 居住 寄居 旅居 客居 独居 同居 定居 移居 迁居 家在 家位于 家庭位于 家地处 家庭地处 老家 坐落 座落 搬 迁至 迁到 迁往 迁入 村组 房号 门牌 楼栋 租房"),
    *(rf"{one}[^，。；\n]{{0,4}}位" for one in words("房产 房屋 楼房 商品房")),

]  # fmt: skip
_VISITED = r"村[^，。；\n]{0,8}?(?:走访|看望|慰问|家访|入户|探望)"
_DWELLINGS = [
    _VISITED,
    "号楼",
    "号院",
    "单元",
    *(rf"{one}[^0-9]{{0,8}}[0-9]{{1,4}}号" for one in "村庄屯寨营"),
]
_ACCOUNTS = [
    "扣扣", "企鹅", "薇信", *_spaced("微", "信"), "wechat", "weixin", "Wechat", "Weixin", "WeChat", "WeiXin", "WECHAT", "WEIXIN",
    *(one for a in "Qq" for b in "Qq" for one in _spaced(a, b)), *(one for a in "Vv" for b in "Xx信" for one in _spaced(a, b)),
    *(a + b for a in "Ww" for b in "Xx"),
]  # fmt: skip
_BIRTHS = [
    "出生", "生于", "生日", "诞生", *(one for a in "日月）" for one in _spaced(a, "生")), r"\)\s?生", r"日）生", r"日\)生",
    r"日（[^）)]{0,4}[）)]\s?生", r"日\([^）)]{0,4}[）)]\s?生", r"日 [（(][^）)]{0,4}[）)]\s?生",
]  # fmt: skip
_MARKS = [one for level in "绝机秘" for one in _spaced(level, "密")]
_ILLS = pattern(
    words(
        "病 症 炎 瘤 癌 HIV 残疾 瘫 怀孕 孕期 流产 不孕 吸毒 毒瘾 梅毒 肺结核 乙肝 丙肝 精神分裂 精神障碍 抑郁 双相 癫痫 智力障碍 脑 中风 新冠"
    )
)
_DEEDS = [
    *(rf"{one}[了到]?(?:法律)?援助" for one in words("申请 获得 接受 符合 请求")),
    *words("援助申请 援助案 援助一案 援助事项 投诉称 举报称 实名举报 投诉举报 申请信息公开 申请政府信息公开 申请公开"),
    r"诉[^，。；\n]{2,24}?(?:案|纠纷|争议)",
    *(rf"{one}了?(?:免费)?的?(?:法律援助|社区矫正)" for one in words("提供 给予 办理 实施 实行 开展 进行 指派")),
    *(rf"{one}为?社区矫正" for one in words("纳入 接受 实行 列为 列管 执行")),
    *(rf"{one}(?:反映|投诉|举报|求助|控告|称)" for one in words("来信 来电 来访 实名 上访 信访")),
]  # fmt: skip
"""What is said of protected persons."""
_ILLNESSES = [
    *(rf"{one}[^，。；\n]{{0,12}}?{_ILLS}" for one in words("为 患 查出 确诊 感染 检出 诊断")),
    *words("HIV 艾滋病 吸毒史 精神分裂症 怀孕"),
    *(rf"{one}(?:残疾|[一二三四1-4]级)" for one in words("肢体 视力 听力 言语 智力 精神 多重")),
]
_SAID_OF = frozenset("系是为（(县市区镇乡名案册")
_PERSONS = [*_spaced("姓", "名"), "名叫", "你", "您"]
_ROSTERS = [
    "名单",
    "名册",
    "花名册",
    *(f"{one}\n" for one in words("对象 人员 姓名 请人 援人 事人 诉人 报人 访人")),
]
_ALL = [
    *_HOMES,
    *_DWELLINGS,
    *_ACCOUNTS,
    *_BIRTHS,
    *_MARKS,
    *_DEEDS,
    *_ILLNESSES,
    *_PERSONS,
    *_ROSTERS,
    "@",
]

_NAMED = (
    r"(?:的)?(?:姓\s{0,4}名|[\u4e00-\u9fff]{0,4}?)?(?:[或者、/及姓名称0-9]{1,6})?(?:[（(][^）)\n]{0,16}[）)])?"
    rf"[”\"'）)（(：:\s，,“‘《【、是系为叫]{{0,8}}(?:[{FAMILIES}]|[\u4e00-\u9fff]{{1,8}}[·•・])"
)
_TABLES = (
    r"(?m:^)[ \t　]*(?:序\s?号|编号|姓\s*名|[\u4e00-\u9fff]{0,6}"
    rf"(?:{roles.PROTECTED})(?:姓名|名称)?)(?=[ \t　]*\n|[ \t　]+\S{{1,12}}[ \t　]+\S)"
)


def _any_of(alternatives: Iterable[str]) -> str:
    """One pattern whose every branch begins with a plain letter."""
    branches: dict[str, list[str]] = {}
    for one in alternatives:
        head = one[:2] if one[0] == "\\" else one[0]
        branches.setdefault(head, []).append(one[len(head) :])
    return "|".join(head + f"(?:{'|'.join(tails)})" for head, tails in branches.items())


def _roles() -> Iterator[str]:
    """The roles by their first letters, without those that end in another role."""
    ends = sorted(
        one for one in roles.ALL if not any(one[at:] in roles.ALL for at in range(1, len(one) - 1))
    )
    for head, group in groupby(ends, key=lambda role: role[:2]):
        yield head + pattern(role[2:] for role in group)


def _is_plain(alternative: str) -> bool:
    """Whether it begins with two plain letters."""
    return len(alternative) > 1 and not set(alternative[:2]) & set("\\([")


def _patterns() -> dict[str, Callable[[], str]]:
    marks, said_of = "".join(sorted(_SAID_OF)), pattern(roles.SAID_OF)
    begins = "".join(sorted({one[0] for one in roles.SAID_OF}))
    heads, seconds = ("".join(sorted(set(letters))) for letters in zip(*_pairs(), strict=True))
    before = rf"(?:(?<=[{_COUNTED}].)|(?<=[{_COUNTED}][\s小周].)|(?<=[{_COUNTED}]\s周.))"
    return {
        "numbers": lambda: _LONG,
        "homes": lambda: _any_of(_HOMES),
        "dwellings": lambda: _any_of(_DWELLINGS),
        "accounts": lambda: _any_of(_ACCOUNTS),
        "births": lambda: _any_of(_BIRTHS),
        "marks": lambda: _any_of(_MARKS),
        "persons": lambda: _any_of([*_PERSONS, *_roles()]),
        "said": lambda: _any_of(_DEEDS),
        "said_of": lambda: rf"[{marks}](?=[{begins}]){said_of}",
        "ill": lambda: _any_of(_ILLNESSES),
        "rosters": lambda: _any_of(_ROSTERS),
        "mailboxes": lambda: "@",
        "roles": lambda: roles.PROTECTED,
        "named": lambda: _NAMED,
        "heads": lambda: _any_of([*_roles(), *_spaced("序", "号"), *_spaced("姓", "名"), "编号"]),
        "tables": lambda: _TABLES,
        "figures": lambda: rf"[{_FIGURES}][{_FIGURES} \t.·_\n-]{{10}}",
        "units": lambda: rf"[栋幢组室户岁生]{before}|-(?<=[0-9]-)[0-9]{{1,2}}-[0-9]{{3}}",
        "singles": lambda: _any_of(one for one in _ALL if not _is_plain(one)),
        "pairs": lambda: rf"[{heads}](?=[{seconds}])",
    }


@cache
def gate(name: str) -> re.Pattern[str]:
    """The condition of one detector, or another pattern that several modules need."""
    return re.compile(_patterns()[name]())


@cache
def _pairs() -> dict[str, str]:
    """Two letters -> what begins with them."""
    plain = sorted([*filter(_is_plain, _ALL), *_roles()], key=lambda one: one[:2])
    return {pair: "|".join(group) for pair, group in groupby(plain, key=lambda one: one[:2])}


@cache
def _beginning(pair: str) -> re.Pattern[str] | None:
    """What begins with two letters; most of those that are met begin nothing."""
    return re.compile(_pairs()[pair]) if pair in _pairs() else None


def suspicious(text: str) -> bool:
    """Whether any detector could find anything."""
    if ODD.search(text):
        text = fold(text).text
    if gate("figures").search(text) or gate("units").search(text) or gate("singles").search(text):
        return True
    for place in gate("pairs").finditer(text):
        at = place.start()
        word = _beginning(text[at : at + 2])
        if word and (found := word.match(text, at)) and _tells(text, found):
            return True
    return False


def _tells(text: str, word: re.Match[str]) -> bool:
    """A role alone is nothing; with a name after it, or said of one before it, it is."""
    if word[0] not in roles.ALL or gate("named").match(text, word.end()):
        return True
    return not _SAID_OF.isdisjoint(text[max(0, word.start() - 8) : word.start()])
