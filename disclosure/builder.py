"""Build the site: MkDocs makes its share in its own process while this one reads the data.

this process                         MkDocs
────────────                         ──────
read and check the data              starts, reads its configuration
plan; hand over the leads ─────────▶ makes the leads and the hand-written pages
render record pages (two cores)      cuts the moulds
pour ◀────────────────────────────── hands the moulds back
refuse dead links; swap
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from disclosure.audit.gate import dead_links, refusal
from disclosure.audit.last import report_folder
from disclosure.fulltext import FullText
from disclosure.handover import MkDocs, MkDocsFailed
from disclosure.leads import Leads, leading
from disclosure.load import DataError
from disclosure.press import NoMould, Press, PressFailed
from disclosure.privacy import written
from disclosure.site import Site


class Refused(Exception):
    """The site was not built; the message says why. The old one stands as it was."""


def build(data: Path, today: dt.date, target: Path, *, offline: bool = False) -> str:
    """Build into a temporary sibling of `target` and swap it in; what there is to say of it.

    Raises Refused and leaves `target` as it was when anything is wrong.
    """
    env = environment(data, today, target, offline)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as temporary:
        fresh = Path(temporary) / "site"
        try:
            said = _make(data, today, fresh, target, offline, env)
        except NoMould:
            said = _ordinary(fresh, env)
        swap(fresh, target, Path(temporary) / "old")
    return said


def _make(
    data: Path, today: dt.date, fresh: Path, old: Path, offline: bool, env: Mapping[str, str]
) -> str:
    mkdocs = MkDocs(fresh, fresh.parent, env)
    gc.disable()  # reading makes many objects, and nearly all of them stay
    try:
        site = Site.read(data, today, Path(env["DISCLOSURE_AUDIT"]), offline=offline)
        if private := written.refusal(Path(), data):
            raise Refused(private)
        first = leading(site.pages.values())
        pages = [page for page in site.pages.values() if page.address not in first]
        gc.freeze()
        press = Press(site, pages, fresh, mkdocs.moulds)
        texts = None if offline else FullText(site, old, fresh.parent)
        try:
            press.start()
            if texts:
                texts.start()
            mkdocs.send(Leads.of(site))
            poured = press.finish()
            said = mkdocs.finish()
            if dead := dead_links(fresh, site.base_url, poured):
                raise Refused(refusal(dead))
            if texts and (missed := texts.finish(fresh)):
                said = f"{said}\n{missed}"
        finally:
            press.stop()
            if texts:
                texts.stop()
    except DataError as error:
        raise Refused(f"数据有错误，没有生成网站。\n{error}") from None
    except MkDocsFailed as failed:
        raise Refused(_plainly(str(failed))) from None
    except PressFailed as failed:
        raise Refused(str(failed)) from None
    finally:
        mkdocs.stop()
        gc.unfreeze()
        gc.enable()
    return _plainly(said)


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
