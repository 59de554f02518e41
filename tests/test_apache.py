"""redirects/apache.conf, tried: Apache takes it, and answers as it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from disclosure.pages.maps import APACHE
from test_publishing import DEPARTED, GONE, TREE, ask, departed_maps, free_port

HTTPD = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
MODULES = Path("/usr/lib/apache2/modules")
CONF = """\
ServerRoot {folder}
PidFile {folder}/pid
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
{modules}
ErrorLog {folder}/error.log
DocumentRoot {folder}/www
<Directory {folder}/www>
  Require all granted
</Directory>
{user}
Include {folder}/www/redirects/apache.conf
"""

pytestmark = pytest.mark.skipif(
    HTTPD is None or not MODULES.is_dir(),
    reason="没有安装 Apache（Debian：apt-get install apache2）",
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder, port = tmp_path_factory.mktemp("apache"), free_port()
    for parent in [folder, *folder.parents]:
        # Started by root, Apache serves as another user, who must be let in.
        if os.geteuid() == 0 and parent.stat().st_mode & 0o005 != 0o005:
            parent.chmod(parent.stat().st_mode | 0o005)
    tree = TREE | {APACHE: departed_maps(f"http://127.0.0.1:{port}/")[APACHE]}
    for name, text in tree.items():
        path = folder / "www" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    names = ("mpm_event", "authz_core", "dir", "mime", "alias")
    modules = "\n".join(f"LoadModule {one}_module {MODULES}/mod_{one}.so" for one in names)
    modules += "\nTypesConfig /etc/mime.types\nDirectoryIndex index.html"
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    conf = folder / "apache.conf"
    conf.write_text(CONF.format(folder=folder, port=port, modules=modules, user=user), "utf-8")
    process = subprocess.Popen([str(HTTPD), "-f", str(conf), "-D", "FOREGROUND"])
    try:
        _wait(process, port, folder)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            ask(port, "/", "GET", {})
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail((folder / "error.log").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "status", "location"), DEPARTED)
def test_the_departed_are_answered_for(
    port: int, path: str, status: int, location: str | None
) -> None:
    response, body = ask(port, path, "GET", {})
    assert response.status == status
    if location:
        assert urlsplit(response.headers["Location"]).path == location
    if status == 410:
        assert body.decode() == GONE
