"""Citations: in force on the day, and spelt as the law is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from disclosure.load import load_catalogue
from disclosure.registers.laws import Law
from disclosure.vocabulary import Confidence
from rules.workshop import ROOT, Case, Workshop, fault, item, lawful, row, text, verify


def basis(words: str, **changes: object) -> object:
    return row("powers", "firm-check", basis=words, **changes)


def _with(words: str) -> object:
    return text("notice", lambda t: words + t)


CASES: tuple[tuple[str, Case], ...] = (
    ("B01", fault("B01", "现行条目引已失效的条例", basis("信访条例第21条"), "法律依据")),
    ("B01", fault("B01", "现行条目引旧版本", basis("行政处罚法(2017)第3条"))),
    ("B01", fault("B01", "决定依据还没有施行的法律",
                  row("decisions", "check-1", basis="法律援助法第62条"), "依据")),
    ("B01", fault("B01", "终止的条目引后来的法律",
                  basis("法律援助法第62条", valid_from="2015-01-01", valid_to="2021-12-31"))),
    ("B01", lawful("新旧版本并列", basis("行政处罚法(2017)第3条；行政处罚法(2021)第9条"))),
    ("B01", lawful("没有写年份就看有没有现行版本", basis("行政处罚法第9条"))),
    ("B01", lawful("全称加书名号", basis("《中华人民共和国行政处罚法》第九条"))),
    ("B01", lawful("终止的条目引当时的条例", basis("信访条例第21条", valid_from="2015-01-01",
                                        valid_to="2022-04-30"))),
    ("B01", lawful("修订以前也有同名的法律", basis("律师法第4条", valid_from="2000-01-01",
                                         valid_to="2005-12-31"))),
    ("B01", lawful("名称更长的别的条例", basis("示例市信访条例第21条"))),
    ("B02", fault("B02", "根据还没有施行的法律", _with("根据《法律援助法》，"))),
    ("B02", fault("B02", "根据已失效的条例", lambda shop: (
        shop.item("notice", issued="2022-05-05", published="2022-05-06", number="", index=""),
        shop.text("notice", "依据《信访条例》制定。")))),
    ("B02", lawful("只是提到", _with("《信访条例》和《法律援助法》的宣传。"))),
    ("B02", lawful("根据当时有效的条例", _with("根据《信访条例》，"))),
    ("B03", fault("B03", "一字之差", _with("《中华人民共和国行政处法法》规定"))),
    ("B03", fault("B03", "清单里一字之差", basis("《人民调节法》第5条；律师法第4条"))),
    ("B03", lawful("本局自己的文件", _with("《示例市司法局公证质量检查办法》"))),
    ("B03", lawful("不认识的名称", _with("《示例市行政处罚裁量规则》"))),
    ("B03", lawful("上级文件的文字不管", item("ministry-rule", title="关于《人民调节法》的办法"))),
)  # fmt: skip


@pytest.mark.parametrize(("code", "case"), CASES, ids=lambda value: getattr(value, "about", value))
def test_citation(code: str, case: Case) -> None:
    verify(case)


def test_without_the_table_nothing_is_said() -> None:
    shop = Workshop()
    basis("信访条例第21条")(shop)  # type: ignore[operator]
    shop.laws = ()
    assert shop.problems() == []


def test_the_table_of_laws_is_sound() -> None:
    """Sorted, no id twice, and no day on which one title has two versions."""
    laws = load_catalogue(ROOT / "data").laws
    assert len(laws) == 65
    assert [one.id for one in laws] == sorted({one.id for one in laws})
    assert all(one.confidence is Confidence.HIGH for one in laws if one.first)
    versions: dict[str, list[Law]] = {}
    for one in laws:
        versions.setdefault(one.title, []).append(one)
    for chain in versions.values():
        chain.sort(key=lambda one: one.in_force_from)
        for older, newer in pairwise(chain):
            assert older.in_force_to and older.in_force_to.last < newer.in_force_from.first
