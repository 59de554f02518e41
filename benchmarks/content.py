"""The content of every build: the fictional bureau, and the same records for the peers.

Two variants. "full" is the demo as it is; "bare" has no texts and no attachments, so that a
record page is its head, its facts and its links. Peers get more than the data: what this
build works out (links to indicators, dates in words, lists) is written out for them, and the
time that takes is not counted.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosure.addressbook import extended, fresh
from disclosure.demo import write_demo
from disclosure.load import load_catalogue
from disclosure.model import Catalogue, Item
from disclosure.vocabulary import Confidence

VARIANTS = ("bare", "full")
ROWS = 200
"""Rows of a list page, as in this build."""
TRUST = {
    Confidence.HIGH: "已核对原文或者两处以上来源一致",
    Confidence.MEDIUM: "单一来源，待核",
    Confidence.LOW: "可能已被新的文件替代，待核",
}
Link = tuple[str, str]
"""Words and the address they lead to."""


@dataclass(frozen=True)
class Record:
    """One document: what stands on its page."""

    id: str
    title: str
    description: str
    facts: Mapping[str, Any]
    text: str = ""


@dataclass(frozen=True)
class Plain:
    """A page that is not a record: words, and lists of links."""

    address: str
    title: str
    intro: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Content:
    """Everything the peers build."""

    site: Mapping[str, str]
    records: tuple[Record, ...]
    plain: tuple[Plain, ...]
    files: Path | None = None


def write_data(folder: Path, framework: Path, items: int, variant: str) -> Path:
    """The data folder of this build."""
    target = folder / f"data-{variant}-{items}"
    # No registers: the peers have none, so what is compared is the same records.
    write_demo(target, framework, items, seed=1, entries=0)
    if variant == "bare":
        for part in ("texts", "files"):
            shutil.rmtree(target / part, ignore_errors=True)
        _clear(target / "items.csv", "attachments")
    _record_anew(target)
    return target


def _record_anew(data: Path) -> None:
    """The record of public addresses of a bureau that has never moved or withdrawn anything:
    peers have no pages for what is gone, and no attachments where there are none."""
    for name in ("addresses.csv", "redirects.yaml"):
        (data / name).unlink()
    catalogue = load_catalogue(data)
    rows = fresh(catalogue, catalogue.bureau.revised)
    (data / "addresses.csv").write_text(extended("", rows), encoding="utf-8", newline="\n")


def _clear(path: Path, column: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {column: ""} for row in rows)


def read(data: Path) -> Content:
    """The same content for the peers."""
    catalogue = load_catalogue(data)
    bureau = catalogue.bureau
    return Content(
        site={
            "name": bureau.site_name,
            "column": bureau.column,
            "bureau": bureau.name,
            "id": bureau.site_id,
            "base": bureau.base_url,
            "phone": bureau.contact.phone,
            "address": bureau.contact.address,
            "icp": bureau.icp,
            "police": bureau.police_record,
            "revised": bureau.revised.isoformat(),
        },
        records=tuple(_record(catalogue, item) for item in catalogue.items),
        plain=tuple(_plain(catalogue)),
        files=data / "files" if (data / "files").is_dir() else None,
    )


def _record(catalogue: Catalogue, item: Item) -> Record:
    dates = {
        name: {"iso": one.iso, "words": one.chinese} if one else None
        for name, one in (
            ("issued", item.issued),
            ("published", item.published),
            ("effective", item.effective),
        )
    }
    department = catalogue.department(item.department)
    serves = []
    for one in item.satisfies:
        indicator, material = catalogue.materials[one]
        serves.append(
            {
                "badge": indicator.display(material),
                "href": f"/{indicator.address}",
                "short": indicator.short,
                "text": material.text,
            }
        )
    grounds = [catalogue.indicators[one] for one in item.basis_of]
    return Record(
        id=item.id,
        title=item.title,
        description=f"{item.title}。{item.issuer}，{item.kind.value}，{item.validity.value}。",
        facts={
            **dates,
            "index": item.index,
            "number": item.number,
            "issuer": item.issuer,
            "sort": item.kind.value,
            "sort_href": f"/items/kinds/{item.kind.slug}-1/",
            "level": item.level.value,
            "validity": item.validity.value,
            "validity_slug": item.validity.slug,
            "department": department.name if department else "",
            "department_href": f"/{department.address}" if department else "",
            "years": "、".join(map(str, item.years)),
            "articles": "、".join(item.articles),
            "serves": serves,
            "grounds": [
                {"badge": one.label, "href": f"/{one.address}", "short": one.short}
                for one in grounds
            ],
            "files": [
                {
                    "href": f"/{one.address}",
                    "label": one.label,
                    "facts": f"{one.suffix.upper()}　{one.size} 字节",
                    "sha": one.sha256,
                }
                for one in catalogue.attachments.get(item.id, ())
            ],
            "official": item.url,
            "source": item.source,
            "trust": f"{item.confidence.value}：{TRUST[item.confidence]}",
        },
        text=catalogue.texts.get(item.id, ""),
    )


def _plain(catalogue: Catalogue) -> Iterator[Plain]:
    """Indicators, departments, lists by kind and by year, and the pages the header names."""
    indicators = tuple(catalogue.indicators.values())
    served: dict[str, list[Link]] = {one.id: [] for one in indicators}
    by_kind: dict[str, list[Link]] = {}
    by_year: dict[str, list[Link]] = {}
    names: dict[str, str] = {}
    for item in catalogue.items:
        link = (item.title, item.address)
        for material in item.satisfies:
            served[catalogue.materials[material][0].id].append(link)
        by_kind.setdefault(item.kind.slug, []).append(link)
        names[item.kind.slug] = item.kind.value
        by_year.setdefault(str(item.date.year) if item.date else "undated", []).append(link)
    lists = [
        *_pages("items/kinds/", by_kind, names),
        *_pages("items/years/", by_year, {year: f"{year}年" for year in by_year}),
    ]
    yield Plain("", "首页", "本专栏公开法治政府建设的指标和文件。", (("公开事项", "items/"),))
    yield Plain("items/", "公开事项", links=tuple((one.title, one.address) for one in lists))
    yield from lists
    heads = tuple((f"{one.label} {one.short}", one.address) for one in indicators)
    yield Plain("indicators/", "指标体系", links=heads)
    for one in indicators:
        yield Plain(one.address, one.short, one.text, tuple(served[one.id][:ROWS]))
    people = tuple((one.name, one.address) for one in catalogue.departments)
    yield Plain("departments/", "责任科室", links=people)
    for department in catalogue.departments:
        yield Plain(department.address, department.name)
    for address, title in _OTHERS:
        yield Plain(address, title, f"{title}。\n\n## 监督 {{#remedy}}\n\n办法见《{title}》。")


_OTHERS = (
    ("directory/", "检索目录"),
    ("progress/", "公开进展"),
    ("guide/", "公开指南"),
    ("about/", "关于本站"),
    ("search/", "检索"),
    ("sitemap/", "网站地图"),
    ("accessibility/", "无障碍说明"),
)


def _pages(
    where: str, groups: Mapping[str, list[Link]], names: Mapping[str, str]
) -> Iterator[Plain]:
    for slug, links in groups.items():
        for start in range(0, len(links), ROWS):
            page = start // ROWS + 1
            title = f"{names[slug]}（第{page}页）"
            yield Plain(f"{where}{slug}-{page}/", title, links=tuple(links[start : start + ROWS]))
