"""The life of a build that follows another: only what has changed is made anew.

this process                                a child
────────────                                ───────
read the data                               bring the spare tree in line with the site
plan; pour what has another key             check the data; look at assets and texts (`survey`)
renew other files, remove stale ones
full text, where texts have changed
refuse dead links; swap; keep the ledger
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.again.keeping import Keeping
from disclosure.again.ledger import Ledger, stamped
from disclosure.again.rebuild import Change, Survey, Whole, pour, renew, survey
from disclosure.again.spare import in_line
from disclosure.audit.gate import dead_ends, dead_links, refusal
from disclosure.audit.observe.folder import names
from disclosure.beside import Beside, ChildFailed
from disclosure.checks import rows
from disclosure.fulltext import FOLDER, FullText
from disclosure.job import Refused
from disclosure.keys import Keys
from disclosure.pages.search import FULL_TEXT
from disclosure.press import Poured
from disclosure.site import Site, refuse


def build_again(load: Callable[[], Site], kept: Keeping, ledger: Ledger, held: list[object]) -> str:
    """Turn the spare tree into the new site and swap it in; what there is to say of it.

    `held` takes what this works with (`Job`). Raises Whole where only a whole build can follow; else as `load`, `refuse` and the gate.
    """
    with (
        Beside(lambda: in_line(kept.spare, kept.target, ledger.stamps)) as spare,
        TemporaryDirectory(dir=kept.folder) as workplace,
    ):
        site = load()
        keys = site.keys()
        sound = [keys.name(row) for row in rows(site.catalogue)]  # both processes need them
        texts = None if site.offline else FullText(site, kept.target, Path(workplace))
        # One child, not several: each makes this process copy what it touches afterwards.
        with Beside(lambda: survey(site, ledger, keys, texts)) as beside:
            try:
                change = _change(site, kept.spare, ledger, keys, spare, beside)
                held += (keys, sound, change)
            except Exception:
                refuse(beside.result().errors)  # faulty data may be the cause of it
                raise
        said = _write_texts(texts, kept.spare, change) if texts and not change.texts_stand else ""
    _refuse_dead(site, kept.spare, ledger, change)
    kept.swap()
    kept.settle(ledger.surroundings, _successor(kept.target, ledger, change, sound))
    return said


def _change(
    site: Site,
    root: Path,
    ledger: Ledger,
    keys: Keys,
    spare: Beside[list[str]],
    beside: Beside[Survey],
) -> Change:
    """Everything but the full text."""
    _ = site.pages  # planned while the spare tree is still being brought in line
    try:
        lost = {*spare.result()}
    except ChildFailed:
        raise Whole("no spare tree") from None
    if any(not ledger.made[path] for path in lost):
        raise Whole("a file of MkDocs' own is not as it was")
    poured = pour(site, root, ledger, keys, lost)
    found = beside.result()
    refuse(found.errors)
    return renew(site, root, ledger, lost, found, poured)


def _write_texts(texts: FullText, root: Path, change: Change) -> str:
    """The full text anew; what there is to say of it."""
    texts.start()
    try:
        said = texts.finish(root)
    finally:
        texts.stop()
    _relist(root, change)
    return said


def _relist(root: Path, change: Change) -> None:
    """Full text that was made anew stands in other files."""
    fresh = [path for path in names(root) if path.startswith(FOLDER)] + [FULL_TEXT]
    change.made = {p: m for p, m in change.made.items() if not p.startswith(FOLDER)}
    change.made |= dict.fromkeys(fresh, "")
    change.wrote += fresh


def _refuse_dead(site: Site, root: Path, ledger: Ledger, change: Change) -> None:
    """Read as little as will do: nothing that stood and stands can lead nowhere, unless what
    it leads to is gone."""
    seen = change.poured.seen
    dead: list[str] = []
    if len(change.poured.wrote) == len(site.pages):
        dead = dead_links(root, site.base_url, seen)
    elif (
        change.gone
        or _lost_anchors(ledger.anchors, change.poured)
        or dead_ends(root, site.base_url, seen, frozenset(change.made))
    ):
        dead = dead_links(root, site.base_url)
    if dead:
        raise Refused(refusal(dead))


def _lost_anchors(known: Mapping[str, str], poured: Poured) -> bool:
    return any(
        not {*known.get(document.path, "").split("\0")} <= {*document.ids.split("\0")}
        for _, document in poured.seen.documents
    )


def _successor(root: Path, ledger: Ledger, change: Change, sound: Collection[str]) -> Ledger:
    """The ledger after a change: only what was written is looked at again."""
    stamps = {**ledger.stamps, **stamped(root, change.wrote)}
    anchors = {**ledger.anchors}
    anchors |= {document.path: document.ids for _, document in change.poured.seen.documents}
    return replace(
        ledger,
        made=change.made,
        stamps={path: stamps[path] for path in change.made},
        anchors=anchors,
        sound=sound,
    )
