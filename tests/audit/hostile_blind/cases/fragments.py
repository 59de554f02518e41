"""Fragments: where on the page the reader is sent."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ..case import BROKEN, OK, Case
from ..certificates import Authority
from ..files import pdf
from ..reply import file, reply
from ..texts import BODY, article
from ..world import World

_BODY = (
    f'<h2 id="part1">一、总体要求</h2>{BODY}<p><a name="part2"></a>二、重点任务</p>{BODY}'
    f'<h2 id="第三章">三、保障措施</h2>{BODY}<h2 id="a&amp;b">附则</h2><h2 id="1.2">1.2</h2>'
    '<!-- <h2 id="hidden">草稿</h2> --><script>var s=\'<i id="scripted"></i>\';</script>'
)


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    url = site.at("/plan.html", reply(article("工作方案", _BODY)))
    gbk = site.at(
        "/gbk.html", reply(article("工作方案", _BODY, charset="gbk").encode("gbk"), "text/html")
    )
    paper = site.at("/plan.pdf", file(pdf(), "application/pdf"))
    there = {
        "id": (url, "part1", "id"),
        "name": (url, "part2", "旧式的 name"),
        "chinese": (url, quote("第三章"), "中文锚点，已编码"),
        "chinese-raw": (url, "第三章", "中文锚点，没有编码"),
        "chinese-gbk-page": (gbk, quote("第三章"), "GBK 页面上的中文锚点"),
        "entity": (url, "a&b", "锚点里有 &"),
        "dotted": (url, "1.2", "锚点以数字开头"),
        "top": (url, "top", "#top 永远有效"),
        "top-upper": (url, "TOP", "#TOP 不分大小写"),
        "empty": (url, "", "只有一个 #"),
        "text": (url, ":~:text=" + quote("依法行政"), "文字片段"),
        "both": (url, "part1:~:text=" + quote("依法行政"), "锚点加文字片段"),
        "pdf": (paper, "page=1", "PDF 的页码"),
    }
    for name, (base, fragment, cause) in there.items():
        yield Case(f"fragment-{name}", f"{base}#{fragment}", OK, cause)
    missing = {
        "missing": ("part9", "没有这个锚点"),
        "case": ("Part1", "锚点的大小写不对"),
        "commented": ("hidden", "锚点在注释里"),
        "scripted": ("scripted", "锚点只在脚本的文字里"),
        "chinese-missing": (quote("第九章"), "没有这个中文锚点"),
    }
    for name, (fragment, cause) in missing.items():
        reasons = ("dead-fragment",)
        yield Case(f"fragment-{name}", f"{url}#{fragment}", BROKEN, cause, reasons=reasons)
    url = site.origin + "/none.html#part1"
    yield Case("fragment-dead-page", url, BROKEN, "页面没有，锚点无从谈起")
