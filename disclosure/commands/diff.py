"""disclosure diff: two editions of a register compared in words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from disclosure.commands import Misuse, Say, day, write_json
from disclosure.load import load
from disclosure.problem import Severity, closest, in_report_order
from disclosure.registers import REGISTERS, Change, Register, register
from disclosure.registers.comparison import Cell, Comparison, Difference, compare

_ENDINGS = ("取消", "下放")


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "diff",
        parents=[common],
        help="比较一份清单在两天的内容",
        description="比较一份清单在两天各自有效的内容：新增了哪些，取消或终止了哪些，"
        "变更了哪几列、从什么改成什么，以及 changes.csv 记录的依据。",
        epilog="退出码：0 比较完成（有没有差别都是 0）；1 数据有错误，没有比较；64 用法有误。"
        "例：disclosure diff powers 2020-12-31 2021-12-31",
    )
    parser.add_argument(
        "register", metavar="清单", help="清单的英文名，如 powers；也可以写中文名称"
    )
    parser.add_argument("before", type=day, metavar="前一天", help="写成 2020-12-31")
    parser.add_argument("after", type=day, metavar="后一天", help="写成 2021-12-31")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    one = _named(options.register)
    if options.before > options.after:
        raise Misuse(f"前一天 {options.before} 晚于后一天 {options.after}，请对调")
    if not options.data.is_dir():
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    loaded = load(options.data)
    if loaded.catalogue is None:
        for problem in in_report_order(loaded.problems):
            if problem.severity is Severity.ERROR:
                say(str(problem))
        say("数据有错误，没有比较。")
        return 1
    comparison = compare(loaded.catalogue, one, options.before, options.after)
    for line in in_sentences(comparison):
        say(line)
    write_json(options.json, as_dict(comparison))
    return 0


def _named(name: str) -> Register:
    """The register of a slug or a title; Misuse with the nearest one."""
    titles = {one.title: one.slug for one in REGISTERS}
    slugs = set(titles.values())
    slug = titles.get(name, name)
    if slug in slugs:
        return register(slug)
    hint = closest(name, [*slugs, *titles]) or f"可选：{'、'.join(one.slug for one in REGISTERS)}"
    raise Misuse(f"没有“{name}”这份清单。{hint}")


def in_sentences(comparison: Comparison) -> Iterator[str]:
    """The comparison as a person tells it."""
    before, after = comparison.counts
    yield (
        f"{comparison.register.title}：{comparison.before} 有效 {before} 条，"
        f"{comparison.after} 有效 {after} 条。"
    )
    if comparison.timeless:
        yield f"其中 {comparison.timeless} 条没有写起始日期，按一直有效比较。"
    if comparison.same:
        yield "两天的内容相同，其间也没有记录调整。"
        return
    for difference in comparison.added:
        yield f"新增：{_entry(difference)}"
    for difference in comparison.ended:
        kinds = [one.kind for one in difference.changes if one.kind in _ENDINGS]
        yield f"{kinds[-1] if kinds else '终止'}：{_entry(difference)}"
    for difference in comparison.changed:
        yield f"变更：{_entry(difference)}"
        for cell in difference.cells:
            yield f"  {cell.title}：{_quoted(cell.before)} → {_quoted(cell.after)}"
    for change in comparison.unseen:
        yield (
            f"另有记录：{change.date} {change.kind}（{change.entry}），"
            f"但两天的各列没有差别{_because([change.basis])}"
        )
    yield (
        f"合计：新增 {len(comparison.added)} 条，取消或终止 {len(comparison.ended)} 条，"
        f"变更 {len(comparison.changed)} 条。"
    )


def _entry(difference: Difference) -> str:
    entry = difference.entry
    name = f"{entry.title}（{entry.id}）"
    if entry.dated_by and not difference.changes:
        return name  # a record of a series is made, not adjusted
    return f"{name}{_because(list(difference.basis))}"


def _because(basis: list[str]) -> str:
    stated = "；".join(one for one in basis if one)
    return f"。依据：{stated}" if stated else "。依据：没有记录"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "（空）"


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """What `--json` writes."""
    return {
        "register": comparison.register.slug,
        "title": comparison.register.title,
        "before": comparison.before.isoformat(),
        "after": comparison.after.isoformat(),
        "rows": {"before": comparison.counts[0], "after": comparison.counts[1]},
        "timeless": comparison.timeless,
        "added": [_difference(one) for one in comparison.added],
        "ended": [_difference(one) for one in comparison.ended],
        "changed": [_difference(one) for one in comparison.changed],
        "unseen": [_change(one) for one in comparison.unseen],
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "id": one.entry.id,
        "title": one.entry.title,
        "address": one.entry.address,
        "columns": [_cell(cell) for cell in one.cells],
        "adjustments": [_change(change) for change in one.changes],
    }


def _cell(cell: Cell) -> dict[str, str]:
    return {
        "column": cell.name,
        "title": cell.title,
        "before": cell.before,
        "after": cell.after,
    }


def _change(change: Change) -> dict[str, str]:
    return {
        "id": change.entry,
        "date": change.date.isoformat(),
        "kind": change.kind,
        "basis": change.basis,
    }
