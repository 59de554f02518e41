"""The ready schedules: the script runs as cron runs it, units and workflow are what they claim."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from disclosure.cli import build_parser

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "publishing" / "schedules"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project whose program only tells how it was called."""
    program = tmp_path / ".venv" / "bin" / "disclosure"
    program.parent.mkdir(parents=True)
    program.write_text(
        '#!/bin/sh\necho "$@" > called\nmkdir -p audit-report/fetch\n'
        "echo 一句话 > audit-report/fetch/summary.txt\nsleep ${LAST:-0}\nexit ${CODE:-0}\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    target = tmp_path / "publishing" / "schedules"
    target.mkdir(parents=True)
    shutil.copy(FOLDER / "audit.sh", target)
    return tmp_path


def run(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """As cron does: hardly any environment, another folder."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/", **more}
    command = [str(home / "publishing" / "schedules" / "audit.sh"), *arguments]
    return subprocess.run(
        command, env=environment, cwd="/", capture_output=True, encoding="utf-8", timeout=30
    )


@pytest.mark.parametrize("code", ["0", "1", "2", "3"])
def test_the_exit_code_passes_through(home: Path, code: str) -> None:
    done = run(home, CODE=code)
    assert done.returncode == int(code) and done.stdout == "一句话\n"


def test_the_command_is_one_that_exists(home: Path) -> None:
    run(home, "--rate", "1", DISCLOSURE_WEBHOOK="https://hook.example/x")
    called = (home / "called").read_text(encoding="utf-8").split()
    options = build_parser("audit").parse_args(called)
    assert options.webhook == "https://hook.example/x" and options.rate == 1
    assert options.trust == 6 and options.self_test and options.list is None


@pytest.mark.skipif(shutil.which("flock") is None, reason="without flock nothing is locked")
def test_two_do_not_run_at_once(home: Path) -> None:
    command = [str(home / "publishing" / "schedules" / "audit.sh")]
    slow = subprocess.Popen(command, env={"PATH": "/usr/bin:/bin", "LAST": "3"})
    while not (home / "called").exists() and slow.poll() is None:
        pass
    assert run(home).returncode == 75
    assert slow.wait(20) == 0 and run(home).returncode == 0


def test_the_crontab_has_a_line_that_cron_takes() -> None:
    lines = (FOLDER / "crontab").read_text(encoding="utf-8").splitlines()
    (line,) = [one for one in lines if one and not one.startswith(("#", "SHELL="))]
    assert re.match(r"\d+ \d+ \* \* \* /srv/disclosure/publishing/schedules/audit\.sh ", line)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd's own check")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    names = ("disclosure-audit.service", "disclosure-audit.timer")
    for name in names:
        text = (FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("/srv/disclosure", str(ROOT)), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in names)],
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0 and "disclosure-audit" not in done.stderr, done.stderr
    bad = tmp_path / "bad.timer"
    bad.write_text("[Timer]\nOnCalendar=whenever\n", encoding="utf-8")
    assert subprocess.run(["systemd-analyze", "verify", str(bad)], capture_output=True).stderr


def test_the_workflow_runs_what_is_there() -> None:
    workflow = yaml.safe_load((FOLDER / "audit.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["audit"]["steps"]
    for command in [step["run"] for step in steps if "run" in step]:
        script = next(word for word in command.split() if "/" in word)
        assert (ROOT / script).is_file(), command
    (kept,) = [step["with"]["path"] for step in steps if "cache" in step.get("uses", "")]
    assert kept == "audit-report/fetch/audit.sqlite"
    assert workflow[True]["schedule"] == [{"cron": "17 22 * * *"}]  # YAML reads `on` as true


def test_the_batch_file_calls_the_same() -> None:
    data = (FOLDER / "audit.bat").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    call = re.search(r"disclosure\.exe (audit fetch .+?) >>", data.decode())
    assert call and build_parser("audit").parse_args(call[1].replace("\\", "/").split())
