"""Marks of secrecy as documents carry them: 机密★10年 at the head, 密级：秘密 in a form.

A law that speaks of 绝密、机密、秘密 carries no mark; a line with nothing but the mark does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.privacy.finding import Finding, Kind
from disclosure.privacy.lazy import lazily

_LEVEL = r"(?:绝\s{0,6}密|机\s{0,6}密|秘\s{0,6}密)"
_STAR = "[★☆✩✭⭐✯▲△◆]"
_TERM = r"(?:\s{0,3}(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:年|个月|天|日)|\s{0,3}长期|\s{0,3}启用前|\s{0,3}公布前|\s{0,3}解密前)"
_STARRED = lazily(
    rf"(?<![\u4e00-\u9fff*＊]){_LEVEL}级?\s{{0,3}}(?:{_STAR}(?!{_STAR}){_TERM}?|[*＊]{_TERM})|(?<!{_STAR}){_STAR}\s{{0,2}}{_LEVEL}(?![\u4e00-\u9fff])"
)
_FORM = lazily(
    rf"(?:密\s{{0,4}}级|秘密等级|保密级别|保密等级|涉密等级|涉密级别|涉密程度|密别|密级标[志识]|定密|(?i:secret[ _-]?level|security[ _-]?level|classification))[”\"']?\s?"
    rf"(?:[（(][^）)]{{0,8}}[）)])?\s?(?:[:：=|\t]|为|是)\s{{0,3}}[“\"']?(?P<level>{_LEVEL})级?(?![\u4e00-\u9fff、/]|\s?[□☐/、])"
)
_ALONE = lazily(
    rf"^[ \t【\[（(〔]*(?P<level>{_LEVEL})级?{_TERM}?(?:[（(][^）)]{{0,8}}[）)])?[ \t】\]）)〕]*(?:\s{{0,4}}(?:№|No\.?|第|份号)?\s?\d{{1,6}}\s?号?)?[ \t]*$",
    re.MULTILINE,
)
_TAGGED = lazily(
    rf"[【\[（(〔]\s?(?P<level>{_LEVEL})级?\s?(?:文件|资料|材料)?{_TERM}?\s?[】\]）)〕](?=\s|$)|(?m:^)[【\[（(〔]\s?{_LEVEL}级?\s?[】\]）)〕]"
)
_DECLARED = lazily(
    rf"(?<!是否)(?:本|该|此|上述|涉案)(?:[^，。；\n]{{0,12}}?)(?:文件|件|通知|材料|资料|报告|方案|纪要|会议|信息|内容|文|附件|档案|预案|名单)"
    rf"(?:已|均|被|经[^，。；\n]{{0,8}})?(?:定密?为|定级为|列为|确定为|属于?|系|是|为|标[注明]为)(?P<level>{_LEVEL})(?:级(?![^，。；\n]{{0,8}}[的吗])|(?=[，,。；;、]|$))"
)
"""本文件定为机密级, but not 属于国家秘密, nor a question."""
_TIMED = lazily(rf"(?m:^)\s{{0,4}}{_LEVEL}{_TERM}\s{{0,4}}(?m:$)")


def marks(text: str) -> Iterator[Finding]:
    """Every mark of secrecy."""
    for pattern in (_STARRED, _FORM, _TAGGED, _DECLARED, _TIMED):
        for match in pattern.finditer(text):
            yield _mark(match)
    alone = list(_ALONE.finditer(text))
    levels = {re.sub(r"\s", "", match["level"]) for match in alone}
    # All three one below the other are a list to choose from, not the mark of this document.
    if len(levels) == 1 or (alone and len(levels) < 3 and len(alone) < 3):
        for match in alone:
            yield _mark(match)


def _mark(match: re.Match[str]) -> Finding:
    group = "level" if "level" in match.re.groupindex and match["level"] else 0
    shown = re.sub(r"\s+", "", match[0])
    return Finding(match.start(group), match.end(), Kind.SECRET, shown, shown)
