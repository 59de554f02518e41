"""The demo's registers: all filled, nothing in them real, and figures that agree everywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import chinese_calendar
import pytest

from disclosure.demo import write_demo
from disclosure.load import load, load_catalogue
from disclosure.model import Catalogue
from disclosure.registers import REGISTERS, Entry
from disclosure.registers.decisions import TOTAL_LINE, Decision, Statistic
from disclosure.registers.enforcement import EnforcementObject
from disclosure.registers.enforcement_words import (
    EIGHT_OBJECTS,
    DecisionType,
    PartyKind,
    PenaltyKind,
    StatisticsTable,
)
from disclosure.registers.normative import NormativeDocument
from disclosure.registers.reports import Report
from disclosure.registers.words import ReportSeries, RuleKind
from disclosure.rules import check
from disclosure.vocabulary import Kind, Level
from test_demo import DEMO, ROOT, TODAY

ONE_DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def demo() -> Catalogue:
    return load_catalogue(DEMO)


def decisions(demo: Catalogue) -> list[Decision]:
    return [one for one in demo.entries_of("decisions") if isinstance(one, Decision)]


def every(demo: Catalogue) -> Iterator[Entry]:
    for rows in demo.entries.values():
        yield from rows


def working_days(start: dt.date, end: dt.date) -> int:
    days = (start + n * ONE_DAY for n in range(1, (end - start).days + 1))
    return sum(map(chinese_calendar.is_workday, days))


def test_every_register_is_filled_and_one_is_declared_empty(demo: Catalogue) -> None:
    empty = [one.slug for one in REGISTERS if not demo.entries_of(one.slug)]
    assert empty == ["fees"]
    for register in REGISTERS:
        edition = demo.edition(register.slug)
        assert edition and edition.confirmed and edition.published, register.slug
        assert edition.zero == (register.slug in empty)
        assert chinese_calendar.is_workday(edition.published), register.slug


def test_every_row_is_confirmed_and_says_that_it_is_fictional(demo: Catalogue) -> None:
    for entry in every(demo):
        assert entry.confirmed and entry.source == "示例数据，纯属虚构", entry.id
        public = [value for name, value in entry if name not in ("source", "department")]
        assert any("示例" in str(value) for value in public), (entry.register, entry.id)


def test_what_looks_official_is_a_placeholder(demo: Catalogue) -> None:
    own = demo.bureau.credit_code
    for entry in every(demo):
        values = {name: str(value) for name, value in entry if value not in (None, "")}
        assert values.get("phone", "0000-0000000") == "0000-0000000", entry.id
        if code := values.get("implementation_code"):
            basic = values["basic_code"]
            assert code == f"{own}3{basic}" and basic[:2] == basic[4:6] == "00", entry.id
        for name in ("certificate", "certificate_number"):
            assert re.fullmatch(r"示例0\d{5}", values.get(name, "示例000000")), entry.id


def test_parties_are_nobody(demo: Catalogue) -> None:
    codes: dict[str, str] = {}
    kinds = Counter(one.party_kind for one in decisions(demo))
    assert set(kinds) >= {PartyKind.ORGANISATION, PartyKind.PERSON}
    for one in decisions(demo):
        if one.party_kind is PartyKind.PERSON:
            assert re.fullmatch("[甲乙丙丁戊己庚辛壬癸]某某", one.party)
            assert not one.credit_code and one.party_paper == "身份证"
        else:
            assert one.party.startswith("示例") and one.representative.startswith("示例")
            assert codes.setdefault(one.credit_code, one.party) == one.party
            assert codes.setdefault(one.party, one.credit_code) == one.credit_code


def test_there_are_decisions_of_each_type_in_each_year_and_they_keep_the_clock(
    demo: Catalogue,
) -> None:
    rows = decisions(demo)
    assert len(rows) == 80
    found = {(one.type, one.decided.year) for one in rows}
    assert found >= {(kind, year) for kind in DecisionType for year in range(2016, 2027)}
    for one in rows:
        assert one.published and one.decided <= one.published
        quick = one.type in (DecisionType.LICENCE, DecisionType.PENALTY)
        assert working_days(one.decided, one.published) <= (7 if quick else 20), one.id


def test_withdrawn_penalties_are_there(demo: Catalogue) -> None:
    withdrawn = [one for one in decisions(demo) if one.revoked]
    assert len(withdrawn) >= 3
    for one in withdrawn:
        assert one.type is DecisionType.PENALTY and one.withdrawal_reason and one.revoked
        assert one.withdrawn and one.valid_to == one.withdrawn
        assert 0 <= working_days(one.revoked, one.withdrawn) <= 3


def test_a_decision_and_its_paper_say_the_same(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo", ROOT / "data", 400, 4)
    demo = load_catalogue(tmp_path / "demo")
    papers = [one for one in demo.items if one.kind is Kind.DECISION]
    rows = {one.item: one for one in decisions(demo) if one.item}
    assert len(papers) > 10 and set(rows) == {one.id for one in papers}
    for item in papers:
        row = rows[item.id]
        assert (row.number, str(row.decided)) == (item.number, str(item.issued))
        assert row.party in item.title
        if text := demo.texts.get(item.id):
            assert row.party in text and row.credit_code in text
            assert row.offence in text and row.content.removeprefix("给予")[:4] in text
            if row.fine:
                assert f"罚款人民币{row.fine * 10_000:.0f}元" in text


def test_statistics_are_the_decisions_counted(demo: Catalogue) -> None:
    lines = {
        (one.for_year, one.table, one.name): one
        for one in demo.entries_of("statistics")
        if isinstance(one, Statistic)
    }
    years = {year for year, _, _ in lines}
    assert years == set(range(2018, 2025))
    for year in years:
        rows = [one for one in decisions(demo) if one.decided.year == year]
        penalties = [one for one in rows if one.type is DecisionType.PENALTY]
        total = lines[year, StatisticsTable.PENALTY, TOTAL_LINE]
        assert total.count == len(penalties)
        money = sum(((one.fine or 0) + (one.confiscated or 0) for one in penalties), Decimal())
        assert total.amount == money * 10_000
        heaviest = Counter(max(p.penalties, key=list(PenaltyKind).index) for p in penalties)
        for kind, count in heaviest.items():
            assert lines[year, StatisticsTable.PENALTY, kind].count == count
        granted = lines[year, StatisticsTable.LICENCE, "许可"].count
        assert granted == sum(one.type is DecisionType.LICENCE for one in rows)


def test_every_line_of_every_table_is_there_with_noughts(demo: Catalogue) -> None:
    rows = [one for one in demo.entries_of("statistics") if isinstance(one, Statistic)]
    assert {one.table for one in rows} == set(StatisticsTable)
    assert all(one.count is not None for one in rows) and any(one.count == 0 for one in rows)


def test_reports_chain_and_repeat_the_other_registers(demo: Catalogue) -> None:
    reports = [one for one in demo.entries_of("reports") if isinstance(one, Report)]
    openness = {one.for_year: one for one in reports if one.series is ReportSeries.DISCLOSURE}
    assert set(openness) == set(range(2016, 2022))
    own = [
        one
        for one in demo.entries_of("normative")
        if isinstance(one, NormativeDocument) and one.type is RuleKind.NORMATIVE_DOCUMENT
    ]
    for year, one in openness.items():
        rows = [row.type for row in decisions(demo) if row.decided.year == year]
        assert one.licences == rows.count(DecisionType.LICENCE)
        assert one.penalties == rows.count(DecisionType.PENALTY)
        assert one.documents_made == sum(
            d.decided is not None and d.decided.year == year for d in own
        )
        text = demo.texts.get(one.item, "")
        for name in ("applications", "handled", "documents_in_force", "penalties"):
            assert f"| {getattr(one, name)} |" in text, (year, name)
    for one in reports:
        item = demo.items_by_id[one.item]
        assert item.title == one.name and str(item.published) == str(one.published)


def test_adjustments_agree_with_the_versions(demo: Catalogue) -> None:
    assert {one.kind for one in demo.changes} == {"新增", "取消", "下放", "变更"}
    for change in demo.changes:
        versions = demo.versions(change.register, change.entry)
        ends = {one.valid_to for one in versions}
        starts = {one.valid_from for one in versions}
        eve = change.date - ONE_DAY
        assert (change.date in starts) == (change.kind in ("新增", "变更")), change
        assert (eve in ends) == (change.kind != "新增"), change
    told = {(one.register, one.entry) for one in demo.changes}
    for entry in every(demo):
        if len(demo.versions(entry.register, entry.id)) > 1:
            assert (entry.register, entry.id) in told


def test_the_eight_objects_and_the_lives_are_there(demo: Catalogue) -> None:
    rows = demo.entries_of("enforcement")
    assert {one.type for one in rows if isinstance(one, EnforcementObject)} >= set(EIGHT_OBJECTS)
    states = Counter(one.kind for one in demo.entries_of("major-decisions"))
    assert set(states) == {"列入目录", "办理中", "已公布", "终止"} and states["已公布"] == 3
    documents = [o for o in demo.entries_of("normative") if isinstance(o, NormativeDocument)]
    own = {
        item.id
        for item in demo.items
        if item.kind is Kind.NORMATIVE_DOCUMENT and item.level is Level.BUREAU
    }
    assert own <= {one.item for one in documents}
    assert sum(one.type is RuleKind.LOCAL_RULE for one in documents) == 3
    assert len({one.validity for one in documents}) == 4


def test_rows_are_sorted(demo: Catalogue) -> None:
    for slug, rows in demo.entries.items():
        keys = [(one.id, one.valid_from or dt.date.min) for one in rows]
        assert keys == sorted(keys), slug


@pytest.mark.parametrize(("items", "entries"), [(1, 1000), (60, 7), (3000, 1)])
def test_any_number_of_decisions_is_exact_and_lawful(
    tmp_path: Path, items: int, entries: int
) -> None:
    write_demo(tmp_path / "demo", ROOT / "data", items, 6, entries)
    loaded = load(tmp_path / "demo")
    assert loaded.problems == () and loaded.catalogue is not None
    assert len(decisions(loaded.catalogue)) == entries
    assert list(check(loaded.catalogue, TODAY)) == []
    folder = tmp_path / "demo" / "registers" / "decisions"
    assert folder.is_dir() == (entries > 500)
