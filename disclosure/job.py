"""What is to be built, from what, to where; and that it was not."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure.audit.last import report_folder


class Refused(Exception):
    """The site was not built; the message says why. The old one stands as it was."""


@dataclass(frozen=True)
class Job:
    """One build."""

    data: Path
    today: dt.date
    target: Path
    offline: bool
    env: Mapping[str, str]
    held: list[object]
    """Takes what it works with, so that its caller decides how long that stays."""

    @classmethod
    def of(cls, data: Path, today: dt.date, target: Path, offline: bool, held: list[object]) -> Job:
        return cls(data, today, target, offline, environment(data, today, target, offline), held)

    @property
    def audit(self) -> Path:
        """The report of the site's last audit."""
        return Path(self.env["DISCLOSURE_AUDIT"])


def environment(data: Path, today: dt.date, target: Path, offline: bool) -> dict[str, str]:
    """The environment that makes MkDocs read this data on this day, with its last audit."""
    inherited = {name: value for name, value in os.environ.items() if name != "DISCLOSURE_OFFLINE"}
    # The offline tree has the public one's pages, so it shows the public one's audit.
    audited = target.with_name("site") if offline else target
    inherited.setdefault("DISCLOSURE_AUDIT", str(report_folder(audited) / "tree.json"))
    return (
        inherited
        | ({"DISCLOSURE_OFFLINE": "1"} if offline else {})
        | {
            "DISCLOSURE_DATA": str(data.resolve()),
            "DISCLOSURE_TODAY": today.isoformat(),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "0",
            "PYTHONUTF8": "1",
        }
    )
