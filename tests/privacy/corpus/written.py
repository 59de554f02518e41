"""Texts as files: templates filled, dressed as pages where they are pages, encoded.

A block of `texts/*.txt` begins `== slug [form] [encoding] [xN]`; form `any` takes turns.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from privacy.corpus.case import Case, Filling

FOLDER = Path(__file__).parent / "texts"
FORMS = ("txt", "html", "md", "csv", "json", "xml", "yaml", "js", "any")
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
REPEATED = 6
_HEAD = re.compile(r"^== (\S+)((?: \S+)*)$", re.MULTILINE)
# Pages as justice bureaus publish them: the frame itself is full of lawful numbers.
FRAMES = (
    """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{charset}"><title>政府信息公开</title>
<meta name="SiteName" content="某市司法局（示例）"><meta name="PubDate" content="2021-03-16 09:20">
</head><body><nav><a href="/">首页</a> &gt; <a href="/xxgk/">信息公开</a></nav>
<main>{body}</main>
<footer>主办：某市司法局（示例）　地址：濮阳市华龙区[[office]]　邮编：457000　电话：[[tel]]　
公共法律服务热线：12348　政务服务热线：12345</footer></body></html>
""",
    """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<style>.w1180{width:1180px} .c13800{color:#138001}</style>
<script>var articleId = "[[d14]]"; var t = 1616980[[d6]];</script></head>
<body class="w1180"><div class="info">索引号：[[d9]]/2021-[[d5]]　发布时间：2021-04-02 16:05:13</div>
<div id="zoom">{body}</div><p>浏览次数：<span id="hits">1[[d4]]</span></p></body></html>
""",
    """<!doctype html><meta charset="{charset}"><title>公示</title>
<article>{body}</article>
<p>联系部门：办公室；办公时间：工作日 9:00—12:00，13:30—17:30；值班电话 [[tel]]；邮箱 bgs@example.gov.cn</p>
""",
)


@dataclass(frozen=True)
class Template:
    slug: str
    text: str
    form: str
    encoding: str
    times: int


def templates(path: Path) -> Iterator[Template]:
    pieces = _HEAD.split(path.read_text(encoding="utf-8"))
    for slug, words, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        chosen = words.split()
        form = next((word for word in chosen if word in FORMS), "any")
        encoding = next((word for word in chosen if word in ENCODINGS), "utf-8")
        times = next((int(word[1:]) for word in chosen if re.fullmatch(r"x\d", word)), 1)
        assert len(chosen) == (form != "any") + (encoding != "utf-8") + (times > 1), slug
        yield Template(f"{path.stem}/{slug}", text.strip("\n") + "\n", form, encoding, times)


def page(text: str, turn: int) -> str:
    """A whole page as it is; a fragment, or plain paragraphs, within one of the frames."""
    if re.match(r"\s*<(!doctype|html)", text, re.IGNORECASE):
        return text
    if not text.lstrip().startswith("<"):
        lines = (html.escape(line, quote=False) for line in text.splitlines() if line.strip())
        text = "\n".join(f"<p>{line}</p>" for line in lines)
    return FRAMES[turn % len(FRAMES)].replace("{body}", text)


def cases() -> Iterator[Case]:
    number = 0
    for path in sorted(FOLDER.glob("*.txt")):
        forms = cycle(("txt", "html", "md"))
        for template in templates(path):
            for turn in range(template.times):
                number += 1
                form = next(forms) if template.form == "any" else template.form
                yield write(template, form, turn, number)


def write(template: Template, form: str, turn: int, number: int) -> Case:
    filling = Filling(
        f"{template.slug}/{turn}", "txt" if form not in ("html", "csv", "md") else form, turn
    )
    source = page(template.text, number) if form == "html" else template.text
    charset = "gb2312" if template.encoding == "gb18030" else "utf-8"
    text = filling.fill(source.replace("{charset}", charset))
    return Case(
        name=f"{template.slug}/{turn + 1}",
        file=f"t{number:03}.{form}",
        content=text.encode(template.encoding),
        text=text,
        expected=tuple(filling.expected),
        allowed=tuple(filling.allowed),
    )
