"""Make a site, whole or again, and say in plain words what stops it."""

from __future__ import annotations

import contextlib
import gc
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from disclosure.again.keeping import Keeping, swap
from disclosure.again.ledger import Ledger, read, stamped
from disclosure.again.rebuild import Whole, first_ledger
from disclosure.again.spare import lay_in
from disclosure.audit.observe.folder import names
from disclosure.beside import Beside, ChildFailed
from disclosure.fulltext import FOLDER, FullText
from disclosure.handover import MkDocs, MkDocsFailed
from disclosure.job import Job, Refused
from disclosure.leads import Leads, leading
from disclosure.load import DataError
from disclosure.pages.render import compiled_in
from disclosure.pages.search import FULL_TEXT
from disclosure.press import NoMould, Poured, Press, PressFailed
from disclosure.problem import Problem
from disclosure.site import Site, refuse


def again(job: Job, kept: Keeping, around: str) -> str | None:
    """The build that follows another; None where only a whole one will do."""
    from disclosure.again.build import build_again

    with _in_plain_words(), contextlib.suppress(Whole), compiled_in(kept.templates(around)):
        if (ledger := read(kept.ledger(around), around)) is not None:
            job.held.append(ledger)
            return build_again(lambda: _load(job), kept, ledger, job.held)
    return None


def whole(job: Job, kept: Keeping | None, around: str, mkdocs: MkDocs, fresh: Path) -> str:
    """Everything anew in `fresh`, which stands in a temporary folder beside the site."""
    templates = compiled_in(kept.templates(around)) if kept else contextlib.nullcontext()
    with _in_plain_words(), templates:
        ledger = None
        try:
            said, ledger = _make(job, kept, around, mkdocs, fresh)
        except NoMould:
            said = _ordinary(fresh, job.env)
        swap(fresh, job.target, fresh.with_name("old"))
        if kept:
            kept.settle(around, ledger)
    return said


def _load(job: Job) -> Site:
    site = Site.load(job.data, job.today, job.audit, offline=job.offline)
    job.held.append(site)
    return site


def _make(
    job: Job, kept: Keeping | None, around: str, mkdocs: MkDocs, fresh: Path
) -> tuple[str, Ledger | None]:
    site = _load(job)
    texts = None if job.offline else FullText(site, job.target, fresh.parent)
    with _checking(site):
        try:
            said, poured, leads = _pour(site, mkdocs, fresh, texts)
            with Beside(lambda: _dead_links(site, fresh, poured)) as gate:
                ledger = _keep(site, kept, around, mkdocs, fresh, poured, leads)
                if why := gate.result():
                    raise Refused(why)
            if texts and (missed := texts.finish(fresh)):
                said = f"{said}\n{missed}"
        finally:
            if texts:
                texts.stop()
    return _plainly(said), _with_texts(ledger, fresh) if ledger else None


@contextlib.contextmanager
def _checking(site: Site) -> Iterator[None]:
    """Work on a site while its data, and what was written by hand, are still being checked.

    Raises in the end when anything stated is wrong, and instead of whatever else went wrong
    meanwhile: faulty data may be the cause of it.
    """
    with Beside(lambda: _faults(site)) as checks:
        try:
            yield
        except Exception:
            _refuse(*checks.result())
            raise
        _refuse(*checks.result())


# What only a process beside this one needs is imported there: this one has pages to plan.


def _faults(site: Site) -> tuple[list[Problem], str]:
    from disclosure.privacy import written

    return site.errors(), written.refusal(Path(), site.data)


def _dead_links(site: Site, fresh: Path, poured: Poured) -> str:
    """Why the site's links forbid to publish it; empty where they do not."""
    from disclosure.audit.gate import dead_links, refusal

    dead = dead_links(fresh, site.base_url, poured.seen)
    return refusal(dead) if dead else ""


def _refuse(errors: list[Problem], private: str) -> None:
    refuse(errors)
    if private:
        raise Refused(private)


def _pour(
    site: Site, mkdocs: MkDocs, fresh: Path, texts: FullText | None
) -> tuple[str, Poured, Leads]:
    """The pages, beside MkDocs and the full text."""
    first = leading(site.pages.values())
    pages = [page for page in site.pages.values() if page.address not in first]
    press = Press(site, pages, fresh, mkdocs.moulds)
    gc.freeze()
    try:
        if texts:
            texts.start()
        mkdocs.send(leads := Leads.of(site))
        press.start()  # templates are compiled now, once for both processes
        poured = press.finish()
        return mkdocs.finish(), poured, leads
    finally:
        press.stop()


def _keep(
    site: Site,
    kept: Keeping | None,
    around: str,
    mkdocs: MkDocs,
    fresh: Path,
    poured: Poured,
    leads: Leads,
) -> Ledger | None:
    """What the next build can use."""
    if kept is None:
        return None
    stamps = lay_in(kept.spare, fresh)
    return first_ledger(around, site, stamps, mkdocs.moulds(True) or {}, poured, leads)


def _with_texts(ledger: Ledger, fresh: Path) -> Ledger:
    """The full text came later than the rest."""
    folder = fresh / FOLDER
    texts = [FULL_TEXT, *(FOLDER + one for one in names(folder))] if folder.is_dir() else []
    made = {**ledger.made, **dict.fromkeys(texts, "")}
    stamps = {**ledger.stamps, **stamped(fresh, texts)}
    return replace(ledger, made=made, stamps={path: stamps[path] for path in made})


@contextlib.contextmanager
def _in_plain_words() -> Iterator[None]:
    """Whatever stops a build is Refused, in words for its reader."""
    try:
        yield
    except DataError as error:
        raise Refused(f"数据有错误，没有生成网站。\n{error}") from None
    except MkDocsFailed as failed:
        raise Refused(_plainly(str(failed))) from None
    except PressFailed as failed:
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
