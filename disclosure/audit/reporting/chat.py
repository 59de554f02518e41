"""A run in one line, for a chat or the subject of a mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from disclosure.audit.report import DISTRUST
from disclosure.audit.standing import Standing

_MOST = 3


def one_line(head: Mapping[str, Any]) -> str:
    """What matters first; no address, so that it can be passed on anywhere."""
    counts = head["standings"]
    total = sum(counts.values())
    said = [f"通 {counts['ok']}"]
    said += [
        f"{one.label} {counts[one.value]}"
        for one in Standing
        if one is not Standing.OK and counts[one.value]
    ]
    line = f"【链接核验 {head['today']}】共 {total} 个网址：{'，'.join(said)}。"
    if head["exit"] == DISTRUST:
        return f"{line}这次核验不可信：{head['distrust'][0]}。"
    if counts["red"] + counts["recheck"] + counts["person"]:
        departments = list(head["departments"].items())
        named = "，".join(f"{name} {n}" for name, n in departments[:_MOST])
        more = "等" if len(departments) > _MOST else ""
        return f"{line}责任科室：{named}{more}。" if named else line
    return line
