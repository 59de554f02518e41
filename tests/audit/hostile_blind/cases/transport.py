"""The wire: slow, cut, endless, old, sloppy. Browsers forgive much; so must we, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import RESET, Reply, Request, Step, in_turn, raw, reply
from ..texts import PLAN, article, page
from ..world import World

_TEXT = article(PLAN).encode()
_TYPE = b"Content-Type: text/html; charset=utf-8\r\n"
_OK = b"HTTP/1.1 200 OK\r\n" + _TYPE
_WHOLE = _OK + b"Content-Length: %d\r\n\r\n" % len(_TEXT)


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def _drip(pieces: int, pause: float) -> list[Step]:
    size = len(_TEXT) // pieces + 1
    steps: list[Step] = [_WHOLE]
    for start in range(0, len(_TEXT), size):
        steps += [_TEXT[start : start + size], pause]
    return steps


def _endless(request: Request) -> Reply:
    """Two seconds of a page without end, at most 48 MB, then cut without the last chunk."""

    def steps() -> Iterator[Step]:
        yield _OK + b"Transfer-Encoding: chunked\r\n\r\n" + _chunk(_TEXT.replace(b"</html>", b""))
        line = _chunk("<p>工作动态，更多内容。</p>".encode() * 1500)
        for _ in range(800):
            yield line
            yield 0.0025

    return Reply(steps())


def cases(world: World, authority: Authority) -> Iterator[Case]:
    yield from _dead(world)
    yield from _slow(world)
    yield from _sloppy(world)
    yield from _statuses(world)


def _dead(world: World) -> Iterator[Case]:
    site = world.site()
    bad: dict[str, tuple[tuple[Step, ...], str]] = {
        "empty-reply": ((), "接了电话，一个字没说就挂断"),
        "reset": ((RESET,), "一连就断"),
        "reset-midway": ((_WHOLE + _TEXT[:300], 0.1, RESET), "送到一半断开"),
        "garbage": ((b"\x15\x03\x01\x00\x02\x02\x16" * 8,), "回的不是 HTTP"),
        "cut": ((_WHOLE + _TEXT[: len(_TEXT) // 2],), "长度没有送够"),
        "cut-chunked": (
            (_OK + b"Transfer-Encoding: chunked\r\n\r\n" + _chunk(_TEXT[: len(_TEXT) // 2]),),
            "分块没有送完",
        ),
        "silence": ((4.0,), "四秒不出声，然后挂断"),
        "headers-only": ((_WHOLE, 3.0), "只有响应头，没有正文"),
    }
    for name, (steps, cause) in bad.items():
        url = site.at(f"/dead/{name}.html", raw(*steps))
        also = (SUSPECT,) if name in ("cut", "cut-chunked", "reset-midway") else ()
        yield Case(f"wire-{name}", url, BROKEN, cause, also=also)
    url = world.site().at("/list.html", _endless)
    yield Case("wire-endless", url, SUSPECT, "没有尽头的网页", also=(BROKEN,))


def _slow(world: World) -> Iterator[Case]:
    site = world.site()
    slow: dict[str, tuple[tuple[Step, ...], str]] = {
        "first-byte": ((2.0, _WHOLE + _TEXT), "两秒后才有第一个字节"),
        "drip": (tuple(_drip(12, 0.15)), "一点一点送完"),
        "split-character": ((_WHOLE + _TEXT[:200], 0.2, _TEXT[200:]), "一个汉字分两次送到"),
    }
    for name, (steps, cause) in slow.items():
        url = site.at(f"/slow/{name}.html", raw(*steps))
        yield Case(f"slow-{name}", url, OK, cause, expect=PLAN)
    for name, first in (("reset", raw(RESET)), ("empty", raw())):
        url = site.at(f"/then/{name}.html", in_turn(first, reply(_TEXT)))
        yield Case(f"then-{name}", url, OK, "第一次断开，再试就好", expect=PLAN)


def _sloppy(world: World) -> Iterator[Case]:
    site = world.site()
    length = b"Content-Length: %d\r\n" % len(_TEXT)
    chunked = _chunk(_TEXT[:500]) + _chunk(_TEXT[500:]) + b"0\r\n\r\n"
    sloppy = {
        "http10": (b"HTTP/1.0 200 OK\r\n" + _TYPE + b"\r\n" + _TEXT, "HTTP/1.0，没有长度"),
        "lowercase": ((_OK + length).lower().replace(b"http/1.1 200 ok", b"HTTP/1.1 200 OK")
                      + b"\r\n" + _TEXT, "响应头全是小写"),
        "until-close": (_OK + b"Connection: close\r\n\r\n" + _TEXT, "没有长度，送完就关"),
        "no-reason": (_WHOLE.replace(b"200 OK", b"200") + _TEXT, "状态后面没有词"),
        "gbk-reason": (_WHOLE.replace(b"OK", "成功".encode("gbk")) + _TEXT, "状态后面是 GBK 的字"),
        "chunked": (_OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunked, "分块"),
        "chunked-twice": (
            _OK + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked,
            "两层代理各写一次“分块”",
        ),
        "long-header": (
            _OK + length + b"Content-Security-Policy: " + b"a" * 12000 + b"\r\n\r\n" + _TEXT,
            "一行 12 KB 的响应头",
        ),
        "many-cookies": (
            _OK + length + b"Set-Cookie: a=\xcb\xbe\xb7\xa8; path\r\n" * 40 + b"\r\n" + _TEXT,
            "四十个写法不合规范的 Cookie",
        ),
        "early-hints": (
            b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + _WHOLE + _TEXT,
            "先来一个 103",
        ),
        "length-twice": (_OK + length * 2 + b"\r\n" + _TEXT, "长度写了两遍，相同"),
        "bare-newlines": ((_WHOLE.replace(b"\r\n", b"\n")) + _TEXT, "响应头只用换行，没有回车"),
    }  # fmt: skip
    for name, (data, cause) in sloppy.items():
        url = site.at(f"/sloppy/{name}.html", raw(data))
        yield Case(f"sloppy-{name}", url, OK, cause, expect=PLAN)
    open_ended = article(PLAN).replace("</div>", "").replace("</body></html>", "")
    url = site.at("/sloppy/unclosed.html", reply(open_ended))
    yield Case("sloppy-unclosed", url, OK, "标签没有关，内容是全的", expect=PLAN)


def _statuses(world: World) -> Iterator[Case]:
    site = world.site()
    yield Case("status-404", site.origin + "/none.html", BROKEN, "404")
    url = site.at("/410.html", reply(page("已删除", "<p>已删除</p>"), status="410 Gone"))
    yield Case("status-410", url, BROKEN, "410")
    url = site.at("/204.html", raw(b"HTTP/1.1 204 No Content\r\n\r\n"))
    yield Case("status-204", url, BROKEN, "204，没有内容", also=(SUSPECT,))
    url = site.at("/400.html", reply("Bad Request", status="400 Bad Request"))
    yield Case("status-400", url, BROKEN, "400", also=(SUSPECT,))
    url = site.at("/empty.html", reply(""))
    yield Case("page-empty", url, BROKEN, "空的", also=(SUSPECT,), reasons=("empty-page",))
    url = site.at("/blank.html", reply(" \r\n\t&nbsp;\n"))
    yield Case("page-blank", url, BROKEN, "只有空白", also=(SUSPECT,), reasons=("empty-page",))
    url = site.at(
        "/title.html", reply(f"<html><head><title>{PLAN}</title></head><body></body></html>")
    )
    yield Case("page-title-only", url, BROKEN, "只有标题，没有正文", also=(SUSPECT,))
