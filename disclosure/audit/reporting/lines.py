"""A row of the report in the words and the order of a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from disclosure.audit.reasons import REASONS
from disclosure.audit.standing import Standing

Row = Mapping[str, Any]
NOBODY = "未指明科室"
_CHANGED = {"title": "网页标题", "sha256": "内容", "chain": "跳转"}


class Line(NamedTuple):
    """What a person reads of one address."""

    standing: str
    url: str
    department: str
    problem: str
    evidence: str
    fix: str
    since: str
    """Day of the first failure of those in a row."""
    well: str
    """Day of the last success."""
    failures: int
    said: str
    """Waiver, confirmation, or a note."""
    changed: str
    parents: str
    title: str
    status: str
    at: str
    reason: str
    sha256: str


HEAD = Line(
    "结论", "网址", "责任科室", "问题", "发现", "改法", "首次失败", "最近正常", "连续失败次数",  # type: ignore[arg-type]
    "说明", "变化", "出现在", "网页标题", "状态码", "核验时间", "代码", "SHA-256",
)  # fmt: skip
"""The Chinese names of the columns, in their places."""


def line(row: Row) -> Line:
    """The row in words."""
    seen, history = row.get("seen") or {}, row.get("history") or {}
    reason = row["reason"]
    return Line(
        standing=Standing(row["standing"]).label,
        url=row["url"],
        department=row.get("department") or NOBODY,
        problem=REASONS[reason].title if reason else "",
        evidence=row["evidence"],
        fix=row.get("fix", ""),
        since=history.get("first_failure", "")[:10],
        well=history.get("last_success", "")[:10],
        failures=history.get("failures", 0),
        said=_said(row),
        changed="、".join(_CHANGED[one] for one in history.get("changed", ())),
        parents="；".join(row["parents"]),
        title=seen.get("title", ""),
        status=str(seen.get("status") or ""),
        at=seen.get("at", ""),
        reason=reason,
        sha256=seen.get("sha256", ""),
    )


def _said(row: Row) -> str:
    parts = []
    if waiver := row.get("waiver"):
        parts.append(f"豁免到 {waiver['until']}：{waiver['reason']}（{waiver['who']}）")
    if seen := row.get("confirmation"):
        old = "" if seen["fresh"] else "，已过时，须重新核对"
        parts.append(f"{seen['day']} 由{seen['who']}核对：{seen['saw']}{old}")
    if row.get("trusted"):
        parts.append(f"沿用 {row['trusted'][:10]} 的结果")
    if row.get("note"):
        parts.append(row["note"])
    return "；".join(parts)


def age(one: Line, today: dt.date) -> int | None:
    """Days since the first failure."""
    return max(0, (today - dt.date.fromisoformat(one.since)).days) if one.since else None
