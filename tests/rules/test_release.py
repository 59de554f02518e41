"""What may be absent while working is asked for in a release, and only then."""

from __future__ import annotations

from collections import Counter

import pytest

from disclosure.model import Attachment
from disclosure.registers.base import Edition
from disclosure.registers.enforcement_words import EIGHT_OBJECTS
from disclosure.registers.words import ReportSeries
from rules.workshop import Plant, Workshop, item, row


def _codes(shop: Workshop) -> Counter[str]:
    return Counter(problem.code.code for problem in shop.problems(for_release=True))


def _edition(confirmed: bool) -> Plant:
    def plant(shop: Workshop) -> None:
        shop.editions = (Edition(slug="powers", confirmed=confirmed),)

    return plant


def _eight(shop: Workshop) -> None:
    for number, word in enumerate(EIGHT_OBJECTS):
        shop.row("enforcement", f"object-{number}", like="officer-1", type=word.value)


def _all_reports(shop: Workshop) -> None:
    for series in ReportSeries:
        for year in range(2016, 2022):
            shop.row(
                "reports", f"{series.slug}-{year}-x", like="website-2020", series=series.value,
                for_year=year, published=f"{year + 1}-01-15",
            )  # fmt: skip


def _pdf(shop: Workshop) -> None:
    file = Attachment(item="statement", name="a.pdf", label="正文", size=1, sha256="0")
    shop.files["statement"] = (file,)


CASES: list[tuple[str, Plant, int]] = [
    ("L04", item("statement", satisfies=""), +1),
    ("L04", item("statement", satisfies="n001.1;n002.1"), -1),
    ("L05", row("powers", "firm-check", confirmed=False), +1),
    ("L05", row("powers", "firm-check", confirmed=True), 0),
    ("L05", _edition(False), +1),
    ("L05", _edition(True), 0),
    ("L06", item("notice", issued="", published=""), +1),
    ("L06", item("notice", published=""), 0),
    ("L07", _eight, -1),
    ("L07", row("enforcement", "officer-1", type="执法主体"), 0),
    ("L08", row("powers", "firm-check", confirmed=False, duties="", remedy=""), +2),
    ("L08", row("powers", "firm-check", confirmed=False), 0),
    ("L09", _all_reports, -4),
    ("L10", _pdf, -1),
    ("L10", item("statement", satisfies=""), -1),
    ("L11", item("notice", index=""), +1),
    ("L11", item("ministry-rule", index=""), 0),
    ("L12", row("normative", "document-1", filed=None), +1),
    ("L12", row("normative", "rule-1", like="document-1", published="2019-04-12"), +1),
    ("L12", row("normative", "document-1", published="2020-04-12"), 0),
    ("L12", row("normative", "document-1", validity="废止", filed=None, repealed_by="x"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("code", "plant", "more"), CASES)
def test_release(code: str, plant: Plant, more: int) -> None:
    before = _codes(Workshop())
    shop = Workshop()
    plant(shop)
    assert _codes(shop)[code] - before[code] == more
    assert not any(problem.code.code[0] == "L" for problem in shop.problems())


def test_missing_years_are_named() -> None:
    shop = Workshop()
    found = {p.found for p in shop.problems(for_release=True) if p.code.code == "L09"}
    assert "法治政府建设年度报告：缺 2016、2017、2018、2021 年" in found
    assert "行政执法总体情况：缺 2018、2019、2021 年" in found, (
        "2016 and 2017 were not yet asked for"
    )
