"""The audit of any built folder by itself: it knows nothing of a catalogue."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from disclosure.audit.judge import folder_findings
from disclosure.audit.observe.tree import Question, Tree, read_tree, remembered_tree
from disclosure.audit.report import Report, in_order


def audit_tree(folder: Path, base_url: str, today: dt.date, memory: Path | None = None) -> Report:
    """`memory`: a file that remembers what was seen of it."""
    with accumulating(), tree_of(folder, Question(base_url), memory) as tree:
        rows, fine = folder_findings(tree)
    return Report(
        sort="tree",
        base_url=tree.base_url,
        today=today,
        pages=len(tree.pages),
        links=tree.total,
        findings=in_order(rows),
        fine=fine,
        doubts=() if tree.pages else (f"文件夹 {folder} 里没有网页，没有可核验的内容",),
    )


def tree_of(folder: Path, asked: Question, memory: Path | None) -> AbstractContextManager[Tree]:
    """`memory`: a file that remembers what was seen of it."""
    if memory is None:
        return nullcontext(read_tree(folder, asked))
    return remembered_tree(folder, asked, memory)


@contextmanager
def accumulating() -> Iterator[None]:
    """No garbage is looked for: many objects are made, and nearly all of them stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
