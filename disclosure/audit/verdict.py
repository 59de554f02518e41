"""Verdict and reason: the words of every result.

A verdict is one of five words everywhere. A reason says why; every reason is declared in
REASONS with its verdict, so that no finding can invent its own, and each one has a mutator
that plants it (`mutators`), so that the self-test can prove that it would be found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """结论."""

    OK = "ok"
    BROKEN = "broken"
    BLOCKED = "blocked"
    SUSPECT = "suspect"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """The word people read; blocked and suspect both wait for a person."""
        return _LABELS[self]


_LABELS = {
    Verdict.OK: "通",
    Verdict.BROKEN: "断",
    Verdict.BLOCKED: "待人工",
    Verdict.SUSPECT: "待人工",
    Verdict.UNCHECKED: "未检",
}


@dataclass(frozen=True)
class Reason:
    """Why a result is not simply ok."""

    code: str
    verdict: Verdict
    title: str
    meaning: str
    fix: str
    distrust: bool = False
    """Whether the audit as a whole cannot be trusted while this stands (exit code 3)."""


_BROKEN, _SUSPECT = Verdict.BROKEN, Verdict.SUSPECT

_REASONS = (
    # What a link says
    Reason("dead-link", _BROKEN, "链接打不开",
           "链接指向的页面或文件不在网站里。",
           "改正链接，或者补上它指向的页面或文件。"),
    Reason("dead-fragment", _BROKEN, "锚点不存在",
           "页面在，但链接里 # 后面的位置在页面上找不到，点开只会停在页首。",
           "核对标题的锚点名称，改正 # 后面的部分。"),
    Reason("case-mismatch", _BROKEN, "大小写不一致",
           "网址的大小写和文件名不同，在多数服务器上打不开。",
           "把网址改成和文件名完全一致的大小写。"),
    Reason("base-path", _BROKEN, "网址漏了网站的路径",
           "网站放在域名下的一个路径里，链接却从域名的根开始写，发布后会打不开。",
           "改用相对网址，或者在网址前面补上网站的路径。"),
    Reason("leak", _BROKEN, "指向本机或内网",
           "链接指向本机文件、脚本或内部网络，公众打不开，还会暴露内部信息。",
           "换成公开网址；没有公开网址的，删去链接。"),
    Reason("malformed", _BROKEN, "网址写法有误",
           "网址不完整或含有不能识别的部分，浏览器无法打开。",
           "打开原网页，从地址栏复制完整网址。"),
    Reason("contact-syntax", _BROKEN, "邮箱或电话链接有误",
           "mailto: 或 tel: 后面不是可用的邮箱地址或电话号码。",
           "邮箱写成 名称@域名，电话只用半角数字、加号和连字符。"),
    Reason("odd-form", _SUSPECT, "网址写法不规范",
           "网址里有反斜杠、换行、重复的斜杠或未知的协议，有的浏览器能打开，有的不能。",
           "改成规范的网址。"),
    Reason("external", Verdict.UNCHECKED, "站外网址",
           "指向别的网站，这一版核验不访问外网。", "需要时由人工打开核对。"),
    # What a page must be
    Reason("missing-page", _BROKEN, "应有的页面不存在",
           "数据里有这个对象，网站里没有它的页面。", "重新生成网站；仍然缺少时检查生成过程。"),
    Reason("missing-file", _BROKEN, "应有的文件不存在",
           "数据里登记了这个文件，网站里没有。", "重新生成网站，并确认 files 文件夹里有这个文件。"),
    Reason("wrong-title", _BROKEN, "页面标题不对",
           "页面在，但标题里没有应有的名称，可能放错了内容。", "重新生成网站；核对页面内容。"),
    Reason("missing-words", _BROKEN, "页面缺少应有的文字",
           "页面在，但没有应当出现的原文、文号或名称。", "重新生成网站；核对页面内容。"),
    Reason("empty-page", _BROKEN, "页面是空的",
           "页面能打开，但正文没有任何内容。", "重新生成网站；确认数据里有内容。"),
    Reason("truncated-page", _BROKEN, "页面不完整",
           "页面文件在中途断掉，没有结尾。", "重新生成并重新上传这一页；检查磁盘空间。"),
    Reason("orphan", _BROKEN, "没有页面链接到它",
           "页面在，但网站里没有任何页面链接到它，公众找不到。",
           "在列表页或上级页面加上链接。"),
    Reason("too-far", _BROKEN, "离首页太远",
           "从首页点三次还到不了（同一个列表的分页算一次）。", "在首页或栏目页加上入口。"),
    Reason("duplicate-id", _SUSPECT, "锚点重复",
           "同一页里有两个相同的锚点，链接只会跳到第一个。", "让每个锚点的名称在页内唯一。"),
    Reason("canonical", _SUSPECT, "规范网址不对",
           "页面声明的规范网址（canonical）不是它自己，搜索引擎会收录别的网址。",
           "核对 bureau.yaml 的 base_url，重新生成网站。"),
    Reason("noindex", _SUSPECT, "页面拒绝被收录",
           "页面声明了 noindex，搜索引擎搜不到它，网络检索时会被当作没有公开。",
           "去掉 robots 标签里的 noindex。"),
    Reason("stray", _SUSPECT, "多出来的页面",
           "网站里有这个页面，但它不在应有的清单上，或者没有页面链接到它。",
           "不需要的删去；需要的登记到数据里。"),
    # What a file must be
    Reason("wrong-type", _BROKEN, "文件内容与类型不符",
           "文件的内容不是扩展名所说的类型，例如 .pdf 里其实是一个网页。", "换上正确的文件。"),
    Reason("damaged-file", _BROKEN, "文件损坏或不完整",
           "文件是空的、被截断，或者压缩包校验不过，打不开。", "重新上传完整的文件。"),
    Reason("changed-file", _BROKEN, "文件与登记的不同",
           "文件的大小或 SHA-256 与数据登记时不同。", "核对是否被替换；确认后重新生成网站。"),
    # What engines are told
    Reason("sitemap-missing", _BROKEN, "网站地图缺少页面",
           "sitemap.xml 没有列出这个页面，或者文件本身读不通。", "重新生成网站。"),
    Reason("sitemap-extra", _BROKEN, "网站地图列了不该有的网址",
           "sitemap.xml 列出的网址不在网站里，或者不是本站应有的页面。", "重新生成网站。"),
    Reason("robots-denial", _SUSPECT, "robots.txt 禁止访问",
           "robots.txt 不让检索程序访问应当公开的页面；别的检查工具会把它当作通过，"
           "所以这次核验整体不可信。",
           "改正 robots.txt，允许访问全部公开页面。", distrust=True),
    # Whether the audit itself can be believed
    Reason("disagreement", _SUSPECT, "两次核验结果不一致",
           "本程序和 LinkChecker 对同一网址的结论不同。", "人工打开这个网址，以看到的为准。"),
    Reason("not-observed", Verdict.UNCHECKED, "没有观测到",
           "应当核验的目标没有观测结果，这次核验整体不可信。", "重新核验；仍然如此时检查运行环境。",
           distrust=True),
)  # fmt: skip

REASONS: Mapping[str, Reason] = {reason.code: reason for reason in _REASONS}
