"""Character sets: declared wrongly, late, twice or not at all; the words are there all the same."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from functools import cache

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import Answer, Reply, Request, reply, zipped
from ..texts import PLAN, article
from ..world import World

_HTML = "text/html"
_RARE = "关于表彰朱镕、陶喆同志的决定"


@cache
def _packed_zeros() -> bytes:
    """200 MB of nothing in 200 KB, packed piece by piece so that we do not burst ourselves."""
    packer = zlib.compressobj(6, wbits=31)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(200)]
    return b"".join(pieces) + packer.flush()


def _bomb(request: Request) -> Reply:
    return reply(_packed_zeros(), headers=["Content-Encoding: gzip"])(request)


def _page(charset: str, declared: str = "", title: str = PLAN) -> bytes:
    text = article(title, charset=declared)
    return text.encode(charset)


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    old_style = article(PLAN, charset="").replace(
        "<head>", '<head><meta http-equiv=Content-Type content="text/html;charset=gb2312">'
    )
    spoken: dict[str, tuple[Answer, str, str]] = {
        "gbk-meta": (reply(_page("gbk", "gbk"), _HTML), PLAN, "GBK，只有 meta 说明"),
        "gbk-old-meta": (reply(old_style.encode("gbk"), _HTML), PLAN, "GBK，旧式 meta，没有引号"),
        "gbk-silent": (reply(_page("gbk"), _HTML), PLAN, "GBK，哪里都没有说明"),
        "gbk-header": (reply(_page("gbk"), "text/html;charset=GBK"), PLAN, "GBK，只有响应头说明"),
        "gbk-as-gb2312": (
            reply(_page("gb18030", "gb2312", _RARE), _HTML),
            _RARE,
            "说是 gb2312，用了 gb2312 没有的字",
        ),
        "gb18030": (
            reply(_page("gb18030", "gb18030", "㐀㐁村民委员会公告"), _HTML),
            "㐀㐁村民委员会公告",
            "四字节的 GB18030",
        ),
        "utf8-silent": (reply(_page("utf-8"), _HTML), PLAN, "UTF-8，哪里都没有说明"),
        "utf8-bom": (
            reply(b"\xef\xbb\xbf" + _page("utf-8"), "text/html; charset=gbk"),
            PLAN,
            "有 UTF-8 的 BOM，响应头说 GBK：BOM 为准",
        ),
        "utf16-bom": (
            reply(_page("utf-16"), _HTML),
            PLAN,
            "UTF-16，有 BOM",
        ),
        "utf16-header": (
            reply(_page("utf-16-le"), "text/html; charset=utf-16le"),
            PLAN,
            "UTF-16，响应头说明",
        ),
        "quoted-header": (
            reply(_page("gbk"), 'text/html; charset="gbk"'),
            PLAN,
            "响应头的编码带引号",
        ),
        "unknown-charset": (
            reply(_page("utf-8", "utf-8"), "text/html; charset=UTF8MB4"),
            PLAN,
            "响应头的编码名不存在，meta 是对的",
        ),
        "no-type": (reply(_page("utf-8", "utf-8"), ""), PLAN, "没有 Content-Type"),
    }
    for name, (answer, expect, cause) in spoken.items():
        url = site.at(f"/{name}.html", answer)
        # Chromium does not guess UTF-8 over the network, other browsers do.
        also = (SUSPECT,) if name == "utf8-silent" else ()
        yield Case(f"charset-{name}", url, OK, cause, expect=expect, also=also)
    url = site.at("/latin.html", reply(_page("gbk", "gb2312"), "text/html; charset=ISO-8859-1"))
    cause = "响应头是 Apache 的默认 ISO-8859-1，meta 才对"
    # A browser believes the header, so that a person may see rubbish: asking one is no error.
    yield Case("charset-wrong-header", url, OK, cause, expect=PLAN, also=(SUSPECT,))
    url = site.at("/drift-gbk.html", reply(_page("gbk"), _HTML))
    cause = "GBK 页面，说的是别的事"
    yield Case("charset-drift", url, SUSPECT, cause, expect="示例市人民调解工作办法")
    yield from _content_encoding(world)


def _content_encoding(world: World) -> Iterator[Case]:
    site = world.site()
    text = article(PLAN)
    deflated = zlib.compressobj(wbits=-15)
    bare = deflated.compress(text.encode()) + deflated.flush()
    good = {
        "gzip": (zipped(text), "gzip 压缩"),
        "x-gzip": (zipped(text, "x-gzip"), "旧名 x-gzip"),
        "deflate": (
            reply(zlib.compress(text.encode()), headers=["Content-Encoding: deflate"]),
            "deflate 压缩",
        ),
        "raw-deflate": (
            reply(bare, headers=["Content-Encoding: deflate"]),
            "没有头的 deflate，浏览器认得",
        ),
        "charset-as-coding": (
            reply(text, headers=["Content-Encoding: utf-8"]),
            "把编码名写进 Content-Encoding，浏览器不理会",
        ),
        "identity": (reply(text, headers=["Content-Encoding: identity"]), "写明没有压缩"),
    }
    for name, (answer, cause) in good.items():
        yield Case(f"coding-{name}", site.at(f"/{name}.html", answer), OK, cause, expect=PLAN)
    url = site.at("/lie.html", reply(text, headers=["Content-Encoding: gzip"]))
    yield Case("coding-lie", url, BROKEN, "说压缩了其实没有，浏览器打不开", also=(SUSPECT,))
    cut = gzip.compress((text * 40).encode())[:-400]
    url = site.at("/cut.html", reply(cut, headers=["Content-Encoding: gzip"]))
    yield Case("coding-cut", url, BROKEN, "压缩的内容在中途断掉", also=(SUSPECT,))
    url = site.at("/bomb.html", _bomb)
    yield Case("coding-bomb", url, SUSPECT, "压缩炸弹：200 KB 展开成 200 MB", also=(BROKEN,))
