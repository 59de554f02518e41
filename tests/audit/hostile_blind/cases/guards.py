"""Guards: firewalls, challenges, captchas, limits. A person must look; nobody is to be fooled."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import formatdate

from ..case import BLOCKED, BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..reply import Answer, Reply, Request, in_turn, reply
from ..texts import BODY, LOGIN, PLAN, article, page
from ..world import World

_PACKED = "_0x4e2a='" + "x6a" * 600 + "'"
_CHALLENGE = (
    f"<html><head><meta charset='utf-8'><script>var arg1='3F2A';var {_PACKED};"
    "function setCookie(n,v){document.cookie=n+'='+v;document.location.reload();}"
    "setCookie('acw_sc__v2',arg1);</script></head><body></body></html>"
)
_BOTS = ("python-requests", "python-urllib", "aiohttp", "python-httpx", "curl", "scrapy", "java/")


def _only_browsers(request: Request) -> Reply:
    agent = request.headers.get("user-agent", "")
    if "Chrome/" in agent or "Firefox/" in agent:
        return reply(article(PLAN))(request)
    return reply("<h1>403 Forbidden</h1>", status="403 Forbidden")(request)


def _no_library_names(request: Request) -> Reply:
    agent = request.headers.get("user-agent", "").lower()
    if not agent or any(agent.startswith(name) for name in _BOTS):
        return reply("<h1>403 Forbidden</h1>", status="403 Forbidden")(request)
    return reply(article(PLAN))(request)


def _get_only(request: Request) -> Reply:
    if request.method != "GET":
        return reply("", status="405 Method Not Allowed")(request)
    return reply(article(PLAN))(request)


def cases(world: World, authority: Authority) -> Iterator[Case]:
    yield from _closed(world)
    yield from _patience(world)
    yield from _lookalikes(world)


def _closed(world: World) -> Iterator[Case]:
    """Each on a host of its own: a guard guards the whole host."""
    walls: dict[str, tuple[Answer, str]] = {
        "forbidden": (reply("<h1>403 Forbidden</h1>", status="403 Forbidden"), "403"),
        "unauthorized": (
            reply("", status="401 Unauthorized", headers=['WWW-Authenticate: Basic realm="x"']),
            "401，要密码",
        ),
        "rules-412": (reply(_CHALLENGE, status="412 Precondition Failed"), "412 加脚本校验"),
        "speed-521": (
            reply(
                "<script>document.cookie='__jsl_clearance=1';location.href=location.pathname"
                "</script>",
                status="521 ",
            ),
            "521 加脚本校验",
        ),
        "script-200": (reply(_CHALLENGE), "状态 200 的脚本校验"),
        "waf-405": (
            reply(
                page(
                    "405",
                    "<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>",
                ),
                status="405 Method Not Allowed",
            ),
            "云防火墙阻断，405",
        ),
        "waf-200": (
            reply(page("网站防火墙", "<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>")),
            "防火墙拦截页，状态 200",
        ),
        "captcha": (
            reply(
                page(
                    "安全验证",
                    '<p>为了您的访问安全，请输入验证码后继续访问</p><img src="/code.png">'
                    '<input name="code">',
                )
            ),
            "要先输验证码",
        ),
        "slider": (
            reply(page("人机验证", "<p>请完成下方验证：请按住滑块，拖动到最右边</p>")),
            "要先拖滑块",
        ),
        "cloud": (
            reply(
                "<html><head><title>Just a moment...</title></head><body>Checking your browser "
                "before accessing. Enable JavaScript and cookies to continue</body></html>",
                status="503 Service Unavailable",
                headers=["cf-mitigated: challenge"],
            ),
            "云端校验页，503",
        ),
        "too-many": (
            reply("请求过于频繁", status="429 Too Many Requests", headers=["Retry-After: 86400"]),
            "一直 429，叫明天再来",
        ),
        "agents": (_only_browsers, "只放行浏览器；我们不冒充"),
        "frequent-200": (
            reply(page("提示", "<p>您的访问过于频繁，请稍后再试。</p>")),
            "状态 200 的“访问过于频繁”",
        ),
    }
    for name, (answer, cause) in walls.items():
        site = world.site(missing=answer)
        site.at("/robots.txt", answer)
        yield Case(f"guard-{name}", site.at("/zwgk/1.html", answer), BLOCKED, cause)
    site = world.site()
    url = site.at("/inner/1.html", reply(LOGIN))
    yield Case("guard-login-200", url, BLOCKED, "状态 200 的登录页", also=(SUSPECT,))


def _patience(world: World) -> Iterator[Case]:
    """Faults that pass."""
    site = world.site()
    good = reply(article(PLAN))
    later = formatdate(usegmt=True)
    first: dict[str, tuple[Answer, str]] = {
        "429": (
            reply("", status="429 Too Many Requests", headers=["Retry-After: 1"]),
            "429，一秒后就好",
        ),
        "429-date": (
            reply("", status="429 Too Many Requests", headers=[f"Retry-After: {later}"]),
            "429，Retry-After 是日期",
        ),
        "503": (reply("busy", status="503 Service Unavailable"), "503，再试就好"),
        "502": (reply("bad", status="502 Bad Gateway"), "502，再试就好"),
    }
    for name, (answer, cause) in first.items():
        url = site.at(f"/then/{name}.html", in_turn(answer, good))
        yield Case(f"then-{name}", url, OK, cause, expect=PLAN)
    url = site.at("/always/500.html", reply("x", status="500 Internal Server Error"))
    yield Case("always-500", url, BROKEN, "一直 500")
    url = site.at("/always/502.html", reply("<h1>502 Bad Gateway</h1>", status="502 Bad Gateway"))
    yield Case("always-502", url, BROKEN, "一直 502")
    words = page("系统维护", "<p>系统维护中，请稍后访问。</p>")
    url = site.at("/always/503.html", reply(words, status="503 Service Unavailable"))
    yield Case("always-503", url, BROKEN, "一直 503，系统维护", also=(SUSPECT,))


def _lookalikes(world: World) -> Iterator[Case]:
    site = world.site()
    answers: dict[str, tuple[Answer, str]] = {
        "library-names": (_no_library_names, "只拒绝没有改名的程序，我们有自己的名字"),
        "head-refused": (_get_only, "不答 HEAD"),
        "login-box": (
            reply(
                article(
                    "办事指南",
                    BODY + '<form>用户名<input name="u">密码<input type="password" name="p">'
                    "验证码<input name='c'><button>登录</button></form>",
                )
            ),
            "文章旁边有登录框",
        ),
        "about-waf": (
            reply(article("Web应用防火墙采购公告", "<p>拦截攻击，访问被阻断后应告警。</p>" + BODY)),
            "采购防火墙的公告",
        ),
        "about-captcha": (
            reply(article("关于启用滑块验证码登录的通知", "<p>请完成安全验证。</p>" + BODY)),
            "讲验证码的通知",
        ),
        "cloud-script": (
            reply(article(PLAN, head='<script src="/cdn-cgi/challenge-platform/x.js"></script>')),
            "文章里带云服务的脚本",
        ),
        "comment-form": (
            reply(
                article("意见征集", BODY + "<form>留言<textarea></textarea>验证码<input></form>")
            ),
            "文章下面有留言框",
        ),
    }
    for name, (answer, cause) in answers.items():
        yield Case(f"open-{name}", site.at(f"/{name}.html", answer), OK, cause)
