"""Redirects, refreshes and scripted hops: where does one end up?"""

from __future__ import annotations

from collections.abc import Iterator

from ..case import BLOCKED, BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import RESET, Reply, Request, raw, redirect, reply
from ..texts import BODY, LOGIN, NOT_FOUND, PLAN, article, page
from ..world import Site, World

PARKED = page(
    "shili.example域名出售",
    "<h1>该域名正在出售</h1><p>This domain is for sale. 联系我们购买此域名。</p>",
)


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    other = world.site()
    site.at("/new/1.html", reply(article(PLAN)))
    other.at("/zwgk/1.html", reply(article(PLAN)))
    yield from _good(site, other)
    yield from _bad(world, site, other)
    yield from _by_page(site)
    yield from _by_script(site)
    yield from _not_hops(site)


def _good(site: Site, other: Site) -> Iterator[Case]:
    url = site.at("/moved.html", redirect("/new/1.html", "301 Moved Permanently"))
    yield Case("hop-permanent", url, OK, "永久转到新地址，文章还在", expect=PLAN)
    for number in range(1, 6):
        site.at(f"/chain/{number}", redirect(f"/chain/{number + 1}"))
    site.at("/chain/6", redirect("../new/1.html"))
    yield Case("hop-six", site.origin + "/chain/1", OK, "转六次后打开（最后一次是相对地址）")
    url = site.at("/elsewhere.html", redirect(other.origin + "/zwgk/1.html"))
    yield Case("hop-other-host", url, OK, "网站搬家，转到另一台主机的同一篇", expect=PLAN)
    site.at("/新址/公告.html", reply(article(PLAN)))
    url = site.at("/to-chinese.html", redirect("/新址/公告.html"))
    yield Case("hop-raw-chinese", url, OK, "Location 里是没有编码的中文（UTF-8）", expect=PLAN)
    gbk = "/旧站/公告.html".encode("gbk")
    site.routes[gbk] = reply(article(PLAN))
    url = site.at("/to-gbk.html", redirect(gbk))
    yield Case("hop-raw-gbk", url, OK, "Location 里是没有编码的中文（GBK）", expect=PLAN)
    site.at("/new dir/a b.html", reply(article(PLAN)))
    url = site.at("/to-space.html", redirect("/new dir/a b.html"))
    yield Case("hop-space", url, OK, "Location 里有空格", expect=PLAN)
    url = site.at("/folder", redirect("/folder/", "301 Moved Permanently"))
    site.at("/folder/", reply(article(PLAN)))
    yield Case("hop-slash", url, OK, "补一个斜杠")
    site.at("/s.html;jsessionid=0A1B2C", reply(article(PLAN)))
    url = site.at("/s.html", redirect("/s.html;jsessionid=0A1B2C"))
    yield Case("hop-session", url, OK, "转到带会话编号的同一页")
    site.at("/parts.html", reply(article(PLAN, BODY + '<h2 id="part2">二</h2>')))
    url = site.at("/old-parts.html", redirect("/parts.html"), "/old-parts.html#part2")
    yield Case("hop-keeps-fragment", url, OK, "转走后锚点仍然有效")
    portal = redirect("/index.html")
    site.at("/index.html", site.routes[b"/"])
    site.routes[b"/"] = portal
    yield Case("hop-home-itself", site.origin + "/", OK, "列的就是首页，首页自己转到 index.html")
    url = site.at("/login/guide.html", reply(article("登录操作指南")))
    yield Case("login-in-path", url, OK, "路径里有 login，是一篇指南")
    url = site.at("/error/", redirect("/error/notice.html"))
    site.at("/error/notice.html", reply(article("常见错误更正说明")))
    yield Case("error-in-path", url, OK, "转到的路径里有 error，内容是真文章")


def _bad(world: World, site: Site, other: Site) -> Iterator[Case]:
    url = site.at("/loop/a", redirect("/loop/b"))
    site.at("/loop/b", redirect("/loop/a"))
    yield Case("loop-two", url, BROKEN, "两页互相转")
    url = site.at("/loop/self", redirect("/loop/self"))
    yield Case("loop-self", url, BROKEN, "转到自己")
    for number in range(1, 41):
        site.at(f"/long/{number}", redirect(f"/long/{number + 1}"))
    url = site.origin + "/long/1"
    yield Case("chain-forty", url, BROKEN, "转四十次，浏览器早已放弃", also=(SUSPECT,))
    url = site.at("/gone/1.html", redirect("/"))
    yield Case("to-home", url, SUSPECT, "文章没了，转到首页")
    url = site.at("/gone/2.html", redirect("/index.html", "301 Moved Permanently"))
    yield Case("to-home-index", url, SUSPECT, "文章没了，转到首页的 index.html")
    url = site.at("/gone/3.html", redirect(other.origin + "/"))
    yield Case("to-other-home", url, SUSPECT, "网站搬家，旧文章都转到新站首页")
    site.at("/error.html", reply(page("系统提示", "<p>系统发生错误，请稍后再试。</p>")))
    url = site.at("/gone/4.html", redirect("/error.html?code=1"))
    yield Case("to-error-page", url, SUSPECT, "转到错误页，状态 200", also=(BROKEN,))
    site.at("/404.html", reply(NOT_FOUND, status="404 Not Found"))
    yield Case("to-404", site.at("/gone/5.html", redirect("/404.html")), BROKEN, "转到 404")
    site.at("/user/login.jsp", reply(LOGIN))
    url = site.at("/inner/1.html", redirect("/user/login.jsp?returnUrl=%2Finner%2F1.html"))
    yield Case("to-login", url, BLOCKED, "转到登录页", also=(SUSPECT,))
    parked = world.site(missing=reply(PARKED))
    parked.at("/", reply(PARKED))
    url = site.at("/gone/6.html", redirect(parked.origin + "/"))
    yield Case("to-parking", url, SUSPECT, "转到域名出售页")
    url = site.at("/gone/7.html", redirect("http://nosuch.shili.invalid/1.html"))
    yield Case("to-unknown-host", url, BROKEN, "转到不存在的主机")
    url = site.at("/gone/8.html", reply("", status="302 Found"))
    yield Case("no-location", url, BROKEN, "302 却没有说转到哪里", also=(SUSPECT,))
    site.at("/falls.html", raw(RESET))
    url = site.at("/gone/9.html", redirect("/falls.html"))
    yield Case("to-reset", url, BROKEN, "转到的地址一连就断")


def _refresh(to: str, text: str = "正在跳转……") -> str:
    return page("跳转", f"<p>{text}</p>", f'<meta http-equiv="refresh" content="0;url={to}">')


def _by_page(site: Site) -> Iterator[Case]:
    url = site.at("/m/1.html", reply(_refresh("/new/1.html")))
    yield Case("refresh-good", url, OK, "网页刷新跳转到文章", expect=PLAN)
    quoted = (
        "<html><head><META HTTP-EQUIV=REFRESH CONTENT=\"1; URL='../new/1.html'\"></head></html>"
    )
    url = site.at("/m/2.html", reply(quoted))
    yield Case("refresh-quoted", url, OK, "刷新跳转，大写、单引号、相对地址", expect=PLAN)
    url = site.at("/m/3.html", reply(_refresh("/new/none.html")))
    yield Case("refresh-dead", url, BROKEN, "刷新跳转到 404")
    url = site.at("/m/4.html", reply(_refresh("/")))
    yield Case("refresh-home", url, SUSPECT, "刷新跳转到首页")
    url = site.at("/m/5.html", reply(_refresh("/m/6.html")))
    site.at("/m/6.html", reply(_refresh("/m/5.html")))
    yield Case("refresh-loop", url, BROKEN, "两页互相刷新", also=(SUSPECT,))
    url = site.at("/m/7.html", reply("", headers=["Refresh: 0; url=/new/1.html"]))
    yield Case("refresh-header", url, OK, "响应头里的刷新跳转", expect=PLAN)


def _script(code: str, text: str = "") -> str:
    return f"<html><head><script>{code}</script></head><body>{text}</body></html>"


def _by_script(site: Site) -> Iterator[Case]:
    hops = (
        ("js-good", "window.location.href = '/new/1.html';", OK, "脚本跳到文章"),
        ("js-replace", 'window.location.replace("/new/1.html")', OK, "脚本跳到文章（replace）"),
        ("js-top", "top.location='../new/1.html';", OK, "脚本跳到文章（top，相对地址）"),
        ("js-dead", "location.href='/new/none.html'", BROKEN, "脚本跳到 404"),
        ("js-home", "window.location='/';", SUSPECT, "脚本跳到首页"),
    )
    for number, (name, code, verdict, cause) in enumerate(hops):
        url = site.at(f"/js/{number}.html", reply(_script(code)))
        expect = PLAN if verdict == OK else ""
        also = (SUSPECT,) if verdict == BROKEN else ()
        yield Case(name, url, verdict, cause, expect=expect, also=also)
    later = _script("setTimeout(\"location.href='/new/1.html'\",3000);", "<p>3秒后自动跳转</p>")
    yield Case("js-later", site.at("/js/later.html", reply(later)), OK, "三秒后脚本跳到文章")


def _cookie_wall(request: Request) -> Reply:
    if "seen=1" in request.headers.get("cookie", ""):
        return reply(article(PLAN))(request)
    head = b"HTTP/1.1 302 Found\r\nLocation: /cookie.html\r\nSet-Cookie: seen=1; path=/\r\n"
    return Reply([head + b"Content-Length: 0\r\n\r\n"], keep=True)


def _not_hops(site: Site) -> Iterator[Case]:
    """Pages that mention a hop without making one."""
    heads = {
        "reload": ('<meta http-equiv="refresh" content="300">', "每五分钟刷新自己"),
        "noscript": (
            '<noscript><meta http-equiv="refresh" content="0;url=/noscript.html"></noscript>',
            "只在没有脚本时跳转",
        ),
        "comment": (
            '<!-- <meta http-equiv="refresh" content="0;url=/none.html"> -->',
            "跳转已经注释掉",
        ),
        "function": (
            "<script>function back(){location.href='/none.html';}</script>",
            "脚本里有跳转，但点了才走",
        ),
        "mobile": (
            "<script>if(/Android|iPhone/i.test(navigator.userAgent))"
            "{window.location.href='/m/none.html';}</script>",
            "只有手机才跳转",
        ),
        "frame-buster": (
            "<script>if(top!=self){top.location=self.location;}</script>",
            "防止被嵌进框架的脚本",
        ),
    }
    for name, (head, cause) in heads.items():
        url = site.at(f"/stay/{name}.html", reply(article(PLAN, head=head)))
        yield Case(f"stay-{name}", url, OK, cause, expect=PLAN)
    url = site.at("/cookie.html", _cookie_wall)
    yield Case("cookie-needed", url, OK, "先给一个 Cookie 再转回自己", expect=PLAN)
    site.at("/once.html?t=1", reply(article(PLAN)))
    url = site.at("/once.html", redirect("/once.html?t=1"))
    yield Case("hop-query", url, OK, "补一个参数转回自己")
    url = site.at("/with-location", reply(article(PLAN), headers=["Location: /none.html"]))
    yield Case("location-with-200", url, OK, "状态 200 却带 Location，浏览器不理会")
