"""The proof in Chinese sentences."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import BROKEN, CLEAN, DISTRUST, PERSON, Report

_SHOWN = 30

_CONCLUSION = {
    CLEAN: "结论：都检索得到。",
    BROKEN: "结论：有检索不到的，须改正。",
    PERSON: "结论：基本检索得到，有几处需要人工确认。",
    DISTRUST: "结论：这次检索核验本身不可信，不能作为依据。",
}


def sentences(report: Report) -> Iterator[str]:
    """The failures, then what was asked and found."""
    for one in report.findings[:_SHOWN]:
        yield _described(one)
    if len(report.findings) > _SHOWN:
        yield f"……还有 {len(report.findings) - _SHOWN} 处，用 --json 文件名 可看全部。"
    for reason in report.distrust:
        yield f"不可信：{reason}"
    yield from (f"说明：{note}" for note in report.notes)
    for name, one in report.extra.get("findability", {}).items():
        if one["asked"]:
            share = _percent(one["found"], one["asked"])
            yield f"{name}：检索 {one['asked']} 次，符合 {one['found']} 次，{share}（要求 {one['required']:.0%}）"
    yield f"全站公开事项和清单条目 {report.pages} 个，共检索 {report.links} 次。"
    yield _CONCLUSION[report.exit_code]


def _percent(found: int, asked: int) -> str:
    """100% only where nothing is missing."""
    return "100%" if found == asked else f"{int(found / asked * 1000) / 10}%"


def _described(one: Finding) -> str:
    reason = REASONS[one.code]
    lines = [f"{reason.title}：{one.url}", f"  发现：{one.evidence}"]
    if one.parents:
        lines.append(f"  出处：{'、'.join(one.parents)}")
    return "\n".join((*lines, f"  改法：{reason.fix}"))
