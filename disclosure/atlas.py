"""Every address the site must have, derived from the catalogue alone.

Pages make the site and the audit checks it; both must agree on what there is, yet the audit
must not ask the pages. So the list stands here a second time, from the model only, and a
test holds that the two sets are equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.departures import page_of
from disclosure.framework import Indicator
from disclosure.model import Catalogue, Item, in_order
from disclosure.registers import REGISTERS, Entry, Register, Stage
from disclosure.registers.paging import Sheet, sheets
from disclosure.vocabulary import Kind, Method

ROWS = 200
"""Rows of a numbered list page."""


class Destination(NamedTuple):
    """One page the site must have."""

    address: str
    title: str
    """Must be part of the page's title."""
    why: str
    """What sort of page it is, in Chinese."""
    words: tuple[str, ...] = ()
    """Texts that must appear on it, white space aside."""
    first: str = ""
    """Address of the list's first page, on the numbered pages that continue it."""
    departed: bool = False
    """Whether it only answers for an address whose contents are elsewhere, or gone."""
    to: str | None = None
    """Where such a page leads by itself."""


def atlas(catalogue: Catalogue) -> tuple[Destination, ...]:
    """Every page, home first."""
    return (
        Destination("", catalogue.bureau.column, "首页", (catalogue.bureau.name,)),
        *_columns(catalogue),
        *_framework(catalogue),
        *_groups(catalogue),
        *_lists(catalogue),
        *_items(catalogue),
        *_registers(catalogue),
        *_departed(catalogue),
    )


def public(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Address and title of everything that is to be read: pages, downloads and attachments."""
    for one in atlas(catalogue):
        if not one.departed:
            yield one.address, one.title or one.why
    yield from downloads(catalogue)
    for item, files in catalogue.attachments.items():
        title = catalogue.items_by_id[item].title
        yield from ((one.address, f"{title}：{one.label}") for one in files)


def _columns(catalogue: Catalogue) -> Iterator[Destination]:
    """The standing pages, each with what it lists."""
    indicators = catalogue.framework.indicators
    chapters = tuple(one.title for one in catalogue.framework.chapters)
    departments = tuple(one.name for one in catalogue.departments)
    kinds = tuple({item.kind.value: None for item in catalogue.items})
    rules = tuple(one.text for part in catalogue.requirements.sections for one in part.rules)
    columns: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        ("indicators/", "指标体系", tuple(one.title for one in indicators)),
        ("departments/", "责任科室", departments),
        ("methods/", "测评方法", tuple(one.value for one in _used(catalogue))),
        ("items/", "公开事项", kinds),
        ("registers/", "清单", tuple(one.title for one in REGISTERS)),
        ("directory/", "网络检索目录", tuple(one.title for one in indicators if one.searched)),
        ("progress/", "公开进展", (*chapters, *departments)),
        ("guide/", "公开指南", (catalogue.bureau.name,)),
        ("requirements/", "材料要求和工作专班", rules),
        ("problems/", "数据问题代码", ("数据问题代码",)),
        ("search/", "检索", ("检索",)),
        ("audit/", "网站核验", ("可达", "齐备")),
        ("audit/links/", "链接核验", ("历次结果", "待处理")),
        ("sitemap/", "网站地图", (*chapters, *departments)),
        ("about/", "关于", ("关于",)),
        ("accessibility/", "无障碍", ("无障碍",)),
    )
    for address, title, words in columns:
        yield Destination(address, title, "栏目", words)


def _framework(catalogue: Catalogue) -> Iterator[Destination]:
    for chapter in catalogue.framework.chapters:
        titles = tuple(section.title for section in chapter.sections)
        yield Destination(chapter.address, chapter.title, "一级指标", titles)
    for one in catalogue.framework.indicators:
        words = (one.text, *(m.text for m in catalogue.materials_of(one)))
        yield Destination(one.address, one.title, "三级指标", words)


def _groups(catalogue: Catalogue) -> Iterator[Destination]:
    for department in catalogue.departments:
        yield Destination(department.address, department.title, "责任科室", (department.name,))
    for method in _used(catalogue):
        yield Destination(f"methods/{method.slug}/", method.value, "测评方法", (method.value,))


def _used(catalogue: Catalogue) -> tuple[Method, ...]:
    """The methods that any indicator has, its own or through a merged cell."""
    used = {one for i in catalogue.framework.indicators for one in _methods(catalogue, i)}
    return tuple(method for method in Method if method in used)


def _methods(catalogue: Catalogue, one: Indicator) -> tuple[Method, ...]:
    if one.methods or not one.shares:
        return one.methods
    return _methods(catalogue, catalogue.indicators[one.shares])


def _lists(catalogue: Catalogue) -> Iterator[Destination]:
    kinds: dict[Kind, list[Item]] = {}
    years: dict[int, list[Item]] = {}
    for item in in_order(catalogue.items):
        kinds.setdefault(item.kind, []).append(item)
        years.setdefault(item.date.year if item.date else 0, []).append(item)
    for kind, items in kinds.items():
        yield from _paged(f"items/kinds/{kind.slug}/", kind.value, items)
    for year, items in years.items():
        title = f"{year}年" if year else "日期未载明"
        yield from _paged(f"items/years/{year or 'undated'}/", title, items)


def _paged(address: str, title: str, items: list[Item]) -> Iterator[Destination]:
    """A list oldest first, on as many numbered pages as it needs; each shows its rows."""
    for start in range(0, len(items), ROWS):
        titles = tuple(item.title for item in items[start : start + ROWS])
        number = start // ROWS + 1
        here, first = (f"{address}{number}/", address) if start else (address, "")
        yield Destination(here, title, "事项列表", titles, first)


def _items(catalogue: Catalogue) -> Iterator[Destination]:
    for item in catalogue.items:
        words = tuple(part for part in (item.title, item.number, item.index) if part)
        yield Destination(item.address, item.title, "公开事项", words)


def _registers(catalogue: Catalogue) -> Iterator[Destination]:
    """Stages of enforcement publicity, sheets of every register, a page an entry."""
    for stage in Stage:
        titles = tuple(one.title for one in REGISTERS if one.stage is stage)
        yield Destination(stage.address, stage.value, "执法公示", titles)
    for register in REGISTERS:
        for sheet in sheets(register, catalogue.latest(register.slug)):
            yield _sheet(catalogue, sheet)
        for entry in catalogue.latest(register.slug):
            titles = _titles(catalogue, entry)
            yield Destination(entry.address, _settled(titles), "清单条目", titles)


def _sheet(catalogue: Catalogue, sheet: Sheet) -> Destination:
    """A piece of a register: it shows its rows, or leads to its parts; an empty one says
    what it will be, so that every page has words that can be missed."""
    shown = [_settled(_titles(catalogue, entry)) for entry in sheet.rows]
    words = [part.title for part in sheet.parts] or [title for title in shown if title]
    front = sheet.register.address
    first = front if sheet.address != front else ""
    return Destination(sheet.address, sheet.title, "清单", tuple(words or [sheet.title]), first)


def _titles(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Every title that versions of an entry have borne; its page shows them all."""
    versions = catalogue.versions(entry.register, entry.id)
    return tuple({one.title: None for one in versions})


def _settled(titles: tuple[str, ...]) -> str:
    """The title, unless it depends on the day which of several it is."""
    return titles[0] if len(titles) == 1 else ""


def _departed(catalogue: Catalogue) -> Iterator[Destination]:
    for one in catalogue.departures.redirects:
        title, to = catalogue.departed_title(one), one.to[1:]
        yield Destination(page_of(one.address), title, "已迁移", (title,), departed=True, to=to)
    for gone in catalogue.departures.tombstones:
        title = catalogue.departed_title(gone)
        words = (title, gone.reason)
        yield Destination(page_of(gone.address), title, f"已{gone.how}", words, departed=True)


def downloads(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Address and title of each file that holds a whole register."""
    for register in REGISTERS:
        if catalogue.entries_of(register.slug):
            for address in register_files(register):
                yield address, register.title


def register_files(register: Register) -> tuple[str, ...]:
    """Addresses of a register's downloads."""
    return tuple(f"{register.address}{register.slug}.{form}" for form in ("csv", "xlsx", "json"))
