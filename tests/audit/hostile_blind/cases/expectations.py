"""What must appear: titles, numbers, words, hashes; and pages that now say something else."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..files import pdf
from ..reply import Reply, Request, file, reply
from ..texts import BODY, PLAN, article, page
from ..world import World

_NUMBER = "示政〔2020〕1号"


def cases(world: World, authority: Authority) -> Iterator[Case]:
    yield from _found(world)
    yield from _drifted(world)
    yield from _hashes(world)


def _found(world: World) -> Iterator[Case]:
    site = world.site()
    bodies = {
        "brackets": ("<p>示政[2020]1号</p>", _NUMBER, "文号用了半角方括号"),
        "lenticular": ("<p>示政【2020】1号</p>", _NUMBER, "文号用了方头括号"),
        "parentheses": ("<p>示政（2020）1号</p>", _NUMBER, "文号用了圆括号"),
        "full-width": ("<p>示政〔２０２０〕１号</p>", _NUMBER, "文号的数字是全角"),
        "spaced": ("<p>示政 〔2020〕 1 号</p>", _NUMBER, "文号里有空格"),
        "tagged": (
            "<p><span>示政</span>〔<b>2020</b>〕<span>1</span>号</p>",
            _NUMBER,
            "文号被标签切开",
        ),
        "entities": ("<p>&#31034;&#25919;&#12308;2020&#12309;1&#21495;</p>", _NUMBER, "文号是实体"),
        "no-break": ("<p>示政&nbsp;〔2020〕&nbsp;1号</p>", _NUMBER, "文号里有不换行空格"),
        "zero-width": ("<p>示政\u200b〔2020〕\u200b1号</p>", _NUMBER, "文号里有零宽空格"),
        "wrapped": (
            "<p>关于建立健全行政\n      执法公示制度的通知</p>",
            "关于建立健全行政执法公示制度的通知",
            "标题在源码里换了行",
        ),
        "colon": (
            "<p>依据:《法治政府建设实施纲要(2015-2020年)》</p>",
            "依据：《法治政府建设实施纲要（2015—2020年）》",
            "标点半角全角、连接号不同",
        ),
    }
    for name, (body, expect, cause) in bodies.items():
        url = site.at(f"/{name}.html", reply(article("文件", body + BODY)))
        yield Case(f"expect-{name}", url, OK, cause, expect=expect)
    url = site.at("/title.html", reply(page(f"{PLAN}-示例市司法局门户网站", BODY)))
    yield Case("expect-title-only", url, OK, "标题只在 <title> 里，后面带网站名", expect=PLAN)
    url = site.at("/gbk.txt", reply(f"{PLAN}\r\n{_NUMBER}\r\n".encode("gbk"), "text/plain"))
    yield Case("expect-gbk-text", url, OK, "GBK 的文本文件", expect=_NUMBER)
    upper = article("Example Bureau ANNUAL Report 2020")
    url = site.at("/english.html", reply(upper))
    yield Case("expect-latin", url, OK, "英文标题", expect="Example Bureau ANNUAL Report 2020")


def _drifted(world: World) -> Iterator[Case]:
    site = world.site()
    pages = {
        "other": (article("示例市人民调解工作办法"), PLAN, "地址还在，换成了别的文章"),
        "number": (article("文件", "<p>示政〔2020〕11号</p>" + BODY), _NUMBER, "文号差一位"),
        "year": (article("文件", "<p>示政〔2021〕1号</p>" + BODY), _NUMBER, "年份不同"),
        "comment": (
            article("文件", f"<!-- {PLAN} -->" + BODY.replace("方案", "办法")),
            PLAN,
            "应有的文字只在注释里",
        ),
        "script": (
            article("文件", f'<script>var t="{PLAN}";</script>' + BODY),
            PLAN,
            "应有的文字只在脚本里",
        ),
        "hacked": (
            page("百家乐_彩票开户_官方网站", "<p>注册送彩金，彩票开户，时时彩平台。</p>" * 6),
            PLAN,
            "网站被篡改",
        ),
    }
    for name, (text, expect, cause) in pages.items():
        url = site.at(f"/{name}.html", reply(text))
        yield Case(f"drift-{name}", url, SUSPECT, cause, expect=expect)


def _hashes(world: World) -> Iterator[Case]:
    site = world.site()
    data = pdf()
    digest = hashlib.sha256(data).hexdigest()
    url = site.at("/same.pdf", file(data, "application/pdf"))
    yield Case("sha-same", url, OK, "文件没有变", expect=digest)
    yield Case("sha-upper", url + "?v=2", OK, "哈希写成大写", expect=digest.upper())

    def squeezed(request: Request) -> Reply:
        packed = gzip.compress(data)
        return reply(packed, "application/pdf", headers=["Content-Encoding: gzip"])(request)

    url = site.at("/squeezed.pdf", squeezed)
    yield Case("sha-transfer-gzip", url, OK, "传输时压缩，文件本身没有变", expect=digest)
    url = site.at("/changed.pdf", file(pdf("http://127.0.0.1:9/"), "application/pdf"))
    # The tree audit calls a changed file broken; of a page not ours drift is suspect.
    yield Case("sha-changed", url, SUSPECT, "文件换了", expect=digest, also=(BROKEN,))
