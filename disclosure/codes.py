"""Official codes and their check digits, as pure functions of the text.

统一社会信用代码  GB 32100-2015   18 characters: 2 kind, 6 area, 9 organ, 1 check
公民身份号码     GB 11643-1999   18 digits: 6 area, 8 birth date, 3 serial, 1 check
基本编码         GB/T 39554.1-2020  12: 2 issuer, 2 type, 2 system, 3 item, 3 sub-item
实施编码         GB/T 39554.1-2020  31: credit code, 1 level, basic code
索引号           政府信息公开目录系统实施指引（试行）  organ code or credit code / year-serial
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, power, 31) for power in range(17))
_CREDIT_FORM = re.compile(rf"[{_CREDIT}]{{2}}\d{{6}}[{_CREDIT}]{{10}}")
_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_CHECKS = "10X98765432"
_INDEX = re.compile(rf"([0-9A-Z]{{9}}|[{_CREDIT}]{{18}})/((?:19|20)\d{{2}})-(\d{{5,7}})")
_BASIC = re.compile(r"\d{6}[0-9A-Z]{6}")

CITY_LEVEL = "3"
"""The nineteenth character of an implementation code: a city's organ."""


def credit_check(body: str) -> str:
    """The eighteenth character for seventeen (a remainder of nought gives 0)."""
    total = sum(_CREDIT.index(c) * w for c, w in zip(body, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT[-total % 31]


def credit_code_fault(code: str) -> str:
    """What is wrong with a credit code; empty if nothing is."""
    if len(code) != 18:
        return f"应为 18 位，现为 {len(code)} 位"
    if not _CREDIT_FORM.fullmatch(code):
        return "含有不允许的字符（只用数字和大写字母，不用 I、O、S、V、Z；第 3 至 8 位是数字）"
    return "" if credit_check(code[:17]) == code[17] else "最后一位校验码不对"


def is_citizen_number(text: str) -> bool:
    """Whether eighteen characters are an identity number: a real birth date, a true check digit."""
    if len(text) != 18 or not text[:17].isdecimal() or not text.isascii():
        return False
    try:
        dt.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(c) * w for c, w in zip(text[:17], _CITIZEN_WEIGHTS, strict=True))
    return _CITIZEN_CHECKS[total % 11] == text[17].upper()


def basic_code_fault(code: str) -> str:
    """What is wrong with the form of a twelve-character basic code."""
    if len(code) != 12:
        return f"应为 12 位，现为 {len(code)} 位"
    return (
        ""
        if _BASIC.fullmatch(code)
        else "含有不允许的字符（前 6 位是数字，后 6 位是数字或大写字母）"
    )


def implementation_code_fault(code: str, basic: str = "", organ: str = "") -> str:
    """What is wrong with a 31-character code, or between it and the codes it embeds."""
    if len(code) != 31:
        return f"应为 31 位，现为 {len(code)} 位"
    if fault := credit_code_fault(code[:18]):
        return f"前 18 位不是有效的统一社会信用代码：{fault}"
    if organ and code[:18] != organ:
        return "前 18 位不是本单位的统一社会信用代码"
    if code[18] != CITY_LEVEL:
        return f"第 19 位是“{code[18]}”，市级应为“{CITY_LEVEL}”"
    if basic and code[19:] != basic:
        return f"后 12 位“{code[19:]}”与基本编码“{basic}”不一致"
    return basic_code_fault(code[19:])


@dataclass(frozen=True)
class IndexNumber:
    """索引号: who, in which year, which serial."""

    organ: str
    year: int
    serial: str

    @classmethod
    def parse(cls, text: str) -> IndexNumber | None:
        match = _INDEX.fullmatch(text)
        return cls(match[1], int(match[2]), match[3]) if match else None
