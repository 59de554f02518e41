"""disclosure build: the command. The build itself is `disclosure.builder`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from disclosure import builder
from disclosure.commands import Misuse, Say, write_json

_LEFT: list[object] = []
"""What the last build worked with: the process ends after it, so it is not taken apart."""


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "build",
        parents=[common],
        help="生成网站",
        description="生成网站。先写到临时文件夹，全部通过才换上；失败时旧网站原样保留。",
        epilog="退出码：0 生成；1 没有生成；64 用法有误。",
    )
    parser.add_argument(
        "--site",
        type=Path,
        metavar="文件夹",
        help="网站写到哪里（默认 site；加 --offline 时 site-offline）",
    )
    parser.add_argument(
        "--offline", action="store_true", help="生成可以从 U 盘直接打开的网站（双击 index.html）"
    )
    parser.add_argument(
        "--pages", type=Path, metavar="文件夹", help="不用 MkDocs，只把各页正文写到这个文件夹"
    )
    parser.add_argument("--release", action="store_true", help="正式发布：有待填、未公开就不生成")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    if not options.data.is_dir():
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    target = options.site or Path("site-offline" if options.offline else "site")
    said: list[str] = []

    def note(text: str) -> None:
        said.append(text)
        say(text)

    code = _run(options, target, note)
    if options.json is not None:
        outcome = {"exit": code, "site": str(target), "pages": _pages(target), "messages": said}
        write_json(options.json, outcome)
    return code


def _run(options: argparse.Namespace, target: Path, say: Say) -> int:
    if options.release or options.pages is not None:
        # Imported when wanted: MkDocs should be under way before such heavy things.
        from disclosure.commands import bodies

        code = bodies.run(options, say)
        if code or options.pages is not None:
            return code
    _LEFT.clear()
    code = build(options.data, options.today, target, say, offline=options.offline, held=_LEFT)
    if code:
        return code
    opened = "双击其中的 index.html 打开" if options.offline else "可以发布到任何静态网站服务器"
    say(f"已生成网站：{target}，{opened}。")
    return 0


def _pages(site: Path) -> int:
    """How many pages stand there now."""
    return sum(1 for _ in site.rglob("index.html")) if site.is_dir() else 0


def build(
    data: Path,
    today: dt.date,
    target: Path,
    say: Say,
    *,
    offline: bool = False,
    held: list[object] | None = None,
) -> int:
    """Build, or say why not. `held`: as for the builder."""
    if not Path("mkdocs.yml").is_file():
        raise Misuse("当前文件夹没有 mkdocs.yml，请在项目文件夹里运行")
    check_target(target)
    try:
        said = builder.build(data, today, target, offline=offline, held=held)
    except builder.Refused as refused:
        say(f"{refused}\n没有生成网站；{target} 保持原样。")
        return 1
    if said:
        say(said)
    return 0


def check_target(target: Path) -> None:
    """Refuse to replace a folder that is not a built site."""
    if target.exists() and not target.is_dir():
        raise Misuse(f"{target} 是一个文件，请换一个文件夹")
    if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
        raise Misuse(f"{target} 里有别的内容，不像生成的网站，请换一个文件夹")
