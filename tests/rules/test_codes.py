"""Official codes: the vectors of the norms, and every single slip of a digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.codes import (
    IndexNumber,
    basic_code_fault,
    credit_check,
    credit_code_fault,
    implementation_code_fault,
    is_citizen_number,
)

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODY = st.text(LETTERS, min_size=9, max_size=9)


@pytest.mark.parametrize(
    "code",
    ["91110000101623741K", "91350100M000100Y43", "12441500196720244T", "11330800002618082H"],
)
def test_published_credit_codes(code: str) -> None:
    """Organisations' codes printed in the norms: public, and no one's private number."""
    assert credit_code_fault(code) == ""


@given(BODY, st.integers(0, 17), st.sampled_from(LETTERS))
def test_a_changed_character_is_noticed(organ: str, at: int, letter: str) -> None:
    body = f"11000000{organ}"
    code = body + credit_check(body)
    assert credit_code_fault(code) == ""
    changed = code[:at] + letter + code[at + 1 :]
    assert (credit_code_fault(changed) == "") == (changed == code)


@pytest.mark.parametrize(
    "code",
    ["", "1100000000000000U", "11000000000000000u", "1100000000000O000U", "11000000000000000 "],
)
def test_malformed_credit_codes(code: str) -> None:
    assert credit_code_fault(code)


def _citizen(area: str, born: str, serial: str) -> str:
    weights = [2 ** (17 - n) % 11 for n in range(17)]
    body = area + born + serial
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


@given(st.integers(1900, 2020), st.integers(1, 12), st.integers(1, 28), st.integers(0, 999))
def test_citizen_numbers(year: int, month: int, day: int, serial: int) -> None:
    number = _citizen("000000", f"{year}{month:02d}{day:02d}", f"{serial:03d}")
    assert is_citizen_number(number) and is_citizen_number(number.lower())
    wrong = str((int(number[6]) + 1) % 10)
    assert not is_citizen_number(number[:6] + wrong + number[7:])
    assert not is_citizen_number(number[:-1]) and not is_citizen_number(number + "0")


def test_a_day_that_does_not_exist_is_no_citizen_number() -> None:
    assert not is_citizen_number(_citizen("000000", "20010229", "000"))
    assert is_citizen_number(_citizen("000000", "20000229", "000"))


@pytest.mark.parametrize(("code", "good"), [
    ("000112015000", True), ("430612012W00", True), ("00011201500", False), ("0001120150000", False),
    ("000112015o00", False), ("A00112015000", False), ("", False),
])  # fmt: skip
def test_basic_codes(code: str, good: bool) -> None:
    assert (basic_code_fault(code) == "") == good


def test_the_published_implementation_code() -> None:
    assert implementation_code_fault("12441500196720244T3442199806003") == ""
    assert "层级" not in implementation_code_fault(
        "12441500196720244T3442199806003", "442199806003"
    )
    assert "不一致" in implementation_code_fault("12441500196720244T3442199806003", "442199806004")
    assert "不是本单位" in implementation_code_fault(
        "12441500196720244T3442199806003", organ="11000000000000000U"
    )


@pytest.mark.parametrize("text", ["000014349/2017-00110", "005252717/2023-00005",
                                  "11620300013909010R/2025-48086", "11330800002618082H/2025-153146"])  # fmt: skip
def test_index_numbers_of_real_sites(text: str) -> None:
    index = IndexNumber.parse(text)
    assert index is not None and str(index.year) in text and index.serial in text


@pytest.mark.parametrize("text", ["00001434/2017-00110", "000014349/1817-00110", "000014349/2017-0011",
                                  "000014349／2017-00110", "x000014349/2017-00110"])  # fmt: skip
def test_malformed_index_numbers(text: str) -> None:
    assert IndexNumber.parse(text) is None
