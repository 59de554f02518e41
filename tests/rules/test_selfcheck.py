"""The self-check of 国办秘函〔2019〕19号: stale and empty columns, pages without dates, doubtful dates."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from disclosure.cli import main
from disclosure.rules.selfcheck import Health, SelfCheck, self_check
from rules.workshop import ROOT, Workshop


def _checked(shop: Workshop) -> SelfCheck:
    return self_check(shop.catalogue(), shop.today)


def _column(shop: Workshop, title: str) -> Health:
    (found,) = [one.health for one in _checked(shop).columns if one.title == title]
    return found


def test_a_column_is_stale_the_day_after_its_limit() -> None:
    shop = Workshop()
    shop.item("notice", issued="2026-01-05", published="2026-01-06")
    shop.today = dt.date(2026, 7, 6)
    assert _column(shop, "通知公告") is Health.FRESH
    shop.today = dt.date(2026, 7, 7)
    assert _column(shop, "通知公告") is Health.STALE


def test_news_within_fourteen_days() -> None:
    shop = Workshop()
    shop.item("news", like="notice", kind="工作动态", issued="2026-06-16", published="2026-06-16")
    assert _column(shop, "工作动态") is Health.FRESH and _column(shop, "首页") is Health.FRESH
    shop.today = dt.date(2026, 7, 1)
    assert _column(shop, "工作动态") is Health.STALE


def test_what_bears_no_day_counts_as_not_updated() -> None:
    shop = Workshop()
    shop.item("notice", issued="2026-06-16", published="")
    assert _column(shop, "通知公告") is Health.STALE


def test_blank_columns_are_named_and_five_are_a_veto() -> None:
    checked = _checked(Workshop())
    empty = {one.title for one in checked.of(Health.EMPTY)}
    assert {"工作动态", "规划计划", "政府购买服务目录和台账"} <= empty
    assert "权责清单" not in empty
    assert any("栏目空白" in reason for reason in checked.vetoes)


def test_dateless_pages_are_listed() -> None:
    shop = Workshop()
    assert _checked(shop).dateless == ()
    shop.item("notice", issued="", published="")
    (doubt,) = _checked(shop).dateless
    assert doubt.place == "items/notice/"


def test_forged_dates_are_a_veto() -> None:
    shop = Workshop()
    assert _checked(shop).doubtful == ()
    shop.item("notice", issued="2021-04-13")
    shop.item("check", published="2026-07-01")
    kinds = [one.kind for one in _checked(shop).doubtful]
    assert kinds.count("疑似伪造日期") == 2
    assert any("2 处日期疑似伪造" in reason for reason in _checked(shop).vetoes)


def test_a_crowd_on_one_day_is_pointed_out() -> None:
    shop = Workshop()
    for number in range(12):
        shop.item(f"n{number}", like="notice", title=f"第{number}份通知", number="", index="")
    (doubt,) = _checked(shop).doubtful
    assert doubt.kind == "同日集中发布" and "2021-04-12" in doubt.found


def test_late_publication_is_pointed_out() -> None:
    shop = Workshop()
    shop.item("notice", published="2021-06-08")
    (doubt,) = _checked(shop).doubtful
    assert doubt.kind == "公开滞后"


def test_the_command_reports_it(tmp_path: Path, capsys: object) -> None:
    target = tmp_path / "check.json"
    data = ["--data", str(ROOT / "tests" / "tiny"), "--today", "2021-07-01"]
    assert main(["check", *data, "--json", str(target)]) == 0
    assert "self_check" not in json.loads(target.read_text(encoding="utf-8"))
    assert main(["check", *data, "--self-check", "--json", str(target)]) == 1
    report = json.loads(target.read_text(encoding="utf-8"))["self_check"]
    assert report["day"] == "2021-07-01" and report["vetoes"]
    assert {"title", "address", "updated", "limit", "due", "health", "count"} == set(
        report["columns"][0]
    )
    assert "单项否决" in capsys.readouterr().out  # type: ignore[attr-defined]
