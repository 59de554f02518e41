"""disclosure privacy scan: what must never be published, in any text, page, attachment, folder."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from disclosure.commands import Misuse, Say, write_json
from disclosure.privacy.allow import PolicyError, read_policy
from disclosure.privacy.finding import Kind
from disclosure.privacy.scan import Scan, scan_paths

_EXITS = "退出码：0 没有发现；1 有发现；2 有文件未能读取（且没有发现）；64 用法有误。"
_SHOWN = 100


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "privacy",
        help="检查不得公开的个人信息和密级标志",
        description="检查任何文本、网页、附件或文件夹里不得公开的个人信息和密级标志。",
        epilog=_EXITS,
    )
    group = parser.add_subparsers(
        title="命令", metavar="命令", dest="privacy", required=True, parser_class=type(parser)
    )
    scan = group.add_parser(
        "scan",
        parents=[common],
        help="检查文件和文件夹",
        description="检查文件和文件夹：身份证号、手机号、银行卡号、家庭住址、受保护人员姓名、密级标志等；"
        "附件连同隐藏的工作表、批注、修订、属性一起查。不能读取的会列出来。",
        epilog=_EXITS,
    )
    scan.add_argument("paths", type=Path, nargs="+", metavar="路径", help="文件或文件夹")
    scan.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    for path in options.paths:
        if not path.exists():
            raise Misuse(f"没有找到 {path}")
    try:
        allowed = read_policy(options.data)
    except PolicyError as error:
        raise Misuse(str(error)) from None
    found = scan_paths(options.paths, allowed)
    report(found, say)
    code = 1 if found.findings else 2 if found.unread else 0
    write_json(options.json, as_json(found, code))
    return code


def report(found: Scan, say: Say) -> None:
    """Say every finding (the first hundred), what could not be read, and the totals."""
    for one in found.findings[:_SHOWN]:
        say(str(one))
    if len(found.findings) > _SHOWN:
        say(f"……还有 {len(found.findings) - _SHOWN} 处，用 --json 文件名 可看全部。")
    for file, reason in found.unread:
        say(f"未能读取：{file}\n  原因：{reason}")
    pictures = sum("画面" in remark for _, remark in found.remarks)
    for file, remark in found.remarks:
        if "画面" not in remark:
            say(f"提示：{file}：{remark}")
    if pictures:
        say(f"提示：{pictures} 张图片只查了属性，画面里的文字请人工看。")
    counts = Counter(one.kind for one in found.findings)
    kinds = "，".join(f"{kind.label} {counts[kind]}" for kind in Kind if counts[kind])
    say(
        f"共检查 {found.files} 个文件：发现 {len(found.findings)} 处"
        + (f"（{kinds}）" if kinds else "")
        + f"，未能读取 {len(found.unread)} 处。"
    )


def as_json(found: Scan, code: int) -> dict[str, Any]:
    """The result for `--json`."""
    return {
        "exit": code,
        "files": found.files,
        "findings": [one.as_dict() for one in found.findings],
        "unread": [{"file": file, "reason": reason} for file, reason in found.unread],
        "remarks": [{"file": file, "remark": remark} for file, remark in found.remarks],
    }
