"""Lists of documents stay whole and in order, whatever is put in and taken out."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from disclosure.audit.address import Link, Where
from disclosure.audit.observe.ways import Links, merge, without

NUMBERS = st.sets(st.integers(0, 60))
PLAIN = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), NUMBERS, max_size=9
)


def laid_out(plain: dict[tuple[str, str], set[int]]) -> Links:
    links: Links = {}
    for (address, href), users in plain.items():
        if users:
            link = Link(Where.INSIDE, address)
            links.setdefault(link, {})[href] = array("I", sorted(users))
    return links


@given(PLAIN, st.one_of(NUMBERS, st.sets(st.integers(0, 60), max_size=2)))
def test_without_some_documents(plain: dict[tuple[str, str], set[int]], gone: set[int]) -> None:
    left = {key: users - gone for key, users in plain.items()}
    assert without(gone, laid_out(plain)) == laid_out(left)


@given(PLAIN, PLAIN, st.integers(0, 61))
def test_two_together(
    one: dict[tuple[str, str], set[int]], other: dict[tuple[str, str], set[int]], edge: int
) -> None:
    """No document is in both, as no document is read twice."""
    one = {key: {n for n in users if n % 7 < 6 or n < edge} for key, users in one.items()}
    used = set().union(*one.values()) if one else set()
    other = {key: users - used for key, users in other.items()}
    mine = laid_out(one)
    merge(mine, laid_out(other))
    assert mine == laid_out(
        {key: one.get(key, set()) | other.get(key, set()) for key in {*one, *other}}
    )
