"""What was captured: a row a file, failures included, as CSV, as JSON, and for sha256sum."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from disclosure.audit.evidence.filing import Place, Wanted
from disclosure.audit.reasons import REASONS
from disclosure.audit.report import BROKEN, CLEAN, DISTRUST, PERSON
from disclosure.audit.verdict import Verdict


@dataclass(frozen=True)
class Kept:
    """One file."""

    kind: str
    """网页 PDF, 网页截图, 原始响应, 响应头."""
    path: str
    """From the folder of the manifest, with /."""
    size: int
    sha256: str


@dataclass(frozen=True)
class Shot:
    """One address, captured or not."""

    url: str
    at: str
    final: str = ""
    status: int = 0
    title: str = ""
    reason: str = ""
    """A code of REASONS, or `capture` where the browser itself failed; empty: captured."""
    evidence: str = ""
    files: tuple[Kept, ...] = ()

    @property
    def captured(self) -> bool:
        return not self.reason

    @property
    def failure(self) -> str:
        """Why there is nothing, in words."""
        if not self.reason:
            return ""
        reason = REASONS.get(self.reason)
        return f"{reason.title if reason else '没有截到'}：{self.evidence}"

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Shot:
        return cls(**{**row, "files": tuple(Kept(**one) for one in row["files"])})


HEAD = (
    "指标", "年度", "标题", "网址", "最终网址", "状态码", "截取时间", "结果", "说明",
    "类型", "文件", "字节", "SHA-256",
)  # fmt: skip
_NOTHING = Kept("", "", 0, "")


def exit_code(wanted: Sequence[Wanted], shots: Mapping[int, Shot]) -> int:
    """1 if an address is broken, 2 if only a person can capture it, 3 if some were not tried."""
    if len(shots) < len(wanted) or not wanted:
        return DISTRUST
    reasons = {one.reason for one in shots.values() if one.reason}
    if not reasons:
        return CLEAN
    waits = {Verdict.BLOCKED, Verdict.SUSPECT}
    person = all(code in REASONS and REASONS[code].verdict in waits for code in reasons)
    return PERSON if person else BROKEN


def table(wanted: Sequence[Wanted], shots: Mapping[int, Shot]) -> str:
    """The CSV, in the order of the folders; what has no file has a row all the same."""
    rows = []
    for number, one in enumerate(wanted):
        shot = shots.get(number)
        for place in one.places:
            rows += [(place, _row(one, place, shot, file)) for file in _files(place, shot)]
    rows.sort(key=lambda pair: (pair[0].folder, pair[0].stem))
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(_harmless(row) for _, row in rows)
    return "\ufeff" + target.getvalue()


def _files(place: Place, shot: Shot | None) -> Iterable[Kept]:
    files = [one for one in shot.files if _of(place, one)] if shot is not None else []
    return files or [_NOTHING]


def _of(place: Place, one: Kept) -> bool:
    return one.path.startswith(f"{place.folder}/{place.stem} ")


def _row(one: Wanted, place: Place, shot: Shot | None, file: Kept) -> list[object]:
    if shot is None:
        said: list[object] = ["", "", "", "没有截", "还没有轮到"]
    else:
        result = "已截取" if shot.captured else "失败"
        said = [shot.final, shot.status or "", shot.at, result, shot.failure]
    size = file.size if file.path else ""
    return [
        place.indicator, place.year, one.title, one.url, *said,
        file.kind, file.path, size, file.sha256,
    ]  # fmt: skip


def _harmless(row: Iterable[object]) -> list[object]:
    """What a foreign page says must not run as a formula in somebody's spreadsheet."""
    return ["'" + x if isinstance(x, str) and x[:1] in "=+-@\t\r" and x else x for x in row]


def as_json(wanted: Sequence[Wanted], shots: Mapping[int, Shot], head: Mapping[str, Any]) -> str:
    """The same for programs: an entry an address, with every place and file."""
    entries = []
    for number, one in enumerate(wanted):
        shot = shots.get(number)
        entry: dict[str, Any] = {
            "url": one.url,
            "title": one.title,
            "places": [asdict(place) for place in one.places],
            "captured": shot is not None and shot.captured,
        }
        if shot is not None:
            told = shot.as_dict()
            entry |= {"page_title": told.pop("title"), "failure": shot.failure}
            entry |= {name: value for name, value in told.items() if name != "url"}
        entries.append(entry)
    captured = sum(one.captured for one in shots.values())
    counts = {"wanted": len(wanted), "captured": captured, "failed": len(shots) - captured}
    text = json.dumps({**head, "counts": counts, "entries": entries}, ensure_ascii=False, indent=1)
    return text + "\n"


def sums(shots: Iterable[Shot]) -> str:
    """For `sha256sum -c`."""
    files = {one.path: one.sha256 for shot in shots for one in shot.files}
    return "".join(f"{files[path]}  {path}\n" for path in sorted(files))
