"""What was seen of an address: one record, made by `observe/fetch`, judged by `judge`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosure.audit.fetch.furniture import Own


class Sign(NamedTuple):
    """A reason code, and what in the page or the answer points to it."""

    code: str
    evidence: str


class Hop(NamedTuple):
    """One answer on the way to the last one."""

    url: str
    status: int
    how: str
    """How it was reached: empty for the first, else 301…, meta, script, frame."""


class Page(NamedTuple):
    """What a foreign HTML page says."""

    charset: str
    title: str
    headings: tuple[str, ...]
    lines: tuple[str, ...]
    """Visible text, block by block."""
    prose: str
    """Text that is neither a link nor navigation, squeezed."""
    own: Own
    """What of it no other page of the site would say; only of pages with little text."""
    anchors: frozenset[str]
    hop: str
    """Where a script or a meta refresh leads at once, as written."""
    hop_how: str
    frames: tuple[str, ...]
    canonical: str
    base: str
    noindex: bool
    password: bool
    scripts: bool
    shows: bool
    """Whether there is something to see that is no text: a picture, a player, a form."""
    plays: bool
    """Whether it is a player or a document that shows itself."""
    bare: str
    """Which of a template's places are empty: the heading, the body."""
    markers: str
    """Names in the source that only guards leave there."""

    @property
    def text(self) -> str:
        return " ".join(self.lines)


class Paper(NamedTuple):
    """What an attachment is."""

    suffix: str
    """By its content; empty when it is no known kind."""
    claimed: str
    """By its name or the server's words."""
    fault: Sign | None
    text: str | None
    """None when its text cannot be read."""
    addresses: tuple[str, ...] = ()
    """Addresses inside a PDF."""


class Other(NamedTuple):
    """Another address that this one leans on, and what is wrong with it (empty when nothing)."""

    url: str
    code: str = ""
    evidence: str = ""
    title: str = ""


@dataclass(slots=True)
class Sighting:
    """Everything seen of one address."""

    url: str
    hops: list[Hop] = field(default_factory=list)
    fault: Sign | None = None
    """Why there is no answer, or none that can be used."""
    tls: list[Sign] = field(default_factory=list)
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    sha256: str = ""
    page: Page | None = None
    paper: Paper | None = None
    passing: Sign | None = None
    """What a page said that led on to another by script or refresh."""
    seconds: float = 0.0
    at: str = ""
    tries: int = 1
    denied: tuple[str, ...] = ()
    """Search engines that robots.txt keeps away."""
    random: Baseline | None = None
    home: str = ""
    """Where the home page of the last host ends up, if it was asked."""
    canonical: Other | None = None
    inside: list[Other] = field(default_factory=list)
    """Dead addresses inside a PDF."""
    frames: list[Other] = field(default_factory=list)
    """Dead frames of a page that consists of frames."""

    @property
    def final(self) -> str:
        return self.hops[-1].url if self.hops else self.url

    @property
    def redirected(self) -> bool:
        return len(self.hops) > 1 and self.hops[-1].how != "frame"

    @property
    def answered(self) -> bool:
        return self.status > 0


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a host shows at an address that nobody can have published."""

    url: str
    final: str
    lines: frozenset[str]
    """As shown, and without what is repeated of the address."""
    sha256: str
    text: str = ""
