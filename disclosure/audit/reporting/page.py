"""A run as one Chinese HTML file: nothing is loaded from anywhere, it prints, it fits a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from disclosure.audit.reporting.junit import printable
from disclosure.audit.reporting.lines import NOBODY, Line, age
from disclosure.audit.reporting.picture import Point, picture
from disclosure.audit.standing import Standing

_UNSAFE = {"hijacked"}
"""Nobody should open these by a slip of the finger."""


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def page(
    head: Mapping[str, Any],
    lines: Sequence[Line],
    left_out: int,
    today: dt.date,
    trend: Sequence[Point] = (),
) -> str:
    """The file. `lines`: whatever is not simply well."""
    labels = {one.label: one for one in Standing}
    order = list(labels)
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(lines, key=lambda x: (order.index(x.standing), x.since or "9999", x.url)):
        entry = one._asdict() | {
            "kind": labels[one.standing].value,
            "age": age(one, today),
            "link": one.url.startswith(("http://", "https://")) and one.reason not in _UNSAFE,
        }
        groups.setdefault(one.department, []).append(entry)
    return printable(
        _template().render(
            head=head,
            total=sum(head["standings"].values()),
            standings=[(one, head["standings"][one.value]) for one in Standing],
            groups=sorted(groups.items(), key=lambda pair: (pair[0] == NOBODY, pair[0])),
            left_out=left_out,
            picture=Markup(picture(trend) if len(trend) > 1 else ""),
        )
    )
