"""Make .venv and install the project in it; a second run finds everything done.

Needs only Python: `python3 scripts/environment.py [--dev]`, or `python()` from a launcher.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def python(*, dev: bool = False) -> Path:
    """The environment's interpreter, everything installed."""
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python may well start this file
        sys.exit("需要 Python 3.11 或更新的版本，请先安装。")
    lock = ROOT / ("requirements-dev.txt" if dev else "requirements.txt")
    stamp = VENV / f".installed-{lock.stem}"
    wanted = hashlib.sha256(
        lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    ).hexdigest()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return PYTHON
    print("正在准备运行环境（第一次需要几分钟）……", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "-e", str(ROOT)], check=True)
    stamp.write_text(wanted)
    return PYTHON


def run(*arguments: str) -> int:
    """Run `disclosure ...` in the environment, from the project folder."""
    command = [str(python()), "-m", "disclosure.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}).returncode


if __name__ == "__main__":
    python(dev="--dev" in sys.argv[1:])
