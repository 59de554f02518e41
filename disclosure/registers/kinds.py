"""Every register, in the order in which the site lists them. A new kind is added here."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.registers.base import Register
from disclosure.registers.cases import CASES
from disclosure.registers.charges import (
    ENTERPRISE_CHARGES,
    FEES,
    INSTITUTIONS,
    INTERMEDIARIES,
    PROCUREMENT,
)
from disclosure.registers.decisions import DECISIONS, STATISTICS
from disclosure.registers.enforcement import ENFORCEMENT, INSPECTIONS, PROCEDURES
from disclosure.registers.major_decisions import MAJOR_DECISIONS
from disclosure.registers.normative import NORMATIVE
from disclosure.registers.openness import CHANNELS, DISCLOSURE_CATALOGUE
from disclosure.registers.powers import POWERS
from disclosure.registers.reconsideration import RECONSIDERATION
from disclosure.registers.reports import REPORTS
from disclosure.registers.services import APPROVALS, CERTIFICATES, PUBLIC_SERVICES

REGISTERS: tuple[Register, ...] = (
    APPROVALS,
    POWERS,
    PUBLIC_SERVICES,
    CERTIFICATES,
    INTERMEDIARIES,
    INSTITUTIONS,
    FEES,
    ENTERPRISE_CHARGES,
    PROCUREMENT,
    INSPECTIONS,
    ENFORCEMENT,
    PROCEDURES,
    DECISIONS,
    STATISTICS,
    CASES,
    MAJOR_DECISIONS,
    NORMATIVE,
    DISCLOSURE_CATALOGUE,
    RECONSIDERATION,
    CHANNELS,
    REPORTS,
)

_BY_SLUG: Mapping[str, Register] = {one.slug: one for one in REGISTERS}


def register(slug: str) -> Register:
    """The register with this slug; KeyError where there is none."""
    return _BY_SLUG[slug]
