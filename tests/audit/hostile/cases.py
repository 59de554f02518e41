"""Every address of the hostile server, with the truth beside it.

A case is written as the list has it; `{main}`, `{soft}` … stand for the hosts. The reason is
empty for addresses that are well; about four in ten are, though they look ill.
"""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from hostile import answers as a
from hostile.case import BLOCKED, BROKEN, GOOD, OK, SUSPECT, TITLE, Case, case
from hostile.causes import CAUSES

SOFT = a.page("示例市司法局", "<p>本站内容调整，请从导航查找。</p>")
LONG = "%E6%96%87" * 450
GBK = quote("通知".encode("gb18030"))
EMPTY_FILE = a.file(b"", "application/pdf")

PLAIN = (
    case("good", OK, "", GOOD),
    case("good-number", OK, "", a.article(TITLE, "<p>示司〔２０２０〕５０号</p>"), "示司[2020]50号"),
    case("good-words", OK, "", GOOD, "材料 真实性"),
    case("drift", SUSPECT, "drift", a.article("关于领取体检报告的通知"), TITLE),
    case("drift-number", SUSPECT, "drift", a.article(TITLE, "<p>示司〔2020〕150号</p>"), "50号"),
    case("hash", OK, "", GOOD, hashlib.sha256(GOOD.partition(b"\r\n\r\n")[2]).hexdigest()),
    case("hash-other", SUSPECT, "drift", GOOD, "0" * 64),
    case("gone", BROKEN, "gone", a.page("404", "没有", status="404 Not Found")),
    case("gone-410", BROKEN, "gone", a.page("Gone", "没有", status="410 Gone")),
    case("bad-request", BROKEN, "client-error", a.page("400", "x", status="400 Bad Request")),
    case("broken-500", BROKEN, "server-error", a.page("500", "x", status="500 Oops")),
    case("busy-then-good", OK, "", a.in_turn(a.answer(b"", "503 Busy", Retry_After="1"), GOOD)),
    case("reset-then-good", OK, "", a.reset_first(GOOD)),
    case("reset", BROKEN, "no-connection", a.reset),
    case("silence", BROKEN, "no-connection", a.nothing),
    case("late", OK, "", a.late(1.0, GOOD)),
    case("too-late", BROKEN, "timeout", a.late(4.5, GOOD)),
    case("drip", BROKEN, "timeout", a.drip(4.5)),
    case("endless", SUSPECT, "unread", a.endless),
    case("bomb", SUSPECT, "unread", a.BOMB),
    case("zipped", OK, "", a.zipped(a.html(TITLE, a.ARTICLE).encode())),
    case("not-zipped", BROKEN, "bad-answer", a.page(TITLE, a.ARTICLE, Content_Encoding="gzip")),
    case("garbage", BROKEN, "bad-answer", a.raw(b"SSH-2.0-OpenSSH_8.0\r\n")),
    case("short-length", BROKEN, "truncated-page",
         a.raw(GOOD.replace(b"Content-Length: ", b"Content-Length: 9"))),
    case("http-1-0", OK, "", a.raw(b"HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n"
                                   + a.html(TITLE, a.ARTICLE).encode())),
    case("empty", BROKEN, "empty-page", a.answer(b"")),
    case("nothing-to-see", BROKEN, "empty-page", a.page("", "<p> </p>", bare=True)),
    case("only-picture", OK, "", a.page("流程图", '<img src="/a.png" alt="">', bare=True)),
    case("only-script", SUSPECT, "needs-script",
         a.page("示例市司法局", '<div id="app"></div><script src="/app.js"></script>', bare=True)),
    case("loading", SUSPECT, "needs-script",
         a.page("示例市司法局", '<div id="app">正在加载…</div><script>go()</script>', bare=True)),
    case("short-but-true", OK, "", a.page("办公时间", "<p>周一至周五，8:30—12:00。</p>")),
)  # fmt: skip

SAID = (
    case("soft-title", SUSPECT, "soft-404", a.page("页面不存在-示例市司法局", "<p>请返回首页</p>")),
    case("soft-text", SUSPECT, "soft-404", a.page("示例市司法局", "<p>抱歉，您访问的页面不存在或已被删除！</p>")),
    case("soft-english", SUSPECT, "soft-404", a.page("Portal", "<p>The page you requested was not found.</p>")),
    case("soft-gbk", SUSPECT, "soft-404",
         a.answer("<title>错误提示</title><p>该信息不存在或已删除</p>".encode("gbk"), kind="text/html")),
    case("soft-plain", SUSPECT, "soft-404", a.answer(b"Not Found", kind="text/plain")),
    case("stack-trace", SUSPECT, "soft-404",
         a.page("", "<pre>java.lang.NullPointerException\n at a.b.C(D.java:1)</pre>", bare=True)),
    case("asp-net", SUSPECT, "soft-404", a.page("运行时错误", "<h1>Server Error in '/' Application.</h1>")),
    case("about-404", OK, "", a.page("网站404页面不存在怎么办", f"<p>页面不存在，404。</p>{a.ARTICLE}")),
    case("notice-on-404", OK, "",
         a.page("关于部分页面不存在问题的说明", "<p>近期有群众反映，本站部分页面不存在。经查系改版所致，现已全部恢复，特此说明。</p>")),
    case("building", SUSPECT, "placeholder", a.page("网站建设中", "<p>敬请期待</p>", bare=True)),
    case("maintenance", SUSPECT, "placeholder", a.page("系统维护", "<p>系统正在维护升级，请稍后访问。</p>", bare=True)),
    case("about-maintenance", OK, "",
         a.page("关于系统维护暂停服务的公告", "<p>因系统升级维护，11月22日22时至24时暂停服务，敬请谅解。</p>")),
    case("nginx", SUSPECT, "placeholder", a.page("Welcome to nginx!", "<h1>Welcome to nginx!</h1>", bare=True)),
    case("for-sale", SUSPECT, "placeholder", a.page("example.com 域名出售", "<p>联系我们</p>", bare=True)),
    case("hijacked", SUSPECT, "hijacked", a.page("澳门新葡京娱乐城官网-注册送开户", a.ARTICLE)),
    case("against-gambling", OK, "", a.page("严厉打击网络博彩专项行动动员会召开", a.ARTICLE)),
    case("forbidden", BLOCKED, "guarded", a.page("403", "x", status="403 Forbidden")),
    case("precondition", BLOCKED, "challenge", a.page("", "<script>$_ts={}</script>", status="412 Precondition Failed")),
    case("jsl", BLOCKED, "challenge",
         a.page("", "<script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script>",
                status="521 x")),
    case("cloudflare", BLOCKED, "challenge", a.page("Just a moment...", "<p>Checking your browser</p>",
                                                    status="503 Service Unavailable")),
    case("waf-200", BLOCKED, "guarded",
         a.page("访问被拦截", "<p>您的请求存在风险，已被网站防火墙拦截。</p>", bare=True)),
    case("slider-200", BLOCKED, "challenge", a.page("安全验证", "<p>请拖动滑块完成验证</p>", bare=True)),
    case("aliyun", BLOCKED, "challenge", a.page("", "<script>var arg1='A';acw_sc__v2()</script>", bare=True)),
    case("limited", BLOCKED, "rate-limited", a.answer(b"", "429 Too Many", Retry_After="3600")),
    case("unauthorized", BLOCKED, "login", a.answer(b"", "401 Unauthorized", WWW_Authenticate="Basic")),
    case("login-page", BLOCKED, "login",
         a.page("统一身份认证", '<form><input name=u><input type="password"></form>', bare=True)),
    case("login-box-beside", OK, "", a.article(TITLE, '<form>登录<input type="password"></form>')),
    case("about-waf", OK, "", a.page("网站防火墙如何拦截攻击", f"<p>请求被拦截的原因</p>{a.ARTICLE}")),
)  # fmt: skip

LED = (
    case("moved", OK, "", a.to("/good", "301 Moved Permanently")),
    case("to-login", BLOCKED, "login", a.to("/sso/login?service=x")),
    case("to-home", SUSPECT, "redirect-home", a.to("/")),
    case("to-home-by-script", SUSPECT, "redirect-home",
         a.page("", "<script>window.location.href='/index.html';</script>", bare=True)),
    case("to-error", SUSPECT, "redirect-error", a.to("/common/404.html")),
    case("to-gone", BROKEN, "gone", a.to("/gone")),
    case("home-with-query", OK, "", a.article(TITLE)),
    case("refresh", OK, "", a.page("", "正在跳转", '<meta http-equiv="refresh" content="0;url=/good">', bare=True)),
    case("refresh-to-gone", BROKEN, "gone", a.page("", "", '<meta http-equiv=refresh content="1; URL=gone">', bare=True)),
    case("soft-with-refresh", SUSPECT, "soft-404",
         a.page("提示", "<p>您访问的页面不存在，3秒后自动跳转</p>", '<meta http-equiv=refresh content="3;url=/good">', bare=True)),
    case("script", OK, "", a.page("", "<script>location.replace('/good')</script>", bare=True)),
    case("script-unused", OK, "",
         a.page("咨询电话", "<p>工作日可拨打窗口电话。</p><script>function go(){location.href='/gone'}</script>")),
    case("loop", BROKEN, "redirect-loop", a.to("/loop-2")),
    case("loop-to-itself", BROKEN, "redirect-loop", a.to("/loop-to-itself")),
    case("long-chain", BROKEN, "redirect-loop", a.to("/chain/0")),
    case("no-location", BROKEN, "bad-answer", a.answer(b"", "302 Found")),
    case("gbk-location", OK, "", a.to(b"/\xcd\xa8\xd6\xaa".decode("utf-8", "surrogateescape"))),
    case("cookie", OK, "", a.with_cookie("seen=1", GOOD, a.answer(b"", "302 Found", Location="/cookie", Set_Cookie="seen=1; Path=/"))),
    case("frames", OK, "", a.page("司法局", "<iframe src='/good'></iframe>", bare=True), TITLE),
    case("dead-frame", BROKEN, "dead-frame", a.page("司法局", "<iframe src='/gone'></iframe>", bare=True)),
)  # fmt: skip

FORMS = (
    case("通知/raw", OK, "", None),
    case("gbk-path", OK, "", None, "", ""),
    case("a b/space", OK, "", None),
    case("good", OK, "", GOOD, suffix="#top"),
    case("good", OK, "", GOOD, suffix="#:~:text=x"),
    case("anchors", OK, "", a.article(TITLE, '<h2 id="第一章">一</h2><a name="old"></a>'), suffix="#第一章"),
    case("anchors", OK, "", None, suffix="#%E7%AC%AC%E4%B8%80%E7%AB%A0"),
    case("anchors", OK, "", None, suffix="#old"),
    case("anchors", OK, "", None, suffix="#/route"),
    case("anchors", BROKEN, "dead-fragment", None, suffix="#none"),
    case("Case", OK, "", GOOD),
    case("case", BROKEN, "gone", None),
    case(LONG, OK, "", GOOD),
    Case("backslash", "{main}\\good", SUSPECT, "odd-form"),
    Case("newline", "{main}/go\nod", SUSPECT, "odd-form"),
    Case("dots", "{main}/x/../good", OK),
    Case("no-scheme", "www.example.gov.cn/a.html", BROKEN, "malformed"),
    Case("no-host", "http:///a.html", BROKEN, "malformed"),
    Case("relative", "/zwgk/a.html", BROKEN, "malformed"),
    Case("file", "file:///D:/a.doc", BROKEN, "leak"),
    Case("javascript", "javascript:void(0)", BROKEN, "leak"),
    Case("mail", "mailto:office@example.gov.cn", OK),
    Case("mail-wrong", "mailto:office#example", BROKEN, "contact-syntax"),
    Case("phone", "tel:12348", OK),
    Case("phone-wrong", "tel:电话", BROKEN, "contact-syntax"),
    Case("unknown-host", "http://no-such-host.invalid/a", BROKEN, "no-host"),
    Case("closed-port", "http://127.0.0.1:1/a", BROKEN, "no-connection"),
    Case("plain-behind-https", "https://127.0.0.1:{main_port}/good", BROKEN, "tls-failed"),
    case("gbk", OK, "", a.encoded(TITLE, "gb18030"), TITLE),
    case("gbk-meta", OK, "", a.encoded(TITLE, "gb18030", "", "gb2312"), TITLE),
    case("gbk-said-utf-8", OK, "", a.encoded(TITLE, "gb18030", "utf-8", "gbk"), TITLE),
    case("utf-8-said-gbk", OK, "", a.encoded(TITLE, "utf-8", "gbk"), TITLE),
    case("utf-8-said-latin", OK, "", a.encoded(TITLE, "utf-8", "iso-8859-1"), TITLE),
    case("utf-16", OK, "", a.encoded(TITLE, "utf-16"), TITLE),
    case("big5", OK, "",
         a.answer(("<title>關於公告</title><p>" + "關於印發行政執法方案的通知。" * 9).encode("big5"), kind="text/html; charset=big5"),
         "關於印發行政執法方案"),
)  # fmt: skip

FILES = (
    case("f/good.pdf", OK, "", a.file(a.pdf(), "application/pdf")),
    case("f/stream.pdf", OK, "", a.file(a.pdf(), "application/octet-stream")),
    case("f/error.pdf", BROKEN, "wrong-type", a.page("页面不存在", "<p>页面不存在</p>")),
    case("f/secret.pdf", BLOCKED, "login", a.page("用户登录", "<input type=password>", bare=True)),
    case("f/cut.pdf", BROKEN, "damaged-file", a.file(a.pdf()[:60], "application/pdf")),
    case("f/short.pdf", BROKEN, "damaged-file",
         a.raw(a.file(a.pdf(), "application/pdf").replace(b"Length: ", b"Length: 9"))),
    case("f/empty.pdf", BROKEN, "empty-page", EMPTY_FILE),
    case("f/labelled.pdf", SUSPECT, "mislabelled", a.file(a.pdf(), "text/html")),
    case("f/dead-link.pdf", SUSPECT, "dead-inside", None),
    case("f/packed-link.pdf", SUSPECT, "dead-inside", None),
    case("f/live-link.pdf", OK, "", None),
    case("f/good.docx", OK, "", a.file(a.docx(), "application/msword"), "开展执法检查"),
    case("f/other.docx", SUSPECT, "drift", a.file(a.docx("工资表"), "application/msword"), "执法检查"),
    case("f/cut.docx", BROKEN, "damaged-file", a.file(a.docx()[:200], "application/msword")),
    case("f/old.doc", OK, "", a.file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/msword")),
    case("f/scan.pdf", SUSPECT, "expect-unread", a.file(a.pdf("x"), "application/pdf"), TITLE),
    case("download?id=5", OK, "", a.file(a.pdf(), "application/octet-stream", Content_Disposition='attachment; filename="a.pdf"')),
    case("download?id=6", BROKEN, "wrong-type",
         a.answer("<p>文件不存在</p>".encode(), Content_Disposition='attachment; filename="a.pdf"')),
)  # fmt: skip

ENGINES = (
    case("noindex", SUSPECT, "noindex", a.article(TITLE, head='<meta name="robots" content="noindex,follow">')),
    case("noindex-header", SUSPECT, "noindex", a.article(TITLE, X_Robots_Tag="noindex")),
    case("canonical-self", OK, "", a.article(TITLE, head='<link rel="canonical" href="/canonical-self">')),
    case("canonical-gone", SUSPECT, "canonical", a.article(TITLE, head='<link rel="canonical" href="/gone">')),
    case("canonical-home", SUSPECT, "canonical", a.article(TITLE, head='<link rel="canonical" href="/">')),
    case("canonical-twin", OK, "", a.article(TITLE, head='<link rel="canonical" href="/good">')),
    Case("robots-denied", "{robots}/denied/a.html", SUSPECT, "robots-disallow"),
    Case("robots-other-agent", "{robots}/fine/a.html", OK),
)  # fmt: skip

HOSTS = (
    Case("as-any-address", "{soft}/2020/notice.html", SUSPECT, "soft-404"),
    Case("not-as-any-address", "{soft}/true.html", OK),
    Case("soft-home", "{soft}/", OK),
    Case("echo", "{echo}/a/b.html", SUSPECT, "soft-404"),
    Case("to-portal-home", "{portal}/a.html", SUSPECT, "redirect-home"),
    Case("portal-home-itself", "{portal}/", OK),
    Case("all-to-search", "{sink}/a.html", SUSPECT, "redirect-error"),
    Case("true-beside-sink", "{sink}/true.html", OK),
    Case("tls-good", "{tls-good}/", OK),
    Case("tls-expired", "{tls-expired}/", SUSPECT, "tls-expired"),
    Case("tls-wrong-host", "{tls-wrong-host}/", SUSPECT, "tls-wrong-host"),
    Case("tls-self-signed", "{tls-self-signed}/", SUSPECT, "tls-self-signed"),
    Case("tls-incomplete", "{tls-incomplete}/", SUSPECT, "tls-incomplete"),
    Case("tls-weak", "{tls-weak}/", SUSPECT, "tls-weak"),
    Case("tls-expired-and-gone", "{tls-gone}/a", BROKEN, "gone"),
)

CASES = (*PLAIN, *SAID, *LED, *FORMS, *FILES, *ENGINES, *HOSTS, *CAUSES)
