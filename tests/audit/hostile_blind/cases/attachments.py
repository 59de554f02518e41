"""Attachments: what the name promises, what the server declares, what the bytes are."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import BLOCKED, BROKEN, OK, SUSPECT, Case
from ..certificates import Authority
from ..files import docx, flipped, ofd, ole, pdf, png, xlsx
from ..reply import HTML, file, raw, reply
from ..texts import LOGIN, NOT_FOUND, PLAN, article, page
from ..world import Site, World

_PDF = "application/pdf"
_GBK_NAME = 'Content-Disposition: attachment; filename="工作方案.pdf"'


def cases(world: World, authority: Authority) -> Iterator[Case]:
    site = world.site()
    yield from _true(site)
    yield from _spoilt(site)
    yield from _with_links(site)


def _true(site: Site) -> Iterator[Case]:
    data = pdf()
    files = {
        "plan.pdf": (data, _PDF, "PDF"),
        "octet.pdf": (data, "application/octet-stream", "PDF，类型是通用的二进制"),
        "odd.pdf": (data, "application/x-msdownload", "PDF，类型不常见"),
        "typeless.pdf": (data, "", "PDF，没有类型"),
        "junk-before.pdf": (b"\r\n\r\n" + data, _PDF, "PDF 前面多了空行，阅读器认得"),
        "junk-after.pdf": (data + b"\r\n" * 300, _PDF, "PDF 后面多了空行"),
        "UPPER.PDF": (data, _PDF, "扩展名大写"),
        "plan.docx": (docx(), "application/msword", "docx，类型写成了 doc"),
        "table.xlsx": (xlsx(), "application/octet-stream", "xlsx"),
        "old.doc": (ole(), "application/msword", "旧的 doc"),
        "old.xls": (ole("Workbook"), "application/vnd.ms-excel", "旧的 xls"),
        "wps.wps": (ole(), "application/octet-stream", "WPS 文字"),
        "paper.ofd": (ofd(), "application/octet-stream", "OFD 版式文件"),
        "pack.zip": (docx(), "application/zip", "zip"),
        "seal.png": (png(), "image/png", "图片"),
        "rich.doc": (
            rb"{\rtf1\ansi\ansicpg936 " + rb"\'b7\'bd\'b0\'b8 \par " * 50 + b"}",
            "application/msword",
            "doc 其实是 RTF，Word 打得开",
        ),
    }
    for name, (body, kind, cause) in files.items():
        yield Case(f"file-{name.lower()}", site.at(f"/files/{name}", file(body, kind)), OK, cause)
    # Declared as a page a browser shows the bytes as text: a person may be asked.
    url = site.at("/files/as-html.pdf", file(data, "text/html"))
    yield Case("file-declared-html", url, OK, "PDF 是好的，类型写成了网页", also=(SUSPECT,))
    url = site.at("/down.jsp?id=3", file(data, _PDF, [_GBK_NAME.encode().decode()]))
    yield Case("file-download-script", url, OK, "下载程序送出的 PDF，文件名是中文")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {_PDF}\r\nContent-Length: {len(data)}\r\n".encode()
    url = site.at("/down.jsp?id=4", raw(head + _GBK_NAME.encode("gbk") + b"\r\n\r\n" + data))
    yield Case("file-gbk-header", url, OK, "响应头里的文件名是没有编码的 GBK")
    url = site.at("/files/about.pdf.html", reply(article("PDF文件阅读说明")))
    yield Case("file-page-about-pdf", url, OK, "名字里有 .pdf 的网页")
    url = site.at("/show.pdf/", reply(article(PLAN)))
    yield Case("file-folder-named-pdf", url, OK, "名字像 PDF 的文件夹，里面是网页", also=(SUSPECT,))


def _spoilt(site: Site) -> Iterator[Case]:
    data = pdf("http://127.0.0.1:9/a") * 1
    error = page("提示", "<p>文件不存在或已被删除</p>")
    bad = {
        "error.pdf": (error.encode(), _PDF, "PDF 里其实是出错的网页", "wrong-type"),
        "error-html.pdf": (NOT_FOUND.encode(), HTML, "PDF 的网址给了网页，状态 200", "wrong-type"),
        "cut.pdf": (data[: len(data) // 2], _PDF, "PDF 断了一半", "damaged-file"),
        "empty.pdf": (b"", _PDF, "PDF 是空的", "damaged-file"),
        "zeros.pdf": (bytes(4096), _PDF, "PDF 全是零", "wrong-type"),
        "cut.docx": (docx()[:-300], "application/msword", "docx 断了", "damaged-file"),
        "crc.docx": (flipped(docx()), "application/msword", "docx 校验不过", "damaged-file"),
        "cut.zip": (docx()[:600], "application/zip", "zip 断了", "damaged-file"),
        "page.xlsx": (error.encode(), "application/octet-stream", "xlsx 是网页", "wrong-type"),
        "page.doc": (error.encode("gbk"), "application/msword", "doc 是出错的网页", "wrong-type"),
        "page.png": (error.encode(), "image/png", "图片其实是网页", "wrong-type"),
        "json.zip": (
            '{"code":500,"msg":"文件不存在"}'.encode(),
            "application/zip",
            "zip 其实是一句报错",
            "wrong-type",
        ),
    }
    for name, (body, kind, cause, reason) in bad.items():
        url = site.at(f"/bad/{name}", file(body, kind))
        yield Case(f"bad-{name}", url, BROKEN, cause, reasons=(reason, "damaged-file"))
    # A false promise of a page is a soft 404 as well.
    url = site.at("/bad/none.doc", reply(error))
    yield Case("bad-soft.doc", url, BROKEN, "doc 的网址给了“文件不存在”的网页", also=(SUSPECT,))
    url = site.at("/bad/login.doc", reply(LOGIN))
    cause = "doc 的网址给了登录页"
    yield Case("bad-login.doc", url, BLOCKED, cause, also=(BROKEN, SUSPECT))
    url = site.at("/down.jsp?id=9", file(error.encode(), "application/octet-stream", [_GBK_NAME]))
    yield Case("bad-download-script", url, BROKEN, "下载程序说是 PDF，给的是出错的网页")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {_PDF}\r\nContent-Length: {len(data)}\r\n\r\n"
    url = site.at("/bad/short.pdf", raw(head.encode() + data[:500]))
    yield Case("bad-length", url, BROKEN, "说有这么长，没有送完就断了")


def _with_links(site: Site) -> Iterator[Case]:
    alive = site.at("/annex.html", reply(article("附件说明")))
    dead = site.origin + "/annex-gone.html"
    for packed in (False, True):
        name = "packed" if packed else "plain"
        url = site.at(f"/links/{name}-good.pdf", file(pdf(alive, packed=packed), _PDF))
        yield Case(f"pdf-{name}-live-link", url, OK, "PDF 里的链接打得开")
        url = site.at(f"/links/{name}-dead.pdf", file(pdf(alive, dead, packed=packed), _PDF))
        yield Case(f"pdf-{name}-dead-link", url, SUSPECT, "PDF 里的链接打不开", also=(BROKEN,))
