"""The public page 链接核验: last run, trend, open faults with their age; nothing private on it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import answers as a
from hostile.server import Host, Servers

from disclosure.audit.last_links import LastLinks, read_links
from disclosure.cli import main
from disclosure.pages.plan import plan
from disclosure.pages.render import render
from disclosure.site import Site

LAW = "https://www.example.org/law"


@pytest.fixture
def host() -> Iterator[Host]:
    one = Host({"/ok": a.article("示例法")}, a.answer(b"", "404 Not Found"))
    with Servers({"0": one}):
        yield one


@pytest.fixture
def audited(tiny: Path, host: Host, tmp_path: Path) -> Path:
    """Two runs over data whose one law is gone; the file for the site."""
    items = tiny / "items.csv"
    items.write_text(items.read_text("utf-8").replace(LAW, f"{host.base}/gone"), "utf-8")
    bureau = tiny / "bureau.yaml"
    text = re.sub(r"(?m)^base_url:.*$", f"base_url: {host.base}/", bureau.read_text("utf-8"))
    bureau.write_text(text, encoding="utf-8")
    report = tmp_path / "report"
    command = ["audit", "fetch", "--data", str(tiny), "--report", str(report), "--rate", "0"]
    codes = [main([*command, "--retries", "0", "--today", "2021-07-01"]) for _ in range(2)]
    assert codes[-1] == 1
    return report / "links.json"


def body(tiny: Path, links: LastLinks | None, today: dt.date) -> str:
    site = Site.read(tiny, dt.date(2021, 7, 1))
    pages = plan(site.catalogue, today, None, links)
    page = next(page for page in pages if page.address == "audit/links/")
    return render(page, site.catalogue.bureau)


def test_the_page_shows_the_open_faults_with_their_age(
    audited: Path, tiny: Path, host: Host
) -> None:
    links = read_links(audited)
    assert links is not None and links.site == f"{host.base}/" and len(links.trend) == 2
    (fault,) = [one for one in links.faults if one.url]
    assert fault.since is not None
    text = body(tiny, links, fault.since + dt.timedelta(days=9))
    row = text[text.index(f">{host.base}/gone<") :]
    assert "网页已不存在" in row and "9 天，连续 2 次" in row
    assert "<svg" in text and "次核验" in text and "2021-07-01" in text


def test_nothing_private_is_on_it(audited: Path) -> None:
    told = json.loads(audited.read_text(encoding="utf-8"))
    assert set(told) == {"site", "today", "trusted", "standings", "trend", "faults"}
    for fault in told["faults"]:
        assert set(fault) == {"url", "standing", "reason", "department", "since", "failures"}
    text = audited.read_text(encoding="utf-8")
    assert "items.csv" not in text and str(audited.parent.parent) not in text


def test_an_internal_address_is_not_shown(audited: Path, tiny: Path, host: Host) -> None:
    items, bureau = tiny / "items.csv", tiny / "bureau.yaml"
    inside = "http://192.168.7.7/secret"
    items.write_text(items.read_text("utf-8").replace(f"{host.base}/gone", inside), "utf-8")
    bureau.write_text(
        bureau.read_text("utf-8").replace(host.base, "https://public.example"), "utf-8"
    )
    report = audited.parent.parent / "other"
    main(["audit", "fetch", "--data", str(tiny), "--report", str(report), "--today", "2021-07-01"])
    assert inside in (report / "fetch.json").read_text("utf-8")
    assert inside not in (report / "links.json").read_text("utf-8")
    text = body(tiny, read_links(report / "links.json"), dt.date(2021, 7, 1))
    assert "192.168" not in text and "（写法有误，不显示）" in text


def test_without_a_run_it_says_so(tiny: Path, tmp_path: Path) -> None:
    assert body(tiny, None, dt.date(2021, 7, 1)).count("未核验") == 2
    for broken in ("", "{", "[]", '{"site": 1}'):
        (tmp_path / "links.json").write_text(broken, encoding="utf-8")
        assert read_links(tmp_path / "links.json") is None
    assert read_links(tmp_path / "none") is None


def test_a_run_over_another_site_is_not_shown(
    audited: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_LINKS", str(audited))
    assert Site.read(tiny, dt.date(2021, 7, 1)).last_links is not None
    bureau = tiny / "bureau.yaml"
    text = re.sub(
        r"(?m)^base_url:.*$", "base_url: https://other.example/", bureau.read_text("utf-8")
    )
    bureau.write_text(text, encoding="utf-8")
    assert Site.read(tiny, dt.date(2021, 7, 1)).last_links is None
