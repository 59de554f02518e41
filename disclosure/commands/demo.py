"""disclosure demo: write a complete fictional bureau as a data folder."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

from disclosure.commands import Misuse, Say, write_json
from disclosure.demo import Occupied, Unsound, write_demo
from disclosure.demo.bureau import FRAMEWORK
from disclosure.load import DataError

_MOST = 200_000


def add(subparsers: Any, common: argparse.ArgumentParser) -> None:
    parser = subparsers.add_parser(
        "demo",
        parents=[common],
        conflict_handler="resolve",
        help="生成一个虚构的示例单位，供演示和测试",
        description="生成虚构的“示例市司法局”数据文件夹。同样的条数和种子，得到同样的内容。",
        epilog="只写入不存在的、空的，或者以前生成的示例文件夹；退出码：0 完成；1 指标体系有错误；"
        "64 用法有误。",
    )
    parser.add_argument("folder", type=Path, metavar="文件夹", help="写到哪里")
    parser.add_argument(
        "--items", type=int, default=120, metavar="条数", help="公开事项的条数（默认 120）"
    )
    parser.add_argument(
        "--entries",
        type=int,
        metavar="条数",
        help="执法决定的条数，其他清单随之生成（默认是公开事项的一半；0 表示不要清单）",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="种子", help="随机种子（默认 1）")
    parser.add_argument(
        "--framework",
        type=Path,
        metavar="文件夹",
        help="从哪个数据文件夹取指标体系（默认同 --data）",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    framework = options.framework or options.data
    if not 1 <= options.items <= _MOST:
        raise Misuse(f"--items 要在 1 到 {_MOST} 之间，给的是 {options.items}")
    if options.entries is not None and not 0 <= options.entries <= _MOST:
        raise Misuse(f"--entries 要在 0 到 {_MOST} 之间，给的是 {options.entries}")
    if absent := [name for name in FRAMEWORK if not (framework / name).is_file()]:
        raise Misuse(
            f"{framework} 里没有 {'、'.join(absent)}；请用 --framework 指明指标体系所在的数据文件夹"
        )
    started = time.perf_counter()
    try:
        written = write_demo(
            options.folder, framework, options.items, options.seed, options.entries
        )
    except Occupied as occupied:
        raise Misuse(str(occupied)) from None
    except (DataError, Unsound) as error:
        say(
            f"指标体系有错误，没有生成示例单位。请先运行 disclosure check --data {framework}\n{error}"
        )
        return 1
    except OSError as error:
        raise Misuse(f"{options.folder} 写不进去：{error.strerror or error}") from None
    seconds = time.perf_counter() - started
    say(
        f"示例单位已写入 {options.folder}：公开事项 {written.items} 件，正文 {written.texts} 篇，"
        f"附件 {written.attachments} 个，清单 {written.entries} 行，共 {written.size / 2**20:.1f} MB，用时 {seconds:.1f} 秒。"
    )
    say(f"检查：disclosure check --data {options.folder}")
    write_json(
        options.json,
        {
            "folder": str(options.folder),
            "items": written.items,
            "texts": written.texts,
            "attachments": written.attachments,
            "entries": written.entries,
            "bytes": written.size,
            "seed": options.seed,
        },
    )
    return 0
