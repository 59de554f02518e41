"""Soft 404: pages that are not there and say so with status 200, and pages that only sound so."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..case import OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import Reply, Request, redirect, reply
from ..texts import BODY, HOME, PLAN, article, page
from ..world import World

_NUMBERS = itertools.count(48213)


def _shell(request: Request) -> Reply:
    """The site's frame for whatever is asked, never twice the same bytes."""
    number = next(_NUMBERS)
    words = "".join(f"<li>推荐阅读{number * n % 977}</li>" for n in range(1, 6))
    body = f"<p>当前位置：{request.target}</p><ul>{words}</ul><!-- {number} -->"
    return reply(page("示例市司法局", body))(request)


def _gone(request: Request) -> Reply:
    return reply(page("示例市司法局", "<p>您访问的页面不存在或已被删除。</p>"))(request)


_EMPTY = page(
    "_示例市司法局", '<h1></h1><p class="info">发布时间：　来源：</p><div id="zoom"></div>'
)
_GBK = page("提示信息", "<p>您访问的页面不存在或已被删除！</p>", charset="gbk").encode("gbk")


def cases(world: World, authority: Authority) -> Iterator[Case]:
    yield from _faults(world)
    yield from _compared(world)
    yield from _lookalikes(world)


def _faults(world: World) -> Iterator[Case]:
    site = world.site()
    said: dict[str, tuple[str | bytes, str]] = {
        "english": (
            "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>"
            "<p>The requested URL was not found on this server.</p></body></html>",
            "状态 200，英文的找不到",
        ),
        "chinese": (
            page("页面不存在", "<h1>抱歉</h1><p>您要查看的页面不存在。</p>"),
            "中文的找不到",
        ),
        "gbk": (_GBK, "GBK 写的找不到"),
        "alert": (
            "<script>alert('该文章不存在或已被删除！');history.back();</script>",
            "只有一段弹窗脚本",
        ),
        "short": ("文章不存在", "正文只有一句话"),
        "withdrawn": (
            page("示例市司法局", "<h2>提示</h2><p>该信息已下线，请浏览其他内容。</p>"),
            "信息已下线",
        ),
        "no-content": (
            page("示例市司法局", "<p>对不起，您查看的内容不存在！</p><p>3 秒后返回</p>"),
            "内容不存在",
        ),
        "asp-error": (
            "<font face='宋体' size=2><p>Microsoft OLE DB Provider for SQL Server</font>"
            "<font size=2>错误 '80040e14'</font><p>第 1 行: '=' 附近有语法错误。</p>"
            "/news/show.asp，行 32",
            "数据库错误印在状态 200 的页面上",
        ),
        "tomcat-error": (
            "<html><head><title>HTTP Status 500 - Internal Server Error</title></head><body>"
            "<h1>HTTP Status 500</h1><p>java.lang.NullPointerException</p><hr>"
            "<h3>Apache Tomcat/7.0.54</h3></body></html>",
            "服务器错误页，状态 200",
        ),
        "empty-shell": (_EMPTY, "文章模板的标题和正文都是空的"),
    }
    for number, (name, (body, cause)) in enumerate(said.items()):
        kind = "text/html; charset=gbk" if name == "gbk" else "text/html; charset=utf-8"
        url = site.at(f"/zwgk/2020/{number}.html", reply(body, kind))
        also = ("broken",) if name in ("asp-error", "tomcat-error", "empty-shell") else ()
        yield Case(f"soft-{name}", url, SUSPECT, cause, also=also)


def _compared(world: World) -> Iterator[Case]:
    """Only a random address of the same host tells the truth."""
    homely = world.site(missing=reply(HOME))
    yield Case(
        "soft-home-for-all",
        homely.origin + "/zwgk/fggw/202012/t20201228_1.html",
        SUSPECT,
        "什么网址都给首页，状态 200",
    )
    url = homely.at("/zwgk/fggw/202012/t20201228_2.html", reply(article(PLAN)))
    yield Case("home-for-all-true-page", url, OK, "同一台服务器上真有的文章")
    shelled = world.site(missing=_shell)
    yield Case(
        "soft-shell-for-all",
        shelled.origin + "/art/2020/12/28/art_118_48213.html",
        SUSPECT,
        "什么网址都给同一个框架，每次略有不同，没有说找不到",
    )
    url = shelled.at("/art/2020/12/28/art_118_1.html", reply(article(PLAN)))
    yield Case("shell-for-all-true-page", url, OK, "同一台服务器上真有的文章")
    dynamic = world.site(missing=_gone)
    url = dynamic.origin + "/show.jsp?id=99817"
    yield Case("soft-dynamic", url, SUSPECT, "动态网址的编号不存在")
    url = dynamic.at(
        "/show.jsp?id=8", reply(page("示例市司法局", "<h1>公示</h1><p>公示期满，无异议。</p>"))
    )
    yield Case("short-page-same-frame", url, OK, "和找不到的页面同一个框架，正文一句话但是真的")


def _lookalikes(world: World) -> Iterator[Case]:
    site = world.site()
    true = {
        "about-404": (
            article(
                "政府网站404错误页面设置规范", "<p>网站应设置404页面，提示“页面不存在”。</p>" + BODY
            ),
            "文章讲的就是 404 页面",
        ),
        "answers-complaint": (
            article(
                "关于网民反映“页面不存在”问题的答复",
                "<p>来信称点击链接后显示“您访问的页面不存在或已被删除”，经查已修复。</p>" + BODY,
            ),
            "答复里引用了找不到的提示",
        ),
        "number-404": (article("示司文〔2020〕404号文件"), "文号里有 404"),
        "removed-items": (
            article("关于公布已删除、已下线行政许可事项目录的通知"),
            "文章公布的是已删除的事项",
        ),
        "short-notice": (
            page("关于放假的通知_示例市司法局", "<h1>关于放假的通知</h1><p>端午节放假三天。</p>"),
            "很短，但是真的",
        ),
        "scan-only": (
            article("营业执照公示", '<p><img src="/images/scan.png" alt=""></p>'),
            "正文是一张扫描图",
        ),
        "english-not-found": (
            article(
                "涉外法律服务指南", "<p>If the record is not found, please call us.</p>" + BODY
            ),
            "英文句子里有 not found",
        ),
        "server-error-report": (
            article("关于网站Internal Server Error 500故障的通报"),
            "通报一次服务器故障的文章",
        ),
    }
    for name, (body, cause) in true.items():
        url = site.at(f"/tzgg/{name}.html", reply(body))
        yield Case(f"true-{name}", url, OK, cause)
    turned = world.site(missing=redirect("/"))
    url = turned.at("/tzgg/12.html", reply(article(PLAN)))
    yield Case("true-home-redirecting-host", url, OK, "不存在的网址都跳首页的网站上，真有的文章")
