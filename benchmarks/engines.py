"""What is measured beside what: each engine's project on disk and the command that builds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import hugo, themed
from benchmarks.content import Content
from benchmarks.peers import PYTHON, ROOT
from benchmarks.peers import hugo as hugo_program
from benchmarks.peers import zensical as zensical_program
from disclosure.again.keeping import Keeping

Part = str | Path


@dataclass(frozen=True)
class Job:
    """One engine's build of one content."""

    key: str
    name: str
    command: Sequence[Part]
    cwd: Path
    out: Path
    env: Mapping[str, str] = field(default_factory=dict)
    leaves: Path | None = None
    """What it leaves beside its output for the next build."""
    slow: bool = False
    """Left out above 2,000 records unless asked for."""


def jobs(data: Path, content: Content, folder: Path) -> list[Job]:
    """Write every engine's project below `folder`; engines that are not there are left out."""
    themed_folder = folder / "themed"
    config = themed.write(content, themed_folder)
    found = [
        _own(data, folder / "own"),
        _pages_only(data, folder / "own-pages"),
        Job(
            key="mkdocs",
            name="MkDocs + Material（原样）",
            command=[PYTHON, "-m", "mkdocs", "build", "-q", "-f", config, "-d", folder / "mkdocs"],
            cwd=themed_folder,
            out=folder / "mkdocs",
            env={"NO_MKDOCS_2_WARNING": "1"},
            slow=True,
        ),
    ]
    if program := zensical_program():
        found.append(
            Job(
                key="zensical",
                name="Zensical",
                command=[program, "build", "--clean", "-f", config],
                cwd=themed_folder,
                out=themed_folder / "site",
                slow=True,
            )
        )
    if program := hugo_program():
        for key, name, from_data in (
            ("hugo-markdown", "Hugo（Markdown）", False),
            ("hugo-data", "Hugo（数据）", True),
        ):
            project = folder / f"{key}-project"
            hugo.write(content, project, from_data=from_data)
            found.append(
                Job(
                    key=key,
                    name=name,
                    command=[program, "--quiet", "-s", project, "-d", folder / key],
                    cwd=project,
                    out=folder / key,
                    env={"HUGO_CACHEDIR": str(folder / "hugo-cache")},
                )
            )
    return found


def _own(data: Path, out: Path) -> Job:
    return Job(
        key="own",
        name="本项目",
        command=[PYTHON, "-m", "disclosure.cli", "build", "--data", data, "--site", out],
        cwd=ROOT,
        out=out,
        leaves=Keeping(out).folder,
    )


def _pages_only(data: Path, out: Path) -> Job:
    return Job(
        key="own-pages",
        name="本项目，只做网页",
        command=[PYTHON, "-m", "benchmarks.pages_only", data, out],
        cwd=ROOT,
        out=out,
        leaves=Keeping(out).folder,
    )


def build_only(data: Path, out: Path) -> Job:
    """This build alone, for the measurements that need only a site."""
    return _own(data, out)
