"""The commands below `disclosure audit`: listed at once, loaded when they are called."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from conftest_audit import write

from disclosure.cli import main
from disclosure.commands import audit

HEAVY = ("pydantic", "yaml", "jinja2", "markdown", "aiohttp", "sqlite3", "playwright", "lxml")


class Group:
    """Notes which commands a module adds, under which titles."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}

    def add_parser(self, name: str, **options: str) -> argparse.ArgumentParser:
        self.titles[name] = options["help"]
        return argparse.ArgumentParser(add_help=False)


@pytest.mark.parametrize("module, titles, more", audit._ALONE, ids=lambda one: str(one)[:12])
def test_each_is_listed_as_it_calls_itself(
    module: str, titles: dict[str, str], more: list[str]
) -> None:
    group = Group()
    importlib.import_module(f"disclosure.commands.{module}").add_to(group, *more)
    assert group.titles == titles


@pytest.mark.parametrize("name", [name for _, titles, _ in audit._ALONE for name in titles])
def test_each_has_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["audit", name, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"disclosure audit {name} [" in said and "退出码：" in said and "--json" in said


def test_the_list_names_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["audit", "--help"])
    said = capsys.readouterr().out
    assert all(title in said for _, titles, _ in audit._ALONE for title in titles.values())


def test_a_folder_is_audited_without_what_only_a_catalogue_needs(tmp_path: Path) -> None:
    write(tmp_path / "tree", {"index.html": "<title>x</title><p>x</p>"})
    program = (
        "import sys; from disclosure.cli import main\n"
        "code = main(['audit', 'tree', 'tree'])\n"
        f"print(code, sorted(set({HEAVY}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"
