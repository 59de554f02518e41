"""publishing/nginx.conf, tried: nginx takes it, and answers as it says."""

from __future__ import annotations

import dataclasses
import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from disclosure.departures import Departures
from disclosure.load import load_catalogue
from disclosure.pages.maps import NGINX as NGINX_MAP
from disclosure.pages.maps import maps

ROOT = Path(__file__).resolve().parent.parent
CONF = (ROOT / "publishing" / "nginx.conf").read_text(encoding="utf-8")
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PAGE = "<!doctype html><title>首页</title>" + "<p>政府信息公开</p>" * 100
LOST = "<!doctype html><title>没有找到这一页</title>" + "<p>检查网址</p>" * 100
GONE = "<!doctype html><title>已撤回</title>" + "<p>原因</p>" * 100
TREE = {
    "index.html": PAGE,
    "items/a-1/index.html": PAGE,
    "404.html": LOST,
    "stylesheets/text.css": "p { color: #111 }\n" * 100,
    "assets/stylesheets/main.57a0d79d.min.css": "p { margin: 0 }\n" * 100,
    "assets/data.js": "var 名称 = [];\n" * 100,
    "files/a-1/plan.pdf": "%PDF-1.4",
    ".git/config": "[core]",
    "items/gone/index.html": GONE,
    "items/moved/index.html": "<!doctype html><title>已迁移</title>",
    "files/a-1/old.pdf/index.html": "<!doctype html><title>已迁移</title>",
}
WRAPPER = """\
{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    types {{
        text/html html; text/css css; application/javascript js; application/pdf pdf;
    }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
Ask = Callable[..., tuple[HTTPResponse, bytes]]

pytestmark = pytest.mark.skipif(
    NGINX is None, reason="没有安装 nginx（Debian：apt-get install nginx）"
)


def configured(folder: Path, port: int, prefix: str = "") -> Path:
    """The configuration as a bureau would fill it in, inside a minimal nginx.conf."""
    root = folder / "www"
    for name, text in TREE.items():
        path = root / prefix.strip("/") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path = root / prefix.strip("/") / NGINX_MAP
    path.parent.mkdir()
    path.write_text(departed_maps(f"https://a.example{prefix}/")[NGINX_MAP], encoding="utf-8")
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "listen [::]:80;": "",
        "root /var/www/disclosure;": f"root {root};",
        " /404.html": f" {prefix}/404.html",
        "include /var/www/disclosure/": f"include {root}{prefix}/",
    }
    text = CONF
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""  # the folder is its owner's alone
    main = folder / "nginx.conf"
    main.write_text(WRAPPER.format(folder=folder, user=user), encoding="utf-8")
    return main


def departed_maps(base: str) -> Mapping[str, str]:
    """What a build writes for these pages of TREE; no other part of a catalogue matters."""
    day = "2026-06-30"
    moved = {"/items/moved/": "/items/a-1/", "/files/a-1/old.pdf": "/files/a-1/plan.pdf"}
    gone = {"address": "/items/gone/", "how": "撤回", "reason": "依法撤回", "day": day}
    departures = Departures.model_validate(
        {
            "redirects": [{"address": a, "to": to, "day": day} for a, to in moved.items()],
            "tombstones": [gone],
        }
    )
    tiny = load_catalogue(ROOT / "tests" / "tiny")
    bureau = tiny.bureau.model_copy(update={"base_url": base})
    return maps(dataclasses.replace(tiny, bureau=bureau, departures=departures))


DEPARTED = [
    ("/items/moved/", 301, "/items/a-1/"),
    ("/items/moved", 301, "/items/a-1/"),
    ("/files/a-1/old.pdf", 301, "/files/a-1/plan.pdf"),
    ("/items/gone/", 410, None),
    ("/items/gone", 410, None),
    ("/items/moved/elsewhere/", 404, None),
    ("/items/a-1/", 200, None),
]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(folder: Path, prefix: str = "") -> Iterator[Ask]:
    port = free_port()
    main = configured(folder, port, prefix)
    command = [str(NGINX), "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(main)]
    process = subprocess.Popen(command)
    try:
        _wait(process, port, folder)
        yield lambda path, method="GET", **headers: ask(port, path, method, headers)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail((folder / "error.log").read_text(encoding="utf-8"))


def ask(port: int, path: str, method: str, headers: dict[str, str]) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with running(tmp_path_factory.mktemp("nginx")) as asked:
        yield asked


def test_nginx_takes_the_configuration_without_a_warning(tmp_path: Path) -> None:
    main = configured(tmp_path, free_port())
    done = subprocess.run(
        [str(NGINX), "-t", "-p", tmp_path, "-e", f"{tmp_path}/error.log", "-c", main],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


def test_pages_are_compressed_and_say_their_language_of_letters(site: Ask) -> None:
    response, body = site("/items/a-1/", Accept_Encoding="gzip")
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body).decode() == PAGE
    plain, body = site("/items/a-1/")
    assert "Content-Encoding" not in plain.headers
    assert body.decode() == PAGE


@pytest.mark.parametrize("path", ["/stylesheets/text.css", "/assets/data.js"])
def test_sheets_and_scripts_are_compressed_utf8(site: Ask, path: str) -> None:
    response, _ = site(path, Accept_Encoding="gzip")
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Content-Type"].endswith("; charset=utf-8")


def test_a_file_beside_it_with_gz_is_used(tmp_path: Path) -> None:
    with running(tmp_path) as asked:
        (tmp_path / "www" / "index.html.gz").write_bytes(gzip.compress(b"ready"))
        _, body = asked("/", Accept_Encoding="gzip")
    assert gzip.decompress(body) == b"ready"


@pytest.mark.parametrize(
    ("path", "lifetime"),
    [
        ("/", "public, max-age=300"),
        ("/stylesheets/text.css", "public, max-age=300"),
        ("/files/a-1/plan.pdf", "public, max-age=300"),
        ("/assets/stylesheets/main.57a0d79d.min.css", "public, max-age=31536000, immutable"),
    ],
)
def test_only_names_with_a_digest_are_kept_long(site: Ask, path: str, lifetime: str) -> None:
    response, _ = site(path)
    assert response.headers.get_all("Cache-Control") == [lifetime]
    again, body = site(path, If_None_Match=response.headers["ETag"])
    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/stylesheets/text.css", "/nowhere/", "/items"])
def test_every_answer_bears_the_security_headers(site: Ask, path: str) -> None:
    response, _ = site(path)
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self';")
    policy = dict(
        part.strip().split(" ", 1)
        for part in response.headers["Content-Security-Policy"].split(";")
    )
    # WebAssembly for the full-text search; no script from a text, none in a page.
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert [name for name, value in policy.items() if "unsafe" in value] == ["script-src"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "/" not in response.headers["Server"]


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/nowhere.html", "/items/", "/files/", "/404.html", "/.git/config"]
)
def test_what_is_not_there_is_404_with_the_sites_own_page(site: Ask, path: str) -> None:
    response, body = site(path)
    assert response.status == 404
    assert body.decode() == LOST
    assert "Cache-Control" not in response.headers


def test_a_folder_without_its_slash_is_sent_there(site: Ask) -> None:
    response, _ = site("/items/a-1")
    assert (response.status, response.headers["Location"]) == (301, "/items/a-1/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_site_is_for_reading(site: Ask, method: str) -> None:
    response, _ = site("/", method)
    assert response.status == 405


def test_it_serves_from_a_path_below_the_host(tmp_path: Path) -> None:
    with running(tmp_path, "/fzzf") as asked:
        response, body = asked("/fzzf/items/a-1/")
        assert (response.status, body.decode()) == (200, PAGE)
        for path in ("/fzzf/nowhere/", "/fzzf/items/", "/elsewhere/", "/fzzf/404.html"):
            response, body = asked(path)
            assert (response.status, body.decode()) == (404, LOST), path


@pytest.mark.parametrize(("path", "status", "location"), DEPARTED)
def test_the_departed_are_answered_for(
    site: Ask, path: str, status: int, location: str | None
) -> None:
    response, body = site(path)
    assert (response.status, response.headers["Location"]) == (status, location)
    if status == 410:
        assert body.decode() == GONE
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_departed_below_a_path(tmp_path: Path) -> None:
    with running(tmp_path, "/fzzf") as asked:
        response, _ = asked("/fzzf/items/moved/")
        assert (response.status, response.headers["Location"]) == (301, "/fzzf/items/a-1/")
        response, body = asked("/fzzf/items/gone/")
        assert (response.status, body.decode()) == (410, GONE)
