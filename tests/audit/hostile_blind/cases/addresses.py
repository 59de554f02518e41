"""Addresses as people write, paste and export them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.parse import quote

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import Reply, Request, reply
from ..texts import NOT_FOUND, PLAN, article
from ..world import Site, World


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    yield from _paths(site)
    yield from _odd(site)
    yield from _hosts(world)
    yield from _not_pages(site)


def _exactly(target: str) -> object:
    """A server that knows the target only as it was written."""

    def answer(request: Request) -> Reply:
        if request.target == target:
            return reply(article(PLAN))(request)
        return reply(NOT_FOUND, status="404 Not Found")(request)

    return answer


def _paths(site: Site) -> Iterator[Case]:
    good = reply(article(PLAN))
    gbk = quote("公告/文件.html".encode("gbk"))
    search = quote("行政许可".encode("gbk"))
    paths = {
        "chinese": ("/公告/文件.html", "路径里有没有编码的中文"),
        "chinese-query": ("/list.jsp?name=行政许可&page=2", "参数里有没有编码的中文"),
        "escaped": ("/" + quote("通知/文件.html"), "路径里是编码了的中文"),
        "gbk": ("/" + gbk, "路径按 GBK 编码"),
        "gbk-query": ("/so.asp?key=" + search, "参数按 GBK 编码"),
        "lower-escapes": ("/" + quote("信息/1.html").lower(), "编码用了小写"),
        "space": ("/files/附件 1.html", "路径里有空格"),
        "plus": ("/a+b.html", "路径里有加号"),
        "long": ("/" + "a" * 4000 + ".html", "4 KB 长的路径"),
        "long-query": ("/q.jsp?token=" + "0f" * 2000, "4 KB 长的参数"),
        "brackets": ("/doc/[2020]1.html", "路径里有方括号"),
        "pipe": ("/a|b.html", "路径里有竖线"),
        "semicolon": ("/x.do;v=1?m=show", "路径里有分号"),
        "mixed-case": ("/ZWGK/Index.HTML", "大小写混用，和服务器一致"),
    }
    for name, (path, cause) in paths.items():
        yield Case(f"path-{name}", site.at(path, good), OK, cause, expect=PLAN)
    for name, path, cause in (
        ("slash-escape", "/doc%2F2020/1.html", "编码的斜杠必须原样送出"),
        ("percent-escape", "/100%25.html", "编码的百分号必须原样送出"),
        ("query-order", "/q.jsp?b=2&a=1&b=3", "参数的次序和重复必须原样送出"),
        ("query-empty", "/q.jsp?x=&y", "空的参数必须原样送出"),
    ):
        url = site.at(path, _exactly(path))  # type: ignore[arg-type]
        yield Case(f"path-{name}", url, OK, cause, expect=PLAN)
    site.at("/Notice/A.html", good)
    url = site.origin + "/notice/a.html"
    yield Case("path-wrong-case", url, BROKEN, "大小写和服务器不一致", reasons=("case-mismatch",))
    for name, tail, cause in (
        ("full-stop", "。", "复制时带上了句号"),
        ("bracket", "）", "复制时带上了括号"),
        ("double-escape", "", "编码了两次"),
    ):
        path = "/Notice/A.html" + tail if tail else "/" + quote(quote("公告/文件.html"))
        yield Case(f"path-{name}", site.origin + path, BROKEN, cause)


def _odd(site: Site) -> Iterator[Case]:
    """A browser opens these; whoever wrote them should mend them. Both may be said."""
    site.at("/odd/a.html", reply(article(PLAN)))
    site.at("/odd//b.html", reply(article(PLAN)))
    host = site.origin.removeprefix("http://")
    odd = {
        "backslash": (f"http://{host}/odd\\a.html", "用了反斜杠"),
        "newline": (f"http://{host}/odd/\na.html", "网址中间有换行"),
        "double-slash": (f"http://{host}/odd//b.html", "重复的斜杠"),
        "dots": (f"http://{host}/none/../odd/a.html", "路径里有 .."),
        "tab": (f"http://{host}/odd/a\t.html", "网址中间有制表符"),
    }
    for name, (url, cause) in odd.items():
        yield Case(f"odd-{name}", url, SUSPECT, cause, also=(OK,), reasons=("odd-form",))
    for name, url, cause in (
        ("padded", f"  http://{host}/odd/a.html ", "前后有空格"),
        ("wide-space", f"http://{host}/odd/a.html\u3000", "后面有全角空格"),
        ("upper-scheme", f"HTTP://{host}/odd/a.html", "协议大写"),
    ):
        yield Case(f"odd-{name}", url, OK, cause, also=(SUSPECT,))


def _hosts(world: World) -> Iterator[Case]:
    good = reply(article(PLAN))
    named = world.site(address="127.0.0.1")
    url = named.at("/a.html", good)
    yield Case("host-loopback", url, OK, "列的就是内网地址：照样打开", expect=PLAN)
    named.name = "localhost"
    yield Case("host-name", named.origin + "/a.html", OK, "主机名", expect=PLAN)
    url = f"http://LocalHost:{named.port}/a.html"
    yield Case("host-upper", url, OK, "主机名大小写混用", expect=PLAN)
    if _has_ipv6():
        url = world.site(address="::1").at("/a.html", good)
        yield Case("host-ipv6", url, OK, "IPv6", expect=PLAN)
        free = _free_port("::1", socket.AF_INET6)
        yield Case("host-ipv6-closed", f"http://[::1]:{free}/a.html", BROKEN, "IPv6，没有人听")
    yield Case("host-unknown", "http://www.nosuch.invalid/a.html", BROKEN, "没有这个主机")
    yield Case("host-unknown-chinese", "http://司法局.invalid/", BROKEN, "没有这个中文域名")
    port = _free_port("127.77.9.1")
    yield Case("port-closed", f"http://127.77.9.1:{port}/a.html", BROKEN, "端口没有人听")
    if not _listens("127.77.9.2", 80):
        cause = "漏了端口，80 上没有人听"
        yield Case("port-missing", "http://127.77.9.2/a.html", BROKEN, cause)
        yield Case("port-empty", "http://127.77.9.2:/a.html", BROKEN, "冒号后面没有端口")
    bad = {
        "port-high": ("http://127.77.9.1:99999/a.html", "端口超出范围"),
        "port-words": ("http://127.77.9.1:八零/a.html", "端口不是数字"),
        "no-host": ("http:///a.html", "没有主机"),
        "bracket": ("http://[::1/a.html", "IPv6 的括号没有关"),
        "wide-colon": ("http：//127.77.9.1/a.html", "冒号是全角"),
        "host-space": ("http://www.shi li.example/a.html", "主机名里有空格"),
        "words": ("见市政府网站", "根本不是网址"),
    }
    for name, (url, cause) in bad.items():
        # Some of these were never addresses: that alone may be told as an odd form.
        yield Case(f"bad-{name}", url, BROKEN, cause, reasons=("malformed",))


def _not_pages(site: Site) -> Iterator[Case]:
    rows = (
        ("mail", "mailto:sfj@shili.example", OK, "邮箱"),
        ("mail-subject", "mailto:sfj@shili.example?subject=%E5%92%A8", OK, "邮箱带主题"),
        ("mail-no-at", "mailto:sfj#shili.example", BROKEN, "邮箱里的 @ 写成了 #"),
        ("mail-empty", "mailto:", BROKEN, "邮箱是空的"),
        ("mail-wide", "mailto:sfj＠shili.example", BROKEN, "邮箱里的 @ 是全角"),
        ("tel", "tel:+86-000-0000000", OK, "电话"),
        ("tel-wide", "tel:０００－０００００００", BROKEN, "电话是全角数字"),
        ("tel-words", "tel:请拨打服务热线", BROKEN, "电话里没有数字"),
        ("file", "file:///C:/Users/Administrator/Desktop/a.doc", BROKEN, "本机文件"),
        ("script", "javascript:void(0)", BROKEN, "一段脚本"),
        ("drive", "D:\\网站\\附件\\a.doc", BROKEN, "本机盘符"),
        ("share", "\\\\server\\share\\a.doc", BROKEN, "内部共享文件夹"),
    )
    reasons = {"mail": ("contact-syntax",), "tel": ("contact-syntax",)}
    for name, url, verdict, cause in rows:
        fits = reasons.get(name.partition("-")[0], ("leak", "malformed", "odd-form"))
        also = (SUSPECT,) if name in ("drive", "share") else ()
        fits = fits if verdict != OK else ()
        yield Case(f"scheme-{name}", url, verdict, cause, also=also, reasons=fits)


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def _free_port(address: str, family: int = socket.AF_INET) -> int:
    with socket.socket(family) as probe:
        probe.bind((address, 0))
        port: int = probe.getsockname()[1]
    return port


def _listens(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((address, port)) == 0
