"""data/registers and data/norms: what was compiled from public law, and nothing beyond it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure.record import Record
from disclosure.registers import REGISTERS, Change, Edition, Entry, Register, register
from disclosure.registers.clocks import Clock
from disclosure.vocabulary import Confidence

DATA = Path(__file__).resolve().parent.parent / "data"

# register: rows of facts read, then each group that was left out and why
READ: dict[str, tuple[int, dict[str, int]]] = {
    "powers": (135, {"powers of the province or the county": 10, "level not settled": 5}),
    "approvals": (24, {"powers of the province": 2}),
    "public-services": (32, {}),
    "certificates": (
        23,
        {
            "known only from another city's catalogue of promises": 4,
            "may be superseded (L)": 1,
            "counter-example from another city": 1,
            "asked for by the province": 1,
        },
    ),
    "intermediaries": (
        4,
        {"became the zero list": 1, "of the province": 1, "rules, not matters": 2},
    ),
    "fees": (20, {"amounts of other provinces": 4, "central share, from one province's paper": 1}),
    "inspections": (
        14,
        {
            "same check in another city's plan": 3,
            "basis cut off or only presumed": 3,
            "rules of another city, and a clock": 2,
        },
    ),
    "disclosure-catalogue": (43, {"other places' own catalogues": 10, "may be superseded (L)": 1}),
    "procedures": (53 + 24, {}),
    "reconsideration": (72, {}),
}
# Made from rows of the tables above and of the table of laws: named by their ids' first word.
ENFORCEMENT = {"duty": 10, "authority": 22, "basis": 26, "procedure": 14, "remedy": 6}
FOR_THE_BUREAU_TO_SUPPLY = (
    *("institutions", "enterprise-charges", "procurement", "decisions", "statistics", "cases"),
    *("major-decisions", "normative", "channels", "reports"),
)
CLOCKS = 151


def cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def checked(path: Path, model: type[Record]) -> list[Record]:
    """Every row as the loader hands it over: blank cells left out."""
    return [
        model.model_validate({name: cell for name, cell in row.items() if cell})
        for row in cells(path)
    ]


def file_of(one: Register) -> Path:
    return DATA / "registers" / f"{one.slug}.csv"


def entries(slug: str) -> list[Entry]:
    found = checked(file_of(register(slug)), register(slug).model)
    return [row for row in found if isinstance(row, Entry)]


def everything() -> Iterator[Entry]:
    for one in REGISTERS:
        yield from entries(one.slug)


EACH = pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.slug)


@EACH
def test_a_register_documents_its_columns_and_itself(one: Register) -> None:
    assert one.model.register == one.slug
    assert one.title and one.about.endswith("。") and one.basis and one.indicators
    assert one.model.named_by in one.columns
    for name in filter(None, (one.model.kinds_by, one.model.dated_by)):
        assert name in one.columns
    titles = [field.title for field in one.model.model_fields.values()]
    assert len(set(titles)) == len(titles)
    for name, field in one.model.model_fields.items():
        assert field.title and field.description and field.examples, name
        assert isinstance(field.json_schema_extra, dict) and field.examples[0], name
        assert field.json_schema_extra["source"], name
        assert field.json_schema_extra["must"] in (True, False), name


@EACH
def test_the_example_of_a_column_is_one_that_reads(one: Register) -> None:
    fields = one.model.model_fields
    example = one.model.model_validate(
        {name: (f.examples or [""])[0] for name, f in fields.items()}
    )
    assert example.address == f"registers/{one.slug}/lawyer-licence/"


@EACH
def test_a_file_has_every_column_and_is_written_canonically(one: Register) -> None:
    raw = file_of(one).read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw
    rows = cells(file_of(one))
    header = text.split("\n", 1)[0].split(",")
    assert header[0] == "id" and set(header) == set(one.model.model_fields)
    assert header[1 : 1 + len(one.columns)] == list(one.columns)
    written = io.StringIO()
    writer = csv.DictWriter(written, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["id"], row["valid_from"])))
    assert written.getvalue() == text


@EACH
def test_versions_of_an_entry_follow_one_another(one: Register) -> None:
    versions = defaultdict(list)
    for entry in entries(one.slug):
        versions[entry.id].append(entry)
    for rows in versions.values():
        for older, newer in pairwise(rows):
            assert older.valid_to is not None and newer.valid_from is not None
            assert older.valid_to < newer.valid_from, older.id


@pytest.mark.parametrize("slug", READ)
def test_every_row_of_the_reference_is_here_or_left_out_for_a_reason(slug: str) -> None:
    read, left_out = READ[slug]
    assert len(entries(slug)) == read - sum(left_out.values())


def test_enforcement_is_made_of_rows_that_stand_elsewhere() -> None:
    rows = entries("enforcement")
    assert Counter(row.id.split("-")[0] for row in rows) == ENFORCEMENT
    powers = [str(getattr(row, "basis", "")) for row in entries("powers")]
    steps = {str(getattr(row, "basis", "")) for row in entries("procedures")}
    for row in rows:
        basis, made_of = str(getattr(row, "basis", "")), row.id.split("-")[0]
        if made_of == "duty":
            assert basis in powers, row.id
        elif made_of == "authority":
            assert any(one.startswith(basis) for one in powers), row.id
        elif made_of == "procedure":
            assert all(any(part in step for step in steps) for part in basis.split("；")), row.id


@pytest.mark.parametrize("slug", FOR_THE_BUREAU_TO_SUPPLY)
def test_what_the_bureau_must_supply_is_not_made_up(slug: str) -> None:
    assert entries(slug) == []


def test_all_registers_are_accounted_for() -> None:
    known = {*READ, *FOR_THE_BUREAU_TO_SUPPLY, "enforcement"}
    assert {one.slug for one in REGISTERS} == known
    assert sum(len(entries(slug)) for slug in known) == len(list(everything()))
    assert {path.stem for path in (DATA / "registers").iterdir()} == known


def test_nothing_is_confirmed_and_nothing_is_uncertain() -> None:
    for entry in everything():
        assert not entry.confirmed, entry.address
        assert entry.confidence in (Confidence.HIGH, Confidence.MEDIUM), entry.address
        assert entry.source, entry.address
        assert not entry.satisfies and not entry.department, entry.address


def test_only_matters_of_the_city_are_listed() -> None:
    rows = cells(file_of(register("powers")))
    assert {row["city_item"] for row in rows} == {"是"}
    for slug in ("powers", "approvals"):
        for row in cells(file_of(register(slug))):
            assert "非市级" not in row["role"], row["id"]
    assert not any("仲裁委员会设立" in row["name"] for row in rows)


def test_figures_of_other_cities_are_not_this_bureaus() -> None:
    for row in cells(file_of(register("inspections"))):
        for name in ("method", "content", "ratio", "frequency", "deadline", "plan_year"):
            assert not row[name], row["id"]
    for row in cells(file_of(register("fees"))):
        assert row["area"] in ("全国", "河南"), row["id"]
    for slug in ("powers", "approvals"):
        for row in cells(file_of(register(slug))):
            assert "山东" not in row["days_basis"], row["id"]


def test_no_number_of_a_person_stands_in_a_row() -> None:
    for one in REGISTERS:
        for row in cells(file_of(one)):
            for name, cell in row.items():
                assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]", cell), (row, name)
            assert not row.get("phone") and not row.get("certificate"), row["id"]


def test_a_limit_has_its_unit_and_a_code_its_type() -> None:
    for slug in ("powers", "approvals"):
        for row in cells(file_of(register(slug))):
            assert bool(row["statutory_days"]) == bool(row["days_unit"]), row["id"]
            assert "相对人期限" not in row["days_basis"] or not row["statutory_days"], row["id"]
    for entry in entries("powers"):
        code, kind = str(getattr(entry, "basic_code", "")), getattr(entry, "type", None)
        assert kind is not None
        assert not code or (len(code) == 12 and code[2:4] == kind.code), entry.id


def test_what_both_lists_hold_bears_one_code() -> None:
    powers = {row["id"]: row["basic_code"] for row in cells(file_of(register("powers")))}
    both = [row for row in cells(file_of(register("approvals"))) if row["id"] in powers]
    assert len(both) == 22 - 1  # partnerships are one approval, two powers
    assert all(row["basic_code"] == powers[row["id"]] for row in both)


def test_editions_and_changes_name_what_exists() -> None:
    editions = checked(DATA / "editions.csv", Edition)
    slugs = [one.slug for one in editions if isinstance(one, Edition)]
    assert slugs == sorted({*READ, "enforcement"})
    for one in editions:
        assert isinstance(one, Edition)
        assert not one.confirmed and one.published is None
        assert one.zero == (one.slug == "intermediaries")
        assert one.zero == (not entries(one.slug))
    for change in checked(DATA / "changes.csv", Change):
        assert isinstance(change, Change)
        versions = [one for one in entries(change.register) if one.id == change.entry]
        assert change.date in {one.valid_from for one in versions}


def clocks() -> list[Clock]:
    rows = checked(DATA / "norms" / "deadlines.csv", Clock)
    return [row for row in rows if isinstance(row, Clock)]


def test_every_clock_of_the_reference_is_here() -> None:
    rows = clocks()
    assert len(rows) == CLOCKS
    assert [(one.id, one.in_force_from.first) for one in rows] == sorted(
        (one.id, one.in_force_from.first) for one in rows
    )


def test_one_clock_runs_at_a_time() -> None:
    for older, newer in pairwise(clocks()):
        if older.id == newer.id:
            assert older.in_force_to is not None
            assert older.in_force_to.last < newer.in_force_from.first, older.id


def test_a_clock_can_be_read() -> None:
    unread = {
        one.id
        for one in clocks()
        if one.days is None and one.span is None and one.month_day is None
    }
    assert unread == {"legal-aid-henan-regulation", "plan-ledger", "plan-statement-date"}


@pytest.mark.parametrize(
    ("clock", "day", "limit"),
    [
        ("disclosure-answer", "2019-05-14", "15"),
        ("disclosure-answer", "2019-05-15", "20"),
        ("penalty-hearing-request", "2021-07-14", "3"),
        ("penalty-hearing-request", "2021-07-15", "5"),
        ("legal-aid-review", "2021-12-31", "10"),
        ("legal-aid-review", "2022-01-01", "7"),
        ("normative-consultation", "2021-12-31", "7"),
        ("normative-consultation", "2018-12-31", None),
        ("rule-of-law-report-indicator", "2020-03-31", "03-31"),
    ],
)
def test_the_clock_of_a_day_is_that_of_the_norm_then_in_force(
    clock: str, day: str, limit: str | None
) -> None:
    running = [
        one.limit
        for one in clocks()
        if one.id == clock and one.in_force(dt.date.fromisoformat(day))
    ]
    assert running == ([limit] if limit else [])
