"""Files and folders -> findings with their places. Hidden parts and inner files included."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.privacy import layout
from disclosure.privacy.allow import Allowed
from disclosure.privacy.content import Content
from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Kind, Placed
from disclosure.privacy.mask import masked
from disclosure.privacy.names import whole_name
from disclosure.privacy.pinyin import pinyin_name
from disclosure.privacy.read import read
from disclosure.privacy.table import table_findings

MAX_FILE = 256 * 2**20
MAX_DEPTH = 4
_ALONE = 400
"""Up to so many files further processes cost more than they save."""
_PASSED = {
    ".git",
    ".venv",
    "node_modules",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
}


@dataclass
class Scan:
    """What was found, what could not be read, what a person should know."""

    findings: list[Placed] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    files: int = 0

    def add(self, other: Scan) -> None:
        self.findings += other.findings
        self.unread += other.unread
        self.remarks += other.remarks
        self.files += other.files


def scan_paths(paths: Sequence[Path], allowed: Allowed) -> Scan:
    """Every file of every path, in order of name; on all cores where there are many."""
    whole = Scan()
    files: list[Path] = []
    for path in paths:
        files += _files(path, whole)
    if len(files) <= _ALONE or (os.cpu_count() or 1) < 2:
        whole.add(_scan_files(files, allowed))
    else:
        step = min(500, len(files) // (2 * (os.cpu_count() or 1)) + 1)
        batches = [files[at : at + step] for at in range(0, len(files), step)]
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor() as pool:
            for part in pool.map(_scan_files, batches, [allowed] * len(batches)):
                whole.add(part)
    return whole


def _files(path: Path, whole: Scan) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(
        path, onerror=lambda e: whole.unread.append((str(e.filename), "文件夹打不开"))
    ):
        passed = sorted(set(folders) & _PASSED)
        whole.remarks += [(f"{folder}/{name}", "程序自用的文件夹，没有检查") for name in passed]
        folders[:] = sorted(set(folders) - _PASSED)
        yield from (Path(folder) / name for name in sorted(names))


def _scan_files(files: Iterable[Path], allowed: Allowed) -> Scan:
    whole = Scan()
    for path in files:
        whole.add(scan_file(path, allowed))
    return whole


def scan_file(path: Path, allowed: Allowed) -> Scan:
    """One file of the disk."""
    name = path.as_posix()
    try:
        if not path.is_file():
            return Scan(unread=[(name, "不是普通文件，打不开")], files=1)
        if path.stat().st_size > MAX_FILE:
            return Scan(unread=[(name, f"文件超过 {MAX_FILE // 2**20} MB")], files=1)
        data = path.read_bytes()
    except OSError:
        return Scan(unread=[(name, "没有权限或读取失败")], files=1)
    return scan_bytes(name, data, allowed)


def scan_bytes(name: str, data: bytes, allowed: Allowed, depth: int = 0) -> Scan:
    """One file: its name, what it says, what it holds."""
    whole = Scan(files=1 if not depth else 0)
    content = read(name, data)
    whole.unread += [(name, reason) for reason in content.unread]
    whole.remarks += [(name, remark) for remark in dict.fromkeys(content.remarks)]
    stem = name.rpartition("/")[2]
    found = [
        Placed(name, "文件名", f.kind, f.excerpt, f.value)
        for f in detect(stem.rpartition(".")[0] or stem)
    ]
    found += _placed(name, stem, content)
    whole.findings += [
        one for one in dict.fromkeys(found) if not allowed.allows(one.kind, one.value)
    ]
    for inner, body in content.inner:
        path = f"{name} → {inner}"
        if depth + 1 >= MAX_DEPTH:
            whole.unread.append((path, "压缩包套得太深，没有解开"))
        else:
            whole.add(scan_bytes(path, body, allowed, depth + 1))
    return whole


def _placed(name: str, stem: str, content: Content) -> Iterator[Placed]:
    """Findings of one file's content with their places, each once."""
    seen: set[tuple[str, Kind, str, str]] = set()
    for passage in content.passages:
        for one in detect(passage.text):
            place = passage.at(one.start)
            if (place, one.kind, one.excerpt, one.value) not in seen:
                seen.add((place, one.kind, one.excerpt, one.value))
                yield Placed(name, place, one.kind, one.excerpt, one.value)
    running = [table for passage in content.passages for table in layout.tables(passage)]
    for table in [*content.tables, *running]:
        for row, column, one in table_findings(table, stem):
            place = table.at(row, column)
            if (place, one.kind, one.excerpt, one.value) not in seen:
                seen.add((place, one.kind, one.excerpt, one.value))
                yield Placed(name, place, one.kind, one.excerpt, one.value)
    for item in content.properties:
        for one in detect(item.value):
            yield Placed(name, f"属性“{item.name}”", one.kind, one.excerpt, one.value)
        if item.person and (whole_name(item.value) or pinyin_name(item.value)):
            shown = masked(Kind.PROPERTY, item.value.strip())
            yield Placed(name, f"属性“{item.name}”", Kind.PROPERTY, shown, item.value.strip())
    for place in dict.fromkeys(content.located):
        yield Placed(name, place, Kind.GPS, "含有经纬度")
