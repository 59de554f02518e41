"""Links by where they lead and how they are written, each with the documents that carry it.

Documents are numbers; lists of them are in order, so that in the long ones (the chrome is on
every page) a few are found, put in and taken out by halves.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from itertools import filterfalse

from disclosure.audit.address import Link

Ways = dict[str, "array[int]"]
"""How a link is written -> numbers of the documents that carry it so, in order."""
Links = dict[Link, Ways]

_LONG = 8
"""Looking a number up in a list costs as much as going through so many."""


def merge(mine: Links, theirs: Links) -> None:
    """Add `theirs`, which are used up; no document is in both."""
    for link, ways in theirs.items():
        known = mine.setdefault(link, ways)
        if known is not ways:
            for href, users in ways.items():
                known[href] = _together(known[href], users) if href in known else users


def _together(many: array[int], more: array[int]) -> array[int]:
    if _LONG * len(more) > len(many):
        return array("I", sorted((*many, *more)))
    for number in more:
        insort(many, number)
    return many


def without(gone: set[int], links: Links) -> Links:
    """The links of the documents that are not gone; `links` are used up."""
    if not gone:
        return links
    few, left = _LONG * len(gone), []
    for link, ways in links.items():
        for href, users in ways.items():
            if len(users) > few:
                _take_out(users, gone)
            elif not gone.isdisjoint(users):
                ways[href] = array("I", filterfalse(gone.__contains__, users))
                left.append((link, href))
    for link, href in left:
        if not links[link][href]:
            del links[link][href]
            if not links[link]:
                del links[link]
    return links


def _take_out(users: array[int], gone: set[int]) -> None:
    for number in gone:
        at = bisect_left(users, number)
        if at < len(users) and users[at] == number:
            del users[at]
