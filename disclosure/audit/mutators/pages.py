"""Faults of pages: gone, emptied, mixed up, out of reach."""

from __future__ import annotations

import json
import re

from disclosure.audit.mutators.copy import Copy, Planted
from disclosure.audit.mutators.links import A

_MAIN = re.compile(rb"(<main\b[^>]*>)(.*)(</main>)", re.DOTALL)
_BODY = re.compile(rb"(<body\b[^>]*>)(.*)(</body>)", re.DOTALL)
_BETWEEN_TAGS = re.compile(rb">[^<]+<")
_REFRESH = re.compile(rb'<meta http-equiv="refresh"[^>]*>')
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def removed_page(copy: Copy) -> Planted:
    page = copy.page()
    (copy.root / page).unlink()
    return Planted("missing-page", page)


def wrong_title(copy: Copy) -> Planted:
    page = copy.page()
    title = f"<title>{copy.name()}</title>".encode()
    copy.write(page, re.sub(rb"<title>.*?</title>", title, copy.read(page), count=1, flags=re.S))
    return Planted("wrong-title", page)


def other_words(copy: Copy) -> Planted:
    """Every Chinese character of a page's content becomes another one."""
    page = copy.page()

    def veil(match: re.Match[bytes]) -> bytes:
        return _CHINESE.sub("某", match[0].decode("utf-8", "replace")).encode()

    def main(match: re.Match[bytes]) -> bytes:
        return match[1] + _BETWEEN_TAGS.sub(veil, match[2]) + match[3]

    data = copy.read(page)
    copy.write(page, (_MAIN if _MAIN.search(data) else _BODY).sub(main, data, count=1))
    return Planted("missing-words", page)


def emptied_page(copy: Copy) -> Planted:
    page = copy.page()
    data = copy.read(page)
    copy.write(page, (_MAIN if _MAIN.search(data) else _BODY).sub(rb"\1\3", data, count=1))
    return Planted("empty-page", page)


def scripted_page(copy: Copy) -> Planted:
    """What stood on the page is now written by a script."""
    page = copy.page()
    data = copy.read(page)

    def script(match: re.Match[bytes]) -> bytes:
        text = b"document.write(" + json.dumps(match[2].decode("utf-8", "replace")).encode() + b")"
        return match[1] + b"<script>" + text.replace(b"</", b"<\\/") + b"</script>" + match[3]

    copy.write(page, (_MAIN if _MAIN.search(data) else _BODY).sub(script, data, count=1))
    return Planted("empty-page", page)


def truncated_page(copy: Copy) -> Planted:
    page = copy.page()
    data = copy.read(page)
    copy.write(page, data[: len(data) * copy.chance.randrange(40, 90) // 100])
    return Planted("truncated-page", page)


def unlinked_page(copy: Copy) -> Planted:
    page = copy.leaf()
    _unlink(copy, [page])
    return Planted("orphan", page)


def far_page(copy: Copy) -> Planted:
    """A chain from home: each page is linked from the one before it only."""
    chain = [copy.leaf() for _ in range(4)]
    _unlink(copy, chain)
    for before, after in zip(["index.html", *chain], chain, strict=False):
        copy.insert(before, A.format(copy.address(after)))
    return Planted("too-far", chain[-1])


def _unlink(copy: Copy, pages: list[str]) -> None:
    """Take away every relative link to the pages, wherever it stands."""
    names = b"|".join(re.escape(page.split("/")[-2].encode()) for page in pages)
    links = re.compile(
        rb'(href|action|content)="(?!https?:)(?:[^"]*/)?(?:' + names + rb')/(?:[?#][^"]*)?"'
    )
    for path in copy.files:
        if path.endswith(".html") and (copy.root / path).exists():
            data = copy.read(path)
            less = links.sub(rb'\1="#"', data)
            if less != data:
                copy.write(path, less)


def repeated_anchor(copy: Copy) -> Planted:
    page, name = copy.page(), copy.name()
    copy.insert(page, f'<span id="{name}"></span><span id="{name}"></span>')
    return Planted("duplicate-id", page)


def wrong_canonical(copy: Copy) -> Planted | None:
    page = copy.page()
    data = copy.read(page)
    changed = re.sub(
        rb'(<link[^>]*rel="?canonical"?[^>]*href="?)[^"\s>]+',
        rb"\1" + f"{copy.origin}{copy.base}".encode(),
        data,
        count=1,
    )
    if changed == data:
        return None
    copy.write(page, changed)
    return Planted("canonical", page)


def forgotten_canonical(copy: Copy) -> Planted:
    page, place = copy.page_with(re.compile(rb'<link[^>]*rel="?canonical"?[^>]*>'))
    copy.replace(page, place, b"")
    return Planted("canonical", page)


def refused_page(copy: Copy) -> Planted:
    page = copy.page()
    mark = b'<meta name="robots" content="noindex"></head>'
    copy.write(page, copy.read(page).replace(b"</head>", mark, 1))
    return Planted("noindex", page)


def redirecting_page(copy: Copy) -> Planted:
    page, other = copy.page(), copy.other()
    mark = f'<meta http-equiv="refresh" content="0; url={copy.address(other)}"></head>'
    copy.write(page, copy.read(page).replace(b"</head>", mark.encode(), 1))
    return Planted("redirects-away", page)


def _refresh(copy: Copy, new: bytes) -> Planted | None:
    """Another refresh on a page that leads to where its contents are now."""
    for page in copy.departed:
        data = copy.read(page)
        if page not in copy.used and (found := _REFRESH.search(data)):
            copy.used.add(page)
            copy.write(page, data[: found.start()] + new + data[found.end() :])
            return Planted("moved-astray", page)
    return None


def stopped_redirect(copy: Copy) -> Planted | None:
    return _refresh(copy, b"")


def redirect_to_another_page(copy: Copy) -> Planted | None:
    other = copy.address(copy.other()).encode()
    return _refresh(copy, b'<meta http-equiv="refresh" content="0; url=%b">' % other)


def extra_page(copy: Copy) -> Planted:
    path = f"{copy.name()}/index.html"
    copy.write(path, copy.read(copy.chance.choice(copy.pages)))
    return Planted("stray", path)
