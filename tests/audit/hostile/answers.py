"""Answers to script servers with: pages, files, redirects, and misbehaviour."""

from __future__ import annotations

import asyncio
import gzip
import io
import socket
import struct
import zipfile
import zlib

from hostile.server import Act, Call

PARAGRAPH = "<p>各科室应当按照方案要求，逐项上报材料，并对材料的真实性、完整性、准确性负责，不得弄虚作假。</p>"
ARTICLE = PARAGRAPH * 6
NAV = "<nav>" + "".join(f'<a href="/c{n}/">栏目{n}</a>' for n in range(8)) + "</nav>"
FOOT = "<footer>主办单位：示例市司法局 版权所有</footer>"


def answer(
    body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape") + body


def html(title: str, main: str, head: str = "", bare: bool = False) -> str:
    body = main if bare else f"{NAV}<main>{main}</main>{FOOT}"
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def page(
    title: str,
    main: str,
    head: str = "",
    status: str = "200 OK",
    bare: bool = False,
    **headers: str,
) -> bytes:
    return answer(html(title, main, head, bare).encode(), status, **headers)


def article(title: str, more: str = "", head: str = "", **headers: str) -> bytes:
    """A true page."""
    return page(f"{title}_示例市司法局", f"<h1>{title}</h1>{ARTICLE}{more}", head, **headers)


def encoded(title: str, encoding: str, declared: str = "", meta: str = "") -> bytes:
    """A true page in another encoding."""
    text = html(title, f"<h1>{title}</h1>{ARTICLE}")
    text = text.replace('<meta charset="utf-8">', f'<meta charset="{meta}">' if meta else "")
    kind = "text/html" + (f"; charset={declared}" if declared else "")
    return answer(text.encode(encoding), kind=kind)


def to(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=location)


def pdf(link: str = "") -> bytes:
    annotation = f"<</Subtype/Link/A<</S/URI/URI({link})>>>>".encode() if link else b""
    body = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + annotation + b"\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R>>\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def pdf_with_packed_link(link: str) -> bytes:
    """The link stands in a compressed object stream, as most programs write it."""
    packed = zlib.compress(f"1 0 <</Subtype/Link/A<</S/URI/URI({link})>>>>".encode())
    head = b"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(
        packed
    )
    return pdf().replace(b"xref\n0", head + packed + b"\nendstream\nendobj\nxref\n0")


def docx(text: str = "关于开展执法检查的通知") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in text)
        archive.writestr("word/document.xml", f"<w:document><w:p>{runs}</w:p></w:document>" * 40)
    return buffer.getvalue()


def file(body: bytes, kind: str, **headers: str) -> bytes:
    return answer(body, kind=kind, **headers)


def zipped(body: bytes) -> bytes:
    return answer(gzip.compress(body), Content_Encoding="gzip")


BOMB = answer(gzip.compress(b"<p>" + b"0" * 40_000_000), Content_Encoding="gzip")


def in_turn(*answers: bytes) -> Act:
    """One answer after the other; the last one from then on."""

    async def act(call: Call) -> None:
        await call.send(answers[min(call.number, len(answers)) - 1])

    return act


def late(seconds: float, then: bytes) -> Act:
    async def act(call: Call) -> None:
        await asyncio.sleep(seconds)
        await call.send(then)

    return act


def drip(seconds: float) -> Act:
    """A byte now and then."""

    async def act(call: Call) -> None:
        await call.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"
        )
        for _ in range(int(seconds / 0.2)):
            await call.send(b"<")
            await asyncio.sleep(0.2)

    return act


async def endless(call: Call) -> None:
    await call.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    for _ in range(400):
        await call.send(b"0123456789abcdef" * 4096)


async def nothing(call: Call) -> None:
    """Hangs up without a word."""


async def reset(call: Call) -> None:
    """A connection reset instead of an answer."""
    sock: socket.socket = call.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    call.writer.transport.abort()


def reset_first(then: bytes) -> Act:
    async def act(call: Call) -> None:
        await (reset(call) if call.number == 1 else call.send(then))

    return act


def raw(data: bytes) -> Act:
    """Bytes as they are, then the end."""

    async def act(call: Call) -> None:
        await call.send(data)

    return act


def with_cookie(name: str, then: bytes, otherwise: bytes) -> Act:
    async def act(call: Call) -> None:
        await call.send(then if name in call.headers.get("cookie", "") else otherwise)

    return act


def echo(template: str) -> Act:
    """A page that repeats the address, whatever it is."""

    async def act(call: Call) -> None:
        await call.send(page("示例市司法局", template.format(call.target)))

    return act
