"""The table of problem codes, by subject."""

from __future__ import annotations

from disclosure.problem_codes.addresses import ADDRESS_CODES
from disclosure.problem_codes.base import table
from disclosure.problem_codes.citations import CITATION_CODES
from disclosure.problem_codes.documents import DOCUMENT_CODES
from disclosure.problem_codes.enforcement import ENFORCEMENT_CODES
from disclosure.problem_codes.privacy import PRIVACY_CODES
from disclosure.problem_codes.reading import READING_CODES
from disclosure.problem_codes.registers import REGISTER_CODES
from disclosure.problem_codes.release import RELEASE_CODES
from disclosure.problem_codes.waivers import WAIVER_CODES

RULE_CODES = table(
    (
        *DOCUMENT_CODES,
        *CITATION_CODES,
        *REGISTER_CODES,
        *ENFORCEMENT_CODES,
        *RELEASE_CODES,
        *PRIVACY_CODES,
    )
)
"""What rules and the scanner find."""

CODES = table((*READING_CODES, *RULE_CODES.values(), *WAIVER_CODES, *ADDRESS_CODES))
"""Everything that can be reported; the page /problems/ lists it."""
