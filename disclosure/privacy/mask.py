"""How each kind is covered (永安市政府办 2023-01-04 通报; 浙江省行政处罚结果信息网上公开暂行办法).

手机 138****1234   身份证 35*************123   姓名 张某某 or 张**   住址 down to 乡镇 or 街道
"""

from __future__ import annotations

from enum import StrEnum

from disclosure.privacy.finding import Kind
from disclosure.privacy.letters import COMPOUND
from disclosure.privacy.places import address_at, shown


class NameStyle(StrEnum):
    """How a natural person's name is covered; the family name is kept."""

    SOMEONE = "张某某"
    STARS = "张**"


def masked(kind: Kind, value: str, style: NameStyle = NameStyle.SOMEONE) -> str:
    """The value as it may be shown."""
    match kind:
        case Kind.IDENTITY:
            return value[:2] + "*" * (len(value) - 5) + value[-3:]
        case Kind.MOBILE:
            return f"{value[:3]}****{value[-4:]}"
        case Kind.CARD:
            return value[:4] + "*" * (len(value) - 8) + value[-4:]
        case Kind.NAME | Kind.PROPERTY:
            return name(value, style)
        case Kind.HOME:
            return home(value)
        case Kind.BIRTH:
            return "****年**月**日"
        case Kind.EMAIL:
            local, _, domain = value.partition("@")
            return f"{local[:1]}***@{domain}"
        case Kind.SOCIAL:
            return value[:2] + "*" * max(4, len(value) - 2)
        case Kind.GPS:
            return "（经纬度）"
        case Kind.HEALTH | Kind.SECRET:
            return value


def name(value: str, style: NameStyle = NameStyle.SOMEONE) -> str:
    """Family name kept, the rest covered."""
    if not value or value[0].isascii():
        return value[:1] + "***"
    family = value[:2] if value[:2] in COMPOUND and len(value) > 2 else value[:1]
    rest = max(1, min(2, len(value) - len(family)))
    return family + ("某" if style is NameStyle.SOMEONE else "*") * rest


def home(value: str) -> str:
    """Down to the town or subdistrict, else to the county; without either two letters."""
    address = address_at(value, 0)
    return (shown(value, address) if address else value[:2]) + "***"
