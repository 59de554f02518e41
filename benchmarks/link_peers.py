"""Other link checkers on pages of one link each: what each says of that link.

One link a page, because a program that stumbles over one address must not lose the others. A run
that did not come to its own end is no opinion: it raises Unfinished and is never scored.

Each is asked in the way its manual gives for the fullest check: anchors too, the test's root
certificate trusted, waits between requests lifted, a time limit of ten seconds a request.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin

from benchmarks.peers import ROOT, lychee
from disclosure.audit.observe.second_opinion import parse_rows

LIMIT = 420
"""Seconds after which a program is ended."""
_NODE = ROOT / ".bench" / "node_modules" / ".bin" / "linkinator"


class Said(StrEnum):
    """What a program says of an address."""

    FINE = "通"
    FAULT = "有问题"
    NOTHING = "没有说"


class Unfinished(Exception):
    """The program did not come to its end; the message is the end of what it said."""


Opinion = dict[str, Said]
"""By the page that carries the address, and by the address in canonical spelling."""
Ask = Callable[[Sequence[str], Path], Opinion]
"""The pages and the root certificate."""


def install() -> str:
    """linkinator, by npm; returns what went wrong, if anything."""
    if _NODE.exists():
        return ""
    command = ["npm", "install", "--prefix", str(ROOT / ".bench"), "--no-audit", "--no-fund"]
    try:
        done = subprocess.run([*command, "linkinator@7"], capture_output=True, text=True)
    except OSError as error:
        return f"npm：{error}"
    return done.stderr.strip()[-200:] if done.returncode else ""


def peers() -> dict[str, Ask]:
    """Those that are here, with their versions in their names."""
    found: dict[str, Ask] = {f"LinkChecker {_version([*_LINKCHECKER, '--version'])}": linkchecker}
    if program := lychee():
        found[f"lychee {_version([str(program), '--version'])}"] = ask_lychee
    if _NODE.exists():
        found[f"linkinator {_version([str(_NODE), '--version'])}"] = linkinator
    return found


def canonical(address: str, page: str) -> str:
    """One spelling for all that a browser would take for the same address."""
    plain = re.sub(r"[\t\r\n]", "", address.strip())
    if plain.lower().startswith("http"):
        plain = plain.replace("\\", "/")
    with contextlib.suppress(ValueError):
        plain = urljoin(page, plain)
    scheme, mark, rest = plain.partition("://")
    host, slash, path = rest.partition("/")
    whole = f"{scheme}{mark}{host}".lower() + slash + path
    return unquote_to_bytes(whole.rstrip("#")).decode("utf-8", "backslashreplace")


_LINKCHECKER = (sys.executable, "-m", "linkcheck")


def linkchecker(pages: Sequence[str], ca: Path) -> Opinion:
    """Its warnings count as faults, except that something was redirected."""
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        settings = Path(home) / "linkcheckerrc"
        settings.write_text(
            f"[checking]\nmaxrequestspersecond=100000\ntimeout=10\nsslverify={ca}\n[AnchorCheck]\n"
        )
        said, complaint = _run(
            [
                *(*_LINKCHECKER, "--config", str(settings), "--no-status", "--verbose", "--stdin"),
                *("--output", "csv/utf-8", "--check-extern", "--recursion-level", "1"),
            ],
            {"HOME": home, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"},
            "\n".join(pages),
        )
    rows, finished = parse_rows(said)
    if not finished:
        raise Unfinished(complaint)
    found: Opinion = {}
    for row in rows:
        warned = row.warning and "redirect" not in row.warning.lower()
        verdict = Said.FAULT if not row.valid or warned else Said.FINE
        _note(found, verdict, row.parent, row.url)
    return found


def ask_lychee(pages: Sequence[str], ca: Path) -> Opinion:
    command = [
        *(str(lychee()), "--format", "json", "--no-progress", "--include-fragments=full"),
        *("--include-mail", "--timeout", "10", "--max-retries", "3", "--verbose"),
        *("--retry-wait-time", "1", "--host-request-interval", "0ms", *pages),
    ]
    data = _json(*_run(command, {"SSL_CERT_FILE": str(ca)}))
    found: Opinion = {}
    for group, verdict in (
        ("success_map", Said.FINE),
        ("excluded_map", Said.NOTHING),
        ("timeout_map", Said.FAULT),
        ("error_map", Said.FAULT),
    ):
        for page, rows in data.get(group, {}).items():
            for row in rows:
                _note(found, verdict, page, row["url"])
    return found


def linkinator(pages: Sequence[str], ca: Path) -> Opinion:
    """Without --retry: asked to come back tomorrow it would wait until tomorrow.

    It looks at a page once for all its fragments and names the first parent only; a fragment
    that it does not complain of is there.
    """
    command = [
        *(str(_NODE), *pages, "--format", "JSON", "--check-fragments", "--timeout", "10000"),
        *("--retry-errors", "--retry-errors-count", "2", "--verbosity", "info"),
    ]
    data = _json(*_run(command, {"NODE_EXTRA_CA_CERTS": str(ca)}))
    states = {"OK": Said.FINE, "BROKEN": Said.FAULT, "SKIPPED": Said.NOTHING}
    found: Opinion = {}
    for one in data.get("links", ()):
        parent = "" if "#" in one["url"] else one.get("parent", "")
        _note(found, states[one["state"]], parent, one["url"])
    return found


def _note(found: Opinion, verdict: Said, page: str, address: str) -> None:
    """Once called faulty it stays so."""
    for key in (page, canonical(address, page)):
        if key and found.get(key) is not Said.FAULT:
            found[key] = verdict


def looked_up(opinion: Opinion, addresses: Sequence[str], pages: Sequence[str]) -> Iterator[Said]:
    """Under its page; by the address where a program names one page for all its fragments."""
    for address, page in zip(addresses, pages, strict=True):
        whole = canonical(address, page)
        first = (whole, page) if "#" in whole else (page, whole)
        keys = (*first, whole.partition("#")[0])
        yield next((opinion[key] for key in keys if key in opinion), Said.NOTHING)


def _json(said: str, complaint: str) -> dict[str, Any]:
    try:
        data: dict[str, Any] = json.loads(said[said.index("{") :])
    except ValueError:
        raise Unfinished(complaint or "没有输出") from None
    return data


def _run(command: Sequence[str], env: dict[str, str], given: str = "") -> tuple[str, str]:
    """What it printed, and the end of what it complained; exit codes mean different things."""
    try:
        done = subprocess.run(
            command,
            input=given.encode(),
            capture_output=True,
            timeout=LIMIT,
            env={**os.environ, **env},
            cwd=tempfile.gettempdir(),
        )
    except subprocess.TimeoutExpired:
        raise Unfinished(f"{LIMIT} 秒没有跑完") from None
    complaint = f"退出码 {done.returncode}：{done.stderr.decode('utf-8', 'replace').strip()[-300:]}"
    return done.stdout.decode("utf-8", "replace"), complaint


def _version(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"\d+\.\d+(?:\.\d+)?", done.stdout + done.stderr)
    return found.group() if found else ""
