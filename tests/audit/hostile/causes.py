"""More of what the blind half of the corpus taught: empty templates, circles, sloppy headers,
pages that wait for a script, and articles about errors. Furniture of plain `<div>`, as usual.
"""

from __future__ import annotations

from hostile import answers as a
from hostile.case import BROKEN, GOOD, OK, SUSPECT, TITLE, Case, case

_TOP = (
    '<div class="top"><a href="/">首页</a><a href="/zwgk/">政务公开</a><img src="/logo.png"></div>'
)
_FOOT = (
    '<div class="foot"><p>主办单位：示例市司法局　承办单位：示例市大数据中心</p><p>网站标识码：（略）</p>'
    "<p>地址：示例省示例市示例路　邮编：000000　电话：0000-0000000</p><p>建议使用高版本的浏览器浏览本站，"
    "分辨率不低于要求的数值，以获得更好的效果。</p><p>版权所有：示例市司法局　未经许可不得转载、镜像</p></div>"
)
_INFO = '<p class="info">发布时间：2021-03-02　来源：办公室　字号：[大 中 小]</p>'
_BARE = '<p class="info">发布时间：　来源：　浏览次数：</p>'
_SHORT = "<p>具体安排由各科室自行掌握，有疑问的，工作时间可以到窗口咨询，也可以拨打办公电话。</p>"
_SITE = "示例市司法局"


def _site(title: str, main: str, head: str = "", **headers: str) -> bytes:
    return a.page(title, f'{_TOP}<div class="main">{main}</div>{_FOOT}', head, bare=True, **headers)


def _refresh(target: str, text: str, delay: int = 0) -> bytes:
    head = f'<meta http-equiv="refresh" content="{delay};url={target}">'
    return _site("跳转", text, head)


def _lengths(*lengths: str, body: bytes = GOOD.partition(b"\r\n\r\n")[2], more: str = "") -> bytes:
    lines = "".join(f"Content-Length: {one}\r\n" for one in lengths)
    head = f"HTTP/1.1 200 OK\r\n{more}{lines}Content-Type: text/html; charset=utf-8\r\n\r\n"
    return head.replace("{n}", str(len(body))).encode() + body


TWICE = a.raw(_lengths("{n}", "{n}"))

TEMPLATES = (
    case("t/null-title", SUSPECT, "soft-404", _site(f"null_{_SITE}", f"<h1></h1>{_BARE}<div id=zoom></div>")),
    case("t/divided-title", SUSPECT, "soft-404",
         _site(f" - {_SITE}", f'<h2></h2>{_BARE}<div class="TRS_Editor"> &nbsp;<br></div>')),
    case("t/with-script", SUSPECT, "soft-404",
         _site(f"_{_SITE}", f"<h1> </h1>{_BARE}<div id=zoom></div><script>count()</script>")),
    case("t/null-date", SUSPECT, "soft-404",
         _site(f"|{_SITE}", "<h1></h1><p>发布时间：1970-01-01 08:00　来源：</p><div id=zoom></div>")),
    case("t/no-body", BROKEN, "empty-page", _site(f"{TITLE}_{_SITE}", f"<h1>{TITLE}</h1>{_INFO}<div id=zoom></div>")),
    case("t/body-by-script", SUSPECT, "needs-script",
         _site(f"{TITLE}_{_SITE}", f"<h1>{TITLE}</h1>{_INFO}<div id=zoom></div><script>show()</script>")),
    case("t/body-is-scan", OK, "",
         _site(f"{TITLE}_{_SITE}", f'<h1>{TITLE}</h1>{_INFO}<div id=zoom><p><img src="1.jpg"></p></div>')),
    case("t/body-is-file", OK, "",
         _site(f"{TITLE}_{_SITE}", f'<h1>{TITLE}</h1>{_INFO}<div id=zoom></div><a href="/1.pdf">附件</a>')),
    case("t/no-title", OK, "", _site("", f"<h1><img src=t.png></h1>{_BARE}<div id=zoom>{_SHORT}</div>")),
    case("t/no-date", OK, "", _site(f"办事窗口调整_{_SITE}", f"<h1>办事窗口调整</h1>{_BARE}{_SHORT}")),
    case("t/long-foot", SUSPECT, "soft-404", _site(_SITE, "<p>抱歉，该信息已被删除。</p>")),
)  # fmt: skip

ABOUT = (
    case("b/maintenance", OK, "",
         _site(f"系统维护_{_SITE}", f"<h1>系统维护</h1>{_INFO}<p>系统正在升级维护，周一恢复。</p>{_SHORT}")),
    case("b/blocked", OK, "", _site(f"访问被拦截怎么处理_{_SITE}", f"<h1>访问被拦截怎么处理</h1>{_SHORT}")),
    case("b/blocked-dated", OK, "",
         _site(f"访问被拦截_{_SITE}", f"<h1>访问被拦截</h1>{_INFO}<p>请求被防火墙拦截的，换一个网络再试。</p>{_SHORT}")),
    case("b/closed", OK, "", _site("谨防“网站已关闭”短信诈骗", f"<h1>谨防“网站已关闭”短信诈骗</h1>{_SHORT}")),
    case("b/login", OK, "", _site("统一身份认证平台上线", f"<h1>统一身份认证平台上线</h1>{_SHORT}")),
    case("b/error-page", OK, "", _site(f"404页面设计规范_{_SITE}", f"<h1>404页面设计规范</h1>{_SHORT}")),
    case("b/domain-case", OK, "",
         _site("一起域名转让纠纷案例", f"<h1>一起域名转让纠纷案例</h1><p>当事人因域名出售发生争议。</p>{_SHORT}")),
    case("b/domain-expired", SUSPECT, "placeholder", a.page("sfj.example域名已过期", "<p>请联系管理员</p>", bare=True)),
    case("b/domain-offer", SUSPECT, "placeholder", a.page("本域名可转让", "<h1>本域名可转让</h1>", bare=True)),
    case("b/expected", OK, "",
         _site("二〇二〇年度部门预算", f"<h1>二〇二〇年度部门预算</h1><p>平台维护中的，见公告。</p>{_SHORT}"),
         "二〇二〇年度部门预算"),
    case("b/expected-gone", SUSPECT, "soft-404",
         _site("二〇二〇年度部门预算", "<h1>二〇二〇年度部门预算</h1><p>抱歉，该文章已被删除！</p>"),
         "二〇二〇年度部门预算"),
    case("b/dated-gone", SUSPECT, "soft-404", _site(_SITE, f"{_INFO}<p>您访问的信息不存在！</p>")),
)  # fmt: skip

CIRCLES = (
    case("c/one", BROKEN, "redirect-loop", _refresh("/c/two", "<p>正在跳转……</p>")),
    case("c/two", BROKEN, "redirect-loop", _refresh("/c/three", "<p>请稍候</p>", 1)),
    case("c/three", BROKEN, "redirect-loop",
         a.page("", "<p>正在转向</p><script>location.href='/c/one'</script>", bare=True)),
    case("c/itself", BROKEN, "redirect-loop", _refresh("/c/itself", "<p>正在跳转，请稍候</p>")),
    case("c/waiting-list", OK, "", _refresh("/c/waiting-list", "<p>当前办理到第三十五号，请到二号窗口。</p>", 5)),
    case("c/board", OK, "", _refresh("/c/board-2", a.ARTICLE * 2, 5)),
    case("c/board-2", OK, "", _refresh("/c/board", a.ARTICLE * 2, 5)),
    case("h/refresh", OK, "", a.answer(b"", Refresh="0; url='/good'"), TITLE),
    case("h/refresh-gone", BROKEN, "gone", a.answer(b"", Refresh="1;URL=../gone")),
    case("h/refresh-home", SUSPECT, "redirect-home", a.answer(b"", Refresh="0;url=/")),
    case("h/refresh-itself", BROKEN, "redirect-loop", a.answer(b"", Refresh="0;url=/h/refresh-itself")),
    case("h/refresh-late", OK, "", a.article(TITLE, a.ARTICLE, Refresh="600;url=/"), TITLE),
    case("h/refresh-only", OK, "", a.article(TITLE, Refresh="5"), TITLE),
)  # fmt: skip

SLOPPY = (
    case("s/comma", OK, "", a.raw(_lengths("{n}, {n}")), TITLE),
    case("s/twice", OK, "", TWICE, TITLE),
    case("s/twice-gbk", OK, "",
         a.raw(_lengths("{n}", "{n}", body=a.encoded(TITLE, "gb18030", "", "gbk").partition(b"\r\n\r\n")[2])), TITLE),
    Case("s/tls", "{tls-good}/twice", OK, "", None, TITLE),
    case("s/two-lengths", BROKEN, "bad-answer", a.raw(_lengths("{n}", "7"))),
    case("s/twice-short", BROKEN, "truncated-page", a.raw(_lengths("{n}9", "{n}9"))),
    case("s/no-colon", OK, "", a.raw(_lengths("{n}", more="X-Powered-By\r\n")), TITLE),
    case("s/twice-gone", BROKEN, "gone",
         a.raw(_lengths("{n}", "{n}").replace(b"200 OK", b"404 Not Found"))),
    case("s/twice-moved", OK, "",
         a.raw(_lengths("{n}", "{n}", more="Location: /good\r\n", body=b"x").replace(b"200 OK", b"302 Found")), TITLE),
)  # fmt: skip

WAITING = (
    case("w/spinner", SUSPECT, "needs-script",
         _site(_SITE, '<div id=list><img src="l.gif">数据加载中…</div><script src="/a.js"></script>')),
    case("w/english", SUSPECT, "needs-script", _site(f"政策文件库_{_SITE}", "<div>Loading...</div><script>go()</script>")),
    case("w/please", SUSPECT, "needs-script", _site(_SITE, "<h1>示例市司法局</h1>页面加载中，请稍等<script>go()</script>")),
    case("w/video", OK, "", _site(f"普法短片_{_SITE}", "<video src=a.mp4></video><p>加载中</p><script>go()</script>")),
    case("w/counter", OK, "",
         _site(f"办公时间_{_SITE}", "<p>浏览次数：加载中</p><p>周一至周五，8:30—12:00。</p><script>go()</script>")),
)  # fmt: skip

CAUSES = (*TEMPLATES, *ABOUT, *CIRCLES, *SLOPPY, *WAITING)
