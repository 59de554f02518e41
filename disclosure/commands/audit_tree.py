"""disclosure audit tree: does every link of a built folder resolve?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.audit.folder import audit_tree
from disclosure.audit.last import report_folder
from disclosure.audit.observe.worker import WorkerDied
from disclosure.audit.report import DISTRUST
from disclosure.audit.wording import sentences
from disclosure.commands import Misuse, Say, write_pieces
from disclosure.commands.audit import MEMORY, require


def add_to(group: Any, exits: str) -> None:
    """Register below `disclosure audit`."""
    parser = group.add_parser(
        "tree",
        help="核验任何一个生成好的网站文件夹，不需要数据",
        description="核验任何一个生成好的网站文件夹，不需要数据；只列出不通的，并给出合计。",
        epilog=exits,
    )
    parser.add_argument("folder", type=Path, metavar="文件夹", help="网站文件夹")
    parser.add_argument(
        "--base",
        default="",
        metavar="网址",
        help="网站发布的网址（默认从页面的 canonical 推断）",
    )
    parser.add_argument(
        "--json",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="文件",
        help="把结果写成 JSON；- 表示标准输出",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    require(options.folder, "没有找到文件夹 {}")
    if options.base and not options.base.startswith(("http://", "https://")):
        raise Misuse("--base 须是完整的 http 或 https 网址")
    try:
        memory = report_folder(options.folder) / MEMORY
        report = audit_tree(options.folder, options.base, options.today, memory)
        write_pieces(options.json, report.json())
    except (WorkerDied, OSError) as error:
        say(f"核验没有完成，报告不全：{error}")
        return DISTRUST
    for sentence in sentences(report):
        say(sentence)
    return report.exit_code
