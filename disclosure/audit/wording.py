"""The report in Chinese sentences."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import BROKEN, CLEAN, DISTRUST, PERSON, Report
from disclosure.audit.verdict import Verdict

_SHOWN = 50
_PARENTS = 3

_CONCLUSION = {
    CLEAN: "结论：通过。",
    BROKEN: "结论：有断开的网址，须改正。",
    PERSON: "结论：没有断开的网址，有几处需要人工确认。",
    DISTRUST: "结论：这次核验本身不可信，不能作为依据。",
}


def sentences(report: Report) -> Iterator[str]:
    """What a person reads: the faults, then the verdicts side by side."""
    return map(printable, _sentences(report))


def _sentences(report: Report) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in report.findings:
        if is_fault(one):
            groups.setdefault((one.code, one.url.partition("#")[0]), []).append(one)
    for several in list(groups.values())[:_SHOWN]:
        yield describe(*several)
    if len(groups) > _SHOWN:
        yield f"……还有 {len(groups) - _SHOWN} 个网址，用 --json 文件名 可看全部。"
    for reason in report.distrust:
        yield f"不可信：{reason}"
    for note in report.notes:
        yield f"说明：{note}"
    yield reach(report)
    if report.complete:
        yield completeness(report)
    yield _CONCLUSION[report.exit_code]


def describe(one: Finding, *others: Finding) -> str:
    """A fault of one address, however often it is written: what, where, how to mend it."""
    reason = REASONS[one.code]
    written = f"（写作 {one.href}）" if one.href and one.href != one.url else ""
    lines = [f"{one.verdict.label} {reason.title}：{one.url}{written}"]
    if others:
        lines[0] += f"，连同另外 {len(others)} 种写法或锚点"
    if one.evidence:
        lines.append(f"  发现：{one.evidence}")
    parents = tuple(dict.fromkeys(parent for each in (one, *others) for parent in each.parents))
    if parents:
        more = f" 等 {len(parents)} 处" if len(parents) > _PARENTS else ""
        lines.append(f"  出现在：{'、'.join(parents[:_PARENTS])}{more}")
    lines.append(f"  改法：{reason.fix}")
    return "\n".join(lines)


def reach(report: Report) -> str:
    """可达 in one sentence."""
    read = f"查了 {report.pages} 页、{report.links} 处链接"
    if report.sort == "tree":
        counts = report.counts
        waiting = counts[Verdict.BLOCKED] + counts[Verdict.SUSPECT]
        return (
            f"可达：{read}，断 {counts[Verdict.BROKEN]}，待人工 {waiting}，"
            f"未检 {counts[Verdict.UNCHECKED]}，其余全通。"
        )
    found = report.reachable
    waiting = found[Verdict.BLOCKED] + found[Verdict.SUSPECT]
    faults = sum(is_fault(one) for one in report.findings)
    return (
        f"可达：{read}，核验目标 {found['targets']} 个，通 {found[Verdict.OK]}，"
        f"断 {found[Verdict.BROKEN]}，待人工 {waiting}，未检 {found[Verdict.UNCHECKED]}；"
        f"各处问题合计 {faults} 处。"
    )


def completeness(report: Report) -> str:
    """齐备 in one sentence."""
    searched, materials = report.complete["searched"], report.complete["materials"]
    return (
        f"齐备：网络检索指标 {searched['indicators']} 项，已公开 {searched['public']} 项；"
        f"应上网公开的材料 {materials['due']} 份，已公开 {materials['public']} 份。"
    )


def is_fault(one: Finding) -> bool:
    return (bool(one.code) and one.verdict is not Verdict.UNCHECKED) or _distrusts(one)


def _distrusts(one: Finding) -> bool:
    return bool(one.code) and REASONS[one.code].distrust


def printable(text: str) -> str:
    """XML has no control characters, and lone surrogates cannot be written."""
    if text.isprintable():
        return text
    kept = "".join(c for c in text if c in "\t\n\r" or ord(c) >= 0x20)
    return kept.encode("utf-8", "replace").decode("utf-8")
