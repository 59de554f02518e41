"""Pages that are no record: columns, groups, lists. What they are called and found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.model import Catalogue
from disclosure.pages.desk import heading
from disclosure.pages.search.row import Row
from disclosure.registers import REGISTERS, Register, Stage
from disclosure.registers.paging import sheets
from disclosure.vocabulary import Kind, Method

_COLUMNS = (
    ("指标体系", "indicators/", "全部三级指标 评估 测评"),
    ("公开清单", "registers/", "目录 清单 数据 下载"),
    ("公开事项", "items/", "文件 法规 依据 公文"),
    ("网络检索目录", "directory/", "评估人员 检索 打印"),
    ("公开进展", "progress/", "统计 未公开 完成情况"),
    ("公开指南", "guide/", "政府信息公开指南 信息公开指南 联系方式 依申请公开 监督 救济"),
    ("材料要求和工作专班", "requirements/", "附件1 报送 情况说明"),
    ("网站核验", "audit/", "可达 齐备 链接 检查"),
    ("链接核验", "audit/links/", "官方网址 断链 打不开"),
    ("责任科室", "departments/", "处室 分工"),
    ("测评方法", "methods/", "网络检索 材料查证 随机访谈"),
    ("数据问题代码", "problems/", "错误 检查"),
    ("网站地图", "sitemap/", "栏目"),
    ("关于本站", "about/", "数据来源"),
    ("无障碍说明", "accessibility/", "无障碍 键盘 读屏"),
)
_DECISIONS = "decisions"


def doors(catalogue: Catalogue) -> Iterator[Row]:
    for stage in Stage:
        yield Row(
            stage.address,
            f"行政执法{stage.value}公开",
            "栏目",
            aliases=(f"{stage.value}公开", f"行政执法{stage.value}公示", "行政执法公示"),
            words="执法公示 三项制度",
            indicators=tuple(
                dict.fromkeys(
                    key for one in REGISTERS if one.stage is stage for key in one.indicators
                )
            ),
        )
    yield from _parts(catalogue)
    for one in catalogue.departments:
        yield Row(one.address, one.name, "责任科室", aliases=one.aliases, departments=(one.name,))
    bureau = catalogue.bureau
    named = ("首页", bureau.name, bureau.short_name, *bureau.aliases)
    yield Row("", bureau.column, "栏目", aliases=named, words=bureau.site_name)
    for title, address, words in _COLUMNS:
        yield Row(address, title, "栏目", words=words)
    for chapter in catalogue.framework.chapters:
        yield Row(
            chapter.address,
            heading(chapter),
            "一级指标",
            aliases=(chapter.title,),
            words=" ".join(section.title for section in chapter.sections),
            indicators=tuple(one.id for one in chapter.indicators),
        )
    yield from _lists(catalogue)


def _parts(catalogue: Catalogue) -> Iterator[Row]:
    """The parts of long registers: decisions of one kind and year."""
    for register in REGISTERS:
        for sheet in sheets(register, catalogue.latest(register.slug)):
            part = sheet.part
            if part and part.slug and sheet.number == 1:
                yield Row(
                    sheet.address,
                    sheet.title,
                    "公开清单",
                    aliases=(part.title, *decision_names(register, [(part.kind, part.year)])),
                    words=" ".join(register.synonyms),
                    indicators=register.indicators,
                )


def _lists(catalogue: Catalogue) -> Iterator[Row]:
    """The first page of every list of items, and the pages by method."""
    kinds = {item.kind for item in catalogue.items}
    for kind in Kind:
        if kind in kinds:
            address = f"items/kinds/{kind.slug}/"
            yield Row(address, f"公开事项：{kind.value}", "事项列表", aliases=(kind.value,))
    years = {item.date.year if item.date else 0 for item in catalogue.items}
    for year in sorted(years, reverse=True):
        named = f"{year}年" if year else "日期未载明"
        yield Row(f"items/years/{year or 'undated'}/", f"公开事项：{named}", "事项列表")
    used = {method for one in catalogue.framework.indicators for method in one.methods}
    for method in Method:
        if method in used:
            yield Row(f"methods/{method.slug}/", method.value, "测评方法", words="测评方法")


def decision_names(register: Register, groups: Iterable[tuple[str, int | None]]) -> Iterator[str]:
    """What people call decisions of a kind and year: 2020年行政处罚决定书, 行政处罚决定书 2020年."""
    if register.slug != _DECISIONS:
        return
    for kind, year in groups:
        if kind:
            yield f"{kind}决定书{f' {year}年' if year else ''}"
            if year:
                yield f"{year}年{kind}决定书"
