"""One audit from beginning to end: targets, observation, judgement, report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disclosure.audit.address import Here
from disclosure.audit.compare import compare
from disclosure.audit.finding import Finding
from disclosure.audit.folder import accumulating, tree_of
from disclosure.audit.judge import findings, url_of
from disclosure.audit.metadata import blanks
from disclosure.audit.observe.second_opinion import Opinion, ask
from disclosure.audit.observe.tree import Question, Tree, read_tree
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import Report, in_order
from disclosure.audit.selftest import SelfTest, self_test
from disclosure.audit.target import Targets


@dataclass
class Trust:
    """What the further checks add to a report."""

    findings: list[Finding] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


def audit_site(
    site: Path,
    wanted: Targets,
    base_url: str,
    complete: Mapping[str, Any],
    today: dt.date,
    *,
    memory: Path | None = None,
    second_opinion: bool = False,
    plant: bool = False,
) -> Report:
    """The built site against everything that must be there.

    `memory`: a file that remembers what was seen of the tree. `complete` is what coverage says (齐备); it is shown beside, never mixed in.
    """
    with accumulating(), tree_of(site, question(base_url, wanted), memory) as tree:
        found = list(findings(tree, wanted))
    trust = Trust()
    take_blanks(wanted, trust)
    with ThreadPoolExecutor(max_workers=1) as pool:
        # LinkChecker is a program of its own and slow, so the self-test runs meanwhile.
        asked = tuple(address for address in wanted.pages if address in tree.pages)
        opinion = pool.submit(ask, tree, asked) if second_opinion else None
        if plant:
            test = self_test(site, lambda folder: _audited(folder, base_url, wanted))
            take_self_test(test, trust)
        if opinion is not None:
            take_opinion(tree, opinion.result(), trust)
    rows = in_order(found + trust.findings)
    here = Here(tree.base_url)
    urls = tuple(dict.fromkeys(url_of(here, one) for one in wanted.all))
    return Report(
        sort="site",
        base_url=tree.base_url,
        today=today,
        pages=len(tree.pages),
        links=tree.total,
        findings=rows,
        targets=urls,
        complete=complete,
        notes=tuple(trust.notes),
        doubts=(*_unseen(urls, rows), *trust.doubts),
        extra=trust.extra,
    )


def read_site(site: Path, base_url: str, wanted: Targets) -> Tree:
    """The tree of a built site, with the words and hashes that the catalogue expects."""
    return read_tree(site, question(base_url, wanted))


def question(base_url: str, wanted: Targets) -> Question:
    """What is asked of the tree of a built site."""
    return Question(
        base_url,
        {address: one.words for address, one in wanted.pages.items()},
        {address: one.sha256 for address, one in wanted.files.items() if one.sha256},
        heads=True,
    )


def _audited(folder: Path, base_url: str, wanted: Targets) -> tuple[Tree, list[Finding]]:
    tree = read_site(folder, base_url, wanted)
    return tree, list(findings(tree, wanted))


def _unseen(urls: tuple[str, ...], rows: tuple[Finding, ...]) -> tuple[str, ...]:
    """Every target must be among the rows; an audit that lost one is no audit."""
    seen = {row.url for row in rows}
    lost = [url for url in urls if url not in seen]
    return (f"{len(lost)} 个目标没有观测到，如 {lost[0]}",) if lost else ()


def take_blanks(wanted: Targets, trust: Trust) -> None:
    """Which tags of pages the data leave blank: nobody may make them up."""
    found = blanks(wanted)
    if found:
        counted = "、".join(f"{name} {count} 页" for name, count in found.items())
        trust.notes.append(f"页面标签待填，数据里没有，没有代填：{counted}。")
        trust.extra["blank_tags"] = found


def take_opinion(tree: Tree, opinion: Opinion, trust: Trust) -> None:
    """What LinkChecker's opinion adds."""
    if not opinion.finished:
        trust.doubts.append(f"LinkChecker 没有跑完：{opinion.complaint}")
    differences = list(compare(tree, opinion)) if opinion.finished else []
    trust.findings += differences
    if opinion.sampled_from:
        trust.notes.append(
            f"LinkChecker 抽查了 {opinion.sampled_from} 页中的 {len(opinion.asked)} 页，"
            "以及这些页上的全部链接。"
        )
    trust.notes.append(
        f"LinkChecker 看了 {len(opinion.rows)} 个网址，与本程序不一致 {len(differences)} 处；"
        "锚点只由本程序核验。"
    )
    trust.extra["second_opinion"] = {
        "finished": opinion.finished,
        "pages": len(opinion.asked),
        "sampled_from": opinion.sampled_from,
        "rows": len(opinion.rows),
        "differences": len(differences),
    }


def take_self_test(result: SelfTest, trust: Trust) -> None:
    """What the self-test adds: nothing, or the loss of all trust."""
    planted, missed = sum(result.planted.values()), len(result.missed)
    trust.notes.append(f"自检：埋下 {planted} 处毛病，找到 {planted - missed} 处。")
    if result.unplanted:
        names = "、".join(REASONS[code].title for code in result.unplanted)
        trust.notes.append(f"自检：本站没有地方可埋的种类：{names}。")
    for fault in result.missed[:10]:
        place = f"{fault.path} {fault.href}".strip()
        trust.doubts.append(f"自检埋下的毛病没有找到：{REASONS[fault.code].title}，在 {place}")
    if result.alarms:
        first = result.alarms[0]
        trust.doubts.append(
            f"自检在没有动过的副本里误报 {len(result.alarms)} 处，如 {first.code} {first.url}"
        )
    trust.extra["self_test"] = result.as_dict()
