"""Faults for the self-test, each with the reason that must be found, and pages without one.

Written down without help of what looks for them. A new reason needs a fault here; a test and
the self-test itself tell if there is none.
"""

from __future__ import annotations

from typing import NamedTuple

from disclosure.audit.observe.fetch.loopback import Said

_TITLE = "关于公开行政执法信息的通知"
_TEXT = "<p>各科室应当在规定的期限内，把应当公开的信息送办公室汇总，并对内容的准确性负责。</p>" * 6
_PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n{link}\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer<</Size 1/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


class Planted(NamedTuple):
    """An address, what the server says there, and the reason to find; empty where all is well."""

    code: str
    written: str
    """`{main}` and the other names stand for the hosts."""
    said: Said | None = None
    expect: str = ""

    @property
    def path(self) -> str:
        """Its path on the main host."""
        return self.written.removeprefix("{main}").partition("#")[0]


def _answer(
    body: str | bytes,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    more: str = "",
) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n{more}\r\n"
    return head.encode() + data


def _page(title: str, body: str, status: str = "200 OK", head: str = "", more: str = "") -> bytes:
    html = f"<!doctype html><title>{title}</title>{head}<body>{body}</body>"
    return _answer(html, status, more=more)


def _article(title: str = _TITLE, more: str = "", head: str = "") -> bytes:
    return _page(f"{title}_示例单位", f"<h1>{title}</h1>{_TEXT}{more}", head=head)


def _to(target: str) -> bytes:
    return _answer("", "302 Found", more=f"Location: {target}\r\n")


def _file(data: bytes, kind: str) -> bytes:
    return _answer(data, kind=kind)


GOOD = _article()


def _at(code: str, said: Said, expect: str = "", suffix: str = "") -> Planted:
    return Planted(code, f"{{main}}/planted/{code}{suffix}", said, expect)


FAULTS = (
    Planted("no-host", "http://planted.invalid/"),
    Planted("no-connection", "http://127.0.0.1:{free}/"),
    Planted("tls-failed", "https://127.0.0.1:{main_port}/"),
    _at("timeout", 8.0),
    _at("bad-answer", b"SSH-2.0-planted\r\n\r\n"),
    _at("gone", _page("404", "", "404 Not Found")),
    _at("client-error", _page("400", "", "400 Bad Request")),
    _at("server-error", _page("500", "", "500 Internal Server Error")),
    _at("redirect-loop", _to("/planted/redirect-loop")),
    _at("dead-frame", _page("示例单位", '<iframe src="/planted/gone"></iframe>')),
    _at("guarded", _page("403", "", "403 Forbidden")),
    _at("challenge", _page("安全验证", "<p>请拖动滑块完成验证</p>")),
    _at("rate-limited", _answer("", "429 Too Many Requests", more="Retry-After: 3600\r\n")),
    _at("login", _answer("", "401 Unauthorized", more="WWW-Authenticate: Basic\r\n")),
    _at("soft-404", _page("示例单位", "<p>您访问的页面不存在或已被删除。</p>")),
    _at("placeholder", _page("网站建设中", "<p>敬请期待</p>")),
    _at("hijacked", _article("澳门新葡京娱乐城官网-注册送开户")),
    _at("redirect-home", _to("/")),
    _at("redirect-error", _to("/error.html")),
    _at("drift", GOOD, "关于领取证件的启事"),
    _at("expect-unread", _file(_OLE, "application/msword"), _TITLE, ".doc"),
    _at("needs-script", _page("示例单位", '<div id="app"></div><script src="/a.js"></script>')),
    _at("unread", _answer(b"\x1b\x03", more="Content-Encoding: br\r\n")),
    _at("mislabelled", _file(_PDF, "text/plain"), suffix=".pdf"),
    Planted("dead-inside", "{main}/planted/dead-inside.pdf"),
    Planted("robots-disallow", "{robots}/denied/a.html"),
    *(Planted(f"tls-{one}", f"{{tls-{one}}}/")
      for one in ("expired", "wrong-host", "self-signed", "incomplete", "weak")),
    # Of those that are found on our own pages as well
    Planted("leak", "file:///D:/planted.doc"),
    Planted("malformed", "http:///planted"),
    Planted("contact-syntax", "mailto:planted#example"),
    Planted("odd-form", "{main}\\good"),
    _at("dead-fragment", GOOD, suffix="#none"),
    _at("empty-page", _answer("")),
    _at("truncated-page", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>"),
    _at("wrong-type", GOOD, suffix=".pdf"),
    _at("damaged-file", _file(b"%PDF-1.4\n1 0 obj", "application/pdf"), suffix=".pdf"),
    _at("noindex", _article(head='<meta name="robots" content="noindex">')),
    _at("canonical", _article(head='<link rel="canonical" href="/planted/gone">')),
)  # fmt: skip

WELL = (
    Planted("", "{main}/good", GOOD, _TITLE),
    Planted("", "{main}/", _page("示例单位", f"<h1>要闻</h1>{_TEXT}")),
    Planted("", "{main}/moved", _to("/good"), "行政执法"),
    Planted("", "{main}/good.pdf", _file(_PDF, "application/pdf")),
    Planted("", "{main}/about", _article("网站出现“页面不存在”怎么办", "<p>页面不存在，404。</p>")),
    Planted("", "{main}/good#top"),
    Planted("", "{robots}/open/a.html"),
    Planted("", "{good}/"),
    Planted("", "mailto:office@planted.example"),
)


def paths() -> dict[str, Said]:
    """What the main host says."""
    named = {one.path: one.said for one in (*FAULTS, *WELL) if one.said is not None}
    return {**named, "/error.html": _page("示例单位", _TEXT)}


def robots() -> dict[str, Said]:
    """A host that keeps engines away from a part of it."""
    rules = _answer("User-agent: *\nDisallow: /denied/\n", kind="text/plain")
    return {"/robots.txt": rules, "/denied/a.html": GOOD, "/open/a.html": GOOD}


def pdf_with(link: str) -> bytes:
    """A PDF whose only link leads there."""
    annotation = f"<</Subtype/Link/A<</S/URI/URI({link})>>>>".encode()
    return _file(_PDF.replace(b"{link}", annotation), "application/pdf")
