"""LinkChecker's opinion of the same site: a separate program on a loopback server.

Its traps, and what is done about each (tests/audit/test_second_opinion.py holds them):

    a crawl misses what nothing links to   every expected page is given to it as a start
    it waits between requests              `serve` answers with its header, the limit is lifted
    as root it becomes nobody              it prints; it is never asked to write a file
    robots.txt denial counts as valid      robots.txt is not obeyed, and "syntax OK" is no answer
    HTTP 429 counts as valid               no answer
    a missing anchor is only a warning     read as broken where it is reported; anchors
                                           themselves are the tree check's (one fetch each here)
    it names one parent only               its parents are not used
    GBK paths mislead it                   no answer where an address is not UTF-8
    its exit code mixes warnings in        not used; a run counts if its closing line is there
    rows have 14 to 17 cells               only the first eight, which are always there
    its words follow the locale            the locale is set
"""

from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote_to_bytes

from disclosure.audit.address import Here
from disclosure.audit.observe.serve import served
from disclosure.audit.observe.tree import Tree

FULL = 2000
"""Up to so many pages it is asked about every page."""
SAMPLE = 200
_THREADS = 5
_SECONDS = 900
_CLOSING = "# Stopped checking at"
_SETTINGS = "[checking]\nmaxrequestspersecond=100000\ntimeout=30\n"


class Said(StrEnum):
    """What LinkChecker says of an address."""

    OK = "ok"
    BROKEN = "broken"
    NOTHING = "nothing"
    """It did not really look, or its word is known to be worth nothing here."""


@dataclass(frozen=True)
class Row:
    """One line of LinkChecker's."""

    written: str
    parent: str
    result: str
    warning: str
    info: str
    valid: bool
    url: str

    @property
    def said(self) -> Said:
        if "robots" in self.info or self.result.lower().startswith(("syntax", "filtered")):
            return Said.NOTHING
        if self.result.startswith("429") or "rate limited" in self.warning.lower():
            return Said.NOTHING
        if not _is_utf8(self.url):
            return Said.NOTHING
        if not self.valid or "anchor" in self.warning.lower():
            return Said.BROKEN
        return Said.OK


@dataclass(frozen=True)
class Opinion:
    """What LinkChecker said about a site."""

    base: str
    """The loopback address that its rows start with."""
    asked: tuple[str, ...]
    """Addresses it was started on."""
    rows: tuple[Row, ...]
    finished: bool
    sampled_from: int = 0
    """How many pages there were, if it was asked about a sample only."""
    complaint: str = ""
    """What it said when it did not finish."""


def parse_rows(text: str) -> tuple[tuple[Row, ...], bool]:
    """Its CSV: comment lines outside the cells, rows of varying length; and whether it ended."""
    rows = []
    for cells in csv.reader(io.StringIO(text), delimiter=";"):
        if len(cells) < 8 or cells[0] == "urlname":
            continue
        written, parent, _, result, warning, info, valid, url = cells[:8]
        rows.append(Row(written, parent, result, warning, info, valid == "True", url))
    last = text.rstrip().rpartition("\n")[2]
    return tuple(rows), last.startswith(_CLOSING)


def ask(tree: Tree, addresses: Sequence[str], seed: int = 1) -> Opinion:
    """Serve the tree and let LinkChecker look at these pages and at every link on them."""
    asked = tuple(addresses)
    if len(asked) > FULL:
        asked = tuple(sorted(random.Random(seed).sample(asked, SAMPLE)))
    here = Here(tree.base_url)
    with served(tree.root, tree.files, here.path) as base:
        origin = base[: len(base) - len(here.path)]
        starts = "\n".join(origin + here.location(address) for address in asked)
        output, complaint = _run(starts)
    rows, finished = parse_rows(output)
    return Opinion(
        base=base,
        asked=asked,
        rows=rows,
        finished=finished,
        sampled_from=len(addresses) if len(asked) < len(addresses) else 0,
        complaint="" if finished else complaint,
    )


def _run(starts: str) -> tuple[str, str]:
    """Standard output of LinkChecker, and the end of what it complained."""
    with tempfile.TemporaryDirectory(prefix="audit-") as home:
        Path(home).chmod(0o755)  # it may become nobody, and must still read its settings
        settings = Path(home) / "linkcheckerrc"
        settings.write_text(_SETTINGS, encoding="utf-8")
        try:
            done = subprocess.run(
                [
                    *(sys.executable, "-m", "linkcheck", "--config", str(settings)),
                    *("--stdin", "--no-status", "--verbose", "--output", "csv/utf-8"),
                    *("--no-robots", "--recursion-level", "1", "--threads", str(_THREADS)),
                ],
                input=starts,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_SECONDS,
                env=_environment(home),
                cwd=home,
            )
        except subprocess.TimeoutExpired:
            return "", f"{_SECONDS} 秒内没有结束"
    return done.stdout, done.stderr.strip()[-400:]


def _environment(home: str) -> dict[str, str]:
    """Without proxies (the server is on this machine), without the user's own settings."""
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    own = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    words = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1"}
    return kept | dict.fromkeys(own, home) | words


def _is_utf8(url: str) -> bool:
    try:
        unquote_to_bytes(url).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
