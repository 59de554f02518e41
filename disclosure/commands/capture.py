"""disclosure audit capture: dated pictures of official pages, filed as 网络检索佐证."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from disclosure.audit.evidence.filing import Wanted, listed, official
from disclosure.audit.evidence.manifest import Shot, as_json, exit_code, sums, table
from disclosure.audit.fetch.charset import decode
from disclosure.audit.observe.browser import NoBrowser, launched
from disclosure.audit.observe.capture import Album
from disclosure.audit.report import DISTRUST
from disclosure.commands import Misuse, Say, write_pieces
from disclosure.load import DataError, load_catalogue

_SHOWN = 50


def add_to(group: Any) -> None:
    """Register below `disclosure audit`."""
    parser = group.add_parser(
        "capture",
        help="留存网页：全页 PDF、截图和原始响应，按指标、年度归档，附 SHA-256 清单",
        description="用无界面浏览器逐个打开网址，留存注明时间和网址的全页 PDF、截图，以及原始响应，"
        "按指标、年度归档（网络检索佐证、网站链接截图）。不给名单时，留存数据里的全部官方网址和"
        "网络检索指标在本站的页面。中断后再运行一次会接着留存。需要 Playwright 和 Chromium。",
        epilog="退出码：0 全部留存；1 有打不开的；2 有须由人留存的；3 没有浏览器或没有做完；64 用法有误。",
    )
    kept: dict[str, Any] = {"default": argparse.SUPPRESS}
    parser.add_argument("--out", type=Path, required=True, metavar="文件夹", help="存到哪里")
    parser.add_argument(
        "--list", type=Path, metavar="文件",
        help="名单：CSV（列 url，可有 expect、indicator 指标编号、year、title）或每行一个网址",
    )  # fmt: skip
    parser.add_argument("--base", metavar="网址", help="本站网址（默认 bureau.yaml 的 base_url）")
    parser.add_argument("--data", type=Path, metavar="文件夹", **kept, help="数据文件夹")
    parser.add_argument("--json", type=Path, metavar="文件", **kept,
                        help="把清单也写到这里；- 表示标准输出")  # fmt: skip
    parser.add_argument("--rate", type=float, default=1.0, metavar="秒",
                        help="同一主机两个网页至少相隔几秒（默认 1）")  # fmt: skip
    parser.add_argument("--timeout", type=float, default=45.0, metavar="秒",
                        help="一个网页最多多少秒（默认 45）")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, say: Say) -> int:
    if options.rate < 0 or options.timeout <= 0:
        raise Misuse("--rate 不能是负数，--timeout 须大于 0")
    try:
        wanted = _wanted(options, say)
        if not wanted:
            say("没有要留存的网址。")
            return DISTRUST
        album = Album(options.out, wanted)
        if album.kept:
            say(f"接着上次：{album.kept} 个网址已经留存，文件完好。")
        interrupted = _fill(album, options, say)
        _write(album, options)
    except DataError as error:
        say(f"{error}\n数据有错误，无从得知有哪些网址，不能留存。")
        return DISTRUST
    except NoBrowser as error:
        say(f"不能留存：{error}。")
        return DISTRUST
    except OSError as error:
        say(f"留存没有做完：{error}")
        return DISTRUST
    _conclude(album, interrupted, say)
    return exit_code(wanted, album.shots)


def _fill(album: Album, options: argparse.Namespace, say: Say) -> bool:
    """Whether it was interrupted."""
    if len(album.shots) == len(album.wanted):
        return False
    from disclosure.audit.observe.camera import Camera

    total = len(album.wanted)

    def tell(number: int, one: Wanted, shot: Shot) -> None:
        result = "已留存" if shot.captured else f"失败，{shot.failure}"
        say(f"{len(album.shots)}/{total} {one.url} {result}")

    try:
        with launched() as browser:
            album.fill(Camera(browser, options.timeout), options.rate, tell)
    except KeyboardInterrupt:
        return True
    return False


def _wanted(options: argparse.Namespace, say: Say) -> list[Wanted]:
    catalogue = load_catalogue(options.data) if options.data.is_dir() else None
    if options.list is not None:
        try:
            data = options.list.read_bytes()
        except OSError as error:
            raise Misuse(f"名单 {options.list} 读不了：{error.strerror or error}") from None
        return listed(decode(data)[0], options.list.name, catalogue)
    if catalogue is None:
        raise Misuse(f"没有找到数据文件夹 {options.data}")
    base = options.base or catalogue.bureau.base_url
    if not base:
        say("bureau.yaml 没有填公开地址（base_url），本站页面不留存；可用 --base 指明。")
    return official(catalogue, base)


def _write(album: Album, options: argparse.Namespace) -> None:
    head = {"audit": "capture", "today": options.today.isoformat()}
    text = as_json(album.wanted, album.shots, head)
    write_pieces(album.folder / "manifest.csv", [table(album.wanted, album.shots)])
    write_pieces(album.folder / "manifest.json", [text])
    write_pieces(album.folder / "SHA256SUMS", [sums(album.shots.values())])
    write_pieces(options.json, [text])


def _conclude(album: Album, interrupted: bool, say: Say) -> None:
    failed = [one for one in album.shots.values() if not one.captured]
    for one in failed[:_SHOWN]:
        say(f"没有留存：{one.url}\n  {one.failure}")
    if len(failed) > _SHOWN:
        say(f"……还有 {len(failed) - _SHOWN} 个，看 manifest.csv 可知全部。")
    if interrupted:
        say("中断了；再运行一次同样的命令会接着留存。")
    done = len(album.shots) - len(failed)
    say(
        f"应留存 {len(album.wanted)} 个网址，已留存 {done}，失败 {len(failed)}，"
        f"没有轮到 {len(album.wanted) - len(album.shots)}。清单：{album.folder / 'manifest.csv'}。"
    )
