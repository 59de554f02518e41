"""The hosts that the cases live on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from hostile import answers as a
from hostile.case import GOOD, TITLE
from hostile.cases import CASES, GBK, SOFT
from hostile.causes import TWICE
from hostile.certificates import contexts
from hostile.server import Host, Script, Servers

_MISSING = a.page("404 Not Found", "<h1>404</h1>", status="404 Not Found")
_HOME = a.page("示例市司法局", f"<h1>要闻</h1>{a.ARTICLE}<p>通知公告</p>")


def _main() -> dict[str, Script]:
    paths: dict[str, Script] = {
        "/" + quote(case.name, safe="/%?="): case.script
        for case in CASES
        if case.script is not None
    }
    paths |= {f"/chain/{n}": a.to(f"/chain/{n + 1}") for n in range(30)}
    return paths | {
        "/": _HOME,
        "/index.html": _HOME,
        "/common/404.html": a.page("示例市司法局", a.ARTICLE),
        "/sso/login": a.page("示例市司法局", a.ARTICLE),
        "/loop-2": a.to("/loop"),
        "/" + quote("通知") + "/raw": GOOD,
        "/" + GBK: GOOD,
        "/gbk-path": GOOD,
        "/a%20b/space": GOOD,
    }


def hosts(folder: Path) -> tuple[dict[str, Host], Path]:
    """All hosts by name, and the file of the root certificate."""
    root, tls = contexts(folder)
    found = {
        "main": Host(_main(), _MISSING),
        "soft": Host({"/true.html": GOOD}, SOFT),
        "echo": Host({}, a.echo("<p>您要看的是 {} ，请从导航进入。</p>")),
        "sink": Host(
            {"/": _HOME, "/true.html": GOOD, "/search.html": a.page("检索", a.ARTICLE)},
            a.to("/search.html"),
        ),
        "portal": Host(
            {
                "/": a.to("/portal/"),
                "/portal/": a.page("示例门户", a.ARTICLE),
                "/a.html": a.to("/portal/"),
            },
            _MISSING,
        ),
        "robots": Host(
            {
                "/robots.txt": a.answer(
                    b"User-agent: *\nDisallow: /denied/\n\nUser-agent: AhrefsBot\nDisallow: /\n",
                    kind="text/plain",
                ),
                "/denied/a.html": GOOD,
                "/fine/a.html": GOOD,
            },
            _MISSING,
        ),
    }
    for name, context in tls.items():
        paths: dict[str, Script] = (
            {} if name == "tls-gone" else {"/": a.article(TITLE), "/twice": TWICE}
        )
        found[name] = Host(paths, _MISSING, context)
    return found, root


def complete(host: Host) -> None:
    """Scripts that must name their own port."""
    paths = dict(host.paths)
    for name, target, make in (
        ("dead-link", "gone", a.pdf),
        ("packed-link", "gone", a.pdf_with_packed_link),
        ("live-link", "good", a.pdf),
    ):
        paths[f"/f/{name}.pdf"] = a.file(make(f"{host.base}/{target}"), "application/pdf")
    home = f"{host.base}/"
    paths["/"] = _HOME
    paths["/absolute-home"] = a.to(home)
    host.paths = paths


@contextmanager
def world(folder: Path) -> Iterator[tuple[Mapping[str, Host], Path]]:
    """Everything running; hosts by name and the root certificate's file."""
    found, root = hosts(folder)
    with Servers(found):
        complete(found["main"])
        yield found, root


def written(text: str, found: Mapping[str, Host]) -> str:
    """A case's address with the hosts filled in."""
    text = text.replace("{main_port}", str(found["main"].port))
    for name, host in found.items():
        text = text.replace("{" + name + "}", host.base)
    return text
