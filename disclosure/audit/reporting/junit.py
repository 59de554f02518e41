"""JUnit XML of a run: a case an address. What a person has dealt with is skipped, not failed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from disclosure.audit.reporting.lines import Line, Row
from disclosure.audit.standing import Standing

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def opening(head: Mapping[str, Any]) -> str:
    """The counts stand first, so they come from the head of the report."""
    counts = head["standings"]
    failed = sum(counts[one.value] for one in Standing if one.open)
    skipped = sum(counts[one] for one in ("confirmed", "waived", "unchecked"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="disclosure audit fetch" tests="{sum(counts.values())}"'
        f' failures="{failed}" errors="{0 if head["trusted"] else 1}" skipped="{skipped}"'
        f" timestamp={quoteattr(head['today'])}>\n"
    )


def case(row: Row, line: Line) -> str:
    at_hand = Standing(row["standing"])
    seconds = (row.get("seen") or {}).get("seconds")
    time = f' time="{seconds:.3f}"' if isinstance(seconds, int | float) else ""
    head = f"<testcase classname={_quoted(line.department)} name={_quoted(line.url)}{time}"
    if at_hand is Standing.OK:
        return f"{head}/>\n"
    title = _quoted(f"{line.standing} {line.problem}")
    if not at_hand.open:
        return f"{head}><skipped message={title}/></testcase>\n"
    text = [f"发现：{line.evidence}", f"改法：{line.fix}"]
    if line.since:
        text.append(f"首次失败：{line.since}，连续失败 {line.failures} 次")
    if line.parents:
        text.append(f"出现在：{line.parents}")
    body = escape(printable("\n".join(text)))
    return (
        f"{head}><failure type={_quoted(line.reason)} message={title}>{body}</failure></testcase>\n"
    )


def closing(head: Mapping[str, Any]) -> str:
    doubts = "".join(
        f"<system-err>{escape(printable(doubt))}</system-err>\n" for doubt in head["distrust"][:1]
    )
    return f"{doubts}</testsuite>\n"


def _quoted(text: str) -> str:
    return quoteattr(printable(text))


def printable(text: str) -> str:
    """XML and HTML have no control characters, and lone surrogates cannot be written."""
    return _FORBIDDEN.sub("", text)
