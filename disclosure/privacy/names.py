"""Chinese personal names: told from words by which reading of the letters is the likelier.

受援人程序权利 is 程序 and 权利, 受援人程旭东领取 is a family name, two letters that given names are
made of, and 领取: the cheaper reading wins.
"""

from __future__ import annotations

import re

from disclosure.privacy.lazy import lazily
from disclosure.privacy.letters import (
    COMMON,
    COMPOUND,
    GIVEN,
    NEVER,
    RARE,
    SELDOM,
    TITLES,
    USUAL,
)
from disclosure.privacy.lexicon import UNKNOWN, costs, reading

_SPACED = lazily(r"(?P<family>[\u4e00-\u9fff]) {1,4}(?P<given>[\u4e00-\u9fff])(?![\u4e00-\u9fff])")
"""A name of two letters set wide to line up with those of three."""
ALIAS = lazily(r"\s?[（(，,]?\s?(?:均为|均系|系|为)?(?:化名|假名)")
"""What stands after a name that is not the person's own."""
_HAN = lazily(r"[\u3400-\u9fff]+")
_MINORITY = lazily(r"[\u4e00-\u9fff]{1,8}[·•・][\u4e00-\u9fff]{1,10}(?![\u4e00-\u9fff])")
_COVERS = tuple("*＊×XxＸ○〇□●某")
_FIRM = lazily(
    r"(?:(?![与和诉向因在对到为的系是被于从不申反投举来报参接受收盗抢骗打欠讨送找去进离告要请求获经将把给交名账户签领坐住居办涉称])[\u4e00-\u9fff]){0,10}?"
    r"(?:公司|事务所|工厂|厂|商店|超市|酒店|宾馆|饭店|药店|中心|医院|学校|大学|学院|中学|小学|幼儿园|局|厅|委员会|政府|法院|检察院"
    r"|公证处|服务所|鉴定所|司法所|派出所|研究所|合作社|集团|银行|协会|商会|基金会|工作室|商行|经营部|门市部|分所|支队|村委会|居委会|企业|农场)"
)
"""What makes the letters before it the name of a firm (金龙公司)."""

_PERSON = lazily(
    r"\s{0,2}[（(，,、]\s{0,2}(?:男|女|现年|\d{1,3}\s?岁|身份证|公民身份|[\u4e00-\u9fff]{1,3}族|\d{4}年\d{1,2}月[^，。）)]{0,4}[出生]|出生)"
)
"""What is said of a person right after the name."""

_WINDOW = 9
_IMPOSSIBLE = float("inf")
_LABELLED, _BARE, _WHOLE = -4.0, 1.0, -3.0
"""What a name costs before its letters are looked at: less after a colon, and up to a border."""
_WORD_INSIDE = 3.0
"""What a name costs more whose first two letters are a word (陈述权)."""
_HOW_LONG = {1: 1.4, 2: 0.3}


def name_at(text: str, start: int, *, labelled: bool = False) -> str:
    """The name that begins here, or nothing.

    `labelled` says that a colon or a cell border announced it, so that fewer doubts remain.
    """
    if minority := _MINORITY.match(text, start):
        return minority[0] if len(minority[0]) >= 4 else ""
    if labelled and (spaced := _SPACED.match(text, start)):
        plain = spaced["family"] + spaced["given"]
        return spaced[0] if plain[0] in COMMON and whole_name(plain) else ""
    run = _HAN.match(text, start, start + _WINDOW)
    if run is None:
        return ""
    family = 2 if text[start : start + 2] in COMPOUND else 1
    if text.startswith(TITLES, start + family):
        return ""
    name = text[start : start + _length(text, start, run.end(), family, labelled)]
    if not name or text.startswith(_COVERS, start + len(name)):
        return ""
    return "" if _FIRM.match(text, start + len(name)) else name


def _length(text: str, start: int, end: int, family: int, labelled: bool) -> int:
    """How long a name the cheapest reading begins with; it may begin with none."""
    best, length = reading(text, start, end), 0
    surname = text[start : start + family]
    for given in (1, 2):
        stop = start + family + given
        if stop <= end:
            cost = _family(surname) + _given(surname, text[start + family : stop])
            cost += _HOW_LONG[given] + (_LABELLED if labelled else _BARE)
            if text[start : start + 2] in costs() and not GIVEN.issuperset(text[start + 1 : stop]):
                cost += _WORD_INSIDE
            if _PERSON.match(text, stop):
                cost += _LABELLED
            if labelled and stop == end < start + _WINDOW and text[start:stop] not in costs():
                cost += _WHOLE
            cost += reading(text, stop, end)
            if cost < best:
                best, length = cost, family + given
    return length


def _family(letters: str) -> float:
    if len(letters) == 2:
        return 6.0
    if letters in USUAL:
        return 3.3
    return 6.0 if letters in COMMON else 7.5 if letters in RARE else _IMPOSSIBLE


def _given(surname: str, letters: str) -> float:
    if letters[0] in "甲乙丙丁" or (
        surname in RARE and surname not in COMMON and not GIVEN.issuperset(letters)
    ):
        return _IMPOSSIBLE
    return sum(map(_letter, letters))


def _letter(one: str) -> float:
    """What a letter costs in a given name; one that is a common word by itself costs more."""
    if one in GIVEN:
        return 5.3 + max(0.0, 8.5 - costs().get(one, UNKNOWN)) / 2
    if one in SELDOM:
        return 8.0
    return _IMPOSSIBLE if one in NEVER else 9.5 + max(0.0, 11.0 - costs().get(one, UNKNOWN))


def whole_name(text: str) -> bool:
    """Whether the whole text is one personal name (a cell, an author)."""
    text = re.sub(r"\s", "", text)
    return 2 <= len(text) <= 20 and name_at(text, 0, labelled=True) == text
