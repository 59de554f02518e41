"""disclosure audit findability: does a person who searches find what there is?"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from disclosure.audit.findability.proof import LOOKS, Question, prove, report, unusable
from disclosure.audit.findability.selftest import SearchTest, self_test
from disclosure.audit.findability.wording import sentences
from disclosure.audit.observe.browser import Chromium, NoBrowser, NoSearch, chromium
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import DISTRUST, Report
from disclosure.commands import Misuse, Say, day, write_pieces
from disclosure.load import DataError, load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.permanent import permanent


def add_to(group: Any, exits: str) -> None:
    """Register below `disclosure audit`."""
    parser = group.add_parser(
        "findability",
        help="核验检索：用浏览器检索每个标题、文号、指标编号和评估人员的问法",
        description="用浏览器在生成好的网站上检索：每个公开事项和清单条目的标题、文号、编码、索引号，"
        "每项网络检索指标的编号，queries.yaml 里的问法，看应找到的是不是在前三条。需要 Playwright 和 Chromium。",
        epilog=exits,
    )
    kept: dict[str, Any] = {"default": argparse.SUPPRESS}
    parser.add_argument("--site", type=Path, metavar="文件夹", **kept, help="网站（默认 site）")
    parser.add_argument("--data", type=Path, metavar="文件夹", **kept, help="数据文件夹")
    parser.add_argument(
        "--sample",
        type=int,
        default=0,
        metavar="个数",
        help="只抽查多少个公开事项和条目（默认全部）",
    )
    parser.add_argument(
        "--today", type=day, metavar="日期", **kept, help="按哪一天判断（默认今天）"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="种子", help="抽查的随机种子（默认 1）"
    )
    parser.add_argument("--json", type=Path, metavar="文件", **kept,
                        help="把结果写成 JSON；- 表示标准输出")  # fmt: skip
    parser.add_argument(
        "--self-test", action="store_true", **kept,
        help="在网站的副本里弄坏检索，看核验能不能找到",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    for folder, name in ((options.site, "网站"), (options.data, "数据")):
        if not folder.is_dir():
            raise Misuse(f"没有找到{name}文件夹 {folder}")
    if options.sample < 0:
        raise Misuse(f"--sample 须是正数，给的是 {options.sample}")
    try:
        catalogue = load_catalogue(options.data)
        with chromium() as browser:
            found = _proved(options, catalogue, browser)
        write_pieces(options.json, found.json())
    except DataError as error:
        say(f"{error}\n数据有错误，无从得知该检索什么，不能核验。")
        return DISTRUST
    except NoBrowser as error:
        say(f"检索核验要用浏览器：{error}。")
        return DISTRUST
    except OSError as error:
        say(f"核验没有完成：{error}")
        return DISTRUST
    for sentence in sentences(found):
        say(sentence)
    return found.exit_code


def _proved(options: argparse.Namespace, catalogue: Catalogue, browser: Chromium) -> Report:
    base_url = permanent(catalogue.bureau, "")
    question = Question.of(catalogue, base_url, options.today, options.sample, options.seed)

    def search(site: Path, looks: int = LOOKS) -> Report:
        try:
            with browser.at(site) as searcher:
                return report(prove(question, searcher, options.seed, looks), options.today)
        except NoSearch as error:
            return unusable(question, str(error), options.today)

    found = search(options.site)
    if not options.self_test:
        return found
    word = next(iter(catalogue.queries.nothing), "")
    test = self_test(
        options.site, base_url, found.findings, lambda site: search(site, 1).findings, word
    )
    return _with(test, found)


def _with(test: SearchTest, found: Report) -> Report:
    """The report with what the self-test adds: nothing, or the loss of all trust."""
    planted, missed = len(test.planted), len(test.missed)
    doubts = [f"自检埋下的毛病没有找到：{REASONS[one.code].title}" for one in test.missed]
    if test.alarms:
        doubts.append(f"自检在没有动过的副本里误报 {len(test.alarms)} 处")
    return replace(
        found,
        notes=(*found.notes, f"自检：埋下 {planted} 处毛病，找到 {planted - missed} 处。"),
        doubts=tuple(doubts),
        extra={**found.extra, "self_test": test.as_dict()},
    )
