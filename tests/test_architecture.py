"""Imports point one way, only the named modules touch the disk, only hooks import mkdocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = {"bureau", "dates", "vocabulary", "record", "framework", "registers", "model", "atlas"}
BASE |= {"departures", "waivers", "problem", "problem_codes", "publication", "queries"}

# package -> what it may import of the rest of disclosure
MAY_IMPORT = {
    "dates": set[str](),
    "vocabulary": set[str](),
    "record": set[str](),
    "problem": {"problem_codes"},
    "problem_codes": set[str](),
    "workdays": set[str](),
    "codes": set[str](),
    "clocks": {"registers", "workdays"},
    "framework": {"record", "vocabulary"},
    "queries": {"record", "vocabulary"},
    "waivers": {"record"},
    "departures": {"record", "vocabulary"},
    "addressbook": {"atlas", "departures", "model"},
    "registers": {"dates", "record", "vocabulary"},
    "bureau": {"record"},
    "model": {
        "bureau",
        "dates",
        "departures",
        "framework",
        "queries",
        "record",
        "registers",
        "vocabulary",
        "waivers",
    },
    "publication": {"dates", "model", "registers"},
    "atlas": {"departures", "model", "framework", "registers", "vocabulary"},
    "load": BASE,
    "coverage": BASE,
    "rules": BASE | {"coverage", "workdays", "codes", "clocks"},
    "pages": BASE | {"coverage", "audit", "clocks"},
    "audit": BASE | {"beside"},
    "privacy": BASE | {"codes"},
    "demo": BASE | {"addressbook", "load"},
    "checks": BASE | {"rules", "privacy"},
    "site": BASE | {"keys", "load", "checks", "pages", "audit"},
    "leads": BASE | {"keys", "pages", "site"},
    "handover": BASE | {"pages", "leads"},
    "beside": set[str](),
    "keys": {"dates", "pages"},
    "indexing": set[str](),
    "fulltext": {"beside", "indexing", "pages", "site"},
    "press": BASE | {"beside", "keys", "pages", "site", "audit"},
    "again": BASE
    | {"audit", "beside", "checks", "fulltext", "job", "keys", "leads", "pages", "press", "site"},
    "job": {"audit"},
    "making": {"again", "audit", "beside", "fulltext", "handover", "job", "leads", "load"}
    | {"pages", "press", "privacy", "problem", "site"},
    "builder": {"again", "handover", "job", "making"},
    "commands": BASE
    | {"load", "coverage", "rules", "privacy", "pages", "audit", "site", "demo", "builder"}
    | {"addressbook", "checks", "commands"},
    "cli": {"commands"},
}


def modules() -> list[Path]:
    return sorted((ROOT / "disclosure").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def part(path: Path) -> str:
    return path.relative_to(ROOT / "disclosure").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    here = part(path)
    if here == "__init__":
        return
    for name in imported(path):
        if name.startswith("disclosure."):
            there = name.split(".")[1]
            assert there == here or there in MAY_IMPORT[here], f"{here} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_only_hooks_import_mkdocs_and_only_observe_the_network(path: Path) -> None:
    names = {name.split(".")[0] for name in imported(path)}
    assert "mkdocs" not in names
    parses_only = path.name == "hosts.py"  # socket.inet_aton reads a text, it connects to nothing
    if "audit/observe" not in path.as_posix() and not parses_only:
        assert not names & {"socket", "http", "httpx", "requests", "aiohttp", "urllib3"}


FORBIDDEN = {"read_text", "write_text", "read_bytes", "write_bytes", "open", "now", "utcnow"}


@pytest.mark.parametrize("folder", ["rules", "pages/plan"])
def test_rules_and_plan_read_neither_clock_nor_disk(folder: str) -> None:
    for path in sorted((ROOT / "disclosure" / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert not (used | names) & FORBIDDEN, path.name
        assert "date.today" not in path.read_text(encoding="utf-8"), path.name
