"""disclosure audit: does every target resolve, and is what must be public public?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.commands import Misuse, Say, later

_EXITS = "退出码：0 通过；1 有断开的网址；2 需人工确认；3 核验本身不可信；64 用法有误。"
MEMORY = "observed.bin"
"""What was seen the last time; in the folder of the report."""
_ALONE: tuple[tuple[str, dict[str, str], list[str]], ...] = (
    ("audit_tree", {"tree": "核验任何一个生成好的网站文件夹，不需要数据"}, [_EXITS]),
    ("fetch", {"fetch": "核验站外网址：官方网址、名单里的网址，或某个网页上的全部链接"}, [_EXITS]),
    (
        "history",
        {
            "history": "一个网址历次核验的结果：何时起不通，何时还是通的，变了什么",
            "trend": "历次核验的结果怎样变化",
        },
        [],
    ),
    (
        "capture",
        {"capture": "留存网页：全页 PDF、截图和原始响应，按指标、年度归档，附 SHA-256 清单"},
        [],
    ),
    (
        "findability",
        {"findability": "核验检索：用浏览器检索每个标题、文号、指标编号和评估人员的问法"},
        [_EXITS],
    ),
)
"""Modules, the commands they add with their titles, and what else they want to know."""


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "audit",
        parents=[common],
        help="核验网站：该有的都有吗，都打得开吗",
        description="按数据核验生成好的网站：每个应有的页面、附件、链接和锚点是否可达，"
        "应公开的材料是否齐备。",
        epilog=_EXITS,
    )
    parser.add_argument(
        "--site", type=Path, default=Path("site"), metavar="文件夹", help="网站（默认 site）"
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="文件夹",
        help="报告写到哪里（默认 audit-report/网站文件夹名）",
    )
    parser.add_argument(
        "--second-opinion",
        action="store_true",
        help="再请 LinkChecker 看一遍（2000 页以上抽查），两次结论不同的列出来",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="在网站的副本里随机埋下各种毛病，看核验能不能全部找到",
    )
    parser.set_defaults(run=run)
    group = later.group_of(parser, title="只做一项", dest="audit")
    for module, titles, more in _ALONE:
        later.register(group, module, titles, *more)


def run(options: argparse.Namespace, say: Say) -> int:
    """Audit the whole site."""
    # It needs the catalogue and all that belongs to it, the commands below do not.
    from disclosure.commands import audit_site

    return audit_site.run(options, say)


def require(folder: Path, message: str) -> None:
    """Refuse a folder that is not there."""
    if not folder.is_dir():
        raise Misuse(message.format(folder))
