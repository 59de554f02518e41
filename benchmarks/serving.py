"""publishing/nginx.conf under load: `wrk` on loopback, two threads, 64 connections, 10 seconds.

wrk and nginx share this machine's cores, so a server of its own would answer more.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.builds import say
from benchmarks.peers import ROOT

SECONDS, THREADS, CONNECTIONS = 10, 2, 64
_MAIN = """\
{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes auto;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_ANY_PAGE = """\
local pages = {{}}
for line in io.lines("{list}") do pages[#pages + 1] = line end
math.randomseed(1)
request = function() return wrk.format("GET", pages[math.random(#pages)]) end
"""


def missing() -> list[str]:
    """The programs that are not there."""
    return [name for name in ("nginx", "wrk") if not shutil.which(name)]


def measure_serving(site: Path, folder: Path) -> list[dict[str, Any]]:
    """Requests a second for one record page and for all of them, compressed or not."""
    if absent := missing():
        say(f"  没有安装 {'、'.join(absent)}，不测发布（Debian：apt-get install nginx wrk）")
        return []
    folder.mkdir()
    records = sorted((site / "items").glob("*-*/index.html"), key=lambda one: one.stat().st_size)
    middle = records[len(records) // 2]
    page = f"/items/{middle.parent.name}/"
    listed = folder / "pages.txt"
    listed.write_text("".join(f"/items/{one.parent.name}/\n" for one in records))
    script = folder / "any.lua"
    script.write_text(_ANY_PAGE.format(list=listed))
    zipped = ["-H", "Accept-Encoding: gzip"]
    results = []
    with _running(site, folder) as base:
        results += [
            _load("一个事项页，不压缩", base + page, []),
            _load("一个事项页，当场压缩", base + page, zipped),
        ]
        for one in records:
            one.with_name("index.html.gz").write_bytes(gzip.compress(one.read_bytes(), 9))
    with _running(site, folder) as base:
        results += [
            _load("一个事项页，事先压好", base + page, zipped),
            _load(f"{len(records):,} 个事项页随机，事先压好", base, [*zipped, "-s", str(script)]),
        ]
    for one in records:
        one.with_name("index.html.gz").unlink()
    return results


def _load(name: str, url: str, options: list[str]) -> dict[str, Any]:
    shape = [f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    command = ["wrk", *shape, *options, url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS + 30, check=True)
    said = done.stdout
    found = {
        "name": name,
        "requests_per_second": round(float(_figure(r"Requests/sec:\s+([\d.]+)", said))),
        "latency_median_ms": _ms(_figure(r"(?m)^\s*50%\s+(\S+)", said)),
        "latency_99_ms": _ms(_figure(r"(?m)^\s*99%\s+(\S+)", said)),
        "transfer": _figure(r"Transfer/sec:\s+(\S+)", said),
        "errors": "Non-2xx" in said or "Socket errors" in said,
    }
    say(f"  {name}：每秒 {found['requests_per_second']} 次")
    return found


def _figure(pattern: str, said: str) -> str:
    found = re.search(pattern, said)
    if not found:
        raise ValueError(f"wrk: {pattern}\n{said}")
    return found.group(1)


def _ms(text: str) -> float:
    for unit, factor in (("us", 0.001), ("ms", 1.0), ("s", 1000.0)):
        if text.endswith(unit):
            return round(float(text.removesuffix(unit)) * factor, 2)
    raise ValueError(text)


@contextmanager
def _running(site: Path, folder: Path) -> Iterator[str]:
    """nginx with the published configuration on a free loopback port."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    text = (ROOT / "publishing" / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("listen [::]:80;", "")
    text = text.replace("root /var/www/disclosure;", f"root {site};")
    (folder / "site.conf").write_text(text, encoding="utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder, user=user), encoding="utf-8")
    command = ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(main)]
    process = subprocess.Popen(command)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("nginx")
