"""A page's key changes with all that it is made of, and with nothing else."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.dates import PartialDate
from disclosure.keys import Keys
from disclosure.model import Catalogue
from disclosure.pages.page import Page
from disclosure.pages.plan import plan
from disclosure.pages.prose import Text
from disclosure.vocabulary import Kind, State

ROOT = Path(__file__).resolve().parent.parent
DAY = dt.date(2026, 6, 30)
PAGE = Page("items/a/", "标题", "说明", "item", "item.html", DAY)


@dataclass(frozen=True)
class Line:
    """Stands for a line of a list."""

    title: str

    @cached_property
    def length(self) -> int:
        return len(self.title)


def key(**context: object) -> str:
    return Keys().of(PAGE, context, "head", None)


@pytest.mark.parametrize(
    "field, value",
    [
        ("address", "items/b/"),
        ("title", "标题二"),
        ("description", "说明二"),
        ("kind", "entry"),
        ("template", "entry.html"),
        ("lastmod", DAY + dt.timedelta(1)),
        ("crumbs", (("首页", ""),)),
        ("toc", (("a", "甲"),)),
        ("context", {"a": 1}),
    ],
)
def test_every_field_counts(field: str, value: object) -> None:
    other = PAGE._replace(**{field: value})
    assert Keys().of(PAGE, PAGE.context, "head", None) != Keys().of(
        other, other.context, "head", None
    )


def test_head_and_check_count() -> None:
    keys = Keys()
    heads = [("a", None), ("b", None), ("a", "ok")]
    assert len({keys.of(PAGE, {}, head, check) for head, check in heads}) == 3


VALUES: list[object] = [
    None,
    True,
    0,
    1,
    "1",
    "甲",
    1.5,
    Decimal("1.50"),
    DAY,
    PartialDate(year=2026),
    PartialDate(year=2026, month=6),
    Kind.LAW,
    State.MISSING,
    Text("甲"),
    Line("甲"),
    Line("乙"),
    (1, 2),
    {"a": 1},
    {State.MISSING: 1},
    {(1, None): 1},
    [Line("甲"), {State.MISSING: Line("乙")}],
    Line,
    plan,
]


def test_values_are_told_apart_and_equal_ones_are_not() -> None:
    assert len({key(value=one) for one in VALUES}) == len(VALUES)
    assert [key(value=one) for one in VALUES] == [key(value=one) for one in VALUES]
    assert key(value=Line("甲")) == key(value=Line("甲"))


def test_what_an_object_has_worked_out_does_not_count() -> None:
    one = Line("甲")
    before = key(value=one)
    assert one.length == 1
    assert key(value=one) == before


@pytest.mark.parametrize(
    "value",
    [object(), print, {1, 2}, partial(len, ""), "".join, lambda: 1, iter(())],
    ids=lambda one: type(one).__name__,
)
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        key(value=value)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text())))
def test_one_difference_is_another_key(context: dict[str, object]) -> None:
    assert key(value=context) != key(value={**context, "and": "more"})


def test_every_page_has_a_key_of_its_own(real: Catalogue) -> None:
    keys = Keys()
    pages = plan(real, DAY)
    assert len({keys.of(page, page.given(), "", None) for page in pages}) == len(pages)


_PRINT = """
import datetime as dt
from pathlib import Path
from disclosure.keys import Keys
from disclosure.site import Site
site, keys = Site.load(Path("examples/demo"), dt.date(2026, 6, 30)), Keys()
print(*(site.key(page, page.given(), keys) for page in site.pages.values()))
"""


def test_keys_are_the_same_in_every_process() -> None:
    """Not so if anything hung on the order of a set or on where an object lies."""
    said = [
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1] and len(said[0].split()) > 500
