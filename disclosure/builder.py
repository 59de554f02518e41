"""Build the site: MkDocs makes its share in its own process while this one reads the data.

this process                         MkDocs
────────────                         ──────
read and check the data              starts, reads its configuration
plan; hand over the leads ─────────▶ makes the leads and the hand-written pages
render record pages (two cores)      cuts the moulds
pour ◀────────────────────────────── hands the moulds back
refuse dead links; swap

A build that follows another does less (`again/build.py`).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure.again.build import build_again, first_ledger
from disclosure.again.keeping import Keeping, keeping
from disclosure.again.ledger import Ledger, read
from disclosure.again.rebuild import Whole
from disclosure.again.spare import lay_in
from disclosure.again.surroundings import surroundings
from disclosure.audit.gate import DeadLinks, dead_links, refusal
from disclosure.audit.last import report_folder
from disclosure.beside import Beside, ChildFailed
from disclosure.fulltext import FullText
from disclosure.handover import MkDocs, MkDocsFailed
from disclosure.leads import Leads, leading
from disclosure.load import DataError
from disclosure.press import NoMould, Poured, Press, PressFailed
from disclosure.privacy import written
from disclosure.site import Site, checking


class Refused(Exception):
    """The site was not built; the message says why. The old one stands as it was."""


@dataclass(frozen=True)
class _Job:
    """What is built, from what, to where."""

    data: Path
    today: dt.date
    target: Path
    offline: bool
    env: Mapping[str, str]

    def load(self) -> Site:
        audit = Path(self.env["DISCLOSURE_AUDIT"])
        return Site.load(self.data, self.today, audit, offline=self.offline)


def build(data: Path, today: dt.date, target: Path, *, offline: bool = False) -> str:
    """Build beside `target` and swap it in; what there is to say of it.

    Raises Refused and leaves `target` as it was when anything is wrong.
    """
    job = _Job(data, today, target, offline, environment(data, today, target, offline))
    target.parent.mkdir(parents=True, exist_ok=True)
    with keeping(target) as kept, _in_plain_words(), _uncollected():
        around = surroundings(data, offline) if kept else ""
        ledger = read(kept.ledger, around) if kept and target.is_dir() else None
        if kept and ledger:
            with contextlib.suppress(Whole):
                return build_again(job.load, kept, ledger)
        return _whole(job, kept, around)


def _whole(job: _Job, kept: Keeping | None, around: str) -> str:
    """Everything anew, in a temporary sibling."""
    target = job.target
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as temporary:
        fresh = Path(temporary) / "site"
        ledger = None
        try:
            said, ledger = _make(job, fresh, kept, around)
        except NoMould:
            said = _ordinary(fresh, job.env)
        swap(fresh, target, Path(temporary) / "old")
        if kept and ledger:
            ledger.write(kept.ledger)
        elif kept:
            kept.forget()
    return said


def _make(job: _Job, fresh: Path, kept: Keeping | None, around: str) -> tuple[str, Ledger]:
    mkdocs = MkDocs(fresh, fresh.parent, job.env)
    try:
        site = job.load()
        with checking(site):
            if private := written.refusal(Path(), job.data):
                raise Refused(private)
            said, poured, leads = _pour(site, job, mkdocs, fresh, kept)
        return said, first_ledger(around, site, fresh, mkdocs.moulds(True) or {}, poured, leads)
    finally:
        mkdocs.stop()


def _pour(
    site: Site, job: _Job, mkdocs: MkDocs, fresh: Path, kept: Keeping | None
) -> tuple[str, Poured, Leads]:
    """Everything but MkDocs' share, beside it."""
    first = leading(site.pages.values())
    pages = [page for page in site.pages.values() if page.address not in first]
    press = Press(site, pages, fresh, mkdocs.moulds)
    texts = None if job.offline else FullText(site, job.target, fresh.parent)
    gc.freeze()
    try:
        press.start()
        if texts:
            texts.start()
        mkdocs.send(leads := Leads.of(site))
        poured = press.finish()
        said = mkdocs.finish()
        with Beside(lambda: lay_in(kept.spare, fresh) if kept else None) as spare:
            if dead := dead_links(fresh, site.base_url, poured.seen):
                raise DeadLinks(refusal(dead))
            spare.result()
        if texts and (missed := texts.finish(fresh)):
            said = f"{said}\n{missed}"
        return _plainly(said), poured, leads
    finally:
        press.stop()
        if texts:
            texts.stop()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Reading makes many objects, and nearly all of them stay: nothing for a collector."""
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


@contextlib.contextmanager
def _in_plain_words() -> Iterator[None]:
    """Whatever stops a build is Refused, in words for its reader."""
    try:
        yield
    except DataError as error:
        raise Refused(f"数据有错误，没有生成网站。\n{error}") from None
    except MkDocsFailed as failed:
        raise Refused(_plainly(str(failed))) from None
    except (PressFailed, DeadLinks) as failed:
        raise Refused(str(failed)) from None
    except ChildFailed:
        raise Refused("一个进程中途结束，没有做完。") from None


def _ordinary(fresh: Path, env: Mapping[str, str]) -> str:
    """All of it by MkDocs, which renders page by page where no mould fits."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(fresh)],
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    said = _plainly(done.stdout + done.stderr)
    if done.returncode:
        raise Refused(said)
    return said


def _plainly(said: str) -> str:
    """What MkDocs said, less its English frame."""
    return said.replace("ERROR   -  ", "").replace("Aborted with a BuildError!", "").strip()


def environment(data: Path, today: dt.date, target: Path, offline: bool) -> dict[str, str]:
    """The environment that makes MkDocs read this data on this day, with its last audit."""
    inherited = {name: value for name, value in os.environ.items() if name != "DISCLOSURE_OFFLINE"}
    # The offline tree has the public one's pages, so it shows the public one's audit.
    audited = target.with_name("site") if offline else target
    inherited.setdefault("DISCLOSURE_AUDIT", str(report_folder(audited) / "tree.json"))
    return (
        inherited
        | ({"DISCLOSURE_OFFLINE": "1"} if offline else {})
        | {
            "DISCLOSURE_DATA": str(data.resolve()),
            "DISCLOSURE_TODAY": today.isoformat(),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "0",
            "PYTHONUTF8": "1",
        }
    )


def swap(fresh: Path, target: Path, old: Path) -> None:
    """Put `fresh` where `target` was, moving the old one to `old`; put it back on failure."""
    existed = target.exists()
    if existed:
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if existed:
            old.rename(target)
        raise
