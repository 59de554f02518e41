"""What every page of a site has around what it says: footers, labels, dates, page controls.

Many sites build these of plain `<div>`, so that nothing in the markup tells them from the
text. What remains is a page's own: an error is all that a page has to say of its own, an
article has a date, and a template that was filled with nothing has labels without values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_LABEL = (
    r"(?:(?:发布|发文|成文|发稿|更新|信息|文章|稿件|录入)?(?:时间|日期|来源)|作者|撰稿|供稿|(?:责任)?编辑|责编|"
    r"审[核签稿](?:人)?|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字[号体](?:大小)?|发布(?:机构|人|单位|者)|"
    r"文号|发文字号|索引号|主题(?:词|分类)|有效性|摘要|标题|名称|关键词)"
)
_BARE = re.compile(
    rf"(?:{_LABEL}[:：\[【（(]?[】\])）]?|[|｜/·•>»›\-—_,，。、…\d()（）\[\]【】:：])+"
)
_LABELLED = re.compile(rf"{_LABEL}[:：【\[].{{0,60}}")
_FOOT = re.compile(
    r"(?:主办|承办|协办|主管)(?:单位|方)?[:：].*|版权(?:所有|归).*|.{0,40}版权所有|.{0,12}(?:icp备|公网安备).*"
    r"|(?:网站)?标识码.*|技术(?:支持|维护|保障).*|copyright.*|©.*|.{0,30}allrightsreserved.*|powered by.*"
    r"|(?:建议|推荐)使用.{0,40}浏览.*|(?:本?网?站?)?(?:总)?访问(?:量|人?次|统计).*|您是第.*|今天是.*"
    r"|(?:您的?)?(?:当前|现在|所在)(?:的)?(?:位置|栏目|页面?).*|您(?:现在)?的?位置.*|(?:单位)?地址[:：].*|(?:办公|联系|传真)?电话[:：].*"
    r"|传真[:：].*|邮(?:政编码|编|箱)[:：].*|字[号体][:：]?.{0,12}|大|中|小|打印.{0,10}|关闭.{0,6}|分享.{0,14}|收藏.{0,4}"
    r"|首页|无障碍.{0,6}|繁体.{0,2}|简体.{0,2}|手机版|返回顶部|上一[篇页条].*|下一[篇页条].*|相关(?:文章|链接|阅读|信息)|网站支持ipv6.*"
)
_DATED = re.compile(
    r"(?:(?:发布|发文|成文|发稿|更新)(?:时间|日期)|日期)[:：\s]{0,4}(?:(?:19[89]|20[0-9])\d[-年/.]\d{1,2}[-月/.]\d{1,2})"
    r"|来源[:：]\s*[^\s\d:：]{2,30}\s{0,6}(?:19[89]|20[0-9])\d[-年/.]\d{1,2}[-月/.]\d{1,2}"
    r"|(?:19[89]|20[0-9])\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?[\s\d:：]{0,14}来源[:：]\s*[^\s:：]{2}"
)
_UNDATED = re.compile(
    r"(?:发布|发文|成文|发稿|更新)(?:时间|日期)\s*[:：](?!\s*(?:19[89]|20[0-9])\d)"
)
_NO_TITLE = re.compile(
    r"\s*(?:[_|｜\-–—·>»].*|null.*|undefined.*|\{\{.*|\$\{.*|<%.*|无标题(?:文档|页)?|untitled(?: ?document)?|)\s*",
    re.IGNORECASE | re.DOTALL,
)
_WAIT = re.compile(
    r"(?:正在|页面|网页|数据|内容|信息|努力|拼命|玩命|列表|资源)*(?:加载|载入|读取|获取|请求|渲染|跳转|转向|打开)(?:中|数据|内容|页面?|资源)*"
    r"(?:请(?:稍|耐心)?[候后等].{0,6})?|(?:now)?loading.{0,6}|请稍[候后等].{0,6}|pleasewait|redirecting"
    r"|.{0,60}(?:enablejavascript|(?:开启|启用|打开|支持)javascript).{0,40}|(?:\d秒)?(?:后)?(?:自动)?(?:正在)?跳转.{0,6}"
)
_PUNCTUATION = re.compile(r"[\s.。·…!！,，~～]+")
_DIVIDERS = re.compile(r"[_|｜»]|[-–—]{1,2}(?=\D|$)")
_LONGEST = 120


class Own(NamedTuple):
    """What a page says itself."""

    lines: tuple[str, ...]
    """Without white space."""
    dated: bool
    """It says when it was published, as articles do and errors do not."""
    undated: bool
    """It has a place for the date, and nothing in it."""


def own(prose: Iterable[str], title: str) -> Own:
    """From the lines that are neither links nor navigation."""
    lines = [line for line in prose if line.strip()]
    names = {_folded(part) for part in _DIVIDERS.split(title)[1:]}
    kept = [plain for plain in map(_folded, lines) if plain not in names and not furniture(plain)]
    whole = unicodedata.normalize("NFKC", " ".join(lines))
    dated = _DATED.search(whole) is not None
    return Own(tuple(kept), dated, not dated and _UNDATED.search(whole) is not None)


def furniture(plain: str) -> bool:
    """Whether a line (folded) is what any page of any site has."""
    if len(plain) > _LONGEST:
        return False
    return any(one.fullmatch(plain) for one in (_BARE, _LABELLED, _FOOT))


def untitled(title: str) -> bool:
    """A title in which the part that should name the page is missing."""
    return _NO_TITLE.fullmatch(title) is not None


def waiting(lines: Iterable[str], spare: int = 12) -> str:
    """Words that stand in until a script has run, if the page says hardly anything else."""
    plain = [_PUNCTUATION.sub("", line) for line in lines]
    found = next((line for line in plain if _WAIT.fullmatch(line)), "")
    rest = sum(len(line) for line in plain if not _WAIT.fullmatch(line))
    return found if found and rest <= spare else ""


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).lower())
