"""The `disclosure` command: Chinese help and messages, documented exit codes.

    0 clean    1 errors (with --strict warnings too)    64 wrong use    (audit adds 2 and 3)

Each module of `commands` adds one subcommand and runs it; only this module prints.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from disclosure.commands import Misuse, commands, day

WRONG_USE = 64
INTERRUPTED = 130

_TRANSLATIONS = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*?): expected one argument", r"参数 \1 后面要跟一个值"),
    (r"argument (.*?): expected at least one argument", r"参数 \1 后面至少要跟一个值"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"参数 \1 不能是 \2，可选：\3"),
    (r"argument (.*?): invalid \w+ value: (.*)", r"参数 \1 的值 \2 不合要求"),
    (r"argument (.*?): (.*)", r"参数 \1：\2"),
    (r"ambiguous option: (.*?) could match (.*)", r"参数 \1 不明确，可能是 \2"),
)


class Parser(argparse.ArgumentParser):
    """argparse in Chinese, leaving with 64 on wrong use."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, chinese in _TRANSLATIONS:
            if match := re.fullmatch(pattern, message):
                message = match.expand(chinese)
                break
        self.exit(WRONG_USE, f"用法有误：{message}\n{self.format_usage()}")


def build_parser(wanted: str = "") -> Parser:
    """The parser; where the command is known, only with what that one needs."""
    parser = Parser(
        prog="disclosure",
        description="政府信息公开专栏：检查数据、生成网站、核验网站。",
        epilog="退出码：0 通过；1 有错误；2 需人工确认；3 核验本身不可信；64 用法有误。",
    )
    subparsers = parser.add_subparsers(
        title="命令", metavar="命令", dest="command", required=True, parser_class=Parser
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("DISCLOSURE_DATA", "data")),
        metavar="文件夹",
        help="数据文件夹（默认 data，或环境变量 DISCLOSURE_DATA）",
    )
    common.add_argument(
        "--today",
        type=day,
        default=dt.date.today(),
        metavar="日期",
        help="按哪一天判断（默认今天）",
    )
    common.add_argument("--json", type=Path, metavar="文件", help="把结果写成 JSON；- 表示标准输出")
    for module in commands(wanted):
        module.add(subparsers, common)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = build_parser(arguments[0] if arguments else "").parse_args(arguments)
    # With `--json -` standard output belongs to the data, so messages go beside it.
    stream = sys.stderr if str(options.json) == "-" else sys.stdout

    def say(text: str) -> None:
        print(text, file=stream, flush=True)

    try:
        return int(options.run(options, say))
    except Misuse as misuse:
        print(f"用法有误：{misuse}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
        return INTERRUPTED


def run() -> NoReturn:
    """The command as a process of its own."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # what a large catalogue leaves behind need not be taken apart at the end


if __name__ == "__main__":
    run()
