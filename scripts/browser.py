"""See that the browser tests can run: Debian's Chromium and the CJK fonts.

As root on a Debian system they are installed; otherwise one line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("chromium", "fonts-noto-cjk")


def missing() -> list[str]:
    """The Debian packages that are not there."""
    absent = [] if shutil.which("chromium") else ["chromium"]
    fonts = Path("/usr/share/fonts/opentype/noto")
    if not any(fonts.glob("NotoSansCJK*")) if fonts.is_dir() else True:
        absent.append("fonts-noto-cjk")
    return absent


def main() -> int:
    absent = missing()
    if not absent:
        return 0
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        print(
            f"浏览器测试需要 {' 和 '.join(absent)}，请先安装（Debian：apt-get install {' '.join(absent)}）。"
        )
        return 1
    print(f"正在安装 {' '.join(absent)}……", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *absent],
        check=True, env=quiet, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return 1 if missing() else 0


if __name__ == "__main__":
    sys.exit(main())
