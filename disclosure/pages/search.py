"""The first search: a compact index of titles, numbers and ids, scanned in the browser.

`docs/javascripts/search.js` reads the rows made here and normalises them the same way:
NFKC, lower case, and no brackets, spaces or punctuation.
"""

from __future__ import annotations

import json
import re
import unicodedata

from disclosure.framework import Indicator
from disclosure.model import Catalogue, Item
from disclosure.pages.desk import heading
from disclosure.vocabulary import Series

Row = tuple[str, str, str, str, str, list[str]]
"""Sort of thing, title, address, what is shown beside it, what else is searched, exact names."""

# The same set stands in search.js. NFKC has already turned full-width forms into ASCII.
_IGNORED = re.compile(
    r"[\s〔〕\[\]【】《》〈〉「」『』“”‘’\"'()<>,，.。;；:：、!！?？·・\-—–_/\\|…]"
)


def normalise(text: str) -> str:
    """The form in which query and title are compared."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).lower())


def rows(catalogue: Catalogue) -> tuple[Row, ...]:
    """Everything that can be found: pages, indicators, items, in this order."""
    return (
        *_doors(catalogue),
        *(_indicator(catalogue, one) for one in catalogue.framework.indicators),
        *(_item(one) for one in catalogue.items),
    )


def script(catalogue: Catalogue) -> str:
    """The index as a script, so that it also works from a disk (no fetch on file://)."""
    data = json.dumps(rows(catalogue), ensure_ascii=False, separators=(",", ":"))
    # "</script" cannot occur in a .js file's parse, but keep it safe to inline as well.
    return f"window.disclosureTitles={data.replace('<', chr(92) + 'u003c')};\n"


_FIXED = (
    ("指标体系", "indicators/", "全部三级指标 评估 测评"),
    ("公开事项", "items/", "文件 法规 依据 公文"),
    ("网络检索目录", "directory/", "评估人员 检索 打印"),
    ("公开进展", "progress/", "统计 未公开 完成情况"),
    ("公开指南", "guide/", "政府信息公开指南 联系方式 依申请公开"),
    ("材料要求和工作专班", "requirements/", "附件1 报送 情况说明"),
    ("数据问题代码", "problems/", "错误 检查"),
    ("网站地图", "sitemap/", ""),
    ("关于本站", "about/", "数据来源"),
    ("无障碍说明", "accessibility/", "无障碍 键盘 读屏"),
)


def _doors(catalogue: Catalogue) -> list[Row]:
    found: list[Row] = [("栏目", title, at, "", words, []) for title, at, words in _FIXED]
    for chapter in catalogue.framework.chapters:
        found.append(("一级指标", heading(chapter), chapter.address, "", "", []))
    for one in catalogue.departments:
        found.append(("责任科室", one.name, one.address, "", " ".join(one.aliases), []))
    return found


def _indicator(catalogue: Catalogue, one: Indicator) -> Row:
    materials = " ".join(material.text for material in catalogue.materials_of(one))
    names = [one.label, one.id, *(one.display(m) for m in one.materials)]
    bare = one.number.strip("（）()")
    if one.series is Series.NATIONAL:
        names += [bare, f"第{bare}项", f"指标{bare}"]
    elif one.series is Series.PROVINCIAL:
        names += [f"（{bare}）", f"省增{bare}", f"省增指标{bare}"]
    elif one.series is Series.MUNICIPAL:
        names += [one.number, f"市增{bare}"]
    return ("三级指标", one.short, one.address, one.label, f"{one.text} {materials}", names)


def _item(item: Item) -> Row:
    beside = "，".join(part for part in (item.number, str(item.date or "")) if part)
    words = " ".join((item.index, item.issuer, *item.keywords))
    names = [name for name in (item.id, item.number, item.index) if name]
    return (item.kind.value, item.title, item.address, beside, words, names)
