"""The records as Markdown pages for stock MkDocs with Material, and for Zensical.

One source for both: a title, the facts as a table, the text, the links as Markdown links to
files, the theme's own search. The header's pages are in `nav`, the records are not: with all
of them in it, as is the default, 2,000 records take both more than ten times as long.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.content import Content, Plain, Record

_CONFIG = """\
site_name: {name}
site_url: {base}
docs_dir: docs
site_dir: site
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
markdown_extensions:
  - attr_list
  - tables
nav:
  - 首页: index.md
  - 指标体系: indicators/index.md
  - 公开事项: items/index.md
  - 检索目录: directory.md
  - 公开进展: progress.md
  - 责任科室: departments/index.md
  - 公开指南: guide.md
  - 关于本站: about.md
"""


def write(content: Content, folder: Path) -> Path:
    """Write mkdocs.yml and docs/ into `folder`; returns the configuration."""
    docs = folder / "docs"
    for plain in content.plain:
        _save(docs / source(plain.address), "\n".join(_plain(plain)))
    for record in content.records:
        _save(docs / source(f"items/{record.id}/"), "\n".join(_record(record)))
    if content.files:
        shutil.copytree(content.files, docs / "files")
    config = folder / "mkdocs.yml"
    config.write_text(_CONFIG.format(**content.site), encoding="utf-8")
    return config


def source(address: str) -> str:
    """The Markdown file of an address."""
    if address in ("", "items/", "indicators/", "departments/"):
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md" if address.endswith("/") else address


def _plain(page: Plain) -> Iterator[str]:
    yield f"# {page.title}\n"
    yield f"{page.intro}\n"
    for words, address in page.links:
        yield f"- [{words}]({_to(page.address, address)})"


def _record(record: Record) -> Iterator[str]:
    here = f"items/{record.id}/"
    facts = record.facts
    yield f"---\ntitle: {record.title}\ndescription: {record.description}\n---\n"
    yield f"# {record.title}\n"
    yield "| 项目 | 内容 |\n|---|---|"
    for name, value in _facts(facts, here):
        yield f"| {name} | {value} |"
    yield f"\n{record.text}\n"
    if facts["files"]:
        yield "## 附件\n"
        for one in facts["files"]:
            link = f"[{one['label']}]({_to(here, one['href'][1:])})"
            yield f"- {link} {one['facts']} `SHA-256 {one['sha']}`"
    if facts["serves"] or facts["grounds"]:
        yield "\n## 对应指标\n"
        for one in (*facts["serves"], *facts["grounds"]):
            link = f"[{one['short']}]({_to(here, one['href'][1:])})"
            yield f"- {one['badge']} {link} {one.get('text', '')}"
    yield "\n## 来源和核对情况\n"
    official = facts["official"]
    yield f"- 官方网址：{f'<{official}>' if official else '没有核对过的官方网址'}"
    yield f"- 来源：{facts['source'] or '未载明'}"
    yield f"- 可信度：{facts['trust']}\n"


def _facts(facts: Any, here: str) -> Iterator[tuple[str, str]]:
    def date(one: Any) -> str:
        return str(one["words"]) if one else "未载明"

    yield "索引号", facts["index"] or "—"
    yield "发文字号", facts["number"] or "—"
    yield "发布机构", facts["issuer"] or "未载明"
    yield "成文日期", date(facts["issued"])
    yield "发布日期", date(facts["published"])
    yield "施行日期", date(facts["effective"])
    yield "分类", f"[{facts['sort']}]({_to(here, facts['sort_href'][1:])})　{facts['level']}"
    yield "有效性", facts["validity"]
    if facts["department"]:
        link = _to(here, facts["department_href"][1:])
        yield "责任科室", f"[{facts['department']}]({link})"
    yield "对应年度", facts["years"] or "—"


def _to(here: str, address: str) -> str:
    """A link from one Markdown file to another, as MkDocs wants it."""
    return os.path.relpath(source(address), os.path.dirname(source(here)) or ".")


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
