"""Texts: Markdown that cannot inject, and the short way for plain texts equals the long one."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from disclosure.pages.prose import _markdown, _plain

ROOT = Path(__file__).resolve().parent.parent

words = st.text(
    alphabet="一二甲乙，。：；（）《》“”1290 aZ.)-+=#>*_`~[]<>&\\|!:\"'/\t^　", max_size=12
)
lines = st.builds(
    lambda start, rest: start + rest,
    st.sampled_from(["", "", "", "## ", "# ", "###### ", "- ", "1. ", "1\\. ", "    ", "> "]),
    words,
)
texts = st.lists(lines, max_size=8).map("\n".join)


@settings(max_examples=600)
@given(texts)
@example("甲\n---")
@example("甲\n===")
@example("甲  \n乙")
@example("## 标题 ##")
@example("甲：乙\n: 丙")
@example("一、指导思想\n\n\n\n二")
@example("12. 甲")
@example("2020年12月28日")
@example("甲 \n乙")
def test_the_short_way_equals_the_library(text: str) -> None:
    short = _plain(text)
    if short is not None:
        whole = _markdown(text)
        assert short.html == whole.html
        assert short.headings == whole.headings


def test_most_real_texts_take_the_short_way() -> None:
    paths = sorted((ROOT / "examples/demo/texts").glob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    assert sum(_plain(text) is not None for text in texts) > len(texts) * 0.5
