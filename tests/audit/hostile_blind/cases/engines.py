"""What search engines are told: noindex, canonical, robots.txt. Public but not to be found."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import OK, SUSPECT, Case
from ..certificates import Authority
from ..files import pdf
from ..reply import Answer, file, raw, redirect, reply
from ..texts import HOME, PLAN, article
from ..world import Site, World


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    yield from _noindex(site)
    yield from _canonical(site)
    yield from _robots(world)


def _noindex(site: Site) -> Iterator[Case]:
    heads = {
        "meta": ('<meta name="robots" content="noindex,nofollow">', SUSPECT, "meta noindex"),
        "none": ('<META NAME="ROBOTS" CONTENT="NONE">', SUSPECT, "meta none，大写"),
        "index": ('<meta name="robots" content="index,follow,noarchive">', OK, "允许收录"),
        "nofollow": ('<meta name="robots" content="nofollow">', OK, "只是不跟踪链接"),
        "comment": ('<!-- <meta name="robots" content="noindex"> -->', OK, "noindex 已注释掉"),
        "word": ('<meta name="keywords" content="noindex,robots">', OK, "noindex 只是关键词"),
    }
    for name, (head, verdict, cause) in heads.items():
        url = site.at(f"/robots-{name}.html", reply(article(PLAN, head=head)))
        reasons = ("noindex",) if verdict == SUSPECT else ()
        yield Case(f"noindex-{name}", url, verdict, cause, reasons=reasons)
    url = site.at("/header.html", reply(article(PLAN), headers=["X-Robots-Tag: noindex"]))
    yield Case("noindex-header", url, SUSPECT, "响应头说不收录", reasons=("noindex",))
    url = site.at("/x.pdf", file(pdf(), "application/pdf", ["x-robots-tag: noindex, nofollow"]))
    yield Case("noindex-pdf", url, SUSPECT, "附件的响应头说不收录", reasons=("noindex",))
    url = site.at("/a.html", reply(article(PLAN), headers=["X-Robots-Tag: noarchive"]))
    yield Case("noindex-other-tag", url, OK, "响应头只说不留快照")


def _canonical(site: Site) -> Iterator[Case]:
    here = site.origin
    site.at("/canon/main.html", reply(article(PLAN)))
    links = {
        "self": (f"{here}/canon/self.html", OK, "规范网址就是自己"),
        "relative": ("relative.html", OK, "规范网址就是自己（相对写法）"),
        "same-text": (f"{here}/canon/main.html", OK, "规范网址是同一篇的另一个地址"),
        "nowhere": (f"{here}/canon/none.html", SUSPECT, "规范网址是 404"),
        "home": (f"{here}/", SUSPECT, "每一页的规范网址都是首页"),
        "unknown": ("http://nosuch.shili.invalid/1.html", SUSPECT, "规范网址的主机不存在"),
        "empty": ("", OK, "规范网址是空的，等于没有写"),
    }
    for name, (link, verdict, cause) in links.items():
        head = f'<link rel="canonical" href="{link}">'
        url = site.at(f"/canon/{name}.html", reply(article(PLAN, head=head)))
        reasons = ("canonical",) if verdict == SUSPECT else ()
        # The same text at another address: an engine finds the text, perhaps not this address.
        also = (SUSPECT,) if name in ("same-text", "empty") else ()
        yield Case(f"canonical-{name}", url, verdict, cause, also=also, reasons=reasons)


def _robots(world: World) -> Iterator[Case]:
    rules: dict[str, tuple[Answer | str, str, str]] = {
        "all": ("User-agent: *\nDisallow: /\n", SUSPECT, "禁止全部"),
        "folder": ("User-agent: *\nDisallow: /zwgk/\n", SUSPECT, "禁止这个栏目"),
        "wildcard": ("User-agent: *\nDisallow: /*.html$\n", SUSPECT, "禁止全部网页（通配）"),
        "lower": ("user-agent:*\r\ndisallow:/zwgk\r\n", SUSPECT, "小写、没有空格、CRLF"),
        "bom": ("\ufeffUser-agent: *\nDisallow: /\n", SUSPECT, "有 BOM 的禁止全部"),
        "admin": ("User-agent: *\nDisallow: /admin/\nDisallow: /zwg/\n", OK, "禁止的是别处"),
        "nothing": ("User-agent: *\nDisallow:\n", OK, "Disallow 是空的，等于不禁"),
        "longer": (
            "User-agent: *\nDisallow: /\nAllow: /zwgk/\n",
            OK,
            "先禁止全部，再允许这个栏目",
        ),
        "other-agent": (
            "User-agent: EvilBot\nDisallow: /\n\nUser-agent: *\nDisallow: /cgi-bin/\n",
            OK,
            "只禁止某个程序",
        ),
        "comment": ("# User-agent: *\n# Disallow: /\n", OK, "规则全是注释"),
        "soft": (reply(HOME), OK, "robots.txt 给了首页，等于没有"),
        "redirect": (redirect("/"), OK, "robots.txt 转到首页，等于没有"),
        "forbidden": (reply("Forbidden", status="403 Forbidden"), OK, "robots.txt 是 403"),
        "silent": (raw(1.5), OK, "robots.txt 不回答"),
    }
    for name, (rule, verdict, cause) in rules.items():
        site = world.site()
        answer = reply(rule, "text/plain; charset=utf-8") if isinstance(rule, str) else rule
        site.at("/robots.txt", answer)
        url = site.at("/zwgk/1.html", reply(article(PLAN)))
        reasons = ("robots-denial",) if verdict == SUSPECT else ()
        yield Case(f"robots-{name}", url, verdict, cause, reasons=reasons)
