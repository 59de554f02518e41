"""What was reported, matched to what was planted: by kind, and by the letters left in sight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from privacy.corpus.case import CONTAINERS, KINDS, Case, Expected
from privacy.corpus.spelling import plain

# What a scanner may call a kind: the first that fits.
_CALLED = (
    ("tracked", r"修订|tracked|revision"),
    ("comment", r"批注|注释|comment|annotation"),
    ("hidden", r"隐藏|hidden"),
    ("gps", r"gps|定位|坐标|拍摄地|location"),
    ("metadata", r"元数据|属性|作者|metadata|author|propert"),
    ("id", r"身份证|身份号|证件|identity|\bid\b|id_"),
    ("mobile", r"手机|移动电话|mobile|phone"),
    ("card", r"银行|bank|card"),
    ("addr", r"住址|地址|address|home"),
    ("birth", r"出生|birth"),
    ("contact", r"QQ|微信|邮箱|邮件|账号|联系方式|通信方式|email|wechat|account|contact"),
    ("health", r"健康|残疾|疾病|health"),
    ("name", r"姓名|申请人|受援人|未成年|矫正|投诉|信访|举报|name|person|applicant|minor"),
    ("secret", r"密|secret"),
)


def family(kind: str) -> str:
    return next((ours for ours, words in _CALLED if re.search(words, kind, re.IGNORECASE)), kind)


@dataclass
class Report:
    """What was said of one case."""

    case: Case
    findings: list[dict[str, Any]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unread: bool = False
    missed: list[Expected] = field(default_factory=list)
    wrong: list[dict[str, Any]] = field(default_factory=list)
    met: list[Expected] = field(default_factory=list)

    def judge(self) -> None:
        """Each finding meets at most one expectation; one said twice is no fault."""
        taken: dict[int, int] = {}
        fits = [
            [at for at, want in enumerate(self.case.expected) if agrees(said, want)]
            for said in self.findings
        ]

        def place(finding: int, seen: set[int]) -> bool:
            for at in fits[finding]:
                if at not in seen:
                    seen.add(at)
                    if at not in taken or place(taken[at], seen):
                        taken[at] = finding
                        return True
            return False

        for finding in range(len(self.findings)):
            place(finding, set())
        met = {self.case.expected[at] for at in taken}
        met |= {want for want in self.case.expected if want.family in self._remarked}
        for want in self.case.expected:
            (self.met if want in met else self.missed).append(want)
        for said, fitting in zip(self.findings, fits, strict=True):
            if not fitting and not self._tolerated(said):
                self.wrong.append(said)
        known = {want.family for want in (*self.case.expected, *self.case.allowed)}
        alarms = sorted(self._remarked - known)
        self.wrong += [{"kind": kind, "place": "提示", "excerpt": ""} for kind in alarms]

    @property
    def _remarked(self) -> set[str]:
        """A note, a revision, a hidden sheet is said if the report says it, as a finding or not."""
        return {family(remark) for remark in self.remarks} & {"hidden", "comment", "tracked"}

    def _tolerated(self, said: dict[str, Any]) -> bool:
        if any(agrees(said, want) for want in self.case.allowed):
            return True
        # Health beside a name is private too, but no kind the issue names.
        return bool(self.case.expected) and family(said["kind"]) == "health"

    @property
    def silence(self) -> str:
        case = self.case
        if case.unread == "must" and not self.unread:
            return "没有说未能读取"
        if case.never_silent and not (self.unread or self.findings):
            return "既无发现，也没有说未能读取"
        if case.unread == "never" and not case.never_silent and self.unread:
            return "读得了的文件说成未能读取"
        return ""

    def describe(self) -> str:
        lines = [f"{self.case.name}（{self.case.file}）"]
        lines += [f"    漏：{want.kind} “{_one_line(want.written)}”" for want in self.missed]
        lines += [
            f"    误：{said['kind']} {said['place']} “{said['excerpt']}”" for said in self.wrong
        ]
        if self.silence:
            lines.append(f"    {self.silence}")
        said = "；".join(f"{one['kind']} {one['excerpt']}" for one in self.findings) or "无"
        said += "".join(f"；提示 {remark}" for remark in self.remarks)
        lines += [f"    报出：{said}", f"    原文：{self._gist()}"]
        return "\n".join(lines)

    def _gist(self) -> str:
        """The surroundings of the first miss, or the text without the frame of the page."""
        text = self.case.text
        at = text.find(self.missed[0].written) if self.missed and self.missed[0].written else -1
        if at < 0:
            found = re.search(r"<(?:main|article|div id=.zoom)[^>]*>", text)
            at = found.end() + 60 if found else 60
        return _one_line(text[max(0, at - 60) : at + 240])


def _one_line(text: str) -> str:
    return text.strip().replace("\n", "⏎")


def agrees(said: dict[str, Any], want: Expected) -> bool:
    if family(said["kind"]) != want.family:
        return False
    return want.family in CONTAINERS or shows(said["excerpt"], want)


def shows(excerpt: str, want: Expected) -> bool:
    """The letters left in sight are those of the value."""
    seen, value = plain(excerpt), plain(want.value).upper()
    if want.family in ("id", "mobile", "card"):
        return any(
            _masked_number(run, value) for run in re.findall(r"[0-9Xx]*[*•×]+[0-9Xx]*", seen)
        )
    if want.family == "name":
        heads = {value[:1], value[:2]}
        return any(re.search(re.escape(head) + r"(?:[*×〇○某]|$)", seen) for head in heads)
    if want.family == "secret":
        return any(mark in seen for mark in re.findall("绝密|机密|秘密", value))
    if want.family == "birth" and not re.search(r"\d", seen):
        return "*" in seen
    pieces = re.findall(r"[^*×某]+", seen.upper())
    least = 2 if want.family == "addr" else 1
    return any(_shared(piece, value, least) for piece in pieces)


def _masked_number(run: str, value: str) -> bool:
    head, tail = re.match(r"^([0-9X]*)[*•×]+([0-9X]*)$", run.upper()).groups()  # type: ignore[union-attr]
    if len(value) == 11:
        head = re.sub(r"^(?:00)?86", "", head)
    return len(head + tail) >= 2 and value.startswith(head) and value.endswith(tail)


def _shared(piece: str, value: str, least: int) -> bool:
    return any(piece[at : at + least] in value for at in range(len(piece) - least + 1))


def measures(reports: list[Report]) -> dict[str, tuple[float, float, int]]:
    """Kind to recall, precision, number planted; precision is told by family."""
    met: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for report in reports:
        planted.update(want.kind for want in report.case.expected)
        met.update(want.kind for want in report.met)
        right.update(want.family for want in report.met)
        wrong.update(family(said["kind"]) for said in report.wrong)
    found = {}
    for kind in [*KINDS, *(set(wrong) - {kind.partition(".")[0] for kind in KINDS})]:
        ours = kind.partition(".")[0]
        total = right[ours] + wrong[ours]
        recall = met[kind] / planted[kind] if planted[kind] else 1.0
        found[kind] = (recall, right[ours] / total if total else 1.0, planted[kind])
    everything = sum(right.values())
    found["合计"] = (
        everything / sum(planted.values()),
        everything / max(1, everything + sum(wrong.values())),
        sum(planted.values()),
    )
    return found
