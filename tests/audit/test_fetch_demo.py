"""An audit of a demo bureau with 500 official addresses tells exactly what was planted there."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hostile import answers as a
from hostile.bureau import addressed, bureau
from hostile.case import BLOCKED, BROKEN, OK, SUSPECT
from hostile.certificates import contexts
from hostile.server import Host, Script, Servers

from disclosure.cli import main

Row = dict[str, Any]
SEED, ADDRESSES, HOSTS = 7, 500, 12
FAST = ("--rate", "0", "--timeout", "2.5", "--retries", "1")
MISSING = a.page("404", "", status="404 Not Found")
FRAME = a.page("示例市司法局", "<p>本站内容调整，请从导航查找。</p>")
SITE = "示例市司法局"


class Kind(NamedTuple):
    """What a server says at an address, given the title that should stand there."""

    verdict: str
    reason: str
    says: Callable[[str], Script | None]
    weight: int = 4
    suffix: str = ".html"
    host: str = ""
    """The one host that has this fault; else any of the ordinary ones."""


def said(script: Script | None) -> Callable[[str], Script | None]:
    """The same whatever the title."""
    return lambda title: script


def gbk(title: str) -> Script:
    return a.encoded(title, "gb18030", "", "gb2312")


KINDS = (
    Kind(OK, "", a.article, 60),
    Kind(OK, "", gbk, 25),
    Kind(OK, "", lambda t: a.late(0.3, a.article(t)), 10),
    Kind(OK, "", lambda t: a.reset_first(a.article(t))),
    Kind(OK, "", lambda t: a.in_turn(a.answer(b"", "503 Busy", Retry_After="1"), a.article(t)), 2),
    Kind(OK, "", lambda t: a.file(a.docx(t), "application/msword"), 6, ".docx"),
    Kind(OK, "", lambda t: a.article(t, "<p>有的页面不存在，已作说明。</p>"), 6),
    Kind(OK, "", lambda t: a.page(f"{t}_{SITE}", f"<h1>{t}</h1><p>系统维护中的，见公告。</p>"), 4),
    Kind(BROKEN, "gone", said(MISSING), 12),
    Kind(BROKEN, "gone", said(a.to("/nowhere.html"))),
    Kind(BROKEN, "server-error", said(a.page("500", "", status="500 Oops"))),
    Kind(BROKEN, "no-connection", said(a.reset), 2),
    Kind(BROKEN, "timeout", said(a.drip(3.5)), 1),
    Kind(BROKEN, "empty-page", said(a.answer(b""))),
    Kind(BROKEN, "redirect-loop", said(a.to("/loop.html"))),
    Kind(BROKEN, "wrong-type", said(a.page(SITE, a.ARTICLE)), 4, ".pdf"),
    Kind(BROKEN, "damaged-file", said(a.file(a.docx()[:200], "application/msword")), 4, ".docx"),
    Kind(BLOCKED, "guarded", said(a.page("403", "", status="403 Forbidden"))),
    Kind(BLOCKED, "challenge", said(a.page("安全验证", "<p>请拖动滑块完成验证</p>", bare=True))),
    Kind(BLOCKED, "login", said(a.to("/sso/login"))),
    Kind(SUSPECT, "soft-404", said(a.page(SITE, "<p>您访问的页面不存在或已被删除。</p>")), 8),
    Kind(SUSPECT, "placeholder", said(a.page("网站建设中", "<p>敬请期待</p>", bare=True))),
    Kind(SUSPECT, "redirect-home", said(a.to("/")), 8),
    Kind(SUSPECT, "drift", said(a.article("关于领取证件的启事")), 8),
    Kind(SUSPECT, "noindex", lambda t: a.article(t, head='<meta name="robots" content="none">')),
    Kind(SUSPECT, "canonical",
         lambda t: a.article(t, head='<link rel="canonical" href="/nowhere.html">')),
    Kind(SUSPECT, "needs-script", said(a.page(SITE, "<div id=a></div><script>go()</script>", bare=True))),
    Kind(SUSPECT, "expect-unread", said(a.file(a.pdf(), "application/pdf")), 4, ".pdf"),
    Kind(SUSPECT, "soft-404", said(None), host="frame"),
    Kind(OK, "", a.article, host="frame"),
    Kind(OK, "", a.article, host="tls-good"),
    *(Kind(SUSPECT, name, a.article, 2, host=name)
      for name in ("tls-expired", "tls-wrong-host", "tls-incomplete")),
    Kind(SUSPECT, "robots-disallow", a.article, host="robots"),
)  # fmt: skip


SHARED: Mapping[str, Script] = {
    "/": a.page(SITE, f"<h1>要闻</h1>{a.ARTICLE}"),
    "/loop.html": a.to("/loop-on.html"),
    "/loop-on.html": a.to("/loop.html"),
    "/sso/login": a.page(SITE, a.ARTICLE),
}
DENIAL = a.answer(b"User-agent: *\nDisallow: /\n", kind="text/plain")


@dataclass
class Planted:
    """The demo bureau, and the truth about each of its official addresses."""

    data: Path
    root: Path
    base: str
    """Of the bureau's own site."""
    rows: list[dict[str, str]]
    urls: Mapping[int, str]
    """Number of the row -> address."""
    truth: Mapping[str, tuple[str, str]]
    """Address -> verdict and reason."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("demo")
    root, tls = contexts(folder)
    hosts = {f"site-{n}": Host(dict(SHARED), MISSING) for n in range(HOSTS)}
    hosts["frame"] = Host({}, FRAME)
    hosts["robots"] = Host({"/robots.txt": DENIAL}, MISSING)
    hosts |= {name: Host({}, MISSING, context) for name, context in tls.items()}
    with Servers(hosts):
        items = folder / "data" / "items.csv"
        bureau(folder / "data", f"{hosts['site-0'].base}/", 560)
        rows = addressed(items, "url", {})
        urls, truth = plant(hosts, rows, random.Random(SEED))
        addressed(items, "url", urls)
        yield Planted(folder / "data", root, f"{hosts['site-0'].base}/", rows, urls, truth)


def plant(
    hosts: Mapping[str, Host], rows: Sequence[Mapping[str, str]], chance: random.Random
) -> tuple[dict[int, str], dict[str, tuple[str, str]]]:
    """Each kind at least once, the others by weight."""
    kinds = [*KINDS, *chance.choices(KINDS, [k.weight for k in KINDS], k=ADDRESSES - len(KINDS))]
    urls: dict[int, str] = {}
    truth: dict[str, tuple[str, str]] = {}
    for number, kind in zip(chance.sample(range(len(rows)), ADDRESSES), kinds, strict=True):
        host = hosts[kind.host or f"site-{chance.randrange(HOSTS)}"]
        path = f"/zwgk/{number}{kind.suffix}"
        if (script := kind.says(rows[number]["title"])) is not None:
            host.paths = {**host.paths, path: script}
        urls[number] = host.base + path
        truth[host.base + path] = (kind.verdict, kind.reason)
    return urls, truth


def audit(planted: Planted, folder: Path, *options: str) -> list[Row]:
    out = folder / "out.json"
    common = ["--report", str(folder / "report"), "--json", str(out), "--ca", str(planted.root)]
    code = main(["audit", "fetch", *options, *common, *FAST])
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["trusted"] and code in (1, 2) and data["pages"] == ADDRESSES
    found: list[Row] = data["results"]
    return found


def untrue(planted: Planted, rows: Sequence[Row]) -> list[str]:
    """Every row that does not tell what was planted."""
    return [
        f"{row['url']} {planted.truth[row['url']]} {row['reason']} {row['evidence']}"
        for row in rows
        if (row["verdict"], row["reason"]) != planted.truth[row["url"]]
    ]


def test_the_mix_is_what_it_claims(planted: Planted) -> None:
    verdicts = Counter(verdict for verdict, _ in planted.truth.values())
    assert len(planted.truth) == ADDRESSES and min(verdicts.values()) >= 15
    assert 0.4 <= verdicts[OK] / ADDRESSES <= 0.7


def test_the_data_of_a_demo_bureau(planted: Planted, tmp_path: Path) -> None:
    """Without a list: rows and departments of the data, and its titles as expectations."""
    rows = audit(planted, tmp_path, "--data", str(planted.data))
    assert not untrue(planted, rows)
    number = {url: n for n, url in planted.urls.items()}
    for row in rows:
        item = planted.rows[number[row["url"]]]
        assert row["parents"] == [f"items.csv:{number[row['url']] + 2}"]
        assert row["department"] == item["department"] or not item["department"]


def test_a_list_with_expectations(planted: Planted, tmp_path: Path) -> None:
    """The same addresses as a list, in any order."""
    names = tmp_path / "list.csv"
    lines = [(url, planted.rows[n]["title"]) for n, url in planted.urls.items()]
    random.Random(SEED).shuffle(lines)
    with names.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("url", "expect"), *lines))
    rows = audit(planted, tmp_path, "--list", str(names))
    assert not untrue(planted, rows)
    assert [row["url"] for row in rows] == [url for url, _ in lines]
