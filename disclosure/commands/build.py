"""disclosure build: the command. The build itself is `disclosure.builder`."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from disclosure import builder
from disclosure.checks import every_problem
from disclosure.commands import Misuse, Say, write_json
from disclosure.load import DataError
from disclosure.problem import Severity, in_report_order
from disclosure.site import Site


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
        try:
            site = Site.read(options.data, options.today)
        except DataError as error:
            say(f"{error}\n数据有 {len(error.problems)} 处错误，没有生成网站。")
            return 1
        if options.release and not _releasable(site, say):
            return 1
        if options.pages is not None:
            write_pages(site, options.pages)
            say(f"已写出 {len(site.pages)} 页正文：{options.pages}")
            return 0
    if code := build(options.data, options.today, target, say, offline=options.offline):
        return code
    opened = "双击其中的 index.html 打开" if options.offline else "可以发布到任何静态网站服务器"
    say(f"已生成网站：{target}，{opened}。")
    return 0


def _pages(site: Path) -> int:
    """How many pages stand there now."""
    return sum(1 for _ in site.rglob("index.html")) if site.is_dir() else 0


def _releasable(site: Site, say: Say) -> bool:
    found = in_report_order(every_problem(site.catalogue, site.data, site.today, for_release=True))
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        say("\n".join(str(problem) for problem in errors[:20]))
        say(f"还有 {len(errors)} 处待补，不能正式发布。完整清单：disclosure check --release")
    return not errors


def build(data: Path, today: dt.date, target: Path, say: Say, *, offline: bool = False) -> int:
    """Build, or say why not."""
    if not Path("mkdocs.yml").is_file():
        raise Misuse("当前文件夹没有 mkdocs.yml，请在项目文件夹里运行")
    _check_target(target)
    try:
        said = builder.build(data, today, target, offline=offline)
    except builder.Refused as refused:
        say(f"{refused}\n没有生成网站；{target} 保持原样。")
        return 1
    if said:
        say(said)
    return 0


def write_pages(site: Site, target: Path) -> None:
    """Write every page's body, for another engine to dress."""
    _check_target(target)
    for address, page in site.pages.items():
        path = target / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(site.body(page), encoding="utf-8", newline="\n")
    for address, content in site.assets.items():
        path = target / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for address, source in site.attachments.items():
        path = target / address
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)


def _check_target(target: Path) -> None:
    """Refuse to replace a folder that is not a built site."""
    if target.exists() and not target.is_dir():
        raise Misuse(f"{target} 是一个文件，请换一个文件夹")
    if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
        raise Misuse(f"{target} 里有别的内容，不像生成的网站，请换一个文件夹")
