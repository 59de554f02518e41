"""Names of protected persons that stand after their role (受援人张三), and enumerations of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy import roles
from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.mask import masked
from disclosure.privacy.names import ALIAS, name_at

_QUALIFIER = r"(?:的)?(?:姓\s{0,4}名|名称|本人|(?:家属|近?亲属|丈夫|妻子|父亲|母亲|儿子|女儿|监护人|邻居|家长)|名单|信息|基本情况|情况|一|二|三|\d{1,2})?(?:(?:或者?|、|/|及)(?:姓\s{0,4}名|名称))?"
_NOTE = r"(?:[（(][^）)\n]{0,16}[）)])?"
_SIGN = (
    r"(?P<sign>\s{0,4}(?:[:：|\t]|为[:：]?|是|系|名叫|叫做?|姓名)\s{0,4}|[ \n]{1,4}|[“\"《]"
    r"|[，,]\s?(?=.{2,3}[，,（(](?:男|女)))?"
)
_ROLE = re.compile(rf"(?P<role>{roles.PROTECTED}){_QUALIFIER}{_NOTE}{_SIGN}")
_MORE = re.compile(r"\s?[、，,]\s?|和|及|与|；")
_LIST_END = re.compile(r"[、，,。；;）)\s\n]|$|等|和|及|与")


_FORM = re.compile(r"(?:公民)?姓\s{0,6}名(?P<role>)\s{0,2}(?P<sign>[:：|\t]\s{0,4})")
_CALLED = re.compile(
    rf"(?:{roles.PROTECTED})[^。；\n]{{0,24}}?[，,]\s?(?:其)?(?:姓名|名叫)(?P<role>)(?P<sign>为|是)?"
)
_ADDRESSED = re.compile(
    r"(?P<sign>[你您][（(])(?P<role>)(?=.{2,4}[）)][^。\n]{0,40}(?:申请|投诉|举报|反映|复议|来信))"
)
_SALUTED = re.compile(
    r"(?m:^)\s{0,4}(?P<role>)(?P<sign>)(?=[\u4e00-\u9fff]{2,4}(?:同志|先生|女士)?[:：]\s*(?:本机关|我局|本局|经)?[^。\n]{0,8}[你您][^。\n]{0,40}(?:申请|投诉|举报|反映|复议|来信))"
)
_FORM_OF = re.compile(
    r"受援|法律援助申请|法律援助审批|社区矫正|矫正对象|依申请公开|公开申请表|信访|投诉|举报|未成年|低保|残疾|吸毒|戒毒|刑满释放|刑释|安置帮教|救助|"
    r"申请人(?:信息|情况|基本)|申请表"
)
_SERVING = re.compile(rf"{roles.STAFF}|申请表(?:样式|范本)")


def persons(text: str) -> Iterator[Finding]:
    """Every unmasked name after a role, and after 姓名 in a form about protected persons."""
    for match in _ROLE.finditer(text):
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
    labelled = bool(sign.strip(" \n")) or "\t" in sign
    at = match.end()
    while name := name_at(text, at, labelled=labelled):
        if at != match.end() and not _LIST_END.match(text, at + len(name)):
            return
        if not ALIAS.match(text, at + len(name)):
            plain = name.replace(" ", "")
            yield Finding(at, at + len(name), Kind.NAME, masked(Kind.NAME, plain), plain)
        more = _MORE.match(text, at + len(name))
        if not more:
            return
        at = more.end()
