"""disclosure scrub: a cleaned copy of an attachment; the original is never touched."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.commands import Misuse, Say, write_json
from disclosure.commands.privacy import as_json, report
from disclosure.privacy.allow import PolicyError, read_policy
from disclosure.privacy.clean import Uncleanable, clean
from disclosure.privacy.content import Unreadable
from disclosure.privacy.scan import MAX_FILE, scan_bytes


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "scrub",
        parents=[common],
        help="生成附件的清理过的副本",
        description="生成附件的清理过的副本：清空作者等属性，删去批注、隐藏的工作表和文字、拍摄信息，"
        "接受全部修订。正文里的个人信息不会悄悄改动，只列出来；加 --mask 才遮盖。",
        epilog="退出码：0 副本干净；1 副本里还有发现，请人工处理；2 不能读取或不能清理；64 用法有误。",
    )
    parser.add_argument("file", type=Path, metavar="文件", help="要清理的附件")
    parser.add_argument(
        "--out", type=Path, metavar="文件", help="副本写到哪里（默认在旁边，文件名加 -clean）"
    )
    parser.add_argument(
        "--mask",
        action="store_true",
        help="遮盖正文里找到的个人信息（docx、xlsx、txt、csv、md）",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    source: Path = options.file
    target: Path = options.out or source.with_name(f"{source.stem}-clean{source.suffix}")
    _check(source, target)
    try:
        allowed = read_policy(options.data)
    except PolicyError as error:
        raise Misuse(str(error)) from None
    try:
        copy, done = clean(
            source.name, source.read_bytes(), allowed.style if options.mask else None
        )
    except (Unreadable, Uncleanable) as error:
        say(f"没有生成副本：{error}。")
        write_json(options.json, {"exit": 2, "out": None, "reason": str(error)})
        return 2
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(copy)
    for one in done or ["没有需要清理的属性和隐藏内容"]:
        say(f"已{one}。" if done else f"{one}。")
    say(f"副本：{target}。下面是对副本的检查：")
    found = scan_bytes(target.as_posix(), copy, allowed)
    report(found, say)
    code = 1 if found.findings else 2 if found.unread else 0
    write_json(options.json, {**as_json(found, code), "out": str(target), "done": done})
    return code


def _check(source: Path, target: Path) -> None:
    if not source.is_file():
        raise Misuse(f"没有找到文件 {source}")
    if source.stat().st_size > MAX_FILE:
        raise Misuse(f"{source} 超过 {MAX_FILE // 2**20} MB")
    if target.exists():
        raise Misuse(f"{target} 已经存在，不会覆盖；请用 --out 另写一个文件名")
