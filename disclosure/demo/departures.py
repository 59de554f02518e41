"""What the demo has published and moved or taken down since: one of every sort."""

from __future__ import annotations

import datetime as dt

from disclosure.addressbook import extended, fresh
from disclosure.demo.days import LAST
from disclosure.model import Catalogue

_BEFORE = dt.date(2024, 1, 2)
"""When the departed ones were recorded."""


def departures(catalogue: Catalogue) -> dict[str, bytes]:
    """redirects.yaml, and addresses.csv with all that is and was public, as its command
    would have written them."""
    item = catalogue.items[0]
    files = next(iter(catalogue.attachments.values()), ())
    was = [(f"/items/{item.id}-draft/", item.title)]
    text = f"redirects:\n{_moved(was[0][0], '/' + item.address)}"
    if files:
        title = f"{catalogue.items_by_id[files[0].item].title}：扫描件"
        was.append((f"/files/{files[0].item}/scan.pdf", title))
        text += _moved(was[1][0], "/" + files[0].address)
    text += "tombstones:\n"
    for address, title, how, reason, more in _GONE:
        was.append((address, title))
        text += f"- address: {address}\n  how: {how}\n  reason: {reason}\n  day: {LAST}\n{more}"
    day = _BEFORE.isoformat()
    record = extended("", [(address, title, day) for address, title in was])
    return {
        "redirects.yaml": text.encode(),
        "addresses.csv": extended(record, fresh(catalogue, LAST)).encode(),
    }


def _moved(address: str, to: str) -> str:
    return f"- address: {address}\n  to: {to}\n  day: {LAST}\n"


_GONE = (
    (
        "/items/example-decision-withdrawn/",
        "示例行政处罚决定书（当事人示例）",
        "撤回",
        "原行政处罚决定被依法撤销，按《中华人民共和国行政处罚法》第四十八条撤回决定信息并说明理由。",
        "  title: 一份行政处罚决定书\n",
    ),
    (
        "/items/example-catalogue-merged/",
        "示例市司法局服务事项目录",
        "合并",
        "内容并入公共服务事项清单，不再单独公布。",
        "  to: /registers/public-services/\n",
    ),
    (
        "/items/example-rule-revoked/",
        "示例市司法局文件管理办法（试行）",
        "废止",
        "试行期满，文件自行失效，全文不再提供。",
        "",
    ),
)
"""Address, title, what became of it, why, and what else the file says."""
