"""The heads of pages, judged: the tags of 国办发〔2017〕47号, titles and descriptions.

Its annex on page design says which tag stands on which kind of page, once and with content. That
is known from the text (H), so a fault is a fault; only the list of column types ends with “……”,
and a word that is not on it is for a person to judge. What the data do not know (网站标识码待填)
must not stand on a page either; `blanks` counts it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from disclosure.audit.finding import Finding
from disclosure.audit.observe.documents import REDIRECTS
from disclosure.audit.observe.heads import Head
from disclosure.audit.observe.tree import Tree
from disclosure.audit.structured import judge_statement
from disclosure.audit.target import Content, Identity, Target, Targets
from disclosure.vocabulary import ColumnType

Fault = tuple[str, str]
"""A reason and the evidence."""


@dataclass(frozen=True)
class Tag:
    """One row of the annex's table. `form` is what a value must look like."""

    name: str
    title: str
    column: bool = False
    """Whether a column page must have it."""
    content: bool = False
    """Whether a content page must."""
    form: re.Pattern[str] | None = None


_MINUTE = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d", re.ASCII
)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
_CODE = re.compile(r"bm\d{8}|\d{10}", re.ASCII)
_SEVERAL = re.compile(r"[^,，]+([,，][^,，]+)+")

TAGS = (
    Tag("SiteName", "网站名称", column=True, content=True),
    Tag("SiteDomain", "网站域名", column=True, content=True, form=_HOST),
    Tag("SiteIDCode", "网站标识码", column=True, content=True, form=_CODE),
    Tag("ColumnName", "栏目名称", column=True, content=True),
    Tag("ColumnDescription", "栏目描述", column=True),
    Tag("ColumnKeywords", "栏目关键词", column=True, form=_SEVERAL),
    Tag("ColumnType", "栏目类别", column=True, content=True),
    Tag("ArticleTitle", "标题", content=True),
    Tag("PubDate", "发布时间", content=True, form=_MINUTE),
    Tag("ContentSource", "来源", content=True),
    Tag("Keywords", "关键词"),
    Tag("Author", "作者"),
    Tag("Description", "摘要"),
    Tag("Image", "图片"),
    Tag("Url", "网址"),
)
_SINGLE = {one.name for one in TAGS} - {"Image"}
_LOWER = {one.name.lower(): one.name for one in TAGS}
_OF_CONTENT = {one.name for one in TAGS if one.content and not one.column}
_TYPES = {one.value for one in ColumnType}


def judge_metadata(tree: Tree, targets: Targets) -> Iterator[Finding]:
    """What is wrong with the head of any page that must be there."""
    identity = targets.identity
    if identity is None:
        return
    titles: dict[str, list[str]] = defaultdict(list)
    descriptions: dict[str, list[str]] = defaultdict(list)
    for address, target in targets.pages.items():
        number = tree.pages.get(address)
        if number is None or tree.documents[number].flags & REDIRECTS:
            continue  # which nobody gets to see
        document, url = tree.documents[number], tree.urls[number]
        head = document.head()
        for code, evidence in _head(head, target, identity, url):
            yield Finding(code, url, "", evidence)
        for code, evidence in judge_statement(document, head.statement, target, url, tree):
            yield Finding(code, url, "", evidence)
        titles[document.title].append(url)
        for text in _described(head)[:1]:
            descriptions[text].append(url)
    yield from _shared("title-repeated", titles)
    yield from _shared("description-repeated", descriptions)


def _shared(code: str, found: dict[str, list[str]]) -> Iterator[Finding]:
    for text, urls in found.items():
        for url in urls if text and len(urls) > 1 else ():
            other = urls[0] if url != urls[0] else urls[1]
            yield Finding(code, url, "", f"“{text[:60]}”共 {len(urls)} 页，如 {other}")


def _head(head: Head, target: Target, identity: Identity, url: str) -> Iterator[Fault]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, content in head.metas:
        found[name].append(" ".join(content.split()))
    described = _described(head)
    if not any(described):
        yield "description-missing", "没有 description，或者是空的"
    elif len(described) > 1:
        yield "tag-repeated", f"description 有 {len(described)} 个"
    for tag in TAGS:
        values = found.get(tag.name, [])
        expected = _expected(tag.name, target.content, identity, url)
        if values:
            yield from _present(tag, values, expected, target.content)
        elif _demanded(tag, target) and (expected is None or "" not in expected):
            near = [name for name in found if _LOWER.get(name.lower()) == tag.name]
            written = f"，写成了 {near[0]}" if near else ""
            yield "tag-missing", f"没有 {tag.name}（{tag.title}）{written}"


def _present(
    tag: Tag, values: list[str], expected: Collection[str] | None, content: Content | None
) -> Iterator[Fault]:
    """A tag that is there."""
    said = f"{tag.name}（{tag.title}）"
    if len(values) > 1 and tag.name in _SINGLE:
        yield "tag-repeated", f"{said}有 {len(values)} 个"
    if content is None and tag.name in _OF_CONTENT:
        yield "tag-misplaced", f"{said}写成“{values[0]}”"
        return
    for value in values:
        if not value:
            yield "tag-empty", said
        elif tag.form and not tag.form.fullmatch(value):
            yield "tag-format", f"{said}写成“{value}”"
        elif expected is not None and value not in expected:
            right = "、".join(f"“{one}”" for one in sorted(expected) if one) or "空缺（数据里没有）"
            yield "tag-wrong", f"{said}写成“{value}”，应为{right}"
        elif tag.name == "ColumnType" and value not in _TYPES:
            yield "tag-vocabulary", f"{said}写成“{value}”"


def _expected(
    name: str, content: Content | None, identity: Identity, url: str
) -> Collection[str] | None:
    """The values that are right; None where any is."""
    match name:
        case "SiteName":
            return {identity.name}
        case "SiteDomain":
            return {identity.domain}
        case "SiteIDCode":
            return {identity.code}
        case "Url":
            return {url}
    if content is None:
        return None
    match name:
        case "ArticleTitle":
            return {" ".join(one.split()) for one in content.titles}
        case "PubDate":
            # The data know days: another time of day would be invented.
            return {f"{day} 00:00" if day else "" for day in content.published}
        case "ContentSource":
            return {" ".join(one.split()) for one in content.sources}
    return None


def _demanded(tag: Tag, target: Target) -> bool:
    return tag.column if target.content is None else tag.content


def _described(head: Head) -> list[str]:
    """Every description; HTML reads names without regard to case."""
    return [text for name, text in head.metas if name.lower() == "description"]


def blanks(targets: Targets) -> dict[str, int]:
    """The tags that the data leave blank, and on how many pages."""
    identity = targets.identity
    if identity is None:
        return {}
    found: Counter[str] = Counter()
    for target in targets.pages.values():
        for tag in TAGS if target.to is None else ():
            if _demanded(tag, target):
                expected = _expected(tag.name, target.content, identity, "")
                found[tag.name] += expected is not None and set(expected) == {""}
    return {name: count for name, count in found.items() if count}
