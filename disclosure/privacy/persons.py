"""Names of protected persons that stand after their role (受援人张三), and enumerations of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy import roles
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.lazy import lazily
from disclosure.privacy.mask import masked
from disclosure.privacy.names import ALIAS, name_at

_KIN = "家属|近?亲属|丈夫|妻子|父亲|母亲|儿子|女儿|长子|次子|长女|次女|祖父|祖母|爷爷|奶奶|监护人|邻居|家长"
_QUALIFIER = (
    r"(?:的)?(?:姓\s{0,4}名|名称|本人|名单|信息|基本情况|情况|[一二三四五六]|[甲乙丙丁](?=\s?[:：（(])|\d{1,2}"
    rf"|{_KIN}|代表)?(?:(?:或者?|、|/|及)(?:姓\s{{0,4}}名|名称))?"
)
_NOTE = r"(?:[（(][^）)\n]{0,16}[）)])?"
_SIGN = (
    r"(?P<sign>[”\"']?\s{0,4}(?:[:：|\t]|为[:：]?|是|系|名叫|叫做?|姓名)\s{0,4}[“\"'‘]?|[）)][:：]?\s{0,2}|[ \n]{1,4}|[“\"‘《【]"
    r"|[，,]\s?(?=.{2,3}[，,（(](?:男|女)))?"
)
_ROLE = lazily(rf"(?P<role>{roles.PROTECTED}){_QUALIFIER}{_NOTE}{_SIGN}")
_PASSIVE = lazily(r"被(?:申请|投诉|反映|求助)人")
"""An organ or a lawyer, not the person whom the role without 被 protects."""
_MORE = lazily(r"\s?[、，,]\s?|和|及其?|与|；|以及")
_LIST_END = lazily(r"[、，,。；;）)\s\n]|$|等|和|及|与|[两二三四五六七八九十\d]{1,3}人")

_FORM = lazily(r"(?:公民)?姓\s{0,6}名(?P<role>)\s{0,2}(?P<sign>[:：|\t]\s{0,4})")
_CALLED = lazily(
    rf"(?:{roles.PROTECTED})[^。；\n]{{0,24}}?[，,]\s?(?:其)?(?:姓名|名叫)(?P<role>)(?P<sign>为|是)?"
)
_MATTER = "申请|投诉|举报|反映|复议|来信|求助|信访|违法|处罚|法律援助|矫正|咨询"
_ADDRESSED = lazily(
    rf"(?P<sign>[你您][（(])(?P<role>)(?=.{{2,4}}[）)][^。\n]{{0,40}}(?:{_MATTER}))"
)
_SALUTED = lazily(
    r"(?m:^)\s{0,4}(?P<role>)(?P<sign>)"
    r"(?=[\u4e00-\u9fff]{2,4}(?:同志|先生|女士)?\s?[:：]\s*(?:本机关|本中心|我[局中处所]|本[局处所]|经|关于|现)?[^。\n]{0,30}[你您]"
    rf"[^。\n]{{0,140}}(?:{_MATTER}))"
)
_FORM_OF = lazily(
    r"受援|法律援助申请|法律援助审批|社区矫正|矫正对象|依申请公开|公开申请表|信访|投诉|举报|未成年|低保|残疾|吸毒|戒毒|刑满释放|刑释|安置帮教|救助|"
    r"申请人(?:信息|情况|基本)|申请表"
)
_SERVING = lazily(rf"{roles.STAFF}|申请表(?:样式|范本)")


def persons(text: str) -> Iterator[Finding]:
    """Every unmasked name after a role, and after 姓名 in a form about protected persons."""
    for match in _ROLE.finditer(text):
        if not _PASSIVE.match(text, max(0, match.start() - 1)):
            yield from _after(text, match)
    for form in (_CALLED, _ADDRESSED, _SALUTED):
        for match in form.finditer(text):
            yield from _after(text, match)
    for match in _FORM.finditer(text):
        before = text[max(0, match.start() - 160) : match.start()]
        if (forms := list(_FORM_OF.finditer(before))) and not _SERVING.search(
            before, forms[-1].end()
        ):
            yield from _after(text, match)


def _after(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """The name after a role or a label, and the names enumerated after it."""
    sign = match["sign"] or ""
    labelled = bool(sign.strip(" \n）)")) or "\t" in sign
    at = match.end()
    name = name_at(text, at, labelled=labelled)
    while name:
        if not ALIAS.match(text, at + len(name)):
            yield found(name, at)
        more = _MORE.match(text, at + len(name))
        if not more:
            return
        at = more.end()
        name = _next(text, at, labelled, more[0])


def _next(text: str, at: int, labelled: bool, sign: str) -> str:
    """The next name of an enumeration; after a comma only one that the list goes on behind."""
    name = name_at(text, at, labelled=True)
    if name and _LIST_END.match(text, at + len(name)):
        return name
    return "" if sign.strip() in ("，", ",", "；") else name_at(text, at, labelled=labelled)


def found(name: str, at: int) -> Finding:
    """A name where it stands."""
    plain = name.replace(" ", "")
    return Finding(at, at + len(name), Kind.NAME, masked(Kind.NAME, plain), plain)
