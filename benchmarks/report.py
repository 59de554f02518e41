"""results.json as a page for people: benchmarks/RESULTS.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks import again, findability, search, search_peers

_NAMES = {"bare": "只有事实和链接", "full": "有正文和附件"}
_PICTURES = {"bare": "bench-time", "full": "bench-time-full"}
_TARGET = "首次 ≤ 90 kB；之后首页、事项、列表 ≤ 12 kB，指标体系和检索目录 ≤ 40 kB"


def markdown(results: dict[str, Any]) -> str:
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# 速度和重量\n"
    yield from _about(results)
    yield "\n## 生成网站\n"
    yield from _builds(results["builds"])
    yield from _apart(results)
    yield "\n## 检查数据（`disclosure check`）\n"
    yield from _table(
        ("公开事项", "时间（秒）", "处理器（秒）", "内存（MB）"),
        ((one["items"], *_cost(one)) for one in results["checks"]),
    )
    if found := results.get("again"):
        yield "\n## 改一行以后\n"
        yield from again.lines(found)
    yield "\n## 核对一个网站文件夹里的全部站内链接\n"
    yield from _trees(results)
    yield "\n## 发布（nginx，本机回环）\n"
    yield from _serving(results["serving"])
    yield "\n## 网页重量（gzip 后）\n"
    yield from _weights(results["weights"])
    if found := results.get("search"):
        yield "\n## 检索的快慢和大小\n"
        yield from search.lines(found)
    if found := results.get("search_peers"):
        yield "\n同样的记录、同样的检索，三种办法：\n"
        yield from search_peers.lines(found)
    if found := results.get("findability"):
        yield "\n## 检索得到吗（`disclosure audit findability`）\n"
        yield from findability.lines(found)


def _about(results: dict[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    versions = "，".join(f"{name} {number}" for name, number in results["versions"].items())
    yield (
        f"测于 {results['date']}，一次运行（`make bench`）全部测得：{machine['cores']} 核"
        f"（{machine['processor']}），内存 {machine['memory_gb']} GB，{machine['system']}，"
        f"读写在{'内存文件系统' if machine['in_memory'] else '磁盘'}。开测时系统负载 "
        f"{machine['load']}。"
    )
    yield f"\n{versions}。\n"
    yield (
        f"每项测 {results['runs']} 次，各程序轮流，取中位数；每次从空文件夹生成。"
        "处理器时间含全部子进程；内存是全部进程合计的峰值（共用的页只算一次），每 50 毫秒看一次。"
    )
    for sentence in results["missing"]:
        yield f"\n{sentence}"


def _builds(builds: Sequence[dict[str, Any]]) -> Iterator[str]:
    for variant, words in _NAMES.items():
        chosen = [one for one in builds if one["variant"] == variant]
        yield f"\n### {words}\n"
        yield f"![时间随规模的变化](../pictures/{_PICTURES[variant]}.svg)\n"
        yield from _table(
            (
                *("公开事项", "程序", "时间（秒）", "处理器（秒）", "内存（MB）", "网页"),
                *("网页/秒", "输出（MB）", "事项页（字节）"),
            ),
            (_build(one) for one in chosen),
        )


def _build(one: dict[str, Any]) -> tuple[Any, ...]:
    if "failed" in one:
        return one["items"], one["name"], "没有完成", *["—"] * 6
    size = f"{one['bytes'] / 1e6:.1f}"
    rest = one["pages"], one["pages_per_second"], size, one["record_bytes"]
    return one["items"], one["name"], *_cost(one), *rest


def _apart(results: dict[str, Any]) -> Iterator[str]:
    """What the figures compare and what they do not."""
    yield (
        "\n各程序做的事不一样多。**本项目**从数据文件夹开始：检查数据，算出每份材料的公开情况，"
        "生成全部栏目和列表、检索用的清单、网站地图，写的同时核对全部站内链接和锚点，"
        "有一处不通就不换上新网站。**只做网页**是同一个程序，去掉 Hugo 也不做的规则和隐私检查、页面标签、"
        "检索和供下次生成用的记录（`benchmarks/pages_only.py`），链接照样核对。**Hugo** 的版面（`benchmarks/layouts/`）与本项目的事项页内容相同，"
        "页眉页脚用缓存的片段，关掉分类和订阅；事项与指标的关系、列表、中文日期事先写好，不计时间；"
        "不做检索，不核对链接。“Markdown”一行的头信息是 YAML，“数据”一行从一个 JSON 文件"
        "用内容适配器（`_content.gotmpl`）生成。**MkDocs + Material** 和 **Zensical** 用同一套 "
        "Markdown 和主题自带的检索；事项页不放进导航（默认会放进去，2,000 件时要慢十倍以上）；超过 2,000 件时默认不测"
        "（`BENCH_SLOW=1` 测）。"
    )
    sums = list(_with_links(results))
    if sums:
        yield "\n同样的工作量（生成，再核对全部站内链接）："
        yield ""
        yield from _table(("公开事项", "怎么做", "时间（秒）"), sums)


def _with_links(results: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Hugo and lychee one after the other, beside the build that checks its own links."""
    checker = next((one for one in results["trees"] if one["program"] == "lychee"), None)
    if not checker:
        return
    for one in results["builds"]:
        if one["items"] != checker["items"] or one["variant"] != "bare" or "failed" in one:
            continue
        if one["engine"] == "own":
            yield one["items"], "本项目（生成时已核对）", f"{one['wall']:.2f}"
        if one["engine"].startswith("hugo"):
            total = one["wall"] + checker["wall"]
            yield one["items"], f"{one['name']}，再用 lychee", f"{total:.2f}"


def _trees(results: dict[str, Any]) -> Iterator[str]:
    if not results["trees"]:
        yield "没有测。"
        return
    yield f"同一个网站（{results['trees'][0]['items']:,} 件公开事项，没有正文和附件），同一台机器。\n"
    yield from _table(
        ("程序", "看了几页", "链接", "时间（秒）", "处理器（秒）", "内存（MB）", "网页/秒"),
        (
            (
                *(one["name"], one["pages"], one["links"] or "—", *_cost(one)),
                one["pages_per_second"],
            )
            for one in results["trees"]
        ),
    )
    yield (
        "\nlychee 直接读文件，连锚点一起查；不知道应该有哪些页，没有链接指向的页丢了它看不出来。"
        "LinkChecker 通过本机的网站服务器读，只给它抽出的 500 页作起点，只测一次，并去掉了它自己的等待。"
    )


def _serving(serving: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not serving:
        yield "没有测：没有安装 nginx 或者 wrk。"
        return
    yield (
        "配置是 `publishing/nginx.conf`，只换了端口和文件夹。`wrk` 两个线程、"
        "64 个连接、10 秒，和 nginx 共用这台机器的核。\n"
    )
    yield from _table(
        ("读什么", "次/秒", "中位延迟（毫秒）", "99% 延迟（毫秒）", "流量/秒", "出错"),
        (
            (
                *(one["name"], one["requests_per_second"], one["latency_median_ms"]),
                *(one["latency_99_ms"], one["transfer"], "有" if one["errors"] else "无"),
            )
            for one in serving
        ),
    )


def _weights(weights: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield (
        f"首次访问：网页和它装入的样式、脚本、图标；之后：只有网页本身。目标：{_TARGET}。"
        "检索页另带检索清单，不设限，单列。\n"
    )
    yield from _table(
        ("网站", "网页", "网址", "首次（kB）", "之后（kB）", "超出"),
        (
            (
                *(one["site"], one["page"], f"`/{one['address']}`"),
                *(f"{one['first'] / 1000:.1f}", f"{one['after'] / 1000:.1f}"),
                "**超出**" if one["over"] else "",
            )
            for one in weights
        ),
    )


def _cost(one: dict[str, Any]) -> tuple[str, str, str]:
    return f"{one['wall']:.2f}", f"{one['cpu']:.2f}", f"{one['memory']:,.0f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        cells = (f"{one:,}" if isinstance(one, int) else str(one) for one in row)
        yield f"| {' | '.join(cells)} |"
