"""The report as JUnit XML: a case a target, and a case a fault elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from disclosure.audit.finding import Finding
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import Report
from disclosure.audit.verdict import Verdict
from disclosure.audit.wording import describe, is_fault, printable


def junit(report: Report) -> Iterator[str]:
    """In pieces: a large report is never held as one string."""
    cases: dict[str, Finding] = {}
    for one in report.findings:
        if is_fault(one) or one.url.partition("#")[0] in report.by_target:
            cases.setdefault(f"{one.url} {one.code}".strip(), one)
    skipped = sum(one.verdict is Verdict.UNCHECKED for one in cases.values())
    failures = sum(bool(one.code) for one in cases.values()) - skipped
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<testsuite name="disclosure audit" tests="{len(cases)}" failures="{failures}"'
        f' skipped="{skipped}">\n'
    )
    for name, one in cases.items():
        yield f"<testcase classname={_quoted(one.verdict.value)} name={_quoted(name)}"
        if not one.code:
            yield "/>\n"
            continue
        title = _quoted(REASONS[one.code].title)
        if one.verdict is Verdict.UNCHECKED:
            yield f"><skipped message={title}/></testcase>\n"
        else:
            text = escape(printable(describe(one)))
            yield f"><failure type={_quoted(one.code)} message={title}>{text}</failure></testcase>\n"
    yield "</testsuite>\n"


def _quoted(text: str) -> str:
    return quoteattr(printable(text))
