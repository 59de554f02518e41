"""A small hand-made site below a path, with every sort of thing the audit looks at."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from disclosure.audit.target import Content, Identity, Sort, Target, Targets
from disclosure.cli import main

BASE = "https://small.example/column/"
ITEMS = 90
MOVED = 8
DAY = "2020-05-18"
IDENTITY = Identity("小网站", "small.example", "0000000000", dt.date(2020, 6, 30))


def pdf(text: str = "one") -> bytes:
    """A PDF with the right beginning, table and end."""
    body = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n% " + text.encode() + b"\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R>>\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document>正文</w:document>" * 50)
    return buffer.getvalue()


def page(address: str, title: str, body: str, head: str = "") -> str:
    up = "../" * address.count("/") or "./"
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="{BASE}{address}">'
        f'<link rel="stylesheet" href="{up}assets/site.css">{head}</head>'
        f'<body><nav><a href="{up}">首页</a></nav><main>{body}</main></body></html>\n'
    )


def head(address: str, title: str, published: str = "") -> str:
    """Tags and statement of a page: a content page if it has a day of publication."""
    tags = {"SiteName": "小网站", "SiteDomain": "small.example", "SiteIDCode": "0000000000"}
    tags |= {"description": f"这一页是{title}。", "ColumnType": "信息公开目录"}
    if published:
        tags |= {"ColumnName": "公开事项", "ArticleTitle": title, "ContentSource": "示例机关"}
        tags |= {"PubDate": f"{published} 00:00", "Url": BASE + address}
    else:
        tags |= {"ColumnName": title, "ColumnDescription": "栏目", "ColumnKeywords": "栏目,事项"}
    steps = [BASE, BASE + address] if address else []
    trail = [{"@type": "ListItem", "position": n, "item": step} for n, step in enumerate(steps, 1)]
    about = {"@type": "DigitalDocument" if published else "WebSite", "name": title}
    about |= {"url": BASE + address} | ({"datePublished": published} if published else {})
    graph: list[dict[str, Any]] = [{"@type": "GovernmentOrganization", "name": "示例机关"}, about]
    if trail:
        graph.append({"@type": "BreadcrumbList", "itemListElement": trail})
    statement = json.dumps({"@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    metas = "".join(f'<meta name="{name}" content="{text}">' for name, text in tags.items())
    return f'{metas}<script type="application/ld+json">{statement}</script>'


def content(title: str) -> Content:
    """What the head of an item's page must say."""
    day = dt.date.fromisoformat(DAY)
    return Content(frozenset({title}), frozenset({DAY}), frozenset({"示例机关"}), day)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
    return root


def departed(files: dict[str, str | bytes]) -> list[Target]:
    """Pages that only answer for an address: some lead on, one says why it is gone."""
    wanted = []
    for number in range(MOVED):
        address, to = f"items/moved-{number}/", f"items/item-{number:02d}/"
        refresh = f'<meta http-equiv="refresh" content="0; url=../item-{number:02d}/">'
        body = f'<h1 data-departed>旧事项</h1><p><a href="../item-{number:02d}/">新网址</a></p>'
        html = page(address, "旧事项", body, refresh)
        files[f"{address}index.html"] = html.replace(f"{BASE}{address}", f"{BASE}{to}")
        wanted.append(Target(Sort.PAGE, address, "旧事项", "已迁移", departed=True, to=to))
    title, address = "撤回的事项", "items/gone/"
    body = f"<h1 data-departed>{title}</h1><p>依法撤回。</p>"
    files[f"{address}index.html"] = page(address, title, body, head(address, title))
    return [*wanted, Target(Sort.PAGE, address, title, "已撤回", ("依法撤回",), departed=True)]


def small(root: Path) -> Targets:
    """Write the small site; returns what must be on it."""
    files: dict[str, str | bytes] = {"assets/site.css": "body{margin:0}"}
    wanted = [Target(Sort.PAGE, "", "首页", "首页", ("欢迎",), origin="bureau.yaml:1")]
    names = [f"item-{number:02d}" for number in range(ITEMS)]
    links = "".join(f'<li><a href="items/{name}/">事项{name}</a></li>' for name in names)
    files["index.html"] = page("", "首页", f"<h1>欢迎</h1><ul>{links}</ul>", head("", "首页"))
    for number, name in enumerate(names):
        body = (
            f'<h1>事项{name}</h1><ul><li><a href="#one">第一节</a></li></ul>'
            f'<h2 id="one">第一节</h2><p>这是事项{name}的正文，正文共有两段。</p><p>第二段。</p>'
        )
        if number < 9:
            suffix, data = (".pdf", pdf(name)) if number < 6 else (".docx", docx())
            path = f"files/{name}/paper{suffix}"
            files[path] = data
            body += f'<p><a href="../../{path}">附件</a></p>'
            sha256 = hashlib.sha256(data).hexdigest()
            wanted.append(Target(Sort.FILE, path, "附件", "附件", sha256=sha256))
        address, title = f"items/{name}/", f"事项{name}"
        published = DAY if number % 3 else ""  # every third is a column page
        files[f"{address}index.html"] = page(address, title, body, head(address, title, published))
        words = (f"事项{name}的正文",)
        origin = f"items.csv:{number + 2}"
        about = content(title) if published else None
        wanted.append(
            Target(Sort.PAGE, address, title, "公开事项", words, origin=origin, content=about)
        )
    wanted += departed(files)
    pages = [one.address for one in wanted if one.sort is Sort.PAGE and not one.departed]
    locations = "".join(
        f"<url><loc>{BASE}{one}</loc><lastmod>{DAY}</lastmod></url>\n" for one in pages
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    files["sitemap.xml"] = f'<?xml version="1.0"?><urlset xmlns="{space}">{locations}</urlset>'
    files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"
    files["404.html"] = page("404.html", "找不到", "<p>没有这个网页</p>").replace(
        'href="./', 'href="/column/'
    )
    wanted += [
        Target(Sort.FILE, name, name, "文件") for name in ("sitemap.xml", "robots.txt", "404.html")
    ]
    write(root, files)
    return Targets(tuple(wanted), IDENTITY)


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Targets]:
    """The small site and its targets."""
    root = tmp_path / "small"
    return root, small(root)


Rows = list[dict[str, Any]]


@pytest.fixture
def audit_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, Rows]]:
    """Write files, run `disclosure audit tree` on them; exit code and rows."""
    monkeypatch.chdir(tmp_path)

    def run(files: Mapping[str, str | bytes], *options: str) -> tuple[int, Rows]:
        root = write(tmp_path / "tree", files)
        report = tmp_path / "tree.json"
        code = main(["audit", "tree", str(root), "--json", str(report), *options])
        rows: Rows = json.loads(report.read_text(encoding="utf-8"))["results"]
        return code, rows

    return run
