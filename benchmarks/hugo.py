"""The records for Hugo: as Markdown files, or as one JSON file and a content adapter.

The layouts (benchmarks/layouts) give a record page the same parts as this build's: head, header
with search box and columns, breadcrumb, facts, text, attachments, indicators, source, footer.
Header and footer are cached partials, taxonomies and feeds are off, a sitemap is made: Hugo at
its quickest. Front matter is YAML, as most people write it (in JSON it is read faster, and a
build from Markdown then takes about as long as one from data).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import yaml

from benchmarks.content import Content, Plain, Record
from benchmarks.peers import HERE, ROOT

_ADAPTER = """\
{{- range (resources.Get "records.json" | transform.Unmarshal) -}}
{{- $.AddPage (dict "kind" "page" "type" "record" "path" .id "title" .title
  "params" (dict "summary" .description "facts" .facts)
  "content" (dict "mediaType" "text/markdown" "value" .text)) -}}
{{- end -}}
"""
_SECTIONS = ("", "items/", "indicators/", "departments/")


def write(content: Content, folder: Path, *, from_data: bool) -> None:
    """Write the whole Hugo project into `folder`."""
    shutil.copytree(HERE / "layouts", folder / "layouts")
    _save(folder / "hugo.json", json.dumps(_config(content), ensure_ascii=False, indent=1))
    _static(content, folder / "static")
    pages = folder / "content"
    for plain in content.plain:
        _save(pages / _source(plain.address), "\n".join(_plain(plain)))
    if from_data:
        records = [asdict(one) for one in content.records]
        _save(folder / "assets" / "records.json", json.dumps(records, ensure_ascii=False))
        _save(pages / "items" / "_content.gotmpl", _ADAPTER)
        return
    for one in content.records:
        _save(pages / "items" / f"{one.id}.md", _markdown(one))


def _config(content: Content) -> dict[str, object]:
    return {
        "baseURL": content.site["base"],
        "title": content.site["name"],
        "locale": "zh-CN",
        "disableKinds": ["taxonomy", "term", "rss"],
        "markup": {"goldmark": {"renderer": {"unsafe": False}}},
        "params": dict(content.site),
    }


def _static(content: Content, static: Path) -> None:
    """The same style sheets and scripts as this build's."""
    for part in ("stylesheets", "javascripts", "images"):
        shutil.copytree(ROOT / "docs" / part, static / part)
    theme = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
    for sort in ("main", "palette"):
        sheet = next(theme.glob(f"{sort}.*.css"))
        target = static / "assets" / "stylesheets" / f"{sort}.css"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sheet, target)
    if content.files:
        shutil.copytree(content.files, static / "files")


def _source(address: str) -> str:
    return f"{address}_index.md" if address in _SECTIONS else f"{address.rstrip('/')}.md"


def _plain(page: Plain) -> Iterator[str]:
    yield _head({"title": page.title})
    yield f"{page.intro}\n"
    for words, address in page.links:
        yield f"- [{words}](/{address})"


def _markdown(record: Record) -> str:
    params = {"summary": record.description, "facts": dict(record.facts)}
    return f"{_head({'title': record.title, 'type': 'record', 'params': params})}{record.text}\n"


def _head(fields: dict[str, object]) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return f"---\n{yaml.dump(fields, Dumper=dumper, allow_unicode=True, sort_keys=False)}---\n"


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
