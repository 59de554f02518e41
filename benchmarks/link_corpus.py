"""The hostile corpus (tests/audit/hostile_blind) given to us and to other link checkers.

python -m benchmarks.link_corpus    writes benchmarks/LINKS.md; every program gets a fresh server
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from benchmarks import link_peers, peers
from benchmarks.link_peers import Ask, Said, Unfinished, looked_up

sys.path.insert(0, str(peers.ROOT / "tests" / "audit"))

from hostile_blind.case import OK, Case
from hostile_blind.certificates import Authority
from hostile_blind.corpus import as_csv, build
from hostile_blind.reply import Answer, reply
from hostile_blind.world import World

OURS = "disclosure audit fetch"
TRIES = 3


@dataclass(frozen=True)
class Told:
    """What one program said of all cases, in their order."""

    name: str
    said: tuple[Said, ...]
    seconds: float
    exact: int | None = None
    """How many verdicts were right to the word (ours only)."""
    unfinished: tuple[str, ...] = ()
    """Earlier tries that did not come to their end, and why."""


def main() -> int:
    failed = link_peers.install()
    notes = [f"linkinator 没有装上：{_line(failed)}"] if failed else []
    told = [_ours()]
    print(f"{OURS}：{told[0].seconds:.0f} 秒", flush=True)
    for name, ask in link_peers.peers().items():
        result = _peer(name, ask)
        if isinstance(result, str):
            notes.append(f"{name} {TRIES} 次都没有跑完，没有计分：{_line(result)}")
            print(notes[-1], flush=True)
            continue
        told.append(result)
        print(f"{name}：{result.seconds:.0f} 秒", flush=True)
        if result.unfinished:
            why = _line(result.unfinished[-1])
            notes.append(f"{name} 有 {len(result.unfinished)} 次没有跑完，重新跑过：{why}")
    with tempfile.TemporaryDirectory() as folder:
        groups = build(World(), Authority(Path(folder)))
    text = "\n".join(_lines(groups, told, notes)) + "\n"
    (peers.HERE / "LINKS.md").write_text(text, encoding="utf-8")
    return 0


def _line(text: str) -> str:
    return " ".join(text.split())[:200]


def _built(folder: str) -> tuple[World, Authority, list[Case]]:
    world, authority = World(), Authority(Path(folder))
    return world, authority, [case for group in build(world, authority).values() for case in group]


def _ours() -> Told:
    with tempfile.TemporaryDirectory() as folder:
        world, authority, cases = _built(folder)
        listing, report = Path(folder) / "list.csv", Path(folder) / "result.json"
        listing.write_text(as_csv(cases), encoding="utf-8")
        command = [peers.PYTHON, "-m", "disclosure.cli", "audit", "fetch", "--list", str(listing)]
        command += ["--json", str(report), "--report", folder, "--ca", str(authority.ca)]
        with world:
            started = time.perf_counter()
            subprocess.run([*command, "--rate", "0"], cwd=folder, capture_output=True)
            seconds = time.perf_counter() - started
        rows = json.loads(report.read_text(encoding="utf-8"))["results"]
    verdicts: dict[str, set[str]] = {}
    for row in rows:
        for name in {row["url"], row.get("href") or row["url"]}:
            verdicts.setdefault(name, set()).add(row["verdict"])
    heard = [verdicts.get(case.url) or verdicts.get(case.url.strip()) or set() for case in cases]
    said = [_summed(one) for one in heard]
    exact = sum(
        bool(one) and min(one, key=_RANK.index) in case.accepted
        for one, case in zip(heard, cases, strict=True)
    )
    return Told(OURS, tuple(said), seconds, exact)


_RANK = ("broken", "blocked", "suspect", "unchecked", "ok")


def _summed(verdicts: set[str]) -> Said:
    if not verdicts:
        return Said.NOTHING
    return Said.FINE if verdicts == {OK} else Said.FAULT


def _peer(name: str, ask: Ask) -> Told | str:
    """Up to three tries, each on a fresh server; what went wrong if none came to its end."""
    failures: list[str] = []
    while len(failures) < TRIES:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            world, authority, cases = _built(folder)
            column = world.site(address="127.76.0.1")
            pages = [column.at(f"/{n}.html", _linking(case)) for n, case in enumerate(cases)]
            with world:
                started = time.perf_counter()
                try:
                    opinion = ask(pages, authority.ca)
                except Unfinished as failure:
                    failures.append(str(failure))
                    continue
                seconds = time.perf_counter() - started
            said = tuple(looked_up(opinion, [case.url for case in cases], pages))
        _plausible(name, cases, said)
        return Told(name, said, seconds, unfinished=tuple(failures))
    return failures[-1]


def _linking(case: Case) -> Answer:
    head = '<html><head><meta charset="utf-8"><title>x</title></head><body>'
    return reply(f'{head}<a href="{escape(case.url)}">{escape(case.name)}</a></body></html>')


def _plausible(name: str, cases: Sequence[Case], said: Sequence[Said]) -> None:
    """A good page and a plain 404 are told apart by any checker; if not, it is we who misread it."""
    for sure, wanted in (("hop-permanent", Said.FINE), ("status-404", Said.FAULT)):
        number = next(n for n, case in enumerate(cases) if case.name == sure)
        if said[number] is not wanted:
            raise AssertionError(f"{name}: {sure} read as {said[number]}, our reading is wrong")


def _right(case: Case, said: Said) -> bool:
    good = Said.FINE if OK in case.accepted else None
    fault = Said.FAULT if set(case.accepted) - {OK} else None
    return said in (good, fault)


def _needs_words(case: Case) -> bool:
    """A fault that nobody can see who was not told what must be there."""
    return bool(case.expect) and not case.good


_RESERVED = ("host-unknown", "host-unknown-chinese", "scheme-mail", "scheme-mail-subject")
"""Reserved names stand for real ones here; peers leave them out, or ask for their mail server."""


def _comparable(case: Case) -> bool:
    return not _needs_words(case) and case.name not in _RESERVED


def _score(told: Told, chosen: Sequence[tuple[int, Case]]) -> tuple[int, int, int, int]:
    """Right, false alarms, missed, nothing said."""
    right = false = missed = nothing = 0
    for number, case in chosen:
        said = told.said[number]
        right += _right(case, said)
        nothing += said is Said.NOTHING
        if not _right(case, said) and said is not Said.NOTHING:
            false += case.good
            missed += not case.good
    return right, false, missed, nothing


def _lines(
    groups: dict[str, list[Case]], told: Sequence[Told], notes: Sequence[str]
) -> Iterator[str]:
    numbered = list(enumerate(case for group in groups.values() for case in group))
    good = sum(case.good for _, case in numbered)
    blind = sum(_needs_words(case) for _, case in numbered)
    yield "# 难核的链接：和同类程序比\n"
    yield (
        f"测于 {dt.date.today().isoformat()}，`python -m benchmarks.link_corpus`，本机回环，各程序各用一个"
        f"新开的服务器。语料（`tests/audit/hostile_blind`）共 {len(numbered)} 个网址，按要求写成，"
        f"写时没有看过程序：{len(numbered) - good} 个有毛病，{good} 个是好的（多数看上去像有毛病）。"
        f"“有毛病”包括打不开、被防护挡住和需要人看的；其中 {blind} 个要事先知道应有什么文字才看得出，"
        f"同类程序没有地方填；另有 {len(_RESERVED)} 个用了保留的域名，同类程序会跳过或者去查邮件服务器。"
        "去掉这两种，就是“可比的”。本程序第一次见到这份语料时对了 358 个（错的 8 个里有 1 个是语料自己写错，"
        "已改）；其余 7 个是看到之后才改好的，所以下面本程序的数字不再是盲测的成绩。\n"
    )
    yield (
        "同类程序读网页上的链接（每页一个，这样一个网址出错不连累别的），打开锚点检查，信任测试用的根证书；LinkChecker 的警告"
        "（跳转除外）也算它看出了毛病。没有说：结果里没有这个网址，或者写明跳过。\n"
    )
    for note in notes:
        yield f"{note}。\n"
    yield "| 程序 | 对 | 误报 | 漏报 | 没有说 | 可比的里对 | 时间（秒） |"
    yield "|---|---|---|---|---|---|---|"
    fair = [(number, case) for number, case in numbered if _comparable(case)]
    for one in told:
        right, false, missed, nothing = _score(one, numbered)
        part = f"{_score(one, fair)[0]}/{len(fair)}"
        yield f"| {one.name} | {right} | {false} | {missed} | {nothing} | {part} | {one.seconds:.0f} |"
    if told[0].exact is not None:
        yield f"\n本程序的结论（通、断、防护、存疑）逐字正确的：{told[0].exact}/{len(numbered)}。"
    yield from _by_cause(groups, told)
    yield from _each(groups, told)


def _by_cause(groups: dict[str, list[Case]], told: Sequence[Told]) -> Iterator[str]:
    yield "\n## 按原因\n\n对的个数。\n"
    yield f"| 原因 | 网址 | {' | '.join(one.name for one in told)} |"
    yield f"|---|---|{'---|' * len(told)}"
    start = 0
    for cause, cases in groups.items():
        chosen = list(enumerate(cases, start))
        start += len(cases)
        cells = " | ".join(str(_score(one, chosen)[0]) for one in told)
        yield f"| {cause} | {len(cases)} | {cells} |"


def _each(groups: dict[str, list[Case]], told: Sequence[Told]) -> Iterator[str]:
    yield "\n## 每一个\n\n空格是对，其余是它说的话。\n"
    yield f"| 名称 | 是什么 | 应为 | {' | '.join(one.name for one in told)} |"
    yield f"|---|---|---|{'---|' * len(told)}"
    number = 0
    for cases in groups.values():
        for case in cases:
            cells = ("" if _right(case, one.said[number]) else one.said[number] for one in told)
            wanted = " 或 ".join(case.accepted)
            yield f"| {case.name} | {case.cause} | {wanted} | {' | '.join(cells)} |"
            number += 1


if __name__ == "__main__":
    sys.exit(main())
