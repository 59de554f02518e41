"""Wording: slips, numbers run together, names of departments."""

from __future__ import annotations

import pytest

from rules.workshop import Case, Workshop, fault, item, lawful, row, text, verify


def _with(words: str) -> object:
    return text("notice", lambda t: words + t)


CASES: tuple[tuple[str, Case], ...] = (
    *(("W01", fault("W01", words, _with(words)))
      for words in ("各级人民攻府", "领导小姐办公室", "示范市创工作方案", "跟综问效", "治政府建设示范市")),
    ("W01", fault("W01", "标题", item("notice", title="关于法治政府建设领导小姐的通知"), "标题(title)")),
    ("W01", fault("W01", "清单的格子", row("powers", "firm-check", duties="扫黑险恶"), "责任事项")),
    ("W01", lawful("正确的写法", _with("法治政府建设领导小组跟踪问效。"))),
    ("W01", lawful("原文如此", lambda shop: (
        _with("跟综问效")(shop), shop.item("notice", note="文中“跟综”原文如此。")))),
    ("W01", lawful("上级文件的文字", item("ministry-rule", title="各级攻府"))),
    ("W02", fault("W02", "20235月", _with("截至20235月，"))),
    ("W02", fault("W02", "202112月", _with("截至202112月，"))),
    ("W02", lawful("2023年5月", _with("截至2023年5月，共20235个月份。"))),
    ("W03", fault("W03", "差一个字", _with("由规范性文体管理科负责。"))),
    ("W03", fault("W03", "两字颠倒", _with("由规范性文件理管科负责。"))),
    ("W03", lawful("登记的名称", _with("由规范性文件管理科负责。"))),
    ("W03", lawful("另一个部门", _with("由文件管理科负责。"))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_wording(code: str, case: Case) -> None:
    verify(case)


def test_a_hint_names_the_right_word() -> None:
    shop = Workshop()
    _with("由规范性文体管理科负责。")(shop)  # type: ignore[operator]
    (problem,) = shop.problems()
    assert "规范性文件管理科" in problem.fix
