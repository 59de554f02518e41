"""Bytes to text: encodings, byte order marks, line ends and sizes, each named when odd."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from disclosure.problem import CODES, Place, Problem

MAX_FILE = 64 * 2**20
MAX_CELL = 100_000


@dataclass
class Report:
    """Collects the problems of one reading; names files relative to the data folder."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    hints: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was nearest to a wrong id of a column, as far as it was sought."""
    compared: int = 0
    """How many ids were compared for that."""

    def add(
        self,
        code: str,
        file: Path | str,
        found: str,
        *,
        row: int | None = None,
        column: str = "",
        hint: str = "",
    ) -> None:
        name = file if isinstance(file, str) else file.relative_to(self.root).as_posix()
        self.problems.append(Problem(CODES[code], Place(name, row, column), found, hint))


def read_text(path: Path, report: Report) -> str | None:
    """The file's text with LF line ends, or None after naming what is wrong."""
    if not path.is_file():
        report.add("F01", path, "没有找到文件")
        return None
    if path.stat().st_size > MAX_FILE:
        report.add("F07", path, f"文件有 {path.stat().st_size // 2**20} MB")
        return None
    text = _decode(path, path.read_bytes(), report)
    if text is None:
        return None
    if not text or text.isspace():
        report.add("F02", path, "文件里没有内容")
        return None
    if "\r" not in text:
        return text
    if "\r\n" in text:
        report.add("F06", path, "换行为 CRLF")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(path: Path, data: bytes, report: Report) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        report.add("F04", path, "开头有 BOM 标记")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        report.add("F03", path, "这一行附近有无法识别的字节", row=row)
        return None
    report.add("F04", path, "编码为 GB18030（GBK）")
    return text
