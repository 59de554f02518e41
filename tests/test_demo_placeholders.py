"""No number in the demo bureau is anybody's: placeholders, true check digits, `.example`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from disclosure.demo.codes import credit_code, organ_code
from disclosure.load import load_catalogue
from test_demo import DEMO, contents


def words(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text of the demo, that of its attachments too (they are not compressed)."""
    for name, data in contents(folder).items():
        text = data.decode("utf-8", errors="ignore")
        if name.endswith(".pdf"):
            strings = re.findall(rb"<((?:[0-9A-F]{4})+)>", data)
            text = "".join(bytes.fromhex(one.decode()).decode("utf-16-be") for one in strings)
        yield name, text


_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])")


def _credit_is_valid(code: str) -> bool:
    """GB 32100-2015, by a way of its own: the whole sum with weights 3^i is 0 mod 31."""
    total = sum(_SYMBOLS.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    return (total + _SYMBOLS.index(code[17])) % 31 == 0


def test_nothing_in_it_is_a_real_number() -> None:
    codes = set()
    for name, text in words(DEMO):
        assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text), name
        assert set(re.findall(r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)", text)) <= {"0000-0000000"}, name
        for host in re.findall(r"https?://([^/\s\"<>）]+)", text):
            assert host.endswith(".example") or name.endswith(".docx"), (name, host)
        for mail in re.findall(r"[\w.]+@([\w.]+\w)", text):
            assert mail.endswith(".example"), (name, mail)
        codes |= set(_CREDIT.findall(text))
    assert len(codes) >= 3
    for code in codes:
        assert code[2:8] == "000000" and _credit_is_valid(code), code


def test_identity_is_made_of_placeholders() -> None:
    bureau = load_catalogue(DEMO).bureau
    assert (bureau.site_id, bureau.icp) == ("0000000000", "示例ICP备00000000号")
    assert bureau.police_record == "示例公网安备00000000000000号"
    assert bureau.contact.phone == bureau.contact.fax == "0000-0000000"
    assert bureau.base_url == "https://demo.disclosure.example/"
    assert bureau.credit_code[2:8] == "000000" and _credit_is_valid(bureau.credit_code)


def test_check_digits_against_published_codes() -> None:
    for code in ("91110000101623741K", "91350100M000100Y43", "12441500196720244T"):
        assert _credit_is_valid(code)
    assert organ_code("00000000") == "000000000"
    assert organ_code("10162374") == "10162374" + "1"
    assert all(_credit_is_valid(credit_code("31", serial)) for serial in range(0, 3000, 7))
