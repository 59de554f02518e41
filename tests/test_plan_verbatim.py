"""The data equals the plan: 附件2 is read here a second time, and compared to the letter.

`tests/plan/annex2.txt` is the table's text as the Word file gave it: every cell begins with a
tab at the start of a line, and nothing else marks a row. This module counts cells, knows nothing
of the package that it guards, and reads `data/indicators.yaml` with plain PyYAML.

The rule of comparison: the line breaks and spaces of a printed cell are taken out, then both
sides must be equal to the letter. The source has no blank inside a sentence (only beside item
numbers and at line ends), so the data is compared as it stands: a stray blank there is a fault.
"""

from __future__ import annotations

import copy
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ANNEX = ROOT / "tests" / "plan" / "annex2.txt"
# The copy is evidence: whoever edits it to make the data pass must change this line too.
ANNEX_SHA256 = "4561267e079fdecdc203c65645c00de139b343a063e366b4816df98f15f5f7b2"

COLUMNS = (
    "chapter", "section", "number", "text", "methods", "materials", "departments", "owners",
)  # fmt: skip
HEADING_CELLS = 7  # 三级指标 spans the columns of number and text
DEDUCTION_ROWS, DEDUCTION_CELLS = 2, 7  # there the last two columns are one cell
CLOSING = "（以上同时提供网络检索佐证材料）"
MISSING = ["5", "12", "17", "50", "62", "64", "70", "（21）", "★4"]
SERIES = {
    "n": "national", "p": "provincial", "m": "municipal", "plus": "bonus", "minus": "deduction",
}  # fmt: skip
CHAPTERS = {
    "1": "一", "2": "二", "3": "三", "4": "四", "p1": "（一）", "5": "五",
    "p2": "（二）", "6": "六", "7": "七", "8": "八", "9": "九",
}  # fmt: skip

Row = dict[str, str]
Fact = tuple[str, Any]


# --- the plan's side


def squeeze(text: str) -> str:
    """A cell's words without line breaks and blanks."""
    return "".join(text.split())


def lines(text: str) -> list[str]:
    return [squeeze(line) for line in text.splitlines() if line.strip()]


@cache
def annex_text() -> str:
    return ANNEX.read_bytes().decode("utf-8")


def printed_rows(text: str) -> list[Row]:
    """Rows by counting cells: eight a row, seven in the heading and in the two deductions."""
    cells = ("\n" + text).split("\n\t")[1:][HEADING_CELLS:]
    tail = len(cells) - DEDUCTION_ROWS * DEDUCTION_CELLS
    assert tail % len(COLUMNS) == 0
    starts = [(n, len(COLUMNS)) for n in range(0, tail, len(COLUMNS))]
    starts += [(n, DEDUCTION_CELLS) for n in range(tail, len(cells), DEDUCTION_CELLS)]
    return [
        dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, cells[n : n + width], strict=False))
        for n, width in starts
    ]


def once(title: str) -> str:
    """A heading printed several times over in one cell (四、… 四、…), once."""
    return title[: (title * 2).find(title, 1)] if title else ""


def number_and_title(heading: str) -> tuple[str, str]:
    found = re.fullmatch(r"(（.{1,2}）|\d\.|[一二三四五六七八九](?=、))、?(.+)", heading)
    assert found, heading
    return found[1], found[2]


def identity(number: str, section: str) -> str:
    """n001, p01, m1, plus-1 or minus-1 for a number as printed."""
    if "加分项" in section or "减分项" in section:
        return ("plus-" if "加分项" in section else "minus-") + number
    if number.startswith("★"):
        return "m" + number[1:]
    if number.isdecimal():
        return f"n{int(number):03d}"
    return f"p{int(number.strip('（）()')):02d}"


def plan_rows(text: str) -> list[Row]:
    """One row an indicator: headings carried down, a row that only continues another joined."""
    rows: list[Row] = []
    chapter = section = ""
    for printed in printed_rows(text):
        if not squeeze(printed["number"]):  # the second half of （2）
            assert not squeeze(printed["text"])
            rows[-1]["materials"] += "\n" + printed["materials"]
            continue
        chapter = once(squeeze(printed["chapter"])) or chapter
        section = once(squeeze(printed["section"])) or section
        number = squeeze(printed["number"])
        own = {"chapter": chapter, "section": section, "number": number}
        rows.append(printed | own | {"id": identity(number, section)})
    return rows


def plan_materials(cell: str) -> tuple[list[str], str]:
    """The materials of a cell and the digits that number them ("" when none does)."""
    body = squeeze(cell).replace(CLOSING, "")
    first, *numbered = re.split(r"(?<!\d)([1-9])\.", body)
    assert not (first and numbered), body
    texts = numbered[1::2] or [first]
    return [text.removesuffix("；") for text in texts if text], "".join(numbered[::2])


def shared_row(rows: list[Row], at: int) -> str | None:
    """The nearest row above that prints what this row leaves blank (its cells are merged)."""
    row = rows[at]
    if row["section"].endswith("减分项"):  # the remark printed with the first holds for both
        return None if row["id"] == "minus-1" else "minus-1"
    blank = [c for c in ("methods", "materials", "departments", "owners") if not squeeze(row[c])]
    above = {next(r["id"] for r in reversed(rows[:at]) if squeeze(r[c])) for c in blank}
    assert len(above) <= 1, (row["id"], above)
    return next(iter(above), None)


def plan_facts(text: str) -> list[Fact]:
    rows = plan_rows(text)
    places = [(*number_and_title(r["chapter"]), *number_and_title(r["section"])) for r in rows]
    facts: list[Fact] = [("outline", list(dict.fromkeys(places)))]
    for at, row in enumerate(rows):
        name, remark = row["id"], None
        departments = [d for line in lines(row["departments"]) for d in line.split("，")]
        if name == "minus-1":  # its sentence stands where the department would
            departments, remark = [], squeeze(row["departments"])
        facts += [
            (f"{name} place", places[at]),
            (f"{name} number", row["number"]),
            (f"{name} series", SERIES[re.findall("[a-z]+", name)[0]]),
            (f"{name} text", squeeze(row["text"])),
            (f"{name} methods", lines(row["methods"])),
            (f"{name} web_evidence", "网络检索" in squeeze(row["materials"])),
            (f"{name} departments", departments),
            (f"{name} owners", lines(row["owners"])),
            (f"{name} shares", shared_row(rows, at)),
            (f"{name} remark", remark),
        ]
        texts, _ = plan_materials(row["materials"])
        facts += [(f"{name}.{k} material", text) for k, text in enumerate(texts, 1)]
    return facts


# --- the data's side


@cache
def data() -> Any:
    return yaml.safe_load((ROOT / "data" / "indicators.yaml").read_bytes())


def data_facts(tree: Any) -> list[Fact]:
    outline: list[tuple[str, ...]] = []
    facts: list[Fact] = [("outline", outline)]
    for chapter in tree["chapters"]:
        for section in chapter["sections"]:
            place = (chapter["number"], chapter["title"], section["number"], section["title"])
            outline.append(place)
            for row in section["indicators"]:
                name = row["id"]
                facts += [(f"{name} place", place)]
                facts += [(f"{name} {key}", row[key]) for key in ("number", "series", "text")]
                facts += [
                    (f"{name} methods", row.get("methods") or []),
                    (f"{name} web_evidence", row["web_evidence"]),
                    (f"{name} departments", row.get("departments") or []),
                    (f"{name} owners", row.get("owners") or []),
                    (f"{name} shares", row.get("shares")),
                    (f"{name} remark", row.get("remark")),
                ]
                facts += [(f"{m['id']} material", m["text"]) for m in row.get("materials") or []]
    return facts


def differences(plan: list[Fact], ours: list[Fact]) -> Iterator[str]:
    """Every place where the data does not say what the plan says, and nothing when it does."""
    told, said = dict(plan), dict(ours)
    times = Counter(key for key, _ in ours)
    yield from (f"{key}: {n} times in the data" for key, n in times.items() if n > 1)
    yield from (f"{key}: not in the data: {told[key]!r}" for key in told if key not in said)
    yield from (f"{key}: not in the plan: {said[key]!r}" for key in said if key not in told)
    for key in told:
        if key in said and told[key] != said[key]:
            yield f"{key}: plan {told[key]!r}, data {said[key]!r}"
    if told.keys() == said.keys() and list(told) != list(said):
        yield next(f"{b}: the plan has {a} here" for a, b in zip(told, said, strict=True) if a != b)


# --- the tests


def test_the_copy_of_the_table_is_untouched() -> None:
    assert hashlib.sha256(ANNEX.read_bytes()).hexdigest() == ANNEX_SHA256


def test_the_plan_has_the_known_counts() -> None:
    rows, facts = plan_rows(annex_text()), dict(plan_facts(annex_text()))
    assert len(printed_rows(annex_text())) == 126  # （2） stands in two
    assert len({row["id"] for row in rows}) == len(rows) == 125
    series = Counter(facts[f"{row['id']} series"] for row in rows)
    assert [series[name] for name in SERIES.values()] == [93, 24, 4, 2, 2]
    assert sum(key.endswith(" material") for key in facts) == 252
    assert sum("网络检索" in lines(row["methods"]) for row in rows) == 39
    closed = {row["id"] for row in rows if CLOSING in squeeze(row["materials"])}
    asked = {row["id"] for row in rows if facts[f"{row['id']} web_evidence"]}
    assert (len(closed), len(asked)) == (33, 36)
    assert asked - closed == {"n054", "n080", "n098"}
    assert list(dict.fromkeys(place[0] for place in facts["outline"])) == list(CHAPTERS.values())
    printed = {row["number"].translate({ord("("): "（", ord(")"): "）"}) for row in rows}
    expected = [*map(str, range(1, 101)), *(f"（{n}）" for n in range(1, 26))]
    expected += [f"★{n}" for n in range(1, 6)]
    assert [number for number in expected if number not in printed] == MISSING
    slips = {row["id"]: plan_materials(row["materials"])[1] for row in rows}
    odd = {name: digits for name, digits in slips.items() if digits not in "12345678"}
    assert odd == {"n031": "1223"}


def test_the_data_equals_the_plan() -> None:
    assert list(differences(plan_facts(annex_text()), data_facts(data()))) == []


def test_the_frame_of_the_data() -> None:
    chapters = data()["chapters"]
    assert {chapter["id"]: chapter["number"] for chapter in chapters} == CHAPTERS
    for chapter in chapters:
        ids = [section["id"] for section in chapter["sections"]]
        assert ids == [f"{chapter['id']}-{k}" for k in range(1, len(ids) + 1)]
    assert data()["framework"]["missing_numbers"] == MISSING


def find(tree: Any, name: str) -> Any:
    sections = [section for chapter in tree["chapters"] for section in chapter["sections"]]
    return next(r for section in sections for r in section["indicators"] if r["id"] == name)


FAULTS: dict[str, Callable[[Any], object]] = {
    "n001 text": lambda t: find(t, "n001").update(text=find(t, "n001")["text"][:-1] + "，"),
    "n022 text": lambda t: find(t, "n022").update(text=find(t, "n022")["text"] + " "),
    "n031.4 material": lambda t: find(t, "n031")["materials"].pop(),
    "n057 number": lambda t: find(t, "n057").update(number=57),
    "n036 departments": lambda t: find(t, "n036")["departments"].reverse(),
    "n009 owners": lambda t: find(t, "n009")["owners"].pop(1),
    "n098 web_evidence": lambda t: find(t, "n098").update(web_evidence=False),
    "n030 shares": lambda t: find(t, "n030").pop("shares"),
    "minus-1 remark": lambda t: find(t, "minus-1").pop("remark"),
    "n002 text": lambda t: t["chapters"][0]["sections"][0]["indicators"].pop(1),
    "n006 place: the plan": lambda t: t["chapters"][0]["sections"][0]["indicators"].reverse(),
    "outline": lambda t: t["chapters"][1]["sections"].reverse(),
}


@pytest.mark.parametrize("key", FAULTS)
def test_a_planted_fault_is_reported(key: str) -> None:
    tree = copy.deepcopy(data())
    FAULTS[key](tree)
    before = set(differences(plan_facts(annex_text()), data_facts(data())))
    after = set(differences(plan_facts(annex_text()), data_facts(tree)))
    assert any(line.startswith(key) for line in after - before), after - before


CHECKSUM = re.compile(r"\b[0-9a-f]{40,}\b")  # its digits mean nothing
CONTACT = re.compile(
    r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9*]{4}){2}(?![0-9])"  # a mobile number, masked ones too
    r"|\(联系(?:电话|人):(?! *\(略\))|联系电话: *[0-9]"  # the plan's contact lines, not cut
)


def contact_in(text: str) -> str | None:
    found = CONTACT.search(CHECKSUM.sub("", unicodedata.normalize("NFKC", text)))
    return found[0] if found else None


def test_no_mobile_number_and_no_contact_line_in_data_and_docs() -> None:
    first, last = "139", "0000"
    mobile = first + last + last
    masked, wide = f"{first}****{last}", f"１３９{last}{last}"
    for planted in (mobile, f"{first}-{last}-{last}", masked, wide, "（联系电话：某"):
        assert contact_in(f"负责人{planted}。"), planted
    harmless = f"9{mobile} 2021-05-31 联系电话：待填（联系人：（略）） {mobile}{'a' * 40}"
    assert contact_in(harmless) is None
    files = [f for top in ("data", "docs") for f in (ROOT / top).rglob("*") if f.is_file()]
    texts = {str(f.relative_to(ROOT)): f.read_bytes().decode("utf-8", "replace") for f in files}
    assert "data/indicators.yaml" in texts
    assert {name: hit for name, text in texts.items() if (hit := contact_in(text))} == {}
