"""disclosure build --release and --pages: what needs the data before anything is built."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from disclosure.checks import every_problem
from disclosure.commands import Say
from disclosure.commands.build import check_target
from disclosure.load import DataError
from disclosure.problem import Severity, in_report_order
from disclosure.site import Site


def run(options: argparse.Namespace, say: Say) -> int:
    """Whether the data may be released; then the bodies, where they are wanted."""
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


def _releasable(site: Site, say: Say) -> bool:
    found = in_report_order(every_problem(site.catalogue, site.data, site.today, for_release=True))
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        say("\n".join(str(problem) for problem in errors[:20]))
        say(f"还有 {len(errors)} 处待补，不能正式发布。完整清单：disclosure check --release")
    return not errors


def write_pages(site: Site, target: Path) -> None:
    """Write every page's body, for another engine to dress."""
    check_target(target)
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
