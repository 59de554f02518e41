"""How fast addresses are looked at: loopback, limits off, full verdict, server included.

    python -m benchmarks.fetch [--addresses N] [--runs N]

A server process of this machine answers every address with its own page of about 6 kB (and
404 to everything else); `disclosure audit fetch` looks at all of them as a user would, with
an expectation for each. Then 200 addresses on 20 hosts that take 0.35 s each, with the usual
manners, in list order, shuffled, and by host. Memory is the client's, see `measure`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measure import Run, run

ROOT = Path(__file__).resolve().parent.parent
_NAV = "<nav>" + '<a href="/a/b.html">栏目</a>' * 60 + "</nav>"
_TEXT = "<p>各科室应当按照方案要求，逐项上报材料，并对材料的真实性、完整性负责。</p>" * 40
_PAGE = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>关于第{0}号文件的通知'
    f"</title></head><body>{_NAV}<main><h1>关于第{{0}}号文件的通知</h1>{_TEXT}</main></body></html>"
)


class _Serving(asyncio.Protocol):
    """Answers /n/<number>.html, after a delay where one is asked for."""

    delay = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.waiting = transport, b""

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, _, self.waiting = self.waiting.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode()
            asyncio.get_running_loop().call_later(self.delay, self.answer, path)

    def answer(self, path: str) -> None:
        number = path.removeprefix("/n/").removesuffix(".html")
        found = number.isdigit()
        body = _PAGE.format(number).encode() if found else b"<title>404</title>"
        status = b"200 OK" if found else b"404 Not Found"
        self.transport.write(
            b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
            % (status, len(body), body)
        )


async def _serve(hosts: int, delay: float) -> None:
    _Serving.delay = delay
    loop = asyncio.get_running_loop()
    servers = [
        await loop.create_server(_Serving, "127.0.0.1", 0, backlog=1024) for _ in range(hosts)
    ]
    print(json.dumps([one.sockets[0].getsockname()[1] for one in servers]), flush=True)
    await asyncio.Event().wait()


class Server:
    """The server as a process of its own."""

    def __init__(self, hosts: int, delay: float) -> None:
        self.command = [sys.executable, "-m", "benchmarks.fetch", "--serve", str(hosts), str(delay)]

    def __enter__(self) -> list[str]:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, cwd=ROOT)
        assert self.process.stdout is not None
        return [f"http://127.0.0.1:{port}" for port in json.loads(self.process.stdout.readline())]

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.communicate()


def look(rows: list[tuple[str, str]], *options: str) -> tuple[Run, dict[str, Any]]:
    """One run of the command over a list; what it cost, and the counts."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        names = Path(folder) / "list.csv"
        lines = (f"{url},{expect}\n" for url, expect in rows)
        names.write_text("url,expect\n" + "".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "disclosure.cli", "audit", "fetch", "--list", str(names)]
        cost = run([*command, "--report", folder, *options], ROOT, accept=(0, 1, 2))
        text = (Path(folder) / "fetch.json").read_text(encoding="utf-8")
        counts: dict[str, Any] = json.loads(text[: text.index(' "results"')].rstrip()[:-1] + "}")
        return cost, counts["counts"]


def measure_fetch(addresses: int = 50_000, runs: int = 3) -> dict[str, Any]:
    """Addresses a second, peak memory, and the seconds for 20 slow hosts."""
    results: dict[str, Any] = {"addresses": addresses, "runs": [], "slow": {}}
    with Server(1, 0) as (base,):
        rows = [(f"{base}/n/{n}.html", f"关于第{n}号文件的通知") for n in range(addresses)]
        for _ in range(runs):
            cost, counts = look(rows, "--rate", "0")
            assert counts["ok"] == addresses, counts
            results["runs"].append(cost.figures() | {"rate": round(addresses / cost.wall)})
    with Server(20, 0.35) as bases:
        rows = [(f"{base}/n/{n}.html", f"关于第{n}号文件") for base in bases for n in range(10)]
        mixed = random.Random(1).sample(rows, len(rows))
        for name, order in (("按主机", rows), ("倒序", rows[::-1]), ("打乱", mixed)):
            cost, counts = look(order)
            assert counts["ok"] == len(rows), counts
            results["slow"][name] = cost.figures()["wall"]
    return results


def main() -> int:
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(_serve(int(sys.argv[2]), float(sys.argv[3])))
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--addresses", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    results = measure_fetch(options.addresses, options.runs)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for one in results["runs"]:
        print(
            f"{one['rate']} addresses/s, {one['wall']:.1f} s, processor {one['cpu']:.1f} s, {one['memory']:.0f} MB"
        )
    print("20 slow hosts:", ", ".join(f"{k} {v:.1f} s" for k, v in results["slow"].items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
