"""The JSON report of `audit fetch` as a declaration; publishing/fetch-report.schema.json is made
from it, and real reports are tested against both."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from disclosure.audit.standing import Standing
from disclosure.audit.verdict import Verdict

_Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", title="")


class Hop(_Part):
    """跳转链上的一次回答。"""

    url: str
    status: int = Field(description="HTTP 状态码；0 表示没有回答")
    how: str = Field(description="怎样到这里：第一个为空；301 等状态码、meta、script、frame")


class Seen(_Part):
    """看到了什么（证据）。"""

    status: int = Field(description="最后一次回答的 HTTP 状态码；0 表示没有回答")
    chain: tuple[Hop, ...] = Field(description="跳转链，最后一个是最终网址")
    type: str = Field(description="Content-Type")
    size: _Count = Field(description="读到的字节数（解压后）")
    sha256: str = Field(description="内容的 SHA-256；没有内容时为空")
    title: str = Field(description="网页标题")
    excerpt: str = Field(description="正文开头")
    seconds: float | None = Field(description="用时（秒）")
    at: str = Field(description="看的时间，ISO 8601，带时区")
    tries: _Count = Field(description="试了几次")


class Changed(_Part):
    """与上一次相比变了的；每项为旧值、新值。"""

    title: tuple[str, str] | None = None
    sha256: tuple[str, str] | None = None
    chain: tuple[tuple[str, ...], tuple[str, ...]] | None = None


class Memory(_Part):
    """历史：不通的网址有前三项，有变化的有 changed。"""

    failures: _Count = Field(default=0, description="连续几次核验不通，含这一次")
    first_failure: str = Field(default="", description="这一段不通从何时起")
    last_success: str = Field(default="", description="最近一次通是何时；空：没有记录")
    changed: Changed | None = None


class Also(_Part):
    """同一网址的其他问题。"""

    reason: str
    title: str
    evidence: str


class Waiver(_Part):
    """适用的豁免（data/waivers.yaml）。"""

    address: str
    reason: str
    who: str
    until: dt.date


class Confirmation(_Part):
    """最近一次人工确认（data/waivers.yaml）。"""

    address: str
    who: str
    day: dt.date
    saw: str
    fresh: bool = Field(description="是否还在有效天数之内")


class Result(_Part):
    """一个网址。"""

    url: str = Field(description="网址，带锚点")
    href: str = Field(description="原来的写法")
    verdict: Verdict = Field(
        description="这一次看到的：ok 通，broken 断，blocked 被拦，suspect 存疑，unchecked 未检"
    )
    standing: Standing = Field(
        description="处置（结合历史、豁免和人工确认）：ok 通，red 断（连续两次，或写法有误），"
        "recheck 待复核（第一次断），person 待人工，confirmed 人工已确认，waived 已豁免，unchecked 未检"
    )
    reason: str = Field(description="原因代码；空：正常")
    title: str = Field(default="", description="原因的名称")
    evidence: str = Field(description="发现了什么")
    fix: str = Field(default="", description="怎样改")
    parents: tuple[str, ...] = Field(description="出现在哪些网页（网址）和数据行（文件:行）")
    department: str = Field(description="责任科室")
    also: tuple[Also, ...] = ()
    note: str = Field(default="", description="不影响结论的建议")
    seen: Seen | None = Field(default=None, description="没有请求过的网址没有这一项")
    history: Memory | None = None
    trusted: str = Field(default="", description="沿用了哪一次的结果（--trust）；空：这次看的")
    waiver: Waiver | None = None
    confirmation: Confirmation | None = None


class Report(_Part):
    """disclosure audit fetch 的报告。results 一行一个网址，次序同名单。"""

    audit: Literal["fetch"]
    today: dt.date
    site: str = Field(description="看的是什么：网站、名单文件或网页")
    trusted: bool = Field(description="这次核验能否作为依据")
    exit: Literal[0, 1, 2, 3] = Field(description="退出码：0 通过，1 断，2 需人工，3 不可信")
    distrust: tuple[str, ...] = Field(description="为什么不可信")
    notes: tuple[str, ...]
    pages: _Count
    links: _Count
    counts: dict[Verdict, _Count] = Field(description="按 verdict 的合计")
    standings: dict[Standing, _Count] = Field(description="按 standing 的合计")
    reasons: dict[str, _Count] = Field(description="按原因代码的合计")
    departments: dict[str, _Count] = Field(description="有问题的网址按责任科室的合计")
    requests: _Count = Field(default=0, description="一共发了几次请求")
    hosts: _Count = Field(default=0, description="几台主机")
    self_test: dict[str, Any] | None = Field(default=None, description="自检的结果")
    results: tuple[Result, ...]


def json_schema() -> dict[str, Any]:
    """The declaration as JSON Schema (2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Report.model_json_schema(mode="validation"),
        "title": "disclosure audit fetch",
    }
