"""Whole pages that are not what they seem, and pages that only seem not to be."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..files import pdf
from ..reply import file, reply
from ..texts import BODY, PLAN, article, page
from ..world import World
from .hops import PARKED


def cases(world: World, authority: Authority) -> Iterator[Case]:
    yield from _faults(world)
    yield from _true(world)


def _faults(world: World) -> Iterator[Case]:
    site = world.site()
    pages = {
        "construction": (page("示例市司法局", "<h1>栏目建设中</h1><p>敬请期待！</p>"), "建设中"),
        "english-construction": (
            "<html><title>Under Construction</title><body><h1>Site under construction</h1></body>",
            "英文的建设中",
        ),
        "maintenance": (
            page("系统维护", "<h1>系统维护中</h1><p>系统正在升级维护，请稍后访问。</p>"),
            "系统维护，状态 200",
        ),
        "suspended": (
            "<html><head><title>网站已关闭</title></head><body>该网站已暂停访问：网站未备案，"
            "请联系管理员</body></html>",
            "网站停用，状态 200",
        ),
        "unbound": (
            "<html><title>没有找到站点</title><body><h1>您的请求在Web服务器中没有找到对应的站点！</h1>"
            "<p>可能原因：您没有将此域名或IP绑定到对应站点!</p></body></html>",
            "域名没有绑定网站",
        ),
        "nginx-default": (
            "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1>"
            "<p>If you see this page, the nginx web server is successfully installed.</p>",
            "服务器的默认页",
        ),
        "js-only": (
            '<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例政务服务网</title></head>'
            '<body><noscript>请启用JavaScript</noscript><div id="app"></div>'
            '<script src="/static/js/app.3f2a.js"></script></body></html>',
            "正文全靠脚本，看不到内容",
        ),
        "loading": (
            page(
                "示例市司法局",
                '<div id="content">正在加载，请稍候……</div><script src="/a.js"></script>',
            ),
            "正文靠脚本，只写着正在加载",
        ),
    }
    for name, (body, cause) in pages.items():
        yield Case(f"page-{name}", site.at(f"/{name}.html", reply(body)), SUSPECT, cause)
    parked = world.site(missing=reply(PARKED))
    parked.at("/", reply(PARKED))
    yield Case("page-parking", parked.origin + "/zwgk/1.html", SUSPECT, "域名到期，正在出售")
    yield Case("page-parking-home", parked.origin + "/", SUSPECT, "域名到期，首页正在出售")
    yield Case("page-shared-dead", site.origin + "/no/such/page.html", BROKEN, "404")


def _true(world: World) -> Iterator[Case]:
    site = world.site()
    site.at("/frames/left.html", reply(page("目录", "<ul><li>目录</li></ul>")))
    site.at("/frames/main.html", reply(article(PLAN)))
    site.at("/frames/plan.pdf", file(pdf(), "application/pdf"))
    pages = {
        "frameset": (
            f'<html><head><title>{PLAN}</title></head><frameset cols="200,*">'
            '<frame src="/frames/left.html"><frame src="/frames/main.html"><noframes><body>'
            "您的浏览器不支持框架</body></noframes></frameset></html>",
            "框架网页，内容在框架里",
        ),
        "iframe": (article(PLAN, '<iframe src="/frames/main.html"></iframe>'), "内嵌网页"),
        "embedded-pdf": (
            article(PLAN, '<embed src="/frames/plan.pdf" type="application/pdf">'),
            "正文是内嵌的 PDF",
        ),
        "maintenance-news": (
            article("关于系统维护的公告", "<p>本周六政务服务网系统升级维护，暂停服务。</p>" + BODY),
            "通知系统维护的公告",
        ),
        "construction-news": (
            article("建设中的示例市法律援助中心", "<p>项目正在建设中，敬请期待。</p>" + BODY),
            "讲建设的新闻",
        ),
        "domain-news": (
            article("警惕“域名出售”诈骗", "<p>不法分子发布域名出售、域名转让信息。</p>" + BODY),
            "讲域名出售的新闻",
        ),
        "with-scripts": (
            article(PLAN, BODY + "<p id=hits>正在加载点击数</p><script src='/a.js'></script>"),
            "文章里有脚本，点击数还在加载",
        ),
        "noscript": (article(PLAN, "<noscript>请启用JavaScript</noscript>" + BODY), "有 noscript"),
        "gambling-news": (
            article("严打网络赌博犯罪", "<p>百家乐、时时彩等网络赌博平台均属违法。</p>" + BODY),
            "打击赌博的新闻",
        ),
        "list-page": (
            page(
                "通知公告_示例市司法局",
                "<ul>" + "".join(f'<li><a href="/{n}.html">通知第{n}号</a></li>' for n in range(20))
                + "</ul>",
            ),
            "列表页，全是链接",
        ),
        "table-only": (
            article("权责清单", "<table>" + "<tr><td>行政许可</td><td>1</td></tr>" * 30 + "</table>"),
            "正文是一张表",
        ),
    }  # fmt: skip
    for name, (body, cause) in pages.items():
        yield Case(f"true-{name}", site.at(f"/{name}.html", reply(body)), OK, cause)
    big = article("清单", "<table>" + "<tr><td>事项</td></tr>" * 60_000 + f"</table><p>{PLAN}</p>")
    url = site.at("/big.html", reply(big))
    yield Case("true-big", url, OK, "一个 1.4 MB 的网页，应有的文字在最后", expect=PLAN)
